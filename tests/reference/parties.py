"""The days and the open slots of a party, walked one by one."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from attrs import field, frozen

from ghostrules.calendars import Calendar

ONE_DAY = timedelta(days=1)
FAR = 800

Slot = tuple[datetime, datetime]
Ranges = tuple[tuple[int, int], ...]


@frozen(eq=False)
class Party:
    """A calendar as the reference sees it.

    `week` gives the ranges of each weekday in minutes after midnight, `named` the weekdays that
    are open although they are weekend, `quiet` the dates without contact as (month, day).
    """

    calendar: Calendar
    week: tuple[Ranges, ...]
    named: frozenset[int] = frozenset()
    quiet: frozenset[tuple[int, int]] = frozenset()
    zone: ZoneInfo = field(init=False)
    _slots: dict[tuple[date, bool], tuple[Slot, ...]] = field(
        init=False, factory=dict[tuple[date, bool], tuple[Slot, ...]]
    )
    _business: dict[date, bool] = field(init=False, factory=dict[date, bool])

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "zone", ZoneInfo(self.calendar.timezone))

    def is_business(self, day: date) -> bool:
        """Tell whether a date counts as a business day."""
        if day not in self._business:
            self._business[day] = self.calendar.is_business_day(day)
        return self._business[day]

    def local_day(self, at: datetime) -> date:
        """Give the local date of an instant."""
        return at.astimezone(self.zone).date()

    def instant(self, day: date, minutes: int) -> datetime:
        """Give the instant of a wall time: a skipped one moves by the gap, the first of two."""
        if minutes == 1440:
            day, minutes = day + ONE_DAY, 0
        wall = datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=self.zone)
        return wall.astimezone(UTC)

    def slots(self, day: date, *, contact: bool) -> tuple[Slot, ...]:
        """Give the open slots of one local date."""
        key = (day, contact)
        if key not in self._slots:
            self._slots[key] = tuple(self._find(day, contact=contact))
        return self._slots[key]

    def _find(self, day: date, *, contact: bool) -> Iterator[Slot]:
        if contact and (day.month, day.day) in self.quiet:
            return
        for opens, closes in self._ranges(day):
            yield self.instant(day, opens), self.instant(day, closes)

    def _ranges(self, day: date) -> Ranges:
        causes = {closed.kind.value for closed in self.calendar.why_closed(day)}
        if causes - {"weekend"} or (causes and day.weekday() not in self.named):
            return ()
        ranges = self.week[day.weekday()]
        for half in self.calendar.early_closings:
            if half.day == day:
                ranges = tuple(
                    (opens, min(closes, half.closes))
                    for opens, closes in ranges
                    if opens < half.closes
                )
        return ranges


def nth_business_day(is_business: Callable[[date], bool], day: date, n: int) -> date:
    """Walk to the n-th business day strictly after a date, or before it for a negative n (L4)."""
    step = ONE_DAY if n > 0 else -ONE_DAY
    left = abs(n)
    while left:
        day += step
        if is_business(day):
            left -= 1
    return day


@frozen(eq=False)
class Open:
    """Admissible instants: slots by the days of one party, on the dates of the client.

    Without `slots_of` every instant is admissible.
    """

    client: Party
    party: Party
    slots_of: Callable[[date], tuple[Slot, ...]] | None

    def contains(self, at: datetime) -> bool:
        """Tell whether an instant is admissible; slots are closed at both ends (L8)."""
        return self.next(at) == at

    def next(self, at: datetime) -> datetime:
        """Give the first admissible instant that is not before `at`."""
        if self.slots_of is None:
            return at
        day = self.party.local_day(at) - ONE_DAY
        for _ in range(FAR):
            for opens, closes in self.slots_of(day):
                if closes >= at:
                    return max(opens, at)
            day += ONE_DAY
        raise AssertionError(f"nothing is open after {at}")

    def previous(self, at: datetime) -> datetime:
        """Give the last admissible instant that is not after `at`."""
        if self.slots_of is None:
            return at
        day = self.party.local_day(at) + ONE_DAY
        for _ in range(FAR):
            for opens, closes in reversed(self.slots_of(day)):
                if opens <= at:
                    return min(closes, at)
            day -= ONE_DAY
        raise AssertionError(f"nothing is open before {at}")

    def opening(self, day: date) -> datetime | None:
        """Give the first admissible instant of a date of the client, if it has one."""
        begin, end = self.client.instant(day, 0), self.client.instant(day, 1440)
        if self.slots_of is None:
            return begin
        near = (day - 2 * ONE_DAY, day - ONE_DAY, day, day + ONE_DAY, day + 2 * ONE_DAY)
        found = [
            max(opens, begin)
            for other in near
            for opens, closes in self.slots_of(other)
            if max(opens, begin) < min(closes, end)
        ]
        return min(found, default=None)


def both_slots(client: Party, sender: Party) -> Callable[[date], tuple[Slot, ...]]:
    """Intersect the contact hours of two parties; a slot of no length does not count (L8)."""
    known: dict[date, tuple[Slot, ...]] = {}

    def slots_of(day: date) -> tuple[Slot, ...]:
        if day not in known:
            known[day] = tuple(
                sorted(
                    (max(opens, begins), min(closes, ends))
                    for opens, closes in client.slots(day, contact=True)
                    for other in (day - ONE_DAY, day, day + ONE_DAY)
                    for begins, ends in sender.slots(other, contact=True)
                    if max(opens, begins) < min(closes, ends)
                )
            )
        return known[day]

    return slots_of
