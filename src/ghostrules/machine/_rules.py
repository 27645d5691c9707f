"""Rules made ready to run: what is left of a rule once its policy and its calendars are known.

How a rule falls is written in `timing`. Elapsed time is the same from every instant, so it is
counted once, from zero. The dated rules that policies are mostly made of go straight to the
calendar; the others, and all errors, stay with `timing`.
"""

from datetime import date, timedelta

from ghostrules.machine._table import AnyCalendar, Count, Dates, GapEnd
from ghostrules.timing import (
    After,
    Amount,
    Before,
    Between,
    BusinessDays,
    DateAmount,
    Days,
    DayWhen,
    DeadlinePassed,
    Every,
    OnWeekday,
    Passed,
    Period,
    Several,
    Within,
    count_forward,
    fall_dates,
    fall_instants,
)


def offsets_of(when: DayWhen, occurrence: int) -> tuple[int, int]:
    """Give the microseconds from any instant to the first and the last of an elapsed rule."""
    return fall_instants(when, 0, occurrence)


def dates_of(when: DayWhen, client: AnyCalendar, days: AnyCalendar, occurrence: int) -> Dates:
    """Make the function that gives the first and the last date of a dated rule."""

    def slowly(day: date) -> tuple[date, date]:
        return fall_dates(when, day, client, days, occurrence)

    match when:
        case After(BusinessDays() | Days() as amount):
            return _single(_counter(amount, days))
        case OnWeekday(weekday, week):
            return _single(lambda day: client.weekday_of_week(day, weekday, week))
        case Passed(Period.WEEK, later):
            return _single(_week_passed(client, timedelta(7 * (later + 1)), slowly))
        case _:
            return slowly


def business_of(when: DayWhen) -> tuple[bool, bool]:
    """Tell for the first and the last date of a rule whether business days are counted."""
    match when:
        case Between(first, last):
            return isinstance(first, BusinessDays), isinstance(last, BusinessDays)
        case After(amount) | Before(amount) | Within(amount) | Every(amount):
            return _twice(amount)
        case Several(amounts):
            return _twice(amounts[0])
        case OnWeekday() | Passed() | DeadlinePassed():
            return False, False


def _twice(amount: Amount) -> tuple[bool, bool]:
    is_business = isinstance(amount, BusinessDays)
    return is_business, is_business


def gap_end_of(amount: DateAmount, client: AnyCalendar, days: AnyCalendar) -> GapEnd:
    """Make the function that gives the end of a gap in days: its date, and where that begins.

    What has been worked out for a date once is remembered: calendars do not change.
    """
    count, ends = _counter(amount, days), dict[date, tuple[date, int]]()

    def end(day: date) -> tuple[date, int]:
        if day not in ends:
            last = count(day)
            ends[day] = last, client.instant(last)
        return ends[day]

    return end


def _counter(amount: DateAmount, days: AnyCalendar) -> Count:
    if isinstance(amount, BusinessDays):
        add, number = days.add_business_days, amount.business_days
        return lambda day: add(day, number)
    return lambda day: count_forward(amount, day, days)


def _week_passed(client: AnyCalendar, shift: timedelta, slowly: Dates) -> Count:
    def first_after(day: date) -> date:
        try:
            return client.week_start(day) + shift
        except OverflowError:
            return slowly(day)[0]

    return first_after


def _single(count: Count) -> Dates:
    def dates(day: date) -> tuple[date, date]:
        fallen = count(day)
        return fallen, fallen

    return dates
