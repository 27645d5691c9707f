"""Business days counted: rank and select lists, grown by years on demand.

`upto[i]` is how many business days there are up to and with day i, `before[i]` without it, and
`dates` holds the business days themselves. The n-th business day after day i is then
`dates[upto[i] + n - 1]`, and before it `dates[before[i] + n]` for a negative n: constant time.
INVARIANT: a table is never changed, only replaced by a larger one, in one assignment.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ghostrules.errors import CalendarError


class Table(NamedTuple):
    """The lists of a run of whole years; `base` is the ordinal of the first day."""

    upto: list[int]
    before: list[int]
    dates: list[date]
    base: int


class DayIndex:
    """The business days of one calendar."""

    __slots__ = ("_is_business", "_name", "_span", "_years", "table")

    def __init__(
        self, is_business: Callable[[int], bool], first_year: int, last_year: int, name: str
    ) -> None:
        self._is_business = is_business
        self._span = (first_year, last_year)
        self._years = (0, 0)
        self._name = name
        self.table = Table([], [], [], 0)

    def check(self, day: date) -> None:
        """Refuse what is no plain date, and a date that the calendar does not cover (L7)."""
        if type(day) is not date:
            raise CalendarError(
                f"`{day}` is no date, expected a day without a time, as in `2026-03-31`"
            )
        if not self._span[0] <= day.year <= self._span[1]:
            raise self._outside(f"`{day}`")

    def is_business(self, day: date) -> bool:
        """Tell whether a day is a business day."""
        self.check(day)
        table = self._holding(day)
        at = day.toordinal() - table.base
        return table.upto[at] != table.before[at]

    def nth(self, day: date, n: int) -> date:
        """Give the n-th business day after a date, or before it for a negative n."""
        self.check(day)
        table = self._holding(day)
        while not 0 <= (rank := _rank(table, day, n)) < len(table.dates):
            table = self._grown(f"{n} business days from `{day}`", forward=n > 0)
        return table.dates[rank]

    def between(self, first: date, last: date) -> int:
        """Count the business days after `first` up to and with `last`, or back to it."""
        self.check(first)
        self.check(last)
        self._holding(first)
        table = self._holding(last)
        at, to = first.toordinal() - table.base, last.toordinal() - table.base
        if to >= at:
            return table.upto[to] - table.upto[at]
        return table.before[to] - table.before[at]

    def _holding(self, day: date) -> Table:
        first, last = self._years
        if not first:
            return self._build(day.year, min(day.year + 1, self._span[1]))
        if not first <= day.year <= last:
            return self._build(min(first, day.year), max(last, day.year))
        return self.table

    def _grown(self, what: str, *, forward: bool) -> Table:
        first, last = self._years
        width = last - first + 1
        if forward and last < self._span[1]:
            return self._build(first, min(last + width, self._span[1]))
        if not forward and first > self._span[0]:
            return self._build(max(first - width, self._span[0]), last)
        raise self._outside(what)

    def _build(self, first: int, last: int) -> Table:
        base = date(first, 1, 1).toordinal()
        upto: list[int] = []
        before: list[int] = []
        dates: list[date] = []
        for ordinal in range(base, date(last, 12, 31).toordinal() + 1):
            before.append(len(dates))
            if self._is_business(ordinal):
                dates.append(date.fromordinal(ordinal))
            upto.append(len(dates))
        self.table = Table(upto, before, dates, base)
        self._years = (first, last)
        return self.table

    def _outside(self, what: str) -> CalendarError:
        first, last = self._span
        return CalendarError(
            f"{what} lies outside the years that calendar `{self._name}` covers, "
            f"expected a date from {first}-01-01 to {last}-12-31"
        )


def _rank(table: Table, day: date, n: int) -> int:
    at = day.toordinal() - table.base
    return table.upto[at] + n - 1 if n > 0 else table.before[at] + n
