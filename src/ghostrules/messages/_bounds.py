"""What holds a step back: order, gaps, notice, answers, a late look, and what was told."""

from ghostrules.machine import (
    Altered,
    DraftConfirmed,
    InOrder,
    LookedLate,
    MinimumGap,
    NoticeGiven,
    ResponseWindow,
    Retried,
    StoodStill,
    WeAreAway,
    WentOn,
)
from ghostrules.messages._pack import Filled, Sentence
from ghostrules.messages._voice import Voice
from ghostrules.timing import Duration

Promising = InOrder | MinimumGap | NoticeGiven | ResponseWindow | LookedLate
Resuming = StoodStill | WentOn | Altered | DraftConfirmed | Retried | WeAreAway


def promising(voice: Voice, reason: Promising) -> Filled:
    match reason:
        case InOrder(happened):
            return Sentence.IN_ORDER, {"happened": voice.moment(happened)}
        case MinimumGap(gap, contact):
            return Sentence.GAP, {"gap": voice.amount(gap), "contact": voice.moment(contact)}
        case NoticeGiven(step, notice, given):
            places = {"notice": voice.amount(notice), "given": voice.moment(given)}
            return Sentence.NOTICE, {"step": step, **places}
        case ResponseWindow():
            return _response_window(voice, reason)
        case LookedLate(planned, looked):
            late = {"planned": voice.moment(planned), "looked": voice.moment(looked)}
            return Sentence.LATE, late


def _response_window(voice: Voice, reason: ResponseWindow) -> Filled:
    places = {"step": reason.step, "window": voice.amount(reason.window)}
    if isinstance(reason.window, Duration):
        return Sentence.WINDOW_MOMENT, places | {"until": voice.moment(reason.until)}
    return Sentence.WINDOW_DAY, places | {"until": voice.last_day(reason.until)}


def resuming(voice: Voice, reason: Resuming) -> Filled:
    match reason:
        case StoodStill(start, end):
            return Sentence.STOOD_STILL, {"start": voice.moment(start), "end": voice.end(end)}
        case WentOn(since):
            return Sentence.WENT_ON, {"since": voice.moment(since)}
        case Altered(since):
            return Sentence.ALTERED, {"since": voice.moment(since)}
        case DraftConfirmed(at):
            return Sentence.DRAFT_CONFIRMED, {"at": voice.moment(at)}
        case Retried(failed):
            return Sentence.RETRIED, {"failed": voice.moment(failed)}
        case WeAreAway(until):
            return Sentence.WE_ARE_AWAY, {"until": voice.end(until)}
