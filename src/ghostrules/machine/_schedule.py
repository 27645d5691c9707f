"""When the next row acts: derived anew from policy, calendars and state."""

from operator import attrgetter

from attrs import define

from ghostrules.calendars import Calendar
from ghostrules.machine._channels import chosen
from ghostrules.machine._falls import Span, as_moved, falls, source_point
from ghostrules.machine._floors import Bounds, bounds
from ghostrules.machine._leaving import left_out
from ghostrules.machine._origins import Origin, deadline, took_effect
from ghostrules.machine._place import place
from ghostrules.machine._progress import acted, before_acting, dropped, has_begun, with_begun
from ghostrules.machine._settle import Settled, settle
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table

_AT = attrgetter("at")


@define(eq=False)
class Schedule:
    """The next look at a case: when, at which slots, and how that came about.

    `settled` holds the slot of every group of effects that is still to act, and `first` the
    earliest of them. The rest is what its reasons need.
    """

    due: int
    row: Row
    settled: list[Settled]
    first: Settled
    point: Origin
    span: Span
    planned: int | None


@define(eq=False)
class Closing:
    """The next look at a case with which nothing is left to do but to end it."""

    due: int


Upcoming = Schedule | Closing


def ladder(table: Table, state: State) -> Upcoming | None:
    """Give the next look at the ladder of an open case: the first step that has not happened.

    There is none for a case whose end was undone after its last step.
    """
    if state.row == len(table.rows):
        if state.changes.finished:
            return None
        floors = (state.pauses.resumed_at, state.changed_at)
        bound = max((at for at in floors if at is not None), default=state.last_at)
        return Closing(max(_open_end(table, state), state.last_at, bound))
    return schedule_row(table, state, table.rows[state.row])


def schedule_row(table: Table, state: State, row: Row) -> Schedule:
    """Give the next look at a row: its slots, from the rule and what holds it back."""
    if row.alternatives:
        row = chosen(state, row)
    if state.changes.moves:
        row = as_moved(state, row)
    target = row.source.target
    planned = None if target is None else planned_target(table, state, target)
    point = source_point(table, state, row, planned)
    span = falls(table, state, row, point)
    held = bounds(table, state, row)
    if len(row.groups) == 1:
        first = settle(table.client, row, row.groups[0], span, held)
        return Schedule(first.at, row, [first], first, point, span, planned)
    settled = _settle_groups(table.client, row, state.begun.done, span, held)
    if not settled:  # what was done was done in another way, which is not open any more
        settled = _settle_groups(table.client, row, 0, span, held)
    first = min(settled, key=_AT)
    return Schedule(first.at, row, settled, first, point, span, planned)


def _settle_groups(
    client: Calendar, row: Row, done: int, span: Span, held: Bounds
) -> list[Settled]:
    groups = row.groups
    return [settle(client, row, group, span, held) for group in groups if not done & group.bit]


def planned_target(table: Table, state: State, target: int) -> int:
    """Give the planned instant of a later row: the silent path without what counts back (L11).

    What a late look has moved is not part of that path: it moves the notice, not the plan (L10).
    """
    if state.begun.done or state.begun.since_at is not None:
        state = before_acting(state)
    while state.row < target:
        row = table.rows[state.row]
        is_forward = row.source.target is None
        state = _projected(table, state, row) if is_forward else dropped(state, row, state.last_at)
    return schedule_row(table, state, table.rows[target]).due


def planned_due(table: Table, state: State, row: Row) -> int:
    """Give when a row is due, as if nobody had looked too late (L10)."""
    if state.begun.since_at is not None:
        state = with_begun(state, state.begun._replace(since_at=None))
    return schedule_row(table, state, table.rows[row.index]).due


def own_moment(table: Table, state: State, row: Row) -> int:
    """Give the moment that the rule of a row alone would choose, whatever holds it back."""
    span = falls(table, state, row, source_point(table, state, row, None))
    return min(place(table.client, row, group, span) for group in row.groups)


def last_passed(table: Table, state: State, row: Row, at: int) -> Row:
    """Give the last occurrence whose own moment has passed when `row`, which merges, is due (L17).

    While effects of `row` are outstanding it has not had its turn; what a person has released
    is done.
    """
    if state.begun.confirmed_at is not None or (state.begun.done and has_begun(state, row)):
        return row
    last, later = row.index, row.index + row.occurrences - row.occurrence
    for index in range(row.index + 1, later + 1):
        if state.happened[index] is None:
            if own_moment(table, state, table.rows[index]) > at:
                break
            last = index
    return row if last == row.index else table.rows[last]


def has_open_end(table: Table, state: State, at: int) -> bool:
    """Tell whether a window that the last row granted has still to pass after `at` (L13)."""
    return _open_end(table, state) > max(at, state.last_at)


def _open_end(table: Table, state: State) -> int:
    last = table.rows[-1]
    if last.window is None or not took_effect(state, last):
        return state.last_at
    return deadline(table, state, chosen(state, last)).at


def _projected(table: Table, state: State, row: Row) -> State:
    plan = schedule_row(table, state, row)
    due = plan.due
    if left_out(table, state, plan.row) is not None:
        return dropped(state, row, due)
    last = last_passed(table, state, row, due) if row.merges else row
    if last is not row:
        while state.row < last.index:
            state = dropped(state, table.rows[state.row], due)
        plan = schedule_row(table, state, last)
    for one in sorted(plan.settled, key=_AT):
        state = acted(state, plan.row, one.group.bit, max(one.at, due))
    return state
