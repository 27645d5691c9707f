"""Journals: the events of a case, from which any of its states can be rebuilt (L20, L21).

An event that was a mistake is retracted: the case is rebuilt without it. What was sent stays
recorded as sent, at the instant at which it was; what would have been sent without the mistake
was not, and is derived anew from the retraction on.
"""

from collections.abc import Callable, Iterable

from attrs import frozen

from ghostrules.calendars import to_micros
from ghostrules.errors import EventError
from ghostrules.events import Adopted, Elapsed, Event, Opening, Retracted, Started, name_of
from ghostrules.machine._ending import outcome_of
from ghostrules.machine._pausing import in_touch
from ghostrules.machine._progress import acted, asked, dropped, ended, wait
from ghostrules.machine._reasons import Rebuilt
from ghostrules.machine._state import ENDED, State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._transition import Intent, Known, Transition
from ghostrules.machine._upcoming import Overdue, Resuming, schedule
from ghostrules.machine._waking import wake


@frozen
class Entry:
    """One event of a journal and what it changed; opening a case has no effects."""

    event: Opening | Event
    transition: Transition


@frozen
class History:
    """A case as its journal tells it: every event with what it changed, and the state at the end.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Replied, Started, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> history = machine.replay([
    ...     Started("acme-7", at=datetime(2026, 3, 25, 10, tzinfo=UTC)),
    ...     Replied(at=datetime(2026, 3, 26, 10, tzinfo=UTC)),
    ... ])
    >>> len(history.entries), history.state.turn.value
    (2, 'ours')

    `begun` is the state with which it begins.
    """

    begun: State
    entries: tuple[Entry, ...]

    @property
    def state(self) -> State:
        """The state after the last event."""
        return self.entries[-1].transition.state if self.entries else self.begun


@frozen(eq=False)
class Player:
    """What a journal is played on: what the machine of its case can do."""

    open: Callable[[Opening], State]
    advance: Callable[[State, Event], Transition]
    transition: Callable[[State, Event], Transition]
    table_of: Callable[[State], Table]


def replay(player: Player, events: Iterable[Opening | Event], begun: State | None) -> History:
    """Give what a journal tells, from the event that opens its case or from a state on."""
    told, entries = list(events), list[Entry]()
    if begun is None:
        begun = player.open(_opening(told[0] if told else None))
        entries.append(Entry(told.pop(0), Transition(begun)))
    state = begun
    for event in told:
        entry = _entry(player, begun, entries, state, event)
        entries.append(entry)
        state = entry.transition.state
    return History(begun, tuple(entries))


def _entry(
    player: Player, begun: State, entries: list[Entry], state: State, event: Opening | Event
) -> Entry:
    if isinstance(event, Retracted):
        return _retracted(player, begun, entries, state, event)
    if isinstance(event, Started | Adopted):
        raise EventError("a journal opens its case once, with its first event")
    return Entry(event, player.advance(state, event))


def _opening(event: Opening | Event | None) -> Opening:
    if not isinstance(event, Started | Adopted):
        raise EventError("a journal begins with the event that opened its case")
    return event


def _retracted(
    player: Player, begun: State, entries: list[Entry], state: State, event: Retracted
) -> Entry:
    """Tell the case again without an event, however often it was told."""
    events = [entry.event for entry in entries]
    if event in events:
        return Entry(event, Transition(state))
    mistakes = [one.event for one in events if isinstance(one, Retracted)]
    if event.event not in events or event.event in mistakes:
        told = f"{name_of(event.event)} at {event.event.at.isoformat()}"
        raise EventError(f"`{told}` is retracted, and is not in the journal")
    mistakes.append(event.event)
    rebuilt = _Rebuilding(player, begun)
    for entry in entries:
        if entry.event not in mistakes:
            rebuilt.take(entry)
    return Entry(event, _bounded(player, state, rebuilt.state, event))


def _bounded(player: Player, before: State, state: State, event: Retracted) -> Transition:
    """Nothing is due before the retraction, from which patience counts."""
    at = to_micros(event.at)
    after = state._replace(changed_at=max(at, state.changed_at or at))
    plan = schedule(player.table_of(after), after)
    after = wait(after, None if plan is None else plan.due)
    same = before if after == before else after
    why = (Rebuilt(event.event.at, event.at),)
    return Transition(same, (), Known(why, player.table_of(same)))


class _Rebuilding:
    """A case that is told its journal again, without an event that was a mistake."""

    def __init__(self, player: Player, state: State) -> None:
        self.state = state
        self._player = player

    def take(self, entry: Entry) -> None:
        """Tell one event again; what was sent then is recorded as sent."""
        event = entry.event
        if isinstance(event, Elapsed):
            self._wake(to_micros(event.at))
            self._record(entry.transition.effects)
        elif not isinstance(event, Started | Adopted | Retracted):
            self._tell(event)

    def _tell(self, event: Event) -> None:
        try:
            self.state = self._player.transition(self.state, event).state
        except EventError:
            return  # what was told of the mistake, such as the release of a hold, falls with it

    def _wake(self, seen: int) -> None:
        """Let holds end and reports be missed, as they do without anything being sent."""
        table = self._player.table_of(self.state)
        plan = schedule(table, self.state)
        while isinstance(plan, Resuming | Overdue) and plan.due <= seen:
            self.state = wake(table, self.state, plan, plan.due).state
            plan = schedule(table, self.state)

    def _record(self, effects: tuple[Intent, ...]) -> None:
        for step, occurrence, at in dict.fromkeys(
            (one.step, one.occurrence, to_micros(one.at)) for one in effects if _is_step(one)
        ):
            rows = self._player.table_of(self.state).rows
            row = next(
                (one for one in rows if (one.step, one.occurrence) == (step, occurrence)), None
            )
            if row is not None:
                self._record_row(row, at, {one.key for one in effects if one.step == step})

    def _record_row(self, row: Row, at: int, keys: set[str]) -> None:
        table = self._player.table_of(self.state)
        if self.state.happened[row.index] is not None or self.state.status is ENDED:
            self.state = in_touch(self.state, at, row.index) if row.reaches_client else self.state
            return
        while self.state.row < row.index:
            self.state = dropped(self.state, table.rows[self.state.row], at)
        positions = {key.rsplit(":", 2)[1] for key in keys}
        groups = 0
        for effect in row.effects:
            if str(effect.position) in positions:
                groups |= effect.bit
        act = asked if row.live else acted
        after = act(self.state, row, groups & ~self.state.begun.done, at)
        outcome = outcome_of(table, after, row, at)
        self.state = after if outcome is None else ended(after, outcome, at)


def _is_step(intent: Intent) -> bool:
    """Tell the effects of steps from reminders to ourselves and effects of reactions."""
    return intent.step is not None and intent.key.rsplit(":", 2)[1].isdecimal()
