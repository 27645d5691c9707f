"""Looks that act on nobody's behalf: holds that end, reminders to ourselves, late effects."""

from functools import partial

from attrs import evolve

from ghostrules.calendars import from_micros
from ghostrules.machine._assuming import assume
from ghostrules.machine._changes import Response
from ghostrules.machine._channels import current
from ghostrules.machine._holds import PROMISED, Hold, held_until
from ghostrules.machine._pausing import in_touch, released
from ghostrules.machine._progress import was_asked, with_begun
from ghostrules.machine._reasons import (
    AnswerOverdue,
    Assumed,
    DraftWaits,
    HoldEnded,
    NewRound,
    PromiseBroken,
    Reacted,
    Reason,
    ReportAwaited,
)
from ghostrules.machine._reports import attempt_of
from ghostrules.machine._state import LONE, State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._ticked import Ticked, go_on, these
from ghostrules.machine._transition import Intents, reminder, responses
from ghostrules.machine._upcoming import Answering, Nudging, Overdue, Resuming, answering


def wake(
    table: Table, state: State, plan: Resuming | Nudging | Overdue | Answering, at: int
) -> Ticked:
    """Give what happens at a moment at which no step acts."""
    match plan:
        case Resuming(due):
            return _resume(table, state, due)
        case Nudging():
            return _nudge(table, state, at)
        case Overdue():
            return _miss(table, state, at)
        case Answering():
            return _respond(table, state, at)


def resumed(table: Table, state: State, at: int) -> State:
    """Give the state of a case whose holds have ended by themselves before something is told."""
    until = held_until(state.pauses.holds)
    if until is None or at <= until:
        return state
    return _resume(table, state, until).state


def _resume(table: Table, state: State, until: int) -> Ticked:
    """The holds ended at their own end, whenever somebody looks."""
    holds = state.pauses.holds
    is_broken = any(hold.cause == PROMISED for hold in holds)
    pauses = state.pauses._replace(broken_at=until if is_broken else state.pauses.broken_at)
    after = released(table, state, until, pauses)
    began = () if after.round == state.round else (NewRound(after.round, from_micros(until)),)
    return go_on(table, after, None, (), partial(_ended, holds, until, began))


def _ended(holds: tuple[Hold, ...], until: int, began: tuple[Reason, ...]) -> tuple[Reason, ...]:
    at = from_micros(until)
    ends = [
        PromiseBroken(at) if one.cause == PROMISED else HoldEnded(one.cause, at) for one in holds
    ]
    return (*ends, *began)


def _nudge(table: Table, state: State, at: int) -> Ticked:
    pauses, within = state.pauses, table.policy.respond_within
    assert within is not None
    assert pauses.replied_at is not None
    note = reminder(state, f"reply:{pauses.turns}:nudge", None, f"{table.policy.id}/our-turn", at)
    why = partial(these, AnswerOverdue(from_micros(pauses.replied_at), within))
    return go_on(table, state._replace(pauses=pauses._replace(nudged=True)), None, note, why)


def is_to_confirm(state: State, row: Row) -> bool:
    """Tell whether a step that persons confirm has still to be; a second attempt has been."""
    return state.begun.confirmed_at is None and not was_asked(state, row)


def draft(table: Table, state: State, row: Row, at: int) -> Ticked:
    """Make a step a draft that waits for a person."""
    stem, template = f"{row.step}:{row.occurrence}:draft", f"{table.policy.id}/{row.step}/draft"
    note = reminder(state, stem, row.step, template, at)
    after = with_begun(state, state.begun._replace(draft_at=at))
    return go_on(table, after, None, note, partial(these, DraftWaits(row.step, from_micros(at))))


def _miss(table: Table, state: State, at: int) -> Ticked:
    """Remind us of a report that nobody made, and assume its result if the policy does."""
    row, begun = current(table, state), state.begun
    assert begun.asked_at is not None
    stem, template = f"{row.step}:{row.occurrence}:overdue", f"{table.policy.id}/{row.step}/overdue"
    attempt = attempt_of(state.reports, row.index)
    note = reminder(state, stem, row.step, template, at, attempt)
    asked = from_micros(begun.asked_at)
    if row.assumed is None:
        after = with_begun(state, begun._replace(overdue=True))
        return go_on(table, after, None, note, partial(these, ReportAwaited(row.step, asked, None)))
    return assume(table, state, row, at, note, Assumed(row.step, row.assumed, asked))


def _respond(table: Table, state: State, at: int) -> Ticked:
    """Carry out all that reactions may do by now; what has no slot waits for its next (L8)."""
    effects: Intents = ()
    reasons: dict[Reason, None] = {}
    while ready := [one for one in answering(table, state) if one.due <= at]:
        next = ready[0]
        if next.group.slots.contains(at):
            response = state.changes.responses[next.place]
            effects += responses(state, response, next.responding, next.group.bit, at)
            reasons[Reacted(next.responding.reaction.event, None)] = None
        state = _responded(state, next, at)
    return go_on(table, state, None, effects, partial(these, *reasons))


def _responded(state: State, plan: Answering, at: int) -> State:
    """Give the state after a group of effects of a reaction has acted, or has missed its slot."""
    response, group = state.changes.responses[plan.place], plan.group
    if not group.slots.contains(at):
        return _with(state, plan.place, evolve(response, since=at))
    done = response.done | group.bit
    left = None if done == plan.responding.everything else evolve(response, done=done)
    after = _with(state, plan.place, left)
    return in_touch(after, at, LONE) if group.reaches_client else after


def _with(state: State, place: int, response: Response | None) -> State:
    changes = state.changes
    kept = () if response is None else (response,)
    all_of = changes.responses
    responses = (*all_of[:place], *kept, *all_of[place + 1 :])
    return state._replace(changes=changes._replace(responses=responses))
