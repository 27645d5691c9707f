"""How the clock of a case comes to stand and goes on again: turns, holds, rounds (L14, L18)."""

from ghostrules.machine._changes import NONE
from ghostrules.machine._holds import ANSWERED, Hold, Pauses, including, new_pauses
from ghostrules.machine._progress import first_open, turned
from ghostrules.machine._reports import Reports, or_nothing
from ghostrules.machine._state import (
    CLIENTS,
    HELD,
    LONE,
    OPEN,
    OURS,
    THE_START,
    State,
    Status,
    Turn,
    new_state,
)
from ghostrules.machine._table import Table
from ghostrules.policy import OnResume


def stopped_at(pauses: Pauses, at: int) -> int:
    """Give the instant since which the clock stands if it stops `at`, or stood already."""
    return at if pauses.since is None else min(pauses.since, at)


def with_pauses(state: State, pauses: Pauses, status: Status, turn: Turn | None) -> State:
    """Give a state with other pauses."""
    return new_state((*state[:7], status, turn, *state[9:19], pauses, *state[20:23], None))


def touched(
    state: State,
    pauses: Pauses,
    status: Status,
    turn: Turn | None,
    contact_at: int | None,
    contact_row: int,
) -> State:
    """Give a state with other pauses, and another last contact."""
    return new_state(
        (
            *state[:7],
            status,
            turn,
            *state[9:17],
            contact_at,
            contact_row,
            pauses,
            *state[20:23],
            None,
        ),
    )


def held(state: State, holds: tuple[Hold, ...], at: int) -> State:
    """Give the state of a case that is held."""
    old = state.pauses
    pauses = new_pauses((old.spans, stopped_at(old, at), holds, *old[3:]))
    return with_pauses(state, pauses, HELD, state.turn)


def goes_on(state: State, at: int, pauses: Pauses) -> State:
    """Give the state of a case whose clock runs again from `at`; the time before counts as held."""
    since = at if pauses.since is None else pauses.since
    resumed = at if pauses.resumed_at is None else max(pauses.resumed_at, at)
    pauses = pauses._replace(
        spans=including(pauses.spans, since, at),
        since=None,
        holds=(),
        resumed_at=resumed,
        absent_until=_unless_over(pauses.absent_until, at),
    )
    is_later = state.contact_at is not None and state.contact_at > at
    return state._replace(
        status=OPEN,
        turn=CLIENTS,
        outcome=None,
        ended_at=None,
        contact_at=state.contact_at if is_later else at,
        contact_row=state.contact_row if is_later else LONE,
        pauses=pauses,
        due_at=None,
    )


def _unless_over(until: int | None, at: int) -> int | None:
    return until if until is not None and until > at else None


def in_touch(state: State, at: int, row: int) -> State:
    """Give the state after a contact with the client, or what counts as one (L13).

    Of contacts at one instant that of a step counts: a later step may count from it.
    """
    last = state.contact_at
    if last is not None and (last > at or (last == at and row == LONE)):
        return state
    return state._replace(contact_at=at, contact_row=row)


def released(table: Table, state: State, at: int, pauses: Pauses) -> State:
    """Give the state after all holds have ended, as `on_resume` says.

    A case that stood still only since our answer goes on where it was (L14).
    """
    pauses = pauses._replace(released_at=at)
    if state.turn is OURS:
        return with_pauses(state, pauses._replace(holds=()), OPEN, state.turn)
    after = goes_on(state, at, pauses)
    restarts = table.policy.on_resume is OnResume.RESTART
    if restarts and any(hold.cause != ANSWERED for hold in state.holds):
        return new_round(table, after, at)
    return after


def new_round(table: Table, state: State, at: int) -> State:
    """Begin again what counts from the start; what counts from a fact stays happened (L14)."""
    after = _round(state, at, table.repeated)
    if after.contact_row not in (LONE, THE_START):
        return after
    return after._replace(contact_row=THE_START if after.contact_at == at else LONE)


def _round(state: State, at: int, repeated: int) -> State:
    """Give the state with only the rows that are not repeated, at the first that is to be done."""
    state = turned(state, len(state.happened))  # what was begun of a step that stays is kept
    happened = tuple(
        None if repeated >> index & 1 else one for index, one in enumerate(state.happened)
    )
    changes = state.changes._replace(
        finished=state.changes.finished and None not in happened,
        moves=tuple(
            move for move in state.changes.moves if move.row is None or not repeated >> move.row & 1
        ),
    )
    after = state._replace(
        round=state.round + 1,
        started_at=at,
        dropped=state.dropped & ~repeated,
        happened=happened,
        reports=_staying(state, repeated),
        changes=NONE if changes == NONE else changes,
        changed_at=None,
    )
    return turned(after, first_open(happened))._replace(last_at=at)


def gone_to(state: State, row: int, at: int) -> State:
    """Go on with a row: those between are left out, those after are done again."""
    if row == state.row:
        return state
    repeated = -1 << row
    if row < state.row:
        return _round(state, at, repeated)._replace(started_at=state.started_at)
    between = sum(1 << index for index in range(row) if state.happened[index] is None)
    state = turned(state, len(state.happened))
    reports = _staying(state, repeated)
    left = sum(1 << one for one, begun in reports.waiting if begun.done)
    after = state._replace(
        dropped=(state.dropped | between) & ~repeated,
        happened=tuple(
            None if index >= row else at if one is None else one
            for index, one in enumerate(state.happened)
        ),
        reports=reports._replace(waiting=(), abandoned=reports.abandoned | left),
    )
    return turned(after, row)


def _staying(state: State, repeated: int) -> Reports:
    """Keep the reports of rows that are not repeated, and which of the others were asked for."""
    reports = state.reports
    asked = sum(1 << index for index, at in enumerate(state.happened) if at is not None)
    asked &= ~state.dropped
    asked |= sum(1 << one for one, begun in reports.waiting if begun.done)
    asked |= sum(1 << one.row for one in reports.attempts if not asked >> one.row & 1)
    stays = ~repeated
    kept = Reports(
        attempts=tuple(one for one in reports.attempts if stays >> one.row & 1),
        performed=tuple(one for one in reports.performed if stays >> one[0] & 1),
        delivered=tuple(one for one in reports.delivered if stays >> one[0] & 1),
        failed=tuple(one for one in reports.failed if stays >> one[0] & 1),
        opened=reports.opened & stays,
        bounced=reports.bounced & stays,
        fallen=reports.fallen & stays,
        arrived=reports.arrived & stays,
        results=tuple(one for one in reports.results if stays >> one[0] & 1),
        abandoned=asked & repeated | reports.abandoned,
        waiting=tuple(one for one in reports.waiting if stays >> one[0] & 1),
    )
    return or_nothing(kept)


def closed(state: State, at: int) -> Pauses:
    """Give the pauses of a case whose end is undone: the time between counts as a hold (L15)."""
    assert state.ended_at is not None
    return state.pauses._replace(since=min(state.ended_at, at))
