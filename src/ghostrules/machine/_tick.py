"""What a look at the clock does: at most one step acts, or the next effects of one (L17)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from attrs import define

from ghostrules.calendars import from_micros, to_micros
from ghostrules.machine._because import because
from ghostrules.machine._changes import NONE
from ghostrules.machine._ending import SILENT, outcome_of
from ghostrules.machine._leaving import left_out
from ghostrules.machine._progress import (
    acted,
    asked,
    completed,
    dropped,
    ended,
    looked,
    looked_late,
    was_asked,
)
from ghostrules.machine._reasons import EndedBy, EvidenceStale, Merged, Reason, SkippedLate
from ghostrules.machine._schedule import (
    Closing,
    Schedule,
    last_passed,
    own_moment,
    planned_due,
    schedule_row,
)
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._ticked import Ticked, go_on, these
from ghostrules.machine._transition import intents
from ghostrules.machine._upcoming import Upcoming
from ghostrules.machine._waking import draft, is_to_confirm, wake
from ghostrules.timing import Duration, count_forward

_MINUTE = 60_000_000

Observed = Sequence[tuple[str, datetime]]


@define(eq=False)
class _Look:
    """A look at a case: the state before, the instant, and what was read of the sources (L19)."""

    table: Table
    before: State
    seen: int
    observed: Observed


def tick(table: Table, state: State, plan: Upcoming, seen: int, observed: Observed = ()) -> Ticked:
    """Give what happens when somebody looks, `seen` at or after the due instant of `plan`.

    A look at most `punctual` after the due instant acts at that instant, a later one at the
    moment of the look (L10).
    """
    due = plan.due
    at = due if seen - due <= table.punctual else seen
    ticked = _done(table, state, plan, seen, at, observed)
    if ticked.state is not state:
        ticked.state = looked(ticked.state, max(due, seen))
    return ticked


def _done(
    table: Table, state: State, plan: Upcoming, seen: int, at: int, observed: Observed
) -> Ticked:
    if isinstance(plan, Schedule):
        return _step(_Look(table, state, seen, observed), plan, at)
    if isinstance(plan, Closing):
        reasons = (EndedBy(SILENT, table.rows[-1].step),)
        why = partial(_told, table, state, plan, reasons)
        return go_on(table, ended(state, SILENT, at), None, (), why)
    return wake(table, state, plan, at)


def _step(look: _Look, plan: Schedule, at: int) -> Ticked:
    table, state, row = look.table, look.before, plan.row
    if row.conditions or state.changes is not NONE:
        reason = left_out(table, state, row)
        if reason is not None:
            return _leave_out(table, state, row, planned_due(table, state, row), reason)
    if row.skips and not was_asked(state, row):
        planned = _before_outage(table, state, row)
        if _is_too_late(table, row, planned, at):
            reason = SkippedLate(from_micros(planned), row.patience)
            return _leave_out(table, state, row, at, reason)
    last = last_passed(table, state, row, at) if row.merges else row
    if last.index != row.index:
        return _merge(look, row, last, at)
    return _act(look, state, plan, at)


def _told(
    table: Table, state: State, plan: Upcoming, more: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    return (*because(table, state, plan), *more)


def _act(
    look: _Look, state: State, plan: Schedule, at: int, more: tuple[Reason, ...] = ()
) -> Ticked:
    table, row, groups = look.table, plan.row, _ready(plan, at)
    why = partial(_told, table, state, plan, more)
    if not groups:
        late = state if plan.due > at else looked_late(state, at)
        return go_on(table, late, None, (), why)
    if row.confirm and is_to_confirm(state, row):
        return draft(table, state, row, at)
    if table.evidence and (row.reaches_client or row.adverse):
        stale = _stale(look)
        if stale:
            return Ticked(look.before, None, None, (), partial(these, *stale))
    effects = intents(state, row, groups, at)
    after = _asked(state, row, groups, at) if row.live else acted(state, row, groups, at)
    outcome = outcome_of(table, after, row, at)
    if outcome is None:
        return go_on(table, after, row, effects, why)
    why = partial(_told, table, state, plan, (*more, EndedBy(outcome, row.step)))
    return go_on(table, ended(after, outcome, at), row, effects, why)


def _asked(state: State, row: Row, groups: int, at: int) -> State:
    after = asked(state, row, groups, at)
    is_reported = after.begun.done == row.everything and after.begun.done_at is not None
    return completed(after, row) if is_reported else after


def _stale(look: _Look) -> list[EvidenceStale]:
    """Give the sources that were not read far enough to tell that the client is silent (L19)."""
    read = dict(look.observed)
    stale: list[EvidenceStale] = []
    for source, age in look.table.evidence:
        needed = look.seen - age
        if source not in read or to_micros(read[source]) < needed:
            stale.append(EvidenceStale(source, read.get(source), from_micros(needed)))
    return stale


def _ready(plan: Schedule, at: int) -> int:
    ready = 0
    for settled in plan.settled:
        slot, group = settled.at, settled.group
        if slot == at or (slot < at and group.slots.contains(at)):
            ready |= group.bit
    return ready


def _before_outage(table: Table, state: State, row: Row) -> int:
    """Give when a row was due before the outage moved it, with which a step before was left out."""
    planned = planned_due(table, state, row)
    if not state.dropped << 1 >> row.index & 1 or state.begun.confirmed_at is not None:
        return planned
    return min(planned, own_moment(table, state, row))


def _is_too_late(table: Table, row: Row, planned: int, at: int) -> bool:
    if isinstance(row.patience, Duration):
        return at > planned + row.patience.minutes * _MINUTE
    client = table.client
    last = count_forward(row.patience, client.local_day(planned), row.days)
    return client.local_day(at) > last


def _leave_out(table: Table, state: State, row: Row, at: int, reason: Reason) -> Ticked:
    """Leave a row out, and end the case if it was the last."""
    after = dropped(state, row, at)
    outcome = outcome_of(table, after, row, at)
    if outcome is None:
        return go_on(table, after, row, (), partial(these, reason), skipped=True)
    why = partial(these, reason, EndedBy(outcome, row.step))
    return go_on(table, ended(after, outcome, at), row, (), why, skipped=True)


def _merge(look: _Look, row: Row, last: Row, at: int) -> Ticked:
    table, state = look.table, look.before
    while state.row < last.index:
        state = dropped(state, table.rows[state.row], at)
    occurrences = tuple(range(row.occurrence, last.occurrence))
    return _act(look, state, schedule_row(table, state, last), at, (Merged(occurrences),))
