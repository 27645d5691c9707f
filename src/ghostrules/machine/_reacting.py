"""Reactions: what the policy says that an event does, in place of what it does anyway."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ghostrules.conditions import holds
from ghostrules.events import By, name_of
from ghostrules.machine._casework import reopened, skipped
from ghostrules.machine._changes import Response, Skip
from ghostrules.machine._facts import lookup
from ghostrules.machine._holding import end_after, end_of, let_go, promised_until, put
from ghostrules.machine._holds import PROMISED, Hold
from ghostrules.machine._pausing import goes_on, gone_to, new_round, with_pauses
from ghostrules.machine._progress import ended
from ghostrules.machine._reporting import rows_of
from ghostrules.machine._state import CLIENTS, ENDED, HELD, State
from ghostrules.machine._table import Responding, Table
from ghostrules.machine._turns import replied
from ghostrules.policy import Reaction, Then, ThenWord


def reaction_to(
    table: Table,
    state: State,
    event: Any,  # noqa: ANN401 - any event
    name: str,
    *,
    is_assumed: bool = False,
) -> Responding | None:
    """Give the first reaction of the policy that fits an event, if there is one.

    What is only assumed fits no reaction but one that names the very result.
    """
    for one in table.reactions:
        reaction = one.reaction
        is_meant = reaction.event == name and (reaction.result is not None or not is_assumed)
        if is_meant and _fits(table, state, reaction, event):
            return one
    return None


def _fits(table: Table, state: State, reaction: Reaction, event: Any) -> bool:  # noqa: ANN401 - any event
    has_ended = state.status is ENDED
    if (state.outcome if has_ended else None) != reaction.outcome:
        return False
    if reaction.step is not None and reaction.step != step_of(event):
        return False
    if reaction.result is not None and reaction.result != getattr(event, "result", None):
        return False
    return reaction.only_if is None or holds(reaction.only_if, lookup(table, state))


def step_of(event: Any) -> str | None:  # noqa: ANN401 - any event
    """Give the step that an event is about, if it is about one."""
    step: str | None = getattr(event, "step", None)
    key: str | None = getattr(event, "key", None)
    if step is None and key is not None:
        parts = key.rsplit(":", 4)
        return parts[1] if len(parts) == 5 else None
    return step


def is_told_again(table: Table, state: State, name: str, at: int) -> bool:
    """Tell whether a reaction was taken already for this event, or for a later one (L16)."""
    return any(
        at <= last and table.reactions[number].reaction.event == name
        for number, _, last in state.changes.reacted
    )


def with_responses(state: State, one: Responding, at: int) -> State:
    """Remember that a reaction was taken, with the effects that are still to act."""
    changes = state.changes
    taken = {number: (count, last) for number, count, last in changes.reacted}
    count, last = taken.get(one.number, (0, at))
    count += 1
    taken[one.number] = count, max(last, at)
    reacted = tuple(sorted((number, *told) for number, told in taken.items()))
    responses = changes.responses
    if one.effects:
        responses = (*responses, Response(one.number, count, at, 0))
    return state._replace(changes=changes._replace(reacted=reacted, responses=responses))


def act_on(table: Table, state: State, then: Then, event: Any, at: int) -> State:  # noqa: ANN401 - any event
    """Do what a reaction says."""
    if then.word in _WITH_CASE_OPEN:
        state = _opened(table, state, at)
    return _ACTIONS[then.word](table, state, then, event, at)


def _nothing(_table: Table, state: State, *_rest: Any) -> State:  # noqa: ANN401 - an action
    return state


def _our_turn(table: Table, state: State, _then: Then, event: Any, at: int) -> State:  # noqa: ANN401 - an action
    return replied(table, state, event, at)


def _held(table: Table, state: State, then: Then, event: Any, at: int) -> State:  # noqa: ANN401 - an action
    return put(state, _hold(table, then, event, at))


def _released(table: Table, state: State, _then: Then, _event: Any, at: int) -> State:  # noqa: ANN401 - an action
    return let_go(table, state, By.PERSON, at) if state.status is HELD else state


def _begun(table: Table, state: State, _then: Then, _event: Any, at: int) -> State:  # noqa: ANN401 - an action
    return new_round(table, _in_their_turn(table, state, at), at)


def _gone(table: Table, state: State, then: Then, _event: Any, at: int) -> State:  # noqa: ANN401 - an action
    assert then.target is not None
    after = _in_their_turn(table, state, at)
    return gone_to(after, rows_of(table, then.target)[0].index, at)


def _in_their_turn(table: Table, state: State, at: int) -> State:
    """What waited for our answer does not wait any more; holds stay (L18)."""
    pauses = state.pauses
    if pauses.replied_at is not None:
        pauses = pauses._replace(answered_at=max(at, pauses.replied_at))
    if pauses.holds:
        return with_pauses(state, pauses, HELD, CLIENTS)
    if pauses.since is None:
        return state
    after = goes_on(state, at, pauses)
    return after._replace(contact_at=state.contact_at, contact_row=state.contact_row)


def _skipped(table: Table, state: State, then: Then, _event: Any, at: int) -> State:  # noqa: ANN401 - an action
    assert then.target is not None
    return skipped(table, state, Skip(then.target, None, None), at)


def _ended(_table: Table, state: State, then: Then, event: Any, at: int) -> State:  # noqa: ANN401 - an action
    outcome = then.target or name_of(event)
    if state.status is ENDED:  # it has ended when it did, in another way
        return state._replace(outcome=outcome)
    return ended(state, outcome, at)


def _opened(table: Table, state: State, at: int) -> State:
    """A case that has ended goes on with what the reaction does."""
    return reopened(table, state, at) if state.status is ENDED else state


def _hold(table: Table, then: Then, event: Any, at: int) -> Hold:  # noqa: ANN401 - any event
    name = name_of(event)
    if then.amount is not None:
        end = end_after(table, then.amount, at, table.client.local_day(at))
        return Hold(By.AUTOMATIC, at, end, name)
    until = getattr(event, "until", None)
    if then.word is ThenWord.HOLD or until is None:
        return Hold(By.AUTOMATIC, at, None, name)
    if name == PROMISED:
        return Hold(By.AUTOMATIC, at, promised_until(table, until), name)
    return Hold(By.AUTOMATIC, at, end_of(table.client, until), name)


_WITH_CASE_OPEN: Final = frozenset(ThenWord) - {
    ThenWord.NOTHING,
    ThenWord.RELEASE,
    ThenWord.SKIP,
    ThenWord.END,
}
_ACTIONS: Final[Mapping[ThenWord, Callable[[Table, State, Then, Any, int], State]]] = {
    ThenWord.NOTHING: _nothing,
    ThenWord.OUR_TURN: _our_turn,
    ThenWord.HOLD: _held,
    ThenWord.HOLD_UNTIL_PROMISED: _held,
    ThenWord.HOLD_FOR: _held,
    ThenWord.RELEASE: _released,
    ThenWord.RESTART: _begun,
    ThenWord.GO_TO: _gone,
    ThenWord.SKIP: _skipped,
    ThenWord.END: _ended,
    ThenWord.RESUME: _nothing,
}
