"""What a look at the clock does (L10, L17, L18, L19)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from attrs import evolve

from ghostrules.effects import Effect
from ghostrules.events import Done
from ghostrules.policy import IfLate
from ghostrules.timing import Amount, BusinessDays, Duration

from .falls import add
from .history import Case, Draft, Fired, Past, Pending, Row, Sent
from .moments import Moments, latest
from .parties import ONE_DAY

PERSON, AUTOMATIC, WAIT = "person", "automatic", "wait"
Observed = Mapping[str, datetime]
Looked = tuple[Case, list[Fired]]
RESUME, NUDGE, OVERDUE, ROW, REACT = range(5)


class Looking(Moments):
    """Looks at the clock.

    With `assume` what a person does counts as done when it is asked for, as plans have it.
    """

    assume = False

    # --- what is due ---------------------------------------------------------------------------

    def current(self, case: Case) -> Row | None:
        """Give the row that has its turn."""
        return next((row for row in self.rows if row.number not in case.past), None)

    def due(self, case: Case) -> datetime | None:
        """Give the instant at which the case acts next."""
        return min((due for due, _ in self.sources(case)), default=None)

    def sources(self, case: Case) -> list[tuple[datetime, int]]:
        """Give everything that the case waits for."""
        found = [(self.pending_due(case, each), REACT) for each in self.ready(case)]
        if case.status == "ended":
            return found
        if case.holds:
            ends = [hold.until for hold in case.holds]
            if None not in ends:
                found.append((max(end for end in ends if end is not None), RESUME))
            return found
        if case.turn == "ours":
            nudge = self.nudge(case)
            return found if nudge is None else [*found, (nudge, NUDGE)]
        return found + self.row_sources(case)

    def row_sources(self, case: Case) -> list[tuple[datetime, int]]:
        """Give what the row that has its turn waits for."""
        row = self.current(case)
        if row is None and case.stays:
            return []
        if row is None:
            return [(max([self.silent_end(case), *self.floors(case)]), ROW)]
        draft = case.drafts.get(row.number)
        if draft is not None and draft.confirmed is None:
            return []
        found = [(at, ROW) for at in self.waiting(case, row).values()]
        overdue = self.overdue(case, row)
        return found if overdue is None else [*found, (overdue, OVERDUE)]

    def ladder_due(self, case: Case) -> datetime | None:
        """Give when the ladder itself would go on, whosever turn it is."""
        row = self.current(case)
        return None if row is None else min(self.waiting(case, row).values(), default=None)

    def silent_end(self, case: Case) -> datetime:
        """Give when a case ends after its last step."""
        last = self.rows[-1]
        past = case.past[last.number]
        if last.step.answer_within is None or past.how != "done":
            return past.over
        end = self.deadline(case, last)
        end = end if isinstance(end, datetime) else self.client.instant(end + ONE_DAY, 0)
        return max(past.over, end)

    def nudge(self, case: Case) -> datetime | None:
        """Give when we are reminded that it is our turn."""
        within = self.policy.respond_within
        if within is None or case.nudged or case.replied is None:
            return None
        return max([self.of_sender(within, case.replied), *self.goes_on(case)])

    def overdue(self, case: Case, row: Row) -> datetime | None:
        """Give when a person should have reported a row that was asked for."""
        asked = [each.at for each in latest(case.sent.get(row.number, ())) if each.open]
        if not asked or case.retries.get(row.number) or row.number in case.overdue:
            return None
        after = row.step.overdue_after or BusinessDays(1)
        return max([self.of_sender(after, max(asked)), *self.goes_on(case)])

    def of_sender(self, amount: Amount, at: datetime) -> datetime:
        """Count an amount from an instant by the sender's days; a date is its 00:00."""
        if isinstance(amount, Duration):
            return at + timedelta(minutes=amount.minutes)
        day = add(amount, self.sender.local_day(at), self.sender.is_business)
        return self.sender.instant(day, 0)

    def ready(self, case: Case) -> list[Pending]:
        """Give the effects of reactions that nothing holds back."""
        free = case.status == "ended" or (case.status == "open" and case.turn == "client")
        return [each for each in case.pending if free or not each.effect.kind.reaches_client]

    def pending_due(self, case: Case, pending: Pending) -> datetime:
        """Give the slot of an effect of a reaction."""
        held_back = self.goes_on(case) if pending.effect.kind.reaches_client else []
        return self.open[pending.effect.kind.hours].next(max([pending.since, *held_back]))

    # --- looking -------------------------------------------------------------------------------

    def look(self, case: Case, at: datetime, observed: Observed | None = None) -> Looked:
        """Look at the clock once (L10, L17)."""
        sources = self.sources(case)
        if not sources or (case.seen is not None and at < case.seen):
            return case, []
        due, source = min(sources)
        if at < due:
            return case, []
        moment = due if at - due <= self.punctual else at
        seen = evolve(case, seen=at)
        if source == RESUME:
            return self.resume(seen, due), []
        if source == NUDGE:
            return evolve(seen, nudged=True), [Fired("our-turn", 0, "note", moment)]
        if source == OVERDUE:
            return self.assume_done(seen, moment)
        fresh = self.is_fresh(at, observed)
        after = self.react(seen, moment, fresh) if source == REACT else None
        after = after or self.take(seen, due, moment, at, fresh)
        return (case, []) if after is BLOCKED else after

    def is_fresh(self, at: datetime, observed: Observed | None) -> bool:
        """Tell whether every source of answers was read recently enough (L19)."""
        if observed is None:
            return True
        return all(
            source in observed and at - observed[source] <= timedelta(minutes=age.minutes)
            for source, age in self.policy.evidence
        )

    def take(
        self, case: Case, due: datetime, moment: datetime, at: datetime, fresh: bool
    ) -> Looked:
        """Let the row that has its turn act, or leave it out."""
        row = self.current(case)
        if row is None:
            return evolve(case, outcome="silent", ended=moment, pending=()), []
        if case.sent.get(row.number) and row.step.id in case.skips:
            return self.left_out(case, row, "skipped", moment), []
        begun = self.has_begun(case, row)
        if begun or (row.number in case.drafts and not case.retries.get(row.number)):
            return self.act_or_skip(case, row, due, moment, fresh)
        if self.is_left_out(case, row):
            return self.left_out(case, row, "skipped", self.planned_due(case, row)), []
        if self.overtaken(case, row, moment):
            merged = self.left_out(case, row, "merged", moment)
            return self.take(merged, due, moment, at, fresh)
        if (
            row.step.confirm
            and row.number not in case.drafts
            and not self.is_skipped_late(case, row, moment)
        ):
            if moment != due and not self.is_open(case, row, moment):
                return evolve(case, missed=moment), []
            drafts = {**case.drafts, row.number: Draft(moment)}
            return evolve(case, drafts=drafts, missed=None), [
                Fired(f"{row.step.id}/draft", 0, "note", moment)
            ]
        return self.act_or_skip(case, row, due, moment, fresh)

    def has_begun(self, case: Case, row: Row) -> bool:
        """Tell whether a part of the present attempt at a row was asked for."""
        again = case.retries.get(row.number, {})
        out = bool(case.sent.get(row.number))
        return out and (not again or any(n not in again for n in self.channels(case, row)))

    def channels(self, case: Case, row: Row) -> list[int]:
        """Give the places of the effects on which a row can fail: all, if none reaches."""
        effects = self.effects(case, row)
        reaching = [n for n, effect in enumerate(effects) if effect.kind.reaches_client]
        return reaching or list(range(len(effects)))

    def is_open(self, case: Case, row: Row, moment: datetime) -> bool:
        """Tell whether an effect of a row could be carried out now."""
        effects = self.effects(case, row)
        return any(
            due <= moment and self.open[effects[n].kind.hours].contains(moment)
            for n, due in self.waiting(case, row).items()
        )

    def is_skipped_late(self, case: Case, row: Row, moment: datetime) -> bool:
        """Tell whether a row that has not begun is too late to be done."""
        begun = bool(case.sent.get(row.number))
        return not begun and self.mode(row) is IfLate.SKIP and self.too_late(case, row, moment)

    def act_or_skip(
        self, case: Case, row: Row, due: datetime, moment: datetime, fresh: bool
    ) -> Looked:
        """Carry out what is due of a row, unless it is too late for it."""
        if self.is_skipped_late(case, row, moment):
            return self.left_out(case, row, "skipped", moment), []
        return self.act(case, row, due, moment, fresh)

    def act(self, case: Case, row: Row, due: datetime, moment: datetime, fresh: bool) -> Looked:
        """Carry out what is due, if the moment is admissible."""
        waiting, effects = self.waiting(case, row), self.effects(case, row)
        ready = [n for n, at in waiting.items() if at == due]
        if moment != due:
            ready = [
                n
                for n, at in waiting.items()
                if at <= moment and self.open[effects[n].kind.hours].contains(moment)
            ]
        if not ready:
            return evolve(case, missed=moment), []
        if not fresh and (row.reaches or row.adverse):
            return BLOCKED
        case = self.asked(case, row, {n: effects[n] for n in ready}, moment)
        fired = [Fired(row.step.id, row.occurrence, effects[n].name, moment) for n in ready]
        if self.is_complete(case, row):
            return self.complete(case, row, moment), fired
        return evolve(case, missed=moment), fired

    def asked(self, case: Case, row: Row, effects: Mapping[int, Effect], at: datetime) -> Case:
        """Record that effects were asked for."""
        again = case.retries.get(row.number, {})
        sent = tuple(
            Sent(n, effect, again[n].attempt, at, again[n].failed)
            if n in again
            else Sent(n, effect, 1, at)
            for n, effect in effects.items()
        )
        sent = tuple(evolve(each, done=at) if each.live and self.assume else each for each in sent)
        left = {n: retry for n, retry in again.items() if n not in effects}
        return evolve(
            case,
            sent={**case.sent, row.number: (*case.sent.get(row.number, ()), *sent)},
            retries={**case.retries, row.number: left},
            overdue=case.overdue - {row.number for each in sent if each.live},
        )

    def is_complete(self, case: Case, row: Row) -> bool:
        """Tell whether all effects of a row were asked for, and done by those who do them."""
        sent = case.sent.get(row.number, ())
        return not self.outstanding(case, row) and not any(each.open for each in latest(sent))

    def complete(self, case: Case, row: Row, now: datetime) -> Case:
        """Record that a row has happened."""
        return self.next_row(case, row, self.finished(case.sent[row.number]), now)

    def left_out(self, case: Case, row: Row, how: str, moment: datetime) -> Case:
        """Leave a row out."""
        return self.next_row(case, row, Past(how, moment, moment), moment)

    def next_row(self, case: Case, row: Row, past: Past, now: datetime) -> Case:
        """Give the turn to the next row, or end the case."""
        after = evolve(case, past={**case.past, row.number: past}, missed=None, stays=False)
        now = max([now, *(each.over for each in after.past.values())])
        if case.status == "ended":
            return after
        if row.step.outcome is not None and row.occurrence == row.total and past.how == "done":
            return evolve(after, outcome=row.step.outcome, ended=now, pending=())
        free = after.status == "open" and after.turn == "client"
        if free and self.current(after) is None and self.silent_end(after) <= now:
            return evolve(after, outcome="silent", ended=now, pending=())
        return after

    def assume_done(self, case: Case, moment: datetime) -> Looked:
        """Ask a person for a report, and assume one if the policy says so."""
        row = self.current(case)
        assert row is not None
        fired = [Fired(f"{row.step.id}/overdue", 0, "note", moment)]
        case = evolve(case, overdue=case.overdue | {row.number})
        said = row.step.if_unreported
        if said == "wait":
            return case, fired
        sent = tuple(
            evolve(each, done=each.at) if each.open else each for each in case.sent[row.number]
        )
        case = evolve(
            case,
            sent={**case.sent, row.number: sent},
            properties={**case.properties, (row.step.id, "result"): said},
        )
        after = case
        if self.is_complete(case, row):
            after = evolve(self.complete(case, row, moment), altered=moment)
        return self.after_assuming(case, after, Done(row.step.id, said, at=moment)), fired

    def after_assuming(self, case: Case, after: Case, event: Done) -> Case:
        """Do what the policy says of what is assumed: a reaction is known only to events."""
        return after

    def react(self, case: Case, moment: datetime, fresh: bool) -> Looked:
        """Carry out the next effects of reactions."""
        chosen = [each for each in self.ready(case) if self.pending_due(case, each) <= moment]
        now = [each for each in chosen if self.open[each.effect.kind.hours].contains(moment)]
        if not fresh and any(each.effect.kind.counts for each in now):
            return BLOCKED
        later = tuple(
            evolve(each, since=moment) if each in chosen else each
            for each in case.pending
            if each not in now
        )
        if any(each.effect.kind.reaches_client for each in now):
            case = evolve(case, contact_before=max(case.contact_before or moment, moment))
        case = evolve(case, pending=later)
        return case, [Fired("reaction", 0, each.effect.name, moment) for each in now]

    # --- rounds and holds ------------------------------------------------------------------------

    def resume(self, case: Case, at: datetime) -> Case:
        """Let the clock run again after a hold (L18)."""
        holds = case.holds
        ended = [(hold.since, min(hold.until or at, at)) for hold in holds]
        case = evolve(case, stops=(*case.stops, *ended), holds=(), released=at)
        held = [hold for hold in holds if hold.by != WAIT]
        if self.policy.on_resume == "restart" and case.turn == "client" and held:
            return self.new_round(case, at)
        return case

    def new_round(self, case: Case, at: datetime) -> Case:
        """Begin a new round: what counts from the start is to be done again (L14)."""
        again = {row.number for row in self.rows if self.repeats(case, row)}
        steps = {self.rows[n].step.id for n in again}
        contacts = [self.contact(sent) for n, sent in case.sent.items() if n in again]
        before = [each for each in (*contacts, case.contact_before) if each is not None]
        return evolve(
            case,
            start=at,
            round=case.round + 1,
            past={n: past for n, past in case.past.items() if n not in again},
            sent={n: sent for n, sent in case.sent.items() if n not in again},
            retries={n: retry for n, retry in case.retries.items() if n not in again},
            drafts={n: draft for n, draft in case.drafts.items() if n not in again},
            overdue=case.overdue - again,
            properties={k: v for k, v in case.properties.items() if k[0] not in steps},
            asked=case.asked | self.steps_asked(case, again),
            contact_before=max(before, default=None),
            moves={step: to for step, to in case.moves.items() if step not in steps},
            missed=None,
        )

    def steps_asked(self, case: Case, rows: set[int]) -> set[str]:
        """Give the steps of which rows that are done again were asked for."""
        return {self.rows[n].step.id for n in rows if case.sent.get(n)}

    # --- many looks ------------------------------------------------------------------------------

    def advance(self, case: Case, at: datetime, observed: Observed | None = None) -> Looked:
        """Look as long as something changes."""
        effects: list[Fired] = []
        while True:
            after, new = self.look(case, at, observed)
            effects += new
            if after is case:
                return case, effects
            case = after

    def plan(self, case: Case) -> Looked:
        """Walk the silent path, on which people do at once what they are asked for."""
        effects: list[Fired] = []
        self.assume, assumed = True, self.assume
        while (due := self.due(case)) is not None:
            case, new = self.look(case, due)
            effects += new
        self.assume = assumed
        return case, effects


BLOCKED: Looked = (Case(datetime.min.replace(tzinfo=UTC), {}), [])
