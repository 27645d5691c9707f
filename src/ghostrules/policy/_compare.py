"""How two amounts of time compare, where that can be told without a calendar."""

from enum import Enum, auto
from math import inf
from typing import Final

from attrs import astuple

from ghostrules.timing import Amount, BusinessDays, Days, Duration, Months, Weeks

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR


def longer(one: Amount, other: Amount) -> bool | None:
    """Tell whether `one` is longer than `other`; None where it depends on the calendar.

    >>> longer(Days(8), Weeks(1)), longer(Weeks(1), Days(7)), longer(Duration(60), Days(1))
    (True, False, None)
    >>> longer(Months(1), Months(2)), longer(BusinessDays(8), Days(7)), longer(Months(1), Days(30))
    (False, True, None)

    n business days take n days at least, a month takes 28 to 31. Hours are never compared with
    days (L2).
    """
    if isinstance(one, Duration) or isinstance(other, Duration):
        return _longer_elapsed(one, other)
    if isinstance(one, Months) and isinstance(other, Months):
        return one.months > other.months
    if isinstance(one, BusinessDays) and isinstance(other, BusinessDays):
        return one.business_days > other.business_days
    return _surely(_span(one), _span(other))


def _longer_elapsed(one: Amount, other: Amount) -> bool | None:
    if isinstance(one, Duration) and isinstance(other, Duration):
        return one.minutes > other.minutes
    return None


class Fit(Enum):
    """Whether a response window ends before the step that its notice announces."""

    ALWAYS = auto()
    NEVER = auto()
    TO_THE_DAY = auto()
    DEPENDS = auto()


def fit(window: Amount, notice: Amount) -> Fit:
    """Tell whether a window fits into a notice.

    >>> fit(Duration(60), Duration(60)).name, fit(BusinessDays(5), Duration(2880)).name
    ('ALWAYS', 'NEVER')
    >>> fit(Days(7), Weeks(1)).name, fit(Days(2), Duration(2880)).name
    ('TO_THE_DAY', 'DEPENDS')

    A window in days ends at the midnight after its last day (L12). So n days take n times 24 hours
    or more, an hour less where clocks go forward, and a day longer than that at most.
    """
    if isinstance(window, Duration) and isinstance(notice, Duration):
        return Fit.NEVER if window.minutes > notice.minutes else Fit.ALWAYS
    if isinstance(window, Duration) or isinstance(notice, Duration):
        return _fit_spans(_minutes(window, 0), _minutes(notice, 1))
    if type(window) is type(notice):
        return _fit_spans(_exact(window), _exact(notice))
    return _fit_spans(_span(window), _span(notice))


def _fit_spans(window: tuple[float, float], notice: tuple[float, float]) -> Fit:
    if window == notice and window[0] == window[1]:
        return Fit.TO_THE_DAY
    if window[0] > notice[1]:
        return Fit.NEVER
    return Fit.ALWAYS if window[1] < notice[0] else Fit.DEPENDS


def _minutes(amount: Amount, less: int) -> tuple[float, float]:
    """Give the least and the most minutes between a moment of one day and one of another."""
    if isinstance(amount, Duration):
        return amount.minutes, amount.minutes
    least, most = _span(amount)
    return (least - less) * _DAY - _HOUR, (most + 1) * _DAY + _HOUR


def _exact(amount: Amount) -> tuple[float, float]:
    """Give the count of an amount, for amounts of one unit."""
    return count(amount), count(amount)


def count(amount: Amount) -> int:
    """Give the number of units that an amount counts, minutes for elapsed time.

    >>> count(Weeks(2)), count(Duration(90))
    (2, 90)
    """
    number: int = astuple(amount)[0]
    return number


def _surely(one: tuple[float, float], other: tuple[float, float]) -> bool | None:
    if one[0] > other[1]:
        return True
    return False if one[1] <= other[0] else None


def _span(amount: Amount) -> tuple[float, float]:
    """Give the least and the most calendar days that an amount can take."""
    match amount:
        case Days(days):
            return days, days
        case Weeks(weeks):
            return 7 * weeks, 7 * weeks
        case Months(months):
            return 28 * months, 31 * months
        case BusinessDays(business_days):
            return business_days, inf
        case _:
            return 0, inf
