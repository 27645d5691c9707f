"""What the time in which the clock stood does to dates: anchors move, windows stretch (L18).

Elapsed time moves by the time that passed, calendar dates by the dates that were crossed,
business days by the business days crossed. A date is crossed if it begins while the clock stands.
"""

from datetime import date, timedelta

from ghostrules.calendars import Calendar
from ghostrules.machine._holds import Spans, after
from ghostrules.machine._table import AnyCalendar

_DAY = timedelta(days=1)


def time_stood(spans: Spans, since: int) -> int:
    """Give the microseconds for which the clock stood after an instant."""
    return sum(end - start for start, end in after(spans, since))


def moved(client: Calendar, days: AnyCalendar | None, spans: Spans, since: int, day: date) -> date:
    """Move a date by the dates crossed after an instant: business days if `days` are given."""
    for start, end in after(spans, since):
        day = _further(days, day, client.local_day(start), client.local_day(end))
    return day


def stretched(spans: Spans, since: int, end: int) -> int:
    """Give the end of a time in hours in which the clock stood now and then."""
    for start, stop in after(spans, since):
        if start < end:
            end += stop - start
    return end


def stretched_days(
    client: Calendar, days: AnyCalendar | None, spans: Spans, since: int, last: date
) -> date:
    """Give the last of some counted dates, each one that was crossed replaced by one more."""
    for start, end in after(spans, since):
        first = client.local_day(start)
        if first < last:
            last = _further(days, last, first, client.local_day(end))
    return last


def stretched_window(
    client: Calendar, days: AnyCalendar | None, spans: Spans, since: int, last: date
) -> date:
    """Give the last day of a window; where a stop took its last evening, it has another day."""
    for start, end in after(spans, since):
        first, until = client.local_day(start), client.local_day(end)
        if first <= last:
            last = _further(days, last, first, until)
            if until > last:
                last = last + _DAY if days is None else days.add_business_days(last, 1)
    return last


def _further(days: AnyCalendar | None, day: date, first: date, last: date) -> date:
    if days is None:
        return day + (last - first)
    crossed = days.business_days_between(first, last)
    return days.add_business_days(day, crossed) if crossed else day
