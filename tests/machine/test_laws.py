"""One neat example for each law that the machine keeps."""

from collections.abc import Callable
from datetime import datetime

import pytest

from ghostrules import Calendar, Elapsed, Machine, State, Status, Step, Transition
from ghostrules.errors import CalendarError, EventError
from ghostrules.events import Signal
from ghostrules.machine import Rolled

Make = Callable[..., Machine]
At = Callable[[str], datetime]
Look = Callable[[Machine, State, str], Transition]
Story = Callable[..., list[tuple[str, str]]]
Walled = Callable[[datetime | None], str]


def test_l1_one_clock(machine: Make, at: At) -> None:
    """L1: a moment without a time zone is refused, for a start and for an event."""
    made = machine(Step("mail", "24 hours after start", "email"))

    with pytest.raises(EventError, match="no time zone"):
        made.start(at=at("2026-05-04T10:00").replace(tzinfo=None), case="c")
    with pytest.raises(EventError, match="no time zone"):
        Elapsed(at=at("2026-05-04T10:00").replace(tzinfo=None))


def test_l2_hours_are_elapsed_and_days_are_dates(machine: Make, story: Story) -> None:
    """L2: over the end of summer time 72 hours end an hour earlier on the clock, 3 days do not."""
    hours = machine(Step("mail", "72 hours after start", "email"))
    days = machine(Step("mail", "3 calendar days after start", "email", at="12:00"))

    assert [("mail", "2026-10-26T11:00")] == story(hours, "2026-10-23T12:00")
    assert [("mail", "2026-10-26T12:00")] == story(days, "2026-10-23T12:00")


def test_l3_a_date_becomes_a_moment_after_it_was_rolled(machine: Make, story: Story) -> None:
    """L3: a Saturday rolls to Monday, and only then takes its time of day."""
    made = machine(
        Step("mail", "1 calendar day after start", "email", at="11:30"),
        Step("note", "when the calendar week of mail has passed", "note"),
    )

    assert [("mail", "2026-05-11T11:30"), ("note", "2026-05-18T00:00")] == story(
        made, "2026-05-08T16:00"
    )


def test_l4_the_event_day_is_not_counted(machine: Make, story: Story) -> None:
    """L4: three business days after a Tuesday before Easter skip Good Friday and Easter Monday."""
    made = machine(Step("mail", "3 business days after start", "email"))

    assert [("mail", "2026-04-07T09:00")] == story(made, "2026-03-31T09:00")


def test_l4_business_days_are_the_clients_unless_the_step_says(machine: Make, story: Story) -> None:
    """L4: on the Dutch king's day a Bavarian sender works, and a step can count that day."""
    by = Calendar.for_country("DE-BY")
    client = machine(Step("note", "1 business day after start", "note"), sender=by)
    sender = machine(
        Step("note", "1 business day after start", "note", business_days="sender"), sender=by
    )

    assert [("note", "2026-04-28T00:00")] == story(client, "2026-04-24T10:00")
    assert [("note", "2026-04-27T00:00")] == story(sender, "2026-04-24T10:00")


def test_l5_weeks_belong_to_the_clients_territory(machine: Make, at: At) -> None:
    """L5: after a Sunday, Tuesday of the following week is a week later in the United States."""
    us = Calendar.for_country("US", timezone="Europe/Amsterdam", locale="en_US")
    step = Step("mail", "on Tuesday of the calendar week following start", "email")
    start = at("2026-03-29T11:00")

    due = {
        client: machine(step, **party).start(at=start, case="c").due
        for client, party in {"NL": {}, "US": {"client": us}}.items()
    }

    assert {"NL": at("2026-03-31T09:00"), "US": at("2026-04-07T09:00")} == due


def test_l6_rolling_is_never_silent(machine: Make, at: At) -> None:
    """L6: a reminder that falls on a Saturday goes out on Monday, and says so."""
    made = machine(Step("mail", "24 hours after start", "email"))

    planned = made.plan(at=at("2026-05-08T16:00")).steps[0]

    assert at("2026-05-11T09:00") == planned.due
    assert any(isinstance(reason, Rolled) for reason in planned.reasons)


def test_l6_backward_timings_roll_to_the_slot_before(machine: Make, story: Story) -> None:
    """L6: 24 hours before a Monday is a Sunday: the notice goes out on the Friday before."""
    made = machine(
        Step("notice", "24 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work"),
    )

    assert [("notice", "2026-05-08T17:00"), ("stop", "2026-05-11T09:00")] == story(
        made, "2026-05-04T10:00"
    )


def test_l7_no_data_is_an_error(machine: Make, at: At) -> None:
    """L7: a due date after the years of the calendar raises, and is no working day."""
    short = Calendar.for_country("NL", years=(2025, 2026))
    made = machine(Step("mail", "30 calendar days after start", "email"), client=short)

    with pytest.raises(CalendarError, match="2026-12-31"):
        made.start(at=at("2026-12-15T10:00"), case="c")


def test_l8_contact_hours_win_and_both_ends_are_inside(machine: Make, story: Story) -> None:
    """L8: 17:00 is still inside, 17:01 is not."""
    made = machine(Step("mail", "24 hours after start", "email"))

    assert [("mail", "2026-05-05T17:00")] == story(made, "2026-05-04T17:00")
    assert [("mail", "2026-05-06T09:00")] == story(made, "2026-05-04T17:01")


def test_l8_each_effect_demands_hours_of_its_own(machine: Make, at: At) -> None:
    """L8: the e-mail goes out in Amsterdam's morning, the call waits until New York is up."""
    us = Calendar.for_country("US", timezone="America/New_York", locale="en_US")
    made = machine(Step("reach", "1 calendar day after start", ["email", "call"]), sender=us)

    effects = made.plan(at=at("2026-05-04T10:00")).steps[0].effects

    assert [("email", at("2026-05-05T09:00")), ("call", at("2026-05-05T15:00"))] == [
        (effect.kind, effect.at) for effect in effects
    ]


def test_l9_a_window_takes_its_first_or_its_last_slot(machine: Make, story: Story) -> None:
    """L9: four to seven days later is Friday at the earliest and Monday at the latest."""
    early, late = (
        machine(Step("mail", "4 to 7 days after start", "email", prefer=prefer))
        for prefer in ("earliest", "latest")
    )

    assert [("mail", "2026-05-08T09:00")] == story(early, "2026-05-04T10:00")
    assert [("mail", "2026-05-11T09:00")] == story(late, "2026-05-04T10:00")


def test_l10_facts_not_plans(machine: Make, at: At, look: Look, walled: Walled) -> None:
    """L10: a reminder sent two hours late moves what counts from it by two hours."""
    made = machine(
        Step("first", "24 hours after start", "email"),
        Step("second", "24 hours after first", "email"),
    )
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    assert "2026-05-06T12:00" == walled(look(made, state, "2026-05-05T12:00").state.due)


def test_l11_notice_is_a_promise(machine: Make, at: At, look: Look, walled: Walled) -> None:
    """L11: the notice goes out a day late, so the pause waits for its 48 hours."""
    made = machine(
        Step("notice", "48 hours before pause", "email"),
        Step("pause", "7 calendar days after start", "pause_work"),
    )
    state = made.start(at=at("2026-06-03T10:00"), case="c")

    late = look(made, state, "2026-06-09T15:00").state

    assert "2026-06-08T09:00" == walled(state.due)
    assert "2026-06-11T15:00" == walled(late.due)


def test_l12_a_response_window_binds(machine: Make, story: Story) -> None:
    """L12: two business days granted on a Friday end with Tuesday, and the pause waits."""
    made = machine(
        Step("letter", "24 hours after start", "letter", answer_within="2 business days"),
        Step("pause", "1 hour after letter", "pause_work"),
    )

    assert [("letter", "2026-05-08T10:00"), ("pause", "2026-05-13T09:00")] == story(
        made, "2026-05-07T10:00"
    )


def test_l13_contacts_keep_a_distance(machine: Make, story: Story) -> None:
    """L13: two messages for the same day go out a business day apart."""
    made = machine(
        Step("mail", "1 calendar day after start", "email"),
        Step("call", "1 calendar day after start", "call"),
    )

    assert [("mail", "2026-05-08T09:00"), ("call", "2026-05-11T09:00")] == story(
        made, "2026-05-07T10:00"
    )


def test_l13_only_hours_from_that_very_contact_need_no_distance(
    machine: Make, story: Story
) -> None:
    """L13: two hours after a message are two hours."""
    made = machine(
        Step("mail", "1 calendar day after start", "email"),
        Step("call", "2 hours after mail", "call"),
    )

    assert [("mail", "2026-05-05T09:00"), ("call", "2026-05-05T11:00")] == story(
        made, "2026-05-04T10:00"
    )


def test_l13_without_an_outcome_a_case_ends_silent(machine: Make, at: At) -> None:
    """L13: it ends once the window of the last step has passed."""
    made = machine(Step("letter", "24 hours after start", "letter", answer_within="3 days"))

    plan = made.plan(at=at("2026-05-04T10:00"))

    assert ("silent", at("2026-05-09T00:00")) == (plan.outcome, plan.ended)


def test_l15_nothing_after_the_end(machine: Make, at: At, look: Look) -> None:
    """L15: the client replied, and whatever time passes, nothing is sent."""
    made = machine(Step("mail", "24 hours after start", "email"))
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    ended = made.transition(state, Signal("replied", at=at("2026-05-05T10:00"))).state
    after = look(made, ended, "2026-06-01T10:00")

    assert (Status.ENDED, "answered", None) == (ended.status, ended.outcome, ended.due)
    assert ((), True) == (after.effects, after.state is ended)


def test_l16_the_same_event_twice_is_once(machine: Make, at: At, look: Look) -> None:
    """L16: the second look gives the very same state, and keys tell the effects apart."""
    made = machine(Step("reach", "24 hours after start", ["email", "note"]))
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    once = look(made, state, "2026-05-05T10:00")
    twice = look(made, once.state, "2026-05-05T10:00")

    assert ((), True) == (twice.effects, twice.state is once.state)
    assert 2 == len({effect.key for effect in once.effects})


def test_l17_one_step_per_transition(machine: Make, at: At) -> None:
    """L17: a transition fires one of two steps that are due, `advance` fires both."""
    made = machine(
        Step("first", "24 hours after start", "note"), Step("second", "0 hours later", "note")
    )
    state = made.start(at=at("2026-05-04T10:00"), case="c")
    event = Elapsed(at=at("2026-05-05T10:00"))

    assert ["first"] == [effect.step for effect in made.transition(state, event).effects]
    assert ["first", "second"] == [effect.step for effect in made.advance(state, event).effects]


def test_l20_illegal_is_loud(machine: Make, at: At) -> None:
    """L20: an event that the policy does not know is refused, and the state stays."""
    made = machine(Step("mail", "24 hours after start", "email"))
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    with pytest.raises(EventError, match="replyed"):
        made.transition(state, Signal("replyed", at=at("2026-05-05T10:00")))

    assert state == made.start(at=at("2026-05-04T10:00"), case="c")
