"""The reasons of one slot, in the order of the thought: rule, count, roll, time of day, bounds."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from ghostrules.calendars import Calendar, ClosedDay, from_micros
from ghostrules.effects import Hours
from ghostrules.machine._falls import DateSpan, Span
from ghostrules.machine._floors import AtFloor, DayFloor
from ghostrules.machine._origins import Origin
from ghostrules.machine._place import end_of
from ghostrules.machine._reasons import (
    Counted,
    Opened,
    Planned,
    Point,
    Reason,
    Rolled,
    StrictEnd,
    TimeOfDay,
    WindowMissed,
)
from ghostrules.machine._settle import Settled
from ghostrules.machine._table import AnyCalendar, Group, Row, Table
from ghostrules.timing import clips, crossed

_DAY = timedelta(days=1)


def because(
    table: Table,
    row: Row,
    group: Group,
    point: Origin,
    span: Span,
    settled: Settled,
    planned: int | None,
) -> tuple[Reason, ...]:
    """Give the reasons for the slot of one group of effects."""
    return tuple(_reasons(table, row, group, point, span, settled, planned))


def _reasons(
    table: Table,
    row: Row,
    group: Group,
    point: Origin,
    span: Span,
    settled: Settled,
    planned: int | None,
) -> Iterator[Reason]:
    if planned is not None:
        yield Planned(row.source.name, from_micros(planned))
    yield _counted(row, point, span)
    if row.dated:
        yield from _on_the_way(row, point)
    if not settled.strict:
        yield from _rolled(table, row, group, span, settled.free)
    if settled.lifted is not None:
        yield settled.lifted.reason
        yield from _after_bound(table.client, row, group, settled)
    if settled.missed:
        yield _missed(table.client, row, span, settled)


def _counted(row: Row, point: Origin, span: Span) -> Counted:
    origin = point.day if point.at is None else from_micros(point.at)
    return Counted(row.when, row.source.name, origin, *_ends(span))


def _ends(span: Span) -> tuple[Point, Point]:
    if isinstance(span, DateSpan):
        return span.first, span.last
    return from_micros(span.first), from_micros(span.last)


def _on_the_way(row: Row, point: Origin) -> Iterator[Reason]:
    yield from clips(row.when, point.day, row.occurrence)
    yield from crossed(row.when, point.day, row.days, row.occurrence)


def _rolled(table: Table, row: Row, group: Group, span: Span, free: int) -> Iterator[Reason]:
    if isinstance(span, DateSpan):
        day = span.last if row.latest else span.first
        yield from _from_day(table.client, row, group, day, free)
    else:
        at = span.last if row.latest else span.first
        yield from _from_instant(table.client, group, at, free)


def _from_instant(client: Calendar, group: Group, origin: int, result: int) -> Iterator[Reason]:
    if origin != result:
        closed = _closed(group, client.local_day(origin), client.local_day(result))
        yield Rolled(from_micros(origin), from_micros(result), group.hours, closed)


def _from_day(
    client: Calendar, row: Row, group: Group, origin: date, result: int
) -> Iterator[Reason]:
    day = client.local_day(result)
    if day != origin:
        yield Rolled(origin, day, group.hours, _closed(group, origin, day))
    if row.at is None:
        yield Opened(day, from_micros(result))
    elif result == client.instant(day, row.at):
        yield TimeOfDay(day, from_micros(result))
    else:
        yield from _from_instant(client, group, client.instant(origin, row.at), result)


def _closed(group: Group, origin: date, result: date) -> tuple[ClosedDay, ...]:
    if group.calendar is None:
        return ()
    first, last = (origin, result - _DAY) if origin <= result else (result + _DAY, origin)
    days = (first + _DAY * number for number in range((last - first).days + 1))
    return tuple(chain.from_iterable(_causes(group, group.calendar, day) for day in days))


def _causes(group: Group, calendar: AnyCalendar, day: date) -> tuple[ClosedDay, ...]:
    if group.hours is Hours.SENDER:
        return calendar.why_closed(day)
    return calendar.why_no_contact(day)


def _after_bound(client: Calendar, row: Row, group: Group, settled: Settled) -> Iterator[Reason]:
    match settled.lifted:
        case AtFloor(at):
            yield from _from_instant(client, group, at, settled.at)
        case DayFloor(day):
            yield from _from_day(client, row, group, day, settled.at)
        case None:
            return


def _missed(client: Calendar, row: Row, span: Span, settled: Settled) -> Reason:
    if settled.strict:
        return StrictEnd(from_micros(end_of(client, row, span)))
    return WindowMissed(_ends(span)[1])
