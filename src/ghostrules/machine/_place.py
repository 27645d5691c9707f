"""From a span to one moment: roll to an admissible slot, then give a date its time of day.

Forward rules take the following slot and backward ones the preceding, unless the step names
another roll (L6). A date becomes a moment after it has been rolled (L3).
"""

from datetime import date, timedelta

from ghostrules.calendars import Calendar, Roll
from ghostrules.machine._falls import DateSpan, InstantSpan, Span
from ghostrules.machine._hours import Slots
from ghostrules.machine._table import Row

_DAY = timedelta(days=1)


def place(client: Calendar, row: Row, slots: Slots, span: Span) -> int:
    """Give the slot that the rule alone would choose, before any lower bound."""
    if isinstance(span, InstantSpan):
        return _place_instant(client, row, slots, span)
    return moment(client, row, slots, _choose_day(client, row, slots, span))


def moment(client: Calendar, row: Row, slots: Slots, day: date) -> int:
    """Turn a rolled date into a moment: at the step's time of day, else at the opening (L3)."""
    if row.at is not None:
        return _admissible(row, slots, client.instant(day, row.at))
    opening = opening_on(client, slots, day)
    return slots.next(client.instant(day)) if opening is None else opening


def end_of(client: Calendar, row: Row, span: Span) -> int:
    """Give the end of a window as a moment, admissible or not: what `strict` asks for (L8)."""
    if isinstance(span, InstantSpan):
        return span.last
    return client.instant(span.last, row.at or 0)


def following(client: Calendar, slots: Slots, day: date) -> date:
    """Give the first date from `day` on that has an admissible slot."""
    while opening_on(client, slots, day) is None:
        day += _DAY
    return day


def preceding(client: Calendar, slots: Slots, day: date) -> date:
    """Give the last date up to `day` that has an admissible slot."""
    while opening_on(client, slots, day) is None:
        day -= _DAY
    return day


def opening_on(client: Calendar, slots: Slots, day: date) -> int | None:
    """Give the first admissible instant of a date in the client's time zone, if there is one."""
    return slots.first_between(client.instant(day), client.instant(day, 24 * 60))


def _convention(row: Row) -> Roll:
    if row.roll is not None:
        return row.roll
    return Roll.PRECEDING if row.backward else Roll.FOLLOWING


def _rolls_back(row: Row) -> bool:
    convention = _convention(row)
    if convention is Roll.UNADJUSTED:
        return row.backward
    return convention in (Roll.PRECEDING, Roll.MODIFIED_PRECEDING)


def _choose_day(client: Calendar, row: Row, slots: Slots, span: DateSpan) -> date:
    if span.is_window:
        day = (
            preceding(client, slots, span.last)
            if row.latest
            else following(client, slots, span.first)
        )
        if span.first <= day <= span.last:
            return day
    return _roll_day(client, row, slots, span.last)


def _roll_day(client: Calendar, row: Row, slots: Slots, day: date) -> date:
    convention = _convention(row)
    if convention is Roll.UNADJUSTED:
        return day
    back = _rolls_back(row)
    rolled = (preceding if back else following)(client, slots, day)
    modified = convention in (Roll.MODIFIED_FOLLOWING, Roll.MODIFIED_PRECEDING)
    if modified and rolled.month != day.month:
        return (following if back else preceding)(client, slots, day)
    return rolled


def _admissible(row: Row, slots: Slots, at: int) -> int:
    if slots.contains(at):
        return at
    return slots.previous(at) if _rolls_back(row) else slots.next(at)


def _place_instant(client: Calendar, row: Row, slots: Slots, span: InstantSpan) -> int:
    if span.is_window:
        at = slots.previous(span.last) if row.latest else slots.next(span.first)
        if span.first <= at <= span.last:
            return at
    return _roll_instant(client, row, slots, span.last)


def _roll_instant(client: Calendar, row: Row, slots: Slots, at: int) -> int:
    rolled = _admissible(row, slots, at)
    modified = _convention(row) in (Roll.MODIFIED_FOLLOWING, Roll.MODIFIED_PRECEDING)
    if modified and client.local_day(rolled).month != client.local_day(at).month:
        return slots.next(at) if _rolls_back(row) else slots.previous(at)
    return rolled
