"""The reasons of a due instant, in the order of the thought: rule, count, roll, time, bounds.

They are worked out only when somebody asks: the moment itself needs none of them.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from ghostrules.calendars import Calendar, ClosedDay, from_micros
from ghostrules.effects import Hours
from ghostrules.machine._channels import chosen
from ghostrules.machine._delivery import given
from ghostrules.machine._falls import DateSpan, Span, move_of
from ghostrules.machine._floors import Floor
from ghostrules.machine._holds import after
from ghostrules.machine._leaving import left_out
from ghostrules.machine._origins import Origin, deadline, happened, took_effect
from ghostrules.machine._place import choose_day, end_of, following
from ghostrules.machine._reasons import (
    Altered,
    Counted,
    DraftConfirmed,
    InOrder,
    LookedLate,
    MinimumGap,
    MovedBy,
    NoticeGiven,
    Opened,
    Planned,
    Point,
    PromiseBroken,
    Reacted,
    Reason,
    ResponseWindow,
    Retried,
    Rolled,
    StoodStill,
    StrictEnd,
    TimeOfDay,
    WeAreAway,
    WentOn,
    WindowMissed,
)
from ghostrules.machine._schedule import Closing, Schedule, planned_due
from ghostrules.machine._settle import Settled
from ghostrules.machine._state import ENDED, State
from ghostrules.machine._table import Group, Row, Table
from ghostrules.machine._upcoming import Answering, Upcoming, schedule
from ghostrules.machine._waiting import waiting
from ghostrules.timing import After, Amount, Before, clips, crossed

_DAY = timedelta(days=1)


def explain(table: Table, state: State) -> tuple[Reason, ...]:
    """Give the reasons for the next due instant of a case, or for why there is none."""
    plan = schedule(table, state)
    return () if state.status is ENDED and plan is None else because(table, state, plan)


def because(table: Table, state: State, plan: Upcoming | None) -> tuple[Reason, ...]:
    """Give the reasons for what comes next in a case, or for why nothing does."""
    match plan:
        case Schedule():
            return tuple(_reasons(table, state, plan))
        case Closing():
            return tuple(_last_window(table, state))
        case Answering(responding=responding):
            return (Reacted(responding.reaction.event, None),)
        case _:
            return tuple(waiting(state, table, plan))


def _last_window(table: Table, state: State) -> Iterator[Reason]:
    last = table.rows[-1]
    if last.window is not None and took_effect(state, last):
        yield _response_window(table, state, last)


def _response_window(table: Table, state: State, row: Row) -> ResponseWindow:
    assert row.window is not None
    return ResponseWindow(row.step, row.window, from_micros(deadline(table, state, row).at))


def _reasons(table: Table, state: State, plan: Schedule) -> Iterator[Reason]:
    client, row, settled = table.client, plan.row, plan.first
    if state.pauses.broken_at is not None and state.pauses.broken_at == state.pauses.resumed_at:
        yield PromiseBroken(from_micros(state.pauses.broken_at))
    if move_of(state, row) is not None:
        yield from _moved(state, row)
    else:
        yield from _ruled(table, state, plan)
    if not settled.strict:
        yield from _rolled(client, row, settled.group, plan.span, settled.free)
    if settled.lifted is not None:
        yield from _held_back(table, state, row, settled.lifted)
        yield from _after_bound(client, row, settled.group, settled.lifted, settled.at)
    if settled.missed:
        yield _missed(client, row, plan.span, settled)
    reason = left_out(table, state, row)
    if reason is not None:
        yield reason


def _ruled(table: Table, state: State, plan: Schedule) -> Iterator[Reason]:
    """Tell how the rule was counted, and what moved the point that it counts from."""
    row = plan.row
    if plan.planned is not None:
        yield Planned(row.source.name, from_micros(plan.planned))
    yield from _granted(table, state, row)
    yield _counted(row, plan.point, plan.span)
    if row.dated:
        day = plan.point.on(table.client)
        yield from clips(row.when, day, row.occurrence)
        yield from crossed(row.when, day, row.days, row.occurrence)
    if table.shifts and row.source.target is None and plan.point.at is not None:
        for start, end in after(state.pauses.spans, plan.point.at):
            yield StoodStill(from_micros(start), from_micros(end))


def _moved(state: State, row: Row) -> Iterator[Reason]:
    move = move_of(state, row)
    assert move is not None
    to = from_micros(move.to) if isinstance(move.to, int) else move.to
    yield MovedBy(to, move.by, move.why)


def _granted(table: Table, state: State, row: Row) -> Iterator[Reason]:
    """Tell how the window was counted whose end the rule names, and over which closed days."""
    if row.source.row is None or not row.source.at_deadline:
        return
    granting = chosen(state, table.rows[row.source.row])
    if took_effect(state, granting):
        since = given(table, state, granting, happened(state, granting))
        yield from _window(table, state, granting, since)


def _counted(row: Row, point: Origin, span: Span) -> Counted:
    return Counted(row.rule, row.source.name, _origin(row, point), *_ends(span))


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
        origin, chosen = span.last if row.latest else span.first, choose_day(row, group, span)
        yield from _from_day(client, row, group, origin, chosen, free)
    else:
        yield from _from_instant(client, group, span.last if row.latest else span.first, free)


def _from_instant(client: Calendar, group: Group, origin: int, result: int) -> Iterator[Reason]:
    if origin != result:
        closed = _closed_to(client, group, origin, result)
        yield Rolled(from_micros(origin), from_micros(result), group.hours, tuple(closed))


def _from_day(
    client: Calendar, row: Row, group: Group, origin: date, chosen: date, result: int
) -> Iterator[Reason]:
    """Tell how a date was rolled, and how the chosen one became a moment (L3, L6)."""
    if chosen != origin:
        yield Rolled(origin, chosen, group.hours, tuple(_closed(group, origin, chosen)))
    if row.at is not None:
        wanted = client.instant(chosen, row.at)
        if wanted == result:
            yield TimeOfDay(chosen, from_micros(result))
        yield from _from_instant(client, group, wanted, result)
    elif client.local_day(result) == chosen:
        yield Opened(chosen, from_micros(result))
    else:
        yield from _from_instant(client, group, client.instant(chosen), result)


def _closed_to(client: Calendar, group: Group, origin: int, result: int) -> Iterator[ClosedDay]:
    """Give what closed the days between two instants, a half day that had ended among them."""
    first, last = client.local_day(origin), client.local_day(result)
    had_ended = (origin < result) == (first != last)
    if group.calendar is not None and had_ended and group.opening(first) is not None:
        yield from group.calendar.half_days(first)
    yield from _closed(group, first, last)


def _closed(group: Group, origin: date, result: date) -> Iterator[ClosedDay]:
    if group.calendar is not None:
        contact = group.hours is not Hours.SENDER
        first = origin if origin <= result else result + _DAY
        for number in range(abs((result - origin).days)):
            yield from group.calendar.why_shut(first + _DAY * number, contact=contact)


def _held_back(table: Table, state: State, row: Row, floor: Floor) -> Iterator[Reason]:
    since = from_micros(floor.since)
    match floor.law:
        case "order":
            yield InOrder(since)
        case "late":
            yield LookedLate(from_micros(planned_due(table, state, row)), since)
        case "gap":
            yield MinimumGap(row.gap, since)
            yield from _passed_over(table, row.gap, floor.since, row)
        case "notice":
            assert floor.row is not None
            assert isinstance(floor.row.when, Before)
            yield NoticeGiven(floor.row.step, floor.row.when.amount, since)
            yield from _passed_over(table, floor.row.when.amount, floor.since, floor.row)
        case "window":
            assert floor.row is not None
            yield from _window(table, state, floor.row, floor.since)
        case _:
            yield _told(floor)


def _told(floor: Floor) -> Reason:
    """Give the reason of a bound that comes from what was told about the case."""
    since = from_micros(floor.since)
    match floor.law:
        case "changed":
            return Altered(since)
        case "confirmed":
            return DraftConfirmed(since)
        case "retry":
            return Retried(since)
        case "absent":
            return WeAreAway(since)
        case _:
            return WentOn(since)


def _window(table: Table, state: State, granting: Row, granted: int) -> Iterator[Reason]:
    """Tell when a response window ends, and over which closed days it was counted (L12)."""
    assert granting.window is not None
    yield _response_window(table, state, granting)
    yield from _passed_over(table, granting.window, granted, granting)


def _passed_over(table: Table, amount: Amount, since: int, row: Row) -> Iterator[Reason]:
    yield from crossed(After(amount), table.client.local_day(since), row.days)


def _after_bound(
    client: Calendar, row: Row, group: Group, floor: Floor, at: int
) -> Iterator[Reason]:
    if floor.day is None:
        yield from _from_instant(client, group, floor.at, at)
    else:
        chosen = following(group, floor.day)
        yield from _from_day(client, row, group, floor.day, chosen, at)


def _missed(client: Calendar, row: Row, span: Span, settled: Settled) -> Reason:
    if settled.strict:
        return StrictEnd(from_micros(end_of(client, row, span)))
    return WindowMissed(_ends(span)[1])
