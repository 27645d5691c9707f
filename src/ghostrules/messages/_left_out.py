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
from ghostrules.messages._pack import Filled, Sentence
from ghostrules.messages._voice import Voice
from ghostrules.timing import from_symbol, write

LeavingOut = Merged | SkippedLate | ConditionUnmet | DetailMissing | DraftDropped
Deciding = SkippedBy | MovedBy


def leaving_out(voice: Voice, reason: LeavingOut) -> Filled:
    match reason:
        case Merged(occurrences):
            sentence = Sentence.MERGED_ONE if len(occurrences) == 1 else Sentence.MERGED
            return sentence, {"numbers": voice.pack.listed([str(each) for each in occurrences])}
        case SkippedLate(planned, patience):
            places = {"planned": voice.moment(planned), "patience": voice.amount(patience)}
            return Sentence.SKIPPED, places
        case ConditionUnmet(condition, wanted):
            sentence = Sentence.CONDITION_UNMET if wanted else Sentence.CONDITION_EXCLUDES
            return sentence, {"condition": condition}
        case DetailMissing(detail):
            sentence = Sentence.DETAIL_MISSING if detail in DETAILS else Sentence.KIND_BARRED
            return sentence, {"way": voice.way(detail)}
        case DraftDropped(step):
            return Sentence.DRAFT_DROPPED, {"step": step}


def deciding(voice: Voice, reason: Deciding) -> Filled:
    places = {"by": voice.by(reason.by), "why": voice.why(reason.why)}
    match reason:
        case SkippedBy(step):
            return Sentence.SKIPPED_BY, {"step": step, **places}
        case MovedBy(to):
            return Sentence.MOVED, {"to": _place(voice, to), **places}


def _place(voice: Voice, to: date | str) -> str:
    """A timing is a symbol, or still in the words of the person who moved the step."""
    return voice.quoted(_timing(voice, to)) if isinstance(to, str) else voice.point(to)


def _timing(voice: Voice, text: str) -> str:
    try:
        return write(from_symbol(text), voice.pack.language)
    except TimingError:
        return text
