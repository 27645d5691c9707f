"""Lower bounds: order, gap, notice and response windows hold back what comes too early."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from attrs import define

from ghostrules.machine._channels import chosen
from ghostrules.machine._delivery import given
from ghostrules.machine._holds import NEVER
from ghostrules.machine._origins import deadline, happened, took_effect
from ghostrules.machine._reports import again_of
from ghostrules.machine._standstill import stretched, stretched_days
from ghostrules.machine._state import State
from ghostrules.machine._table import AnyCalendar, Row, Table
from ghostrules.timing import (
    Before,
    BusinessDays,
    DateAmount,
    Duration,
    count_back,
    count_forward,
)

_MINUTE = 60_000_000
_DAY = timedelta(days=1)
_SECOND = 2


# what holds a step back; plain text, because a member of an enum is dear to look up
Law = Literal[
    "order", "late", "gap", "notice", "window", "resumed", "changed", "confirmed", "retry", "absent"
]


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
    `confirmed` is when a person released a draft, from which the other bounds lift it.
    """

    at: int
    floor: Floor | None = None
    day: Floor | None = None
    confirmed: Floor | None = None

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
    late, changed = state.begun.since_at, state.changed_at
    if late is not None and late > state.last_at:
        held.include(_from("late", late))
    if state.pauses is not NEVER or changed is not None:
        for floor in _told(state, row):
            held.include(floor)
    confirmed = state.begun.confirmed_at
    if confirmed is not None:
        held.confirmed = _from("confirmed", confirmed)
    again = again_of(state.reports, row.index) if state.reports.attempts else None
    if again is not None:
        held.include(_from("retry", again.since_at))
        if again.number > _SECOND:
            held.include(_gap(table, row, again.since_at))
    if row.reaches_client:
        contact = state.contact_at
        if contact is not None and not _is_exempt(state, row):
            held.include(_gap(table, row, contact))
    if row.notices or row.granting:
        for floor in _promised(table, state, row):
            held.include(floor)
    return held


def _told(state: State, row: Row) -> Iterator[Floor]:
    """Give the bounds that come from what was told about the case."""
    resumed = state.pauses.resumed_at
    if resumed is not None:
        yield _from("resumed", resumed)
    if state.changed_at is not None:
        yield _from("changed", state.changed_at)
    absent = state.pauses.absent_until
    if absent is not None and (row.adverse or row.window is not None):
        yield _from("absent", absent)


def _is_exempt(state: State, row: Row) -> bool:
    """Tell whether a row may follow the last contact at once: it counts its hours from there."""
    return state.contact_row == row.exempt_after


def _from(law: Law, at: int) -> Floor:
    return Floor(law, at, at)


def order(at: int) -> Floor:
    """Give the bound of the row before, which happened `at`."""
    return Floor("order", at, at)


def _promised(table: Table, state: State, row: Row) -> Iterator[Floor]:
    for index in row.notices:
        if took_effect(state, table.rows[index]):
            yield _notice(table, state, chosen(state, table.rows[index]))
    for index in row.granting:
        if took_effect(state, table.rows[index]):
            yield _response_window(table, state, chosen(state, table.rows[index]))


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
    amount, spans = notice.when.amount, state.pauses.spans
    since = given(table, state, notice, happened(state, notice))
    if isinstance(amount, Duration):
        end = stretched(spans, since, since + amount.minutes * _MINUTE)
        return Floor("notice", since, end, None, notice)
    client = table.client
    day = first_noticed(amount, client.local_day(since), notice.days)
    if spans:
        days = notice.days if isinstance(amount, BusinessDays) else None
        day = stretched_days(client, days, spans, since, day)
    return Floor("notice", since, client.instant(day), day, notice)


def first_noticed(amount: DateAmount, notice: date, days: AnyCalendar) -> date:
    """Give the first date from which counting back `amount` reaches `notice` or a later date."""
    day = count_forward(amount, notice, days)
    while count_back(amount, day - _DAY, days) >= notice:
        day -= _DAY
    while count_back(amount, day, days) < notice:
        day += _DAY
    return day


def _response_window(table: Table, state: State, granting: Row) -> Floor:
    end = deadline(table, state, granting)
    since = given(table, state, granting, happened(state, granting))
    if end.dated:
        return Floor("window", since, end.at, end.day + _DAY, granting)
    return Floor("window", since, end.at, None, granting)
