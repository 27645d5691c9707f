"""Business days counted: rank and select lists, grown by years on demand.

`dates` holds the business days. `last[i]` is the place in it of the last one up to and with day i,
and `before[i]` is how many lie before day i. The n-th business day after day i is then
`dates[last[i] + n]`, and before it, for a negative n, `dates[before[i] + n]`: constant time.
INVARIANT: a table is never changed, only replaced by a larger one, in one assignment.
"""

from collections.abc import Callable
from datetime import date

from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

# last, before, dates, and the ordinal of the first day; a plain tuple unpacks fastest
Table = tuple[list[int], list[int], list[date], int]


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
        self.table: Table = ([], [], [], 0)

    def check(self, day: date) -> None:
        """Refuse what is no plain date, and a date that the calendar does not cover (L7)."""
        if type(day) is not date:
            raise CalendarError(
                f"`{day}` is no date, expected a day without a time, as in `2026-03-31`"
            )
        if not self._span[0] <= day.year <= self._span[1]:
            raise self.outside(f"`{day}`")

    def is_business(self, day: date) -> bool:
        """Tell whether a day is a business day."""
        self.check(day)
        last, before, _dates, base = self._holding(day)
        at = day.toordinal() - base
        return last[at] == before[at]

    def nth(self, day: date, n: int) -> date:
        """Give the n-th business day after a date, or before it for a negative n."""
        self.check(day)
        table = self._holding(day)
        while not 0 <= (rank := _rank(table, day, n)) < len(table[2]):
            table = self._grown(day, n)
        return table[2][rank]

    def between(self, start: date, end: date) -> int:
        """Count the business days after `start` up to and with `end`, or back to it."""
        self.check(start)
        self.check(end)
        self._holding(start)
        last, before, _dates, base = self._holding(end)
        at, to = start.toordinal() - base, end.toordinal() - base
        return last[to] - last[at] if to >= at else before[to] - before[at]

    def _holding(self, day: date) -> Table:
        first, last = self._years
        if not first:
            return self._build(day.year, min(day.year + 1, self._span[1]))
        if not first <= day.year <= last:
            return self._build(min(first, day.year), max(last, day.year))
        return self.table

    def _grown(self, day: date, n: int) -> Table:
        first, last = self._years
        width = last - first + 1
        if n > 0 and last < self._span[1]:
            return self._build(first, min(last + width, self._span[1]))
        if n <= 0 and first > self._span[0]:
            return self._build(max(first - width, self._span[0]), last)
        raise self.outside(phrase("{count} business days from `{day}`", count=n, day=day))

    def _build(self, first: int, last: int) -> Table:
        base = date(first, 1, 1).toordinal()
        before: list[int] = []
        places: list[int] = []
        dates: list[date] = []
        for ordinal in range(base, date(last, 12, 31).toordinal() + 1):
            before.append(len(dates))
            if self._is_business(ordinal):
                dates.append(date.fromordinal(ordinal))
            places.append(len(dates) - 1)
        self.table = (places, before, dates, base)
        self._years = (first, last)
        return self.table

    def outside(self, what: str) -> CalendarError:
        """Make the error that says which years are covered (L7)."""
        first, last = self._span
        return CalendarError(
            phrase(
                "{what} lies outside the years that calendar `{calendar}` covers, "
                "expected a date from {first} to {last}",
                what=what,
                calendar=self._name,
                first=f"{first}-01-01",
                last=f"{last}-12-31",
            )
        )


def _rank(table: Table, day: date, n: int) -> int:
    last, before, _dates, base = table
    at = day.toordinal() - base
    return last[at] + n if n > 0 else before[at] + n
