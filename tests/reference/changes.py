"""What is changed for one case: facts, steps left out, steps moved (A5)."""

from collections.abc import Callable
from datetime import datetime

from attrs import evolve

from ghostrules import when
from ghostrules.conditions import DETAILS
from ghostrules.errors import EventError
from ghostrules.events import FactChanged, Moved, Skipped
from ghostrules.timing import When

from .falls import occurrences
from .history import Case
from .payments import Payments


class Changes(Payments):
    """Changes of facts and of steps; what is not yet done is derived anew."""

    def altering(self, case: Case, at: datetime, change: Callable[[Case], Case]) -> Case:
        """Bound the next due at a change, if the change alters it."""
        before, after = self.ladder_due(case), change(case)
        if self.ladder_due(after) == before:
            return after
        return evolve(after, altered=max(at, case.altered or at))

    def refuse_change(self, case: Case, event: FactChanged | Moved) -> None:
        """Refuse facts that nobody declared, and to move what has begun (L20)."""
        if isinstance(event, FactChanged):
            if event.name not in (*DETAILS, *dict(self.policy.facts)):
                raise EventError(f"`{event.name}` is no fact")
            return
        rows = self.rows_of(event.step)
        if all(row.number in case.past or self.has_begun(case, row) for row in rows):
            raise EventError(f"`{event.step}` has been done")

    def fact_changed(self, case: Case, event: FactChanged) -> Case:
        """Change a fact, unless a later change is known."""
        name, value, at = event.name, event.value, event.at
        if name in case.changed and at < case.changed[name]:
            return case
        case = evolve(case, changed={**case.changed, name: at})
        if name in DETAILS:
            return self.altering(
                case, at, lambda each: evolve(each, details={**each.details, name: bool(value)})
            )
        return self.altering(case, at, lambda each: evolve(each, facts={**each.facts, name: value}))

    def skipped(self, case: Case, event: Skipped) -> Case:
        """Leave out what remains of a step, at its due, or at once if it was asked for."""
        return self.altering(case, event.at, lambda each: self.without(each, event))

    def without(self, case: Case, event: Skipped) -> Case:
        """Give the case in which what remains of a step is left out."""
        case = evolve(case, skips={event.step: event.at, **case.skips})
        for row in self.rows_of(event.step):
            begun = case.sent.get(row.number) or row.number in case.drafts
            if begun and row.number not in case.past:
                case = self.left_out(case, row, "skipped", event.at)
        return case

    def moved(self, case: Case, event: Moved) -> Case:
        """Give a step another moment, or another timing."""
        rows = self.rows_of(event.step)
        if isinstance(event.to, str):
            return self.retimed(case, event, when.read(event.to, language=self.policy.language))
        moves = {**case.moves, event.step: event.to}
        first = next(r for r in rows if r.number not in case.past and not self.has_begun(case, r))
        fixed = {**case.fixed, event.step: first.occurrence}
        return self.altering(case, event.at, lambda each: evolve(each, moves=moves, fixed=fixed))

    def retimed(self, case: Case, event: Moved, to: When) -> Case:
        """Give all occurrences of a step another timing, in place of every earlier move."""
        if occurrences(to) != self.rows_of(event.step)[0].total:
            raise EventError(f"`{event.step}` has to happen as often as before")
        moves = {step: each for step, each in case.moves.items() if step != event.step}
        retimed = {**case.retimed, event.step: to}
        return self.altering(
            case, event.at, lambda each: evolve(each, moves=moves, retimed=retimed)
        )
