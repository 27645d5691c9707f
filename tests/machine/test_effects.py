"""Effects with different hours: each gets its own slot (L8)."""

from collections.abc import Callable
from datetime import datetime

import pytest

from ghostrules import (
    Calendar,
    CalendarError,
    Done,
    Elapsed,
    Machine,
    Policy,
    Signal,
    Step,
    compile,
    do,
)

Make = Callable[..., Machine]
At = Callable[[str], datetime]
Walled = Callable[[datetime | None], str]


@pytest.fixture(scope="module")
def york() -> Calendar:
    """A sender in New York, whose day begins at three in the afternoon in Amsterdam."""
    return Calendar.for_country("US", timezone="America/New_York", locale="en_US")


def test_each_effect_happens_in_the_hours_that_it_demands(
    machine: Make, at: At, york: Calendar, walled: Walled
) -> None:
    """L8: mail in the client's hours, a call in both, work in the sender's, notes at any time."""
    made = machine(
        Step("all", "7 calendar days after start", ["email", "call", "pause_work", "note"]),
        sender=york,
    )

    (planned,) = made.plan(at=at("2026-06-01T10:00"))

    assert {
        "note": "2026-06-08T00:00",
        "email": "2026-06-08T09:00",
        "call": "2026-06-08T15:00",
        "pause_work": "2026-06-08T15:00",
    } == {effect.kind: walled(effect.at) for effect in planned.effects}


def test_effects_in_different_slots_are_transitions_of_their_own(
    machine: Make, at: At, york: Calendar
) -> None:
    """L17: the mail goes out first; the call is due hours later, and ends the case once made."""
    made = machine(Step("both", "7 calendar days after start", ["email", "call"]), sender=york)
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    first = made.transition(state, Elapsed(at=state.due or at("2026-06-01T10:00")))
    second = made.transition(first.state, Elapsed(at=first.state.due or at("2026-06-01T10:00")))
    called = made.transition(second.state, Done("both", "reached", at=at("2026-06-08T15:10")))

    assert ["email"] == [effect.kind for effect in first.effects]
    assert ["call"] == [effect.kind for effect in second.effects]
    assert None is second.state.outcome
    assert ("silent", ()) == (called.state.outcome, called.effects)


def test_the_step_has_happened_when_its_last_counting_effect_has(
    machine: Make, at: At, york: Calendar, walled: Walled
) -> None:
    """L8: the next step counts from the call in the afternoon, not from the mail in the morning."""
    made = machine(
        Step("both", "7 calendar days after start", ["email", "call"]),
        Step("next", "24 hours later", "email"),
        sender=york,
    )

    plan = made.plan(at=at("2026-06-01T10:00"))

    assert "2026-06-09T15:00" == walled(plan.steps[1].due)


def test_effects_that_a_late_look_could_not_do_wait_for_their_next_slot(
    machine: Make, at: At, york: Calendar, walled: Walled
) -> None:
    """L10: at six in the evening the work is paused; the mail waits until the next morning."""
    made = machine(
        Step("both", "7 calendar days after start", ["email", "pause_work"]), sender=york
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = made.transition(state, Elapsed(at=at("2026-06-08T18:00")))

    assert ["pause_work"] == [effect.kind for effect in result.effects]
    assert "2026-06-09T09:00" == walled(result.state.due)


def test_an_end_cancels_the_outstanding_effects(machine: Make, at: At, york: Calendar) -> None:
    """L17: the client answers between the mail and the call, so nobody calls."""
    made = machine(Step("both", "7 calendar days after start", ["email", "call"]), sender=york)
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    mailed = made.transition(state, Elapsed(at=at("2026-06-08T09:00"))).state

    ended = made.transition(mailed, Signal("replied", at=at("2026-06-08T11:00"))).state
    later = made.transition(ended, Elapsed(at=at("2026-06-08T15:00")))

    assert later.state is ended
    assert () == later.effects


def test_parties_without_common_hours_are_refused(nl: Calendar) -> None:
    """L8: a call between Amsterdam and Auckland has no hour in common, and compile says so."""
    auckland = Calendar.for_country("NZ", timezone="Pacific/Auckland", locale="en_NZ")
    policy = Policy("c", [Step("call", "1 day later", do.call())], ends="replied")

    with pytest.raises(CalendarError, match="without any"):
        compile(policy, sender=auckland, client=nl)


def test_keys_name_case_round_step_occurrence_position_and_attempt(machine: Make, at: At) -> None:
    """L16: the key of an effect is made of names and numbers, never of time."""
    made = machine(Step("mail", "7 and 14 calendar days after start", ["email", "sms"]))

    plan = made.plan(at=at("2026-06-01T10:00"), case="acme:7")

    assert [
        "acme:7:1:mail:1:0:1",
        "acme:7:1:mail:1:1:1",
        "acme:7:1:mail:2:0:1",
        "acme:7:1:mail:2:1:1",
    ] == [effect.key for planned in plan for effect in planned.effects]


def test_words_are_named_by_policy_and_step_unless_the_effect_names_them(
    machine: Make, at: At
) -> None:
    """An effect that reaches the client has a template, and so has a note; work has none."""
    made = machine(
        Step(
            "mail",
            "1 day later",
            [do.email(), do.sms(template="short"), do.note(), do.pause_work()],
        ),
    )

    (planned,) = made.plan(at=at("2026-06-01T10:00"))

    assert {"email": "case/mail", "sms": "short", "note": "case/mail", "pause_work": None} == {
        effect.kind: effect.template for effect in planned.effects
    }


def test_a_last_effect_that_outlasts_the_last_window_ends_the_case(
    machine: Make, at: At, york: Calendar
) -> None:
    """L13: the mail granted two hours; the work in New York comes after them, and ends the case."""
    made = machine(
        Step("last", "7 calendar days after start", ["email", "resume_work"], answer_within="2h"),
        sender=york,
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    mailed = made.transition(state, Elapsed(at=at("2026-06-08T09:00"))).state

    ended = made.transition(mailed, Elapsed(at=at("2026-06-08T15:00"))).state

    assert ("silent", at("2026-06-08T15:00")) == (ended.outcome, ended.ended)


def test_a_plan_gives_the_reasons_of_every_slot_of_a_step(
    machine: Make, at: At, york: Calendar
) -> None:
    """The mail and the call of one step come at different hours, and both say why."""
    made = machine(Step("both", "7 calendar days after start", ["email", "call"]), sender=york)

    (planned,) = made.plan(at=at("2026-06-01T10:00"))

    assert ["Counted", "Opened", "Counted", "Opened", "EndedBy"] == [
        type(reason).__name__ for reason in planned.reasons
    ]
