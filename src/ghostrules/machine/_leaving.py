"""Which rows are left out when they are due, and why: by a person, a condition, a lack (L13)."""

from ghostrules.conditions import holds, write
from ghostrules.machine._channels import lacking
from ghostrules.machine._facts import lookup
from ghostrules.machine._progress import has_begun
from ghostrules.machine._reasons import ConditionUnmet, DetailMissing, Reason, SkippedBy
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table


def left_out(table: Table, state: State, row: Row) -> Reason | None:
    """Give the reason why a row is left out in this case, if it is."""
    if state.begun.done and has_begun(state, row):
        return None
    if state.changes.skips:
        skipped = _skipped(table, state, row)
        if skipped is not None:
            return skipped
    if row.conditions:
        unmet = _unmet(table, state, row)
        if unmet is not None:
            return unmet
    lack = lacking(state, row)
    return None if lack is None else DetailMissing(lack)


def _skipped(table: Table, state: State, row: Row) -> SkippedBy | None:
    """A person's skip takes the notices of a step along with it, and the notices of those."""
    steps, target = [row.step], row.source.target
    while target is not None:
        steps.append(table.rows[target].step)
        target = table.rows[target].source.target
    for skip in state.changes.skips:
        if skip.step in steps:
            return SkippedBy(skip.step, skip.by, skip.why)
    return None


def _unmet(table: Table, state: State, row: Row) -> ConditionUnmet | None:
    find = lookup(table, state)
    for condition, wanted in row.conditions:
        if holds(condition, find) is not wanted:
            return ConditionUnmet(write(condition), wanted)
    return None
