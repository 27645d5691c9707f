"""With a start the clause names the dates of the machine, in the client's time zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import Calendar, Money, built_in, built_in_names, compile, describe
from ghostrules.errors import CalendarError, EventError
from ghostrules.messages import long_date_text, time_text
from ghostrules.policy import loads

NL = Calendar.for_country("NL")
US = Calendar.for_country("US", timezone="America/New_York", locale="en_US")
LOCALES = ("en_GB", "nl_NL", "de_DE", "tr_TR")
STARTS = st.integers(1_577_836_800, 2_051_222_400).map(lambda at: datetime.fromtimestamp(at, UTC))


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(built_in_names()),
    start=STARTS,
    client=st.sampled_from((NL, US)),
    locale=st.sampled_from(LOCALES),
)
def test_the_dates_are_those_of_the_machine(
    name: str, start: datetime, client: Calendar, locale: str
) -> None:
    """Every moment at which the machine acts is named, with weekday, date and time, in order."""
    policy = built_in(name)
    facts = {"due": start.date()} if dict(policy.facts) else {}
    plan = compile(policy, sender=NL, client=client).plan(at=start, facts=facts)
    moments = [at for step in plan for at in dict.fromkeys(each.at for each in step.effects)]

    said = describe(policy, locale=locale, at=start, client=client, sender=NL, facts=facts).clause[
        1
    ]

    assert moments == [sentence.due for sentence in said]
    for sentence, at in zip(said, moments, strict=True):
        local = at.astimezone(ZoneInfo(client.timezone))
        if (local.hour, local.minute) != (0, 0):
            assert long_date_text(local.date(), locale) in sentence.text
            assert time_text(local, locale) in sentence.text


def test_a_midnight_is_the_end_of_the_day_before() -> None:
    """Nobody has to think about on which side of midnight a day ends."""
    start = datetime(2026, 3, 25, 10, tzinfo=UTC)

    last = describe(built_in("marketplace-complete"), at=start, client=NL).clause[1].sentences[-1]

    assert datetime(2026, 4, 8, 22, tzinfo=UTC) == last.due
    assert last.text.startswith(
        "If we have not heard from you by the end of Wednesday 8 April 2026, we close the file."
    )


def test_a_step_that_the_facts_leave_out_is_not_dated() -> None:
    """What the plan skips is not announced with a date."""
    policy = loads(
        'id = "chase"\nends = "paid"\nfacts = { friend = "boolean" }\n'
        '[[step]]\nid = "mail"\nwhen = "24 hours after start"\ndo = "email"\n'
        '[[step]]\nid = "call"\nwhen = "24 hours after mail"\ndo = "call"\nunless = "friend"\n'
    )
    start = datetime(2026, 3, 25, 10, tzinfo=UTC)

    steps = [
        [
            each.step
            for each in describe(policy, at=start, client=NL, facts={"friend": is_friend}).clause[1]
        ]
        for is_friend in (False, True)
    ]

    assert [["mail", "call"], ["mail"]] == steps


def test_amounts_fill_the_blanks() -> None:
    """A fee that is known stands in the clause; one that is not is a blank with its name."""
    policy = built_in("late-content")
    known = describe(policy, locale="de_DE", facts={"restart-fee": Money.parse("250 EUR")})

    assert "kostet 250,00 €." in known.clause[2].sentences[0].text
    assert "costs [restart fee]." in describe(policy).clause[2].sentences[0].text


def test_dates_need_what_the_policy_counts_from() -> None:
    """The machine's refusals stand: a missing due date, and a territory with many time zones."""
    start = datetime(2026, 3, 25, 10, tzinfo=UTC)
    with pytest.raises(EventError, match="due"):
        describe(built_in("payment"), at=start)
    with pytest.raises(EventError, match="odd"):
        describe(built_in("negotiation"), at=start, facts={"odd": date(2026, 4, 1)})
    with pytest.raises(CalendarError, match="timezone"):
        describe(built_in("negotiation"), locale="en_US", at=start)
