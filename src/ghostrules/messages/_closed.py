"""Closed days as a list of words: weekends gathered, holidays by name, each with whose it is."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter, itemgetter

from ghostrules.calendars import Cause, ClosedDay, holiday_name
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Row, all_of, phrase, plural, row_of

_DAY = timedelta(days=1)


def closed_words(voice: Voice, closed: tuple[ClosedDay, ...]) -> Row:
    owners = _owners(closed)
    together = dict.fromkeys(owners.values())
    return row_of(_of_calendars(voice, owners, calendars) for calendars in together)


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
    return plural(
        "{days} in the calendar {calendars}",
        "{days} in the calendars {calendars}",
        len(calendars),
        days=all_of(words for _, words in items),
        calendars=all_of(calendars),
    )


def _alike(closed: ClosedDay) -> object:
    if closed.kind in (Cause.WEEKEND, Cause.NO_HOURS, Cause.QUIET):
        return closed.kind
    return closed.kind, closed.names, closed.estimated


def _items(voice: Voice, group: list[ClosedDay]) -> Iterator[tuple[date, str]]:
    kind, first = group[0].kind, group[0].day
    if kind is Cause.WEEKEND:
        yield first, phrase("the weekend ({days})", days=_weekdays(voice, group))
    elif kind is Cause.NO_HOURS:
        yield first, phrase("no hours on {days}", days=_weekdays(voice, group))
    else:
        yield from _dated(voice, group)


def _weekdays(voice: Voice, group: list[ClosedDay]) -> str:
    return all_of(dict.fromkeys(voice.weekday(each.day) for each in group))


def _name(voice: Voice, closed: ClosedDay) -> str:
    if closed.kind is Cause.QUIET:
        return phrase("a quiet day")
    name = _holiday(voice, closed)
    return phrase("{name}, a half day,", name=name) if closed.kind is Cause.HALF_DAY else name


def _holiday(voice: Voice, closed: ClosedDay) -> str:
    """Take the reader's language, else the calendar's own with the English name beside it."""
    names = closed.names
    if names.own.casefold() == names.english.casefold():
        return names.english
    if voice.in_english:
        return phrase("{english} ({own})", english=names.english, own=names.own)
    return holiday_name(closed, voice.language) or phrase(
        "{own} ({english})", own=names.own, english=names.english
    )


def _dated(voice: Voice, group: list[ClosedDay]) -> Iterator[tuple[date, str]]:
    name = _name(voice, group[0])
    for first, last in _stretches([each.day for each in group]):
        dated = _on(voice, name, first, last)
        estimated = group[0].estimated
        yield first, phrase("{day} (an estimated date)", day=dated) if estimated else dated


def _on(voice: Voice, name: str, first: date, last: date) -> str:
    begins = voice.day(first, year=False)
    if first == last:
        return phrase("{name} on {day}", name=name, day=begins)
    ends = voice.day(last, year=False)
    return phrase("{name} from {first} to {last}", name=name, first=begins, last=ends)


def _stretches(days: list[date]) -> Iterator[tuple[date, date]]:
    for _, stretch in groupby(enumerate(days), lambda pair: pair[1] - pair[0] * _DAY):
        together = [day for _, day in stretch]
        yield together[0], together[-1]
