"""Taking over a case in the middle of its ladder: nothing of the past is sent again."""

from typing import Any

import pytest

from ghostrules import Adopted, EventError, Machine, State, Step
from ghostrules.events import Answered, Replied
from tests.machine.life import Life, at, day, made, wall


def ladder(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail, a letter that grants a week, and the court."""
    return made(
        Step("mail", "24 hours after start", "email"),
        Step("again", "3 business days after mail", "email"),
        Step("letter", "5 business days after again", "email", answer_within="7 days"),
        Step("court", "when the deadline of letter has passed", "escalate"),
        **policy,
    )


def adopted(text: str, done: dict[str, str], machine: Machine | None = None) -> State:
    """Take a case over, with what is done already."""
    instants = {step: at(moment) for step, moment in done.items()}
    return (machine or ladder()).adopt(at=at(text), case="c", started=at("01T10:00"), done=instants)


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ({}, "05T14:00"),
        ({"mail": "02T10:00"}, "05T14:00"),
        ({"mail": "02T10:00", "again": "05T09:00"}, "12T09:00"),
        ({"again": "04T09:00"}, "11T09:00"),
        ({"mail": "02T10:00", "again": "03T10:00", "letter": "04T12:00"}, "12T09:00"),
    ],
)
def test_a_case_goes_on_after_the_last_step_that_is_done(done: dict[str, str], due: str) -> None:
    """The next step counts from what was done, and nothing is due before the case is adopted."""
    assert due == wall(adopted("05T14:00", done).due)


def test_nothing_of_the_past_is_sent_again() -> None:
    """What is done is done, what was left out stays left out."""
    life = Life(ladder())
    life.state = adopted("05T14:00", {"again": "04T09:00"})

    assert ["letter 11T09:00", "court 19T09:00"] == life.until("30T12:00").sent


def test_contacts_of_the_past_keep_their_distance() -> None:
    """L13: a case that is adopted on the day of its last mail waits for the next."""
    life = Life(ladder())
    life.state = adopted("05T14:00", {"mail": "05T11:00"}, made(
        Step("mail", "24 hours after start", "email"), Step("next", "24 hours after start", "email")
    ))  # fmt: skip

    assert "08T09:00" == wall(life.state.due)


def test_without_a_start_the_wait_began_with_the_first_step() -> None:
    """The first instant that is known is the best guess of the beginning."""
    state = ladder().adopt(at=at("05T14:00"), case="c", done={"mail": at("02T10:00")})

    assert "02T10:00" == wall(state.started)


def test_an_adopted_case_lives_like_any_other() -> None:
    """L14: a reply, an answer, a new round."""
    life = Life(ladder(after_answer="restart"))
    life.state = adopted("05T14:00", {"mail": "02T10:00"}, life.machine)

    life.tell(Replied(at=at("05T15:00")), Answered(at=at("05T16:00"))).until("12T12:00")

    assert ["mail 08T09:00", "again 11T09:00"] == life.sent


def test_an_adoption_begins_a_journal() -> None:
    """L21: the event that takes over is the first of its journal."""
    machine = ladder()
    opening = Adopted("c", done={"mail": at("02T10:00")}, started=at("01T10:00"), at=at("05T14:00"))

    assert adopted("05T14:00", {"mail": "02T10:00"}) == machine.replay([opening]).state


def test_one_occurrence_can_be_done() -> None:
    """Of three mails two are out."""
    policy = made(Step("mail", "every week after start, at most 3 times", "email"))
    state = policy.adopt(
        at=at("16T12:00"),
        case="c",
        started=at("01T10:00"),
        done={"mail#1": at("08T09:00"), "mail#2": at("15T09:00")},
    )

    assert "22T09:00" == wall(state.due)


@pytest.mark.parametrize(
    "done",
    [
        {"nothing": "02T10:00"},
        {"mail": "06T10:00"},
        {"court": "02T10:00"},
        {"mail#2": "02T10:00"},
    ],
)
def test_what_cannot_have_been_done_is_refused(done: dict[str, str]) -> None:
    """L20: unknown steps, steps of the future, a ladder that is over."""
    with pytest.raises(EventError):
        adopted("05T14:00", done)


def test_facts_and_details_are_checked_as_at_a_start() -> None:
    """L20, D5: what `start` refuses, `adopt` refuses."""
    policy = made(Step("mail", "30 days after due", "sms"), facts={"due": "date"})

    wrongs: list[dict[str, Any]] = [
        {"facts": {}},
        {"facts": {"dew": day(1)}},
        {"facts": {"due": day(1)}, "details": ["email"]},
    ]
    for wrong in wrongs:
        with pytest.raises(EventError):
            policy.adopt(at=at("05T14:00"), case="c", **wrong)
