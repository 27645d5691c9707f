"""A case moves to a new policy or to new calendars (L21), by the ids of its steps."""

from typing import Any

import pytest

from ghostrules import Calendar, Machine, Reaction, StateError, Step, migrate
from ghostrules.events import Answered, Bounced, Done, Held, Moved, Replied, Skipped
from tests.machine.life import Life, at, day, made, wall

MAIL = Step("mail", "24 hours after start", "email")
AGAIN = Step("again", "3 business days after mail", "email")
STOP = Step("stop", "5 business days after again", "stop_work", outcome="stopped")


def ladder(*steps: Step, **policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a ladder of three, or other steps."""
    return made(*(steps or (MAIL, AGAIN, STOP)), **policy)


def moved(life: Life, new: Machine) -> tuple[Life, list[tuple[Any, ...]]]:
    """Migrate a case, and tell what changes."""
    migration = migrate(life.state, life.machine, new)
    other = Life(new)
    other.state = migration.state
    differences = [(one.step, wall(one.before), wall(one.after)) for one in migration.differences]
    return other, differences


def test_a_case_that_moves_to_the_same_policy_changes_nothing() -> None:
    """L21: the dry run is empty, and the state the same."""
    life = Life(ladder()).until("03T12:00")

    other, differences = moved(life, ladder())

    assert ([], life.state) == (differences, other.state)


def test_a_new_timing_changes_what_is_still_to_come() -> None:
    """L21: the dry run lists dates before and after, the end of the case too."""
    slower = Step("again", "4 business days after mail", "email")
    life = Life(ladder()).until("03T12:00")

    other, differences = moved(life, ladder(MAIL, slower, STOP))

    assert [
        ("again", "05T09:00", "08T09:00"),
        ("stop", "12T09:00", "15T09:00"),
        (None, "12T09:00", "15T09:00"),
    ] == differences
    assert ["again 08T09:00", "stop 15T09:00"] == other.until("30T12:00").sent


def test_what_has_happened_stays_happened() -> None:
    """L21: a new timing of a mail that is out sends nothing again."""
    later = Step("mail", "6 calendar days after start", "email")
    other, differences = moved(Life(ladder()).until("03T12:00"), ladder(later, AGAIN, STOP))

    assert ([], ["again 05T09:00", "stop 12T09:00"]) == (differences, other.until("30T12:00").sent)


def test_a_step_that_vanishes_is_listed() -> None:
    """L21: it has a date before, and none after."""
    stop = Step("stop", "5 business days after mail", "stop_work", outcome="stopped")
    other, differences = moved(Life(ladder()).until("03T12:00"), ladder(MAIL, stop))

    assert ("again", "05T09:00", None) in differences
    assert ["stop 09T09:00"] == other.until("30T12:00").sent


def test_a_step_that_is_new_is_listed() -> None:
    """L21: it has a date after, and none before."""
    call = Step("text", "1 business day after again", "sms")
    other, differences = moved(Life(ladder()).until("03T12:00"), ladder(MAIL, AGAIN, call, STOP))

    assert ("text", None, "08T09:00") in differences
    assert ["again", "text", "stop"] == [line.split()[0] for line in other.until("30T12:00").sent]


def test_a_new_step_before_what_has_happened_is_left_out() -> None:
    """L21: nobody sends the first mail after the second."""
    first = Step("first", "1 hour after start", "email")
    other, _ = moved(Life(ladder()).until("03T12:00"), ladder(first, MAIL, AGAIN, STOP))

    assert ["again", "stop"] == [line.split()[0] for line in other.until("30T12:00").sent]


def test_a_case_moves_to_other_calendars() -> None:
    """L21: a client who moved to Turkey has Turkish holidays and hours."""
    turkish = Calendar.for_country("TR")
    life = Life(ladder()).until("03T12:00")

    other, differences = moved(life, ladder(client=turkish, sender=turkish))

    assert [("again", "05T09:00", "05T08:00")] == differences[:1]
    assert "05T08:00" == other.due


def test_a_new_machine_refuses_what_has_not_moved() -> None:
    """L21: nothing migrates by itself."""
    life = Life(ladder())
    new = ladder(MAIL, STOP.__class__("stop", "9 days after mail", "stop_work"))

    with pytest.raises(StateError):
        new.explain(life.state)
    with pytest.raises(StateError):
        migrate(life.state, new, new)


def test_what_a_person_changed_moves_along() -> None:
    """A5, L21: skips and moves are of the case."""
    life = Life(ladder()).tell(
        Skipped("again", by="ada", at=at("01T12:00")), Moved("stop", day(25), at=at("01T13:00"))
    )
    text = Step("text", "1 business day after again", "sms")

    other, _ = moved(life, ladder(MAIL, AGAIN, text, STOP))

    assert ["mail", "text", "stop"] == [line.split()[0] for line in other.until("30T12:00").sent]
    assert "stop 25T09:00" == other.sent[-1]


def test_a_hold_and_a_turn_move_along() -> None:
    """L14, L18: what stands goes on standing."""
    held = Life(ladder()).tell(Held(day(9), at=at("01T12:00")))
    ours = Life(ladder()).tell(Replied(at=at("01T12:00")))
    new = ladder(MAIL, STOP.__class__("stop", "9 days after mail", "stop_work"))

    assert "10T00:00" == moved(held, new)[0].due
    other = moved(ours, new)[0]
    assert None is other.due
    assert "02T16:00" == other.tell(Answered(at=at("01T16:00"))).due


def test_an_ended_case_stays_ended() -> None:
    """L15, L21: its end has no date to come."""
    life = Life(ladder()).until("30T12:00")

    other, differences = moved(
        life,
        ladder(MAIL, STOP.__class__("stop", "9 days after mail", "stop_work", outcome="stopped")),
    )

    assert ([], "stopped") == (differences, other.state.outcome)


def test_a_fact_that_is_missing_is_refused() -> None:
    """L21: what cannot be mapped is refused."""
    new = ladder(MAIL, Step("again", "30 days after due", "email"), STOP, facts={"due": "date"})

    with pytest.raises(StateError, match="due"):
        migrate(Life(ladder()).state, ladder(), new)


def test_a_step_that_waits_and_is_gone_is_refused() -> None:
    """L21: a case in the middle of a step that the new policy has not."""
    call = Step("call", "24 hours after start", "call")
    old = ladder(call, STOP.__class__("stop", "9 days after call", "stop_work"))
    life = Life(old).look("02T10:00")

    with pytest.raises(StateError, match="call"):
        migrate(life.state, old, ladder())


def test_a_reaction_that_waits_and_is_gone_is_refused() -> None:
    """L21: effects that are still to come have to be somebody's."""
    old = ladder(on=[Reaction("replied", "nothing", do="email")])
    life = Life(old).tell(Replied(at=at("01T20:00")))

    with pytest.raises(StateError):
        migrate(life.state, old, ladder())


def test_a_step_that_waits_for_an_earlier_one_moves_along() -> None:
    """L21, L26: the call stays asked for while the letter goes out again."""
    letter = Step("letter", "24 hours after start", "letter")
    call = Step("call", "1 hour after letter", "call")
    last = Step("last", "48 hours after start", "email")
    life = Life(made(letter, call, last)).until("02T12:00")
    life.tell(Bounced("letter", at=at("02T12:00")))

    other, _ = moved(life, made(Step("hello", "1 hour after start", "note"), letter, call, last))
    assert "03T09:00" == other.due
    other.until("03T09:00").tell(Done("call", at=at("03T10:00")))
    assert (["letter 03T09:00"], "04T09:00") == (other.sent, other.due)

    with pytest.raises(StateError, match="in the middle of `call`"):
        moved(life, made(letter, last))
