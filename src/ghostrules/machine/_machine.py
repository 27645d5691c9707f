"""The machine: a compiled policy that turns a state and an event into the next state."""

from collections.abc import Mapping
from datetime import datetime

from attrs import frozen

from ghostrules.calendars import Calendar, to_micros
from ghostrules.conditions import FactValue
from ghostrules.errors import EventError, PolicyError, StateError
from ghostrules.events import Elapsed, Event, Retracted
from ghostrules.machine._because import because
from ghostrules.machine._compile import make_table
from ghostrules.machine._facts import read_facts
from ghostrules.machine._handling import HANDLING
from ghostrules.machine._parties import Parties
from ghostrules.machine._plan import Plan, plan
from ghostrules.machine._progress import wait
from ghostrules.machine._reasons import Reason
from ghostrules.machine._state import FORMAT, LONE, State, Status, Turn
from ghostrules.machine._table import AnyCalendar, Table
from ghostrules.machine._tick import tick
from ghostrules.machine._told import tell
from ghostrules.machine._transition import Transition
from ghostrules.machine._upcoming import Upcoming, schedule
from ghostrules.policy import Policy, check


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

    def start(
        self, *, at: datetime, case: str, facts: Mapping[str, FactValue] | None = None
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
        facts that the policy declares, as far as they are known. Raises `EventError` for a
        naive `at`, an unknown or mistyped fact, or a missing one that a step counts from, and
        `CalendarError` where a date is outside the calendars.
        """
        return self._open(self._table, at, case, facts)[0]

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
        self._recognise(state)
        if isinstance(event, Elapsed):
            return self._elapsed(state, event)
        if type(event) in HANDLING:
            return tell(self._table, state, event, to_micros(event.at))  # type: ignore[arg-type]
        if isinstance(event, Retracted):
            raise EventError("`retracted` rebuilds a case from its journal; use `machine.replay`")
        raise EventError(
            f"`{event!r}` is no event, expected one such as `Elapsed(at=...)` "
            f"or `Signal({str(event)!r}, at=...)`"
        )

    def advance(self, state: State, event: Event) -> Transition:
        """Do the same as `transition`, repeated while something is due and the state changes.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in
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
            result = _joined(result, self._elapsed(before, look))
        return result

    def plan(
        self,
        *,
        at: datetime,
        facts: Mapping[str, FactValue] | None = None,
        case: str = "plan",
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
        return plan(self._table.silent, *self._open(self._table.silent, at, case, facts))

    def explain(self, state: State) -> tuple[Reason, ...]:
        """Give the reasons for `state.due`; none once the case has ended.

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
        if state.status is Status.ENDED and state.due_at is None:
            return ()
        return because(self._table, state, schedule(self._table, state))

    def _open(
        self, table: Table, at: datetime, case: str, facts: Mapping[str, FactValue] | None
    ) -> tuple[State, Upcoming | None]:
        state = _fresh(table, _instant(at), case, read_facts(table, facts or {}))
        upcoming = schedule(table, state)
        return wait(state, None if upcoming is None else upcoming.due), upcoming

    def _recognise(self, state: State) -> None:
        table = self._table
        if state.version != FORMAT:
            raise StateError(f"the state has format `{state.version}`, expected `{FORMAT}`")
        if state.policy != table.fingerprint:
            raise StateError(_foreign("another policy,", state.policy, table.fingerprint))
        if state.calendars != table.digests:
            found, own = ("+".join(digests) for digests in (state.calendars, table.digests))
            raise StateError(_foreign("other calendars,", found, own))

    def _elapsed(self, state: State, event: Elapsed) -> Transition:
        due, seen = state.due_at, to_micros(event.at)
        if due is None or seen < due:
            return Transition(state)
        table = self._table
        plan = schedule(table, state)
        assert plan is not None
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
    return Machine(make_table(policy, Parties.of(client, sender, others or {})))


def _instant(at: datetime) -> int:
    return to_micros(Elapsed(at=at).at)


def _fresh(table: Table, at: int, case: str, facts: tuple[FactValue | None, ...]) -> State:
    if not isinstance(case, str) or not case:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise EventError(f"`{case}` is no name of a case, expected text")
    return State(
        version=FORMAT,
        policy=table.fingerprint,
        calendars=table.digests,
        case=case,
        round=1,
        started_at=at,
        facts=facts,
        status=Status.OPEN,
        turn=Turn.CLIENT,
        outcome=None,
        ended_at=None,
        due_at=None,
        row=0,
        done=0,
        dropped=0,
        happened=(None,) * len(table.rows),
        last_at=at,
        since_at=at,
        planned_at=None,
        counted_at=None,
        reached_at=None,
        contact_at=None,
        contact_row=LONE,
    )


def _is_due(state: State, seen: int) -> bool:
    return state.due_at is not None and seen >= state.due_at


def _joined(first: Transition, second: Transition) -> Transition:
    acted = second if second.step else first
    return Transition(
        second.state,
        first.effects + second.effects,
        acted.step,
        acted.occurrence,
        acted.skipped,
        lambda: first.reasons + second.reasons,
        second.why_next,
    )


def _foreign(what: str, found: str, own: str) -> str:
    return f"the state belongs to {what} `{found[:12]}`, expected `{own[:12]}`"
