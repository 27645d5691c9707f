"""What persons tell about a step: done with a result, confirmed, dropped."""

from ghostrules.errors import EventError
from ghostrules.events import Confirmed, Done, Dropped
from ghostrules.machine._channels import current
from ghostrules.machine._progress import dropped, in_turn, performed, progress, turned
from ghostrules.machine._reporting import may_have_been_asked, moved_later, rows_of
from ghostrules.machine._reports import Reports
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.phrases import phrase


def done(table: Table, state: State, event: Done, at: int) -> State:
    """A step that a person was asked to do has happened; the result is a fact."""
    row = _asked(table, state, event.step)
    if row is None:
        return state
    if state.happened[row.index] is not None:
        return moved_later(table, with_result(state, row, event.result), row, at)
    there = state if row.index == state.row else turned(state, row.index)
    after = in_turn(performed(there, current(table, there), at))
    return with_result(after, row, event.result)


def _asked(table: Table, state: State, step: str) -> Row | None:
    """Give the last occurrence of a step that a person was asked for, unless it was left out."""
    known = [row for row in rows_of(table, step) if row.live]
    rows = [row for row in known if _is_asked(state, row)]
    if known and not rows and may_have_been_asked(state, known):
        return None
    if not rows:
        raise EventError(
            phrase("`{step}` is reported as done, and nobody was asked to do it", step=step)
        )
    return rows[-1]


def _is_asked(state: State, row: Row) -> bool:
    if state.happened[row.index] is None:
        return progress(state, row.index).asked_at is not None
    return not state.dropped >> row.index & 1


def with_result(state: State, row: Row, result: str | None) -> State:
    """Give the state with what was reported of a row."""
    if result is None or dict(state.reports.results).get(row.index) == result:
        return state
    results = dict(state.reports.results) | {row.index: result}
    told = tuple(sorted(results.items()))
    return state._replace(reports=state.reports._replace(results=told))


def confirm(table: Table, state: State, event: Confirmed, at: int) -> State:
    """Release a draft: it goes out at the next admissible moment."""
    row = _drafted(table, state, event.step, "confirmed", at)
    if row is None:
        return state
    there = state if row.index == state.row else turned(state, row.index)
    reports = _decided(there.reports, row, at, "confirmed")
    confirmed = max(at, there.begun.draft_at or at)
    begun = there.begun._replace(draft_at=None, confirmed_at=confirmed)
    return in_turn(there._replace(begun=begun, reports=reports))


def drop(table: Table, state: State, event: Dropped, at: int) -> State:
    """Leave a draft out."""
    row = _drafted(table, state, event.step, "dropped", at)
    if row is None:
        return state
    there = state if row.index == state.row else turned(state, row.index)
    return dropped(there._replace(reports=_decided(there.reports, row, at, "dropped")), row, at)


def _decided(reports: Reports, row: Row, at: int, what: str) -> Reports:
    others = tuple(one for one in reports.decided if one[0] != row.index)
    return reports._replace(decided=tuple(sorted((*others, (row.index, at, what)))))


def _drafted(table: Table, state: State, step: str, what: str, at: int) -> Row | None:
    """Give the row that is a draft; none if this very event has decided it already (L16)."""
    rows = {row.index: row for row in rows_of(table, step) if row.confirm}
    for row in rows.values():
        if state.happened[row.index] is None and progress(state, row.index).draft_at is not None:
            return row
    told = [row for row, decided, word in state.reports.decided if (decided, word) == (at, what)]
    if any(index in rows for index in told):
        return None
    if what == "dropped":
        raise EventError(
            phrase("`{step}` is dropped, and is no draft that waits for it", step=step)
        )
    raise EventError(phrase("`{step}` is confirmed, and is no draft that waits for it", step=step))
