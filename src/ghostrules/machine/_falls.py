"""Where a rule falls before anything is rolled: a span of dates, or of instants."""

from datetime import date

from attrs import define, evolve

from ghostrules.machine._changes import Move
from ghostrules.machine._holds import Spans
from ghostrules.machine._origins import Origin, origin
from ghostrules.machine._standstill import moved, time_stood
from ghostrules.machine._state import State
from ghostrules.machine._table import Dates, Row, Table
from ghostrules.timing import Between, Duration, count_forward


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


def falls(table: Table, state: State, row: Row, point: Origin) -> Span:
    """Give the span in which the rule of `row` falls, counted from `point`."""
    if state.changes.moves:
        move = move_of(state, row)
        if move is not None:
            return _moved_to(move)
    spans = state.pauses.spans
    if spans and table.shifts and row.source.target is None and point.at is not None:
        return _shifted(table, row, point, spans, point.at)
    return _span(table, row, point)


def _span(table: Table, row: Row, point: Origin) -> Span:
    offsets = row.offsets
    # a deadline in days without a date is that of a step that was left out: it passed at once
    if row.dates is not None and (offsets is None or point.day is not None):
        first, last = row.dates(point.on(table.client))
        return DateSpan(first, last)
    assert offsets is not None
    assert point.at is not None
    return InstantSpan(point.at + offsets[0], point.at + offsets[1])


def _shifted(table: Table, row: Row, point: Origin, spans: Spans, since: int) -> Span:
    """Count from a point that moves by what the clock stood since then, in the rule's unit."""
    if row.dates is None or (row.offsets is not None and point.day is None):
        return _span(table, row, Origin(since + time_stood(spans, since)))
    client, day = table.client, point.on(table.client)
    low, high = (
        moved(client, row.days if business else None, spans, since, day)
        for business in row.business
    )
    first = row.dates(low)[0]
    return DateSpan(first, max(first, _last(row, row.dates, high)))


def _last(row: Row, dates: Dates, day: date) -> date:
    """Give where a rule ends that counts its end from a day; its beginning counts from another."""
    if isinstance(row.when, Between) and not isinstance(row.when.high, Duration):
        return count_forward(row.when.high, day, row.days)
    return dates(day)[1]


def move_of(state: State, row: Row) -> Move | None:
    """Give the move of a row in this case, if a person moved it to a date or an instant."""
    for move in state.changes.moves:
        if move.row == row.index:
            return move
    return None


def as_moved(state: State, row: Row) -> Row:
    """Give a row as a person moved it: to one point, from which it rolls forward."""
    if move_of(state, row) is None:
        return row
    return evolve(
        row,
        forward=True,
        windowed=False,
        strict=False,
        stays=False,
        rolls_back=False,
        within_month=False,
        exempt_after=None,
    )


def _moved_to(move: Move) -> Span:
    to = move.to
    if isinstance(to, int):
        return InstantSpan(to, to)
    assert isinstance(to, date)
    return DateSpan(to, to)
