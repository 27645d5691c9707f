"""How a state moves on: each function gives the state after one thing has happened.

None of them knows the next due instant; `wait` sets it last. States are made of all their items
in order: that costs a fifth of `_replace`.
"""

from operator import itemgetter

from ghostrules.machine._begun import UNTOUCHED, Begun
from ghostrules.machine._reports import Reports, attempt_of, or_nothing
from ghostrules.machine._state import ENDED, State, new_state
from ghostrules.machine._table import Row


def acted(state: State, row: Row, groups: int, at: int) -> State:
    """Give the state after groups of effects (as bits) of the current row have acted.

    With the last of them the row has happened: at its last adverse or client-reaching effect.
    """
    begun = _advanced(state.begun, row, groups, at)
    if begun.done != row.everything:
        return _standing(state, begun)
    happened = at if begun.counted_at is None else begun.counted_at
    return _completed(state, row, at, happened, begun.reached_at)


def asked(state: State, row: Row, groups: int, at: int) -> State:
    """Give the state after groups of the current row acted, of which a person performs one."""
    begun = _advanced(state.begun, row, groups, at)
    return _standing(state, begun._replace(asked_at=at) if groups & row.live else begun)


def performed(state: State, row: Row, at: int | None) -> State:
    """Give the state after a person did the current row: then, or when it was asked for."""
    begun = state.begun
    counted, reached = begun.counted_at, begun.reached_at
    assert begun.asked_at is not None
    if counted is None:
        counted = begun.asked_at
    if at is not None:
        counted = max(counted, at)
        reaches = any(group.bit == row.live and group.reaches_client for group in row.groups)
        reached = counted if reaches else reached
    if begun.done == row.everything:
        return _completed(state, row, counted, counted, reached)
    done_at = begun.asked_at if at is None else at
    return with_begun(
        state, begun._replace(counted_at=counted, reached_at=reached, done_at=done_at)
    )


def completed(state: State, row: Row) -> State:
    """Give the state after the last effects of a row acted that a person has reported as done."""
    begun = state.begun
    last_at = state.last_at if begun.since_at is None else begun.since_at
    happened = begun.counted_at or begun.asked_at or last_at
    return _completed(state, row, last_at, happened, begun.reached_at)


def _advanced(begun: Begun, row: Row, groups: int, at: int) -> Begun:
    """Give what is done of a row after groups of its effects have acted."""
    counted, reached = begun.counted_at, begun.reached_at
    for group in row.groups:
        if groups & group.bit:
            counted = at if group.counts else counted
            reached = at if group.reaches_client else reached
    return Begun(begun.done | groups, at, counted, reached, *begun[4:])


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
    return _standing(state, state.begun._replace(since_at=at))


def dropped(state: State, row: Row, at: int) -> State:
    """Give the state after the effects of the current row were dropped: it happens `at`.

    What had gone out of it already was a contact all the same.
    """
    bits, last = state.dropped | 1 << row.index, max(at, state.last_at)
    if not was_asked(state, row):
        return _beyond(state, row, last, at, bits, state.contact_at, state.contact_row)
    reports = state.reports._replace(abandoned=state.reports.abandoned | 1 << row.index)
    left = state._replace(reports=reports)
    return _beyond(left, row, last, at, bits, *_contact(state, row.index, state.begun.reached_at))


def before_acting(state: State) -> State:
    """Give the state before anything of the current row was done or looked for."""
    reports = state.reports
    if reports.waiting:
        reports = reports._replace(waiting=())
    begun = state.begun._replace(done=0, since_at=None, counted_at=None, reached_at=None)
    return state._replace(begun=begun, reports=reports)


def ended(state: State, outcome: str, at: int) -> State:
    """Give the state of a case that has ended; what reactions had still to do is called off."""
    changes = state.changes
    if changes.responses:
        changes = changes._replace(responses=())
    return new_state(
        (*state[:7], ENDED, None, outcome, at, *state[11:21], changes, state.changed_at, None)
    )


def told_to_end(state: State, outcome: str, at: int) -> State:
    """Give the state of a case that is told to end, unless its end has been undone since (L15)."""
    undone = state.changes.undone_at
    return state if undone is not None and at <= undone else ended(state, outcome, at)


def looked(state: State, at: int) -> State:
    """Give a state that remembers its last look, before which no other counts (L16)."""
    return new_state((*state[:16], at, *state[17:]))


def reported(state: State, reports: Reports) -> State:
    """Give a state with other reports, of which nothing that is next depends."""
    return new_state((*state[:20], reports, *state[21:]))


def with_begun(state: State, begun: Begun) -> State:
    """Give a state with other progress of the row whose turn it is."""
    return new_state((*state[:12], begun, *state[13:]))


def wait(state: State, due: int | None) -> State:
    """Give a state its next due instant, the moment before it is handed out."""
    return new_state((*state[:-1], due))


def _standing(state: State, begun: Begun) -> State:
    return new_state((*state[:12], begun, *state[13:-1], None))


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
    index, changed_at = first_open(happened), state.changed_at
    if changed_at is not None and changed_at <= last_at:
        changed_at = None  # what the row was bound by is over
    after = new_state(
        (
            *state[:11],
            index,
            UNTOUCHED,
            dropped,
            happened,
            last_at,
            state.looked_at,
            contact_at,
            contact_row,
            state.pauses,
            state.reports,
            state.changes,
            changed_at,
            None,
        ),
    )
    if index == row.index + 1 and not state.reports.waiting:
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
    here, waiting = state.begun._replace(since_at=None), state.reports.waiting
    if here != UNTOUCHED:
        waiting = tuple(sorted((*waiting, (state.row, here)), key=itemgetter(0)))
    contact_at, contact_row = _contact(state, state.row, here.reached_at)
    return _taken_up(
        state._replace(
            row=index,
            contact_at=contact_at,
            contact_row=contact_row,
            reports=state.reports._replace(waiting=waiting),
        )
    )


def _taken_up(state: State) -> State:
    """Give the state of a case whose next row was perhaps begun already, and waited."""
    waiting = dict(state.reports.waiting)
    begun = waiting.pop(state.row, UNTOUCHED)
    reports = state.reports._replace(waiting=tuple(waiting.items()))
    last_at = max(at for at in (state.started_at, *state.happened[: state.row]) if at is not None)
    return state._replace(begun=begun, last_at=last_at, reports=or_nothing(reports))


def progress(state: State, index: int) -> Begun:
    """Give what was done of a row that has not happened."""
    if index == state.row:
        return state.begun
    return dict(state.reports.waiting).get(index, UNTOUCHED)


def done_of(state: State, row: Row) -> int:
    """Give the groups of a row that has not happened which have acted (as bits)."""
    return progress(state, row.index).done


def has_begun(state: State, row: Row) -> bool:
    """Tell whether a part of the present attempt at a row was asked for."""
    done = done_of(state, row)
    return bool(done & row.retried if attempt_of(state.reports, row.index) > 1 else done)


def was_asked(state: State, row: Row) -> bool:
    """Tell whether anything of a row that has not happened was asked for, in any attempt."""
    return bool(done_of(state, row)) or attempt_of(state.reports, row.index) > 1


def _kept(state: State, row: Row, at: int) -> tuple[int | None, ...]:
    happened = list(state.happened)
    happened[row.index] = at
    return tuple(happened)
