"""How a case ends with a step: by its outcome, or in silence after the last (L13)."""

from ghostrules.machine._progress import ended
from ghostrules.machine._schedule import has_open_end
from ghostrules.machine._state import ENDED, OPEN, State
from ghostrules.machine._table import Row, Table

SILENT = "silent"


def over(table: Table, before: State, after: State, at: int) -> State:
    """End a case whose last step has happened by what was told, or assumed."""
    if after.round != before.round or after.status is ENDED:
        return after
    stands = after.status is not OPEN or after.pauses.since is not None
    for row in table.rows:
        if before.happened[row.index] is None and after.happened[row.index] is not None:
            outcome = outcome_of(table, after, row, at, stands=stands)
            if outcome is not None:
                return ended(after, outcome, max(at, after.last_at))
    return after


def outcome_of(
    table: Table, state: State, row: Row, at: int, *, stands: bool = False
) -> str | None:
    """Give how the case ends after a row had its turn, if it does; not in silence if it stands."""
    if state.row == row.index:
        return None
    if row.outcome is not None and not state.dropped >> row.index & 1:
        return row.outcome
    is_last = state.row == len(table.rows)
    return SILENT if is_last and not stands and not has_open_end(table, state, at) else None
