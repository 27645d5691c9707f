"""What a case waits for: a person, a report, our answer, evidence, the end of a hold."""

from typing import Final

from ghostrules.events import By
from ghostrules.machine import (
    AnswerOverdue,
    DraftWaits,
    EvidenceStale,
    HeldBy,
    NothingLeft,
    OurTurn,
    ReportAwaited,
)
from ghostrules.messages._pack import Filled, Sentence
from ghostrules.messages._voice import Voice

Awaiting = (
    DraftWaits | ReportAwaited | EvidenceStale | OurTurn | NothingLeft | AnswerOverdue | HeldBy
)

_HELD: Final = "held"


def awaiting(voice: Voice, reason: Awaiting) -> Filled:
    match reason:
        case DraftWaits(step, since):
            return Sentence.DRAFT_WAITS, {"step": step, "since": voice.moment(since)}
        case ReportAwaited():
            return _report(voice, reason)
        case EvidenceStale():
            return _evidence(voice, reason)
        case NothingLeft():
            return Sentence.NOTHING_LEFT, {}
        case OurTurn() | AnswerOverdue():
            return _ours(voice, reason)
        case HeldBy():
            return _held(voice, reason)


def _ours(voice: Voice, reason: OurTurn | AnswerOverdue) -> Filled:
    places = {"since": voice.moment(reason.since)}
    if isinstance(reason, AnswerOverdue):
        return Sentence.ANSWER_OVERDUE, places | {"within": voice.amount(reason.within)}
    return Sentence.REPLIED if reason.replied else Sentence.OUR_TURN, places


def _report(voice: Voice, reason: ReportAwaited) -> Filled:
    places = {"step": reason.step, "asked": voice.moment(reason.asked)}
    if reason.overdue is None:
        return Sentence.REPORT_OVERDUE, places
    return Sentence.REPORT_AWAITED, places | {"overdue": voice.end(reason.overdue)}


def _evidence(voice: Voice, reason: EvidenceStale) -> Filled:
    places = {"source": reason.source, "needed": voice.moment(reason.needed)}
    if reason.read is None:
        return Sentence.EVIDENCE_MISSING, places
    return Sentence.EVIDENCE_STALE, places | {"read": voice.moment(reason.read)}


def _held(voice: Voice, reason: HeldBy) -> Filled:
    places = {
        "since": voice.moment(reason.since),
        "until": voice.until(reason.until),
        "why": voice.why(reason.reason),
    }
    if reason.cause != _HELD:
        return Sentence.HELD_AFTER, places | {"cause": voice.event(reason.cause)}
    is_persons = reason.by is By.PERSON
    return Sentence.HELD_BY_PERSON if is_persons else Sentence.HELD_AUTOMATICALLY, places
