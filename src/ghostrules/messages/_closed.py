"""Closed days as a list of words: weekends gathered, holidays by name, each with whose it is."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter, itemgetter

from ghostrules.calendars import Cause, ClosedDay
from ghostrules.messages._voice import Voice

_DAY = timedelta(days=1)


def closed_text(voice: Voice, closed: tuple[ClosedDay, ...]) -> str:
    owners = _owners(closed)
    together = dict.fromkeys(owners.values())
    return "; ".join(_of_calendars(voice, owners, calendars) for calendars in together)


def _owners(closed: tuple[ClosedDay, ...]) -> dict[ClosedDay, tuple[str, ...]]:
    """Give each cause once, in the words of the first calendar, with all that share it."""
    first: dict[object, ClosedDay] = {}
    owners: dict[ClosedDay, dict[str, None]] = {}
    for each in sorted(closed, key=attrgetter("day")):
        cause = first.setdefault((each.day, _alike(each)), each)
        owners.setdefault(cause, {})[each.calendar] = None
    return {cause: tuple(calendars) for cause, calendars in owners.items()}


def _of_calendars(
    voice: Voice, owners: dict[ClosedDay, tuple[str, ...]], calendars: tuple[str, ...]
) -> str:
    gathered: dict[object, list[ClosedDay]] = {}
    for each, of in owners.items():
        if of == calendars:
            gathered.setdefault(_alike(each), []).append(each)
    items = [item for group in gathered.values() for item in _items(voice, group)]
    items.sort(key=itemgetter(0))
    words, days = voice.pack.closed, voice.pack.listed([words for _, words in items])
    within = words.within if len(calendars) == 1 else words.within_several
    return within.format(days=days, calendars=voice.pack.listed(list(calendars)))


def _alike(closed: ClosedDay) -> object:
    if closed.kind in (Cause.WEEKEND, Cause.NO_HOURS, Cause.QUIET):
        return closed.kind
    return closed.kind, closed.names, closed.estimated


def _items(voice: Voice, group: list[ClosedDay]) -> Iterator[tuple[date, str]]:
    words, kind, first = voice.pack.closed, group[0].kind, group[0].day
    if kind is Cause.WEEKEND:
        yield first, words.weekend.format(days=_weekdays(voice, group))
    elif kind is Cause.NO_HOURS:
        yield first, words.no_hours.format(days=_weekdays(voice, group))
    else:
        yield from _dated(voice, group)


def _weekdays(voice: Voice, group: list[ClosedDay]) -> str:
    return voice.pack.listed(list(dict.fromkeys(voice.weekday(each.day) for each in group)))


def _name(voice: Voice, closed: ClosedDay) -> str:
    words, names = voice.pack.closed, closed.names
    if closed.kind is Cause.QUIET:
        return words.quiet
    same = names.own.casefold() == names.english.casefold()
    name = names.english if same else words.own.format(name=names.english, own=names.own)
    return words.half_day.format(name=name) if closed.kind is Cause.HALF_DAY else name


def _dated(voice: Voice, group: list[ClosedDay]) -> Iterator[tuple[date, str]]:
    words, name = voice.pack.closed, _name(voice, group[0])
    for first, last in _stretches([each.day for each in group]):
        days = {"first": voice.day(first, year=False), "last": voice.day(last, year=False)}
        one = words.on.format(name=name, day=days["first"])
        dated = one if first == last else words.stretch.format(name=name, **days)
        yield first, words.estimated.format(name=dated) if group[0].estimated else dated


def _stretches(days: list[date]) -> Iterator[tuple[date, date]]:
    for _, stretch in groupby(enumerate(days), lambda pair: pair[1] - pair[0] * _DAY):
        together = [day for _, day in stretch]
        yield together[0], together[-1]
