"""Why a timing fell where it did: what the count met on its way."""

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ghostrules.calendars import ClosedDay


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
    """A count in business days passed over days that are none (L4)."""

    closed: "tuple[ClosedDay, ...]"


TimingReason = Clipped | Crossed
