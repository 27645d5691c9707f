"""Let a drawn case live, action by action, and tell what the reference makes of each."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from attrs import evolve, frozen

from ghostrules.errors import EventError
from ghostrules.events import Elapsed, Event, Signal

from .cases import Drawn, Look
from .history import Case, Fired
from .interpreter import Reference
from .lives import LATEST, Happens, made_event
from .places import parties

MOST_LOOKS = 200


@frozen
class Action:
    """What is done next: `advance` looks as long as something changes, `transition` once."""

    how: str
    event: Event

    def __str__(self) -> str:
        """Tell it so that it can be read."""
        return f"{self.how} {self.event}"


@frozen
class After:
    """What became of an action; `refused` if it raised."""

    action: Action
    case: Case
    fired: list[Fired]
    refused: bool = False


def reference_of(drawn: Drawn) -> Reference:
    """Make the reference of a case."""
    known = parties()
    return Reference(
        drawn.made(), known[drawn.sender], known[drawn.client], {"third": known[drawn.third]}
    )


def begun(drawn: Drawn, reference: Reference) -> Case:
    """Open the case."""
    return Case(drawn.start, drawn.facts(reference.policy))


def lived(drawn: Drawn, reference: Reference) -> Iterator[After]:
    """Give every action of a case with what the reference makes of it."""
    case, clock = begun(drawn, reference), drawn.start
    for step in drawn.looks:
        for after in _lived(reference, case, clock, step):
            yield after
            case, clock = after.case, max(clock, after.action.event.at)
    for _ in range(MOST_LOOKS):
        due = reference.due(case)
        if due is None:
            return
        after = done(reference, case, Action("advance", looking(reference, max(due, clock))))
        yield after
        case, clock = after.case, max(clock, due)
    if not drawn.more:
        raise AssertionError("the case does not end")


def _lived(
    reference: Reference, case: Case, clock: datetime, step: Look | Happens
) -> Iterator[After]:
    if isinstance(step, Look):
        due = reference.due(case)
        if due is not None:
            yield done(reference, case, _look(reference, step, due))
        return
    now = clock + timedelta(minutes=step.later)
    while step.ticks and (due := reference.due(case)) is not None and due < now:
        after = done(reference, case, Action("advance", looking(reference, max(due, clock))))
        yield after
        if after.case is case:
            break
        case = after.case
    at = max(now - timedelta(minutes=step.back), case.start)
    aimed = evolve(step, said=tuple((key, _aimed(reference, case, key, v)) for key, v in step.said))
    yield done(reference, case, Action("transition", made_event(aimed, at)))


def _aimed(reference: Reference, case: Case, key: str, value: Any) -> Any:  # noqa: ANN401
    """Name the step that has a draft, or that was asked for last, where that is meant."""
    if key != "step" or value != LATEST:
        return value
    numbers = [n for n, draft in case.drafts.items() if draft.confirmed is None]
    asked = [(sent[-1].at, n) for n, sent in case.sent.items() if sent]
    number = max(numbers) if numbers else max(asked)[1] if asked else 0
    return reference.rows[number].step.id


def _look(reference: Reference, look: Look, due: datetime) -> Action:
    at = due + timedelta(minutes=look.minutes)
    if look.how == "end":
        return Action("transition", Signal("signed", at=at))
    stale = look.minutes % 3 == 1
    return Action(look.how, looking(reference, at, timedelta(days=2 if stale else 0)))


def looking(reference: Reference, at: datetime, age: timedelta = timedelta()) -> Elapsed:
    """Look at the clock, with every source of answers read up to an age ago."""
    observed: Mapping[str, datetime] = {source: at - age for source, _ in reference.policy.evidence}
    return Elapsed(at=at, observed=observed)


def done(reference: Reference, case: Case, action: Action) -> After:
    """Let the reference do an action."""
    event = action.event
    try:
        if isinstance(event, Elapsed) and action.how == "advance":
            return After(action, *reference.advance(case, event.at, dict(event.observed)))
        return After(action, *reference.happen(case, event))
    except EventError:
        return After(action, case, [], refused=True)
