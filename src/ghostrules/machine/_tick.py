"""What a look at the clock does: at most one step acts, or the next effects of one (L17)."""

from attrs import evolve, frozen

from ghostrules.calendars import from_micros
from ghostrules.machine._progress import (
    begun,
    completed,
    dropped,
    ended,
    looked_late,
    merged,
    waiting,
)
from ghostrules.machine._reasons import EndedBy, Merged, Reason, SkippedLate
from ghostrules.machine._schedule import Schedule, has_open_end, own_moment, schedule
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._transition import Intent, Transition, intents
from ghostrules.policy import IfLate
from ghostrules.timing import Duration, count_forward

SILENT = "silent"
_MINUTE = 60_000_000


@frozen(eq=False)
class Tick:
    """A transition, and the schedule of its new state where the case is still open."""

    transition: Transition
    schedule: Schedule | None


def tick(table: Table, state: State, plan: Schedule, seen: int) -> Tick:
    """Give what happens when somebody looks, `seen` at or after the due instant of `plan`.

    A look at most `punctual` after the due instant acts at that instant, a later one at the
    moment of the look (L10).
    """
    at = plan.due if seen - plan.due <= table.punctual else seen
    row = plan.row
    if row is None:
        return _end(state, SILENT, table.rows[-1].step, at, (), plan.reasons)
    if _is_too_late(table, state, row, plan.due, at):
        return _skip(table, state, row, plan.due, at)
    state, plan = _merge(table, state, row, plan, at)
    return _act(table, state, plan, at)


def _act(table: Table, state: State, plan: Schedule, at: int) -> Tick:
    row, groups = table.rows[state.row], _ready(table, state, plan, at)
    if not groups:
        late = state if plan.due > at else looked_late(state, at)
        return _go_on(table, late, (), plan.reasons, None)
    effects = intents(table, state, row, groups, at)
    after = begun(state, row, groups, at)
    if after.done != row.everything:
        return _go_on(table, after, effects, plan.reasons, row)
    return _finish(table, completed(after, row, at), row, effects, plan.reasons)


def _ready(table: Table, state: State, plan: Schedule, at: int) -> int:
    groups = table.rows[state.row].groups
    return sum(
        1 << number
        for number, slot in plan.slots.items()
        if slot == at or (slot < at and groups[number].slots.contains(at))
    )


def _finish(
    table: Table,
    state: State,
    row: Row,
    effects: tuple[Intent, ...],
    reasons: tuple[Reason, ...],
) -> Tick:
    if row.outcome is not None:
        return _end(state, row.outcome, row.step, state.last_at, effects, reasons, row)
    if state.row == len(table.rows) and not has_open_end(table, state):
        return _end(state, SILENT, row.step, state.last_at, effects, reasons, row)
    return _go_on(table, state, effects, reasons, row)


def _go_on(
    table: Table,
    state: State,
    effects: tuple[Intent, ...],
    reasons: tuple[Reason, ...],
    row: Row | None,
) -> Tick:
    plan = schedule(table, state)
    step, occurrence = (None, 1) if row is None else (row.step, row.occurrence)
    state = waiting(state, plan.due)
    transition = Transition(
        state, effects, reasons, plan.reasons, step=step, occurrence=occurrence
    )
    return Tick(transition, plan)


def _end(
    state: State,
    outcome: str,
    cause: str,
    at: int,
    effects: tuple[Intent, ...],
    reasons: tuple[Reason, ...],
    row: Row | None = None,
) -> Tick:
    step, occurrence = (None, 1) if row is None else (row.step, row.occurrence)
    reasons = (*reasons, EndedBy(outcome, cause))
    state = ended(state, outcome, at)
    return Tick(Transition(state, effects, reasons, step=step, occurrence=occurrence), None)


def _is_too_late(table: Table, state: State, row: Row, due: int, at: int) -> bool:
    if row.if_late is not IfLate.SKIP or state.done:
        return False
    planned = due if state.planned_at is None else state.planned_at
    if isinstance(row.patience, Duration):
        return at > planned + row.patience.minutes * _MINUTE
    client = table.client
    last = count_forward(row.patience, client.local_day(planned), row.days)
    return client.local_day(at) > last


def _skip(table: Table, state: State, row: Row, due: int, at: int) -> Tick:
    planned = due if state.planned_at is None else state.planned_at
    reason = SkippedLate(from_micros(planned), row.patience)
    after = dropped(state, row, at)
    if after.row == len(table.rows):
        return _end(after, SILENT, row.step, at, (), (reason,), row)
    return _go_on(table, after, (), (reason,), row)


def _merge(
    table: Table, state: State, row: Row, plan: Schedule, at: int
) -> tuple[State, Schedule]:
    last = _last_passed(table, state, row, at)
    if last is row:
        return state, plan
    while state.row < last.index:
        state = merged(state, table.rows[state.row], at)
    plan = schedule(table, state)
    reason = Merged(tuple(range(row.occurrence, last.occurrence)))
    return state, evolve(plan, reasons=(*plan.reasons, reason))


def _last_passed(table: Table, state: State, row: Row, at: int) -> Row:
    if row.if_late is not IfLate.MERGE or state.done:
        return row
    while row.occurrence < row.occurrences:
        later = table.rows[row.index + 1]
        if own_moment(table, state, later) > at:
            break
        row = later
    return row
