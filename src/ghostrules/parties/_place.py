"""Where a party is: its calendar is asked what there is, one key at a time.

Whether a territory, a time zone, a language or hours exist is known to the calendars alone, so
each key is tried on a calendar of one year, whose `CalendarError` becomes the fault of the key.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from typing import Final, TypeVar, cast
from zoneinfo import ZoneInfo

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.documents import Faulty, are_pairs, as_list, fault, gather, read_text
from ghostrules.errors import CalendarError
from ghostrules.phrases import Phrase, Words, phrase, told_apart

T = TypeVar("T")
Span = tuple[date, date]

DEFAULT_HOURS: Final = "09:00-17:00"
_YEARS: Final = (2025, 2025)


@frozen
class Place:
    """The country, the time zone and the locale that follow from what a party says."""

    timezone: str
    locale: str


def place_of(territory: str, timezone: str | None, language: str | None, path: str) -> Place:
    """Tell where a party is; a country with several zones or languages has to say which."""
    return _tried(lambda: _place(territory, timezone, locale_of(language, territory)), path)


@cache
def _place(territory: str, timezone: str | None, locale: str | None) -> Place:
    calendar = Calendar.for_country(territory, timezone=timezone, locale=locale, years=_YEARS)
    return Place(calendar.timezone, calendar.locale)


def locale_of(language: str | None, territory: str) -> str | None:
    """Complete a language with the country of the party."""
    if language is None or "_" in language:
        return language
    return f"{language}_{territory[:2]}"


def in_zone(timezone: str) -> Callable[[datetime], datetime]:
    """Make the function that reads local times; of one that occurs twice the first (L3)."""
    zone = ZoneInfo(timezone)
    return lambda local: local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def read_territory(value: object, path: str) -> str:
    """Read the code of a country or of a part of one."""
    territory = read_text(value, path).strip()
    _tried(lambda: _place(territory, "UTC", f"en_{territory[:2].upper()}"), path, value)
    return territory


def read_timezone(value: object, path: str) -> str:
    """Read the name of a time zone."""
    timezone = read_text(value, path).strip()
    _tried(lambda: _calendar(timezone=timezone), path, value)
    return timezone


def read_language(value: object, path: str) -> str:
    """Read a language, with or without a territory of its own."""
    text = read_text(value, path).strip()
    alone = not {"_", "-"} & set(text)
    try:
        locale = _calendar(locale=f"{text}_IE" if alone else text).locale
    except CalendarError:
        expected = phrase("a language such as `nl`, or with a territory `en_GB`")
        raise fault("GR301", phrase("no language"), path, value=value, expected=expected) from None
    return locale.rpartition("_")[0] if alone else locale


def read_hours(value: object, path: str) -> str:
    """Read hours."""
    text = read_text(value, path)
    return str(_tried(lambda: _calendar(hours=text), path, value).hours)


def read_quiet(value: object, path: str) -> tuple[str, ...]:
    """Read quiet days."""
    return tuple(_each(value, path, _read_quiet))


def _read_quiet(value: object, path: str) -> str:
    days = value if type(value) is date else read_text(value, path)
    return str(_tried(lambda: _calendar(quiet=days), path, value).quiet[0])


def read_vacation(value: object, path: str) -> tuple[Span, ...]:
    """Read spans of dates on which the party is closed."""
    return tuple(sorted(_each(value, path, _read_span)))


def _read_span(value: object, path: str) -> Span:
    if are_pairs((value,)):
        return _read_span("{}..{}".format(*cast("Span", value)), path)
    text = str(value) if type(value) is date else read_text(value, path)
    first, _, last = (part.strip() for part in text.partition(".."))
    try:
        span = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise _no_span(value, path) from None
    if span[0] > span[1]:
        raise _no_span(
            value, path, phrase("did you mean `{meant}`?", meant=write_span((span[1], span[0])))
        )
    return span


def _no_span(value: object, path: str, help: str | None = None) -> Faulty:
    expected = phrase("a date or a span such as `2026-07-20..2026-08-07`")
    return fault(
        "GR303", phrase("no span of dates"), path, value=value, expected=expected, help=help
    )


def write_span(span: Span) -> str:
    """Write a span of dates.

    >>> write_span((date(2026, 7, 20), date(2026, 8, 7)))
    '2026-07-20..2026-08-07'
    """
    first, last = map(str, span)
    return first if first == last else f"{first}..{last}"


def _each(value: object, path: str, read: Callable[[object, str], T]) -> list[T]:
    def one(item: object, place: str) -> Callable[[], T]:
        return lambda: read(item, place)

    items = [value] if isinstance(value, str | date) else as_list(value, path)
    return gather(one(item, f"{path}[{i}]") for i, item in enumerate(items))


def _calendar(
    timezone: str = "UTC",
    locale: str = "en_IE",
    hours: str = DEFAULT_HOURS,
    quiet: date | str | None = None,
) -> Calendar:
    days = () if quiet is None else (quiet,)
    return Calendar.custom(
        "party", timezone=timezone, locale=locale, hours=hours, quiet=days, years=_YEARS
    )


def _tried(make: Callable[[], T], path: str, value: object = None) -> T:
    try:
        return make()
    except CalendarError as error:
        message, help = told_apart(_as_language(error.words))
        raise fault("GR301", message, path, value=value, help=help) from None


def _as_language(words: Words) -> Words:
    """A calendar has a locale, and a party a language: one is called the other."""
    if isinstance(words, Phrase) and words.places.get("key") == "locale":
        return words.filled(key="language")
    return words
