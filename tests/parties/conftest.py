"""What the tests of parties share: parties drawn from their whole space."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st

from ghostrules.effects import KINDS
from ghostrules.events import Away, By, FactChanged, Held, Released, Signal
from ghostrules.parties import Contact, Party, Register

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
phones = st.from_regex(r"\+[1-9][0-9]{4,9}", fullmatch=True)
emails = st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True)
dates = st.dates(date(2001, 1, 1), date(2049, 12, 31))
instants = st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(year=2026))
contacts = st.builds(
    Contact,
    texts,
    email=st.none() | emails,
    phone=st.none() | phones,
    handle=st.none() | texts,
    address=st.none() | texts,
    fax=st.none() | phones,
)
reasons = st.none() | st.sampled_from(["bereavement", "illness"])
events = st.one_of(
    st.builds(Away, dates | instants, at=instants),
    st.builds(Held, st.none() | dates, reason=reasons, by=st.sampled_from(By), at=instants),
    st.builds(Released, reason=reasons, at=instants),
    st.builds(FactChanged, st.just("phone"), st.booleans(), at=instants),
    st.builds(Signal, st.sampled_from(["insolvent", "moved-abroad"]), at=instants),
)
places = st.sampled_from(
    [
        {"territory": "NL"},
        {"territory": "DE-BY", "language": "en"},
        {"territory": "US-CA", "timezone": "America/Los_Angeles"},
        {"territory": "BE", "language": "nl"},
        {"territory": "TR", "language": "en_GB"},
    ]
)
parties = st.builds(
    lambda place, **said: Party("acme", **place, **said),
    places,
    name=st.none() | texts,
    register=st.sampled_from(Register),
    hours=st.sampled_from(["09:00-17:00", "mon-thu 09:00-12:30, 13:00-17:00; fri 09:00-15:00"]),
    quiet=st.lists(st.sampled_from(["24 dec", "27 dec..31 dec", "2026-05-15"]), unique=True),
    vacation=st.lists(st.tuples(dates, dates).map(lambda span: tuple(sorted(span))), max_size=3),
    never=st.sets(st.sampled_from(sorted(KINDS)), max_size=3),
    do_not_contact=st.booleans(),
    contacts=st.lists(contacts, max_size=3, unique_by=lambda contact: contact.role),
    events=st.lists(events, max_size=3),
)


@pytest.fixture(scope="session")
def any_party() -> st.SearchStrategy[Party]:
    """Give the strategy of parties."""
    return parties


@pytest.fixture(scope="session")
def any_events() -> st.SearchStrategy[list[Any]]:
    """Give the strategy of events in order of their instants."""
    return st.lists(events, max_size=5)


@pytest.fixture(scope="session")
def noon() -> datetime:
    """Give an instant."""
    return datetime(2026, 7, 1, 10, tzinfo=UTC)
