"""How a state moves on: each function gives the state after one thing has happened.

None of them knows the next due instant; `wait` sets it last. States are made of all their items
in order: that costs a fifth of `_replace`.
"""

from ghostrules.machine._changes import NONE, Changes
from ghostrules.machine._reports import NOTHING, Begun, Reports, attempt_of
from ghostrules.machine._state import ENDED, State, new_state
from ghostrules.machine._table import Row


def acted(state: State, row: Row, groups: int, at: int) -> State:
    """Give the state after groups of effects (as bits) of the current row have acted.

    With the last of them the row has happened: at its last adverse or client-reaching effect.
    """
    counted, reached = _reached(state, row, groups, at)
    done = state.done | groups
    if done != row.everything:
        return _standing(state, done, at, counted, reached, state.reports)
    return _completed(state, row, at, at if counted is None else counted, reached)


def asked(state: State, row: Row, groups: int, at: int) -> State:
    """Give the state after groups of the current row acted, of which a person performs one."""
    counted, reached = _reached(state, row, groups, at)
    reports = state.reports._replace(asked_at=at) if groups & row.live else state.reports
    return _standing(state, state.done | groups, at, counted, reached, reports)


def performed(state: State, row: Row, at: int | None) -> State:
    """Give the state after a person did the current row: then, or when it was asked for."""
    reports, reached = state.reports, state.reached_at
    assert reports.asked_at is not None
    counted = reports.asked_at if state.counted_at is None else state.counted_at
    if at is not None:
        counted = max(counted, at)
        reaches = any(group.bit == row.live and group.reaches_client for group in row.groups)
        reached = counted if reaches else reached
    if state.done != row.everything:
        return state._replace(
            counted_at=counted,
            reached_at=reached,
            reports=reports._replace(done_at=reports.asked_at if at is None else at),
        )
    return _completed(state, row, counted, counted, reached)


def completed(state: State, row: Row) -> State:
    """Give the state after the last effects of a row acted that a person has reported as done."""
    asked_at = state.reports.asked_at
    happened = state.counted_at or asked_at or state.since_at
    return _completed(state, row, state.since_at, happened, state.reached_at)


def _reached(state: State, row: Row, groups: int, at: int) -> tuple[int | None, int | None]:
    counted, reached = state.counted_at, state.reached_at
    for group in row.groups:
        if groups & group.bit:
            counted = at if group.counts else counted
            reached = at if group.reaches_client else reached
    return counted, reached


def _completed(state: State, row: Row, at: int, happened: int, reached: int | None) -> State:
    dropped = state.dropped & ~(1 << row.index)
    return _beyond(state, row, at, happened, dropped, *_contact(state, row.index, reached))


def _contact(state: State, row: int, reached: int | None) -> tuple[int | None, int]:
    """Give the last contact after a row has reached the client, if it has."""
    last = state.contact_at
    if reached is None or (last is not None and last > reached):
        return last, state.contact_row
    return reached, row


def looked_late(state: State, at: int) -> State:
    """Give the state after a look that came too late for anything to act."""
    return _standing(state, state.done, at, state.counted_at, state.reached_at, state.reports)


def dropped(state: State, row: Row, at: int) -> State:
    """Give the state after the effects of the current row were dropped: it happens `at`.

    What had gone out of it already was a contact all the same.
    """
    bits = state.dropped | 1 << row.index
    if not was_asked(state, row):
        return _beyond(state, row, at, at, bits, state.contact_at, state.contact_row)
    reports = state.reports._replace(abandoned=state.reports.abandoned | 1 << row.index)
    left = state._replace(reports=reports)
    return _beyond(left, row, at, at, bits, *_contact(state, row.index, state.reached_at))


def before_acting(state: State) -> State:
    """Give the state before anything of the current row was done or looked for."""
    reports = state.reports
    if reports.begun:
        reports = reports._replace(begun=())
    return state._replace(
        done=0, since_at=state.last_at, counted_at=None, reached_at=None, reports=reports
    )


def ended(state: State, outcome: str, at: int) -> State:
    """Give the state of a case that has ended; what reactions had still to do is called off."""
    changes = state.changes
    if changes.responses:
        changes = changes._replace(responses=())
    return new_state((*state[:7], ENDED, None, outcome, at, *state[11:24], changes, None))


def looked(state: State, at: int) -> State:
    """Give a state that remembers its last look, before which no other counts (L16)."""
    return new_state((*state[:17], at, *state[18:]))


def reported(state: State, reports: Reports) -> State:
    """Give a state with other reports, of which nothing that is next depends."""
    return new_state((*state[:23], reports, *state[24:]))


def wait(state: State, due: int | None) -> State:
    """Give a state its next due instant, the moment before it is handed out."""
    return new_state((*state[:-1], due))


def _standing(
    state: State,
    done: int,
    since_at: int,
    counted_at: int | None,
    reached_at: int | None,
    reports: Reports,
) -> State:
    return new_state(
        (
            *state[:12],
            done,
            *state[13:16],
            since_at,
            state.looked_at,
            counted_at,
            reached_at,
            *state[20:23],
            reports,
            state.changes,
            None,
        ),
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
    happened = _kept(state, row, happened_at)
    index = first_open(happened)
    reports = state.reports
    if reports is not NOTHING:
        reports = _awaiting(reports, Begun(index))
    changes = state.changes if state.changes is NONE else _past(state.changes, last_at)
    after = new_state(
        (
            *state[:11],
            index,
            0,
            dropped,
            happened,
            last_at,
            last_at,
            state.looked_at,
            None,
            None,
            contact_at,
            contact_row,
            state.pauses,
            reports,
            changes,
            None,
        ),
    )
    if index == row.index + 1 and not reports.begun:
        return after
    after = _taken_up(after)  # an earlier step was done again, and others have happened since
    return after if index < row.index else after._replace(last_at=max(last_at, after.last_at))


def first_open(happened: tuple[int | None, ...]) -> int:
    """Give the first row that has not happened, whose turn it is (L13)."""
    return happened.index(None) if None in happened else len(happened)


def in_turn(state: State) -> State:
    """Give the turn to the first row that has not happened; what was begun of another waits."""
    index = first_open(state.happened)
    return state if index == state.row else turned(state, index)


def turned(state: State, index: int) -> State:
    """Give the turn to another row, as far as it was done; what was done of this one waits."""
    here, begun = progress(state, state.row), state.reports.begun
    if here != Begun(state.row):
        begun = tuple(sorted((*begun, here)))
    contact_at, contact_row = _contact(state, state.row, state.reached_at)
    return _taken_up(
        state._replace(
            row=index,
            contact_at=contact_at,
            contact_row=contact_row,
            reports=state.reports._replace(begun=begun),
        )
    )


def _taken_up(state: State) -> State:
    """Give the state of a case whose next row was perhaps begun already, and waited."""
    begun = {one.row: one for one in state.reports.begun}
    there = begun.pop(state.row, Begun(state.row))
    reports = state.reports._replace(begun=tuple(begun.values()))
    last_at = max(at for at in (state.started_at, *state.happened[: state.row]) if at is not None)
    return state._replace(
        done=there.done,
        last_at=last_at,
        since_at=last_at,
        counted_at=there.counted_at,
        reached_at=there.reached_at,
        reports=_awaiting(reports, there),
    )


def progress(state: State, index: int) -> Begun:
    """Give what was done of a row that has not happened."""
    reports = state.reports
    if index != state.row:
        return next((one for one in reports.begun if one.row == index), Begun(index))
    return Begun(
        index,
        state.done,
        state.counted_at,
        state.reached_at,
        reports.asked_at,
        reports.done_at,
        reports.overdue,
        reports.draft_at,
        reports.confirmed_at,
    )


def _awaiting(reports: Reports, there: Begun) -> Reports:
    """Give the reports with what is awaited of the row whose turn it is."""
    reports = reports._replace(
        asked_at=there.asked_at,
        done_at=there.done_at,
        overdue=there.overdue,
        draft_at=there.draft_at,
        confirmed_at=there.confirmed_at,
    )
    return NOTHING if reports == NOTHING else reports


def done_of(state: State, row: Row) -> int:
    """Give the groups of a row that has not happened which have acted (as bits)."""
    return state.done if row.index == state.row else progress(state, row.index).done


def has_begun(state: State, row: Row) -> bool:
    """Tell whether a part of the present attempt at a row was asked for."""
    done = done_of(state, row)
    return bool(done & row.retried if attempt_of(state.reports, row.index) > 1 else done)


def was_asked(state: State, row: Row) -> bool:
    """Tell whether anything of a row that has not happened was asked for, in any attempt."""
    return bool(done_of(state, row)) or attempt_of(state.reports, row.index) > 1


def _past(changes: Changes, at: int) -> Changes:
    """Give the changes after a row has happened: what it was bound by is over."""
    if changes.changed_at is None or changes.changed_at > at:
        return changes
    past = changes._replace(changed_at=None)
    return NONE if past == NONE else past


def _kept(state: State, row: Row, at: int) -> tuple[int | None, ...]:
    happened = list(state.happened)
    happened[row.index] = at
    return tuple(happened)
