"""The reasons of a due instant, in the order of the thought: rule, count, roll, time, bounds.

They are worked out only when somebody asks: the moment itself needs none of them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from ghostrules.calendars import Calendar, ClosedDay, from_micros
from ghostrules.effects import Hours
from ghostrules.machine._falls import DateSpan, Span
from ghostrules.machine._floors import Floor
from ghostrules.machine._origins import Origin, deadline, happened, took_effect
from ghostrules.machine._place import end_of
from ghostrules.machine._reasons import (
    Counted,
    InOrder,
    LookedLate,
    MinimumGap,
    NoticeGiven,
    Opened,
    Planned,
    Point,
    Reason,
    ResponseWindow,
    Rolled,
    StrictEnd,
    TimeOfDay,
    WindowMissed,
)
from ghostrules.machine._schedule import Schedule, Upcoming
from ghostrules.machine._settle import Settled
from ghostrules.machine._state import State
from ghostrules.machine._table import AnyCalendar, Group, Row, Table
from ghostrules.timing import After, Before, clips, crossed

_DAY = timedelta(days=1)


def because(table: Table, state: State, plan: Upcoming) -> tuple[Reason, ...]:
    """Give the reasons for the due instant that was scheduled from `state`."""
    if isinstance(plan, Schedule):
        return tuple(_reasons(table, state, plan))
    return (_last_window(table, state),)


def _last_window(table: Table, state: State) -> Reason:
    last = table.rows[-1]
    return _response_window(table, last, happened(state, last))


def _response_window(table: Table, row: Row, granted: int) -> ResponseWindow:
    assert row.window is not None
    end = deadline(table, row, granted)
    return ResponseWindow(row.step, row.window, from_micros(end.at))


def _reasons(table: Table, state: State, plan: Schedule) -> Iterator[Reason]:
    client, row, settled = table.client, plan.row, plan.first
    if plan.planned is not None:
        yield Planned(row.source.name, from_micros(plan.planned))
    yield from _granted(table, state, row)
    yield _counted(row, plan.point, plan.span)
    if row.dated:
        day = plan.point.on(client)
        yield from clips(row.when, day, row.occurrence)
        yield from crossed(row.when, day, row.days, row.occurrence)
    if not settled.strict:
        yield from _rolled(client, row, settled.group, plan.span, settled.free)
    if settled.lifted is not None:
        yield _held_back(table, state, row, settled.lifted)
        yield from _after_bound(client, row, settled.group, settled.lifted, settled.at)
    if settled.missed:
        yield _missed(client, row, plan.span, settled)


def _granted(table: Table, state: State, row: Row) -> Iterator[Reason]:
    """Tell how the window was counted whose end the rule names, and over which closed days."""
    if row.source.row is None or not row.source.at_deadline:
        return
    granting = table.rows[row.source.row]
    if not took_effect(state, granting):
        return
    granted = happened(state, granting)
    yield _response_window(table, granting, granted)
    assert granting.window is not None
    day = table.client.local_day(granted)
    yield from crossed(After(granting.window), day, granting.days)


def _counted(row: Row, point: Origin, span: Span) -> Counted:
    return Counted(row.when, row.source.name, _origin(row, point), *_ends(span))


def _origin(row: Row, point: Origin) -> Point:
    if point.day is not None and (row.dated or point.at is None):
        return point.day
    assert point.at is not None
    return from_micros(point.at)


def _ends(span: Span) -> tuple[Point, Point]:
    if isinstance(span, DateSpan):
        return span.first, span.last
    return from_micros(span.first), from_micros(span.last)


def _rolled(client: Calendar, row: Row, group: Group, span: Span, free: int) -> Iterator[Reason]:
    if isinstance(span, DateSpan):
        yield from _from_day(client, row, group, span.last if row.latest else span.first, free)
    else:
        yield from _from_instant(client, group, span.last if row.latest else span.first, free)


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
        yield from _from_instant(client, group, client.instant(day, row.at), result)


def _closed(group: Group, origin: date, result: date) -> tuple[ClosedDay, ...]:
    if group.calendar is None:
        return ()
    first, last = (origin, result - _DAY) if origin <= result else (result + _DAY, origin)
    days = (first + _DAY * number for number in range((last - first).days + 1))
    return tuple(chain.from_iterable(_causes(group, group.calendar, day) for day in days))


def _causes(group: Group, calendar: AnyCalendar, day: date) -> tuple[ClosedDay, ...]:
    return calendar.why_shut(day, contact=group.hours is not Hours.SENDER)


def _held_back(table: Table, state: State, row: Row, floor: Floor) -> Reason:
    since = from_micros(floor.since)
    match floor.law:
        case "order":
            return InOrder(since)
        case "late":
            planned = floor.since if state.planned_at is None else state.planned_at
            return LookedLate(from_micros(planned), since)
        case "gap":
            return MinimumGap(row.gap, since)
        case "notice":
            assert floor.row is not None
            assert isinstance(floor.row.when, Before)
            return NoticeGiven(floor.row.step, floor.row.when.amount, since)
        case "window":
            assert floor.row is not None
            return _response_window(table, floor.row, floor.since)


def _after_bound(
    client: Calendar, row: Row, group: Group, floor: Floor, at: int
) -> Iterator[Reason]:
    if floor.day is None:
        yield from _from_instant(client, group, floor.at, at)
    else:
        yield from _from_day(client, row, group, floor.day, at)


def _missed(client: Calendar, row: Row, span: Span, settled: Settled) -> Reason:
    if settled.strict:
        return StrictEnd(from_micros(end_of(client, row, span)))
    return WindowMissed(_ends(span)[1])
