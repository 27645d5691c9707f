"""What is reported of a step: how it went, and what persons did with it (L11, L26)."""

from collections.abc import Callable
from datetime import datetime

from attrs import evolve

from ghostrules.effects import Effect, Hours
from ghostrules.errors import EventError
from ghostrules.events import (
    Bounced,
    Confirmed,
    Delivered,
    Done,
    Dropped,
    Failed,
    Opened,
    Performed,
    Report,
)

from .history import Case, Retry, Row, Sent
from .moments import latest
from .turns import Turns


class Reports(Turns):
    """Reports, drafts, and what failed."""

    def rows_of(self, step: str | None) -> list[Row]:
        """Give the rows of a step."""
        found = [row for row in self.rows if row.step.id == step]
        if not found:
            raise EventError(f"there is no step `{step}`")
        return found

    def asked_row(self, case: Case, step: str | None) -> Row | None:
        """Give the row of a step that was asked for last; none if that was in another round."""
        asked = [row for row in self.rows_of(step) if case.sent.get(row.number)]
        if not asked and step not in case.asked:
            raise EventError(f"`{step}` was not asked for")
        return asked[-1] if asked else None

    def called_row(self, case: Case, step: str) -> Row | None:
        """Give the row of a step that a person was asked to do last, else that asked for last."""
        called = [
            row
            for row in self.rows_of(step)
            if any(each.live for each in case.sent.get(row.number, ()))
            and (row.number not in case.past or case.past[row.number].how == "done")
        ]
        return called[-1] if called else self.asked_row(case, step)

    def refuse_report(self, case: Case, event: Report | Done) -> None:
        """Refuse a report of what was never asked for, whatever the status (L20).

        Of a step that was left out half-done any part may have been asked for.
        """
        if isinstance(event, Done):
            return self.refuse_done(case, event)
        row = self.asked_row(case, event.step)
        names = [each.name for each in self.rows_of(event.step)[0].every]
        if event.channel not in (None, *names):
            raise EventError(f"`{event.step}` has no `{event.channel}`")
        if row is None or event.channel is None or row.number in case.past:
            return None
        asked = {each.position for each in case.sent[row.number]}
        ways = [[e.name for e in (each, *each.fallbacks)] for each in row.step.do]
        if not any(event.channel in way for n, way in enumerate(ways) if n in asked):
            raise EventError(f"`{event.step}` did not ask for `{event.channel}` yet")
        return None

    def refuse_done(self, case: Case, event: Done) -> None:
        """Refuse that a person did what no person was asked to do."""
        row = self.called_row(case, event.step)
        if not any(each.kind.hours is Hours.BOTH for each in self.rows_of(event.step)[0].every):
            raise EventError(f"nobody does `{event.step}` live")
        if row is None or row.number in case.past:
            return
        may_be_late = event.step in case.asked or any(
            each.number in case.past and case.sent.get(each.number)
            for each in self.rows_of(event.step)
        )
        if not may_be_late and not any(each.live for each in case.sent[row.number]):
            raise EventError(f"nobody was asked to do `{event.step}` yet")

    def reported(self, case: Case, event: Report) -> Case:
        """Record a report (L20: only of what was asked for)."""
        row = self.asked_row(case, event.step)
        if row is None or (row.number in case.past and case.past[row.number].how != "done"):
            return case
        meant = [
            each
            for each in latest(case.sent[row.number])
            if event.channel in (None, each.effect.name)
        ]
        if not meant:
            return case  # another way of a preference order was asked for
        match event:
            case Performed():
                return self.renewed(case, row, meant, lambda each: performed(each, event.at))
            case Delivered():
                case = self.said(case, row, "delivered", True)
                return self.renewed(case, row, meant, lambda each: delivered(each, event.at))
            case Opened():
                return self.said(case, row, "opened", True)
            case Failed() | Bounced():
                return self.has_failed(case, row, meant, event)

    def said(self, case: Case, row: Row, name: str, value: object) -> Case:
        """Record what conditions can ask for."""
        return evolve(case, properties={**case.properties, (row.step.id, name): value})

    def renewed(
        self, case: Case, row: Row, meant: list[Sent], change: Callable[[Sent], Sent]
    ) -> Case:
        """Change what was asked for, and what follows for the row."""
        sents = tuple(change(each) if each in meant else each for each in case.sent[row.number])
        case = evolve(case, sent={**case.sent, row.number: sents})
        past = case.past.get(row.number)
        if past is None or past.how != "done":
            return case
        return evolve(case, past={**case.past, row.number: self.finished(sents)})

    # --- failing -------------------------------------------------------------------------------

    def has_failed(self, case: Case, row: Row, meant: list[Sent], event: Failed | Bounced) -> Case:
        """Mark what failed; one not later than the failure before the attempt is that very one."""
        since = self.carried_out(case, row)
        failed = [
            each
            for each in meant
            if (each.attempt == 1 or (each.after != event.at and since <= event.at))
            and each.position in self.channels(case, row)
            and not each.failed
        ]
        case = self.said(case, row, "bounced" if isinstance(event, Bounced) else "failed", True)
        case = self.renewed(case, row, failed, lambda each: evolve(each, failed=True))
        return self.tried_again(case, row, event.at)

    def tried_again(self, case: Case, row: Row, at: datetime) -> Case:
        """Ask again on every channel if all of them failed, or for the next alternative."""
        last = {each.position: each for each in latest(case.sent[row.number])}
        wanted = self.channels(case, row)
        if case.retries.get(row.number) or not all(n in last and last[n].failed for n in wanted):
            return case
        since = max(at, self.carried_out(case, row))
        again = {
            n: Retry(self.next_way(case, row, last[n]), last[n].attempt + 1, since, at)
            for n in wanted
        }
        past = {n: past for n, past in case.past.items() if n != row.number}
        retries = {**case.retries, row.number: again}
        if any(last[n].live for n in wanted):
            said = {k: v for k, v in case.properties.items() if k != (row.step.id, "result")}
            case = evolve(case, properties=said)
        return evolve(case, past=past, retries=retries, missed=None)

    def carried_out(self, case: Case, row: Row) -> datetime:
        """Tell when a row has happened, or when the last part of it did that a client noticed."""
        past, made = case.past.get(row.number), latest(case.sent[row.number])
        if past is not None:
            return past.at
        reaching = [each for each in made if each.effect.kind.reaches_client]
        counting = [each for each in made if each.effect.kind.counts]
        return max(self.moment(each) for each in reaching or counting or made)

    def next_way(self, case: Case, row: Row, sent: Sent) -> Effect:
        """Give what is asked for after a failure: the next alternative, or the first again."""
        return self.follower(case, row, sent) or self.chosen(case, row.step.do[sent.position])

    def follower(self, case: Case, row: Row, sent: Sent) -> Effect | None:
        """Give the next alternative of a preference order that the client can get."""
        first = row.step.do[sent.position]
        order = (first, *first.fallbacks)
        after = order[order.index(sent.effect) + 1 :]
        return next((each for each in after if self.can(case, each)), None)

    # --- persons -------------------------------------------------------------------------------

    def done(self, case: Case, event: Done) -> Case:
        """Record that a person did a step; a later report moves it later, never earlier."""
        row = self.called_row(case, event.step)
        if row is None or not any(each.live for each in case.sent[row.number]):
            return case
        again = case.retries.get(row.number, {})
        if any(each.live and each.position in again for each in case.sent[row.number]):
            return case  # it failed, and nobody has been asked again
        case = self.said(case, row, "result", event.result)
        was_complete = row.number in case.past
        live = [each for each in latest(case.sent[row.number]) if each.live]
        case = self.renewed(case, row, live, lambda each: did(each, event.at))
        if not was_complete and self.is_complete(case, row):
            return self.complete(case, row, event.at)
        return case

    def drafted(self, case: Case, step: str) -> Row:
        """Give the row of a step whose draft is open."""
        for row in self.rows_of(step):
            draft = case.drafts.get(row.number)
            if draft and draft.confirmed is None and row.number not in case.past:
                return row
        raise EventError(f"`{step}` has no draft")

    def confirmed(self, case: Case, event: Confirmed) -> Case:
        """Let a draft go out at the next admissible slot."""
        row = self.drafted(case, event.step)
        draft = case.drafts[row.number]
        draft = evolve(draft, confirmed=max(event.at, draft.at))
        return evolve(case, drafts={**case.drafts, row.number: draft}, missed=None)

    def dropped(self, case: Case, event: Dropped) -> Case:
        """Leave out a step whose draft was dropped."""
        row = self.drafted(case, event.step)
        return self.left_out(case, row, "skipped", event.at)


def performed(sent: Sent, at: datetime) -> Sent:
    """Report later, never earlier."""
    return evolve(sent, performed=max(at, sent.performed or at))


def delivered(sent: Sent, at: datetime) -> Sent:
    """Report later, never earlier."""
    return evolve(sent, delivered=max(at, sent.delivered or at))


def did(sent: Sent, at: datetime) -> Sent:
    """Report later, never earlier."""
    return evolve(sent, done=max(at, sent.at, sent.done or at))
