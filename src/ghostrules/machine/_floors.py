"""Lower bounds: order, gap, notice and response windows hold back what comes too early."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from ghostrules.calendars import from_micros
from ghostrules.machine._origins import deadline, happened, took_effect
from ghostrules.machine._reasons import (
    InOrder,
    LookedLate,
    MinimumGap,
    NoticeGiven,
    Reason,
    ResponseWindow,
)
from ghostrules.machine._state import State
from ghostrules.machine._table import AnyCalendar, From, Row, Table
from ghostrules.timing import Amount, Before, DateAmount, Duration, count_back, count_forward

_MINUTE = 60_000_000
_DAY = timedelta(days=1)


@frozen
class AtFloor:
    """Nothing before the instant `at`."""

    at: int
    reason: Reason


@frozen
class DayFloor:
    """Nothing before the date `day` in the client's time zone."""

    day: date
    reason: Reason


Floor = AtFloor | DayFloor


@frozen
class Bounds:
    """The highest of the lower bounds: one instant and, if any bound is a date, one date."""

    at: AtFloor
    day: DayFloor | None


def bounds(table: Table, state: State, row: Row) -> Bounds:
    """Give what holds a row back in this case; of equal bounds the first in order counts."""
    at, day = AtFloor(state.last_at, InOrder(from_micros(state.last_at))), None
    for floor in _floors(table, state, row):
        if isinstance(floor, AtFloor):
            at = max(at, floor, key=_at)
        elif day is None or floor.day > day.day:
            day = floor
    return Bounds(at, day)


def _at(floor: AtFloor) -> int:
    return floor.at


def _floors(table: Table, state: State, row: Row) -> Iterator[Floor]:
    if state.since_at > state.last_at:
        yield _looked_late(state)
    if row.reaches_client and state.contact_at is not None and not _is_exempt(state, row):
        yield _gap(table, row, state.contact_at)
    for index in row.notices:
        yield from _notice(table, state, table.rows[index])
    for index in row.granting:
        yield from _response_window(table, state, table.rows[index])


def _looked_late(state: State) -> Floor:
    planned = state.since_at if state.planned_at is None else state.planned_at
    reason = LookedLate(from_micros(planned), from_micros(state.since_at))
    return AtFloor(state.since_at, reason)


def _is_exempt(state: State, row: Row) -> bool:
    source = row.source
    counted_forward = not row.dated and source.kind is From.ROW and source.part is None
    return counted_forward and not row.backward and source.index == state.contact_row


def _gap(table: Table, row: Row, contact: int) -> Floor:
    reason = MinimumGap(row.gap, from_micros(contact))
    return _after(row.gap, contact, table, row.days, reason)


def _after(amount: Amount, at: int, table: Table, days: AnyCalendar, reason: Reason) -> Floor:
    if isinstance(amount, Duration):
        return AtFloor(at + amount.minutes * _MINUTE, reason)
    return DayFloor(count_forward(amount, table.client.local_day(at), days), reason)


def _notice(table: Table, state: State, notice: Row) -> Iterator[Floor]:
    if not took_effect(state, notice):
        return
    assert isinstance(notice.when, Before)
    amount, given = notice.when.amount, happened(state, notice)
    reason = NoticeGiven(notice.step, amount, from_micros(given))
    if isinstance(amount, Duration):
        yield AtFloor(given + amount.minutes * _MINUTE, reason)
    else:
        day = first_noticed(amount, table.client.local_day(given), notice.days)
        yield DayFloor(day, reason)


def first_noticed(amount: DateAmount, notice: date, days: AnyCalendar) -> date:
    """Give the first date from which counting back `amount` reaches `notice` or a later date."""
    day = count_forward(amount, notice, days)
    while count_back(amount, day - _DAY, days) >= notice:
        day -= _DAY
    while count_back(amount, day, days) < notice:
        day += _DAY
    return day


def _response_window(table: Table, state: State, granting: Row) -> Iterator[Floor]:
    if not took_effect(state, granting):
        return
    assert granting.window is not None
    end = deadline(table, granting, happened(state, granting))
    reason = ResponseWindow(granting.step, granting.window, from_micros(end.at))
    if end.dated:
        yield DayFloor(end.day + _DAY, reason)
    else:
        yield AtFloor(end.at, reason)
