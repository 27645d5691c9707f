"""What a party knows about itself."""

from datetime import date, datetime
from typing import Any

import pytest

from ghostrules import do
from ghostrules.calendars import Calendar
from ghostrules.effects import KINDS, Hours, Kind
from ghostrules.errors import CalendarError, PartyError
from ghostrules.events import DETAILS, Away, Paid
from ghostrules.parties import CONTACT_KEYS, Contact, Party, Register
from ghostrules.policy import ClientDetail, Policy, Reaction, Step

ACME = Party(
    "acme",
    "NL",
    name="Acme B.V.",
    contacts=[
        Contact("studio", email="mia@acme.example", phone="+31 20 123 4567"),
        Contact("billing", email="pay@acme.example", address="Postbus 1\nAmsterdam"),
    ],
)


def test_a_party_knows_which_details_it_has() -> None:
    """D5: a detail is known when any contact has it."""
    assert frozenset({"email", "phone", "address"}) == ACME.details
    assert frozenset() == Party("b", "NL").details


@pytest.mark.parametrize(
    ("role", "detail", "found"),
    [
        ("billing", "email", "pay@acme.example"),
        ("billing", "phone", None),
        ("nobody", "email", None),
        (None, "email", "mia@acme.example"),
        (None, "address", "Postbus 1\nAmsterdam"),
        (None, "fax", None),
    ],
)
def test_a_channel_is_found_by_role(role: str | None, detail: str, found: str | None) -> None:
    """A role has its own details and no others; without a role the first contact counts."""
    assert found == ACME.channel(role, detail)


def test_the_calendar_is_that_of_the_territory() -> None:
    """What a party says about days and hours is what its calendar has."""
    party = Party("acme", "DE-BY", language="en", hours="10:00-16:00", quiet=["24 dec"])

    assert (
        Calendar.for_country("DE-BY", locale="en_DE", hours="10:00-16:00", quiet=["24 dec"])
        == party.calendar()
    )
    assert "Acme B.V." == ACME.calendar().name
    assert "en_DE" == party.calendar().locale


def test_a_vacation_closes_the_party() -> None:
    """Days of a vacation are no business days, and the reasons call them so."""
    calendar = Party("acme", "NL", vacation=["2026-07-20..2026-08-07", "2026-12-31"]).calendar()

    assert date(2026, 8, 10) == calendar.add_business_days(date(2026, 7, 17), 1)
    assert "vacation" == calendar.why_closed(date(2026, 12, 31))[0].names.english


def test_a_calendar_can_be_of_fewer_years() -> None:
    """L7: it covers the years that were asked for; a vacation outside of them does not matter."""
    party = Party("acme", "NL", vacation=["2024-12-30..2025-01-03", "2031-07-01"])
    calendar = party.calendar(first=2025, last=2030)

    assert (2025, 2030) == (calendar.first_year, calendar.last_year)
    assert calendar.is_business_day(date(2025, 1, 6))
    assert not calendar.is_business_day(date(2025, 1, 3))
    with pytest.raises(CalendarError):
        calendar.is_business_day(date(2031, 7, 2))


def test_what_a_party_never_gets() -> None:
    """`never` names kinds, `do_not_contact` means every kind that reaches the client."""
    own = Kind("postcard", Hours.CLIENT, reaches_client=True)
    quiet, hermit = Party("a", "NL", never="call"), Party("b", "NL", do_not_contact=True)

    assert [True, False] == [quiet.refuses(KINDS[name]) for name in ("call", "email")]
    assert [True, True, False] == [hermit.refuses(k) for k in (own, KINDS["email"], KINDS["note"])]


def test_what_of_a_policy_a_party_never_gets() -> None:
    """Steps, reactions and every alternative of a preference order are looked through."""
    policy = Policy(
        "chase",
        [Step("reminder", when="24h later", do=do.first_of(do.sms(), do.letter()))],
        ends="paid",
        on=[Reaction("bounced", do=[do.call(), do.note()])],
    )

    assert {"sms", "letter", "call"} == Party("a", "NL", do_not_contact=True).refused(policy)
    assert {"letter"} == Party("b", "NL", never=["letter", "fax"]).refused(policy)


def test_contacts_have_the_details_that_events_and_policies_know() -> None:
    """One set of words names the details of a client everywhere."""
    assert set(DETAILS) == {*ClientDetail} == {*CONTACT_KEYS} - {"role", "name"}


def test_defaults_are_few_words() -> None:
    """An id and a territory are a whole party."""
    party = Party("acme", "TR")

    assert ("acme", "tr_TR", Register.FORMAL) == (party.title, party.locale, party.register)
    assert "09:00-17:00" == party.hours


def test_everything_that_is_wrong_is_told_at_once(noon: datetime) -> None:
    """L20: one error holds every fault, with the key at which it stands."""
    with pytest.raises(PartyError) as caught:
        Party(
            "Acme",
            "XX",
            timezone="Mars",
            register="polite",
            hours="9-5",
            vacation="2026-08-07..2026-07-20",
            never=["emial"],
            contacts={"billing": {"email": "nobody", "fone": "1"}},
            events=[Paid(at=noon)],  # type: ignore[list-item]
        )

    assert [
        "id",
        "territory",
        "timezone",
        "register",
        "hours",
        "vacation[0]",
        "never[0]",
        "contacts.billing.fone",
        "contacts.billing.email",
        "events[0].event",
    ] == [found.path for found in caught.value.report]


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        ({"territory": "Netherlands"}, "GR301", "did you mean `NL`?"),
        ({"territory": "US"}, "GR301", "name its `timezone`, one of `America/New_York`"),
        ({"territory": "BE"}, "GR301", "name its `language`, one of `nl_BE`, `fr_BE`, `de_BE`"),
        ({"territory": "NL", "language": "xx"}, "GR301", "expected: a language such as `nl`"),
        ({"territory": "NL", "hours": "9-5"}, "GR301", "did you mean `09:00-17:00`?"),
        ({"territory": "NL", "quiet": "24 foo"}, "GR301", "quiet day `24 foo` is no day"),
        ({"territory": "NL", "vacation": "summer"}, "GR303", 'found: "summer"'),
        (
            {"territory": "NL", "vacation": "2026-08-07..2026-07-20"},
            "GR303",
            "did you mean `2026-07-20..2026-08-07`?",
        ),
        ({"territory": "NL", "never": "direct-message"}, "GR005", "did you mean `direct_message`?"),
        ({"territory": "NL", "contacts": [3]}, "GR004", "a table from role to contact"),
        (
            {"territory": "NL", "contacts": [Contact("a"), Contact("a")]},
            "GR004",
            "two contacts have the role `a`",
        ),
    ],
)
def test_a_fault_says_how_to_mend_it(said: dict[str, Any], code: str, message: str) -> None:
    """The report of one fault has its code, and the words that mend it."""
    with pytest.raises(PartyError) as caught:
        Party("acme", **said)

    assert (code,) == caught.value.report.codes
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "said", [{"email": "mia"}, {"email": "a@b@c"}, {"phone": "call me"}, {"fax": "12"}]
)
def test_a_detail_that_reaches_nobody_is_refused(said: dict[str, str]) -> None:
    """An email has one `@`, a number some digits."""
    with pytest.raises(PartyError) as caught:
        Contact("billing", **said)

    assert ("GR304",) == caught.value.report.codes


def test_whose_absence_it_is_follows_from_the_party(noon: datetime) -> None:
    """A party is away itself; `who` is not said in its document."""
    with pytest.raises(PartyError, match="leave `who` out"):
        Party("acme", "NL", events=[Away(date(2026, 7, 10), who="us", at=noon)])
