"""Why a rule gives the moment that it gives: how it is counted, and where the count falls."""

from ghostrules.machine import (
    Counted,
    Opened,
    Planned,
    Rolled,
    StrictEnd,
    TimeOfDay,
    WindowMissed,
)
from ghostrules.messages._closed import closed_text
from ghostrules.messages._pack import Filled, Sentence
from ghostrules.messages._voice import Voice
from ghostrules.timing import (
    PREVIOUS,
    Anchor,
    Before,
    Clipped,
    Crossed,
    DayWhen,
    DeadlinePassed,
    Months,
    anchor_of,
    inner,
    with_anchor,
    write,
)

Counting = Counted | Planned | Crossed | Clipped
Placing = Rolled | Opened | TimeOfDay | WindowMissed | StrictEnd


def counting(voice: Voice, reason: Counting) -> Filled:
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


def placing(voice: Voice, reason: Placing) -> Filled:
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
