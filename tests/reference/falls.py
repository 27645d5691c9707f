"""Where a timing falls before anything rolls: a span of dates, or of instants."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from attrs import frozen

from ghostrules.timing import (
    After,
    Amount,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
    DayWhen,
    DeadlinePassed,
    Duration,
    Every,
    Months,
    OnWeekday,
    Passed,
    Several,
    Weeks,
    When,
    Within,
)

from .parties import ONE_DAY, nth_business_day

IsBusiness = Callable[[date], bool]


@frozen
class Dates:
    """From one date to another, both included."""

    first: date
    last: date


@frozen
class Instants:
    """From one instant to another, both included."""

    first: datetime
    last: datetime


Span = Dates | Instants


@frozen
class Held:
    """How long the clock stood after an anchor: elapsed, and the dates that began meanwhile."""

    elapsed: timedelta = timedelta()
    dates: frozenset[date] = frozenset()


def inner(when: When) -> DayWhen:
    """Look through the time of day."""
    return when.when if isinstance(when, AtTime) else when


def time_of(when: When) -> time | None:
    """Give the time of day that a timing names."""
    return when.at if isinstance(when, AtTime) else None


def add(amount: Amount, day: date, is_business: IsBusiness, sign: int = 1) -> date:
    """Count from a date, forward or back (L2, L4, L6)."""
    match amount:
        case Days(n):
            return day + sign * n * ONE_DAY
        case Weeks(n):
            return day + sign * 7 * n * ONE_DAY
        case Months(n):
            return add_months(day, sign * n)
        case BusinessDays(n):
            return nth_business_day(is_business, day, sign * n)
        case Duration():
            raise AssertionError("hours give no date")


def add_months(day: date, n: int) -> date:
    """Count months one by one, and clip to the last day of a shorter one."""
    year, month = day.year, day.month
    for _ in range(abs(n)):
        month += 1 if n > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    last = day.day
    while True:
        try:
            return date(year, month, last)
        except ValueError:
            last -= 1


def times(amount: Amount, n: int) -> Amount:
    """Repeat an amount."""
    match amount:
        case Days(k):
            return Days(k * n)
        case Weeks(k):
            return Weeks(k * n)
        case Months(k):
            return Months(k * n)
        case BusinessDays(k):
            return BusinessDays(k * n)
        case Duration(k):
            return Duration(k * n)


def occurrences(when: When) -> int:
    """Tell how many rows a timing makes."""
    match inner(when):
        case Several(amounts=amounts):
            return len(amounts)
        case Every(times=n):
            return n
        case _:
            return 1


def is_window(when: When) -> bool:
    """Tell whether a timing leaves a choice (L9)."""
    return isinstance(inner(when), Within | Between)


def is_elapsed(when: When) -> bool:
    """Tell whether a timing counts hours."""
    match inner(when):
        case After(Duration()) | Before(Duration()) | Within(Duration()):
            return True
        case Between(low=Duration()) | Every(Duration()) | Several(amounts=(Duration(), *_)):
            return True
        case _:
            return False


def fall(
    when: When,
    anchor: date | datetime,
    local_day: Callable[[datetime], date],
    first_weekday: int,
    is_business: IsBusiness,
    occurrence: int,
    held: Held | None = None,
) -> Span:
    """Give the span of a timing, counted from an instant or from a date.

    `held` is how long the clock stood after the anchor, if that moves it.
    """
    held = held or Held()
    timing = inner(when)
    if is_elapsed(when) and not isinstance(timing, DeadlinePassed):
        assert isinstance(anchor, datetime)
        return _fall_instants(timing, anchor + held.elapsed, occurrence)
    if isinstance(timing, DeadlinePassed):
        moved = held.elapsed if isinstance(anchor, datetime) else len(held.dates) * ONE_DAY
        return _point(anchor + moved)
    day = local_day(anchor) if isinstance(anchor, datetime) else anchor
    business = day
    for _ in [each for each in held.dates if is_business(each)]:
        business = nth_business_day(is_business, business, 1)

    def count(amount: Amount, sign: int = 1) -> date:
        start = business if isinstance(amount, BusinessDays) else later
        return add(amount, start, is_business, sign)

    later = day + len(held.dates) * ONE_DAY
    return _fall_dates(timing, later, business, first_weekday, count, occurrence)


def _point(anchor: date | datetime) -> Span:
    if isinstance(anchor, datetime):
        return Instants(anchor, anchor)
    return Dates(anchor, anchor)


def _fall_instants(timing: When, at: datetime, occurrence: int) -> Instants:
    match timing:
        case After(Duration(n)):
            first = last = at + timedelta(minutes=n)
        case Before(Duration(n)):
            first = last = at - timedelta(minutes=n)
        case Within(Duration(n)):
            first, last = at, at + timedelta(minutes=n)
        case Between(Duration(low), Duration(high)):
            first, last = at + timedelta(minutes=low), at + timedelta(minutes=max(low, high))
        case Every(Duration(n)):
            first = last = at + occurrence * timedelta(minutes=n)
        case Several(amounts):
            chosen = amounts[occurrence - 1]
            assert isinstance(chosen, Duration)
            first = last = at + timedelta(minutes=chosen.minutes)
        case _:
            raise AssertionError(timing)
    return Instants(first, last)


def _fall_dates(
    timing: When,
    day: date,
    business: date,
    first_weekday: int,
    count: Callable[..., date],
    occurrence: int,
) -> Dates:
    match timing:
        case After(amount):
            first = last = count(amount)
        case Before(amount):
            first = last = count(amount, -1)
        case OnWeekday(weekday, week):
            first = last = _week_start(day, first_weekday) + 7 * week * ONE_DAY
            while first.weekday() != weekday:
                first = last = first + ONE_DAY
        case Passed(period, later):
            first = last = _after_period(period.value, later, day, first_weekday)
        case Within(amount):
            first = business if isinstance(amount, BusinessDays) else day
            last = count(amount)
        case Between(low, high):
            first = count(low)
            last = max(first, count(high))
        case Several(amounts):
            first = last = count(amounts[occurrence - 1])
        case Every(amount):
            first = last = count(times(amount, occurrence))
        case _:
            raise AssertionError(timing)
    return Dates(first, last)


def _week_start(day: date, first_weekday: int) -> date:
    while day.weekday() != first_weekday:
        day -= ONE_DAY
    return day


def _after_period(period: str, later: int, day: date, first_weekday: int) -> date:
    if period == "week":
        return _week_start(day, first_weekday) + 7 * (later + 1) * ONE_DAY
    return add_months(day.replace(day=1), later + 1)
