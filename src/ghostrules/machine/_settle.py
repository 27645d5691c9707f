"""One slot for one group of effects: the rule's own, lifted by the bounds that hold it back."""

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.machine._falls import DateSpan, Span
from ghostrules.machine._floors import Bounds, Floor
from ghostrules.machine._hours import Slots
from ghostrules.machine._place import end_of, following, moment, place
from ghostrules.machine._table import Row


@frozen
class Settled:
    """A slot and how it came about.

    `free` is what the rule alone chose, `lifted` the bound that moved it later, if one did.
    `missed` tells that the rule's window holds no slot, `strict` that its end was taken anyway.
    """

    at: int
    free: int
    lifted: Floor | None
    missed: bool
    strict: bool


def settle(client: Calendar, row: Row, slots: Slots, span: Span, bounds: Bounds) -> Settled:
    """Give the slot of one group of effects (L3, L6, L8, L9, L11-L13)."""
    free = place(client, row, slots, span)
    at, lifted = _lift(client, row, slots, free, bounds)
    missed = span.is_window and _is_past(client, span, at)
    if missed and row.strict:
        end = end_of(client, row, span)
        if _meets(client, bounds, end):
            return Settled(end, free, None, missed, True)
    return Settled(at, free, lifted, missed, False)


def _lift(
    client: Calendar, row: Row, slots: Slots, at: int, bounds: Bounds
) -> tuple[int, Floor | None]:
    lifted, day = None, bounds.date
    if day is not None and client.local_day(at) < day:
        at = moment(client, row, slots, following(client, slots, day))
        lifted = bounds.day
    if at < bounds.at.at:
        at, lifted = slots.next(bounds.at.at), bounds.at
    return at, lifted


def _is_past(client: Calendar, span: Span, at: int) -> bool:
    if isinstance(span, DateSpan):
        return client.local_day(at) > span.last
    return at > span.last


def _meets(client: Calendar, bounds: Bounds, at: int) -> bool:
    late_enough = bounds.date is None or client.local_day(at) >= bounds.date
    return late_enough and at >= bounds.at.at
