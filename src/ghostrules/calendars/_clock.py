"""One time zone: which local day an instant falls on, and when a wall time comes (L3)."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ghostrules.calendars._instants import DAY, EPOCH, EPOCH_ORDINAL, MINUTE, from_micros, micros
from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

_DAY_MINUTES: Final = 1440

_ONE_DAY: Final = timedelta(days=1)

# the beginning and the end of a local day, and its date
_LocalDay = tuple[int, int, date]


class LocalClock:
    """The wall clock of a time zone, with what it has worked out so far."""

    __slots__ = ("_days", "_starts", "_torn", "_zone")

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._starts: dict[int, int] = {}
        self._days: dict[int, _LocalDay] = {}
        self._torn: set[int] = set()

    def start(self, ordinal: int) -> int:
        """Give the instant at which a local day begins."""
        try:
            return self._starts[ordinal]
        except KeyError:
            return self._find_start(ordinal)

    def local_day(self, at: int) -> date:
        """Give the local date of an instant."""
        try:
            begins, ends, day = self._days[at // DAY]
        except KeyError:
            return self._find_day(at)
        if at < begins:
            return day - _ONE_DAY
        return day if at < ends else day + _ONE_DAY

    def instant(self, ordinal: int, minutes: int) -> int:
        """Give the instant of a wall time: a skipped one moves forward, of two the first counts."""
        if minutes == 0:
            return self.start(ordinal)
        if minutes == _DAY_MINUTES:
            return self.start(ordinal + 1)
        start = self.start(ordinal)
        if self.start(ordinal + 1) - start == DAY:
            return start + minutes * MINUTE
        return self._convert(ordinal, minutes)

    def is_skipped(self, ordinal: int) -> bool:
        """Tell whether the zone left a whole day out, as Samoa did on 30 December 2011."""
        return self.start(ordinal) == self.start(ordinal + 1)

    def _convert(self, ordinal: int, minutes: int) -> int:
        wall = datetime.fromordinal(ordinal) + timedelta(minutes=minutes)
        # fold=0 is the law L3 itself: the first of two, and the old offset inside a gap
        return micros(wall.replace(tzinfo=self._zone).astimezone(UTC) - EPOCH)

    def _find_start(self, ordinal: int) -> int:
        start = self._convert(ordinal, 0)
        self._starts[ordinal] = start
        if self._goes_back_over(ordinal, start):
            self._torn.update((ordinal - 1, ordinal))
        return start

    def _find_day(self, at: int) -> date:
        """Give a local date the slow way, and remember the day that it nearly always is."""
        ordinal = at // DAY + EPOCH_ORDINAL
        begins, ends = self.start(ordinal), self.start(ordinal + 1)
        if self._torn.isdisjoint((ordinal - 1, ordinal, ordinal + 1)):
            self._days[at // DAY] = begins, ends, date.fromordinal(ordinal)
        return from_micros(at).astimezone(self._zone).date()

    def _goes_back_over(self, ordinal: int, start: int) -> bool:
        """Tell whether the clock is set back over midnight, so that the day before returns."""
        hours_after = (start + hours * 15 * MINUTE for hours in range(1, 13))
        days = (from_micros(at).astimezone(self._zone).toordinal() for at in hours_after)
        return any(day < ordinal for day in days)


@cache
def clock_of(timezone: str) -> LocalClock:
    """Give the clock of a time zone by its IANA key; every calendar there shares it."""
    try:
        return LocalClock(ZoneInfo(timezone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CalendarError(
            phrase(
                "time zone `{timezone}` is unknown, expected a name as in `{meant}`",
                timezone=timezone,
                meant=nearest_zone(timezone),
            )
        ) from None


def nearest_zone(timezone: str) -> str:
    """Suggest a time zone that is spelt nearly like an unknown one."""
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    by_end = {key.rpartition("/")[2].casefold(): key for key in sorted(available_timezones())}
    end = timezone.rpartition("/")[2].strip().replace(" ", "_").casefold()
    near = get_close_matches(end, by_end, n=1, cutoff=0.7)
    return by_end[near[0]] if near else "Europe/Amsterdam"
