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
from ghostrules.messages._closed import closed_words
from ghostrules.messages._voice import Voice
from ghostrules.messages._words import HOURS
from ghostrules.phrases import Phrase, phrase
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
)

Counting = Counted | Planned | Crossed | Clipped
Placing = Rolled | Opened | TimeOfDay | WindowMissed | StrictEnd


def counting(voice: Voice, reason: Counting) -> Phrase:
    match reason:
        case Counted():
            return _counted(voice, reason)
        case Planned(step, due):
            return phrase(
                "As things stand, {step} is planned for {due}.",
                step=voice.step(step),
                due=voice.moment(due),
            )
        case Crossed(closed):
            return phrase("The count leaves out {closed}.", closed=closed_words(voice, closed))
        case Clipped():
            return _clipped(voice, reason)


def _counted(voice: Voice, reason: Counted) -> Phrase:
    when = reason.rule
    if anchor_of(when) == PREVIOUS:
        when = with_anchor(when, Anchor(reason.anchor))
    rule, origin = voice.rule(when), voice.point(reason.origin)
    first, last = voice.point(reason.earliest), voice.point(reason.latest)
    if reason.earliest == reason.latest:
        return _rule(inner(when), rule, origin, first)
    return phrase(
        "“{rule}”, counted from {origin}, gives the time from {first} to {last}.",
        rule=rule,
        origin=origin,
        first=first,
        last=last,
    )


def _rule(when: DayWhen, rule: str, origin: str, point: str) -> Phrase:
    match when:
        case Before():
            return phrase(
                "“{rule}”, counted back from {origin}, gives {point}.",
                rule=rule,
                origin=origin,
                point=point,
            )
        case DeadlinePassed():
            return phrase("“{rule}” gives {point}.", rule=rule, point=point)
        case _:
            return phrase(
                "“{rule}”, counted from {origin}, gives {point}.",
                rule=rule,
                origin=origin,
                point=point,
            )


def _clipped(voice: Voice, reason: Clipped) -> Phrase:
    places = {
        "amount": voice.amount(Months(abs(reason.months))),
        "origin": voice.day(reason.origin),
        "to": voice.day(reason.to),
    }
    if reason.months > 0:
        return phrase(
            "{amount} after {origin} meets a shorter month, so its last day counts: {to}.", **places
        )
    return phrase(
        "{amount} before {origin} meets a shorter month, so its last day counts: {to}.", **places
    )


def placing(voice: Voice, reason: Placing) -> Phrase:
    match reason:
        case Rolled():
            return _rolled(voice, reason)
        case WindowMissed(end):
            return phrase(
                "The time up to {end} holds no open moment, so the next one after it is taken.",
                end=voice.point(end),
            )
        case StrictEnd(end):
            return phrase(
                "The time up to {end} holds no open moment, and its end is strict, "
                "so that is taken.",
                end=voice.point(end),
            )
        case _:
            return _of_day(voice, reason)


def _of_day(voice: Voice, reason: Opened | TimeOfDay) -> Phrase:
    day, time = voice.day(reason.day), voice.time(reason.moment)
    if isinstance(reason, Opened):
        return phrase("On {day} the first open moment is {time}.", day=day, time=time)
    return phrase("On {day} it comes at the time of day asked for, {time}.", day=day, time=time)


def _rolled(voice: Voice, reason: Rolled) -> Phrase:
    back = reason.result < reason.origin
    places = {
        "origin": voice.point(reason.origin),
        "result": voice.point(reason.result),
        "hours": HOURS[reason.hours],
    }
    if reason.because:
        return _rolled_over(back, closed_words(voice, reason.because), places)
    if back:
        return phrase("It moves back from {origin} to {result}, into {hours}.", **places)
    return phrase("It moves on from {origin} to {result}, into {hours}.", **places)


def _rolled_over(back: bool, closed: str, places: dict[str, str]) -> Phrase:
    if back:
        return phrase(
            "It moves back from {origin} to {result}, into {hours}, because of {closed}.",
            closed=closed,
            **places,
        )
    return phrase(
        "It moves on from {origin} to {result}, into {hours}, because of {closed}.",
        closed=closed,
        **places,
    )
