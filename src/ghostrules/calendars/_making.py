"""How calendars are made: what was given is checked, completed and put in order."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ghostrules.calendars._calendar import Calendar, GivenHalfDay
from ghostrules.calendars._clock import clock_of
from ghostrules.calendars._closed import Cause, Names
from ghostrules.calendars._days import (
    DayOff,
    GivenDay,
    HalfDay,
    OpenDay,
    Weekend,
    read_date,
    read_days,
    read_quiet,
)
from ghostrules.calendars._hours import Hours, read_clock
from ghostrules.calendars._source import SourceDays, find_territory, read_source
from ghostrules.calendars._weekdays import check_weekday, read_weekdays
from ghostrules.calendars._zones import principal_zone
from ghostrules.errors import CalendarError
from ghostrules.locales import (
    first_weekday,
    language_of,
    locale_tag,
    official_locales,
    territory_of,
)

_YEARS = (1900, 2200)


@frozen(kw_only=True)
class Given:
    """What the user gave; None stands for what the territory has."""

    name: str | None
    timezone: str | None
    locale: str | None
    hours: str
    closed: Iterable[GivenDay]
    open: Iterable[GivenDay]
    quiet: Iterable[date | str]
    half_days: Iterable[GivenHalfDay]
    weekend: str | Iterable[int] | None
    first_weekday: int | None
    years: tuple[int, int]


def for_country(
    territory: str, given: Given, categories: Iterable[str] | None, half_day_closes: str | None
) -> Calendar:
    """Make the calendar of a territory."""
    place = find_territory(territory)
    zone = principal_zone(place.country) if given.timezone is None else given.timezone
    tag = _principal_locale(place.country) if given.locale is None else locale_tag(given.locale)
    closes = None if half_day_closes is None else read_clock(half_day_closes, "`half_day_closes`")
    listed = (categories,) if isinstance(categories, str) else categories
    wanted = None if listed is None else tuple(listed)
    source = read_source(place, language_of(tag), _check_years(given.years), wanted, closes)
    return _complete(source, given, _Place(str(place), zone, tag, place.country))


def custom(given: Given) -> Calendar:
    """Make a calendar of given days; the zone and the locale are among what is given."""
    tag = locale_tag(str(given.locale))
    territory = territory_of(tag)
    source = SourceDays(*_check_years(given.years), (), (), (), ())
    return _complete(source, given, _Place(territory, str(given.timezone), tag, territory))


@frozen
class _Place:
    territory: str
    timezone: str
    locale: str
    country: str


def _complete(source: SourceDays, given: Given, place: _Place) -> Calendar:
    clock_of(place.timezone)
    span = (source.first_year, source.last_year)
    shut = _named_days(given.closed, "closed day", span)
    opened = _named_days(given.open, "open day", span)
    _refuse_both(shut, opened)
    return Calendar(
        name=given.name or place.territory,
        territory=place.territory,
        timezone=place.timezone,
        locale=place.locale,
        first_weekday=_first_weekday(given, place.country),
        first_year=source.first_year,
        last_year=source.last_year,
        hours=Hours.read(given.hours),
        weekends=_weekends(source, given.weekend),
        days_off=_days_off(source, shut, opened),
        early_closings=_early_closings(source, given.half_days, opened, span),
        open_days=_open_days(source, opened),
        quiet=read_quiet(given.quiet),
    )


def _days_off(
    source: SourceDays, shut: dict[date, str], opened: dict[date, str]
) -> tuple[DayOff, ...]:
    holidays = (off for off in source.days_off if off.day not in opened)
    closed = (DayOff(day, Cause.CLOSED, Names(called, called)) for day, called in shut.items())
    return tuple(sorted((*holidays, *closed), key=lambda off: (off.day, off.kind)))


def _open_days(source: SourceDays, opened: dict[date, str]) -> tuple[OpenDay, ...]:
    days = {day.day: day for day in source.open_days}
    days |= {day: OpenDay(day, called) for day, called in opened.items()}
    return tuple(days[day] for day in sorted(days))


def _early_closings(
    source: SourceDays,
    given: Iterable[GivenHalfDay],
    opened: dict[date, str],
    span: tuple[int, int],
) -> tuple[HalfDay, ...]:
    days = {half.day: half for half in source.half_days if half.day not in opened}
    for entry in given:
        if len(entry) not in (2, 3):
            raise CalendarError(f"half day `{entry}` is no day with the time at which it closes")
        day = _inside(read_date(entry[0]), "half day", span)
        called = entry[2] if len(entry) == 3 else "half day"
        closes = read_clock(entry[1], f"the half day `{day}`")
        days[day] = HalfDay(day, closes, Names(called, called))
    return tuple(days[day] for day in sorted(days))


def _named_days(given: Iterable[GivenDay], unnamed: str, span: tuple[int, int]) -> dict[date, str]:
    return {_inside(day, unnamed, span): called for day, called in read_days(given, unnamed)}


def _inside(day: date, what: str, span: tuple[int, int]) -> date:
    if not span[0] <= day.year <= span[1]:
        raise CalendarError(
            f"{what} `{day}` lies outside the years of the calendar, "
            f"expected a date from {span[0]}-01-01 to {span[1]}-12-31"
        )
    return day


def _refuse_both(shut: dict[date, str], opened: dict[date, str]) -> None:
    for day in sorted(shut.keys() & opened.keys()):
        raise CalendarError(f"`{day}` is given as closed and as open, expected one of them")


def _weekends(source: SourceDays, weekend: str | Iterable[int] | None) -> tuple[Weekend, ...]:
    if weekend is None:
        return source.weekends
    if isinstance(weekend, str):
        days = set(read_weekdays(weekend, f"the weekend `{weekend}`"))
    else:
        days = {check_weekday(day, "weekday of the weekend") for day in weekend}
    if len(days) == 7:
        raise CalendarError(f"the weekend `{weekend}` leaves no business day")
    return (Weekend(date(source.first_year, 1, 1), tuple(sorted(days))),)


def _first_weekday(given: Given, country: str) -> int:
    if given.first_weekday is None:
        return first_weekday(country)
    return check_weekday(given.first_weekday, "first day of the week")


def _principal_locale(country: str) -> str:
    locales = official_locales(country)
    if len(locales) != 1:
        listed = ", ".join(f"`{tag}`" for tag in locales)
        known = f"has {len(locales)} official languages" if locales else "has no official language"
        choice = f"one of {listed}" if locales else f"one as in `en_{country}`"
        raise CalendarError(f"territory `{country}` {known}; name its `locale`, {choice}")
    return locales[0]


def _check_years(years: tuple[int, int]) -> tuple[int, int]:
    first, last = years
    if not _YEARS[0] <= first <= last <= _YEARS[1]:
        raise CalendarError(
            f"the years `{first}-{last}` are no span, "
            f"expected a first and a last year from {_YEARS[0]} to {_YEARS[1]}"
        )
    return first, last
