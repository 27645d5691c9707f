"""One slot for one group of effects: the rule's own, lifted by the bounds that hold it back."""

from attrs import define

from ghostrules.calendars import Calendar
from ghostrules.machine._falls import DateSpan, Span
from ghostrules.machine._floors import Bounds, Floor, order
from ghostrules.machine._place import end_of, moment_from, place
from ghostrules.machine._table import Group, Row


@define(eq=False)
class Settled:
    """A slot of a group and how it came about.

    `free` is what the rule alone chose, `lifted` the bound that moved it later, if one did.
    `missed` tells that the rule's window holds no slot, `strict` that its end was taken anyway.
    """

    group: Group
    at: int
    free: int
    lifted: Floor | None = None
    missed: bool = False
    strict: bool = False


def settle(client: Calendar, row: Row, group: Group, span: Span, bounds: Bounds) -> Settled:
    """Give the slot of one group of effects (L3, L6, L8, L9, L11-L13)."""
    free = place(client, row, group, span)
    if bounds.confirmed is not None:
        return _released(client, row, group, free, bounds, bounds.confirmed)
    day = bounds.day
    if not row.windowed and free >= bounds.at and (day is None or free >= day.at):
        return Settled(group, free, free)
    at, lifted = _lift(client, row, group, free, bounds)
    missed = row.windowed and _is_past(client, span, at)
    if missed and row.strict:
        end = _lift(client, row, group, end_of(client, row, span), bounds)
        at, lifted = end if end[0] < at else (at, lifted)
    return Settled(group, at, free, lifted, missed, missed and row.strict and lifted is None)


def _released(
    client: Calendar, row: Row, group: Group, free: int, bounds: Bounds, confirmed: Floor
) -> Settled:
    """Give the slot of a draft that a person released: the next from then, whatever its window."""
    at, since = free, None
    if free < confirmed.at:
        at, since = group.slots.next(confirmed.at), confirmed
    at, lifted = _lift(client, row, group, at, bounds)
    return Settled(group, at, free, lifted or since)


def _lift(
    client: Calendar, row: Row, group: Group, at: int, bounds: Bounds
) -> tuple[int, Floor | None]:
    lifted, floor = None, bounds.day
    if floor is not None and floor.day is not None and at < floor.at:
        at, lifted = moment_from(client, row, group, floor.day), floor
    if at < bounds.at:
        at, lifted = group.slots.next(bounds.at), bounds.floor or order(bounds.at)
    return at, lifted


def _is_past(client: Calendar, span: Span, at: int) -> bool:
    if isinstance(span, DateSpan):
        return client.local_day(at) > span.last
    return at > span.last
