"""What channels tell about the effects of a step: performed, delivered, failed, opened (L26)."""

from collections.abc import Iterable

from attrs import define

from ghostrules.errors import EventError
from ghostrules.events import Bounced, Delivered, Failed, Opened, Performed, Report
from ghostrules.machine._channels import chosen, is_possible
from ghostrules.machine._origins import took_effect
from ghostrules.machine._pausing import in_touch
from ghostrules.machine._progress import (
    done_of,
    in_turn,
    progress,
    reported,
    turned,
    was_asked,
    with_begun,
)
from ghostrules.machine._reports import Attempt, again_of, attempt_of
from ghostrules.machine._state import LONE, THE_START, State
from ghostrules.machine._table import Row, RowEffect, Table
from ghostrules.phrases import phrase


@define(eq=False)
class _Told:
    """What a report is about: a row, and the effects of it that are meant.

    `out` says that the present attempt has asked for them; if not, an earlier one has.
    """

    row: Row
    effects: tuple[RowEffect, ...]
    out: bool


def perform(table: Table, state: State, event: Performed, at: int) -> State:
    """A performance later than the asking moves what counts from it later, never earlier (L11)."""
    told = _about(table, state, event)
    if told is None or not told.out or not _counts(told):
        return state
    index = told.row.index
    earlier = dict(state.reports.performed).get(index, state.happened[index])
    if earlier is not None and at <= earlier:
        return state
    performed = tuple(sorted((dict(state.reports.performed) | {index: at}).items()))
    after = state._replace(reports=state.reports._replace(performed=performed))
    return moved_later(table, after, told.row, at)


def _counts(told: _Told) -> bool:
    """Tell whether a report is about effects with which the step happens (L8)."""
    kinds = [one.effect.kind for one in told.effects]
    every = [one.effect.kind for one in told.row.effects]
    return any(kind.counts for kind in kinds) or not any(kind.counts for kind in every)


def moved_later(table: Table, state: State, row: Row, at: int) -> State:
    """Give the state if a row happened later than was thought, by more than `punctual`."""
    happened = state.happened[row.index]
    if happened is None:
        return _counted_later(table, state, row, at)
    if at <= happened + table.punctual:
        return state
    instants = list(state.happened)
    instants[row.index] = at
    is_last = state.last_at == happened
    after = in_touch(state, at, row.index) if row.reaches_client else state
    return after._replace(
        happened=tuple(instants),
        last_at=at if is_last else state.last_at,
    )


def _counted_later(table: Table, state: State, row: Row, at: int) -> State:
    """Give the state if what was asked for of the step under way was performed later."""
    if row.index != state.row:
        return state
    begun = state.begun
    return with_begun(
        state,
        begun._replace(
            counted_at=_later(begun.counted_at, at, table.punctual),
            reached_at=_later(begun.reached_at, at, table.punctual),
        ),
    )


def _later(known: int | None, at: int, punctual: int) -> int | None:
    return at if known is not None and at > known + punctual else known


def deliver(table: Table, state: State, event: Delivered, at: int) -> State:
    """Note when effects arrived; the first report of each counts."""
    told = _about(table, state, event)
    if told is None:
        return state
    row, delivered = told.row.index, state.reports.delivered
    known = {place[:2] for place in delivered}
    if event.step is not None and event.channel is None and (row, at) in _instants(delivered):
        return state  # told again, when more of the step has been asked for (L16)
    effects = told.effects if told.out else ()
    new = tuple((row, one.position, at) for one in effects if (row, one.position) not in known)
    reports = state.reports._replace(
        delivered=tuple(sorted((*delivered, *new))), arrived=state.reports.arrived | 1 << row
    )
    return state if reports == state.reports else state._replace(reports=reports)


def _instants(delivered: tuple[tuple[int, int, int], ...]) -> set[tuple[int, int]]:
    return {(row, at) for row, _, at in delivered}


def open_(table: Table, state: State, event: Opened, _at: int) -> State:
    """Note that a message was opened: a fact, and no answer."""
    told = _about(table, state, event)
    if told is None or state.reports.opened >> told.row.index & 1:
        return state
    opened = state.reports.opened | 1 << told.row.index
    return reported(state, state.reports._replace(opened=opened))


def fail(table: Table, state: State, event: Failed | Bounced, at: int) -> State:
    """A step whose channels have all failed has not happened, and is tried again (L26)."""
    told = _about(table, state, event)
    if told is None:
        return state
    row, mark = told.row, 1 << told.row.index
    reports = state.reports
    if isinstance(event, Bounced):
        reports = reports._replace(bounced=reports.bounced | mark)
    else:
        reports = reports._replace(fallen=reports.fallen | mark)
    is_news = told.out and not _is_tried_again(state, row, at)
    if is_news:
        here = {(row.index, one.position) for one in told.effects}
        reports = reports._replace(failed=tuple(sorted({*reports.failed, *here})))
    if reports == state.reports:
        return state
    after = state._replace(reports=reports)
    channels = {(row.index, one.position) for one in _channels(state, row)}
    has_failed = is_news and channels <= set(reports.failed)
    return _again(table, after, row, at) if has_failed else after


def _is_tried_again(state: State, row: Row, at: int) -> bool:
    """Tell whether a failure is the one after which a step is being tried again (L16)."""
    again = again_of(state.reports, row.index)
    return again is not None and (at == again.failed_at or at < _asked_at(state, row, at))


def _asked_at(state: State, row: Row, otherwise: int) -> int:
    """Give when a row was asked for last."""
    begun = progress(state, row.index)
    at = state.happened[row.index] or begun.reached_at or begun.counted_at or begun.asked_at
    return otherwise if at is None else at


def _again(table: Table, state: State, row: Row, at: int) -> State:
    """Give the state in which a row has to be done again, under its next attempt."""
    index, number = row.index, attempt_of(state.reports, row.index) + 1
    attempt = Attempt(index, number, at, max(at, _asked_at(state, row, at)))
    state = _taken_back(state, row)
    if state.contact_row == index:  # it did not reach the client after all
        contact_at, contact_row = _contact_before(table, state, row)
        state = state._replace(contact_at=contact_at, contact_row=contact_row)
    reports = state.reports
    others = (one for one in reports.attempts if one.row != index)
    reports = reports._replace(
        attempts=tuple(sorted((*others, attempt))),
        failed=tuple(one for one in reports.failed if one[0] != index),
        performed=tuple(one for one in reports.performed if one[0] != index),
        delivered=tuple(one for one in reports.delivered if one[0] != index),
    )
    begun = state.begun._replace(
        done=state.begun.done & ~row.retried, since_at=None, counted_at=None, reached_at=None
    )
    if row.retried & row.live:  # what a person was asked for is forgotten, and what came of it
        begun = begun._replace(asked_at=None, done_at=None, overdue=False)
        results = tuple(one for one in reports.results if one[0] != row.index)
        reports = reports._replace(results=results)
    return in_turn(state._replace(begun=begun, reports=reports))


def _contact_before(table: Table, state: State, row: Row) -> tuple[int | None, int]:
    """Give the last contact but for that of a row: by another row, or since the case goes on."""
    resumed, contact = state.pauses.resumed_at, LONE
    if resumed == state.started_at and state.round > 1:
        contact = THE_START
    found: list[tuple[int, int]] = [] if resumed is None else [(resumed, contact)]
    for other, at in zip(table.rows, state.happened, strict=True):
        if at is not None and other.reaches_client and took_effect(state, other):
            found.append((at, other.index))
    return max(found) if found else (None, LONE)


def _taken_back(state: State, row: Row) -> State:
    """Give the turn to a row, as if all of it had been asked for and it had not happened."""
    at = state.happened[row.index]
    if at is None:
        return state if row.index == state.row else turned(state, row.index)
    happened = list(state.happened)
    happened[row.index] = None
    if state.changes.finished:
        state = state._replace(changes=state.changes._replace(finished=False))
    back = turned(state._replace(happened=tuple(happened)), row.index)
    begun = back.begun._replace(done=row.everything)
    return with_begun(back, begun._replace(asked_at=at, done_at=at) if row.live else begun)


def _channels(state: State, row: Row) -> list[RowEffect]:
    """Give the effects of which one at least must succeed: those that reach the client, or all."""
    possible = [one for one in row.effects if is_possible(state.changes, one.effect)]
    return [one for one in possible if one.effect.kind.reaches_client] or possible


def rows_of(table: Table, step: str) -> tuple[Row, ...]:
    """Give the rows of a step, or refuse a step that the policy has not."""
    rows = table.by_step.get(step)
    if rows is None:
        known = ", ".join(f"`{one.id}`" for one in table.policy.steps)
        raise EventError(
            phrase("the policy has no step `{step}`; it has {known}", step=step, known=known)
        )
    return rows


def _about(table: Table, state: State, event: Report) -> _Told | None:
    """Give what a report is about; none if it is about an earlier round or attempt."""
    if event.key is not None:
        return _by_key(table, state, event.key)
    assert event.step is not None
    _refuse_channel(table, event)
    known = rows_of(table, event.step)
    rows = [row for row in known if is_asked(state, row)]
    if _is_left_since(state, known, rows) or (not rows and may_have_been_asked(state, known)):
        return None
    if not rows:
        raise EventError(phrase("`{step}` is reported, and was not asked for", step=event.step))
    row = chosen(state, rows[-1])
    named = _on_channel(row, event.channel)
    if event.channel is not None and not named and _went_another_way(state, rows[-1], row):
        return None
    meant = _channels(state, row) if event.channel is None else named
    effects = tuple(one for one in meant if _is_out(state, row, one))
    if not effects and event.channel is None:
        effects = tuple(one for one in row.effects if _is_out(state, row, one))
    if not effects and attempt_of(state.reports, row.index) == 1:
        raise EventError(
            phrase("`{step}` is reported, and was not asked for", step=event.channel or row.step)
        )
    return _Told(row, effects or tuple(meant), out=bool(effects))


def _went_another_way(state: State, row: Row, taken: Row) -> bool:
    """Tell whether another way of a preference order has been asked for, now or before."""
    ways = zip(row.effects, taken.effects, strict=False)
    asked = any(_is_out(state, taken, one) for way, one in ways if way.effect.fallbacks)
    return asked or attempt_of(state.reports, row.index) > 1


def _is_out(state: State, row: Row, effect: RowEffect) -> bool:
    """Tell whether an effect of a row has been asked for in its present attempt."""
    return state.happened[row.index] is not None or bool(done_of(state, row) & effect.bit)


def _is_left_since(state: State, known: Iterable[Row], asked: list[Row]) -> bool:
    """Tell whether a later occurrence than those asked for was left out half-done."""
    left = state.dropped & state.reports.abandoned
    return bool(asked) and any(
        left >> row.index & 1 for row in known if row.index > asked[-1].index
    )


def may_have_been_asked(state: State, rows: Iterable[Row]) -> bool:
    """Tell whether a late report can be of a step that was left out, or of an earlier round."""
    reports = state.reports
    return any(
        reports.abandoned >> row.index & 1 or attempt_of(reports, row.index) > 1 for row in rows
    )


def _refuse_channel(table: Table, event: Report) -> None:
    """Refuse a channel that the step has not, in any of its ways."""
    if event.step is None or event.channel is None:
        return
    first = rows_of(table, event.step)[0]
    known = {one.effect.name for row in (first, *first.alternatives) for one in row.effects}
    if event.channel not in known:
        listed = ", ".join(f"`{one}`" for one in sorted(known))
        raise EventError(
            phrase(
                "`{step}` has no effect `{channel}`; it has {known}",
                step=event.step,
                channel=event.channel,
                known=listed,
            )
        )


def _on_channel(row: Row, channel: str | None) -> list[RowEffect]:
    return [] if channel is None else [one for one in row.effects if one.effect.name == channel]


def is_asked(state: State, row: Row) -> bool:
    """Tell whether an effect of a row has been asked for in this round."""
    if state.happened[row.index] is None:
        return was_asked(state, row)
    return not state.dropped >> row.index & 1


def _by_key(table: Table, state: State, key: str) -> _Told | None:
    parts = key.rsplit(":", 5)
    if len(parts) != 6 or parts[0] != state.case:
        if key.startswith(f"{state.case}:"):
            return None  # a reminder to ourselves
        raise EventError(
            phrase("`{key}` is no key of an effect of the case `{case}`", key=key, case=state.case)
        )
    round, step, occurrence, position, attempt = parts[1:]
    if step.startswith("on-") or not position.isdecimal() or int(round) != state.round:
        return None
    rows = [row for row in rows_of(table, step) if str(row.occurrence) == occurrence]
    if not rows or not is_asked(state, rows[0]):
        if may_have_been_asked(state, rows):
            return None
        raise EventError(phrase("`{key}` is reported, and was not asked for", key=key))
    if attempt != str(attempt_of(state.reports, rows[0].index)):
        return None
    row = chosen(state, rows[0])
    effects = tuple(one for one in row.effects if str(one.position) == position)
    if not any(_is_out(state, row, one) for one in effects):
        raise EventError(phrase("`{key}` is reported, and was not asked for", key=key))
    return _Told(row, effects, out=True)
