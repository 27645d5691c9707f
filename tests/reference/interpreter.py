"""The reference interpreter: a case is its whole history, and every due is worked out from it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from attrs import evolve, field, frozen

from ghostrules.effects import Effect, Hours
from ghostrules.policy import IfLate, Policy, Prefer, Step
from ghostrules.timing import (
    Amount,
    Anchor,
    Before,
    DeadlinePassed,
    Duration,
    Part,
    Previous,
    When,
)

from .falls import (
    IsBusiness,
    Span,
    add,
    fall,
    inner,
    is_elapsed,
    is_window,
    occurrences,
    time_of,
)
from .parties import ONE_DAY, Open, Party, both_slots
from .placing import Bounds, Manner, bounded, free_moment, within_end

HOURS = tuple(Hours)


@frozen
class Row:
    """One occurrence of a step."""

    step: Step
    number: int
    occurrence: int
    total: int

    @property
    def timing(self) -> When:
        """The timing of the step, without the time of day."""
        return inner(self.step.timing)

    @property
    def adverse(self) -> bool:
        """Whether one of the effects is adverse."""
        return any(effect.kind.adverse for effect in self.step.do)

    @property
    def reaches(self) -> bool:
        """Whether one of the effects reaches the client."""
        return any(effect.kind.reaches_client for effect in self.step.do)


@frozen
class Past:
    """What became of a row: `done`, `merged` or `skipped`, and when.

    `at` is when it happened, `over` when the last of its effects was, `contact` when the last
    that reaches the client was.
    """

    how: str
    at: datetime
    over: datetime
    contact: datetime | None = None


@frozen
class Fired:
    """One effect that was carried out."""

    step: str
    occurrence: int
    kind: str
    at: datetime


@frozen
class Case:
    """A case with all that has happened; `fired` belongs to the row that has its turn."""

    start: datetime
    facts: Mapping[str, date]
    past: Mapping[int, Past] = field(factory=dict)
    fired: Mapping[Hours, datetime] = field(factory=dict)
    missed: datetime | None = None
    seen: datetime | None = None
    status: str = "open"
    outcome: str | None = None
    ended: datetime | None = None


class Reference:
    """A policy with its parties."""

    def __init__(
        self, policy: Policy, sender: Party, client: Party, others: Mapping[str, Party]
    ) -> None:
        self.policy, self.sender, self.client, self.others = policy, sender, client, others
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

    # --- what an occurrence is made of -----------------------------------------------------

    def is_business(self, step: Step) -> IsBusiness:
        """Give the business days that a step counts (L4)."""
        name = step.business_days or self.policy.business_days
        if name == "client":
            return self.client.is_business
        if name == "sender":
            return self.sender.is_business
        if name == "both":
            return lambda day: self.client.is_business(day) and self.sender.is_business(day)
        return self.others[name].is_business

    def groups(self, row: Row) -> list[Hours]:
        """Give the hours that the effects of a row demand, each once."""
        return [hours for hours in HOURS if any(e.kind.hours is hours for e in row.step.do)]

    def manner(self, row: Row, hours: Hours) -> Manner:
        """Tell how a row takes a moment in some hours."""
        step = row.step
        at = time_of(step.timing) or step.at or self.policy.at
        back = isinstance(row.timing, Before)
        return Manner(
            self.open[hours],
            None if at is None else at.hour * 60 + at.minute,
            ("preceding" if back else "following") if step.roll is None else step.roll.value,
            back,
            is_window(step.timing),
            step.strict,
            step.prefer is Prefer.LATEST,
        )

    # --- anchors -----------------------------------------------------------------------------

    def row_of(self, name: str, occurrence: int | None) -> Row:
        """Give the row that an anchor means, the last one if it names none."""
        rows = [row for row in self.rows if row.step.id == name]
        return rows[-1] if occurrence is None else rows[occurrence - 1]

    def anchor_row(self, row: Row) -> Row | None:
        """Give the earlier row that a row counts forward from, if it does."""
        timing = row.timing
        if isinstance(timing, DeadlinePassed):
            return self.row_of(timing.step, timing.occurrence)
        anchor = timing.anchor  # type: ignore[union-attr]
        if isinstance(anchor, Previous):
            before = [r for r in self.rows if r.number < row.number and r.step is not row.step]
            return before[-1] if before else None
        assert isinstance(anchor, Anchor)
        if anchor.name in {step.id for step in self.policy.steps}:
            return self.row_of(anchor.name, anchor.occurrence)
        return None

    def origin(self, case: Case, row: Row) -> date | datetime:
        """Give the instant or the date that a row counts from (L10)."""
        timing = row.timing
        if isinstance(timing, Before):
            return self.back_origin(case, row, timing)
        source = self.anchor_row(row)
        if isinstance(timing, DeadlinePassed):
            assert source is not None
            deadline = self.deadline(case, source)
            return deadline if isinstance(deadline, datetime) else deadline + ONE_DAY
        anchor = timing.anchor  # type: ignore[union-attr]
        if isinstance(anchor, Anchor) and anchor.name in case.facts:
            return case.facts[anchor.name]
        if source is None:
            return case.start
        if isinstance(anchor, Anchor) and anchor.part is Part.DEADLINE:
            deadline = self.deadline(case, source)
            if is_elapsed(timing) and not isinstance(deadline, datetime):
                return self.client.instant(deadline + ONE_DAY, 0)
            return deadline
        return case.past[source.number].at

    def back_origin(self, case: Case, row: Row, timing: Before) -> date | datetime:
        """Give the planned instant that a row counts back from (L11)."""
        if timing.anchor.name in case.facts:
            return case.facts[timing.anchor.name]
        target = self.row_of(timing.anchor.name, timing.anchor.occurrence or 1)
        return self.planned(case, row, target)

    def planned(self, case: Case, row: Row, target: Row) -> datetime:
        """Walk the silent path to a target, without counted-back steps that are not done."""
        ahead = evolve(case, fired={}, missed=None)
        for each in self.rows[row.number + 1 : target.number]:
            if isinstance(each.timing, Before) and each.timing.anchor.name not in case.facts:
                continue
            ahead = self.projected(ahead, each)
        return min(self.dues(ahead, target).values())

    def projected(self, case: Case, row: Row) -> Case:
        """Let a row happen at its due."""
        dues = self.dues(case, row)
        if self.overtaken(case, row, min(dues.values())):
            at = min(dues.values())
            return evolve(case, past={**case.past, row.number: Past("merged", at, at)})
        return evolve(case, past={**case.past, row.number: self.finished(row, dues)})

    def deadline(self, case: Case, row: Row) -> date | datetime:
        """Give the end of a response window: an instant, or its last named day (L12)."""
        past = case.past[row.number]
        granted = row.step.answer_within
        assert granted is not None
        if past.how != "done":
            return past.at
        if isinstance(granted, Duration):
            return past.at + timedelta(minutes=granted.minutes)
        return add(granted, self.client.local_day(past.at), self.is_business(row.step))

    # --- the due -----------------------------------------------------------------------------

    def span(self, case: Case, row: Row) -> Span:
        """Give where a row falls before anything rolls."""
        return fall(
            row.step.timing,
            self.origin(case, row),
            self.client.local_day,
            self.client.calendar.first_weekday,
            self.is_business(row.step),
            row.occurrence,
        )

    def dues(self, case: Case, row: Row) -> dict[Hours, datetime]:
        """Give the moment of each group of effects of a row, as if nobody had looked late."""
        span, bounds = self.span(case, row), self.bounds(case, row)
        return {hours: bounded(self.manner(row, hours), span, bounds) for hours in self.groups(row)}

    def own_moment(self, case: Case, row: Row) -> datetime:
        """Give the moment of a row that nothing holds back."""
        span = self.span(case, row)
        return min(free_moment(self.manner(row, hours), span) for hours in self.groups(row))

    def bounds(self, case: Case, row: Row, missed: datetime | None = None) -> Bounds:
        """Give everything that holds a row back (L11, L12, L13), and at need a missed look."""
        found: list[date | datetime] = [missed or case.start]
        found += [past.over for past in case.past.values()]
        found += self.gaps(case, row)
        found += self.notices(case, row)
        found += self.windows(case, row)
        return Bounds(
            tuple(each for each in found if isinstance(each, datetime)),
            tuple(each for each in found if not isinstance(each, datetime)),
        )

    def gaps(self, case: Case, row: Row) -> list[date | datetime]:
        """Give the end of the minimum gap after the last contact (L13)."""
        contacts = [(p.contact, n) for n, p in case.past.items() if p.contact is not None]
        if not contacts or not row.reaches:
            return []
        last, number = max(contacts, key=lambda contact: contact[1])
        if self.counts_hours_from(row, number):
            return []
        gap = row.step.min_gap or self.policy.min_gap
        return [self.after(gap, last, row.step)]

    def counts_hours_from(self, row: Row, number: int) -> bool:
        """Tell whether a row counts hours forward from a row itself."""
        if isinstance(row.timing, Before | DeadlinePassed) or not is_elapsed(row.timing):
            return False
        anchor = row.timing.anchor  # type: ignore[union-attr]
        if isinstance(anchor, Anchor) and anchor.part is Part.DEADLINE:
            return False
        source = self.anchor_row(row)
        return source is not None and source.number == number

    def after(self, amount: Amount, at: datetime, step: Step) -> date | datetime:
        """Count an amount from an instant: hours give an instant, days a local date."""
        if isinstance(amount, Duration):
            return at + timedelta(minutes=amount.minutes)
        return add(amount, self.client.local_day(at), self.is_business(step))

    def notices(self, case: Case, row: Row) -> list[date | datetime]:
        """Give what the notices that have gone out demand of their target (L11)."""
        found: list[date | datetime] = []
        for notice in self.rows[: row.number]:
            past, timing = case.past.get(notice.number), notice.timing
            if past is None or past.how != "done" or not isinstance(timing, Before):
                continue
            if timing.anchor.name != row.step.id:
                continue
            if timing.anchor.occurrence not in (None, row.occurrence):
                continue
            found.append(self.notice_ends(timing.amount, past.at, notice.step))
        return found

    def notice_ends(self, amount: Amount, at: datetime, step: Step) -> date | datetime:
        """Give the first moment at which a notice is long enough."""
        if isinstance(amount, Duration):
            return at + timedelta(minutes=amount.minutes)
        given = day = self.client.local_day(at)
        while add(amount, day, self.is_business(step), -1) < given:
            day += ONE_DAY
        return day

    def windows(self, case: Case, row: Row) -> list[date | datetime]:
        """Give the ends of the response windows that an adverse row waits for (L12)."""
        if not row.adverse:
            return []
        ends = [
            self.deadline(case, granting)
            for granting in self.rows[: row.number]
            if granting.step.answer_within is not None
            and granting.step is not row.step
            and granting.number in case.past
            and case.past[granting.number].how == "done"
        ]
        return [end if isinstance(end, datetime) else end + ONE_DAY for end in ends]

    # --- what happens ------------------------------------------------------------------------

    def current(self, case: Case) -> Row | None:
        """Give the row that has its turn."""
        return self.rows[len(case.past)] if len(case.past) < len(self.rows) else None

    def waiting(self, case: Case, row: Row) -> dict[Hours, datetime]:
        """Give the moments of the effects that are still to come, after looks that were late."""
        return {
            hours: self.after_look(case, row, hours, due)
            for hours, due in self.dues(case, row).items()
            if hours not in case.fired
        }

    def after_look(self, case: Case, row: Row, hours: Hours, due: datetime) -> datetime:
        """Move a due to the next slot after a look that came too late (L10)."""
        if case.missed is None or due >= case.missed:
            return due
        slot = self.open[hours].next(case.missed)
        manner = self.manner(row, hours)
        if not (manner.window and manner.strict):
            return slot
        return within_end(manner, self.span(case, row), slot, self.bounds(case, row, case.missed))

    def due(self, case: Case) -> datetime | None:
        """Give the instant at which the case acts next."""
        if case.status == "ended":
            return None
        row = self.current(case)
        return self.silent_end(case) if row is None else min(self.waiting(case, row).values())

    def silent_end(self, case: Case) -> datetime:
        """Give when a case ends after its last step."""
        last = self.rows[-1]
        over = case.past[last.number].over
        if last.step.answer_within is None or case.past[last.number].how != "done":
            return over
        end = self.deadline(case, last)
        if not isinstance(end, datetime):
            end = self.client.instant(end + ONE_DAY, 0)
        return max(over, end)

    def look(self, case: Case, at: datetime) -> tuple[Case, list[Fired]]:
        """Look at the clock once (L10, L17)."""
        due = self.due(case)
        if due is None or at < due or (case.seen is not None and at < case.seen):
            return case, []
        moment = due if at - due <= timedelta(minutes=self.policy.punctual.minutes) else at
        case = evolve(case, seen=moment)
        row = self.current(case)
        if row is None:
            return evolve(case, status="ended", outcome="silent", ended=moment), []
        if not case.fired and self.overtaken(case, row, moment):
            merged = self.merged(case, row, moment)
            return self.look(merged, at)
        if not case.fired and self.mode(row) is IfLate.SKIP and self.too_late(case, row, moment):
            return self.left_out(case, row, "skipped", moment), []
        return self.act(case, row, due, moment)

    def merged(self, case: Case, row: Row, moment: datetime) -> Case:
        """Merge a row, and those after it that a later occurrence has overtaken too."""
        case = self.left_out(case, row, "merged", moment)
        after = self.rows[row.number + 1]
        return self.merged(case, after, moment) if self.overtaken(case, after, moment) else case

    def act(
        self, case: Case, row: Row, due: datetime, moment: datetime
    ) -> tuple[Case, list[Fired]]:
        """Carry out what is due, if the moment is admissible."""
        ready = [hours for hours, at in self.waiting(case, row).items() if at == due]
        if moment != due:
            ready = [
                hours
                for hours, at in self.waiting(case, row).items()
                if at <= moment and self.open[hours].contains(moment)
            ]
        if not ready:
            return evolve(case, missed=moment), []
        fired = {**case.fired, **dict.fromkeys(ready, moment)}
        effects = [
            Fired(row.step.id, row.occurrence, effect.name, moment)
            for effect in row.step.do
            if effect.kind.hours in ready
        ]
        if len(fired) < len(self.groups(row)):
            missed = case.missed if moment == due else moment
            return evolve(case, fired=fired, missed=missed), effects
        return self.next_row(case, row, self.finished(row, fired)), effects

    def finished(self, row: Row, moments: Mapping[Hours, datetime]) -> Past:
        """Tell what became of a row whose effects were all carried out."""
        counting = [moments[e.kind.hours] for e in row.step.do if counts(e)]
        contacts = [moments[e.kind.hours] for e in row.step.do if e.kind.reaches_client]
        over = max(moments.values())
        return Past("done", max(counting, default=over), over, max(contacts, default=None))

    def left_out(self, case: Case, row: Row, how: str, moment: datetime) -> Case:
        """Leave a row out."""
        return self.next_row(case, row, Past(how, moment, moment))

    def next_row(self, case: Case, row: Row, past: Past) -> Case:
        """Give the turn to the next row, or end the case."""
        after = evolve(case, past={**case.past, row.number: past}, fired={}, missed=None)
        if row.step.outcome is not None and row.occurrence == row.total and past.how == "done":
            return evolve(after, status="ended", outcome=row.step.outcome, ended=past.over)
        if self.current(after) is None and self.silent_end(after) <= past.over:
            return evolve(after, status="ended", outcome="silent", ended=past.over)
        return after

    def mode(self, row: Row) -> IfLate:
        """Tell what becomes of a row that is late (L17)."""
        if row.step.if_late is not None:
            return row.step.if_late
        return IfLate.SEND if row.total == 1 else IfLate.MERGE

    def overtaken(self, case: Case, row: Row, moment: datetime) -> bool:
        """Tell whether a later occurrence's own moment has also passed."""
        return self.mode(row) is IfLate.MERGE and any(
            self.own_moment(case, later) <= moment
            for later in self.rows[row.number + 1 :]
            if later.step is row.step
        )

    def too_late(self, case: Case, row: Row, moment: datetime) -> bool:
        """Tell whether a row is more than its patience late."""
        due = min(self.dues(case, row).values())
        patience = row.step.patience or self.policy.patience
        limit = self.after(patience, due, row.step)
        if isinstance(limit, datetime):
            return moment > limit
        return self.client.local_day(moment) > limit

    def signal(self, case: Case, name: str, at: datetime) -> Case:
        """Let an end event happen."""
        if case.status == "ended":
            return case
        return evolve(case, status="ended", outcome=dict(self.policy.ends)[name], ended=at)

    def advance(self, case: Case, at: datetime) -> tuple[Case, list[Fired]]:
        """Look as long as something changes."""
        effects: list[Fired] = []
        while True:
            after, new = self.look(case, at)
            effects += new
            if after is case:
                return case, effects
            case = after

    def plan(self, case: Case) -> tuple[Case, list[Fired]]:
        """Walk the silent path."""
        effects: list[Fired] = []
        while (due := self.due(case)) is not None:
            case, new = self.look(case, due)
            effects += new
        return case, effects


def counts(effect: Effect) -> bool:
    """Tell whether a step has happened only once this effect has."""
    return effect.kind.adverse or effect.kind.reaches_client
