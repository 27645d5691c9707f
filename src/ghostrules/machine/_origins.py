"""The point that a row counts from: an instant with its local date, or a bare date."""

from datetime import date

from attrs import define

from ghostrules.calendars import Calendar
from ghostrules.machine._channels import chosen
from ghostrules.machine._delivery import delivered, given
from ghostrules.machine._standstill import stretched, stretched_window
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Source, Table
from ghostrules.timing import BusinessDays, Duration, count_forward


@define(eq=False)
class Origin:
    """The point that a row counts from: an instant, a date (a fact), or both.

    Both are given for the deadline of a window in days: its end, and its last named day. Where
    only the instant is given, its date is that of the client's time zone.
    """

    at: int | None
    day: date | None = None

    def on(self, client: Calendar) -> date:
        """Give the date from which days are counted."""
        if self.day is not None:
            return self.day
        assert self.at is not None
        return client.local_day(self.at)


@define(eq=False)
class Deadline:
    """The end of a response window: from `at` on, exclusively, it has passed (L12).

    `day` is the date from which days after the deadline count: the last named day of a window
    in days, the local date of the end of one in hours.
    """

    at: int
    day: date
    dated: bool


def happened(state: State, row: Row) -> int:
    """Give the instant at which an earlier row happened."""
    at = state.happened[row.index]
    assert at is not None
    return at


def deadline(table: Table, state: State, row: Row) -> Deadline:
    """Give the end of the window that `row` granted; the clock stands while the case is held."""
    client, window, spans = table.client, row.window, state.pauses.spans
    assert window is not None
    at = given(table, state, row, happened(state, row))
    if isinstance(window, Duration):
        end = stretched(spans, at, at + window.minutes * 60_000_000)
        return Deadline(end, client.local_day(end), dated=False)
    last = count_forward(window, client.local_day(at), row.days)
    if spans:
        days = row.days if isinstance(window, BusinessDays) else None
        last = stretched_window(client, days, spans, at, last)
    return Deadline(client.instant(last, 24 * 60), last, dated=True)


def origin(table: Table, state: State, source: Source) -> Origin:
    """Give the point that `source` stands for in this case."""
    if source.row is not None:
        return _row_origin(table, state, chosen(state, table.rows[source.row]), source)
    if source.fact is not None:
        return Origin(None, _date_fact(state, source.fact))
    return Origin(state.started_at)


def _date_fact(state: State, index: int) -> date:
    fact = state.facts[index]
    assert isinstance(fact, date)
    return fact


def _row_origin(table: Table, state: State, row: Row, source: Source) -> Origin:
    at = happened(state, row)
    if is_dropped(state, row):
        return Origin(at)
    if source.at_delivery:
        return Origin(delivered(table, state, row, at))
    end = deadline(table, state, row)
    return Origin(end.at, end.day)


def is_dropped(state: State, row: Row) -> bool:
    """Tell whether the effects of an earlier row were dropped: it grants and promises nothing."""
    return bool(state.dropped >> row.index & 1)


def took_effect(state: State, row: Row) -> bool:
    """Tell whether an earlier row has happened with its effects, so that it grants and promises."""
    return state.happened[row.index] is not None and not is_dropped(state, row)
