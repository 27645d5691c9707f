"""A case is walked: events are told, and time passes at every due instant between them."""

from collections.abc import Iterable
from datetime import datetime

from attrs import define, evolve, field

from ghostrules.diagnostics import Report
from ghostrules.documents import diagnostic
from ghostrules.errors import EventError, ScenarioError
from ghostrules.events import Adopted, Elapsed, Event, Opening, Retracted, Started
from ghostrules.machine import Machine, State, Transition
from ghostrules.phrases import told_apart
from ghostrules.scenarios._scenario import Scenario, Telling, Ticks
from ghostrules.scenarios._story import Story, Teller, opened


def run(scenario: Scenario) -> Story:
    """Walk a scenario to its end.

    >>> from ghostrules.scenarios import loads
    >>> text = 'policy = "negotiation"\\nclient = "NL"\\nstart = 2026-03-16T10:00:00'
    >>> story = run(loads(text))
    >>> [step.step for step in story.steps], story.state.outcome
    (['follow-up', 'last-follow-up'], 'moved-on')

    Raises `ScenarioError` where the case cannot begin or refuses an event, and `CalendarError`
    where it leaves the years of its calendars.
    """
    walk = _begin(scenario)
    for telling in scenario.events:
        if scenario.ticks is Ticks.PUNCTUAL:
            walk.let_pass(telling.event.at, including=False)
        _tell(walk, telling, scenario)
    if scenario.ticks is Ticks.PUNCTUAL:
        walk.let_pass(None, including=True)
    return evolve(walk.teller.story(), refused=tuple(walk.refused))


def tell(machine: Machine, journal: Iterable[Opening | Event]) -> Story:
    """Tell the story of a journal, whose first event opens the case.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Replied, Started, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> began = datetime(2026, 3, 25, 10, tzinfo=UTC)
    >>> tell(machine, [Started("acme-7", at=began), Replied(at=began)]).state.turn.value
    'ours'

    Raises `EventError` for events that cannot happen, and where there is no opening first.
    """
    events = iter(journal)
    first = next(events, None)
    if not isinstance(first, Started | Adopted):
        raise EventError("a journal begins with the event that opened its case")
    walk = _Walk(opened(machine, first, machine.open(first)), first.at)
    for event in events:
        if isinstance(event, Started | Adopted):
            raise EventError("a journal opens its case once, with its first event")
        walk.tell(event)
    return walk.teller.story()


def upcoming(machine: Machine, state: State) -> Transition | None:
    """Give what a punctual look at the next due instant would do; none where nothing is due.

    >>> from ghostrules.scenarios import loads
    >>> text = 'policy = "negotiation"\\nclient = "NL"\\nstart = 2026-03-16T10:00:00'
    >>> scenario = loads(text + '\\nticks = "listed"')
    >>> upcoming(scenario.machine, run(scenario).state).step
    'follow-up'
    """
    due = state.due
    if due is None:
        return None
    return machine.transition(state, Elapsed(at=due, observed=_fresh(machine, due)))


def _fresh(machine: Machine, at: datetime) -> dict[str, datetime]:
    """Say that every source of answers was read just then."""
    return dict.fromkeys((source for source, _ in machine.policy.evidence), at)


@define
class _Walk:
    """A case on its way: its story so far, and how far time has passed."""

    teller: Teller
    now: datetime
    until: datetime | None = None
    refused: list[tuple[str, str]] = field(factory=list[tuple[str, str]])

    def let_pass(self, limit: datetime | None, *, including: bool) -> None:
        """Look at every due instant before the limit, with every source freshly read."""
        while (due := self.teller.state.due) is not None:
            at = max(due, self.now)
            is_beyond = limit is not None and (at > limit or (at == limit and not including))
            if is_beyond or (self.until is not None and at > self.until):
                return
            if not self._look(Elapsed(at=at, observed=_fresh(self.teller.machine, at))):
                return
            self.now = at

    def tell(self, event: Event) -> None:
        """Tell the case one event; a look goes on as long as something is due."""
        if isinstance(event, Elapsed):
            while self._look(event) and _is_due(self.teller.state.due, event.at):
                pass
        elif isinstance(event, Retracted):
            self.teller.take(event, self._rebuilt(event))
        else:
            machine, state = self.teller.machine, self.teller.state
            self.teller.take(event, machine.transition(state, event))
        self.now = max(self.now, event.at)

    def _look(self, event: Elapsed) -> bool:
        """Look once; tell whether anything has changed."""
        state = self.teller.state
        transition = self.teller.machine.transition(state, event)
        if transition.state is not state or transition.reasons:
            self.teller.take(event, transition)
        return transition.state is not state

    def _rebuilt(self, event: Retracted) -> Transition:
        told = [moment.event for moment in self.teller.moments]
        return self.teller.machine.replay([*told, event]).entries[-1].transition


def _is_due(due: datetime | None, at: datetime) -> bool:
    return due is not None and due <= at


def _begin(scenario: Scenario) -> _Walk:
    machine, opening = scenario.machine, scenario.opening
    try:
        teller = opened(machine, opening, machine.open(opening))
    except EventError as error:
        raise _fault(scenario, "GR403", "start", error) from None
    return _Walk(teller, opening.at, scenario.until)


def _tell(walk: _Walk, telling: Telling, scenario: Scenario) -> None:
    try:
        walk.tell(_seen(telling.event, scenario))
    except EventError as error:
        if not telling.refused:
            raise _fault(scenario, "GR404", telling.path, error) from None
        walk.refused.append((telling.path, str(error)))


def _seen(event: Event, scenario: Scenario) -> Event:
    """A look that says nothing of its sources is fresh, unless looks are listed."""
    if isinstance(event, Elapsed) and not event.observed and scenario.ticks is Ticks.PUNCTUAL:
        return Elapsed(at=event.at, observed=_fresh(scenario.machine, event.at))
    return event


def _fault(scenario: Scenario, code: str, path: str, error: EventError) -> ScenarioError:
    message, help = told_apart(error.words)
    found = diagnostic(code, message, path=path, help=help)
    return ScenarioError(Report((evolve(found, line=scenario.line_of(path)),)))
