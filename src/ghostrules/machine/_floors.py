"""Lower bounds: order, gap, notice and response windows hold back what comes too early."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from attrs import define

from ghostrules.machine._origins import deadline, happened, took_effect
from ghostrules.machine._state import State
from ghostrules.machine._table import AnyCalendar, Row, Table
from ghostrules.timing import Amount, Before, DateAmount, Duration, count_back, count_forward

_MINUTE = 60_000_000
_DAY = timedelta(days=1)


class Law(StrEnum):
    """What holds a step back."""

    ORDER = "order"
    LATE = "late"
    GAP = "gap"
    NOTICE = "notice"
    WINDOW = "window"


@define(eq=False)
class Floor:
    """Nothing before the instant `at`; where `day` is given, it is that date's beginning.

    `row` is the earlier row that gave a notice or granted a window; `since` the instant from
    which the bound counts.
    """

    law: Law
    since: int
    at: int
    day: date | None = None
    row: Row | None = None


@define(eq=False)
class Bounds:
    """The highest of the lower bounds: one instant and, if any bound is a date, one date."""

    at: Floor
    day: Floor | None


def bounds(table: Table, state: State, row: Row) -> Bounds:
    """Give what holds a row back in this case; of equal bounds the first in order counts."""
    at, day = Floor(Law.ORDER, state.last_at, state.last_at), None
    for floor in _floors(table, state, row):
        if floor.day is None:
            at = floor if floor.at > at.at else at
        elif day is None or floor.at > day.at:
            day = floor
    return Bounds(at, day)


def _floors(table: Table, state: State, row: Row) -> Iterator[Floor]:
    if state.since_at > state.last_at:
        yield Floor(Law.LATE, state.since_at, state.since_at)
    contact = state.contact_at if row.reaches_client else None
    if contact is not None and state.contact_row != row.exempt_after:
        yield _counted(table, row.gap, Law.GAP, contact, row.days)
    for index in row.notices:
        if took_effect(state, table.rows[index]):
            yield _notice(table, state, table.rows[index])
    for index in row.granting:
        if took_effect(state, table.rows[index]):
            yield _response_window(table, state, table.rows[index])


def _counted(
    table: Table, amount: Amount, law: Law, since: int, days: AnyCalendar, row: Row | None = None
) -> Floor:
    if isinstance(amount, Duration):
        return Floor(law, since, since + amount.minutes * _MINUTE, None, row)
    return _from(table, law, since, count_forward(amount, table.client.local_day(since), days), row)


def _from(table: Table, law: Law, since: int, day: date, row: Row | None) -> Floor:
    return Floor(law, since, table.client.instant(day), day, row)


def _notice(table: Table, state: State, notice: Row) -> Floor:
    assert isinstance(notice.when, Before)
    amount, given = notice.when.amount, happened(state, notice)
    if isinstance(amount, Duration):
        return _counted(table, amount, Law.NOTICE, given, notice.days, notice)
    day = first_noticed(amount, table.client.local_day(given), notice.days)
    return _from(table, Law.NOTICE, given, day, notice)


def first_noticed(amount: DateAmount, notice: date, days: AnyCalendar) -> date:
    """Give the first date from which counting back `amount` reaches `notice` or a later date."""
    day = count_forward(amount, notice, days)
    while count_back(amount, day - _DAY, days) >= notice:
        day -= _DAY
    while count_back(amount, day, days) < notice:
        day += _DAY
    return day


def _response_window(table: Table, state: State, granting: Row) -> Floor:
    since = happened(state, granting)
    end = deadline(table, granting, since)
    if end.dated:
        return Floor(Law.WINDOW, since, end.at, end.day + _DAY, granting)
    return Floor(Law.WINDOW, since, end.at, None, granting)
