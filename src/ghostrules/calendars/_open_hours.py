"""Open hours as instants: closed slots by local day, searched from any instant (L8)."""

from collections.abc import Callable, Iterator
from datetime import date

from ghostrules.calendars._instants import DAY, EPOCH_ORDINAL
from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

Slots = tuple[tuple[int, int], ...]


class OpenHours:
    """The open slots of one calendar, for contact or for work.

    Instants are microseconds since 1970-01-01 00:00 UTC. A slot is closed at both ends and has
    a length. Slots of a local day are worked out once; a search walks the days.
    """

    __slots__ = ("_first", "_known", "_last", "_name", "_slots_of", "_start_of", "_weekly")

    def __init__(
        self,
        slots_of: Callable[[int], Slots],
        start_of: Callable[[int], int],
        span: tuple[int, int],
        name: str,
        weekly: "OpenHours | None" = None,
    ) -> None:
        self._slots_of = slots_of
        self._start_of = start_of
        self._first = date(span[0], 1, 1).toordinal()
        self._last = date(span[1], 12, 31).toordinal()
        self._name = name
        self._weekly = weekly
        self._known: dict[int, Slots] = {}

    @property
    def weekly(self) -> "OpenHours":
        """The hours of the weekly pattern alone, without holidays and quiet days."""
        return self if self._weekly is None else self._weekly

    def intervals(self, ordinal: int) -> Slots:
        """Give the slots of a local day, named by its ordinal, in order."""
        try:
            return self._known[ordinal]
        except KeyError:
            return self._find(ordinal)

    def next(self, at: int) -> int:
        """Give the earliest open instant that is not before `at`."""
        ordinal = at // DAY + EPOCH_ORDINAL - 1
        if not self._first < ordinal < self._last - 2:
            ordinal = self._begin(at)
        while True:
            for opens, closes in self.intervals(ordinal):
                if closes >= at:
                    return at if opens <= at else opens
            ordinal += 1

    def previous(self, at: int) -> int:
        """Give the latest open instant that is not after `at`."""
        ordinal = self._begin_back(at)
        while True:
            for opens, closes in reversed(self.intervals(ordinal)):
                if opens <= at:
                    return at if closes >= at else closes
            ordinal -= 1

    def contains(self, at: int) -> bool:
        """Tell whether an instant is open."""
        return self.next(at) == at

    def first_between(self, start: int, end: int) -> int | None:
        """Give the first open instant of a slot that overlaps [start, end) with some length."""
        for opens, closes in self.slots_from(start):
            if opens >= end:
                return None
            if max(opens, start) < min(closes, end):
                return max(opens, start)
        raise self._outside()

    def add(self, at: int, length: int) -> int:
        """Move an instant over so much open time, back for a negative length."""
        if length == 0:
            return self.next(at)
        return self._forward(at, length) if length > 0 else self._back(at, -length)

    def slots_from(self, at: int) -> Iterator[tuple[int, int]]:
        """Go through the slots that do not end before `at`, in order, up to the span's end."""
        for ordinal in range(self._begin(at), self._last + 1):
            yield from (slot for slot in self.intervals(ordinal) if slot[1] >= at)

    def slots_back_from(self, at: int) -> Iterator[tuple[int, int]]:
        """Go through the slots that do not begin after `at`, backwards, to the span's start."""
        for ordinal in range(self._begin_back(at), self._first - 1, -1):
            yield from (slot for slot in reversed(self.intervals(ordinal)) if slot[0] <= at)

    def has_slot_within(self, days: int = 14) -> bool:
        """Tell whether the weekly pattern alone offers a slot in every so many days.

        Holidays and quiet days do not count. The pattern is looked at in each month of the last
        year covered, because two time zones can change their clocks on different days.
        """
        weekly = self.weekly
        year = date.fromordinal(self._last).year
        starts = (date(year, month, 1).toordinal() for month in range(1, 13))
        return all(any(map(weekly.intervals, range(start, start + days))) for start in starts)

    def _forward(self, at: int, left: int) -> int:
        for opens, closes in self.slots_from(at):
            begin = max(opens, at)
            if left <= closes - begin:
                return begin + left
            left -= closes - begin
        raise self._outside()

    def _back(self, at: int, left: int) -> int:
        for opens, closes in self.slots_back_from(at):
            end = min(closes, at)
            if left <= end - opens:
                return end - left
            left -= end - opens
        raise self._outside()

    def _find(self, ordinal: int) -> Slots:
        if not self._first <= ordinal <= self._last:
            raise self._outside()
        slots = self._known[ordinal] = self._slots_of(ordinal)
        return slots

    def _begin(self, at: int) -> int:
        return max(self._near(at) - 1, self._first)

    def _begin_back(self, at: int) -> int:
        return min(self._near(at) + 1, self._last)

    def _near(self, at: int) -> int:
        """Give the day of an instant in UTC, refusing one before or after the span (L7)."""
        ordinal = at // DAY + EPOCH_ORDINAL
        early = ordinal <= self._first + 1 and at < self._start_of(self._first)
        late = ordinal >= self._last - 1 and at >= self._start_of(self._last + 1)
        if early or late:
            raise self._outside()
        return ordinal

    def _outside(self) -> CalendarError:
        first, last = date.fromordinal(self._first), date.fromordinal(self._last)
        return CalendarError(
            phrase(
                "the search for open hours leaves the years that calendar `{calendar}` covers, "
                "expected an instant from {first} to {last} with open hours near it",
                calendar=self._name,
                first=first,
                last=last,
            )
        )


def overlap(mine: Slots, theirs: Slots) -> Slots:
    """Give what two lists of slots have in common, without slots of no length."""
    common = (
        (max(opens, opens_too), min(closes, closes_too))
        for opens, closes in mine
        for opens_too, closes_too in theirs
    )
    return tuple(sorted(slot for slot in common if slot[0] < slot[1]))
