"""What one local day is: weekend or not, business day or not, open from when to when."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ghostrules.calendars._closed import Cause, Names

if TYPE_CHECKING:
    from ghostrules.calendars._calendar import Calendar
    from ghostrules.calendars._days import DayOff, HalfDay, QuietDays
    from ghostrules.calendars._hours import Ranges


class DayRules:
    """The days of a calendar looked up by ordinal; minutes count from local midnight."""

    __slots__ = ("_half", "_hours", "_off", "_quiet", "_since", "_weekends", "_worked")

    def __init__(self, calendar: "Calendar") -> None:
        self._hours = calendar.hours
        self._since = [weekend.since.toordinal() for weekend in calendar.weekends]
        self._weekends = [frozenset(weekend.weekdays) for weekend in calendar.weekends]
        self._off = _grouped(calendar.days_off)
        self._half = {half.day.toordinal(): half for half in calendar.early_closings}
        self._worked = frozenset(day.day.toordinal() for day in calendar.open_days)
        self._quiet = calendar.quiet

    def is_rest(self, ordinal: int) -> bool:
        """Tell whether a day is weekend and not worked."""
        return self.is_weekend(ordinal) and ordinal not in self._worked

    def is_weekend(self, ordinal: int) -> bool:
        """Tell whether a day is weekend, worked or not."""
        weekends = self._weekends
        which = bisect_right(self._since, ordinal) - 1 if len(weekends) > 1 else 0
        return (ordinal - 1) % 7 in weekends[max(which, 0)]

    def is_business(self, ordinal: int) -> bool:
        """Tell whether a day is a business day."""
        return ordinal not in self._off and not self.is_rest(ordinal)

    def working(self, ordinal: int) -> "Ranges":
        """Give the hours in which there is work."""
        if ordinal in self._off:
            return ()
        half = self._half.get(ordinal)
        ranges = self.open_if_not_off(ordinal)
        return ranges if half is None else _until(ranges, half.closes)

    def contact(self, ordinal: int) -> "Ranges":
        """Give the hours in which the party can be reached."""
        return () if self.quiet_on(ordinal) else self.working(ordinal)

    def weekly(self, ordinal: int) -> "Ranges":
        """Give the hours of the weekday alone."""
        weekday = (ordinal - 1) % 7
        weekend = self.is_weekend(ordinal)
        return self._hours.of_weekend(weekday) if weekend else self._hours.of(weekday)

    def open_if_not_off(self, ordinal: int) -> "Ranges":
        """Give the hours of a day before days off, half days and quiet days are looked at."""
        if ordinal in self._worked and self.is_weekend(ordinal):
            return self._hours.of_worked_weekend((ordinal - 1) % 7)
        return self.weekly(ordinal)

    def days_off(self, ordinal: int) -> "tuple[DayOff, ...]":
        """Give the holidays and closed days that fall on a day."""
        return self._off.get(ordinal, ())

    def half_day(self, ordinal: int) -> "HalfDay | None":
        """Give the half day that a day is, if it is one."""
        return self._half.get(ordinal)

    def quiet_on(self, ordinal: int) -> "tuple[QuietDays, ...]":
        """Give the quiet days that a day belongs to."""
        if not self._quiet:
            return ()
        day = date.fromordinal(ordinal)
        return tuple(quiet for quiet in self._quiet if quiet.holds(day))

    def is_plain(self, ordinal: int) -> bool:
        """Tell whether only the weekday decides what a day is."""
        special = ordinal in self._off or ordinal in self._half or ordinal in self._worked
        return not special and not self.quiet_on(ordinal)

    def causes(self, ordinal: int, *, contact: bool) -> Iterator[tuple[Cause, Names | None, bool]]:
        """Give why a day is no business day or, for contact, why nobody can be reached."""
        if self.is_rest(ordinal):
            yield Cause.WEEKEND, None, False
        for off in self.days_off(ordinal):
            yield off.kind, off.names, off.estimated
        for quiet in self.quiet_on(ordinal) if contact else ():
            yield Cause.QUIET, Names(str(quiet), str(quiet)), False


def _grouped(days_off: "Iterable[DayOff]") -> "dict[int, tuple[DayOff, ...]]":
    grouped: dict[int, tuple[DayOff, ...]] = {}
    for off in days_off:
        ordinal = off.day.toordinal()
        grouped[ordinal] = (*grouped.get(ordinal, ()), off)
    return grouped


def _until(ranges: "Ranges", closes: int) -> "Ranges":
    return tuple((first, min(last, closes)) for first, last in ranges if first < closes)
