"""Why an event changed a case as it did, or did not: told when somebody asks."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple, cast

from ghostrules.calendars import from_micros, to_micros
from ghostrules.events import (
    Answered,
    FactChanged,
    Held,
    Moved,
    Promised,
    Replied,
    Skipped,
    Told,
    name_of,
)
from ghostrules.machine._because import explain
from ghostrules.machine._facts import DETAILS
from ghostrules.machine._reacting import step_of
from ghostrules.machine._reasons import (
    Answer,
    EndedBy,
    EndUndone,
    FactSet,
    HeldBy,
    HoldEnded,
    MovedBy,
    NewRound,
    OurMessage,
    OurTurn,
    Outdated,
    Reacted,
    Reason,
    Reported,
    SkippedBy,
    WeAreAway,
)
from ghostrules.machine._state import ENDED, HELD, OURS, State
from ghostrules.machine._table import Table
from ghostrules.policy import AfterAnswer


class Telling(NamedTuple):
    """The account of an event that was told: no step acted."""

    table: Table
    before: State
    after: State
    event: Told

    @property
    def acted(self) -> None:
        """No step."""
        return

    def reasons(self) -> tuple[Reason, ...]:
        """Give the reasons of what the event changed, or why it changed nothing."""
        before, after, event = self.before, self.after, self.event
        if after is before:
            return tuple(_outdated(before, event))
        return (
            *_said(after, event),
            *_facts(self.table, before, after),
            *consequences(self.table, before, after, event),
        )

    def next_reasons(self, state: State) -> tuple[Reason, ...]:
        """Give what comes next, if anything changed."""
        return () if self.after is self.before else explain(self.table, state)


new_telling: Final[Callable[[tuple[Table, State, State, Told]], Telling]] = partial(
    cast("Any", tuple).__new__, Telling
)


def consequences(table: Table, before: State, after: State, event: Told) -> Iterator[Reason]:
    """Tell which reaction was taken, and how the case stands otherwise than before."""
    yield from _reacted(table, before, after)
    yield from _moved_on(before, after, event)


def _facts(table: Table, before: State, after: State) -> Iterator[Reason]:
    """Tell which facts have another value, a balance that was paid among them."""
    for (name, _), old, new in zip(table.facts, before.facts, after.facts, strict=True):
        if new is not None and new != old:
            yield FactSet(name, new)


def _reacted(table: Table, before: State, after: State) -> Iterator[Reason]:
    """Tell which reaction of the policy was taken."""
    for told in after.changes.reacted:
        if told not in before.changes.reacted:
            reaction = table.reactions[told[0]].reaction
            yield Reacted(reaction.event, None if reaction.then is None else str(reaction.then))


def _outdated(state: State, event: Told) -> Iterator[Reason]:
    """Tell what was told later already, if that is why an event changes nothing."""
    pauses, at = state.pauses, to_micros(event.at)
    if state.ended is not None:
        yield Outdated(name_of(event), event.at, state.ended)
        return
    known: dict[type, int | None] = {
        Replied: pauses.answered_at,
        Answered: pauses.answered_at,
        Held: pauses.released_at,
        Promised: pauses.released_at,
    }
    later = known.get(type(event))
    if later is not None and at <= later:
        yield Outdated(name_of(event), event.at, from_micros(later))


def _said(state: State, event: Any) -> Iterator[Reason]:  # noqa: ANN401 - any event
    """Tell what the event itself says."""
    if isinstance(event, FactChanged) and isinstance(event.value, bool) and event.name in DETAILS:
        yield FactSet(event.name, event.value)
    elif isinstance(event, Skipped):
        yield SkippedBy(event.step, event.by, event.why)
    elif isinstance(event, Moved):
        yield MovedBy(event.to, event.by, event.why)
    elif step_of(event) is not None:
        result: str | None = getattr(event, "result", None)
        yield Reported(name_of(event), step_of(event) or state.case, event.at, result)


def _moved_on(before: State, after: State, event: Told) -> Iterator[Reason]:
    """Tell how the case stands otherwise than before."""
    at = event.at
    if before.status is ENDED and after.status is not ENDED:
        yield EndUndone(_instant(before.ended), at)
    yield from _holds(before, after, at)
    absent = after.pauses.absent_until
    if absent is not None and absent != before.pauses.absent_until:
        yield WeAreAway(from_micros(absent))
    if after.turn is OURS and before.turn is not OURS:
        yield OurTurn(at, replied=isinstance(event, Replied))
    if isinstance(event, Answered):
        yield Answer(at, _then(before, after)) if before.turn is OURS else OurMessage(at)
    if after.round != before.round:
        yield NewRound(after.round, at)
    if after.status is ENDED and before.status is not ENDED:
        yield EndedBy(after.outcome or name_of(event), name_of(event))


def _holds(before: State, after: State, at: datetime) -> Iterator[Reason]:
    for hold in after.holds:
        if hold not in before.holds:
            yield HeldBy(hold.by, hold.cause, hold.since, hold.until, hold.reason)
    kept = {hold.by for hold in after.holds}
    if after.status is not ENDED:
        yield from (HoldEnded(hold.cause, at) for hold in before.holds if hold.by not in kept)


def _then(before: State, after: State) -> AfterAnswer:
    if after.round != before.round:
        return AfterAnswer.RESTART
    return AfterAnswer.WAIT if after.status is HELD else AfterAnswer.CONTINUE


def _instant(at: datetime | None) -> datetime:
    assert at is not None
    return at
