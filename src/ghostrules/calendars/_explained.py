"""The operations of a calendar, each with the reasons for its result (L6)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from attrs import frozen

from ghostrules.calendars._closed import OtherMonth, OutsideHours, Reason, WeekBegins
from ghostrules.calendars._instants import to_micros
from ghostrules.calendars._operations import Operations, read_roll
from ghostrules.calendars._rolls import Roll

T = TypeVar("T")


@frozen
class Explained(Generic[T]):
    """A result and the reasons for it, in the order of the days."""

    value: T
    reasons: tuple[Reason, ...]


@frozen
class ExplainedOperations:
    """The operations of a calendar with their reasons; found at `calendar.explained`."""

    calendar: Operations

    def is_business_day(self, day: date) -> Explained[bool]:
        """Tell whether a date is a business day, and if not why."""
        return Explained(self.calendar.is_business_day(day), self.calendar.why_closed(day))

    def add_business_days(
        self, day: date, n: int, *, roll: Roll | str | None = None
    ) -> Explained[date]:
        """Give the n-th business day from a date, with the closed days that were crossed."""
        if n == 0 and roll is not None:
            return self.roll(day, roll)
        found = self.calendar.add_business_days(day, n, roll=roll)
        return Explained(found, self._crossed(day, found))

    def business_days_between(self, first: date, last: date) -> Explained[int]:
        """Count business days, with the closed days that were left out."""
        count = self.calendar.business_days_between(first, last)
        step = timedelta(days=1 if last >= first else -1)
        return Explained(count, self._crossed(first, last + step if last != first else last))

    def roll(self, day: date, convention: Roll | str) -> Explained[date]:
        """Move a date, with the closed days that made it move."""
        found = self.calendar.roll(day, convention)
        if found == day:
            return Explained(found, ())
        reasons: tuple[Reason, ...] = self.calendar.why_closed(day) + self._crossed(day, found)
        turned = (found > day) != (read_roll(convention).value.endswith("following"))
        if turned:
            other = self.calendar.add_business_days(day, -1 if found > day else 1)
            reasons = (*reasons, OtherMonth(other, self.calendar.name))
        return Explained(found, reasons)

    def week_start(self, day: date) -> Explained[date]:
        """Give the first day of a week, with the day on which weeks begin."""
        return Explained(self.calendar.week_start(day), (self._week(),))

    def weekday_of_week(self, day: date, weekday: int, weeks: int) -> Explained[date]:
        """Give a weekday of a week, with the day on which weeks begin."""
        return Explained(self.calendar.weekday_of_week(day, weekday, weeks), (self._week(),))

    def next_open(self, at: datetime, *, contact: bool = False) -> Explained[datetime]:
        """Give the next open instant, with what was closed until then."""
        found = self.calendar.next_open(at, contact=contact)
        return Explained(found, tuple(self._closed_between(at, found, contact)))

    def previous_open(self, at: datetime, *, contact: bool = False) -> Explained[datetime]:
        """Give the previous open instant, with what was closed since then."""
        found = self.calendar.previous_open(at, contact=contact)
        return Explained(found, tuple(self._closed_between(at, found, contact)))

    def add_open_time(
        self, at: datetime, duration: timedelta, *, contact: bool = False
    ) -> Explained[datetime]:
        """Move an instant over open time, with what was closed on the way."""
        found = self.calendar.add_open_time(at, duration, contact=contact)
        return Explained(found, tuple(self._closed_between(at, found, contact)))

    def _week(self) -> WeekBegins:
        return WeekBegins(self.calendar.first_weekday, self.calendar.name)

    def _crossed(self, day: date, found: date) -> tuple[Reason, ...]:
        """Give what is closed strictly between two dates."""
        first, last = min(day, found), max(day, found)
        if (last - first).days < 2:
            return ()
        inside = timedelta(days=1)
        return self.calendar.closed_days(first + inside, last - inside)

    def _closed_between(self, at: datetime, found: datetime, contact: bool) -> Iterator[Reason]:
        hours = self.calendar.contact_hours if contact else self.calendar.working_hours
        asked = self.calendar.local_day(to_micros(at))
        first, last = sorted((asked, self.calendar.local_day(to_micros(found))))
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            yield from self.calendar.why_shut(day, contact=contact)
            yield from self.calendar.half_days(day) if at != found else ()
            outside = hours.intervals(ordinal) and not hours.contains(to_micros(at))
            if day == asked and outside:
                yield OutsideHours(at, self.calendar.name)
