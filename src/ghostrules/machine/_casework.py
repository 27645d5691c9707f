"""What persons decide for one case: skip or move a step, call it off, undo its end (A5, L15)."""

from datetime import date, datetime
from typing import Any

from ghostrules.calendars import to_micros
from ghostrules.errors import EventError
from ghostrules.events import Moved, Skipped
from ghostrules.machine._changes import Move, Skip
from ghostrules.machine._holds import is_ours
from ghostrules.machine._pausing import closed, goes_on, with_pauses
from ghostrules.machine._progress import (
    dropped,
    has_begun,
    progress,
    told_to_end,
    turned,
    was_asked,
)
from ghostrules.machine._reporting import rows_of
from ghostrules.machine._state import CLIENTS, ENDED, HELD, OPEN, OURS, State
from ghostrules.machine._table import Row, Table
from ghostrules.phrases import phrase


def skip(table: Table, state: State, event: Skipped, at: int) -> State:
    """Leave a step out of this case, with all occurrences that are still to come."""
    return skipped(table, state, Skip(event.step, event.by, event.why), at)


def skipped(table: Table, state: State, new: Skip, at: int) -> State:
    """Give the state in which a step is left out, what is outstanding of it at once."""
    rows = rows_of(table, new.step)
    if new in state.changes.skips:
        return state
    others = tuple(one for one in state.changes.skips if one.step != new.step)
    after = state._replace(changes=state.changes._replace(skips=(*others, new)))
    for row in rows:
        if state.happened[row.index] is None and _is_under_way(state, row):
            after = dropped(turned(after, row.index), row, at)
    return after


def _is_under_way(state: State, row: Row) -> bool:
    """Tell whether a step was asked for, or is a draft."""
    begun = progress(state, row.index)
    is_draft = begun.draft_at is not None or begun.confirmed_at is not None
    return is_draft or was_asked(state, row)


def move(table: Table, state: State, event: Moved, _at: int) -> State:
    """Move the next occurrence of a step of this case to an instant or a date."""
    to = _place(event.to)
    told = (event.step, to, event.by, event.why)
    if any((one.step, one.to, one.by, one.why) == told for one in state.changes.moves):
        return state
    row = remaining(table, state, event.step)
    new = Move(*told, row.index)
    others = tuple(one for one in state.changes.moves if one.row != row.index)
    changes = state.changes._replace(moves=(*others, new))
    return state._replace(changes=changes)


def _place(to: date | str) -> int | date:
    assert not isinstance(to, str)
    return to_micros(to) if isinstance(to, datetime) else to


def remaining(table: Table, state: State, step: str) -> Row:
    """Give the next occurrence of a step that can be moved."""
    for row in rows_of(table, step):
        if state.happened[row.index] is None and not has_begun(state, row):
            return row
    raise EventError(phrase("`{step}` cannot be moved, it has happened already", step=step))


def cancel(table: Table, state: State, _event: Any, at: int) -> State:  # noqa: ANN401 - an event
    """Call the case off."""
    return told_to_end(state, table.ends.get("cancelled", "cancelled"), at)


def undo(table: Table, state: State, _event: Any, at: int) -> State:  # noqa: ANN401 - an event
    """Let a case that has ended go on where it was; the time between counts as a hold (L15)."""
    if at == state.changes.undone_at:
        return state
    if state.status is not ENDED:
        raise EventError(phrase("`undone` is told of a case that has not ended"))
    return reopened(table, state, at)


def reopened(table: Table, state: State, at: int) -> State:
    """Give the state of a case whose end is undone."""
    finished = state.row == len(table.rows)
    changes = state.changes._replace(undone_at=at, finished=finished)
    state = state._replace(changes=changes)
    old, after = state.pauses, goes_on(state, at, closed(state, at))
    if old.since is None:
        return after
    pauses = after.pauses._replace(since=old.since, holds=old.holds)
    turn = OURS if is_ours(old) else CLIENTS
    return with_pauses(after, pauses, HELD if old.holds else OPEN, turn)
