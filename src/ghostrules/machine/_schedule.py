"""When the next row acts, and why: derived anew from policy, calendars and state."""

from attrs import frozen

from ghostrules.calendars import from_micros
from ghostrules.machine._because import because
from ghostrules.machine._falls import Span, falls, source_point
from ghostrules.machine._floors import bounds
from ghostrules.machine._origins import deadline, happened, is_dropped
from ghostrules.machine._place import place
from ghostrules.machine._progress import begun, completed, past
from ghostrules.machine._reasons import Reason, ResponseWindow
from ghostrules.machine._settle import Settled, settle
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table


@frozen(eq=False)
class Schedule:
    """The next look at a case: the row that acts (none: the case ends), when, and why.

    `slots` gives the instant of every group of effects that is still to act, by its number.
    """

    row: Row | None
    due: int
    slots: dict[int, int]
    reasons: tuple[Reason, ...]


def schedule(table: Table, state: State) -> Schedule:
    """Give the next look at an open case."""
    if state.row == len(table.rows):
        return _end(table, state)
    row = table.rows[state.row]
    planned = None if row.target is None else planned_target(table, state, row.target)
    point = source_point(table, state, row, planned)
    span = falls(table, row, point)
    settled = _settle_groups(table, state, row, span)
    first = min(settled, key=lambda number: settled[number].at)
    reasons = because(table, row, row.groups[first], point, span, settled[first], planned)
    slots = {number: one.at for number, one in settled.items()}
    return Schedule(row, slots[first], slots, reasons)


def planned_target(table: Table, state: State, target: int) -> int:
    """Give the planned instant of a later row: the silent path without what counts back (L11)."""
    while state.row < target:
        row = table.rows[state.row]
        state = past(state) if row.target is not None else _projected(table, state, row)
    return schedule(table, state).due


def own_moment(table: Table, state: State, row: Row) -> int:
    """Give the moment that the rule of a row alone would choose, whatever holds it back."""
    point = source_point(table, state, row, None)
    span = falls(table, row, point)
    return min(place(table.client, row, group.slots, span) for group in row.groups)


def has_open_end(table: Table, state: State) -> bool:
    """Tell whether the last row granted a window, which has to pass before the case ends (L13)."""
    last = table.rows[-1]
    return last.window is not None and not is_dropped(state, last)


def _settle_groups(table: Table, state: State, row: Row, span: Span) -> dict[int, Settled]:
    held = bounds(table, state, row)
    return {
        number: settle(table.client, row, group.slots, span, held)
        for number, group in enumerate(row.groups)
        if not state.done >> number & 1
    }


def _projected(table: Table, state: State, row: Row) -> State:
    slots = schedule(table, state).slots
    for number in sorted(slots, key=slots.__getitem__):
        state = begun(state, row, 1 << number, slots[number])
    return completed(state, row, max(slots.values()))


def _end(table: Table, state: State) -> Schedule:
    last = table.rows[-1]
    assert last.window is not None
    end = deadline(table, last, happened(state, last))
    reason = ResponseWindow(last.step, last.window, from_micros(end.at))
    return Schedule(None, end.at, {}, (reason,))
