"""Until when a client can answer: the window of a step, or the next harm (L11, L12)."""

import pytest

from ghostrules import Calendar, Elapsed, Held, Skipped, StateError, Step, built_in, compile
from tests.machine.life import Life, at, made, wall

WINDOW = made(Step("a", "1 calendar day after start", "email", answer_within="2 business days"))
NOTICE = made(
    Step("a", "48 hours before b", "email"),
    Step("b", "5 business days after start", "pause_work"),
)


def test_a_window_in_days_has_a_last_day() -> None:
    """L12: Thursday and Friday; the machine waits for the midnight after."""
    life = Life(WINDOW, "01T10:00").until("02T12:00")
    found = life.machine.answer_by(life.state, "a")
    assert found is not None
    assert ("2026-06-04", "05T00:00") == (str(found.last_day), wall(found.at))


def test_without_a_window_it_is_the_next_harm() -> None:
    """L11: what a notice announces."""
    life = Life(NOTICE, "01T10:00").until("05T17:00")
    found = life.machine.answer_by(life.state, "a")
    assert found is not None
    assert (None, life.due) == (found.last_day, wall(found.at))


def test_a_late_notice_moves_the_deadline() -> None:
    """L11: it is counted from when the notice went out."""
    machine = NOTICE
    state = machine.start(at=at("01T10:00"), case="c")
    state = machine.transition(state, Elapsed(at=at("08T12:00"))).state
    found = machine.answer_by(state, "a")
    assert found is not None
    assert "10T12:00" == wall(found.at)


def test_what_is_left_out_harms_nobody() -> None:
    """A step that a person skips announces nothing."""
    life = Life(NOTICE, "01T10:00").tell(Skipped("b", by="ada", at=at("02T10:00")))
    assert life.machine.answer_by(life.state) is None


def test_a_window_stretches_over_a_hold() -> None:
    """L18: Thursday and Friday begin while the clock stands, so two more days are counted."""
    life = Life(WINDOW, "01T10:00").until("02T12:00")
    life.tell(Held(at("04T12:00").date(), at=at("03T12:00")))
    found = life.machine.answer_by(life.state, "a")
    assert found is not None
    assert "2026-06-08" == str(found.last_day)


def test_nobody_knows_how_long_an_open_hold_lasts() -> None:
    """L18: until it is released there is no deadline."""
    life = Life(WINDOW, "01T10:00").until("02T12:00").tell(Held(at=at("03T12:00")))
    assert life.machine.answer_by(life.state, "a") is None


def test_a_plan_has_the_state_after_each_step() -> None:
    """On the silent path, step by step."""
    plan = NOTICE.plan(at=at("01T10:00"))
    assert [1, 2] == [sum(h is not None for h in step.state.happened) for step in plan]


def test_the_state_of_another_machine_is_refused() -> None:
    """As everywhere."""
    nl = Calendar.for_country("NL")
    other = compile(built_in("negotiation"), sender=nl, client=nl)
    with pytest.raises(StateError):
        other.answer_by(Life(NOTICE).state)
