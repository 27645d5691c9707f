"""A plan as rows of text."""

from datetime import UTC, date, datetime

from ghostrules.calendars import Calendar
from ghostrules.machine import Plan, compile
from ghostrules.policy import built_in, loads
from ghostrules.render import plan_rows

NL = Calendar.for_country("NL")
START = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)


def plan_of(text: str, **facts: date | bool) -> Plan:
    """Plan a policy given as text."""
    return compile(loads(text), sender=NL, client=NL).plan(at=START, facts=facts)


def test_a_row_holds_number_step_date_effects_and_reasons() -> None:
    """Every cell is text, and every reason a sentence."""
    plan = compile(built_in("late-content"), sender=NL, client=NL).plan(at=START)

    rows = plan_rows(plan, NL)

    assert [
        ("1", "reminder", "vr 27 mrt 2026 16:30", "email"),
        ("2", "second-reminder", "ma 30 mrt 2026 09:00", "email"),
        ("3", "call", "di 31 mrt 2026 09:00", "call; unless reminder.opened"),
        ("4", "final-notice", "do 2 apr 2026 17:00", "email"),
        ("5", "pause", "di 7 apr 2026 09:00", "pause work, email"),
    ] == [(row.number, row.step, row.when, row.what) for row in rows]
    assert all(len(row.why) == len(step.reasons) for row, step in zip(rows, plan, strict=True))


def test_dates_follow_the_locale_asked_for() -> None:
    """A locale given wins over that of the calendar."""
    plan = plan_of('id = "chase"\nends = "paid"\nsteps = ["24 hours after start: email"]')

    assert "Mo. 30. März 2026 09:00" == plan_rows(plan, NL, "de_DE")[0].when


def test_occurrences_of_a_step_are_numbered() -> None:
    """A step that happens several times says which one each row is."""
    plan = plan_of(
        'id = "dun"\nends = "paid"\nfacts = { due = "date" }\n'
        'steps = ["30/60 days after due: email", "1 week later: letter"]',
        due=date(2026, 2, 28),
    )

    assert ["first#1", "first#2", "second"] == [row.step for row in plan_rows(plan, NL)]


def test_an_effect_in_another_slot_says_when_it_comes() -> None:
    """Effects that demand other hours come later, and the row tells when (L8)."""
    sender = Calendar.for_country("NL", hours="13:00-17:00")
    policy = loads(
        'id = "pause"\nends = "paid"\n[[step]]\nid = "pause"\nwhen = "1 day after start"\n'
        'do = ["email", "pause_work"]\n'
    )
    plan = compile(policy, sender=sender, client=NL).plan(at=START)

    assert "email, pause work (ma 30 mrt 2026 13:00)" == plan_rows(plan, NL)[0].what


PRAISE = """
id = "praise"
ends = "paid"
facts = { complete = "boolean", former = "boolean" }

[[step]]
id = "thanks"
when = "1 day after start"
do = ["email", "letter"]
only_if = "complete"
unless = "former"

[[step]]
id = "call"
when = "1 week later"
do = "call"
"""


def test_a_row_says_on_what_its_step_depends() -> None:
    """What a step does is followed by the conditions under which it does that."""
    rows = plan_rows(plan_of(PRAISE, complete=True, former=False), NL)

    assert ["email, letter; if complete; unless former", "call"] == [row.what for row in rows]


def test_a_step_left_out_is_shown_as_left_out() -> None:
    """A step that its condition leaves out stays in the plan, does nothing, and says why."""
    row, _ = plan_rows(plan_of(PRAISE, complete=False, former=False), NL)

    assert "left out; if complete; unless former" == row.what
    assert ("It is left out, because “complete” does not hold.",) == row.why


def test_a_step_that_a_person_confirms_is_planned_as_if_done_at_once() -> None:
    """A draft and a call are in the plan at the moment at which they are due."""
    text = PRAISE.replace('do = "call"', 'do = "call"\nconfirm = true')
    plain, drafted = (plan_of(each, complete=True, former=False) for each in (PRAISE, text))

    assert [(row.when, row.what) for row in plan_rows(plain, NL)] == [
        (row.when, row.what) for row in plan_rows(drafted, NL)
    ]
