"""How calendars are made: what was given is checked, completed and put in order."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ghostrules.calendars._calendar import Calendar, GivenHalfDay
from ghostrules.calendars._checks import demand_text, each_of
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
from ghostrules.calendars._source import SourceDays, Territory, find_territory, read_source
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
from ghostrules.phrases import phrase

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
    place = find_territory(demand_text(territory, "the territory", "NL"))
    tag = _principal_locale(place.country) if given.locale is None else _tag(given)
    closes = None if half_day_closes is None else read_clock(half_day_closes, "`half_day_closes`")
    years = _check_years(given.years)
    source = read_source(place, language_of(tag), years, _wanted(categories), closes)
    return _complete(source, given, _Place(str(place), _zone(given, place), tag, place.country))


def _zone(given: Given, place: Territory) -> str:
    return principal_zone(place.country) if given.timezone is None else _named_zone(given)


def _named_zone(given: Given) -> str:
    return demand_text(given.timezone, "`timezone`", "Europe/Amsterdam")


def _tag(given: Given) -> str:
    return locale_tag(demand_text(given.locale, "`locale`", "nl_NL"))


def _wanted(categories: Iterable[str] | None) -> tuple[str, ...] | None:
    if categories is None:
        return None
    listed = each_of(categories, "categories", "['public']")
    return tuple(demand_text(each, "a category", "public") for each in listed)


def custom(given: Given) -> Calendar:
    """Make a calendar of given days; the zone and the locale are among what is given."""
    tag = _tag(given)
    territory = territory_of(tag)
    source = SourceDays(*_check_years(given.years), (), (), (), ())
    return _complete(source, given, _Place(territory, _named_zone(given), tag, territory))


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
        name=_name(given) or place.territory,
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


def _name(given: Given) -> str:
    return "" if given.name is None else demand_text(given.name, "`name`", "NL (sender)")


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
    for entry in each_of(given, "half days", "[('2026-12-24', '13:00')]"):
        half = _half_day(entry, span)
        days[half.day] = half
    return tuple(days[day] for day in sorted(days))


def _half_day(entry: GivenHalfDay, span: tuple[int, int]) -> HalfDay:
    match entry:
        case (day, clock):
            called = "half day"
        case (day, clock, name):
            called = demand_text(name, "the name of a half day", "Christmas Eve")
        case _:
            raise CalendarError(f"half day `{entry}` is no day with the time at which it closes")
    found = _inside(read_date(day), "half day", span)
    return HalfDay(found, read_clock(clock, f"the half day `{found}`"), Names(called, called))


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
        listed = each_of(weekend, "weekdays", "[5, 6]")
        days = {check_weekday(day, "weekday of the weekend") for day in listed}
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
        raise _unclear(country, locales)
    return locales[0]


def _unclear(country: str, locales: tuple[str, ...]) -> CalendarError:
    if not locales:
        return CalendarError(
            phrase(
                "territory `{country}` has no official language with known words; "
                "name its `{key}`, one as in `en_{country}`",
                country=country,
                key="locale",
            )
        )
    return CalendarError(
        phrase(
            "territory `{country}` has several official languages; "
            "name its `{key}`, one of {known}",
            country=country,
            key="locale",
            known=", ".join(f"`{tag}`" for tag in locales),
        )
    )


def _check_years(years: tuple[int, ...]) -> tuple[int, int]:
    match years:
        case (int(first), int(last)) if _YEARS[0] <= first <= last <= _YEARS[1]:
            return first, last
        case _:
            given = str(years).strip("()").replace(", ", "-")
            raise CalendarError(
                f"the years `{given}` are no span, "
                f"expected a first and a last year from {_YEARS[0]} to {_YEARS[1]}"
            )
