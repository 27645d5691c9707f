"""Documents, equality and digests: a case can keep the calendar it was computed with."""

import json
import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar
from ghostrules.errors import CalendarError

RICH = Calendar.for_country(
    "TR",
    hours="mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00; sat 10:00-12:00",
    closed=[("2026-07-20..2026-08-07", "vacation")],
    open=[("2026-03-28", "fair")],
    quiet=("24 dec", "27 dec..2 jan", date(2026, 6, 1)),
    half_days=[("2026-12-31", "15:00", "eve")],
    name="studio",
)
CODES = st.sampled_from(["NL", "DE-BY", "TR", "AE", "CN", "IN"])


@settings(max_examples=8, deadline=None)
@given(CODES, st.sets(st.sampled_from(["24 dec", "27 dec..2 jan", "2026-06-01"])), st.booleans())
def test_round_trip(code: str, quiet: set[str], saturdays: bool) -> None:
    """A calendar read from its document is equal, has its digest, and writes the same."""
    hours = "09:00-17:00; sat 10:00-14:00" if saturdays else "mon-fri 08:00-16:00"
    calendar = Calendar.for_country(code, locale="en_US", hours=hours, quiet=sorted(quiet))
    back = Calendar.from_document(json.loads(json.dumps(calendar.to_document())))
    assert (calendar, calendar.digest, calendar.to_document()) == (
        back,
        back.digest,
        back.to_document(),
    )


def test_document_keeps_names() -> None:
    """Names and reasons survive, not only the meaning."""
    back = Calendar.from_document(RICH.to_document())
    days = (date(2026, 1, 1), date(2033, 12, 31))
    assert RICH.closed_days(*days) == back.closed_days(*days)


def test_pickles() -> None:
    """A calendar survives pickling and means the same."""
    assert pickle.loads(pickle.dumps(RICH)) == RICH


@pytest.mark.parametrize(
    "change",
    [
        {"hours": "09:00-16:00"},
        {"hours": "09:00-17:00; sat 10:00-14:00"},
        {"closed": ["2026-07-20"]},
        {"open": ["2026-03-28"]},
        {"quiet": ("24 dec",)},
        {"half_days": [("2026-07-20", "12:00")]},
        {"weekend": "fri-sat"},
        {"first_weekday": 6},
        {"timezone": "Europe/Brussels"},
        {"years": (2000, 2049)},
        {"categories": ("public", "optional")},
    ],
)
def test_what_counts(nl: Calendar, change: dict[str, object]) -> None:
    """Days, hours, zone, weekend, week, quiet days and span are the meaning (L21)."""
    other = Calendar.for_country("NL", **change)  # type: ignore[arg-type]
    assert (nl == other, nl.digest == other.digest) == (False, False)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "studio"},
        {"locale": "en_NL"},
        {"hours": "mon-fri 09:00-17:00"},
        {"hours": "mon-fri 09:00-12:00, 12:00-17:00"},
        {"closed": [("2026-03-28", "a Saturday")]},
        {"quiet": ("2026-03-28",)},
        {"half_days": [("2026-07-20", "18:00")]},
        {"weekend": (6, 5)},
        {"first_weekday": 0},
    ],
)
def test_what_does_not_count(nl: Calendar, change: dict[str, object]) -> None:
    """What things are called, and what changes no answer, does not count (L21)."""
    other = Calendar.for_country("NL", **change)  # type: ignore[arg-type]
    assert (nl, hash(nl), nl.digest) == (other, hash(other), other.digest)


def test_digest_does_not_depend_on_use() -> None:
    """Asking a calendar does not change its digest (L7)."""
    used = Calendar.for_country("DE")
    used.add_business_days(date(2049, 1, 1), 100)
    used.why_closed(date(2001, 1, 1))
    assert Calendar.for_country("DE").digest == used.digest


def test_is_no_other_thing(nl: Calendar) -> None:
    """A calendar equals no value of another kind."""
    assert (nl == "NL", (nl & nl) == nl) == (False, False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"extra": 1}, "key `extra` of the calendar document is unknown; there are format"),
        ({"timezon": 1}, "did you mean `timezone`?"),
        ({"format": 2}, "has the format `2`, expected 1"),
        ({"first_year": "2000"}, "`first_year` of the calendar document is `2000`, expected a"),
        ({"first_weekday": True}, "`first_weekday` of the calendar document is `True`"),
        ({"first_weekday": 9}, "first day of the week"),
        ({"last_year": 1990}, "`2000-1990`"),
        ({"timezone": "Mars"}, "time zone `Mars` is unknown"),
        ({"locale": "nl"}, "names no territory"),
        ({"hours": "9-5"}, "`9-5`"),
        ({"weekends": [["2000-01-01", [9]]]}, "weekday of the weekend"),
        ({"weekends": []}, "`weekends` of the calendar document is empty"),
        ({"days_off": [["2026-04-06", "holiday", "a", "b"]]}, "`days_off\\[0\\]` .* 4 values"),
        ({"days_off": [["2026-04-06", "quiet", "a", "b", False]]}, "has the kind `quiet`"),
        ({"days_off": [["2026-04-06", "holiday", 1, "b", False]]}, "`days_off\\[0\\]\\[2\\]`"),
        ({"half_days": [["2026-04-06", "25:00", "a", "b", False]]}, "`25:00`"),
        ({"open_days": [["2026-02-30", "a"]]}, "`2026-02-30` is no date"),
        ({"open_days": ["2026-02-01"]}, "`open_days\\[0\\]` .* expected a list"),
        ({"quiet": [5]}, "`quiet\\[0\\]`"),
    ],
)
def test_refuses_a_document(change: dict[str, object], message: str) -> None:
    """A fault of a document is named with its place and what was expected."""
    with pytest.raises(CalendarError, match=message):
        Calendar.from_document(RICH.to_document() | change)


def test_refuses_a_missing_key() -> None:
    """A key that is missing is named."""
    document = RICH.to_document()
    del document["hours"]
    with pytest.raises(CalendarError, match=r"key `hours` of the calendar document is missing"):
        Calendar.from_document(document)


def test_refuses_no_table() -> None:
    """A document is a table of keys."""
    with pytest.raises(CalendarError, match=r"expected a table of keys"):
        Calendar.from_document(["NL"])  # type: ignore[arg-type]
