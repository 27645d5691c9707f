"""What happens when nobody looked in time (L10, L17)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from ghostrules import Calendar, Elapsed, Machine, State, Status, Step, Transition
from ghostrules.events import Held
from ghostrules.machine import LookedLate, Merged, SkippedLate

Make = Callable[..., Machine]
At = Callable[[str], datetime]
Look = Callable[[Machine, State, str], Transition]
Run = Callable[[Machine, State, Sequence[str]], list[str]]
Walled = Callable[[datetime | None], str]

_TIPS = (("a", 7), ("b", 14), ("c", 21))


def test_a_look_within_the_punctual_quarter_acts_at_the_due_instant(
    machine: Make, at: At, look: Look, walled: Walled
) -> None:
    """L10: fourteen minutes late still happens at the due instant, even after closing time."""
    made = machine(Step("mail", "48 hours after start", "email"))
    state = made.start(at=at("2026-05-04T17:00"), case="c")

    result = look(made, state, "2026-05-06T17:14")

    assert "2026-05-06T17:00" == walled(result.effects[0].at)


def test_a_look_older_than_the_last_does_nothing_even_where_a_hold_is_learned_late(
    machine: Make, at: At, look: Look
) -> None:
    """L16: the draft was made on Wednesday, so nobody can have looked on Tuesday after that."""
    made = machine(Step("mail", "48 hours after start", "email", confirm=True))
    drafted = look(made, made.start(at=at("2026-05-04T10:00"), case="c"), "2026-05-06T10:00").state
    held = Held(at("2026-05-05T12:00"), at=at("2026-05-05T10:00"))
    state = made.transition(drafted, held).state

    assert state is look(made, state, "2026-05-05T12:00").state


def test_a_later_look_acts_at_the_moment_of_the_look(
    machine: Make, at: At, look: Look, walled: Walled
) -> None:
    """L10: sixteen minutes late happens when we looked, and the next step counts from there."""
    made = machine(
        Step("mail", "48 hours after start", "email"), Step("again", "24 hours later", "email")
    )
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    result = look(made, state, "2026-05-06T10:16")

    assert "2026-05-06T10:16" == walled(result.effects[0].at)
    assert "2026-05-07T10:16" == walled(result.state.due)


def test_a_late_look_outside_hours_moves_the_due_to_the_next_slot(
    machine: Make, at: At, look: Look, walled: Walled
) -> None:
    """L10: a look at night fires nothing; the reasons say that we looked late."""
    made = machine(Step("mail", "48 hours after start", "email"))
    state = made.start(at=at("2026-05-04T10:00"), case="c")

    result = look(made, state, "2026-05-06T22:00")

    assert () == result.effects
    assert "2026-05-07T09:00" == walled(result.state.due)
    assert any(isinstance(reason, LookedLate) for reason in result.next_reasons)


def test_steps_never_bunch_up_after_an_outage(machine: Make, at: At, silent_run: Run) -> None:
    """L10, L13: after a week without a look the gap of one business day still holds."""
    made = machine(
        Step("first", "24 hours after start", "email"),
        Step("second", "24 hours after start", "email"),
        Step("third", "48 hours after start", "email"),
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    acted = silent_run(
        made,
        state,
        ["2026-06-12T11:00", "2026-06-12T12:00", "2026-06-15T09:00", "2026-06-16T09:00"],
    )

    assert [
        "first#1 2026-06-12T11:00",
        "second#1 2026-06-15T09:00",
        "third#1 2026-06-16T09:00",
    ] == acted


def test_of_several_overdue_occurrences_only_the_last_is_sent(
    machine: Make, at: At, look: Look
) -> None:
    """L17: two of three notices have passed by; they are recorded as merged into the third."""
    made = machine(Step("notice", "7, 14 and 21 calendar days after start", "email"))
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = look(made, state, "2026-06-24T11:00")

    assert [3] == [effect.occurrence for effect in result.effects]
    assert Merged((1, 2)) in result.reasons
    assert Status.ENDED is result.state.status


def test_a_start_after_several_dates_sends_only_the_last_that_passed(
    machine: Make, at: At, silent_run: Run
) -> None:
    """L17: a case opened long after the due date begins with the notice that is due by then."""
    made = machine(
        Step("notice", "30, 60 and 90 calendar days after due", "email"), facts={"due": "date"}
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c", facts={"due": date(2026, 4, 1)})

    assert ["notice#2 2026-06-01T10:00", "notice#3 2026-06-30T09:00"] == silent_run(
        made, state, ["2026-06-01T10:00", "2026-06-30T09:00"]
    )


def test_several_occurrences_are_all_sent_where_the_policy_says_send(
    machine: Make, at: At, silent_run: Run
) -> None:
    """L17: `if_late = "send"` sends each, a business day apart."""
    made = machine(
        Step("notice", "7 and 14 calendar days after start", "email", if_late="send"),
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    assert ["notice#1 2026-06-24T11:00", "notice#2 2026-06-25T09:00"] == silent_run(
        made, state, ["2026-06-24T11:00", "2026-06-25T09:00"]
    )


def test_a_step_beyond_its_patience_is_left_out_where_the_policy_says_skip(
    machine: Make, at: At, look: Look, walled: Walled
) -> None:
    """L17: two business days late with a patience of one; the next step counts from the look."""
    made = machine(
        Step("tip", "48 hours after start", "email", if_late="skip"),
        Step("mail", "24 hours later", "email"),
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = look(made, state, "2026-06-05T10:00")

    assert () == result.effects
    assert "tip" == result.step
    assert isinstance(result.reasons[0], SkippedLate)
    assert "2026-06-08T09:00" == walled(result.state.due)


def test_of_several_overdue_steps_each_is_judged_by_its_own_due(
    machine: Make, at: At, look: Look
) -> None:
    """L17: a look that leaves out one step does not make the next one look punctual."""
    made = machine(
        *(Step(f"tip-{one}", f"{n} days after start", "email", if_late="skip") for one, n in _TIPS)
    )
    state, sent = made.start(at=at("2026-06-01T10:00"), case="c"), list[str]()

    result = made.advance(state, Elapsed(at=at("2026-06-23T12:00")))
    sent += [effect.step or "" for effect in result.effects]

    assert ["tip-c"] == sent


def test_a_step_within_its_patience_is_sent(machine: Make, at: At, look: Look) -> None:
    """L17: the next business day is still within the patience of one business day."""
    made = machine(Step("tip", "48 hours after start", "email", if_late="skip"))
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    assert 1 == len(look(made, state, "2026-06-04T16:00").effects)


def test_patience_counts_from_the_due_before_the_outage_moved_it(
    machine: Make, at: At, look: Look
) -> None:
    """L17: looks at night move the due on, and do not give the step new patience."""
    made = machine(Step("tip", "48 hours after start", "email", if_late="skip"))
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    moved = look(made, state, "2026-06-04T20:00").state

    result = look(made, moved, "2026-06-05T09:00")

    assert () == result.effects
    assert isinstance(result.reasons[0], SkippedLate)


def test_a_late_notice_moves_the_pause(machine: Make, at: At, look: Look, walled: Walled) -> None:
    """L11: the notice goes out a day late, so the pause waits until 48 hours after it."""
    made = machine(
        Step("notice", "48 hours before pause", "email"),
        Step("pause", "5 business days after start", "pause_work", outcome="paused"),
    )
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    assert "2026-06-05T17:00" == walled(state.due)

    result = look(made, state, "2026-06-08T11:00")

    assert "2026-06-10T11:00" == walled(result.state.due)


def test_a_late_notice_in_business_days_binds_to_the_first_date_that_reaches_it(
    machine: Make, at: At, look: Look, walled: Walled
) -> None:
    """L11: one business day before Saturday is Friday, so a firm open on Saturdays stops then."""
    shop = Calendar.for_country("NL", hours="mon-sat 09:00-17:00")
    made = machine(
        Step("notice", "1 business day before stop", "email"),
        Step("stop", "2 calendar days after start", "stop_work", outcome="stopped"),
        client=shop,
        sender=shop,
    )
    state = made.start(at=at("2026-06-03T10:00"), case="c")
    assert "2026-06-04T09:00" == walled(state.due)

    result = look(made, state, "2026-06-05T10:00")

    assert "2026-06-06T09:00" == walled(result.state.due)


def test_a_notice_is_planned_over_the_occurrences_that_will_be_merged(
    machine: Make, story: Callable[..., list[tuple[str, str]]]
) -> None:
    """L11, L17: over a weekend three daily mails become one, and the notice counts on that."""
    made = machine(
        Step("first", "24 hours after start", "email"),
        Step("notice", "48 hours before last", "note"),
        Step("daily", "every calendar day after first, at most 3 times", "email"),
        Step("last", "within 72 hours after daily", "call"),
    )

    assert [
        ("first", "2026-06-05T10:00"),
        ("notice", "2026-06-06T09:00"),
        ("daily", "2026-06-08T09:00"),
        ("last", "2026-06-08T09:00"),
    ] == story(made, "2026-06-04T10:00")
