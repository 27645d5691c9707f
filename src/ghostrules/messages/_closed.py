"""Closed days as a list of words: weekends gathered, holidays by name, each with whose it is."""

from datetime import date, timedelta
from itertools import groupby

from ghostrules.calendars import Cause, ClosedDay
from ghostrules.messages._voice import Voice

_DAY = timedelta(days=1)


def closed_text(voice: Voice, closed: tuple[ClosedDay, ...]) -> str:
    calendars = dict.fromkeys(each.calendar for each in closed)
    return "; ".join(_of_calendar(voice, closed, calendar) for calendar in calendars)


def _of_calendar(voice: Voice, closed: tuple[ClosedDay, ...], calendar: str) -> str:
    gathered: dict[object, list[ClosedDay]] = {}
    for each in closed:
        if each.calendar == calendar:
            gathered.setdefault(_alike(each), []).append(each)
    days = voice.pack.listed([_item(voice, group) for group in gathered.values()])
    return voice.pack.closed.within.format(days=days, calendar=calendar)


def _alike(closed: ClosedDay) -> object:
    if closed.kind in (Cause.WEEKEND, Cause.NO_HOURS, Cause.QUIET):
        return closed.kind
    return closed.kind, closed.names, closed.estimated


def _item(voice: Voice, group: list[ClosedDay]) -> str:
    words, kind = voice.pack.closed, group[0].kind
    if kind is Cause.WEEKEND:
        return words.weekend.format(days=_weekdays(voice, group))
    if kind is Cause.NO_HOURS:
        return words.no_hours.format(days=_weekdays(voice, group))
    dated = _dated(voice, _name(voice, group[0]), [each.day for each in group])
    return words.estimated.format(name=dated) if group[0].estimated else dated


def _weekdays(voice: Voice, group: list[ClosedDay]) -> str:
    return voice.pack.listed(list(dict.fromkeys(voice.weekday(each.day) for each in group)))


def _name(voice: Voice, closed: ClosedDay) -> str:
    words, names = voice.pack.closed, closed.names
    if closed.kind is Cause.QUIET:
        return words.quiet
    same = names.own.casefold() == names.english.casefold()
    name = names.english if same else words.own.format(name=names.english, own=names.own)
    return words.half_day.format(name=name) if closed.kind is Cause.HALF_DAY else name


def _dated(voice: Voice, name: str, days: list[date]) -> str:
    words = voice.pack.closed
    stretches = [
        [day for _, day in stretch]
        for _, stretch in groupby(enumerate(days), lambda pair: pair[1] - pair[0] * _DAY)
    ]
    return voice.pack.listed(
        [
            words.on.format(name=name, day=voice.day(stretch[0], year=False))
            if len(stretch) == 1
            else words.stretch.format(
                name=name,
                first=voice.day(stretch[0], year=False),
                last=voice.day(stretch[-1], year=False),
            )
            for stretch in stretches
        ]
    )
