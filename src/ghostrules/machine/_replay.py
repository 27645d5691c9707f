"""Journals: the events of a case, from which any of its states can be rebuilt (L20, L21).

An event that was a mistake is retracted: the case is rebuilt without it. What was sent stays
recorded as sent, at the instant at which it was; what would have been sent without the mistake
was not, and is derived anew from the retraction on.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from attrs import frozen

from ghostrules.calendars import to_micros
from ghostrules.errors import EventError
from ghostrules.events import Adopted, Elapsed, Event, Opening, Retracted, Started, Told
from ghostrules.machine._because import explain
from ghostrules.machine._ending import outcome_of
from ghostrules.machine._pausing import in_touch
from ghostrules.machine._progress import acted, asked, dropped, ended, wait
from ghostrules.machine._reasons import Rebuilt
from ghostrules.machine._state import State, Status
from ghostrules.machine._table import Row, Table
from ghostrules.machine._ticked import these
from ghostrules.machine._transition import Intent, Transition
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
    """

    entries: tuple[Entry, ...]

    @property
    def state(self) -> State:
        """The state after the last event."""
        return self.entries[-1].transition.state


@frozen(eq=False)
class Player:
    """What a journal is played on: what the machine of its case can do."""

    open: Callable[[Opening], State]
    advance: Callable[[State, Event], Transition]
    transition: Callable[[State, Event], Transition]
    table_of: Callable[[State], Table]


def replay(player: Player, events: Iterable[Opening | Event]) -> History:
    """Give what a journal tells; its first event opens the case, and no other does."""
    entries: list[Entry] = []
    for event in events:
        if not entries:
            entries.append(Entry(event, Transition(player.open(_opening(event)))))
        elif isinstance(event, Retracted):
            entries.append(_retracted(player, entries, event))
        elif isinstance(event, Started | Adopted):
            raise EventError("a journal opens its case once, with its first event")
        else:
            entries.append(Entry(event, player.advance(entries[-1].transition.state, event)))
    if not entries:
        raise EventError("a journal begins with the event that opened its case")
    return History(tuple(entries))


def _opening(event: Opening | Event) -> Opening:
    if not isinstance(event, Started | Adopted):
        raise EventError("a journal begins with the event that opened its case")
    return event


def _retracted(player: Player, entries: list[Entry], event: Retracted) -> Entry:
    before = entries[-1].transition.state
    if any(entry.event == event for entry in entries):
        return Entry(event, Transition(before))
    gone = {_place_of(entries, one.event.event) for one in _retractions(entries)}
    place = _place_of(entries, event.event)
    if place in gone or place is None:
        raise EventError(f"`{event.event!r}` is retracted, and is not in the journal")
    rebuilt = _Rebuilding(player, entries[0].transition.state)
    for number, entry in enumerate(entries[1:], 1):
        if number not in gone and number != place and not isinstance(entry.event, Retracted):
            rebuilt.take(entry)
    return Entry(event, _bounded(player, before, rebuilt.state, event))


def _retractions(entries: list[Entry]) -> list[Any]:
    return [entry for entry in entries if isinstance(entry.event, Retracted)]


def _place_of(entries: list[Entry], event: Told) -> int | None:
    """Give the place of the last such event in a journal."""
    places = [number for number, entry in enumerate(entries) if entry.event == event]
    return places[-1] if places else None


def _bounded(player: Player, before: State, state: State, event: Retracted) -> Transition:
    """Nothing is due before the retraction, from which patience counts."""
    at = to_micros(event.at)
    changes = state.changes._replace(changed_at=max(at, state.changes.changed_at or at))
    after = state._replace(planned_at=None, changes=changes)
    plan = schedule(player.table_of(after), after)
    after = wait(after, None if plan is None else plan.due)
    same = before if after == before else after
    why = partial(these, Rebuilt(event.event.at, event.at))
    return Transition(same, why=why, explain=partial(explain, player.table_of(same)))


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
        elif not isinstance(event, Started | Adopted):
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
        if row.index < self.state.row or self.state.status is Status.ENDED:
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
        after = act(self.state, row, groups & ~self.state.done, at)
        outcome = outcome_of(table, after, row, at)
        self.state = after if outcome is None else ended(after, outcome, at)


def _is_step(intent: Intent) -> bool:
    """Tell the effects of steps from reminders to ourselves and effects of reactions."""
    return intent.step is not None and intent.key.rsplit(":", 2)[1].isdecimal()
