"""The one door to the library `holidays`: its days are read once, checked, and frozen (L7).

What it does silently is made loud here: outside its years it knows no holidays, in the years it
warns about its data is incomplete, and the language of names would follow the environment.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ghostrules.calendars._closed import Cause, Names
from ghostrules.calendars._days import DayOff, HalfDay, OpenDay, Weekend
from ghostrules.errors import CalendarError
from ghostrules.locales import territories_named
from ghostrules.phrases import Listing, Phrase, one_of, phrase

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

_ENGLISH: Final = "en_US"
_HALF: Final = "half_day"
_ESTIMATED: Final = re.compile(r"\bestimated\)")
_CODE: Final = re.compile(r"[A-Za-z]{2}(-\S(.*\S)?)?")
_FROM: Final = re.compile(r"\(from (\d{1,2})(?::(\d{2}))?\s*([ap])m\)")


@frozen
class Territory:
    """A country, or a part of one, that the data knows; `part` is empty for a country."""

    country: str
    part: str

    def __str__(self) -> str:
        """Write the code, as in `DE-BY`."""
        return f"{self.country}-{self.part}" if self.part else self.country


@frozen
class SourceDays:
    """What the data says about a territory in a run of whole years."""

    first_year: int
    last_year: int
    weekends: tuple[Weekend, ...]
    days_off: tuple[DayOff, ...]
    half_days: tuple[HalfDay, ...]
    open_days: tuple[OpenDay, ...]


@cache
def find_territory(text: str) -> Territory:
    """Find a territory by its code, or refuse it with suggestions."""
    import holidays

    country, _, part = text.partition("-")
    country = country.upper()
    known = holidays.list_supported_countries(include_aliases=False)
    if _CODE.fullmatch(text) is None or country not in known:
        raise CalendarError(
            phrase("territory `{text}` is unknown; {help}", text=text, help=_near_countries(text))
        )
    return Territory(country, _find_part(country, part, text) if part else "")


@cache
def read_source(
    territory: Territory,
    language: str,
    years: tuple[int, int],
    categories: tuple[str, ...] | None,
    half_day_closes: int | None,
) -> SourceDays:
    """Read everything about a territory, from the years asked for those that have data."""
    whole, halves = _categories(territory, categories)
    yearly = dict(_by_year(territory, _languages(territory, language), whole, years))
    span = _longest_run(tuple(yearly), territory, years)
    kept = [yearly[year] for year in range(span[0], span[1] + 1)]
    off = {off.day: off for days, _ in kept for off in days if span[0] <= off.day.year <= span[1]}
    half_names = _languages(territory, language)
    half_days = _half_days(territory, half_names, span, half_day_closes, halves) if halves else ()
    worked = sorted({day for _, days in kept for day in days} - off.keys())
    return SourceDays(
        *span,
        _weekends(territory, span),
        tuple(off[day] for day in sorted(off)),
        tuple(half for half in half_days if half.day not in off),
        tuple(OpenDay(day, "worked weekend day") for day in worked),
    )


def read_names(territory: Territory, language: str, year: int) -> tuple[tuple[date, Names], ...]:
    """Read the names of a year in English and in a language, if there are any in that language."""
    source = _open(territory.country, "", None, (), None)
    english, own = _languages(territory, language)
    if own is None or own.partition("_")[0] != language:
        return ()
    both = (
        _both(territory, (english, own), year, (category,))[:2]
        for category in source.supported_categories
    )
    return tuple((day, names) for each in both for day, names, _ in _named(*each))


def _near_countries(text: str) -> Phrase:
    meant = text.strip().replace("_", "-").strip("-")
    if meant != text and _is_known(meant):
        return phrase("did you mean `{meant}`?", meant=find_territory(meant))
    named = territories_named(text.strip())
    if named:
        return phrase("did you mean {meant}?", meant=_either(named))
    return phrase("expected a code as in `NL`, `DE-BY` or `US-CA`")


def _is_known(text: str) -> bool:
    try:
        find_territory(text)
    except CalendarError:
        return False
    return True


def _find_part(country: str, part: str, text: str) -> str:
    source = _open(country, "", None, (), None)
    parts = {code.casefold(): code for code in source.subdivisions}
    aliases = {alias.casefold(): code for alias, code in source.subdivisions_aliases.items()}
    found = parts.get(part.casefold()) or aliases.get(part.casefold())
    if found is None:
        raise CalendarError(
            phrase(
                "territory `{text}` is unknown; {help}",
                text=text,
                help=_near_parts(country, part, source),
            )
        )
    return found


def _near_parts(country: str, part: str, source: "HolidayBase") -> Phrase:
    if not source.subdivisions:
        return phrase(
            "`{country}` has no parts with days off of their own, use `{country}`", country=country
        )
    names = {name.casefold(): code for name, code in source.subdivisions_aliases.items()}
    names |= {code.casefold(): code for code in source.subdivisions}
    near = get_close_matches(part.casefold(), names, n=3, cutoff=0.6)
    codes = tuple(dict.fromkeys(f"{country}-{names[name]}" for name in near))
    if codes:
        return phrase("did you mean {meant}?", meant=_either(codes))
    parts = ", ".join(source.subdivisions)
    return phrase("`{country}` has the parts {parts}", country=country, parts=parts)


def _either(codes: Iterable[str]) -> Listing:
    return one_of(f"`{code}`" for code in codes)


def _open(
    country: str,
    part: str,
    language: str | None,
    years: Iterable[int],
    categories: tuple[str, ...] | None,
) -> "HolidayBase":
    import holidays

    return holidays.country_holidays(
        country,
        subdiv=part or None,
        years=years,
        expand=False,
        language=language,
        categories=categories,
    )


def _categories(
    territory: Territory, wanted: tuple[str, ...] | None
) -> tuple[tuple[str, ...], str]:
    """Give the categories of whole days off, and whether half days are wanted, and how much."""
    known = _open(territory.country, "", None, (), None).supported_categories
    for category in wanted or ():
        if category not in known:
            raise CalendarError(
                phrase(
                    "category `{category}` is unknown for `{territory}`, expected some of {known}",
                    category=category,
                    territory=territory,
                    known=", ".join(known),
                )
            )
    if wanted is None:
        return ("public",), "where stated" if _HALF in known else ""
    whole = tuple(sorted(category for category in wanted if category != _HALF))
    if not whole:
        raise CalendarError(
            phrase("`categories` name no whole days off, expected `public` among them")
        )
    return whole, "all" if _HALF in wanted else ""


def _languages(territory: Territory, language: str) -> tuple[str | None, str | None]:
    """Choose the language of the English and of the own names among those that there are."""
    source = _open(territory.country, "", None, (), None)
    known = source.supported_languages
    spoken = language.partition("_")[0]
    own = next((name for name in known if name.partition("_")[0] == spoken), None)
    english = _ENGLISH if _ENGLISH in known else source.default_language
    return english, own or source.default_language


def _by_year(
    territory: Territory,
    languages: tuple[str | None, str | None],
    categories: tuple[str, ...],
    years: tuple[int, int],
) -> Iterator[tuple[int, tuple[tuple[DayOff, ...], tuple[date, ...]]]]:
    bounds = _open(territory.country, "", None, (), None)
    first, last = max(years[0], bounds.start_year), min(years[1], bounds.end_year)
    for year in range(first, last + 1):
        english, own, complete = _both(territory, languages, year, categories)
        if complete:
            yield year, (_days_off(english, own), tuple(english.weekend_workdays))


def _both(
    territory: Territory,
    languages: tuple[str | None, str | None],
    year: int,
    categories: tuple[str, ...],
) -> tuple["HolidayBase", "HolidayBase", bool]:
    """Read a year in both languages; it is complete if the data gives no warning about it."""
    country, part = territory.country, territory.part
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        english = _open(country, part, languages[0], (year,), categories)
        own = english
        if languages[1] != languages[0]:
            own = _open(country, part, languages[1], (year,), categories)
    return english, own, not caught


def _days_off(english: "HolidayBase", own: "HolidayBase") -> tuple[DayOff, ...]:
    return tuple(
        DayOff(day, Cause.HOLIDAY, names, estimated=estimated)
        for day, names, estimated in _named(english, own)
    )


def _named(english: "HolidayBase", own: "HolidayBase") -> Iterator[tuple[date, Names, bool]]:
    for day, name in english.items():
        if _ESTIMATED.search(name):
            yield day, Names(_settled(name, english), _settled(own[day], own)), True
        else:
            yield day, Names(name, own[day]), False


def _settled(name: str, source: "HolidayBase") -> str:
    """Take the words for "estimated" off a name, in the language in which it was read."""
    return "; ".join(_without_label(part, source) for part in name.split("; "))


def _without_label(name: str, source: "HolidayBase") -> str:
    observed = getattr(source, "observed_label", "%s")
    for label, rest in (("observed_estimated_label", observed), ("estimated_label", "%s")):
        before, _, after = source.tr(getattr(source, label, "%s")).partition("%s")
        if before + after and name.startswith(before) and name.endswith(after):
            core = name.removeprefix(before).removesuffix(after)
            return source.tr(rest).replace("%s", core)
    return name


def _half_days(
    territory: Territory,
    languages: tuple[str | None, str | None],
    span: tuple[int, int],
    closes: int | None,
    wanted: str,
) -> tuple[HalfDay, ...]:
    halves: dict[date, HalfDay] = {}
    for year in range(span[0], span[1] + 1):
        english, own, _ = _both(territory, languages, year, (_HALF,))
        for day, names, estimated in _named(english, own):
            end = _stated(names.english) if closes is None else closes
            if end is None and wanted == "all":
                raise CalendarError(
                    phrase(
                        "half day `{name}` of `{territory}` has no stated hour; say when half days "
                        "close, as in `half_day_closes='13:00'`",
                        name=names.english,
                        territory=territory,
                    )
                )
            if end is not None:
                halves[day] = HalfDay(day, end, names, estimated=estimated)
    return tuple(halves[day] for day in sorted(halves))


def _stated(name: str) -> int | None:
    hours = [
        int(match[1]) % 12 * 60 + int(match[2] or 0) + (720 if match[3] == "p" else 0)
        for match in _FROM.finditer(name)
    ]
    return min(hours, default=None)


def _longest_run(
    complete: tuple[int, ...], territory: Territory, asked: tuple[int, int]
) -> tuple[int, int]:
    runs: list[tuple[int, int]] = []
    for year in complete:
        follows = bool(runs) and runs[-1][1] == year - 1
        first = runs.pop()[0] if follows else year
        runs.append((first, year))
    if not runs:
        raise CalendarError(
            phrase(
                "there is no data for `{territory}` in the years {first}-{last}",
                territory=territory,
                first=asked[0],
                last=asked[1],
            )
        )
    return max(runs, key=lambda run: run[1] - run[0])


def _weekends(territory: Territory, span: tuple[int, int]) -> tuple[Weekend, ...]:
    """Read which weekdays are weekend, and keep the weeks in which that changes."""
    source = _open(territory.country, territory.part, None, (), None)
    found: list[Weekend] = []
    for year in range(span[0], span[1] + 1):
        mondays = _mondays(year)
        # a look at nine weeks of a year tells whether any week of it can differ
        sample = (*mondays[::13], *mondays[1::13], mondays[-1])
        if found and all(_weekend(source, day) == found[-1].weekdays for day in sample):
            continue
        for monday in mondays:
            weekdays = _weekend(source, monday)
            if not found or found[-1].weekdays != weekdays:
                found.append(Weekend(max(monday, date(span[0], 1, 1)), weekdays))
    return tuple(found)


def _mondays(year: int) -> list[date]:
    first = date(year, 1, 1)
    monday = first - timedelta(days=first.weekday())
    weeks = (date(year, 12, 31) - monday).days // 7 + 1
    return [monday + timedelta(days=7 * week) for week in range(weeks)]


def _weekend(source: "HolidayBase", monday: date) -> tuple[int, ...]:
    return tuple(day for day in range(7) if source.is_weekend(monday + timedelta(days=day)))
