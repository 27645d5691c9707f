"""How cases end, and what can still happen to them (L15)."""

from typing import Any

import pytest

from ghostrules import EventError, Machine, Reaction, Status, Step, Turn
from ghostrules.events import (
    Answered,
    Bounced,
    Cancelled,
    Confirmed,
    Dropped,
    FactChanged,
    Failed,
    Held,
    Released,
    Replied,
    Signal,
    Skipped,
    Undone,
)
from ghostrules.machine import EndedBy
from tests.machine.life import Life, at, day, made


def ladder(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail after a day, and another two days after it."""
    return made(
        Step("first", "24 hours after start", "email"),
        Step("second", "48 hours after first", "email", outcome="given-up"),
        **policy,
    )


def ended(since: str = "02T12:00", **policy: Any) -> Life:  # noqa: ANN401 - keys of a policy
    """End a case after its first mail."""
    return Life(ladder(**policy)).until("02T12:00").tell(Signal("settled", at=at(since)))


@pytest.mark.parametrize(
    ("ends", "event", "outcome"),
    [
        ("settled", Signal("settled", at=at("01T12:00")), "settled"),
        ({"settled": "well"}, Signal("settled", at=at("01T12:00")), "well"),
        ("replied", Replied(at=at("01T12:00")), "replied"),
        ({"replied": "answered"}, Replied(at=at("01T12:00")), "answered"),
        ({"disputed": "lost"}, Cancelled(at=at("01T12:00")), "cancelled"),
        ({"cancelled": "off"}, Cancelled(at=at("01T12:00")), "off"),
    ],
)
def test_an_end_has_an_outcome(ends: Any, event: Any, outcome: str) -> None:  # noqa: ANN401
    """Settled: an end without a name has its event's name; the turn of an ended case is null."""
    life = Life(ladder(ends=ends)).tell(event)

    assert (Status.ENDED, outcome, None, None) == (
        life.state.status,
        life.state.outcome,
        life.state.turn,
        life.due,
    )
    assert at("01T12:00") == life.state.ended


def test_the_reasons_say_what_ended_a_case() -> None:
    """The cause is the event, or the step."""
    assert EndedBy("settled", "settled") in ended().last.reasons
    life = Life(ladder()).until("30T12:00")
    assert EndedBy("given-up", "second") in life.last.reasons


def test_a_case_ends_while_it_is_held_or_our_turn() -> None:
    """An end is an end in whatever status."""
    for before in (Held(at=at("01T11:00")), Replied(at=at("01T11:00"))):
        life = Life(ladder()).tell(before, Signal("settled", at=at("01T12:00")))
        assert ("settled", None, None) == (life.state.outcome, life.due, life.state.turn)


@pytest.mark.parametrize(
    "event",
    [
        Held(at=at("03T12:00")),
        Released(at=at("03T12:00")),
        Confirmed("first", at=at("03T12:00")),
        Dropped("first", at=at("03T12:00")),
        Skipped("second", at=at("03T12:00")),
        Answered(at=at("03T12:00")),
    ],
)
def test_what_we_decide_is_impossible_after_the_end(event: Any) -> None:  # noqa: ANN401
    """L20: by status; the state stays what it was."""
    life = ended()
    before = life.state

    with pytest.raises(EventError):
        life.tell(event)
    assert life.state is before


@pytest.mark.parametrize(
    "event",
    [
        Replied(at=at("03T12:00")),
        Signal("settled", at=at("03T12:00")),
        Cancelled(at=at("03T12:00")),
    ],
)
def test_what_the_world_does_after_the_end_changes_nothing(event: Any) -> None:  # noqa: ANN401
    """L15: the very same state, and no effect."""
    life = ended()
    before = life.state

    assert life.tell(event).state is before
    assert life.look("30T12:00").state is before
    assert 1 == len(life.sent)


def test_an_undone_end_goes_on_where_it_was() -> None:
    """L15: the time between counts as a hold, so two days are two days of waiting."""
    life = ended().tell(Undone(reason="a mistake", at=at("02T18:00")))

    assert (Status.OPEN, None, None, Turn.CLIENT, 1) == (
        life.state.status,
        life.state.outcome,
        life.state.ended,
        life.state.turn,
        life.state.round,
    )
    assert "04T16:00" == life.due
    assert ["first 02T10:00", "second 04T16:00"] == life.until("30T12:00").sent


def test_an_undone_end_shifts_dates_by_the_dates_between() -> None:
    """L15, L18: a week between is a week."""
    policy = made(Step("mail", "7 calendar days after start", "email"))
    life = Life(policy).tell(Signal("settled", at=at("02T12:00")), Undone(at=at("04T12:00")))

    assert "10T09:00" == life.due


def test_an_end_that_is_undone_in_our_turn_is_our_turn() -> None:
    """L15: where it was, the client waited for our answer."""
    life = Life(ladder(respond_within="4 hours")).tell(
        Replied(at=at("01T11:00")),
        Signal("settled", at=at("01T12:00")),
        Undone(at=at("01T13:00")),
    )

    assert (Turn.OURS, Status.OPEN) == (life.state.turn, life.state.status)


def test_an_end_that_is_undone_while_held_is_held() -> None:
    """L15: where it was, somebody held it."""
    life = Life(ladder()).tell(
        Held(day(9), at=at("01T11:00")),
        Signal("settled", at=at("01T12:00")),
        Undone(at=at("01T13:00")),
    )

    assert (Status.HELD, "10T00:00") == (life.state.status, life.due)


def test_an_end_that_is_undone_after_a_hold_stopped_the_clock_until_then() -> None:
    """L15: the time between counts as a hold, though the hold before it was shorter."""
    life = Life(ladder()).tell(
        Held(day(1), at=at("01T12:00")), Signal("settled", at=at("01T14:00"))
    )

    life.tell(Undone(at=at("04T12:00")))

    assert (Status.OPEN, "05T10:00") == (life.state.status, life.due)


def test_an_end_by_the_last_step_can_be_undone() -> None:
    """L15: nothing is left to do, and the case ends as it did unless a person does something."""
    life = Life(ladder()).until("30T12:00")

    life.tell(Undone(at=at("30T13:00")))

    assert [1, 1] == [life.sent.count(one) for one in life.sent]


def test_where_nothing_was_left_a_new_round_that_repeats_nothing_leaves_nothing() -> None:
    """L14, L15: a case that went on after its last step does not end because a hold does."""
    policy = made(
        Step("bill", "3 calendar days after due", "charge"),
        facts={"due": "date"},
        on_resume="restart",
    )
    life = Life(policy, facts={"due": day(1)}).until("30T12:00")
    life.tell(Undone(at=at("05T12:00")), Held(day(8), at=at("05T13:00")))

    life.look("09T00:00")

    assert (Status.OPEN, 2, None) == (life.state.status, life.state.round, life.due)


def test_what_has_not_ended_cannot_be_undone() -> None:
    """L20: impossible by status."""
    with pytest.raises(EventError):
        Life(ladder()).tell(Undone(at=at("01T12:00")))


def test_undone_twice_is_once() -> None:
    """L16: told again it changes nothing."""
    life = ended().tell(Undone(at=at("02T18:00")))
    before = life.state

    assert life.tell(Undone(at=at("02T18:00"))).state is before


def test_a_fact_that_changes_after_the_end_is_known() -> None:
    """L15: it yields no effect, whatever it would have made due."""
    policy = made(Step("mail", "30 days after due", "email"), facts={"due": "date"})
    life = Life(policy, facts={"due": day(1)}).tell(Signal("settled", at=at("02T12:00")))

    life.tell(FactChanged("due", at("2026-01-01T00:00").date(), at=at("03T12:00")))

    assert ([], None, Status.ENDED) == (life.sent, life.due, life.state.status)


def paused(*on: Reaction) -> Life:
    """Live a case to its pause, in a policy that says what happens after."""
    policy = made(
        Step("mail", "24 hours after start", "email"),
        Step("pause", "24 hours after mail", "pause_work", outcome="paused"),
        on=on,
    )
    return Life(policy).until("03T12:00")


def test_a_client_who_comes_back_after_the_pause() -> None:
    """L15, A4: the policy names it: work is resumed and the restart fee charged."""
    life = paused(Reaction("replied", do=["resume_work", "charge"], outcome="paused"))
    assert "paused" == life.state.outcome

    life.tell(Replied(at=at("10T11:00"))).until("30T12:00")

    assert ["resume_work", "charge"] == life.kinds[2:]
    assert (["None 10T11:00"] * 2, "paused") == (life.sent[2:], life.state.outcome)


def test_effects_after_the_end_keep_hours() -> None:
    """L8: who comes back at night gets a mail in the morning."""
    life = paused(Reaction("replied", do=["email", "charge"], outcome="paused"))

    life.tell(Replied(at=at("10T22:00")))
    assert "11T09:00" == life.due

    life.until("30T12:00")
    assert ["None 11T09:00", "None 11T09:00"] == life.sent[2:]


def test_a_client_who_comes_back_can_get_a_new_timeline() -> None:
    """L15: `restart` opens a new round of a case that has ended."""
    life = paused(Reaction("replied", "restart", outcome="paused"))

    life.tell(Replied(at=at("10T11:00"))).until("11T12:00")

    assert ("mail 11T11:00", 2, Status.OPEN) == (life.sent[-1], life.state.round, life.state.status)


def test_a_reaction_of_another_outcome_does_nothing() -> None:
    """L15: only the outcome that the policy names."""
    life = paused(Reaction("replied", do="charge", outcome="settled"))
    before = life.state

    assert life.tell(Replied(at=at("10T11:00"))).state is before


def test_a_reaction_without_an_outcome_is_for_cases_that_go_on() -> None:
    """L15: after the end it yields nothing."""
    life = paused(Reaction("replied", "our turn", do="note"))
    before = life.state

    assert life.tell(Replied(at=at("10T11:00"))).state is before


def test_a_stop_that_is_no_end_is_reopened_by_a_reply() -> None:
    """C2c: `resume` lets a case that has ended go on where it was."""
    life = ended()
    policy = ladder(on=[Reaction("replied", "resume", outcome="settled")])
    life = Life(policy).until("02T12:00").tell(Signal("settled", at=at("02T12:00")))

    life.tell(Replied(at=at("02T18:00")))

    assert (Status.OPEN, Turn.CLIENT, "04T16:00") == (life.state.status, life.state.turn, life.due)


def test_an_undone_is_refused_for_an_open_case_at_another_instant() -> None:
    """L20, L16: the very event that undid the end is known, no other is possible."""
    life = ended().tell(Undone(at=at("03T12:00")))
    before = life.state

    assert life.tell(Undone(at=at("03T12:00"))).state is before
    for other in ("03T11:00", "03T13:00"):
        with pytest.raises(EventError, match="not ended"):
            life.tell(Undone(at=at(other)))


def test_a_hold_that_was_over_before_the_end_does_not_come_back_when_it_is_undone() -> None:
    """L18: nobody looked at the end of the hold, and the case had gone on all the same."""
    life = Life(ladder(on_resume="restart")).tell(Held(until=at("03T12:00"), at=at("01T12:00")))

    life.tell(Signal("settled", at=at("04T12:00")))

    assert (Status.ENDED, 2) == (life.state.status, life.state.round)
    assert Status.OPEN is life.tell(Undone(at=at("04T13:00"))).state.status


def test_the_time_between_counts_though_a_hold_ended_in_it() -> None:
    """L15: the case was held until the third, and had ended until the fifth."""
    life = Life(made(Step("note", "72 hours after start", "note")))
    life.tell(Held(until=at("03T10:00"), at=at("01T16:00")))
    life.tell(Signal("settled", at=at("02T10:00")))

    life.tell(Undone(at=at("05T10:00"))).look("05T10:00")

    assert (Status.OPEN, "08T04:00") == (life.state.status, life.due)


def test_the_silent_end_is_not_due_before_the_release() -> None:
    """L18: nothing is due before the last release, the end of the case neither."""
    machine = made(Step("first", "24 hours after start", "email", confirm=True))
    life = Life(machine).until("02T12:00")
    life.tell(Held(at=at("02T12:00")), Dropped("first", at=at("02T13:00")))

    released = machine.transition(life.state, Released(at=at("02T14:00"))).state

    assert at("02T14:00") == released.due


def test_a_failure_told_after_the_end_counts_when_the_end_is_undone() -> None:
    """L15, L26: it yields nothing while the case has ended, and what failed goes out then."""
    life = ended("02T12:00").tell(Bounced("first", at=at("02T13:00")))
    assert (Status.ENDED, None) == (life.state.status, life.due)

    life.tell(Undone(at=at("02T14:00"))).until("03T12:00")

    assert ["first 02T10:00", "first 03T09:00"] == life.sent


def test_a_reaction_gives_another_outcome_to_a_case_that_has_ended() -> None:
    """L15: it names how the case ended; that it ended, and when, stays."""
    life = ended("02T12:00", on=[Reaction("replied", "end well", outcome="settled")])

    life.tell(Replied(at=at("03T10:00")), Replied(at=at("04T10:00")))

    assert ("well", at("02T12:00")) == (life.state.outcome, life.state.ended)


def test_what_failed_after_an_undone_end_lets_the_case_end_again() -> None:
    """L13, L26: once the last step has happened again, the case ends as it did."""
    life = Life(made(Step("mail", "24 hours after start", "email", answer_within="4 hours")))
    life.until("02T14:00").tell(Undone(at=at("02T15:00")), Failed("mail", at=at("02T16:00")))

    life.until("10T12:00")

    assert (["mail 02T10:00", "mail 03T09:00"], "silent") == (life.sent, life.state.outcome)


@pytest.mark.parametrize(
    "event", [Cancelled(at=at("03T10:00")), Signal("settled", at=at("03T10:00"))]
)
def test_an_end_that_was_undone_does_not_end_the_case_when_it_is_told_again(event: Any) -> None:  # noqa: ANN401
    """L16, L20: an end not later than the instant at which it was undone does nothing."""
    life = Life(ladder()).until("02T12:00").tell(event, Undone(at=at("03T11:00")))

    assert Status.OPEN == life.tell(event).state.status
