"""Six events round a ladder of six places, side by side with libraries for state machines.

Run it with `pytest benchmarks/bench_six_events.py`; the end of its output gives the ratios.
Everybody has the same ladder: five times time passes, and then the client replies; `replied` also
leads back from the places between, so there are ten transitions. Every contestant must go
through the same places before it is timed.

What is compared is not the same work. The peers look up a target that is known beforehand, and a
guard and an action are one call each. Here the target is a moment: `with dates` places each next
step in the calendars of both parties and makes the intents of the step that acts, and `without
dates` is a lap of events that derive no moment (replies, answers and an end), with everything
else that a transition does: recognising the state, validating the event in its status, a new
frozen state, and reasons that are told when asked for. The hand-written table is measured bare,
and once as the pure step that one would write without a library: event objects, a guard, effects,
and a deadline that knows no calendar.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import Any, Protocol

import pytest
import transitions
from attrs import field, frozen
from automat import TypeMachineBuilder
from statemachine import State, StateMachine

from ghostrules import Calendar, Machine, Policy, Step, Transition, compile
from ghostrules import State as CaseState
from ghostrules.events import Answered, Elapsed, Replied, Signal

pytestmark = pytest.mark.benchmark(min_time=0.0015)  # rounds of many laps: a lap is too short
logging.getLogger("transitions").setLevel(logging.ERROR)  # it would warn of what it ignores

PLACES = ["sent", "reminder", "second_reminder", "letter", "notice", "pause"]
LAP = ["elapsed"] * 5 + ["replied"]
EXPECTED = [*PLACES[1:], "sent"]
MOVES = [("elapsed", *pair) for pair in pairwise(PLACES)]
MOVES += [("replied", place, "sent") for place in PLACES[1:]]
START = datetime(2026, 3, 27, 16, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)

Lap = Callable[[], object]
Contestant = tuple[Lap, Callable[[], list[str]]]  # and the places that a lap passes


# by hand


@frozen
class Case:
    name: str
    place: str
    since: datetime
    deadline: datetime | None
    sent: int


@frozen
class Happened:
    name: str
    at: datetime


@frozen
class Result:
    state: Case
    effects: tuple[str, ...]


HAND_START = Case("acme-7", "sent", START, None, 0)
TABLE = {(place, event): target for event, place, target in MOVES}
NO_EFFECTS: tuple[str, ...] = ()


def bare_step(case: Case, event: str) -> Case:
    target = TABLE.get((case.place, event))
    if target is None:
        return case
    return Case(case.name, target, case.since, case.deadline, case.sent)


def by_hand() -> Contestant:
    def lap() -> object:
        case = HAND_START
        for event in LAP:
            case = bare_step(case, event)
        return case

    return lap, lambda: visited(HAND_START, LAP, bare_step)


@frozen
class Move:
    target: str
    guard: Callable[[Case, Happened], bool]
    effects: tuple[str, ...]
    wait: timedelta = field(default=timedelta(hours=48))


def is_not_older(case: Case, event: Happened) -> bool:
    return event.at >= case.since


FULL_TABLE = {
    (place, event): Move(target, is_not_older, ("email",)) for event, place, target in MOVES
}


def full_step(case: Case, event: Happened) -> Result:
    move = FULL_TABLE.get((case.place, event.name))
    if move is None or not move.guard(case, event):
        return Result(case, NO_EFFECTS)
    at = event.at
    return Result(Case(case.name, move.target, at, at + move.wait, case.sent + 1), move.effects)


def by_hand_full() -> Contestant:
    def lap() -> object:
        state = HAND_START
        for event in events:
            state = full_step(state, event).state
        return state

    events = [Happened(name, START) for name in LAP]
    return lap, lambda: visited(HAND_START, events, lambda *given: full_step(*given).state)


def visited(case: Case, events: list[Any], step: Callable[[Case, Any], Case]) -> list[str]:
    return [(case := step(case, event)).place for event in events]


# the peers


def moving(fires: list[Callable[[], Any]], where: Callable[[Any], str] = str) -> Contestant:
    """Drive a machine that changes in place; its sixth event leads back to the beginning.

    `where` tells its place, given what the event returned.
    """

    def lap() -> None:
        for fire in fires:
            fire()

    return lap, lambda: [where(fire()) for fire in fires]


class Client:
    sent = 0

    def may_act(self) -> bool:
        return self.sent >= 0

    def act(self) -> None:
        self.sent += 1


def of_transitions(*, acting: bool) -> Contestant:
    client: Any = Client()
    more = {"conditions": "may_act", "after": "act"} if acting else {}
    of_transitions_to(client, more)
    return moving([getattr(client, event) for event in LAP], lambda _: client.state)


def of_transitions_to(client: Client, more: dict[str, str] | None = None, **options: Any) -> None:
    """Give a client its state and its events; the machine itself may be shared by many."""
    moves = [
        {"trigger": event, "source": place, "dest": target, **(more or {})}
        for event, place, target in MOVES
    ]
    transitions.Machine(
        client, PLACES, transitions=moves, initial="sent", auto_transitions=False, **options
    )


def statechart(options: dict[str, Any], more: dict[str, str] | None = None) -> type[StateMachine]:
    """Make the class that one would write by hand, from the same table as everybody else."""
    states = {place: State(initial=place == "sent") for place in PLACES}
    body: dict[str, Any] = {**options, **states}
    for event, place, target in MOVES:
        move = states[place].to(states[target], **(more or {}))
        body[event] = body[event] | move if event in body else move
    return type(StateMachine)("Ladder", (StateMachine,), body)


def of_statemachine(*, acting: bool) -> Contestant:
    made = statechart({}, {"cond": "may_act", "on": "act"} if acting else {})
    chart: Any = made(Client()) if acting else made()
    return moving(
        [getattr(chart, event) for event in LAP],
        lambda _: next(iter(chart.configuration)).id,
    )


class Inputs(Protocol):
    def elapsed(self) -> str: ...
    def replied(self) -> str: ...


def of_automat(*, acting: bool) -> Contestant:
    builder = TypeMachineBuilder(Inputs, Client)
    states = {place: builder.state(place) for place in PLACES}
    for event, place, target in MOVES:
        move = states[place].upon(getattr(Inputs, event)).to(states[target])
        if acting:
            move(acted(target))
        else:
            move.returns(target)
    made: Any = builder.build()(Client())
    fires = [getattr(made, event) for event in LAP]
    return moving(fires)


def acted(target: str) -> Callable[[Any, Client], str]:
    def act(_inputs: Any, client: Client) -> str:
        client.act()
        return target

    return act


# ours

NL = Calendar.for_country("NL")
LADDER = Policy(
    "ladder",
    [
        Step("reminder", "24 hours after start", "email"),
        Step("second-reminder", "2 business days after reminder", "email"),
        Step("letter", "on Tuesday of the calendar week following second-reminder", "letter"),
        Step("notice", "48 hours before pause", "email"),
        # the window keeps the case open after its last step
        Step("pause", "5 business days after letter", "pause_work", answer_within="30 days"),
    ],
    ends={"client-replied": "answered"},
    after_answer="wait",
)


def opened() -> tuple[Machine, CaseState]:
    machine = compile(LADDER, sender=NL, client=NL)
    return machine, machine.start(at=START, case="acme-7")


def ours_with_dates() -> Contestant:
    """Act at each due instant, and then take the reply."""
    machine, state = opened()
    events: list[Any] = []
    for _ in PLACES[1:]:
        assert state.due is not None
        events.append(Elapsed(at=state.due))
        state = machine.transition(state, events[-1]).state
    return running(machine, [*events, Replied(at=events[-1].at + HOUR)])


def ours_without_dates() -> Contestant:
    """Take replies, answers and an end, none of which makes a moment due."""
    machine, _ = opened()
    kinds = [Replied, Answered, Replied, Answered, Replied]
    events: list[Any] = [kind(at=START + n * HOUR) for n, kind in enumerate(kinds, 1)]
    events.append(Signal("client-replied", at=START + 6 * HOUR))
    return running(machine, events)


def running(machine: Machine, events: list[Any]) -> Contestant:
    start, transition = machine.start(at=START, case="acme-7"), machine.transition

    def lap() -> object:
        state = start
        for event in events:
            state = transition(state, event).state
        return state

    def places() -> list[str]:
        state, seen = start, []
        for event in events:
            result = transition(state, event)
            assert result.state is not state
            state = result.state
            seen.append(told(result))
        return seen

    return lap, places


def told(result: Transition) -> str:
    """Say where a case is: the step that acted, or whose turn it is and how it ended."""
    state = result.state
    if result.step is not None:
        return result.step.replace("-", "_")
    return str(state.outcome or state.turn)


# the race

NAMES: dict[str, tuple[Callable[[], Contestant], list[str]]] = {
    "by hand: a table of frozen values": (by_hand, EXPECTED),
    "by hand: guard, effects, deadline": (by_hand_full, EXPECTED),
    "Automat": (partial(of_automat, acting=False), EXPECTED),
    "Automat, action": (partial(of_automat, acting=True), EXPECTED),
    "transitions": (partial(of_transitions, acting=False), EXPECTED),
    "transitions, guard and action": (partial(of_transitions, acting=True), EXPECTED),
    "python-statemachine": (partial(of_statemachine, acting=False), EXPECTED),
    "python-statemachine, guard and action": (partial(of_statemachine, acting=True), EXPECTED),
    "ghostrules, without dates": (
        ours_without_dates,
        ["ours", "client", "ours", "client", "ours", "answered"],
    ),
    "ghostrules, with dates": (ours_with_dates, [*PLACES[1:], "ours"]),
}


@pytest.mark.parametrize("name", NAMES)
def bench_six_events(race: Any, name: str) -> None:
    """Six events, each of which changes the state."""
    make, expected = NAMES[name]
    lap, places = make()
    assert expected == places()
    race(lap, group="six events round the ladder", name=name, events=6)


# an event that changes nothing: the reply to a question that has not been asked again


def idle_by_hand() -> Lap:
    assert bare_step(HAND_START, "replied") is HAND_START
    return lambda: bare_step(HAND_START, "replied")


def idle_transitions() -> Lap:
    client: Any = Client()
    of_transitions_to(client, ignore_invalid_triggers=True)
    assert (client.replied(), client.state) == (False, "sent")
    return client.replied


def idle_statemachine() -> Lap:
    chart: Any = statechart({"allow_event_without_transition": True})()
    chart.replied()
    assert [state.id for state in chart.configuration] == ["sent"]
    return chart.replied


def idle_early_look() -> Lap:
    machine, state = opened()
    return unchanged(machine, state, Elapsed(at=START + HOUR))


def idle_told_again() -> Lap:
    machine, state = opened()
    reply = Replied(at=START + HOUR)
    return unchanged(machine, machine.transition(state, reply).state, reply)


def unchanged(machine: Machine, state: CaseState, event: Any) -> Lap:
    assert machine.transition(state, event).state is state
    return partial(machine.transition, state, event)


IDLE: dict[str, Callable[[], Lap]] = {
    "by hand: a table of frozen values": idle_by_hand,
    "transitions": idle_transitions,
    "python-statemachine": idle_statemachine,
    "ghostrules, an early look": idle_early_look,
    "ghostrules, a reply told again": idle_told_again,
}


@pytest.mark.parametrize("name", IDLE)
def bench_nothing_changes(race: Any, name: str) -> None:
    """An event that leaves everything as it is."""
    race(IDLE[name](), group="an event that changes nothing", name=name)
