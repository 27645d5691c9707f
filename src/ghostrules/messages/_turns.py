"""How a case turns: whose turn it is, rounds, holds that end, and the end of the case."""

from typing import Final

from ghostrules.machine import (
    Answer,
    EndedBy,
    EndUndone,
    HoldEnded,
    NewRound,
    OurMessage,
    PromiseBroken,
)
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import AfterAnswer

Turning = Answer | NewRound | OurMessage | HoldEnded | PromiseBroken | EndUndone | EndedBy

_HELD: Final = "held"
_SILENT: Final = "silent"


def turning(voice: Voice, reason: Turning) -> Phrase:
    match reason:
        case Answer(at, then):
            return _answered(voice.moment(at), then)
        case OurMessage(at):
            return phrase("We wrote to the client on {at}, in their turn.", at=voice.moment(at))
        case NewRound(number, at):
            return phrase("Round {number} begins on {at}.", number=number, at=voice.moment(at))
        case HoldEnded() | PromiseBroken():
            return _released(voice, reason)
        case EndUndone() | EndedBy():
            return _ending(voice, reason)


def _answered(at: str, then: AfterAnswer) -> Phrase:
    match then:
        case AfterAnswer.RESTART:
            return phrase("We answered on {at}, so the steps begin again from there.", at=at)
        case AfterAnswer.CONTINUE:
            return phrase("We answered on {at}, so the steps go on where they stood.", at=at)
        case AfterAnswer.WAIT:
            return phrase(
                "We answered on {at}, and nothing happens until a person releases the case.", at=at
            )


def _released(voice: Voice, reason: HoldEnded | PromiseBroken) -> Phrase:
    if isinstance(reason, PromiseBroken):
        return phrase(
            "We waited {until} for what was promised; it has not come.",
            until=voice.until(reason.until),
        )
    at = voice.moment(reason.at)
    if reason.cause == _HELD:
        return phrase("The hold ended on {at}.", at=at)
    return phrase("The hold after {cause} ended on {at}.", cause=voice.event(reason.cause), at=at)


def _ending(voice: Voice, reason: EndUndone | EndedBy) -> Phrase:
    if isinstance(reason, EndUndone):
        return phrase(
            "The case ended on {ended} and goes on since {at}; the time between does not count.",
            ended=voice.moment(reason.ended),
            at=voice.moment(reason.at),
        )
    return _ended(voice, reason.cause, reason.outcome)


def _ended(voice: Voice, by: str, outcome: str) -> Phrase:
    if voice.event(by) == outcome:
        return phrase("With {cause} the case ends.", cause=voice.event(by))
    cause = voice.cause(by)
    if outcome == _SILENT:
        return phrase(
            "After {cause} no step is left, and the case ends: {outcome}.",
            cause=cause,
            outcome=outcome,
        )
    return phrase("With {cause} the case ends: {outcome}.", cause=cause, outcome=outcome)
