"""How a timing falls: plain dates and plain instants, before anything is rolled (L2-L6)."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from ghostrules.errors import CalendarError, TimingError
from ghostrules.timing._amounts import (
    Amount,
    BusinessDays,
    DateAmount,
    Days,
    Duration,
    Months,
    Weeks,
)
from ghostrules.timing._values import (
    After,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    DayWhen,
    DeadlinePassed,
    Every,
    OnWeekday,
    Part,
    Passed,
    Period,
    Several,
    When,
    Within,
    elapsed,
)

if TYPE_CHECKING:
    from ghostrules.calendars import Calendar, JointCalendar

_MINUTE = 60_000_000


def inner(when: When) -> DayWhen:
    """Look through a time of day at the timing that it belongs to.

    >>> inner(AtTime(time(9, 30), After(Days(30), Anchor("due"))))
    After(amount=Days(days=30), anchor=Anchor(name='due', occurrence=None, part=None))
    """
    return when.when if isinstance(when, AtTime) else when


def wall_time(when: When) -> time | None:
    """Tell the time of day that a timing names, if it names one.

    >>> wall_time(AtTime(time(9, 30), After(Days(30), Anchor("due"))))
    datetime.time(9, 30)
    """
    return when.at if isinstance(when, AtTime) else None


def dated(when: When) -> bool:
    """Tell whether a timing gives a date rather than an instant (L2).

    >>> dated(After(Days(1))), dated(After(Duration(1440)))
    (True, False)

    A granted deadline is False here: whether it is a date depends on the window that the step
    grants, which the caller knows.
    """
    plain = inner(when)
    return not (isinstance(plain, DeadlinePassed) or elapsed(plain))


def amounts(when: When) -> tuple[Amount, ...]:
    """List the amounts that a timing names, in the order of its text.

    >>> amounts(Between(Days(4), Days(7)))
    (Days(days=4), Days(days=7))
    """
    match inner(when):
        case After(amount) | Before(amount) | Within(amount) | Every(amount):
            return (amount,)
        case Between(low, high):
            return (low, high)
        case Several(several):
            return several
        case _:
            return ()


def occurrences(when: When) -> int:
    """Count how often a timing falls.

    >>> occurrences(Every(Weeks(1), 3)), occurrences(After(Days(1)))
    (3, 1)
    """
    match inner(when):
        case Several(several):
            return len(several)
        case Every(times=times):
            return times
        case _:
            return 1


def anchor_of(when: When) -> AnchorPoint:
    """Tell what a timing counts from.

    >>> anchor_of(DeadlinePassed("final-letter"))
    Anchor(name='final-letter', occurrence=None, part=<Part.DEADLINE: 'deadline'>)
    """
    plain = inner(when)
    if isinstance(plain, DeadlinePassed):
        return Anchor(plain.step, occurrence=plain.occurrence, part=Part.DEADLINE)
    return plain.anchor


def with_anchor(when: When, anchor: Anchor) -> When:
    """Count the same timing from another anchor.

    >>> with_anchor(After(Days(1)), Anchor("call"))
    After(amount=Days(days=1), anchor=Anchor(name='call', occurrence=None, part=None))

    A granted deadline becomes that of the step which the anchor names.
    """
    if isinstance(when, AtTime):
        return AtTime(when.at, _anchored(when.when, anchor))
    return _anchored(when, anchor)


def _anchored(when: DayWhen, anchor: Anchor) -> DayWhen:
    if isinstance(when, DeadlinePassed):
        return DeadlinePassed(anchor.name, occurrence=anchor.occurrence)
    return evolve(when, anchor=anchor)


def fall_dates(
    when: When,
    day: date,
    calendar: "Calendar | JointCalendar",
    days: "Calendar | JointCalendar",
    occurrence: int = 1,
) -> tuple[date, date]:
    """Give the first and the last date of a dated timing, not yet rolled.

    `day` is the anchor's local date, or the last named day of a granted window. Weeks are those of
    `calendar`, business days those of `days`; `occurrence` counts from 1. Raises `TimingError` for
    a timing in hours, `CalendarError` for a date that no calendar covers.
    """
    match inner(when):
        case After(amount):
            first = last = ahead(amount, day, days)
        case Before(amount):
            first = last = ahead(amount, day, days, -1)
        case OnWeekday(weekday, week):
            first = last = calendar.weekday_of_week(day, weekday, week)
        case Passed(Period.WEEK, later):
            first = last = _shifted(calendar.week_start(day), 7 * (later + 1))
        case Passed(_, later):
            first = last = months_from(day.replace(day=1), later + 1)
        case Within(amount):
            first, last = day, ahead(amount, day, days)
        case Between(low, high):
            first = ahead(low, day, days)
            last = max(first, ahead(high, day, days))
        case Several(several):
            first = last = ahead(several[occurrence - 1], day, days)
        case Every(amount):
            first = last = ahead(amount, day, days, occurrence)
        case DeadlinePassed():
            first = last = _shifted(day, 1)
    return first, last


def fall_instants(when: When, at: int, occurrence: int = 1) -> tuple[int, int]:
    """Give the first and the last instant of a timing in elapsed time, not yet rolled (L2).

    >>> fall_instants(Within(Duration(minutes=1)), 0)
    (0, 60000000)

    Instants are microseconds since 1970-01-01T00:00Z. Raises `TimingError` for a timing that
    gives a date.
    """
    match inner(when):
        case After(Duration(minutes)):
            first = last = at + minutes * _MINUTE
        case Before(Duration(minutes)):
            first = last = at - minutes * _MINUTE
        case Within(Duration(minutes)):
            first, last = at, at + minutes * _MINUTE
        case Between(Duration(low), Duration(high)):
            first, last = at + low * _MINUTE, at + max(low, high) * _MINUTE
        case Every(Duration(minutes)):
            first = last = at + minutes * occurrence * _MINUTE
        case Several(several):
            first = last = at + _minutes(several[occurrence - 1]) * _MINUTE
        case DeadlinePassed():
            first = last = at
        case other:
            raise TimingError(f"`{other}` gives a date, expected elapsed time", text=str(other))
    return first, last


def count_forward(amount: DateAmount, day: date, days: "Calendar | JointCalendar") -> date:
    """Count an amount forward from a date, which itself is not counted (L4).

    Business days are those of `days`. Raises `CalendarError` for a date that it does not cover.
    """
    return ahead(amount, day, days)


def count_back(amount: DateAmount, day: date, days: "Calendar | JointCalendar") -> date:
    """Count an amount back from a date, which itself is not counted (L4).

    Business days are those of `days`. Raises `CalendarError` for a date that it does not cover.
    """
    return ahead(amount, day, days, -1)


def counts(when: When, occurrence: int = 1) -> tuple[tuple[Amount, int], ...]:
    """List what one occurrence counts from its anchor: amounts, and how many times each.

    >>> counts(Every(Weeks(1), 3), occurrence=2)
    ((Weeks(weeks=1), 2),)

    What is counted back has -1 times.
    """
    match inner(when):
        case Before(amount):
            return ((amount, -1),)
        case Every(amount):
            return ((amount, occurrence),)
        case Several(several):
            return ((several[occurrence - 1], 1),)
        case plain:
            return tuple((amount, 1) for amount in amounts(plain))


def _minutes(amount: Amount) -> int:
    if isinstance(amount, Duration):
        return amount.minutes
    raise TimingError(f"`{amount}` gives a date, expected elapsed time", text=str(amount))


def ahead(amount: Amount, day: date, days: "Calendar | JointCalendar", times: int = 1) -> date:
    match amount:
        case BusinessDays(number):
            return days.add_business_days(day, number * times)
        case Days(number):
            return _shifted(day, number * times)
        case Weeks(number):
            return _shifted(day, 7 * number * times)
        case Months(number):
            return months_from(day, number * times)
        case Duration(minutes):
            raise TimingError(
                f"`{minutes} minutes` cannot be counted from a date, expected days",
                text=f"{minutes} minutes",
            )


def _shifted(day: date, number: int) -> date:
    try:
        return day + timedelta(number)
    except OverflowError:
        raise _beyond(day, f"{number} days") from None


def months_from(day: date, number: int) -> date:
    from dateutil.relativedelta import relativedelta

    try:
        shifted: date = day + relativedelta(months=number)
    except (OverflowError, ValueError):
        raise _beyond(day, f"{number} months") from None
    return shifted


def _beyond(day: date, amount: str) -> CalendarError:
    return CalendarError(f"`{amount}` from `{day}` is outside the years 1 to 9999")
