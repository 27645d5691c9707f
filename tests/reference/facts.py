"""What conditions can ask for, and which rows they leave out."""

from typing import Any

from ghostrules.conditions import DETAILS, Condition, holds
from ghostrules.timing import Before

from .history import Case, Row
from .rows import Rows


class Facts(Rows):
    """Conditions over a case; nothing is known that nobody said."""

    def known(self, case: Case, name: str) -> Any:  # noqa: ANN401
        """Give the value of a name of a condition, None if it is not known."""
        step, _, told = name.partition(".")
        if told == "happened":
            return self.has_happened(case, step)
        if told == "result":
            return case.properties.get((step, told))
        if told:
            return bool(case.properties.get((step, told)))
        if name in DETAILS:
            return case.details.get(name, True)
        return case.round if name == "round" else case.facts.get(name)

    def has_happened(self, case: Case, step: str) -> bool:
        """Tell whether an occurrence of a step was done in this round."""
        return any(
            past.how == "done" and self.rows[n].step.id == step for n, past in case.past.items()
        )

    def holds(self, case: Case, condition: Condition) -> bool:
        """Tell whether a condition holds now."""
        return holds(condition, lambda name: self.known(case, name))

    def is_left_out(self, case: Case, row: Row) -> bool:
        """Tell whether a person or a condition leaves a row out, or its target (L13)."""
        step = row.step
        if step.id in case.skips:
            return True
        if step.only_if is not None and not self.holds(case, step.only_if):
            return True
        if step.unless is not None and self.holds(case, step.unless):
            return True
        timing = self.timing(case, row)
        if not isinstance(timing, Before) or timing.anchor.name not in self.ids:
            return False
        return self.is_left_out(case, self.row_of(timing.anchor.name, timing.anchor.occurrence))
