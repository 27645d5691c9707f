"""Why a timing fell where it did: what its counts met on their way."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from ghostrules.timing._amounts import BusinessDays, Months
from ghostrules.timing._resolve import ahead, counts, months_from
from ghostrules.timing._values import When

if TYPE_CHECKING:
    from ghostrules.calendars import Calendar, ClosedDay, JointCalendar

_DAY = timedelta(1)


@frozen
class Clipped:
    """A count in months met a shorter month and took its last day (L6).

    >>> Clipped(date(2026, 1, 31), 1, date(2026, 2, 28)).months
    1

    `origin` is the day counted from, `months` is negative when counted back, `to` the last day of
    the shorter month.
    """

    origin: date
    months: int
    to: date


@frozen
class Crossed:
    """A count in business days passed over days that are none (L4).

    >>> Crossed(()).closed
    ()

    `closed` are those days in order, each with what closed it.
    """

    closed: "tuple[ClosedDay, ...]"


TimingReason = Clipped | Crossed


def clips(when: When, day: date, occurrence: int = 1) -> tuple[Clipped, ...]:
    """List the counts in months that a shorter month cut off (L6).

    >>> from ghostrules.timing import After
    >>> [clipped.to for clipped in clips(After(Months(1)), date(2026, 1, 31))]
    [datetime.date(2026, 2, 28)]
    """
    return tuple(_clips(when, day, occurrence))


def _clips(when: When, day: date, occurrence: int) -> Iterator[Clipped]:
    for amount, times in counts(when, occurrence):
        if isinstance(amount, Months):
            fallen = months_from(day, amount.months * times)
            if fallen.day != day.day:
                yield Clipped(day, amount.months * times, fallen)


def crossed(
    when: When, day: date, days: "Calendar | JointCalendar", occurrence: int = 1
) -> tuple[Crossed, ...]:
    """List the counts in business days that passed over closed days of a calendar (L4)."""
    return tuple(_crossed(when, day, days, occurrence))


def _crossed(
    when: When, day: date, days: "Calendar | JointCalendar", occurrence: int
) -> Iterator[Crossed]:
    for amount, times in counts(when, occurrence):
        if isinstance(amount, BusinessDays):
            fallen = ahead(amount, day, days, times)
            closed = days.closed_days(min(fallen, day + _DAY), max(fallen, day - _DAY))
            if closed:
                yield Crossed(closed)
