"""What a client promises (`promised`) holds the case to its end, and a grace (L18)."""

from typing import Any

import pytest

from ghostrules import Machine, Status, Step, Turn
from ghostrules.events import Held, Paid, Promised, Released
from tests.machine.life import Life, at, day, made


def chase(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail after two weeks."""
    return made(Step("mail", "2 weeks after start", "email"), **policy)


def promised(until: Any, **policy: Any) -> Life:  # noqa: ANN401 - a date or an instant
    """Promise something on the second of June."""
    return Life(chase(**policy)).tell(Promised(until, at=at("02T12:00")))


@pytest.mark.parametrize(
    ("grace", "due"),
    [
        (None, "06T00:00"),
        ("4 hours", "06T04:00"),
        ("2 calendar days", "08T00:00"),
        ("1 business day", "09T00:00"),
        ("2 business days", "10T00:00"),
    ],
)
def test_a_promise_holds_to_the_end_of_its_day_and_a_grace(grace: str | None, due: str) -> None:
    """L18: the promised Friday belongs to the client, and so does the grace after it."""
    life = promised(day(5), promise_grace=grace)

    assert (Status.HELD, Turn.CLIENT, due) == (life.state.status, life.state.turn, life.due)


def test_a_promise_for_an_instant_holds_to_the_end_of_its_day() -> None:
    """DESIGN, Events: `promised` is a hold to the end of that day."""
    assert "06T00:00" == promised(at("05T12:00")).due


def test_the_reasons_name_the_broken_promise() -> None:
    """L18: the ladder goes on, and says that what was promised has not come."""
    life = promised(day(5)).look("06T00:00")

    assert (["PromiseBroken"], Status.OPEN, []) == (life.reasons, life.state.status, life.sent)
    assert "19T09:00" == life.due  # the third to the fifth were crossed, and the sixth begun
    assert "PromiseBroken" in [type(one).__name__ for one in life.last.next_reasons]


def test_what_is_paid_in_time_ends_the_case() -> None:
    """A promise that is kept needs no ladder."""
    life = promised(day(5), ends={"paid": "settled"}).tell(Paid(at=at("04T09:00")))

    assert (Status.ENDED, "settled", None) == (life.state.status, life.state.outcome, life.due)
    assert () == life.look("08T09:00").last.reasons


def test_a_later_promise_extends_and_an_earlier_one_does_not_shorten() -> None:
    """L18: of automatic holds the later end counts."""
    assert "09T00:00" == promised(day(5)).tell(Promised(day(8), at=at("03T12:00"))).due
    assert "06T00:00" == promised(day(5)).tell(Promised(day(4), at=at("03T12:00"))).due


def test_a_promise_does_not_override_what_a_person_decided() -> None:
    """L18: what a person holds without an end is not released by a promise that ends."""
    assert None is promised(day(5)).tell(Held(at=at("03T12:00"))).due


def test_a_promise_older_than_the_last_release_does_nothing() -> None:
    """L20: a person has decided since that the case goes on."""
    life = promised(day(5)).tell(Released(at=at("03T12:00")))
    before = life.state

    assert life.tell(Promised(day(20), at=at("03T09:00"))).state is before


def test_a_promise_for_the_past_holds_nothing() -> None:
    """A promise whose day and grace are over when it is made changes nothing."""
    life = Life(chase()).until("04T12:00")
    before = life.state

    assert life.tell(Promised(day(3), at=at("04T12:00"))).state is before


def test_the_ladder_is_shifted_by_the_promise() -> None:
    """L18: a promise of three days gives the client three days."""
    life = promised(day(5)).until("30T12:00")

    assert ["mail 19T09:00"] == life.sent
