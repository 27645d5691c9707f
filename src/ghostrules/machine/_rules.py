"""Rules made ready to run: what is left of a rule once its policy and its calendars are known.

How a rule falls is written in `timing` alone. Elapsed time is the same from every instant, so it
is counted once, from zero. Counts of business days, the most frequent, go straight to the calendar.
"""

from collections.abc import Callable
from datetime import date

from ghostrules.machine._table import AnyCalendar, Count, Dates
from ghostrules.timing import (
    After,
    BusinessDays,
    DateAmount,
    DayWhen,
    count_forward,
    fall_dates,
    fall_instants,
)


def counter(amount: DateAmount, days: AnyCalendar) -> Count:
    """Make the function that counts an amount forward from a date."""
    if isinstance(amount, BusinessDays):
        add, number = days.add_business_days, amount.business_days
        return lambda day: add(day, number)
    return lambda day: count_forward(amount, day, days)


def dates_of(when: DayWhen, client: AnyCalendar, days: AnyCalendar, occurrence: int) -> Dates:
    """Make the function that gives the first and the last date of a dated rule."""
    if isinstance(when, After) and isinstance(when.amount, BusinessDays):
        return _single(counter(when.amount, days))
    return lambda day: fall_dates(when, day, client, days, occurrence)


def offsets_of(when: DayWhen, occurrence: int) -> tuple[int, int]:
    """Give the microseconds from any instant to the first and the last of an elapsed rule."""
    return fall_instants(when, 0, occurrence)


def _single(count: Callable[[date], date]) -> Dates:
    def dates(day: date) -> tuple[date, date]:
        fallen = count(day)
        return fallen, fallen

    return dates
