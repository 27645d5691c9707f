"""How a case ends with a step: by its outcome, or in silence after the last (L13)."""

from ghostrules.machine._schedule import has_open_end
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table

SILENT = "silent"


def outcome_of(table: Table, state: State, row: Row, at: int) -> str | None:
    """Give how the case ends after a row had its turn, if it does."""
    if state.row == row.index:
        return None
    if row.outcome is not None and not state.dropped >> row.index & 1:
        return row.outcome
    is_last = state.row == len(table.rows)
    return SILENT if is_last and not has_open_end(table, state, at) else None
