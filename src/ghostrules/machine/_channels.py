"""Which effects of a row can be carried out: preference orders, missing details, `never` (L26)."""

from ghostrules.effects import Effect
from ghostrules.machine._changes import NONE, Changes
from ghostrules.machine._reports import attempt_of
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table


def chosen(state: State, row: Row) -> Row:
    """Give a row with the alternative that its present attempt takes."""
    if not row.alternatives:
        return row
    orders = (row, *row.alternatives)
    possible = [one for one in orders if is_possible(state.changes, _varying(row, one))] or [row]
    return possible[(attempt_of(state.reports, row.index) - 1) % len(possible)]


def current(table: Table, state: State) -> Row:
    """Give the row whose turn it is, with the alternative that its present attempt takes."""
    return chosen(state, table.rows[state.row])


def _varying(row: Row, one: Row) -> Effect:
    """Give the effect at the place where alternatives differ."""
    position = next(effect.position for effect in row.effects if effect.effect.fallbacks)
    return one.effects[position].effect


def is_possible(changes: Changes, effect: Effect) -> bool:
    """Tell whether the client can get an effect: the detail is known, the kind is not barred."""
    if changes is NONE:
        return True
    kind, known = effect.kind, changes.details
    return effect.name not in changes.never and (
        known is None or kind.detail is None or kind.detail in known
    )


def lacking(state: State, row: Row) -> str | None:
    """Give the detail for want of which nothing that counts in a row can be carried out."""
    if state.changes is NONE:
        return None
    counting = [one.effect for one in row.effects if one.effect.kind.counts]
    if not counting or any(is_possible(state.changes, effect) for effect in counting):
        return None
    return counting[0].kind.detail or counting[0].name
