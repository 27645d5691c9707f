"""Whose turn it is: the client replies, we answer (L14)."""

from typing import Any

from ghostrules.events import By
from ghostrules.machine._holds import ANSWERED, Hold, Pauses, new_pauses, with_hold
from ghostrules.machine._origins import took_effect
from ghostrules.machine._pausing import goes_on, new_round, stopped_at, touched, with_pauses
from ghostrules.machine._state import CLIENTS, HELD, LONE, OURS, State, Status, Turn
from ghostrules.machine._table import Table
from ghostrules.policy import AfterAnswer


def replied(_table: Table, state: State, _event: Any, at: int) -> State:  # noqa: ANN401 - any reply
    """Give the turn to us, unless the reply is older than our last answer or the start (L20)."""
    old = state.pauses
    is_answered = old.answered_at is not None and at <= old.answered_at
    if is_answered or at < state.started_at:
        return state
    if state.turn is OURS:
        return _since_earlier(state, at)
    pauses = new_pauses(
        (
            old.spans,
            stopped_at(old, at),
            old.holds,
            at,
            *old[4:9],
            old.turns + 1,
            False,
            old.released,
        ),
    )
    return with_pauses(state, pauses, state.status, OURS)


def _since_earlier(state: State, at: int) -> State:
    """Count our turn from a reply that is older than the one that gave it to us (L20)."""
    pauses = state.pauses
    if pauses.replied_at is None or at >= pauses.replied_at:
        return state
    pauses = pauses._replace(since=stopped_at(pauses, at), replied_at=at)
    return with_pauses(state, pauses, state.status, state.turn)


def answered(table: Table, state: State, _event: Any, at: int) -> State:  # noqa: ANN401 - an event
    """Give the turn back, as `after_answer` says; what we say in their turn is a contact."""
    pauses = state.pauses
    since = pauses.replied_at if state.turn is OURS else pauses.answered_at
    if since is not None and (at < since or (at == since and state.turn is not OURS)):
        return state
    if state.turn is OURS:
        return _given_back(table, state, at)
    resumed = max(at, pauses.resumed_at or at)
    written = pauses._replace(answered_at=at, resumed_at=resumed)
    return _after_contact(state, written, state.status, state.turn, at)


def _given_back(table: Table, state: State, at: int) -> State:
    then, holds = after_answer(table, state), state.pauses.holds
    if then is AfterAnswer.WAIT:
        holds = with_hold(holds, Hold(By.PERSON, at, None, ANSWERED))
    old = state.pauses
    resumed = max(at, old.resumed_at or at, old.released_at or at)
    parts = (old.spans, old.since, holds, old.replied_at, at, old.released_at, resumed, *old[7:])
    pauses = new_pauses(parts)
    if holds:
        after = _after_contact(state, pauses, HELD, CLIENTS, at)
    else:
        after = goes_on(state, max(at, old.released_at or at), pauses)
    return new_round(table, after, at) if then is AfterAnswer.RESTART else after


def _after_contact(
    state: State, pauses: Pauses, status: Status, turn: Turn | None, at: int
) -> State:
    last = state.contact_at
    if last is not None and (last > at or (last == at and state.contact_row != LONE)):
        return with_pauses(state, pauses, status, turn)
    return touched(state, pauses, status, turn, at, LONE)


def after_answer(table: Table, state: State) -> AfterAnswer:
    """Tell how an answer gives the turn back: in a late stage the ladder is not begun again."""
    if table.policy.after_answer is not None:
        return table.policy.after_answer
    is_late = any(row.late_stage and took_effect(state, row) for row in table.rows)
    return AfterAnswer.CONTINUE if is_late else AfterAnswer.RESTART
