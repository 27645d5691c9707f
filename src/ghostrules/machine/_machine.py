"""The machine: a compiled policy that turns a state and an event into the next state."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from attrs import field, frozen

from ghostrules.calendars import Calendar, to_micros
from ghostrules.conditions import FactValue
from ghostrules.errors import EventError, PolicyError, StateError
from ghostrules.events import (
    NAMES,
    Adopted,
    Elapsed,
    Event,
    Moved,
    Opening,
    Retracted,
    Signal,
    Started,
)
from ghostrules.machine._answer_by import AnswerBy, answer_by
from ghostrules.machine._because import explain
from ghostrules.machine._casework import remaining
from ghostrules.machine._compile import make_table
from ghostrules.machine._documents import fits, from_document
from ghostrules.machine._handling import HANDLING
from ghostrules.machine._migrating import moved_state
from ghostrules.machine._opening import adopted, fresh, known_of, opened, required
from ghostrules.machine._parties import Parties
from ghostrules.machine._plan import Plan, plan, unawaited
from ghostrules.machine._progress import wait
from ghostrules.machine._reasons import Reason
from ghostrules.machine._replay import History, Player, replay
from ghostrules.machine._retiming import (
    Timings,
    fingerprint_of,
    move_to,
    retimed_table,
    timings_of,
    with_move,
)
from ghostrules.machine._state import ENDED, FORMAT, HELD, State
from ghostrules.machine._table import AnyCalendar, Table
from ghostrules.machine._tick import tick
from ghostrules.machine._told import signal, tell, told
from ghostrules.machine._transition import Transition
from ghostrules.machine._upcoming import Upcoming, schedule
from ghostrules.machine._waking import resumed
from ghostrules.policy import ClientDetail, Policy, check

_MOST_RETIMED: Final = 64


@frozen(eq=False, repr=False)
class Machine:
    """A policy compiled with its calendars; made by `compile`, shared by all its cases.

    >>> from ghostrules import Calendar, built_in
    >>> nl = Calendar.for_country("NL")
    >>> compile(built_in("negotiation"), sender=nl, client=nl).client.name
    'NL'

    It holds no state of its own and reads no clock: every method is a pure function of its
    arguments (L1).
    """

    _table: Table
    _parties: Parties
    _retimed: dict[Timings, Table] = field(factory=dict[Timings, Table], init=False)

    def __repr__(self) -> str:
        """Name the policy and the client's calendar."""
        return f"Machine({self.policy.id!r}, client={self.client.name!r})"

    @property
    def policy(self) -> Policy:
        """The policy that was compiled."""
        return self._table.policy

    @property
    def client(self) -> Calendar:
        """The calendar of the client, in whose time zone dates become moments."""
        return self._table.client

    @property
    def sender(self) -> Calendar:
        """The calendar of the sender."""
        return self._table.sender

    def start(
        self,
        *,
        at: datetime,
        case: str,
        facts: Mapping[str, FactValue] | None = None,
        details: Collection[str] | None = None,
        never: Collection[str] = (),
    ) -> State:
        """Open a case.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> state.due.isoformat(), state.status.value, state.turn.value
        ('2026-03-20T08:00:00+00:00', 'open', 'client')

        `at` is the instant of the event that the policy names as its start; `facts` gives the
        facts that the policy declares, as far as they are known. `details` are the details of
        the client that are known (`phone`, `email`, ...); without them nobody looked, and none
        is missed. `never` are kinds of effects that this client does not get. Raises
        `EventError` for a naive `at`, an unknown or mistyped fact, or a missing one that a step
        counts from, and for a client without the details that `requires` names; `CalendarError`
        where a date is outside the calendars.
        """
        facts = facts or {}
        return self.open(Started(case, facts=facts, details=details, never=never, at=at))

    def open(self, opening: Opening) -> State:
        """Open a case, or take it over, by the event that begins its journal.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, Started, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> machine.open(Started("acme-7", at=datetime(2026, 3, 16, 9, tzinfo=UTC))).case
        'acme-7'

        Raises what `start` and `adopt` raise.
        """
        table = self._table
        state = opened(table, opening) if isinstance(opening, Started) else adopted(table, opening)
        return self._ready(table, state)[0]

    def adopt(
        self,
        *,
        at: datetime,
        case: str,
        done: Mapping[str, datetime] | None = None,
        started: datetime | None = None,
        facts: Mapping[str, FactValue] | None = None,
        details: Collection[str] | None = None,
        never: Collection[str] = (),
    ) -> State:
        """Take over a case in the middle of its ladder, without sending the past again.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> followed_up = datetime(2026, 3, 19, 9, tzinfo=UTC)
        >>> at = datetime(2026, 3, 23, 9, tzinfo=UTC)
        >>> machine.adopt(at=at, case="acme-7", done={"follow-up": followed_up}).due.isoformat()
        '2026-03-26T08:00:00+00:00'

        `done` tells when each step happened that is done (`notice#1` names one occurrence); the
        case goes on after the last of them, steps before it that are not named count as left
        out. `started` is when the wait began, without it the first of these instants. Nothing
        is due before `at`. Raises `EventError` for an unknown step, one that lies after `at`,
        or if the last step is done already; and what `start` raises.
        """
        done = done or {}
        first = started or min(done.values(), default=at)
        facts = facts or {}
        return self.open(
            Adopted(
                case, done=done, started=first, facts=facts, details=details, never=never, at=at
            )
        )

    def requires(self) -> tuple[ClientDetail, ...]:
        """Give the details of the client that the policy needs (D5).

        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> [str(one) for one in compile(built_in("late-content"), sender=nl, client=nl).requires()]
        ['phone', 'email']

        A step whose condition asks for a detail, or that has another way, does not need it.
        """
        return required(self.policy)

    def transition(self, state: State, event: Event) -> Transition:
        """Give what one event changes: at most one step acts (L17).

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> state, effects = machine.transition(state, Elapsed(at=state.due))
        >>> [(effect.key, effect.kind, effect.template) for effect in effects]
        [('acme-7:1:follow-up:1:0:1', 'email', 'negotiation/follow-up')]
        >>> state.due.isoformat()
        '2026-03-27T08:00:00+00:00'

        An event that changes nothing gives the very same state object and no effects (L16).
        Raises `EventError` for an event that this policy does not know or that cannot happen,
        `StateError` for the state of another machine; then nothing has changed (L20).
        """
        if state[:3] != self._table.identity:
            self._refuse(state)
        if isinstance(event, Elapsed):
            due, seen = state.due_at, to_micros(event.at)
            if due is None or seen < due:
                return Transition(state)
            return self._look(state, event, seen)
        kind = type(event)
        handling = HANDLING.get(kind)
        if handling is None:
            raise _no_event(event)
        one: Any = event
        if kind is Moved and isinstance(one.to, str):
            return self._retime(state, one)
        table = self._table_of(state) if state.changes.moves else self._table
        teller = signal if kind is Signal else tell
        return teller(table, state, one, to_micros(event.at), handling)

    def advance(self, state: State, event: Event) -> Transition:
        """Do the same as `transition`, repeated while something is due and the state changes.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, Signal, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> result = machine.advance(state, Signal("client-replied", at=state.due))
        >>> result.state.status.value, result.state.outcome
        ('ended', 'answered')

        The effects and reasons of all transitions are joined, in order.
        """
        result = self.transition(state, event)
        observed = event.observed if isinstance(event, Elapsed) else ()
        before, seen = state, to_micros(event.at)
        look = Elapsed(at=event.at, observed=observed)
        while result.state is not before and _is_due(result.state, seen):
            before = result.state
            result = result.followed_by(self._look(before, look, seen))
        return result

    def plan(
        self,
        *,
        at: datetime,
        facts: Mapping[str, FactValue] | None = None,
        case: str = "plan",
        details: Collection[str] | None = None,
        never: Collection[str] = (),
    ) -> Plan:
        """Give the silent path: every step in order if nobody answers and every look is punctual.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> plan = machine.plan(at=datetime(2026, 3, 16, 9, tzinfo=UTC))
        >>> [(planned.step, planned.due.day) for planned in plan], plan.outcome
        ([('follow-up', 20), ('last-follow-up', 27)], 'moved-on')

        Takes what `start` takes, and raises what it raises.
        """
        silent = self._table.silent
        known = known_of(silent, details, never)
        begun = fresh(silent, _instant(at), case, facts or {}, known)
        return plan(silent, *self._ready(silent, begun))

    def plan_from(self, state: State) -> Plan:
        """Give the rest of the silent path of a case, with all that is particular to it.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, Skipped, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("late-content"), sender=nl, client=nl)
        >>> at = datetime(2026, 3, 16, 9, tzinfo=UTC)
        >>> state = machine.start(at=at, case="acme-7")
        >>> state = machine.transition(state, Skipped("final-notice", by="ada", at=at)).state
        >>> [planned.step for planned in machine.plan_from(state) if planned.skipped]
        ['final-notice']

        Holds end when they are known to; where only an event can move the case on, the plan
        stops there, without an outcome. Raises `StateError` for the state of another machine.
        """
        self._recognise(state)
        silent = self._table_of(state).silent
        ready = unawaited(silent, state)
        return plan(silent, ready, schedule(silent, ready))

    def answer_by(
        self, state: State, step: str | None = None, occurrence: int = 1
    ) -> AnswerBy | None:
        """Give until when the client can answer before something happens to the client's harm.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("late-content"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> machine.answer_by(state).at.isoformat()
        '2026-03-23T08:00:00+00:00'

        For a `step` that grants a response window it is the end of that window (L12), otherwise
        the instant of the next adverse effect on the silent path (L11); none where nothing
        adverse comes. Raises `StateError` for the state of another machine.
        """
        self._recognise(state)
        silent = self._table_of(state).silent
        ready = unawaited(silent, state)
        ahead = plan(silent, ready, schedule(silent, ready))
        place = None if step is None else (step, occurrence)
        return answer_by(silent, ready, place, ahead)

    def replay(self, events: Iterable[Opening | Event], *, state: State | None = None) -> History:
        """Tell a case its whole journal: the same events give the same states and effects.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> first = datetime(2026, 3, 16, 9, tzinfo=UTC)
        >>> second = datetime(2026, 3, 20, 8, tzinfo=UTC)
        >>> history = machine.replay([Started("acme-7", at=first), Elapsed(at=second)])
        >>> [effect.key for entry in history.entries for effect in entry.transition.effects]
        ['acme-7:1:follow-up:1:0:1']

        Every event is given to `advance`, in the order of the journal. `Retracted` rebuilds the
        case without an earlier event; what was sent stays recorded as sent. With a `state` the
        journal tells what came after it, as for a case that `migrate` has moved. Raises
        `EventError` for a journal that does not begin with `Started` or `Adopted`, or retracts
        what is not in it, and what `transition` raises.
        """
        player = Player(self.open, self.advance, self.transition, self._table_of)
        return replay(player, events, state)

    def fingerprint(self, state: State) -> str:
        """Give the hash of what the policy means for this case: its own changes count (A5).

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> machine.fingerprint(state) == machine.policy.fingerprint
        True
        """
        self._recognise(state)
        return fingerprint_of(self._table, state)

    def facts(self, state: State) -> dict[str, FactValue]:
        """Give the facts of a case that are known, by name.

        >>> from datetime import UTC, date, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("payment"), sender=nl, client=nl)
        >>> at = datetime(2026, 3, 16, 9, tzinfo=UTC)
        >>> machine.facts(machine.start(at=at, case="acme-7", facts={"due": date(2026, 3, 1)}))
        {'due': datetime.date(2026, 3, 1)}
        """
        self._recognise(state)
        pairs = zip(self._table.facts, state.facts, strict=True)
        return {name: value for (name, _), value in pairs if value is not None}

    def restore(self, document: Mapping[str, object]) -> State:
        """Read the state of a case from its document (`State.to_document`); nothing is run.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
        >>> machine.restore(state.to_document()) == state
        True

        Raises `StateError` for an unknown format, the state of another policy or other
        calendars, or a document that no state could have written (L21).
        """
        state = from_document(document)
        self._recognise(state)
        fits(self._table, state)
        return state

    def explain(self, state: State) -> tuple[Reason, ...]:
        """Give the reasons for `state.due`, or for what the case waits for.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("project"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 25, 10, tzinfo=UTC), case="acme-7")
        >>> [type(reason).__name__ for reason in machine.explain(state)]
        ['Counted', 'Opened']

        Raises `StateError` for the state of another machine.
        """
        self._recognise(state)
        return explain(self._table_of(state), state)

    def take_over(self, state: State, old: "Machine") -> State:
        """Give the state of a case of another machine under this one; `migrate` says what changes.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
        >>> nl, tr = Calendar.for_country("NL"), Calendar.for_country("TR")
        >>> policy, at = built_in("negotiation"), datetime(2026, 3, 16, 9, tzinfo=UTC)
        >>> old = compile(policy, sender=nl, client=nl)
        >>> new = compile(policy, sender=nl, client=tr)
        >>> new.take_over(old.start(at=at, case="acme-7"), old).due.hour
        6

        Raises `StateError` as `migrate` does.
        """
        old._recognise(state)
        moved = moved_state(state, old._table_of(state), self._table)
        table = self._table_of(moved)
        return self._ready(table, moved)[0]

    def _ready(self, table: Table, state: State) -> tuple[State, Upcoming | None]:
        upcoming = schedule(table, state)
        return wait(state, None if upcoming is None else upcoming.due), upcoming

    def _table_of(self, state: State) -> Table:
        """Give the table of a case, in which a person may have given steps another timing."""
        if not state.changes.moves:
            return self._table
        timings = timings_of(state)
        if not timings:
            return self._table
        if timings not in self._retimed:
            if len(self._retimed) >= _MOST_RETIMED:
                self._retimed.clear()
            self._retimed[timings] = retimed_table(self._table, self._parties, timings)
        return self._retimed[timings]

    def _retime(self, state: State, event: Moved) -> Transition:
        """Give a step another timing in one case; the table follows."""
        before = state
        if state.status is HELD:
            state = resumed(self._table_of(state), state, to_micros(event.at))
        if state.status is ENDED:
            raise EventError("`moved` is told of a case that has ended")
        move = move_to(self._table, event)
        if move in state.changes.moves:
            return Transition(before)
        remaining(self._table_of(state), state, event.step)
        after = with_move(state, move)
        return told(self._table_of(after), state, after, event)

    def _recognise(self, state: State) -> None:
        if state[:3] != self._table.identity:
            self._refuse(state)

    def _refuse(self, state: State) -> None:
        table = self._table
        if state.version != FORMAT:
            raise StateError(f"the state has format `{state.version}`, expected `{FORMAT}`")
        if state.policy != table.fingerprint:
            raise StateError(_foreign("another policy,", state.policy, table.fingerprint))
        found, own = ("+".join(digests) for digests in (state.calendars, table.digests))
        raise StateError(_foreign("other calendars,", found, own))

    def _look(self, state: State, event: Elapsed, seen: int) -> Transition:
        table = self._table_of(state)
        plan = None if seen < state.looked_at else schedule(table, state)
        if plan is None:
            return Transition(state)
        return tick(table, state, plan, seen, event.observed).transition(table)


def compile(
    policy: Policy,
    *,
    sender: Calendar,
    client: Calendar,
    others: Mapping[str, AnyCalendar] | None = None,
) -> Machine:
    """Turn a policy and its calendars into a machine.

    >>> from ghostrules import Calendar, Policy
    >>> nl, tr = Calendar.for_country("NL"), Calendar.for_country("TR")
    >>> chase = Policy("chase", ["3 business days later: email"], ends="client-replied")
    >>> compile(chase, sender=nl, client=tr).policy.id
    'chase'

    `others` gives the third calendars that steps name in `business_days`. Raises `PolicyError`
    with the whole report where `check` finds an error, and `CalendarError` for a calendar that
    is named and not given, or for parties that no open hours bring together (L8).
    """
    report = check(policy)
    if not report.ok:
        raise PolicyError(report)
    parties = Parties.of(client, sender, others or {})
    return Machine(make_table(policy, parties), parties)


def _instant(at: datetime) -> int:
    return to_micros(Elapsed(at=at).at)


def _no_event(event: object) -> EventError:
    if isinstance(event, Retracted):
        return EventError("`retracted` rebuilds a case from its journal; use `machine.replay`")
    named = {name: kind.__name__ for kind, name in NAMES.items()}.get(str(event))
    meant = f"{named}(at=...)" if named else f"Signal({str(event)!r}, at=...)"
    return EventError(
        f"`{event!r}` is no event, expected one such as `Elapsed(at=...)` or `{meant}`"
    )


def _is_due(state: State, seen: int) -> bool:
    return state.due_at is not None and seen >= state.due_at


def _foreign(what: str, found: str, own: str) -> str:
    return f"the state belongs to {what} `{found[:12]}`, expected `{own[:12]}`"
