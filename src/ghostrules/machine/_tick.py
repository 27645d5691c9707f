"""What a look at the clock does: at most one step acts, or the next effects of one (L17)."""

from functools import partial

from ghostrules.calendars import from_micros
from ghostrules.machine._because import because
from ghostrules.machine._progress import acted, dropped, ended, looked_late, merged, wait
from ghostrules.machine._reasons import EndedBy, Merged, Reason, SkippedLate
from ghostrules.machine._schedule import Schedule, has_open_end, last_passed, schedule
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._transition import Intent, Transition, Why, intents
from ghostrules.timing import Duration, count_forward

SILENT = "silent"
_MINUTE = 60_000_000

Ticked = tuple[Transition, Schedule | None]


def tick(table: Table, state: State, plan: Schedule, seen: int) -> Ticked:
    """Give what happens when somebody looks, `seen` at or after the due instant of `plan`.

    A look at most `punctual` after the due instant acts at that instant, a later one at the
    moment of the look (L10). Gives the schedule of the new state too, unless the case has ended.
    """
    at = plan.due if seen - plan.due <= table.punctual else seen
    if plan.look is None:
        last = table.rows[-1]
        why = partial(_told, table, state, plan, (EndedBy(SILENT, last.step),))
        return Transition(ended(state, SILENT, at), why=why), None
    row = plan.look.row
    if _is_too_late(table, state, row, plan.due, at):
        return _skip(table, state, row, plan.due, at)
    last = last_passed(table, state, row, at)
    if last is not row:
        return _merge(table, state, row, last, at)
    return _act(table, state, plan, at)


def _told(
    table: Table, state: State, plan: Schedule, more: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    return (*because(table, state, plan), *more)


def _act(
    table: Table, state: State, plan: Schedule, at: int, more: tuple[Reason, ...] = ()
) -> Ticked:
    row, groups = table.rows[state.row], _ready(table, state, plan, at)
    why = partial(_told, table, state, plan, more)
    if not groups:
        late = state if plan.due > at else looked_late(state, at)
        return _go_on(table, late, None, (), why)
    effects = intents(state, row, groups, at)
    after = acted(state, row, groups, at)
    outcome = _outcome(table, after, row)
    if outcome is None:
        return _go_on(table, after, row, effects, why)
    why = partial(_told, table, state, plan, (*more, EndedBy(outcome, row.step)))
    over = ended(after, outcome, at)
    return Transition(over, effects, row.step, row.occurrence, why), None


def _ready(table: Table, state: State, plan: Schedule, at: int) -> int:
    groups, ready = table.rows[state.row].groups, 0
    for number, settled in plan.settled.items():
        slot = settled.at
        if slot == at or (slot < at and groups[number].slots.contains(at)):
            ready |= 1 << number
    return ready


def _outcome(table: Table, state: State, row: Row) -> str | None:
    if state.row == row.index:
        return None
    if row.outcome is not None:
        return row.outcome
    is_last = state.row == len(table.rows)
    return SILENT if is_last and not has_open_end(table, state) else None


def _go_on(
    table: Table, state: State, row: Row | None, effects: tuple[Intent, ...], why: Why
) -> Ticked:
    plan = schedule(table, state)
    step, occurrence = (None, 1) if row is None else (row.step, row.occurrence)
    waiting = wait(state, plan.due)
    why_next = partial(because, table, waiting, plan)
    return Transition(waiting, effects, step, occurrence, why, why_next), plan


def _is_too_late(table: Table, state: State, row: Row, due: int, at: int) -> bool:
    if not row.skips or state.done:
        return False
    planned = due if state.planned_at is None else state.planned_at
    if isinstance(row.patience, Duration):
        return at > planned + row.patience.minutes * _MINUTE
    client = table.client
    last = count_forward(row.patience, client.local_day(planned), row.days)
    return client.local_day(at) > last


def _skip(table: Table, state: State, row: Row, due: int, at: int) -> Ticked:
    planned = due if state.planned_at is None else state.planned_at
    reason = SkippedLate(from_micros(planned), row.patience)
    after = dropped(state, row, at)
    if after.row < len(table.rows):
        return _go_on(table, after, row, (), partial(_these, reason))
    why = partial(_these, reason, EndedBy(SILENT, row.step))
    return Transition(ended(after, SILENT, at), (), row.step, row.occurrence, why), None


def _these(*reasons: Reason) -> tuple[Reason, ...]:
    return reasons


def _merge(table: Table, state: State, row: Row, last: Row, at: int) -> Ticked:
    while state.row < last.index:
        state = merged(state, table.rows[state.row], at)
    occurrences = tuple(range(row.occurrence, last.occurrence))
    return _act(table, state, schedule(table, state), at, (Merged(occurrences),))
