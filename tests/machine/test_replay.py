"""Journals (L21): the same events give the same states, and a mistake can be retracted."""

import json
from typing import Any

import pytest

from ghostrules import Elapsed, EventError, Machine, Started, Status, Step, Turn
from ghostrules.events import (
    Answered,
    Done,
    Held,
    Opened,
    Paid,
    Promised,
    Released,
    Replied,
    Retracted,
    Signal,
)
from tests.machine.life import Life, at, day, made


def ladder(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail, a call, a notice and a stop."""
    return made(
        Step("mail", "24 hours after start", "email"),
        Step("call", "48 hours after mail", "call"),
        Step("notice", "48 hours before stop", "email"),
        Step("stop", "10 business days after call", "stop_work", outcome="stopped"),
        **policy,
    )


def told(*events: Any, until: str = "30T12:00", **policy: Any) -> Life:  # noqa: ANN401
    """Live a case through some events, looked at punctually in between."""
    life = Life(ladder(**policy))
    for event in events:
        _pass(life, event)
    return life.until(until)


def _pass(life: Life, event: Any) -> None:  # noqa: ANN401 - any event
    while life.state.due is not None and life.state.due <= event.at:
        life.tell(Elapsed(at=life.state.due))
    life.tell(event)


STORY = (
    Opened("mail", at=at("02T12:00")),
    Replied(at=at("03T10:00")),
    Answered(at=at("03T12:00")),
    Held(day(9), at=at("05T12:00")),
    Done("call", "voicemail", at=at("16T12:00")),
)


def test_a_journal_rebuilds_the_state_byte_for_byte() -> None:
    """L21: the JSON of the rebuilt state is the JSON of the state."""
    life = told(*STORY, after_answer="continue")

    rebuilt = life.machine.replay(life.journal)

    assert json.dumps(life.state.to_document()) == json.dumps(rebuilt.state.to_document())
    assert life.state == rebuilt.state


def test_a_history_is_what_advance_gives_one_by_one() -> None:
    """L21: every entry has the state and the effects that its event gave then."""
    life = told(*STORY, after_answer="continue")
    history = life.machine.replay(life.journal)

    state = life.machine.open(life.journal[0])
    for event, entry in zip(life.journal[1:], history.entries[1:], strict=True):
        result = life.machine.advance(state, event)
        assert (event, result.state, result.effects) == (
            entry.event,
            entry.transition.state,
            entry.transition.effects,
        )
        state = result.state
    effects = [one for entry in history.entries for one in entry.transition.effects]
    assert life.effects == effects


def test_a_prefix_of_a_journal_rebuilds_the_state_of_then() -> None:
    """L21: any state of a case, not only the last."""
    life = told(*STORY, after_answer="continue")
    state = life.machine.open(life.journal[0])

    for number, event in enumerate(life.journal[1:], 2):
        state = life.machine.advance(state, event).state
        assert state == life.machine.replay(life.journal[:number]).state


@pytest.mark.parametrize(
    "journal",
    [
        [],
        [Replied(at=at("01T12:00"))],
        [Started("c", at=at("01T10:00")), Started("c", at=at("01T10:00"))],
        [
            Started("c", at=at("01T10:00")),
            Retracted(Replied(at=at("01T12:00")), at=at("01T13:00")),
        ],
    ],
)
def test_a_journal_that_cannot_be_is_refused(journal: list[Any]) -> None:
    """L20: it opens its case once, with its first event, and retracts only what it has."""
    with pytest.raises(EventError):
        ladder().replay(journal)


def retracted(life: Life, event: Any, text: str) -> Life:  # noqa: ANN401 - any event
    """Retract an event of a case that is lived by its journal."""
    life.journal.append(Retracted(event, at=at(text)))
    life.state = life.machine.replay(life.journal).state
    return life


def test_a_reply_that_was_none_is_forgotten() -> None:
    """The case is rebuilt without it: it is the client's turn, and the mail goes out."""
    reply = Replied(at=at("01T12:00"))
    life = retracted(Life(ladder()).tell(reply), reply, "01T15:00")

    assert (Turn.CLIENT, "02T10:00") == (life.state.turn, life.due)


def test_what_a_mistake_kept_from_happening_is_derived_anew() -> None:
    """Nothing is due before the retraction: the mail of the second goes out on the fourth."""
    reply = Replied(at=at("01T12:00"))
    life = retracted(Life(ladder()).tell(reply).look("03T12:00"), reply, "04T11:00")

    assert ("04T11:00", 1) == (life.due, life.state.round)


def test_what_was_sent_stays_sent() -> None:
    """L20: the mail that followed a mistaken release is recorded as sent, and not sent again."""
    hold, release = Held(at=at("01T12:00")), Released(at=at("01T13:00"))
    life = told(hold, release, until="02T14:00")
    assert ["mail 02T11:00"] == life.sent

    retracted(life, release, "02T16:00")
    assert Status.HELD == life.state.status

    life.tell(Released(at=at("03T10:00"))).until("30T12:00")
    assert 1 == [line.split()[0] for line in life.sent].count("mail")


def test_a_mistaken_end_is_no_end() -> None:
    """A payment that was another client's: the ladder goes on."""
    paid = Paid(at=at("01T12:00"))
    life = retracted(Life(ladder()).tell(paid), paid, "01T18:00")

    assert (Status.OPEN, None, "02T10:00") == (life.state.status, life.state.outcome, life.due)


def test_a_promise_that_nobody_made_moves_nothing() -> None:
    """The anchors are where they would have been."""
    promise = Promised(day(5), at=at("02T12:00"))
    life = told(promise, until="03T12:00")

    retracted(life, promise, "03T15:00")

    assert ("04T10:00", Status.OPEN) == (life.due, life.state.status)


def test_a_retraction_is_told_once() -> None:
    """L16: the same retraction again changes nothing."""
    reply = Replied(at=at("01T12:00"))
    life = retracted(Life(ladder()).tell(reply), reply, "01T15:00")
    before = life.state

    assert before == retracted(life, reply, "01T15:00").state


def test_a_retracted_event_can_happen_after_all() -> None:
    """Somebody took back what was right: it is told again, at its own instant."""
    reply = Replied(at=at("01T12:00"))
    life = retracted(Life(ladder()).tell(reply), reply, "01T15:00")

    life.journal.append(Replied(at=at("01T12:30")))

    assert Turn.OURS == life.machine.replay(life.journal).state.turn


def test_a_retraction_is_told_to_a_journal_only() -> None:
    """L20: a state alone does not know what it came from."""
    with pytest.raises(EventError, match="replay"):
        Life(ladder()).tell(Retracted(Signal("settled", at=at("01T12:00")), at=at("01T13:00")))
