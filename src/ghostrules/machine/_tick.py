"""What a look at the clock does: at most one step acts, or the next effects of one (L17)."""

from functools import partial

from attrs import define

from ghostrules.calendars import from_micros
from ghostrules.machine._because import because
from ghostrules.machine._progress import acted, dropped, ended, looked_late, merged, wait
from ghostrules.machine._reasons import EndedBy, Merged, Reason, SkippedLate
from ghostrules.machine._schedule import (
    Schedule,
    Upcoming,
    has_open_end,
    last_passed,
    schedule,
    schedule_row,
)
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._transition import Intent, Transition, Why, intents, without_reason
from ghostrules.timing import Duration, count_forward

SILENT = "silent"
_MINUTE = 60_000_000


@define(eq=False)
class Ticked:
    """What a look has done: the row that acted or was left out, if any, and what is next, if any.

    `upcoming` is none once the case has ended; `why` gives the reasons for what was done.
    """

    state: State
    upcoming: Upcoming | None
    row: Row | None
    effects: tuple[Intent, ...]
    why: Why

    def transition(self, table: Table) -> Transition:
        """Give what is told outside of the room."""
        row, next = self.row, self.upcoming
        step, occurrence = (None, 1) if row is None else (row.step, row.occurrence)
        why_next = without_reason if next is None else partial(because, table, self.state, next)
        return Transition(self.state, self.effects, step, occurrence, self.why, why_next)


def tick(table: Table, state: State, plan: Upcoming, seen: int) -> Ticked:
    """Give what happens when somebody looks, `seen` at or after the due instant of `plan`.

    A look at most `punctual` after the due instant acts at that instant, a later one at the
    moment of the look (L10).
    """
    due = plan.due
    at = due if seen - due <= table.punctual else seen
    if not isinstance(plan, Schedule):
        why = partial(_told, table, state, plan, (EndedBy(SILENT, table.rows[-1].step),))
        return Ticked(ended(state, SILENT, at), None, None, (), why)
    row = plan.row
    if row.skips and _is_too_late(table, state, row, due, at):
        return _skip(table, state, row, due, at)
    last = last_passed(table, state, row, at) if row.merges else row
    if last is not row:
        return _merge(table, state, row, last, at)
    return _act(table, state, plan, at)


def _told(
    table: Table, state: State, plan: Upcoming, more: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    return (*because(table, state, plan), *more)


def _act(
    table: Table, state: State, plan: Schedule, at: int, more: tuple[Reason, ...] = ()
) -> Ticked:
    row, groups = plan.row, _ready(plan, at)
    if not groups:
        late = state if plan.due > at else looked_late(state, at)
        return _go_on(table, late, None, (), partial(_told, table, state, plan, more))
    effects = intents(state, row, groups, at)
    after = acted(state, row, groups, at)
    outcome = _outcome(table, after, row)
    if outcome is None:
        return _go_on(table, after, row, effects, partial(_told, table, state, plan, more))
    why = partial(_told, table, state, plan, (*more, EndedBy(outcome, row.step)))
    return Ticked(ended(after, outcome, at), None, row, effects, why)


def _ready(plan: Schedule, at: int) -> int:
    ready = 0
    for settled in plan.settled:
        slot, group = settled.at, settled.group
        if slot == at or (slot < at and group.slots.contains(at)):
            ready |= group.bit
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
    return Ticked(wait(state, plan.due), plan, row, effects, why)


def _is_too_late(table: Table, state: State, row: Row, due: int, at: int) -> bool:
    if state.done:
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
    return Ticked(ended(after, SILENT, at), None, row, (), why)


def _these(*reasons: Reason) -> tuple[Reason, ...]:
    return reasons


def _merge(table: Table, state: State, row: Row, last: Row, at: int) -> Ticked:
    while state.row < last.index:
        state = merged(state, table.rows[state.row], at)
    occurrences = tuple(range(row.occurrence, last.occurrence))
    return _act(table, state, schedule_row(table, state, last), at, (Merged(occurrences),))
