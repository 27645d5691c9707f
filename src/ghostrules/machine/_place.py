"""From a span to one moment: roll to an admissible slot, then give a date its time of day.

Forward rules take the following slot and backward ones the preceding, unless the step names
another roll (L6). A date becomes a moment after it has been rolled (L3).
"""

from datetime import date, timedelta

from ghostrules.calendars import Calendar
from ghostrules.machine._falls import DateSpan, InstantSpan, Span
from ghostrules.machine._table import Group, Row

_DAY = timedelta(days=1)


def place(client: Calendar, row: Row, group: Group, span: Span) -> int:
    """Give the slot that the rule alone would choose, before any lower bound."""
    if isinstance(span, InstantSpan):
        if row.forward:
            return group.slots.next(span.last)
        return _place_instant(client, row, group, span)
    if row.forward:
        return moment_from(client, row, group, span.last)
    return moment(client, row, group, choose_day(row, group, span))


def moment(client: Calendar, row: Row, group: Group, day: date) -> int:
    """Turn a rolled date into a moment: at the step's time of day, else at the opening (L3)."""
    if row.at is not None:
        return _roll_instant(client, row, group, client.instant(day, row.at))
    opening = group.opening(day)
    if opening is not None:
        return opening
    midnight = client.instant(day)
    return group.slots.previous(midnight) if row.rolls_back else group.slots.next(midnight)


def moment_from(client: Calendar, row: Row, group: Group, day: date) -> int:
    """Give the first moment from a date on, which is that of a lower bound in days too (L13)."""
    day, opening = group.next_opening(day)
    return opening if row.at is None else group.slots.next(client.instant(day, row.at))


def end_of(client: Calendar, row: Row, span: Span) -> int:
    """Give the end of a window as a moment, admissible or not: what `strict` asks for (L8)."""
    if isinstance(span, InstantSpan):
        return span.last
    return client.instant(span.last, row.at or 0)


def following(group: Group, day: date) -> date:
    """Give the first date from `day` on that has an admissible slot."""
    return group.next_opening(day)[0]


def preceding(group: Group, day: date) -> date:
    """Give the last date up to `day` that has an admissible slot."""
    while group.opening(day) is None:
        day -= _DAY
    return day


def choose_day(row: Row, group: Group, span: DateSpan) -> date:
    """Give the date that the rule alone would choose: rolled, or taken from its window."""
    if row.windowed:
        day = preceding(group, span.last) if row.latest else following(group, span.first)
        if span.first <= day <= span.last:
            return day
    return _roll_day(row, group, span.last)


def _roll_day(row: Row, group: Group, day: date) -> date:
    if row.stays:
        return day
    rolled = preceding(group, day) if row.rolls_back else following(group, day)
    if row.within_month and rolled.month != day.month:
        return following(group, day) if row.rolls_back else preceding(group, day)
    return rolled


def _place_instant(client: Calendar, row: Row, group: Group, span: InstantSpan) -> int:
    if row.windowed:
        at = group.slots.previous(span.last) if row.latest else group.slots.next(span.first)
        if span.first <= at <= span.last:
            return at
    return _roll_instant(client, row, group, span.last)


def _roll_instant(client: Calendar, row: Row, group: Group, at: int) -> int:
    slots = group.slots
    if slots.contains(at):
        return at
    rolled = slots.previous(at) if row.rolls_back else slots.next(at)
    if row.within_month and client.local_day(rolled).month != client.local_day(at).month:
        return slots.next(at) if row.rolls_back else slots.previous(at)
    return rolled
