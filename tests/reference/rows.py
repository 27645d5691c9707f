"""The rows of a policy, their anchors, and what of them counts from the start."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from ghostrules.effects import Effect, Hours
from ghostrules.policy import Policy, Prefer, Step
from ghostrules.timing import Anchor, Before, DayWhen, DeadlinePassed, Part, Previous, When

from .falls import IsBusiness, inner, is_elapsed, is_window, occurrences, time_of
from .history import Case, Row
from .parties import Open, Party, both_slots
from .placing import Manner


class Rows:
    """A policy with its parties: what does not depend on what has happened."""

    def __init__(
        self, policy: Policy, sender: Party, client: Party, others: Mapping[str, Party]
    ) -> None:
        self.policy, self.sender, self.client, self.others = policy, sender, client, others
        self.ids = {step.id for step in policy.steps}
        self.rows: list[Row] = []
        for step in policy.steps:
            total = occurrences(step.timing)
            for occurrence in range(1, total + 1):
                self.rows.append(Row(step, len(self.rows), occurrence, total))
        self.open = {
            Hours.CLIENT: Open(client, client, lambda day: client.slots(day, contact=True)),
            Hours.SENDER: Open(client, sender, lambda day: sender.slots(day, contact=False)),
            Hours.BOTH: Open(client, client, both_slots(client, sender)),
            Hours.NONE: Open(client, client, None),
        }

    def is_business(self, step: Step | None) -> IsBusiness:
        """Give the business days that a step counts, or the policy itself (L4)."""
        name = (step and step.business_days) or self.policy.business_days
        if name == "client":
            return self.client.is_business
        if name == "sender":
            return self.sender.is_business
        if name == "both":
            return lambda day: self.client.is_business(day) and self.sender.is_business(day)
        return self.others[name].is_business

    # --- timings, moved or not -----------------------------------------------------------------

    def when(self, case: Case, row: Row) -> When:
        """Give the timing of a row, in this case."""
        return case.retimed.get(row.step.id, row.step.timing)

    def move(self, case: Case, row: Row) -> date | datetime | None:
        """Give where a row was moved: a date or an instant moves only the occurrence to come."""
        other = case.fixed.get(row.step.id) != row.occurrence
        return None if other else case.moves.get(row.step.id)

    def timing(self, case: Case, row: Row) -> DayWhen:
        """Give the timing of a row, without the time of day."""
        return inner(self.when(case, row))

    def notice(self, case: Case, row: Row) -> Before | None:
        """Give the promise of a row that counts back from a step, if it does."""
        timing = self.timing(case, row)
        return timing if isinstance(timing, Before) and timing.anchor.name in self.ids else None

    def manner(self, case: Case, row: Row, hours: Hours) -> Manner:
        """Tell how a row takes a moment in some hours."""
        step, when = row.step, self.when(case, row)
        at = time_of(when) or step.at or self.policy.at
        fixed = self.move(case, row) is not None
        back = isinstance(inner(when), Before) and not fixed
        roll = ("preceding" if back else "following") if step.roll is None else step.roll.value
        return Manner(
            self.open[hours],
            None if at is None else at.hour * 60 + at.minute,
            "following" if fixed else roll,
            back,
            is_window(when) and not fixed,
            step.strict,
            step.prefer is Prefer.LATEST,
        )

    # --- anchors -----------------------------------------------------------------------------

    def row_of(self, name: str, occurrence: int | None) -> Row:
        """Give the row that an anchor means, the last one if it names none."""
        rows = [row for row in self.rows if row.step.id == name]
        return rows[-1] if occurrence is None else rows[occurrence - 1]

    def anchor_row(self, case: Case, row: Row) -> Row | None:
        """Give the earlier row that a row counts forward from, if it does."""
        timing = self.timing(case, row)
        if isinstance(timing, DeadlinePassed):
            return self.row_of(timing.step, timing.occurrence)
        anchor = timing.anchor
        if isinstance(anchor, Previous):
            before = [r for r in self.rows if r.number < row.number and r.step is not row.step]
            return before[-1] if before else None
        if anchor.name in self.ids:
            return self.row_of(anchor.name, anchor.occurrence)
        return None

    def counts_from_fact(self, case: Case, row: Row) -> bool:
        """Tell whether a row counts from a fact itself, which no hold moves."""
        timing = self.timing(case, row)
        return not isinstance(timing, DeadlinePassed) and (
            isinstance(timing.anchor, Anchor) and timing.anchor.name in case.facts
        )

    def repeats(self, case: Case, row: Row) -> bool:
        """Tell whether a row counts from the start, directly or through others (L14)."""
        if self.counts_from_fact(case, row):
            return False
        source = self.anchor_row(case, row)
        return source is None or self.repeats(case, source)

    def counts_hours_from(self, case: Case, row: Row, source: Row | None) -> bool:
        """Tell whether a row counts hours forward from a row itself, or from the start."""
        timing = self.timing(case, row)
        fixed = self.move(case, row) is not None
        if fixed or isinstance(timing, Before | DeadlinePassed) or not is_elapsed(timing):
            return False
        if isinstance(timing.anchor, Anchor) and timing.anchor.part is not None:
            return False
        if source is None and is_window(timing):  # nobody writes twice at once
            return False
        return self.anchor_row(case, row) is source

    # --- effects -----------------------------------------------------------------------------

    def chosen(self, case: Case, effect: Effect) -> Effect:
        """Give the first alternative whose detail the client has (preference orders)."""
        every = (effect, *effect.fallbacks)
        return next((each for each in every if self.can(case, each)), effect)

    def can(self, case: Case, effect: Effect) -> bool:
        """Tell whether nothing is missing that an effect needs."""
        detail = effect.kind.detail
        return detail is None or case.details.get(detail) is not False

    def effects(self, case: Case, row: Row) -> list[Effect]:
        """Give the effects of a row as they stand: asked for, to be tried again, or to come."""
        sent = {each.position: each.effect for each in case.sent.get(row.number, ())}
        again = {n: retry.effect for n, retry in case.retries.get(row.number, {}).items()}
        return [
            again.get(n) or sent.get(n) or self.chosen(case, effect)
            for n, effect in enumerate(row.step.do)
        ]

    def groups(self, case: Case, row: Row) -> list[Hours]:
        """Give the hours that the effects of a row demand, each once."""
        wanted = {effect.kind.hours for effect in self.effects(case, row)}
        return [hours for hours in Hours if hours in wanted]


LocalDay = Callable[[datetime], date]
DEADLINE, DELIVERY = Part.DEADLINE, Part.DELIVERY
