"""The silent path: what happens, and when, if nobody answers."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from attrs import evolve, field, frozen

from ghostrules.calendars import from_micros
from ghostrules.conditions import write
from ghostrules.machine._channels import current
from ghostrules.machine._progress import performed, with_begun
from ghostrules.machine._reasons import Reason
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._tick import tick
from ghostrules.machine._ticked import Ticked
from ghostrules.machine._transition import Intent, Why
from ghostrules.machine._upcoming import Upcoming


@frozen(slots=False)
class PlannedStep:
    """One step of a plan: when it is due, what it does, and why then.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> planned = machine.plan(at=datetime(2026, 3, 25, 10, tzinfo=UTC)).steps[0]
    >>> planned.step, planned.due.isoformat(), [effect.kind for effect in planned.effects]
    ('follow-up', '2026-03-31T07:00:00+00:00', ['email'])

    `due` is the instant of its earliest effect, in UTC; each effect carries its own. Where
    effects come at different instants, the reasons of one follow those of the other.
    `conditions` say on what it depends (`if ...`, `unless ...`), which is looked at when it is
    due; `skipped` tells that with the facts of the plan it is left out then. `state` is the case
    after the step, as it stands on the silent path.
    """

    step: str
    occurrence: int
    due: datetime
    effects: tuple[Intent, ...]
    why: Why = field(eq=False, repr=False)
    state: State = field(eq=False, repr=False)
    skipped: bool = False
    conditions: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the step is due then, in the order of the thought."""
        return self.why()


@frozen(slots=False)
class Plan:
    """The silent path of a case: iterates over its steps.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> plan = compile(built_in("project"), sender=nl, client=nl).plan(
    ...     at=datetime(2026, 3, 25, 10, tzinfo=UTC)
    ... )
    >>> len(plan), plan.outcome, plan.ended.date().isoformat()
    (5, 'stopped', '2026-04-14')

    `ended` is the instant at which the case ends, in UTC, and `outcome` how; none where the
    case waits for an event.
    """

    steps: tuple[PlannedStep, ...]
    outcome: str | None
    ended: datetime | None

    def __iter__(self) -> Iterator[PlannedStep]:
        """Go through the planned steps in order."""
        return iter(self.steps)

    def __len__(self) -> int:
        """Count the planned steps."""
        return len(self.steps)


def plan(table: Table, state: State, upcoming: Upcoming | None) -> Plan:
    """Let time pass punctually until the case ends."""
    steps: list[PlannedStep] = []
    last: Row | None = None
    while upcoming is not None:
        due = upcoming.due
        done = tick(table, state, upcoming, due)
        if done.row is not None:
            _add(steps, done, done.row, last, due)
            last = done.row
        state, upcoming = done.state, done.upcoming
    return Plan(tuple(steps), state.outcome, state.ended)


def unawaited(table: Table, state: State) -> State:
    """Give the state in which what waits for a person is done as it was asked for."""
    begun = state.begun
    if begun.draft_at is not None:
        return with_begun(state, begun._replace(draft_at=None, confirmed_at=begun.draft_at))
    if begun.asked_at is not None and begun.done == current(table, state).everything:
        return performed(state, current(table, state), None)
    return state


def _add(steps: list[PlannedStep], done: Ticked, row: Row, last: Row | None, due: int) -> None:
    if row is last:
        why = partial(_both, steps[-1].why, done.why)
        effects = steps[-1].effects + done.effects
        steps[-1] = evolve(steps[-1], effects=effects, why=why, state=done.state)
    else:
        steps.append(
            PlannedStep(
                row.step,
                row.occurrence,
                from_micros(due),
                done.effects,
                done.why,
                done.state,
                done.skipped,
                _said(row) if row.conditions else (),
            )
        )


def _said(row: Row) -> tuple[str, ...]:
    return tuple(
        f"{'if' if wanted else 'unless'} {write(condition)}" for condition, wanted in row.conditions
    )


def _both(first: Why, second: Why) -> tuple[Reason, ...]:
    return first() + second()
