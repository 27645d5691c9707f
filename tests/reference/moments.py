"""When a row is due: its anchor, its span, what holds it back, and its moments."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from attrs import evolve

from ghostrules.effects import Effect, Hours
from ghostrules.policy import IfLate, Step
from ghostrules.timing import Amount, Anchor, Before, DeadlinePassed, Duration

from .facts import Facts
from .falls import Dates, Held, Instants, Span, add, fall, is_elapsed
from .held import crossed, held_after, notice_end, stretched, window_end
from .history import Case, Past, Row, Sent
from .parties import ONE_DAY
from .placing import Bounds, Manner, bounded, free_moment, push, within_end
from .rows import DEADLINE, DELIVERY

POST = ("letter", "registered_letter")


class Moments(Facts):
    """The dues of rows, worked out from everything that has happened."""

    # --- what a row counts from ----------------------------------------------------------------

    def origin(self, case: Case, row: Row) -> date | datetime:
        """Give the instant or the date that a row counts from (L10)."""
        timing = self.timing(case, row)
        if not isinstance(timing, DeadlinePassed) and self.counts_from_fact(case, row):
            assert isinstance(timing.anchor, Anchor)
            fact: date = case.facts[timing.anchor.name]
            return fact
        if isinstance(timing, Before):
            target = self.row_of(timing.anchor.name, timing.anchor.occurrence or 1)
            return self.planned(case, row, target)
        source = self.anchor_row(case, row)
        if isinstance(timing, DeadlinePassed):
            assert source is not None
            deadline = self.deadline(case, source)
            return deadline if isinstance(deadline, datetime) else deadline + ONE_DAY
        if source is None:
            return case.start
        return self.part(case, source, timing.anchor, is_elapsed(timing))

    def part(self, case: Case, source: Row, anchor: object, elapsed: bool) -> date | datetime:
        """Give the part of a step that an anchor means."""
        part = anchor.part if isinstance(anchor, Anchor) else None
        if part is DELIVERY:
            return self.delivery(case, source, None)
        if part is DEADLINE:
            deadline = self.deadline(case, source)
            if elapsed and not isinstance(deadline, datetime):
                return self.client.instant(deadline + ONE_DAY, 0)
            return deadline
        return case.past[source.number].at

    def held(self, case: Case, row: Row, origin: date | datetime) -> Held:
        """Tell how far stops move the anchor of a row (L18)."""
        back = isinstance(self.timing(case, row), Before)
        if back or self.counts_from_fact(case, row) or self.policy.on_resume == "keep":
            return Held()
        day, elapsed = origin, timedelta()
        if isinstance(origin, datetime):
            day, elapsed = self.client.local_day(origin), held_after(case.stops, origin)
        return Held(elapsed, frozenset(each for each in self.stood(case) if each > day))

    def stood(self, case: Case) -> set[date]:
        """Give the dates that began while the clock stood."""
        return crossed(case.stops, self.client.local_day)

    def planned(self, case: Case, row: Row, target: Row) -> datetime:
        """Walk the silent path to a target, without counted-back steps that are not done."""
        sent = {n: sent for n, sent in case.sent.items() if n != row.number}
        ahead = evolve(case, missed=None, sent=sent)
        for each in self.rows[row.number + 1 : target.number]:
            notice = isinstance(self.timing(case, each), Before)
            if each.number in case.past or (notice and not self.counts_from_fact(case, each)):
                continue
            ahead = self.projected(ahead, each)
        return min(self.dues(ahead, target).values())

    def projected(self, case: Case, row: Row) -> Case:
        """Let a row happen at its due."""
        dues = self.dues(case, row)
        at = min(dues.values())
        how = "merged" if self.overtaken(case, row, at) else "done"
        how = "skipped" if self.is_left_out(case, row) else how
        if how != "done":
            return evolve(case, past={**case.past, row.number: Past(how, at, at)})
        sent = tuple(
            Sent(n, effect, 1, dues[effect.kind.hours], done=dues[effect.kind.hours])
            for n, effect in enumerate(self.effects(case, row))
        )
        past = {**case.past, row.number: self.finished(sent)}
        return evolve(case, past=past, sent={**case.sent, row.number: sent})

    # --- when it happened, arrived, and ends -----------------------------------------------------

    def moment(self, sent: Sent) -> datetime:
        """Tell when an effect counts as done: as asked, unless it was reported much later."""
        at = max(sent.at, sent.done or sent.at)
        late = sent.performed is not None and sent.performed - sent.at > self.punctual
        return max(at, sent.performed) if late and sent.performed else at

    @property
    def punctual(self) -> timedelta:
        """How late a look may be to count as punctual."""
        return timedelta(minutes=self.policy.punctual.minutes)

    def finished(self, sents: Iterable[Sent]) -> Past:
        """Tell what became of a row whose effects were all carried out."""
        last = latest(sents)
        counting = [each for each in last if each.effect.kind.counts] or last
        exact = max(each.exact for each in counting)
        at = max(self.moment(each) for each in counting)
        over = max([at, *(max(each.at, each.done or each.at) for each in last)])
        return Past("done", at, over, self.contact(last), exact)

    def contact(self, sents: Iterable[Sent]) -> datetime | None:
        """Give the last contact that some effects made, unless all of them failed."""
        made = [each for each in latest(sents) if each.effect.kind.reaches_client]
        if all(each.failed for each in made):
            return None
        return max(self.moment(each) for each in made)

    def delivery(self, case: Case, row: Row, channel: str | None) -> datetime:
        """Tell when a row was delivered, on its first channel or the one named (L11, L26)."""
        past = case.past[row.number]
        made = [
            each
            for each in latest(case.sent.get(row.number, ()))
            if each.effect.kind.reaches_client and not each.failed
        ]
        named = [each for each in made if each.effect.name == channel] or made
        if past.how != "done" or not named:
            return past.exact or past.at
        return min(self.arrived(row, each, past.exact or past.at) for each in named)

    def arrived(self, row: Row, sent: Sent, happened: datetime) -> datetime:
        """Tell when an effect arrived: when its step has happened, and post some days later.

        A report moves it later, never earlier.
        """
        arrived = happened
        if sent.effect.name in POST:
            after = self.after(self.policy.post_arrives, arrived, row.step)
            arrived = after if isinstance(after, datetime) else self.opening(after)
        return max(arrived, sent.delivered or arrived)

    def opening(self, day: date) -> datetime:
        """Make a moment of the day on which post arrives (L3)."""
        while (opening := self.open[Hours.CLIENT].opening(day)) is None:
            day += ONE_DAY
        return opening

    def went_out(self, case: Case, row: Row) -> datetime:
        """Give the instant from which the notice and the window of a row count."""
        past, said = case.past[row.number], row.step.counts_from
        if said is None:
            return past.exact or past.at
        return self.delivery(case, row, None if said == "delivery" else said)

    def deadline(self, case: Case, row: Row) -> date | datetime:
        """Give the end of a response window: an instant, or its last named day (L12)."""
        past = case.past[row.number]
        granted = row.step.answer_within
        assert granted is not None
        if past.how != "done":
            return past.at
        given = max(past.exact or past.at, self.went_out(case, row))
        if isinstance(granted, Duration):
            return stretched(case.stops, given, granted.minutes)
        day = self.client.local_day(given)
        return window_end(granted, day, self.is_business(row.step), self.stood(case))

    # --- the due -----------------------------------------------------------------------------

    def span(self, case: Case, row: Row) -> Span:
        """Give where a row falls before anything rolls."""
        moved = self.move(case, row)
        if isinstance(moved, datetime):
            return Instants(moved, moved)
        if isinstance(moved, date):
            return Dates(moved, moved)
        origin = self.origin(case, row)
        return fall(
            self.when(case, row),
            origin,
            self.client.local_day,
            self.client.calendar.first_weekday,
            self.is_business(row.step),
            row.occurrence,
            self.held(case, row, origin),
        )

    def way(self, case: Case, row: Row, hours: Hours) -> Manner:
        """Tell how a row takes a moment; one that a person has released has no strict window."""
        manner = self.manner(case, row, hours)
        return manner if self.confirmed_at(case, row) is None else evolve(manner, strict=False)

    def confirmed_at(self, case: Case, row: Row) -> datetime | None:
        """Tell when a person released the draft of a row."""
        draft = case.drafts.get(row.number)
        return None if draft is None else draft.confirmed

    def settled(self, case: Case, row: Row, hours: Hours, bounds: Bounds) -> datetime:
        """Give the moment of effects of a row; a released draft goes out from its release on."""
        manner, span = self.way(case, row, hours), self.span(case, row)
        confirmed = self.confirmed_at(case, row)
        if confirmed is None:
            return bounded(manner, span, bounds)
        return push(manner, max(free_moment(manner, span), manner.hours.next(confirmed)), bounds)

    def dues(self, case: Case, row: Row) -> dict[Hours, datetime]:
        """Give the moment of each group of effects of a row, as if nobody had looked late."""
        bounds = self.bounds(case, row)
        return {hours: self.settled(case, row, hours, bounds) for hours in self.groups(case, row)}

    def own_moment(self, case: Case, row: Row) -> datetime:
        """Give the moment of a row that nothing holds back."""
        return min(
            self.settled(case, row, hours, Bounds((), ())) for hours in self.groups(case, row)
        )

    def retry_due(self, case: Case, row: Row, position: int) -> datetime:
        """Give the moment of an effect that failed and is tried again (L26)."""
        retry = case.retries[row.number][position]
        bounds = self.bounds(case, row)
        after: list[date | datetime] = []
        if retry.attempt > 2:
            gap = row.step.min_gap or self.policy.min_gap
            after += [self.after(gap, retry.since, row.step)]
        return self.settled(case, row, retry.effect.kind.hours, with_more(bounds, after))

    def waiting(self, case: Case, row: Row) -> dict[int, datetime]:
        """Give the moments of the effects that are still to come, after looks that were late."""
        found: dict[int, datetime] = {}
        retries = case.retries.get(row.number, {})
        fresh = [n for n in self.outstanding(case, row) if n not in retries]
        dues = self.dues(case, row) if fresh else {}
        effects = self.effects(case, row)
        for n in self.outstanding(case, row):
            due = self.retry_due(case, row, n) if n in retries else dues[effects[n].kind.hours]
            found[n] = self.after_look(case, row, effects[n], due, n in retries)
        return found

    def outstanding(self, case: Case, row: Row) -> list[int]:
        """Give the places of the effects of a row that are still to be asked for."""
        sent = {each.position for each in case.sent.get(row.number, ())}
        again = case.retries.get(row.number, {})
        return [n for n in range(len(row.step.do)) if n not in sent or n in again]

    def after_look(
        self, case: Case, row: Row, effect: Effect, due: datetime, again: bool
    ) -> datetime:
        """Move a due to the next slot after a look that came too late (L10)."""
        if case.missed is None or due >= case.missed:
            return due
        slot = self.open[effect.kind.hours].next(case.missed)
        manner = self.way(case, row, effect.kind.hours)
        if again or not (manner.window and manner.strict):
            return slot
        return within_end(manner, self.span(case, row), slot, self.bounds(case, row, case.missed))

    # --- what holds back ---------------------------------------------------------------------

    def bounds(self, case: Case, row: Row, missed: datetime | None = None) -> Bounds:
        """Give everything that holds a row back (L11, L12, L13), and at need a missed look."""
        found: list[date | datetime] = [missed or case.start, *self.floors(case)]
        found += [past.over for n, past in case.past.items() if n < row.number]
        found += [retry.since for retry in case.retries.get(row.number, {}).values()]
        found += self.gaps(case, row)
        found += self.notices(case, row)
        found += self.windows(case, row)
        if case.absent is not None and (row.adverse or row.step.answer_within is not None):
            found.append(case.absent)
        return with_more(Bounds((), ()), found)

    def floors(self, case: Case) -> list[datetime]:
        """Give what nothing of the ladder is due before: it goes on, or was changed."""
        return [*self.goes_on(case), *([] if case.altered is None else [case.altered])]

    def goes_on(self, case: Case) -> list[datetime]:
        """Give what no reminder is due before: the last release, answer and end undone."""
        said = (case.released, case.undone, case.settled)
        return [each for each in said if each is not None]

    def gaps(self, case: Case, row: Row) -> list[date | datetime]:
        """Give the end of the minimum gap after the last contact, answer or release (L13)."""
        if not row.reaches:
            return []
        contacts = self.contacts(case, row)
        if not contacts:
            return []
        last = max(at for at, _ in contacts)
        source = [source for at, source in contacts if at == last][-1]
        begun = source is None and last == case.start and case.round > 1
        if (source or begun) and self.counts_hours_from(case, row, source):
            return []
        return [self.after(row.step.min_gap or self.policy.min_gap, last, row.step)]

    def contacts(self, case: Case, row: Row) -> list[tuple[datetime, Row | None]]:
        """Give every contact that a row keeps its distance from, and its row if it has one."""
        others = (case.contact_before, case.answered, case.released, case.undone)
        found: list[tuple[datetime, Row | None]] = [(at, None) for at in others if at is not None]
        for number in sorted(case.sent):
            made = self.contact(case.sent[number])
            if number != row.number and made is not None:
                found.append((made, self.rows[number]))
        return found

    def after(self, amount: Amount, at: datetime, step: Step | None) -> date | datetime:
        """Count an amount from an instant: hours give an instant, days a local date."""
        if isinstance(amount, Duration):
            return at + timedelta(minutes=amount.minutes)
        return add(amount, self.client.local_day(at), self.is_business(step))

    def notices(self, case: Case, row: Row) -> list[date | datetime]:
        """Give what the notices that have gone out demand of their target (L11)."""
        found: list[date | datetime] = []
        for notice in self.rows[: row.number]:
            past, timing = case.past.get(notice.number), self.notice(case, notice)
            if past is None or past.how != "done" or timing is None:
                continue
            meant = timing.anchor.occurrence in (None, row.occurrence)
            if timing.anchor.name == row.step.id and meant:
                found.append(self.notice_ends(case, notice, timing.amount))
        return found

    def notice_ends(self, case: Case, notice: Row, amount: Amount) -> date | datetime:
        """Give the first moment at which a notice is long enough."""
        given = self.went_out(case, notice)
        if isinstance(amount, Duration):
            return stretched(case.stops, given, amount.minutes)
        day = self.client.local_day(given)
        return notice_end(amount, day, self.is_business(notice.step), self.stood(case))

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

    # --- late ----------------------------------------------------------------------------------

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
            if later.step is row.step and later.number not in case.past
        )

    def planned_due(self, case: Case, row: Row) -> datetime:
        """Give when a row was due before any late look moved it."""
        return min(self.waiting(evolve(case, missed=None), row).values())

    def too_late(self, case: Case, row: Row, moment: datetime) -> bool:
        """Tell whether a row is more than its patience late."""
        due = self.planned_due(case, row)
        before = case.past.get(row.number - 1)
        if before is not None and before.how != "done":  # the outage moved this one with it
            due = min(due, self.own_moment(case, row))
        limit = self.after(row.step.patience or self.policy.patience, due, row.step)
        if isinstance(limit, datetime):
            return moment > limit
        return self.client.local_day(moment) > limit


def latest(sents: Iterable[Sent]) -> list[Sent]:
    """Give the last attempt of each effect."""
    return list({each.position: each for each in sents}.values())


def with_more(bounds: Bounds, more: Iterable[date | datetime]) -> Bounds:
    """Add bounds, instants to instants and dates to dates."""
    found = list(more)
    return Bounds(
        (*bounds.instants, *(each for each in found if isinstance(each, datetime))),
        (*bounds.dates, *(each for each in found if not isinstance(each, datetime))),
    )
