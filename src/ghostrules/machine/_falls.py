"""Where a rule falls before anything is rolled: a span of dates, or of instants."""

from datetime import date

from attrs import define

from ghostrules.machine._origins import Origin, origin
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table


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
    if planned is not None:
        return Origin(planned)
    if row.kept is not None:
        return Origin(state.happened[row.kept])
    return origin(table, state, row.source)


def falls(table: Table, row: Row, point: Origin) -> Span:
    """Give the span in which the rule of `row` falls, counted from `point`."""
    offsets = row.offsets
    # a deadline in days without a date is that of a step that was left out: it passed at once
    if row.dates is not None and (offsets is None or point.day is not None):
        first, last = row.dates(point.on(table.client))
        return DateSpan(first, last)
    assert offsets is not None
    assert point.at is not None
    return InstantSpan(point.at + offsets[0], point.at + offsets[1])
