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
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Phrase, phrase

Awaiting = (
    DraftWaits | ReportAwaited | EvidenceStale | OurTurn | NothingLeft | AnswerOverdue | HeldBy
)

_HELD: Final = "held"


def awaiting(voice: Voice, reason: Awaiting) -> Phrase:
    match reason:
        case DraftWaits(step, since):
            return phrase(
                "The draft of {step} waits since {since} for a person to confirm it.",
                step=voice.step(step),
                since=voice.moment(since),
            )
        case ReportAwaited():
            return _report(voice, reason)
        case EvidenceStale():
            return _evidence(voice, reason)
        case NothingLeft():
            return phrase("No step is left; only an event can move the case.")
        case OurTurn() | AnswerOverdue():
            return _ours(voice, reason)
        case HeldBy():
            return _held(voice, reason)


def _ours(voice: Voice, reason: OurTurn | AnswerOverdue) -> Phrase:
    since = voice.moment(reason.since)
    if isinstance(reason, AnswerOverdue):
        return phrase(
            "The client replied on {since}; we promised an answer within {within}.",
            since=since,
            within=voice.amount(reason.within),
        )
    if reason.replied:
        return phrase("The client replied on {since}, so it is our turn to answer.", since=since)
    return phrase("It is our turn to answer since {since}.", since=since)


def _report(voice: Voice, reason: ReportAwaited) -> Phrase:
    asked = voice.moment(reason.asked)
    if reason.overdue is None:
        return phrase(
            "{step} was asked for on {asked}, and nobody has reported it yet.",
            step=voice.first_step(reason.step),
            asked=asked,
        )
    return phrase(
        "{step} was asked for on {asked}; a report is awaited {until}.",
        step=voice.first_step(reason.step),
        asked=asked,
        until=voice.until(reason.overdue),
    )


def _evidence(voice: Voice, reason: EvidenceStale) -> Phrase:
    needed = voice.moment(reason.needed)
    if reason.read is None:
        return phrase(
            "The source {source} was not read; it has to be read up to {needed} first.",
            source=reason.source,
            needed=needed,
        )
    return phrase(
        "The source {source} was read up to {read}; it has to be read up to {needed} first.",
        source=reason.source,
        read=voice.moment(reason.read),
        needed=needed,
    )


def _held(voice: Voice, reason: HeldBy) -> Phrase:
    places = {
        "since": voice.moment(reason.since),
        "until": voice.until(reason.until),
        "why": voice.why(reason.reason),
    }
    if reason.cause != _HELD:
        cause = voice.event(reason.cause)
        return phrase(
            "After {cause} on {since} the case is on hold {until}{why}.", cause=cause, **places
        )
    if reason.by is By.PERSON:
        return phrase("A person put the case on hold on {since}, {until}{why}.", **places)
    return phrase("The case was put on hold automatically on {since}, {until}{why}.", **places)
