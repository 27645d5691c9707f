"""Whose turn it is, and holds (L14, L18)."""

from datetime import date, datetime, timedelta

from attrs import evolve

from ghostrules.events import Answered, Away, Held, Promised, Released, Who
from ghostrules.timing import Duration

from .falls import add
from .history import Case, Hold
from .looking import AUTOMATIC, PERSON, WAIT, Looking


class Turns(Looking):
    """Replies, answers, holds and releases."""

    def our_turn(self, case: Case, at: datetime) -> Case:
        """Give us the turn, from the first reply that we have not answered."""
        if case.settled is not None and at <= case.settled:
            return case
        if case.turn == "ours":
            return evolve(case, replied=min(at, case.replied or at))
        return evolve(case, turn="ours", replied=at, nudged=False)

    def answer(self, case: Case, event: Answered) -> Case:
        """Give the turn back to the client (L14)."""
        at, replied = event.at, case.replied
        if case.turn == "client" and case.turned is not None and at <= case.turned:
            return case
        if case.turn == "client":
            return evolve(case, answered=max(at, case.answered or at))
        if case.turn != "ours" or replied is None or at < replied:
            return case
        mode = self.policy.after_answer or ("continue" if self.late_stage(case) else "restart")
        case = evolve(
            case, turn="client", answered=at, replied=None, stops=(*case.stops, (replied, at))
        )
        if mode == "wait":
            return evolve(case, holds=(*case.holds, Hold(WAIT, at, None)))
        return self.new_round(case, at) if mode == "restart" else case

    def late_stage(self, case: Case) -> bool:
        """Tell whether something adverse, a window or a notice has already happened."""
        done = [self.rows[n] for n, past in case.past.items() if past.how == "done"]
        return any(
            row.adverse or row.step.answer_within is not None or self.notice(case, row)
            for row in done
        )

    # --- holds ---------------------------------------------------------------------------------

    def end_of(self, until: date | datetime) -> datetime:
        """Give the end that an event names: a bare date includes that day."""
        return until if isinstance(until, datetime) else self.client.instant(until, 1440)

    def hold(self, case: Case, by: str, at: datetime, until: datetime | None) -> Case:
        """Hold the case, if the hold is not older than the last release."""
        old = case.released is not None and at < case.released
        if old or (until is not None and until <= at):
            return case
        if until is not None and until < self.stands_since(case, until):
            return evolve(case, stops=(*case.stops, (at, until)))  # over before, learned late
        if by == AUTOMATIC:
            return self.hold_longer(case, at, until)
        former = [hold for hold in case.holds if hold.by == PERSON]
        others = tuple(hold for hold in case.holds if hold.by != PERSON)
        first, last = Hold(by, at, until), None
        for each in former:
            first, last = sorted((each, first), key=lambda hold: hold.since)
        if last is None:
            return evolve(case, holds=(*others, first))
        over = (first.since, min(first.until or last.since, last.since))
        return evolve(case, holds=(*others, last), stops=(*case.stops, over))

    def hold_longer(self, case: Case, at: datetime, until: datetime | None) -> Case:
        """Hold automatically: what holds already takes the later end."""
        former = [hold for hold in case.holds if hold.by == AUTOMATIC]
        if any(hold.until is None or (until and until <= hold.until) for hold in former):
            return case
        others = tuple(hold for hold in case.holds if hold.by != AUTOMATIC)
        stops = case.stops
        for each in former:  # the later end takes the place of the earlier
            first, at = sorted((at, each.since))
            stops = (*stops, (first, min(at, each.until or at)))
        return evolve(case, holds=(*others, Hold(AUTOMATIC, at, until)), stops=stops)

    def stands_since(self, case: Case, otherwise: datetime) -> datetime:
        """Tell since when the case stands, by holds or because it is our turn."""
        begun = [hold.since for hold in case.holds]
        if case.turn == "ours" and case.replied is not None:
            begun.append(case.replied)
        return min(begun, default=otherwise)

    def held_by(self, case: Case, event: Held) -> Case:
        """Hold the case as an event says."""
        until = None if event.until is None else self.end_of(event.until)
        return self.hold(case, event.by.value, event.at, until)

    def promised(self, case: Case, event: Promised) -> Case:
        """Hold the case to the end of the promised day, and the grace after it."""
        return self.hold(case, AUTOMATIC, event.at, self.promise_end(event.until))

    def promise_end(self, until: date | datetime) -> datetime:
        """Give the end of a promised day and of the grace after it."""
        day = self.client.local_day(until) if isinstance(until, datetime) else until
        grace = self.policy.promise_grace
        if grace is not None and not isinstance(grace, Duration):
            day = add(grace, day, self.is_business(None))
        end = self.client.instant(day, 1440)
        return end + timedelta(minutes=grace.minutes) if isinstance(grace, Duration) else end

    def away(self, case: Case, event: Away) -> Case:
        """Hold while the client is away; our own absence only bounds what is adverse."""
        until = self.end_of(event.until)
        if event.who is Who.CLIENT:
            return self.hold(case, AUTOMATIC, event.at, until)
        return evolve(case, absent=max(until, case.absent or until))

    def hold_for(self, case: Case, at: datetime, amount: object) -> Case:
        """Hold for an amount; days last to the end of the last."""
        assert amount is not None
        end = self.after(amount, at, None)  # type: ignore[arg-type]
        return self.hold(
            case, AUTOMATIC, at, end if isinstance(end, datetime) else self.end_of(end)
        )

    def release(self, case: Case, event: Released) -> Case:
        """End every hold if a person says so, else the automatic ones."""
        kinds = (PERSON, AUTOMATIC, WAIT) if event.by.value == PERSON else (AUTOMATIC,)
        return self.release_all(case, event.at, kinds)

    def release_all(self, case: Case, at: datetime, kinds: tuple[str, ...]) -> Case:
        """End the holds of some kinds that began before an instant."""
        over = [hold for hold in case.holds if hold.by in kinds and hold.since <= at]
        left = tuple(hold for hold in case.holds if hold not in over)
        if not over:
            return case
        if all(hold.until is not None and hold.since <= hold.until <= at for hold in left):
            return self.resume(case, at)
        ended = [(hold.since, min(hold.until or at, at)) for hold in over]
        return evolve(case, holds=left, stops=(*case.stops, *ended))
