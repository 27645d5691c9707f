"""What comes next in a case: a step, the end of a hold, a reminder to ourselves, a reaction."""

from operator import attrgetter

from attrs import define

from ghostrules.machine._channels import current
from ghostrules.machine._holds import held_until
from ghostrules.machine._schedule import Closing, Schedule, ladder
from ghostrules.machine._state import ENDED, State
from ghostrules.machine._table import Group, Responding, Table
from ghostrules.timing import Amount, Duration, count_forward

_MINUTE = 60_000_000
_DUE = attrgetter("due")


@define(eq=False)
class Resuming:
    """The end of all holds, with which the case goes on."""

    due: int


@define(eq=False)
class Nudging:
    """The moment at which we are reminded that the client waits for our answer."""

    due: int


@define(eq=False)
class Overdue:
    """The moment at which a report of a person is missed."""

    due: int


@define(eq=False)
class Answering:
    """The next effects of a reaction: its place among those of the case, and their slot."""

    due: int
    place: int
    responding: Responding
    group: Group


Upcoming = Schedule | Closing | Resuming | Nudging | Overdue | Answering


def schedule(table: Table, state: State) -> Upcoming | None:
    """Give the next look at a case; none where only an event can move it."""
    if state.changes.responses:
        own = _own(table, state)
        return min([*own, *answering(table, state)], key=_DUE, default=None)
    if state.status is ENDED:
        return None
    if state.pauses.since is None:
        return _running(table, state)
    return _standing(table, state)


def _own(table: Table, state: State) -> list[Upcoming]:
    """Give the next look at a case without what reactions have still to do."""
    if state.status is ENDED:
        return []
    stands = state.pauses.since is not None
    look = _standing(table, state) if stands else _running(table, state)
    return [] if look is None else [look]


def _running(table: Table, state: State) -> Upcoming | None:
    begun = state.begun
    if begun.draft_at is not None:
        return None
    if begun.asked_at is None or begun.done_at is not None:
        return ladder(table, state)
    overdue = _overdue(table, state, begun.asked_at)
    if begun.done == current(table, state).everything:
        return overdue
    looks = [ladder(table, state), overdue]
    return min((look for look in looks if look is not None), key=_DUE, default=None)


def _overdue(table: Table, state: State, asked: int) -> Overdue | None:
    if state.begun.overdue:
        return None
    due = overdue_at(table, current(table, state).overdue, asked)
    return Overdue(max(due, state.pauses.resumed_at or due))


def overdue_at(table: Table, amount: Amount, since: int) -> int:
    """Give the end of a time of ours, which dates count in our own calendar."""
    if isinstance(amount, Duration):
        return since + amount.minutes * _MINUTE
    sender = table.sender
    return sender.instant(count_forward(amount, sender.local_day(since), sender))


def _standing(table: Table, state: State) -> Resuming | Nudging | None:
    """Give the end of all holds; without one, the moment to remind us of our turn."""
    pauses, within = state.pauses, table.policy.respond_within
    if pauses.holds:
        until = held_until(pauses.holds)
        return None if until is None else Resuming(until)
    if within is None or pauses.nudged:
        return None
    assert pauses.replied_at is not None
    nudge = overdue_at(table, within, pauses.replied_at)
    return Nudging(max(nudge, pauses.released_at or nudge, state.changes.undone_at or nudge))


def answering(table: Table, state: State) -> list[Answering]:
    """Give the effects of reactions; the client hears nothing while the clock stands (L14)."""
    stands = state.status is not ENDED and state.pauses.since is not None
    looks: list[Answering] = []
    for place, response in enumerate(state.changes.responses):
        responding = table.reactions[response.reaction]
        for group in responding.groups:
            if not response.done & group.bit and not (stands and group.reaches_client):
                since = max(response.since, _resumed(state, group))
                looks.append(Answering(group.slots.next(since), place, responding, group))
    return looks


def _resumed(state: State, group: Group) -> int:
    resumed = state.pauses.resumed_at
    return resumed if resumed is not None and group.reaches_client else 0
