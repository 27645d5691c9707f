"""Which of two amounts is longer, where that can be told without a calendar."""

from math import inf

from ghostrules.timing import Amount, BusinessDays, Days, Duration, Months, Weeks


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
