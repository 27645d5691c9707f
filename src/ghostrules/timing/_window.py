"""A timing resolved for people: a window of dates or of instants, with its reasons."""

from datetime import date, datetime

from attrs import frozen

from ghostrules.calendars import Calendar, JointCalendar, from_micros, to_micros
from ghostrules.errors import TimingError
from ghostrules.timing._reasons import TimingReason, clips, crossed
from ghostrules.timing._resolve import fall_dates, fall_instants, inner, occurrences
from ghostrules.timing._values import DeadlinePassed, When, elapsed


@frozen
class Window:
    """The earliest and the latest a timing can fall, before anything is rolled.

    >>> Window(date(2026, 3, 4), date(2026, 3, 7)).latest
    datetime.date(2026, 3, 7)

    Dates for timings in days, aware datetimes in UTC for elapsed time; both ends are included.
    """

    earliest: date
    latest: date
    reasons: tuple[TimingReason, ...] = ()


def resolve(
    when: When,
    anchor: date,
    calendar: Calendar | JointCalendar,
    *,
    days: Calendar | JointCalendar | None = None,
    occurrence: int = 1,
) -> Window:
    """Resolve a timing from the moment or the date of its anchor.

    >>> from ghostrules.timing import read
    >>> amsterdam = Calendar.for_country("NL")
    >>> resolve(read("the Tuesday of the following week"), date(2026, 3, 25), amsterdam).earliest
    datetime.date(2026, 3, 31)

    `anchor` is an aware datetime or a date; for a granted deadline the instant at which it ends,
    or its last day. `calendar` is the client's: its time zone gives a moment its date, its
    territory the weeks. Business days are those of `days`, by default the client's. `occurrence`
    counts from 1. Raises `TimingError` for a naive datetime, for hours counted from a date, and
    for an occurrence that the timing does not have; `CalendarError` outside the calendar's years.
    """
    _one_of(when, occurrence)
    if _is_elapsed(when, anchor):
        return _instants(when, _aware(anchor), occurrence)
    day = calendar.local_day(to_micros(_aware(anchor))) if isinstance(anchor, datetime) else anchor
    return _dates(when, day, calendar, calendar if days is None else days, occurrence)


def _one_of(when: When, occurrence: int) -> None:
    if not 1 <= occurrence <= occurrences(when):
        raise TimingError(
            f"`{occurrence}` is no occurrence, expected one from 1 to {occurrences(when)}",
            text=str(occurrence),
        )


def _is_elapsed(when: When, anchor: date) -> bool:
    plain = inner(when)
    return elapsed(plain) or (isinstance(plain, DeadlinePassed) and isinstance(anchor, datetime))


def _aware(anchor: date) -> datetime:
    if not isinstance(anchor, datetime):
        raise TimingError(
            f"hours cannot be counted from the date `{anchor}`, expected a moment or days",
            text=str(anchor),
        )
    if anchor.utcoffset() is None:
        raise TimingError(f"`{anchor}` has no time zone, expected one", text=str(anchor))
    return anchor


def _instants(when: When, anchor: datetime, occurrence: int) -> Window:
    earliest, latest = fall_instants(when, to_micros(anchor), occurrence)
    return Window(from_micros(earliest), from_micros(latest))


def _dates(
    when: When,
    day: date,
    calendar: Calendar | JointCalendar,
    days: Calendar | JointCalendar,
    occurrence: int,
) -> Window:
    earliest, latest = fall_dates(when, day, calendar, days, occurrence)
    reasons = clips(when, day, occurrence) + crossed(when, day, days, occurrence)
    return Window(earliest, latest, reasons)
