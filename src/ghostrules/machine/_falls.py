"""Where a rule falls before anything is rolled: a span of dates, or of instants."""

from datetime import date

from attrs import define

from ghostrules.machine._origins import Origin, origin
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.timing import DeadlinePassed, fall_dates, fall_instants


@define(eq=False)
class DateSpan:
    """Dates in the client's time zone, both included."""

    first: date
    last: date


@define(eq=False)
class InstantSpan:
    """Instants in microseconds, both included."""

    first: int
    last: int


Span = DateSpan | InstantSpan


def source_point(table: Table, state: State, row: Row, planned: int | None) -> Origin:
    """Give the point that `row` counts from; a notice counts from the `planned` instant (L11)."""
    if planned is None:
        return origin(table, state, row.source)
    return Origin(planned)


def falls(table: Table, row: Row, point: Origin) -> Span:
    """Give the span in which the rule of `row` falls, counted from `point`."""
    if row.dated and not _was_left_out(row, point):
        day = point.on(table.client)
        return DateSpan(*fall_dates(row.when, day, table.client, row.days, row.occurrence))
    assert point.at is not None
    return InstantSpan(*fall_instants(row.when, point.at, row.occurrence))


def _was_left_out(row: Row, point: Origin) -> bool:
    """Tell whether a rule waits for a deadline whose step was left out: that passed at once."""
    return isinstance(row.when, DeadlinePassed) and point.day is None
