"""What every event does (L14 to L20), and what the policy's reactions make of it."""

from datetime import datetime

from attrs import evolve

from ghostrules.errors import EventError
from ghostrules.events import (
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
    Elapsed,
    Event,
    FactChanged,
    Failed,
    Held,
    Moved,
    Opened,
    Paid,
    PartPaid,
    PaymentUndone,
    Performed,
    Promised,
    Released,
    Replied,
    Report,
    Signal,
    Skipped,
    Undone,
    name_of,
)
from ghostrules.policy import Reaction, Then, ThenWord

from .changes import Changes
from .history import Case, Past, Pending
from .looking import AUTOMATIC, PERSON, REACT, WAIT, Looked
from .payments import PAID

OURS = Held | Released | Confirmed | Dropped | Skipped | Moved | Answered
REOPENING = (
    ThenWord.RESTART,
    ThenWord.GO_TO,
    ThenWord.OUR_TURN,
    ThenWord.HOLD,
    ThenWord.HOLD_FOR,
    ThenWord.HOLD_UNTIL_PROMISED,
    ThenWord.RESUME,
)


class Happening(Changes):
    """What events do."""

    def happen(self, case: Case, event: Event) -> Looked:
        """Let an event happen; the same event twice is once (L16)."""
        if isinstance(event, Elapsed):
            return self.look(case, event.at, dict(event.observed))
        if case.status == "ended" and isinstance(event, OURS):
            raise EventError("the case has ended")
        if event in case.heard or (isinstance(event, Undone) and event.at == case.undone):
            return case, []
        woken = self.woken(case, event.at)
        self.refuse(woken, event)
        after = self.told(woken, event)
        after = evolve(case if after == woken else after, heard=(*case.heard, event))
        if min(self.sources(after), default=None) == (event.at, REACT):
            return self.react(after, event.at, fresh=True)
        return after, []

    def woken(self, case: Case, at: datetime) -> Case:
        """End the holds whose own end lies before an event, though nobody looked at it."""
        ends = [hold.until for hold in case.holds]
        if not ends or case.status == "ended" or any(end is None or end >= at for end in ends):
            return case
        return self.resume(case, max(end for end in ends if end is not None))

    def refuse(self, case: Case, event: Event) -> None:
        """Refuse what is impossible in this status (L20)."""
        if case.status != "ended" and isinstance(event, Undone):
            raise EventError("the case has not ended")
        if isinstance(event, Report | Done):
            self.refuse_report(case, event)
        if isinstance(event, FactChanged | Moved):
            self.refuse_change(case, event)
        if isinstance(event, PaymentUndone) and not case.payments and event.amount is None:
            raise EventError("nothing was paid")
        heard = case.released is not None and event.at <= case.released
        if isinstance(event, Released) and not case.holds and not heard:
            raise EventError("the case is not held")
        if isinstance(event, Signal):
            known = {*dict(self.policy.ends), *(each.event for each in self.policy.on)}
            if event.name not in {*known, self.policy.starts}:
                raise EventError(f"`{event.name}` is unknown")

    def told(self, case: Case, event: Event) -> Case:
        """Record an event, then do what a reaction says, or what it does anyway."""
        recorded = self.record(case, event)
        if isinstance(event, Replied) and case.settled and event.at <= case.settled:
            return case
        name = self.name(recorded, event)
        last = case.reacted.get(name)
        if recorded == case and last is not None and event.at <= last:
            return case  # told again, or learned after a later one of its kind
        undecided = self.undecided(case, recorded)
        reaction = self.reaction(undecided, event, name)
        if reaction is None:
            return self.default(recorded, event, name)
        after = self.reacted(undecided, event, reaction, name)
        return after if undecided is recorded else self.decided(recorded, after)

    def reacted(self, case: Case, event: Event, reaction: Reaction, name: str) -> Case:
        """Take a reaction: do what it says, and remember what is still to be carried out."""
        if reaction.then is None:
            after = self.default(case, event, name)
        else:
            after = self.then(case, event, reaction.then, name)
        last = case.reacted.get(name, event.at)
        pending = tuple(Pending(self.chosen(after, effect), event.at) for effect in reaction.do)
        reacted = {**after.reacted, name: max(event.at, last)}
        return evolve(after, pending=(*after.pending, *pending), reacted=reacted)

    def undecided(self, case: Case, recorded: Case) -> Case:
        """Give a case that ends with a last step that was reported, before it ends."""
        if case.status == "ended" or recorded.status != "ended":
            return recorded
        return evolve(recorded, outcome=None, ended=None, pending=case.pending)

    def decided(self, recorded: Case, after: Case) -> Case:
        """End a case with its last step, unless a reaction has begun a new round, or ended it."""
        if after.status == "ended" or after.round > recorded.round:
            return after
        stands = after.status == "held" or after.turn == "ours"
        if stands and recorded.outcome == "silent":
            return after
        return evolve(after, outcome=recorded.outcome, ended=recorded.ended, pending=())

    def after_assuming(self, case: Case, after: Case, event: Done) -> Case:
        """Take a reaction to the very result that is assumed, as if it had been reported now."""
        undecided = self.undecided(case, after)
        for reaction in self.policy.on:
            if reaction.result is not None and self.fits(undecided, event, reaction, "done"):
                reacted = self.reacted(undecided, event, reaction, "done")
                return reacted if undecided is after else self.decided(after, reacted)
        return after

    def name(self, case: Case, event: Event) -> str:
        """Give the name of an event; a payment that leaves nothing is `paid`."""
        if isinstance(event, Paid | PartPaid):
            return PAID if self.nothing_is_left(case, event) else "part-paid"
        return name_of(event)

    # --- recording -----------------------------------------------------------------------------

    def record(self, case: Case, event: Event) -> Case:
        """Record what an event tells, whatever it does."""
        match event:
            case Performed() | Delivered() | Failed() | Bounced() | Opened():
                return self.reported(case, event)
            case Done():
                return self.done(case, event)
            case Paid() | PartPaid():
                return self.paid(case, event)
            case PaymentUndone():
                return self.unpaid(case, event)
            case FactChanged():
                return self.fact_changed(case, event)
            case Signal():
                facts = {**case.facts, **dict(event.data)}
                return self.altering(case, event.at, lambda each: evolve(each, facts=facts))
            case _:
                return case

    # --- what an event does anyway ---------------------------------------------------------------

    def default(self, case: Case, event: Event, name: str) -> Case:
        """Do what an event does without a reaction."""
        if case.status == "ended":
            undone = isinstance(event, PaymentUndone) and case.ended_by == PAID
            return self.undo(case, event.at) if undone or isinstance(event, Undone) else case
        ends = name in dict(self.policy.ends) or isinstance(event, Cancelled)
        if ends and name != PAID and case.undone is not None and event.at <= case.undone:
            return case  # that end has been undone
        if ends or name == PAID:
            return self.end(case, name, event.at)
        match event:
            case Replied():
                return self.our_turn(case, event.at)
            case Answered():
                return self.answer(case, event)
            case _:
                return self.default_of_ours(case, event)

    def default_of_ours(self, case: Case, event: Event) -> Case:
        """Do what holds, drafts and changes do."""
        match event:
            case Held():
                return self.held_by(case, event)
            case Released():
                return self.release(case, event)
            case Promised():
                return self.promised(case, event)
            case Away():
                return self.away(case, event)
            case Disputed():
                return self.hold(case, AUTOMATIC, event.at, None)
            case Confirmed():
                return self.confirmed(case, event)
            case Dropped():
                return self.dropped(case, event)
            case Skipped():
                return self.skipped(case, event)
            case Moved():
                return self.moved(case, event)
            case _:
                return case

    # --- reactions -------------------------------------------------------------------------------

    def reaction(self, case: Case, event: Event, name: str) -> Reaction | None:
        """Give the first reaction of the policy that fits."""
        return next((each for each in self.policy.on if self.fits(case, event, each, name)), None)

    def fits(self, case: Case, event: Event, reaction: Reaction, name: str) -> bool:
        """Tell whether a reaction is meant."""
        return (
            reaction.event == name
            and reaction.outcome == (case.outcome if case.status == "ended" else None)
            and reaction.step in (None, getattr(event, "step", None))
            and reaction.result in (None, getattr(event, "result", None))
            and (reaction.only_if is None or self.holds(case, reaction.only_if))
        )

    def then(self, case: Case, event: Event, then: Then, name: str) -> Case:
        """Do what a reaction says."""
        at = event.at
        if case.status == "ended" and then.word not in REOPENING:
            return self.ended_otherwise(case, then, name)
        case = self.undo(case, at) if case.status == "ended" else case
        match then.word:
            case ThenWord.OUR_TURN:
                return self.our_turn(case, at)
            case ThenWord.HOLD:
                return self.hold(case, AUTOMATIC, at, None)
            case ThenWord.HOLD_FOR:
                return self.hold_for(case, at, then.amount)
            case ThenWord.HOLD_UNTIL_PROMISED:
                until = getattr(event, "until", None)
                end = None if until is None else self.promise_end(until)
                return self.hold(case, AUTOMATIC, at, end)
            case ThenWord.RELEASE:
                return self.release_all(case, at, (PERSON, AUTOMATIC, WAIT))
            case ThenWord.RESTART:
                return self.new_round(self.to_client(case, at), at)
            case ThenWord.GO_TO:
                return self.go_to(self.to_client(case, at), str(then.target), at)
            case ThenWord.SKIP:
                return self.skipped(case, Skipped(str(then.target), at=at))
            case ThenWord.END:
                return self.end(case, name, at, then.target)
            case ThenWord.RESUME | ThenWord.NOTHING:
                return case

    def ended_otherwise(self, case: Case, then: Then, name: str) -> Case:
        """Give a case that has ended another outcome; it has ended when it did."""
        if then.word is not ThenWord.END:
            return case
        return evolve(case, outcome=then.target or dict(self.policy.ends).get(name, name))

    def to_client(self, case: Case, at: datetime) -> Case:
        """Give the turn to the client."""
        if case.turn == "client" or case.replied is None:
            return case
        stops = (*case.stops, (case.replied, at))
        turned = max(at, case.replied)
        return evolve(case, turn="client", replied=None, turned=turned, stops=stops)

    def go_to(self, case: Case, step: str, at: datetime) -> Case:
        """Go on with a step: those before it are left out, it and those after it are to come."""
        first = self.rows_of(step)[0].number
        current = self.current(case)
        if current and current.number == first:
            return case
        left_out = {n: Past("skipped", at, at) for n in range(first)}
        gone = set(range(first, len(self.rows)))
        contacts = [self.contact(case.sent[n]) for n in gone if n in case.sent]
        before = [each for each in (*contacts, case.contact_before) if each is not None]
        back = current is None or first < current.number
        return evolve(
            case,
            round=case.round + back,
            past={**left_out, **{n: past for n, past in case.past.items() if n < first}},
            sent={n: sent for n, sent in case.sent.items() if n < first},
            retries={n: retry for n, retry in case.retries.items() if n < first},
            drafts={n: draft for n, draft in case.drafts.items() if n < first},
            overdue=case.overdue - gone,
            asked=case.asked | self.steps_asked(case, gone),
            contact_before=max(before, default=None),
            altered=max(at, case.altered or at),
            missed=None,
        )
