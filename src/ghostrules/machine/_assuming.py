"""What is assumed of a step that nobody reported, and what the policy makes of it."""

from collections.abc import Iterator
from functools import partial

from ghostrules.calendars import from_micros
from ghostrules.events import Done
from ghostrules.machine._ending import over
from ghostrules.machine._people import with_result
from ghostrules.machine._progress import performed
from ghostrules.machine._reacting import act_on, reaction_to, with_responses
from ghostrules.machine._reasons import Assumed, EndedBy, Reason
from ghostrules.machine._state import ENDED, State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._ticked import Ticked, go_on
from ghostrules.machine._transition import Intents
from ghostrules.machine._upcoming import schedule
from ghostrules.machine._why import consequences


def assume(
    table: Table, state: State, row: Row, at: int, note: Intents, assumed: Assumed
) -> Ticked:
    """A step that waited for a person counts as done when it was asked for.

    A reaction to that very result is taken as if it had been reported now.
    """
    done = performed(state, row, None)
    if done.happened[row.index] is not None:
        done = done._replace(changed_at=at)
    event = Done(row.step, assumed.result, at=from_micros(at))
    reacted = _reacted(table, done, row, event, at) if "done" in table.reacting else done
    after = over(table, state, reacted, at)
    return go_on(
        table, after, None, note, partial(_told, table, done, reacted, after, event, assumed)
    )


def _reacted(table: Table, state: State, row: Row, event: Done, at: int) -> State:
    told = with_result(state, row, event.result)
    one = reaction_to(table, told, event, "done", is_assumed=True)
    if one is None:
        return state
    then = one.reaction.then
    after = told if then is None else act_on(table, told, then, event, at)
    if after.pauses.since is None and _due(table, after) != _due(table, state):
        after = after._replace(changed_at=at)
    return with_responses(after, one, at)


def _due(table: Table, state: State) -> int | None:
    plan = schedule(table, state)
    return None if plan is None else plan.due


def _told(
    table: Table, done: State, reacted: State, after: State, event: Done, assumed: Assumed
) -> tuple[Reason, ...]:
    return (assumed, *consequences(table, done, reacted, event), *_end(reacted, after, event))


def _end(before: State, after: State, event: Done) -> Iterator[Reason]:
    if after.status is ENDED and before.status is not ENDED:
        assert after.outcome is not None
        yield EndedBy(after.outcome, event.step)
