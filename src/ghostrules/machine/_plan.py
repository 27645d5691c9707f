"""The silent path: what happens, and when, if nobody answers."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from attrs import evolve, field, frozen

from ghostrules.machine._reasons import Reason
from ghostrules.machine._schedule import schedule
from ghostrules.machine._state import State
from ghostrules.machine._table import Table
from ghostrules.machine._tick import tick
from ghostrules.machine._transition import Intent, Transition, Why


@frozen(slots=False)
class PlannedStep:
    """One step of a plan: when it is due, what it does, and why then.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> planned = machine.plan(at=datetime(2026, 3, 25, 10, tzinfo=UTC)).steps[1]
    >>> planned.step, planned.due.isoformat(), [effect.kind for effect in planned.effects]
    ('call', '2026-04-07T07:00:00+00:00', ['call'])

    `due` is the instant of its earliest effect, in UTC; each effect carries its own. Where
    effects come at different instants, the reasons of one follow those of the other.
    """

    step: str
    occurrence: int
    due: datetime
    effects: tuple[Intent, ...]
    why: Why = field(eq=False, repr=False)

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

    `ended` is the instant at which the case ends, in UTC, and `outcome` how.
    """

    steps: tuple[PlannedStep, ...]
    outcome: str
    ended: datetime

    def __iter__(self) -> Iterator[PlannedStep]:
        """Go through the planned steps in order."""
        return iter(self.steps)

    def __len__(self) -> int:
        """Count the planned steps."""
        return len(self.steps)


def plan(table: Table, state: State) -> Plan:
    """Let time pass punctually until the case ends."""
    steps: list[PlannedStep] = []
    for transition in _silence(table, state):
        if transition.step is not None:
            _add(steps, transition)
        state = transition.state
    assert state.outcome is not None
    assert state.ended is not None
    return Plan(tuple(steps), state.outcome, state.ended)


def _silence(table: Table, state: State) -> Iterator[Transition]:
    upcoming = schedule(table, state)
    while True:
        transition, following = tick(table, state, upcoming, upcoming.due)
        yield transition
        if following is None:
            return
        state, upcoming = transition.state, following


def _add(steps: list[PlannedStep], transition: Transition) -> None:
    assert transition.step is not None
    last = steps[-1] if steps else None
    if last and (last.step, last.occurrence) == (transition.step, transition.occurrence):
        why = partial(_both, last.why, transition.why)
        steps[-1] = evolve(last, effects=last.effects + transition.effects, why=why)
    else:
        steps.append(_planned(transition, transition.step))


def _both(first: Why, second: Why) -> tuple[Reason, ...]:
    return first() + second()


def _planned(transition: Transition, step: str) -> PlannedStep:
    return PlannedStep(
        step,
        transition.occurrence,
        transition.effects[0].at,
        transition.effects,
        transition.why,
    )
