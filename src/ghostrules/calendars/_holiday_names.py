"""What a holiday is called in another language than those of its calendar.

A calendar keeps a name in English and one in its own language. A reader of a third language gets
the name that the data has in that language, found by the day and the English name. It is asked for
by language, so the environment has no say, and it is words only: it changes no calendar.
"""

from collections.abc import Mapping
from functools import cache

from ghostrules.calendars._closed import Cause, ClosedDay
from ghostrules.calendars._source import find_territory, read_names
from ghostrules.errors import CalendarError

_JOINED = "; "


def holiday_name(closed: ClosedDay, language: str) -> str | None:
    """Name the holiday that closes a day in a language, if its country's data has that language.

    >>> from datetime import date
    >>> from ghostrules.calendars import Calendar
    >>> brussels = Calendar.for_country("BE", locale="nl_BE")
    >>> (monday,) = brussels.why_closed(date(2026, 4, 6))
    >>> monday.names.own, holiday_name(monday, "de"), holiday_name(monday, "tr")
    ('Paasmaandag', 'Ostermontag', None)

    `language` is a code such as `nl`.
    """
    if closed.territory is None or closed.kind not in (Cause.HOLIDAY, Cause.HALF_DAY):
        return None
    known = _names(closed.territory, language, closed.day.year).get(closed.day.toordinal(), {})
    found = [known.get(name) for name in closed.names.english.split(_JOINED)]
    return None if None in found else _JOINED.join(filter(None, found))


@cache
def _names(territory: str, language: str, year: int) -> Mapping[int, Mapping[str, str]]:
    """Give the names of a year by day, each under its English name."""
    names: dict[int, dict[str, str]] = {}
    try:
        named = read_names(find_territory(territory), language, year)
    except CalendarError:
        return names
    for day, both in named:
        pairs = zip(both.english.split(_JOINED), both.own.split(_JOINED), strict=False)
        names.setdefault(day.toordinal(), {}).update(pairs)
    return names
