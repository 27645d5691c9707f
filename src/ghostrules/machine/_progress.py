"""How a state moves on: each function gives the state after one thing has happened.

None of them knows the next due instant; `wait` sets it last. States are built by their
constructor: it costs a third of `attrs.evolve`.
"""

from attrs import evolve

from ghostrules.machine._state import State, Status
from ghostrules.machine._table import Row


def begun(state: State, row: Row, groups: int, at: int) -> State:
    """Give the state after groups of effects (as bits) of the current row have acted."""
    acted = [group for number, group in enumerate(row.groups) if groups >> number & 1]
    counted = at if any(group.counts for group in acted) else state.counted_at
    reached = at if any(group.reaches_client for group in acted) else state.reached_at
    done = state.done | groups
    return _standing(state, done, state.since_at, state.planned_at, counted, reached)


def looked_late(state: State, at: int) -> State:
    """Give the state after a look that came too late for anything to act."""
    planned = state.due_at if state.planned_at is None else state.planned_at
    return _standing(state, state.done, at, planned, state.counted_at, state.reached_at)


def completed(state: State, row: Row, at: int) -> State:
    """Give the state after the last effect of the current row has acted `at`."""
    happened = at if state.counted_at is None else state.counted_at
    contact_at, contact_row = state.contact_at, state.contact_row
    if state.reached_at is not None:
        contact_at, contact_row = state.reached_at, row.index
    return _beyond(state, row, at, happened, state.dropped, contact_at, contact_row)


def dropped(state: State, row: Row, at: int) -> State:
    """Give the state after the effects of the current row were dropped: it happens `at`."""
    bits = state.dropped | 1 << row.index
    return _beyond(state, row, at, at, bits, state.contact_at, state.contact_row)


def merged(state: State, row: Row, at: int) -> State:
    """Give the state after the current row was merged into a later occurrence, which keeps its place."""
    beyond = dropped(state, row, at)
    return evolve(
        beyond, last_at=state.last_at, since_at=state.since_at, planned_at=state.planned_at
    )


def ended(state: State, outcome: str, at: int) -> State:
    """Give the state of a case that has ended."""
    return evolve(
        state, status=Status.ENDED, turn=None, outcome=outcome, ended_at=at, due_at=None
    )


def past(state: State) -> State:
    """Give the state as if the current row were not there: how a target is planned (L11)."""
    return evolve(state, row=state.row + 1)


def wait(state: State, due: int) -> State:
    """Give the state with its next due instant."""
    return State(
        state.version,
        state.policy,
        state.calendars,
        state.case,
        state.round,
        state.started_at,
        state.facts,
        state.status,
        state.turn,
        state.outcome,
        state.ended_at,
        due,
        state.row,
        state.done,
        state.dropped,
        state.happened,
        state.last_at,
        state.since_at,
        state.planned_at,
        state.counted_at,
        state.reached_at,
        state.contact_at,
        state.contact_row,
    )


def _standing(
    state: State,
    done: int,
    since_at: int,
    planned_at: int | None,
    counted_at: int | None,
    reached_at: int | None,
) -> State:
    return State(
        state.version,
        state.policy,
        state.calendars,
        state.case,
        state.round,
        state.started_at,
        state.facts,
        state.status,
        state.turn,
        state.outcome,
        state.ended_at,
        None,
        state.row,
        done,
        state.dropped,
        state.happened,
        state.last_at,
        since_at,
        planned_at,
        counted_at,
        reached_at,
        state.contact_at,
        state.contact_row,
    )


def _beyond(
    state: State,
    row: Row,
    last_at: int,
    happened_at: int,
    dropped: int,
    contact_at: int | None,
    contact_row: int,
) -> State:
    return State(
        state.version,
        state.policy,
        state.calendars,
        state.case,
        state.round,
        state.started_at,
        state.facts,
        state.status,
        state.turn,
        state.outcome,
        state.ended_at,
        None,
        state.row + 1,
        0,
        dropped,
        _kept(state, row, happened_at),
        last_at,
        last_at,
        None,
        None,
        None,
        contact_at,
        contact_row,
    )


def _kept(state: State, row: Row, at: int) -> tuple[int | None, ...]:
    if row.slot is None:
        return state.happened
    return (*state.happened[: row.slot], at, *state.happened[row.slot + 1 :])
