"""The slots of one calendar: its minutes of a local day turned into instants."""

from collections.abc import Callable

from ghostrules.calendars._clock import LocalClock
from ghostrules.calendars._hours import Ranges, merged
from ghostrules.calendars._open_hours import OpenHours, Slots


def hours_of(
    clock: LocalClock,
    minutes: Callable[[int], Ranges],
    weekly: Callable[[int], Ranges],
    span: tuple[int, int],
    name: str,
) -> OpenHours:
    """Make open hours from the minutes of each day, and of each weekday alone."""
    pattern = OpenHours(lambda day: _slots(clock, weekly(day), day), clock.start, span, name)
    return OpenHours(lambda day: _slots(clock, minutes(day), day), clock.start, span, name, pattern)


def _slots(clock: LocalClock, ranges: Ranges, ordinal: int) -> Slots:
    if clock.is_skipped(ordinal):
        return ()
    instants = (
        (clock.instant(ordinal, opens), clock.instant(ordinal, closes)) for opens, closes in ranges
    )
    return merged(slot for slot in instants if slot[0] < slot[1])
