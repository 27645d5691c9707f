"""What an event does to a case: what it tells, and what the policy or the machine makes of it."""

from difflib import get_close_matches
from typing import Any

from ghostrules.calendars import to_micros
from ghostrules.errors import EventError
from ghostrules.events import (
    NAMES,
    FactChanged,
    Paid,
    PartPaid,
    PaymentUndone,
    Replied,
    Signal,
    Told,
    name_of,
)
from ghostrules.machine._ending import over
from ghostrules.machine._handling import Handling
from ghostrules.machine._knowing import PAID, balance_of, is_settled
from ghostrules.machine._progress import ended, told_to_end, wait
from ghostrules.machine._reacting import (
    act_on,
    is_told_again,
    reaction_to,
    with_responses,
)
from ghostrules.machine._state import ENDED, HELD, OPEN, State
from ghostrules.machine._table import Table
from ghostrules.machine._transition import Intents, Transition
from ghostrules.machine._upcoming import Answering, Upcoming, schedule
from ghostrules.machine._waking import resumed, wake
from ghostrules.machine._why import new_telling

PART_PAID = NAMES[PartPaid]


def tell(table: Table, state: State, event: Told, at: int, handling: Handling) -> Transition:
    """Give what an event changes."""
    before = state
    if state.status is HELD:
        state = resumed(table, state, at)
    elif state.status is ENDED and handling.refused:
        raise EventError(f"`{name_of(event)}` is told of a case that has ended")
    act = handling.at_once
    if act is not None and type(event) in table.plain and _is_usual(state):
        after = act(table, state, event, at)
    else:
        after = _after(table, state, event, at, handling)
    if after is state:
        return Transition(before, (), new_telling((table, before, before, event)))
    if handling.informs and after.changes is state.changes:
        return Transition(after, (), new_telling((table, state, after, event)))
    return _concluded(table, state, after, event, at, handling.alters)


def signal(table: Table, state: State, event: Signal, at: int, handling: Handling) -> Transition:
    """Give what an event of the policy's own changes, or refuse one that it does not know."""
    if has_opened(table, state, event, at):
        return Transition(state)
    outcome = table.ends.get(event.name)
    if outcome is not None and not event.data and state.status is OPEN:
        if event.name not in table.reacting and state.changes.undone_at is None:
            return _concluded(table, state, ended(state, outcome, at), event, at)
    elif outcome is None and not known_name(table, event.name):
        raise unknown(table, event.name)
    return tell(table, state, event, at, handling)


def _is_usual(state: State) -> bool:
    """Tell whether nothing has happened to a case that gives an event another meaning."""
    return state.status is not ENDED and not state.changes.reacted


def told(table: Table, state: State, after: State, event: Told) -> Transition:
    """Give what an event changes that has been worked out, and that may alter what is next."""
    return _concluded(table, state, after, event, to_micros(event.at), True)


def _after(table: Table, state: State, event: Any, at: int, handling: Handling) -> State:  # noqa: ANN401 - any event
    noted = state if handling.note is None else handling.note(table, state, event, at)
    if not table.reactions:
        return _usual(table, state, noted, event, at, handling)
    name = _named(table, noted, event)
    if noted is state and _is_nothing_new(table, state, event, name, at):
        return state
    one = reaction_to(table, noted, event, name)
    if one is None:
        return _usual(table, state, noted, event, at, handling)
    then = one.reaction.then
    if then is None:
        after = _usual(table, state, noted, event, at, handling)
    else:
        after = act_on(table, noted, then, event, at)
    return with_responses(after, one, at)


def _is_nothing_new(table: Table, state: State, event: Told, name: str, at: int) -> bool:
    """Tell whether an event that changed no fact was told already, or told too late (L16).

    Facts and payments show it by what they change, the others by their instant.
    """
    if isinstance(event, Replied):
        answered = state.pauses.answered_at
        if answered is not None and at <= answered:
            return True
    return _is_fact(table, state, event) or is_told_again(table, state, name, at)


def _is_fact(table: Table, state: State, event: Told) -> bool:
    if isinstance(event, Paid | PartPaid | PaymentUndone):
        return any(one.at == to_micros(event.at) for one in state.changes.payments)
    if isinstance(event, Signal):
        return bool(event.data)
    return isinstance(event, FactChanged)


def _named(table: Table, state: State, event: Told) -> str:
    """Give the name by which a reaction knows an event; a payment that leaves nothing is `paid`."""
    if isinstance(event, Paid | PartPaid) and balance_of(table, state) is not None:
        return PAID if is_settled(table, state) else PART_PAID
    return name_of(event)


def _usual(
    table: Table,
    before: State,
    noted: State,
    event: Any,  # noqa: ANN401 - any event
    at: int,
    handling: Handling,
) -> State:
    """Do what an event does unless a reaction says otherwise."""
    if noted.status is ENDED:
        return _revived(table, before, noted, event, at, handling)
    if isinstance(event, Paid | PartPaid):
        return _paid(table, noted, event, at)
    outcome = table.ends.get(name_of(event))
    if outcome is not None:
        return told_to_end(noted, outcome, at)
    return noted if handling.act is None else handling.act(table, noted, event, at)


def _revived(
    table: Table,
    before: State,
    noted: State,
    event: Any,  # noqa: ANN401 - any event
    at: int,
    handling: Handling,
) -> State:
    if handling.revive is None:
        return noted
    is_told = noted is not before or balance_of(table, noted) is None
    was_paid = is_told and noted.outcome == table.ends.get(PAID, PAID)
    if isinstance(event, PaymentUndone) and not was_paid:
        return noted
    return handling.revive(table, noted, event, at)


def _paid(table: Table, state: State, event: Paid | PartPaid, at: int) -> State:
    is_known = balance_of(table, state) is not None
    if not is_settled(table, state) or (isinstance(event, PartPaid) and not is_known):
        return state
    return ended(state, table.ends.get(PAID, PAID), at)


def _concluded(
    table: Table, state: State, after: State, event: Told, at: int, alters: bool = False
) -> Transition:
    """Work out what comes next, and carry out at once what a reaction may do now."""
    if after.happened is not state.happened:
        after = over(table, state, after, at)
    plan = schedule(table, after)
    if alters and _runs(state) and _runs(after):
        after, plan = _bounded(table, state, after, plan, at)
    account = new_telling((table, state, after, event))
    effects: Intents = ()
    if isinstance(plan, Answering) and plan.due == at:
        ticked = wake(table, after, plan, at)
        after, plan, effects = ticked.state, ticked.upcoming, ticked.effects
    due = None if plan is None else plan.due
    if due != after.due_at:
        after = wait(after, due)
    return Transition(after, effects, account)


def _runs(state: State) -> bool:
    return state.status is OPEN and state.pauses.since is None


def _bounded(
    table: Table, state: State, after: State, plan: Upcoming | None, at: int
) -> tuple[State, Upcoming | None]:
    """What alters the next due bounds it at the change, from which patience counts (L18)."""
    if plan is None or plan.due == state.due_at:
        return after, plan
    earlier = after.changed_at
    after = after._replace(changed_at=at if earlier is None else max(at, earlier))
    return after, schedule(table, after)


def known_name(table: Table, name: str) -> bool:
    """Tell whether the policy knows an event of its own by this name."""
    return any(one.reaction.event == name for one in table.reactions)


def has_opened(table: Table, state: State, event: Signal, at: int) -> bool:
    """Tell whether the event is the very one that opened the case, told again (L16)."""
    return event.name == table.policy.starts and at == state.started_at


def unknown(table: Table, name: str) -> EventError:
    """Say that the policy knows no such event, and which it knows."""
    if name == table.policy.starts:
        return EventError(f"`{name}` cannot happen twice: it opened this case at another instant")
    if name in NAMES.values():
        return EventError(f"`{name}` has a class of its own, and is no signal")
    own = [*table.ends, *(one.reaction.event for one in table.reactions)]
    close = get_close_matches(name, own, n=1)
    known = ", ".join(f"`{end}`" for end in table.ends)
    found = f"did you mean `{close[0]}`?" if close else f"it ends with {known}"
    return EventError(f"the policy `{table.policy.id}` knows no event `{name}`; {found}")
