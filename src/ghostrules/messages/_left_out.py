"""Why a step of a case is left out, or comes at another time than its policy says."""

from datetime import date

from ghostrules.conditions import DETAILS
from ghostrules.errors import TimingError
from ghostrules.machine import (
    ConditionUnmet,
    DetailMissing,
    DraftDropped,
    Merged,
    MovedBy,
    SkippedBy,
    SkippedLate,
)
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Phrase, all_of, phrase, plural
from ghostrules.timing import from_symbol

LeavingOut = Merged | SkippedLate | ConditionUnmet | DetailMissing | DraftDropped
Deciding = SkippedBy | MovedBy


def leaving_out(voice: Voice, reason: LeavingOut) -> Phrase:
    match reason:
        case Merged(occurrences):
            return plural(
                "The time of number {numbers} has passed, so this one stands for it.",
                "The times of {numbers} have passed, so this one stands for them.",
                len(occurrences),
                numbers=all_of(map(str, occurrences)),
            )
        case SkippedLate(planned, patience):
            return phrase(
                "It was due on {planned}, more than {patience} ago, so it is left out.",
                planned=voice.moment(planned),
                patience=voice.amount(patience),
            )
        case DraftDropped(step):
            return phrase(
                "The draft of {step} was dropped, so it is left out.", step=voice.step(step)
            )
        case _:
            return _by_the_case(voice, reason)


def _by_the_case(voice: Voice, reason: ConditionUnmet | DetailMissing) -> Phrase:
    if isinstance(reason, DetailMissing):
        return _by_the_client(voice, reason.detail)
    condition = reason.condition
    if reason.wanted:
        return phrase("It is left out, because “{condition}” does not hold.", condition=condition)
    return phrase("It is left out, because “{condition}” holds.", condition=condition)


def _by_the_client(voice: Voice, detail: str) -> Phrase:
    if detail in DETAILS:
        return phrase(
            "It is left out, because the client cannot be reached by {way} in this case.",
            way=voice.way(detail),
        )
    return phrase("It is left out, because this client does not get {way}.", way=voice.way(detail))


def deciding(voice: Voice, reason: Deciding) -> Phrase:
    by, why = voice.by(reason.by), voice.why(reason.why)
    match reason:
        case SkippedBy(step):
            return phrase(
                "In this case {step} is left out{by}{why}.", step=voice.step(step), by=by, why=why
            )
        case MovedBy(to):
            return phrase(
                "In this case it is moved{by} to {to}{why}.", by=by, to=_place(voice, to), why=why
            )


def _place(voice: Voice, to: date | str) -> str:
    """A timing is a symbol, or still in the words of the person who moved the step."""
    return voice.quoted(_timing(voice, to)) if isinstance(to, str) else voice.point(to)


def _timing(voice: Voice, text: str) -> str:
    try:
        return voice.rule(from_symbol(text))
    except TimingError:
        return text
