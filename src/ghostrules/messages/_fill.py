"""Which sentence a reason takes, and what fills its places."""

from typing import assert_never

from ghostrules.machine import (
    Counted,
    EndedBy,
    InOrder,
    LookedLate,
    Merged,
    MinimumGap,
    NoticeGiven,
    Opened,
    Planned,
    Reason,
    ResponseWindow,
    Rolled,
    SkippedLate,
    StrictEnd,
    TimeOfDay,
    WindowMissed,
)
from ghostrules.messages._closed import closed_text
from ghostrules.messages._pack import Sentence
from ghostrules.messages._voice import Voice
from ghostrules.timing import (
    PREVIOUS,
    Anchor,
    Before,
    Clipped,
    Crossed,
    DayWhen,
    DeadlinePassed,
    Duration,
    Months,
    anchor_of,
    inner,
    with_anchor,
    write,
)

Filled = tuple[Sentence, dict[str, str]]


def fill(voice: Voice, reason: Reason) -> Filled:
    match reason:
        case Counted() | Planned() | Crossed() | Clipped():
            return _counting(voice, reason)
        case Rolled() | Opened() | TimeOfDay() | WindowMissed() | StrictEnd():
            return _placing(voice, reason)
        case InOrder() | MinimumGap() | NoticeGiven() | ResponseWindow() | LookedLate():
            return _holding(voice, reason)
        case Merged() | SkippedLate() | EndedBy():
            return _leaving_out(voice, reason)
        case _:
            assert_never(reason)


def _counting(voice: Voice, reason: Counted | Planned | Crossed | Clipped) -> Filled:
    match reason:
        case Counted():
            return _counted(voice, reason)
        case Planned(step, due):
            return Sentence.PLANNED, {"step": step, "due": voice.moment(due)}
        case Crossed(closed):
            return Sentence.CROSSED, {"closed": closed_text(voice, closed)}
        case Clipped():
            return _clipped(voice, reason)


def _counted(voice: Voice, reason: Counted) -> Filled:
    when = reason.rule
    if anchor_of(when) == PREVIOUS:
        when = with_anchor(when, Anchor(reason.anchor))
    places = {"rule": write(when, voice.pack.language), "origin": voice.point(reason.origin)}
    first, last = voice.point(reason.earliest), voice.point(reason.latest)
    if reason.earliest != reason.latest:
        return Sentence.RULE_WINDOW, places | {"first": first, "last": last}
    return _rule(inner(when)), places | {"point": first}


def _rule(when: DayWhen) -> Sentence:
    match when:
        case Before():
            return Sentence.RULE_BACK
        case DeadlinePassed():
            return Sentence.RULE_DEADLINE
        case _:
            return Sentence.RULE


def _clipped(voice: Voice, reason: Clipped) -> Filled:
    sentence = Sentence.CLIPPED if reason.months > 0 else Sentence.CLIPPED_BACK
    return sentence, {
        "amount": voice.amount(Months(abs(reason.months))),
        "origin": voice.day(reason.origin),
        "to": voice.day(reason.to),
    }


def _placing(
    voice: Voice, reason: Rolled | Opened | TimeOfDay | WindowMissed | StrictEnd
) -> Filled:
    match reason:
        case Rolled():
            return _rolled(voice, reason)
        case Opened(day, moment):
            return Sentence.OPENED, {"day": voice.day(day), "time": voice.time(moment)}
        case TimeOfDay(day, moment):
            return Sentence.TIME_OF_DAY, {"day": voice.day(day), "time": voice.time(moment)}
        case WindowMissed(end):
            return Sentence.MISSED, {"end": voice.point(end)}
        case StrictEnd(end):
            return Sentence.STRICT, {"end": voice.point(end)}


def _rolled(voice: Voice, reason: Rolled) -> Filled:
    back = reason.result < reason.origin
    places = {
        "origin": voice.point(reason.origin),
        "result": voice.point(reason.result),
        "hours": voice.pack.hours[reason.hours],
    }
    if not reason.because:
        return Sentence.MOVED_BACK if back else Sentence.MOVED_ON, places
    sentence = Sentence.MOVED_BACK_OVER if back else Sentence.MOVED_ON_OVER
    return sentence, places | {"closed": closed_text(voice, reason.because)}


def _holding(
    voice: Voice, reason: InOrder | MinimumGap | NoticeGiven | ResponseWindow | LookedLate
) -> Filled:
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


def _leaving_out(voice: Voice, reason: Merged | SkippedLate | EndedBy) -> Filled:
    match reason:
        case Merged(occurrences):
            sentence = Sentence.MERGED_ONE if len(occurrences) == 1 else Sentence.MERGED
            return sentence, {"numbers": voice.pack.listed([str(each) for each in occurrences])}
        case SkippedLate(planned, patience):
            places = {"planned": voice.moment(planned), "patience": voice.amount(patience)}
            return Sentence.SKIPPED, places
        case EndedBy(outcome, cause):
            return Sentence.ENDED, {"outcome": outcome, "cause": cause}
