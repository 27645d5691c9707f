"""What happened to a case: what was reported, answered, decided and ended."""

from collections.abc import Mapping
from typing import Final

from ghostrules.conditions import DETAILS
from ghostrules.machine import (
    Answer,
    Assumed,
    EndedBy,
    EndUndone,
    FactSet,
    HoldEnded,
    NewRound,
    OurMessage,
    Outdated,
    PromiseBroken,
    Reacted,
    Rebuilt,
    Reported,
)
from ghostrules.messages._pack import Filled, Sentence
from ghostrules.messages._voice import Voice
from ghostrules.policy import AfterAnswer

Reporting = Assumed | Reported | FactSet | Reacted | Outdated | Rebuilt
Turning = Answer | NewRound | OurMessage | HoldEnded | PromiseBroken | EndUndone | EndedBy

_REPORTS: Final[Mapping[str, Sentence]] = {
    "performed": Sentence.PERFORMED,
    "delivered": Sentence.DELIVERED,
    "failed": Sentence.FAILED,
    "bounced": Sentence.BOUNCED,
    "opened": Sentence.READ,
    "done": Sentence.DONE,
    "confirmed": Sentence.CONFIRMED,
    "dropped": Sentence.DROPPED,
}
_ANSWERS: Final[Mapping[AfterAnswer, Sentence]] = {
    AfterAnswer.RESTART: Sentence.ANSWER_RESTART,
    AfterAnswer.CONTINUE: Sentence.ANSWER_CONTINUE,
    AfterAnswer.WAIT: Sentence.ANSWER_WAIT,
}
_HELD: Final = "held"


def reporting(voice: Voice, reason: Reporting) -> Filled:
    match reason:
        case Assumed(step, result, asked):
            places = {"step": step, "result": result, "asked": voice.moment(asked)}
            return Sentence.ASSUMED, places
        case Reported():
            return _reported(voice, reason)
        case FactSet():
            return _fact(voice, reason)
        case Reacted(event, then):
            sentence = Sentence.REACTED if then is None else Sentence.REACTED_WITH
            return sentence, {"event": voice.event(event), "then": then or ""}
        case Outdated(event, at, since):
            news = {"event": voice.event(event), "at": voice.moment(at)}
            return Sentence.OUTDATED, {**news, "since": voice.moment(since)}
        case Rebuilt(mistaken, at):
            return Sentence.REBUILT, {"mistaken": voice.moment(mistaken), "at": voice.moment(at)}


def _reported(voice: Voice, reason: Reported) -> Filled:
    places = {"step": reason.step, "at": voice.moment(reason.at)}
    if reason.result is not None:
        return Sentence.DONE_WITH, places | {"result": reason.result}
    if reason.what in _REPORTS:
        return _REPORTS[reason.what], places
    return Sentence.REPORTED, places | {"event": voice.event(reason.what)}


def _fact(voice: Voice, reason: FactSet) -> Filled:
    if reason.name in DETAILS:
        return Sentence.KNOWN if reason.value else Sentence.UNKNOWN, {"detail": reason.name}
    return Sentence.FACT, {"name": reason.name, "value": voice.value(reason.value)}


_ENDINGS: Final = {"silent": Sentence.ENDED_SILENT}


def turning(voice: Voice, reason: Turning) -> Filled:
    match reason:
        case Answer(at, then):
            return _ANSWERS[then], {"at": voice.moment(at)}
        case OurMessage(at):
            return Sentence.OUR_MESSAGE, {"at": voice.moment(at)}
        case NewRound(number, at):
            return Sentence.NEW_ROUND, {"number": str(number), "at": voice.moment(at)}
        case HoldEnded(cause, at):
            sentence = Sentence.HOLD_ENDED if cause == _HELD else Sentence.HOLD_ENDED_AFTER
            return sentence, {"cause": voice.event(cause), "at": voice.moment(at)}
        case PromiseBroken(until):
            return Sentence.PROMISE_BROKEN, {"until": voice.end(until)}
        case EndUndone() | EndedBy():
            return _ending(voice, reason)


def _ending(voice: Voice, reason: EndUndone | EndedBy) -> Filled:
    if isinstance(reason, EndUndone):
        places = {"ended": voice.moment(reason.ended), "at": voice.moment(reason.at)}
        return Sentence.END_UNDONE, places
    cause = voice.event(reason.cause)
    sentence = _ENDINGS.get(reason.outcome, Sentence.ENDED)
    if cause == reason.outcome:
        sentence = Sentence.ENDED_AS_NAMED
    return sentence, {"outcome": reason.outcome, "cause": cause}
