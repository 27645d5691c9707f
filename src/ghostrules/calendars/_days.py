"""The frozen days of a calendar: weekends, days off, half days, worked days, quiet days."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from ghostrules.calendars._checks import each_of
from ghostrules.calendars._closed import Cause, Names
from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_YEARLY: Final = re.compile(r"(\d{1,2})\s+([a-z]{3,9})", re.IGNORECASE)
_LEAP_YEAR: Final = 2000

GivenDay = date | str | tuple[date | str, str]


@frozen
class Weekend:
    """The weekdays that are weekend from a date on, counted from Monday as 0."""

    since: date
    weekdays: tuple[int, ...]


@frozen
class DayOff:
    """A holiday, or a day that the user closed."""

    day: date
    kind: Cause
    names: Names
    estimated: bool = field(default=False, kw_only=True)


@frozen
class HalfDay:
    """A business day that closes early, `closes` minutes after midnight."""

    day: date
    closes: int
    names: Names
    estimated: bool = field(default=False, kw_only=True)


@frozen
class OpenDay:
    """A day that is worked although it is weekend or a holiday."""

    day: date
    name: str


@frozen
class QuietDays:
    """Days without contact that stay business days: every year, or once.

    `first` and `last` are dates; of those of every year only month and day count, and `last`
    may come before `first`, over the turn of the year.
    """

    first: date
    last: date
    yearly: bool

    def __str__(self) -> str:
        """Write the days as text that reads back equal."""
        write = _write_yearly if self.yearly else date.isoformat
        first, last = write(self.first), write(self.last)
        return first if first == last else f"{first}..{last}"

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        if not self.yearly:
            return self.first <= day <= self.last
        first, last, this = (_in_year(each) for each in (self.first, self.last, day))
        return first <= this <= last if first <= last else this >= first or this <= last


def read_quiet(given: Iterable[date | str] | date | str) -> tuple[QuietDays, ...]:
    """Read quiet days: dates, `24 dec`, or ranges of either."""
    return tuple(_read_quiet(entry) for entry in each_of(given, "quiet days", "['24 dec']"))


def read_days(given: Iterable[GivenDay] | str, unnamed: str) -> Iterator[tuple[date, str]]:
    """Read extra days, each a date or a range, with a name or with the one for unnamed days."""
    for entry in each_of(given, f"{unnamed}s", "['2026-12-24']"):
        days, name = _named(entry, unnamed)
        first, last = _read_range(days)
        for step in range((last - first).days + 1):
            yield first + timedelta(days=step), name


def read_date(text: object) -> date:
    """Read a date written as `2026-03-31`, or take one."""
    if type(text) is date:
        return text
    try:
        return date.fromisoformat(text.strip() if isinstance(text, str) else "")
    except ValueError:
        raise CalendarError(
            phrase("`{text}` is no date, expected one as in `2026-03-31`", text=text)
        ) from None


def _named(entry: GivenDay, unnamed: str) -> tuple[date | str, str]:
    if not isinstance(entry, tuple):
        return entry, unnamed
    if len(entry) != 2:  # pyright: ignore[reportUnnecessaryComparison]
        raise CalendarError(
            phrase("`{entry}` is no day with its name, expected a pair of them", entry=entry)
        )
    return entry[0], str(entry[1])


def _read_range(days: date | str) -> tuple[date, date]:
    if not isinstance(days, str):
        return read_date(days), read_date(days)
    first, _, last = days.partition("..")
    return _in_order(read_date(first), read_date(last or first), days)


def _in_order(first: date, last: date, text: str) -> tuple[date, date]:
    if last < first:
        raise CalendarError(
            phrase(
                "`{text}` ends before it begins; did you mean `{last}..{first}`?",
                text=text,
                last=last,
                first=first,
            )
        )
    return first, last


def _read_quiet(entry: date | str) -> QuietDays:
    if not isinstance(entry, str) or re.match(r"\s*\d{4}-", entry):
        return QuietDays(*_read_range(entry), yearly=False)
    first, _, last = entry.partition("..")
    return QuietDays(_read_yearly(first, entry), _read_yearly(last or first, entry), yearly=True)


def _read_yearly(text: str, entry: str) -> date:
    match = _YEARLY.fullmatch(text.strip())
    month = match[2][:3].lower() if match else ""
    if match is None or month not in MONTHS:
        raise CalendarError(
            phrase(
                "quiet day `{entry}` is no day, expected one as in `24 dec` or `27 dec..31 dec`",
                entry=entry,
            )
        )
    try:
        return date(_LEAP_YEAR, MONTHS.index(month) + 1, int(match[1]))
    except ValueError:
        raise CalendarError(
            phrase(
                "quiet day `{entry}` has a day that {month} does not have", entry=entry, month=month
            )
        ) from None


def _write_yearly(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _in_year(day: date) -> tuple[int, int]:
    return day.month, day.day
