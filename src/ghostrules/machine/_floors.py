"""Lower bounds: order, gap, notice and response windows hold back what comes too early."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from attrs import define

from ghostrules.machine._origins import deadline, happened, took_effect
from ghostrules.machine._state import State
from ghostrules.machine._table import AnyCalendar, Row, Table
from ghostrules.timing import Before, DateAmount, Duration, count_back, count_forward

_MINUTE = 60_000_000
_DAY = timedelta(days=1)


# what holds a step back; plain text, because a member of an enum is dear to look up
Law = Literal["order", "late", "gap", "notice", "window"]


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
    """The highest of the lower bounds: the instant `at` and, if any bound is a date, one date.

    `floor` is the bound in instants; it is none where that is order alone, which holds every row.
    """

    at: int
    floor: Floor | None = None
    day: Floor | None = None

    def include(self, floor: Floor) -> None:
        """Take in one more bound; of equal ones the first counts."""
        if floor.day is not None:
            if self.day is None or floor.at > self.day.at:
                self.day = floor
        elif floor.at > self.at:
            self.at, self.floor = floor.at, floor


def bounds(table: Table, state: State, row: Row) -> Bounds:
    """Give what holds a row back in this case: order first, then the other bounds in order."""
    held = Bounds(state.last_at)
    if state.since_at > state.last_at:
        held.include(Floor("late", state.since_at, state.since_at))
    if row.reaches_client:
        contact = state.contact_at
        if contact is not None and state.contact_row != row.exempt_after:
            held.include(_gap(table, row, contact))
    if row.notices or row.granting:
        for floor in _promised(table, state, row):
            held.include(floor)
    return held


def order(at: int) -> Floor:
    """Give the bound of the row before, which happened `at`."""
    return Floor("order", at, at)


def _promised(table: Table, state: State, row: Row) -> Iterator[Floor]:
    for index in row.notices:
        if took_effect(state, table.rows[index]):
            yield _notice(table, state, table.rows[index])
    for index in row.granting:
        if took_effect(state, table.rows[index]):
            yield _response_window(table, state, table.rows[index])


def _gap(table: Table, row: Row, contact: int) -> Floor:
    if row.gap_end is None:
        assert isinstance(row.gap, Duration)
        return _elapsed("gap", contact, row.gap)
    day, at = row.gap_end(table.client.local_day(contact))
    return Floor("gap", contact, at, day)


def _elapsed(law: Law, since: int, amount: Duration, row: Row | None = None) -> Floor:
    return Floor(law, since, since + amount.minutes * _MINUTE, None, row)


def _notice(table: Table, state: State, notice: Row) -> Floor:
    assert isinstance(notice.when, Before)
    amount, given = notice.when.amount, happened(state, notice)
    if isinstance(amount, Duration):
        return _elapsed("notice", given, amount, notice)
    day = first_noticed(amount, table.client.local_day(given), notice.days)
    return Floor("notice", given, table.client.instant(day), day, notice)


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
        return Floor("window", since, end.at, end.day + _DAY, granting)
    return Floor("window", since, end.at, None, granting)
