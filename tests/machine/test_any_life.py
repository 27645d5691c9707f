"""Any life of any policy keeps the laws: random events at random moments, looked at after each."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ghostrules import (
    Calendar,
    Elapsed,
    EventError,
    Intent,
    Machine,
    Money,
    Signal,
    Started,
    State,
    Status,
    Transition,
    Turn,
)
from ghostrules.calendars import to_micros
from ghostrules.effects import Hours
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
    Skipped,
    Undone,
)
from ghostrules.timing import BusinessDays, Days, Duration
from tests.machine.any_policy import Drawn, drawn, machine_of, parties
from tests.machine.life import is_reminder

DECIDED = (Answered, Confirmed, Dropped, Held, Moved, Released, Skipped)
PUNCTUAL = timedelta(minutes=15)
STEPS = st.sampled_from("abcde")
DAYS = st.integers(0, 12)
GAPS = st.one_of(
    st.just(timedelta()),
    st.timedeltas(timedelta(), timedelta(hours=8)),
    st.timedeltas(timedelta(), timedelta(days=9)),
)
LATE = st.one_of(
    st.just(timedelta()),
    st.just(timedelta()),
    st.timedeltas(timedelta(), timedelta(minutes=20)),
    st.timedeltas(timedelta(), timedelta(days=2)),
    st.timedeltas(timedelta(), timedelta(days=30)),
)
MONEY = Money(Decimal(40), "EUR")


class AnyLife(RuleBasedStateMachine):
    """One case, with a simple account of what the laws forbid."""

    machine: Machine
    state: State
    drawn: Drawn

    @initialize(
        number=st.integers(0, 150),
        client=st.sampled_from(sorted(parties())),
        sender=st.sampled_from(sorted(parties())),
        start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    )
    def open(self, number: int, client: str, sender: str, start: datetime) -> None:
        """Open a case."""
        self.drawn, self.machine = drawn(number), machine_of(number, client, sender)
        self.client, self.sender = parties()[client], parties()[sender]
        facts = {"due": start.date(), "balance": Money(Decimal(100), "EUR"), "jobs": 1}
        opening = Started("c", facts=facts, at=start)
        self.state, self.now = self.machine.open(opening), start
        self.journal: list[Any] = [opening]
        self.keys: set[str] = set()
        self.spans: list[tuple[datetime, datetime]] = []
        self.stood: datetime | None = None
        self.touch: tuple[str, datetime] | None = None
        self.given: dict[str, tuple[int, datetime]] = {}
        self.absent: datetime | None = None
        self.retimed: set[str] = set()
        self.sound = True

    @rule(late=LATE)
    def tick(self, late: timedelta) -> None:
        """Look when something is due, or somewhat later."""
        if self.state.due is not None:
            self.now = max(self.now, self.state.due + late)
            self.tell(Elapsed(at=self.now))

    @rule(gap=GAPS)
    def look(self, gap: timedelta) -> None:
        """Look at any moment."""
        self.now += gap
        self.tell(Elapsed(at=self.now))

    @rule(gap=GAPS, kind=st.sampled_from([Replied, Answered, Released, Disputed, Held]))
    def talk(self, gap: timedelta, kind: type[Any]) -> None:
        """Tell what carries nothing."""
        self.now += gap
        self.tell(kind(at=self.now))

    @rule(gap=GAPS, days=DAYS, kind=st.sampled_from(["held", "auto", "promised", "away", "us"]))
    def pause(self, gap: timedelta, days: int, kind: str) -> None:
        """Hold the case for some days, by whatever means."""
        self.now += gap
        until, at = self.now.date() + timedelta(days=days), self.now
        events: dict[str, Any] = {
            "held": Held(until, at=at),
            "auto": Held(until, by="automatic", at=at),
            "promised": Promised(until, at=at),
            "away": Away(until, at=at),
            "us": Away(until, who="us", at=at),
        }
        self.tell(events[kind])

    @rule(
        gap=GAPS,
        step=STEPS,
        kind=st.sampled_from([Performed, Delivered, Failed, Bounced, Opened, Confirmed, Dropped]),
    )
    def report(self, gap: timedelta, step: str, kind: type[Any]) -> None:
        """Report something of a step."""
        self.now += gap
        self.tell(kind(step, at=self.now))

    @rule(gap=GAPS, step=STEPS, result=st.sampled_from(["reached", "voicemail", None]))
    def done(self, gap: timedelta, step: str, result: str | None) -> None:
        """Report what a person did."""
        self.now += gap
        self.tell(Done(step, result, at=self.now))

    @precondition(lambda self: len(self.journal) > 3)
    @rule(gap=GAPS, kind=st.sampled_from(["end", "off", "undo", "poke", "pay", "part", "unpay"]))
    def turn_out(self, gap: timedelta, kind: str) -> None:
        """End the case, or nearly so, or undo it."""
        self.now += gap
        at = self.now
        events: dict[str, Any] = {
            "end": Signal("settled", at=at),
            "off": Cancelled(at=at),
            "undo": Undone(at=at),
            "poke": Signal("poked", at=at),
            "pay": Paid(at=at),
            "part": PartPaid(MONEY, at=at),
            "unpay": PaymentUndone(at=at),
        }
        self.tell(events[kind])

    @rule(gap=GAPS, step=STEPS, days=DAYS, how=st.sampled_from(["skip", "day", "instant", "text"]))
    def change(self, gap: timedelta, step: str, days: int, how: str) -> None:
        """Change something of this case only."""
        self.now += gap
        to = self.now + timedelta(days=days)
        at = self.now
        events: dict[str, Any] = {
            "skip": Skipped(step, by="ada", at=at),
            "day": Moved(step, to.date(), at=at),
            "instant": Moved(step, to, at=at),
            "text": Moved(step, f"{days + 1} calendar days after start", at=at),
        }
        self.tell(events[how])

    @rule(gap=GAPS, days=DAYS, name=st.sampled_from(["due", "complete", "jobs", "phone"]))
    def learn(self, gap: timedelta, days: int, name: str) -> None:
        """Learn another fact."""
        self.now += gap
        values: dict[str, Any] = {
            "due": self.now.date() + timedelta(days=days - 9),
            "complete": days % 2 == 0,
            "jobs": days,
            "phone": days % 2 == 1,
        }
        self.tell(FactChanged(name, values[name], at=self.now))

    @invariant()
    def an_ended_case_waits_for_nothing(self) -> None:
        """Settled, L15: no turn, no hold's end, nothing due but what a reaction still does."""
        state = self.state
        if state.status is Status.ENDED:
            assert (None, True) == (state.turn, state.outcome is not None)
            assert state.due is None or state.changes.responses
        else:
            assert (None, None) == (state.outcome, state.ended)
            assert state.turn is not None
        assert (state.status is Status.HELD) == bool(state.holds and not state.outcome)

    @invariant()
    def a_state_is_what_its_document_says(self) -> None:
        """L21: through JSON and back."""
        text = json.dumps(self.state.to_document())
        assert self.state == self.machine.restore(json.loads(text))

    def teardown(self) -> None:
        """L21: the journal alone rebuilds the state; L10: the due is what is derived anew."""
        if hasattr(self, "machine") and self.sound:
            history = self.machine.replay(self.journal)
            assert json.dumps(self.state.to_document()) == json.dumps(history.state.to_document())
            self.machine.explain(self.state)
            self.machine.plan_from(self.state)

    def tell(self, event: Any) -> None:  # noqa: ANN401 - any event
        """Tell an event, and let pass what is due then; then tell it once more."""
        before, self.sound = self.state, False
        try:
            self._apply(event)
        except EventError:
            self.sound = True
            return
        self.journal.append(event)
        while self.state is not before and self._is_due(event):
            before = self.state
            self._apply(Elapsed(at=event.at))
        self._tell_again(event)
        self.sound = True

    def _is_due(self, event: Any) -> bool:  # noqa: ANN401 - any event
        return self.state.due is not None and self.state.due <= event.at

    def _tell_again(self, event: Any) -> None:  # noqa: ANN401 - any event
        """L16: the same event twice is once, and gives the very same state object."""
        if self.state.status is Status.ENDED and isinstance(event, DECIDED):
            return
        again = self.machine.advance(self.state, event)
        assert again.state is self.state, event
        assert () == again.effects

    def _note(self, before: State, event: Any) -> None:  # noqa: ANN401 - any event
        """Note our absence, and the notices that a person made something else."""
        if isinstance(event, Away) and event.who == "us" and before.status is not Status.ENDED:
            self._go_away(event)
        if isinstance(event, Moved) and isinstance(event.to, str):
            self.retimed.add(event.step)

    def _go_away(self, event: Away) -> None:
        until = event.until
        assert not isinstance(until, datetime)
        end = _instant(self.sender, until + timedelta(days=1))
        self.absent = max(end, self.absent or end)

    def _apply(self, event: Any) -> None:  # noqa: ANN401 - any event
        before = self.state
        result = self.machine.transition(before, event)
        self.state = result.state
        self._note(before, event)
        self._stand(before, event)
        self._touched(before, event)
        for intent in result.effects:
            assert intent.key not in self.keys, "L16: keys never repeat"
            self.keys.add(intent.key)
            if not is_reminder(intent):
                self._judge(before, event, result, intent)

    def _stand(self, before: State, event: Any) -> None:  # noqa: ANN401 - any event
        """Keep account of when the clock stood."""
        if self.stood is not None:
            held = before.status is Status.HELD and before.turn is Turn.CLIENT
            end = _stood_until(before, event.at) if held else event.at
            if end < event.at or not _stands(self.state):
                self.spans.append((self.stood, end))
                self.stood = None
        if _stands(self.state) and self.stood is None:
            self.stood = event.at

    def _touched(self, before: State, event: Any) -> None:  # noqa: ANN401 - any event
        """Keep account of answers and releases, from which the next contact keeps apart."""
        if isinstance(event, Answered) and self.state is not before:
            source = "start" if self.state.round > before.round else "answer"
            self.touch = source, event.at
        elif before.status is Status.HELD and not _stands(self.state) and self.state.turn:
            source = "start" if self.state.round > before.round else "release"
            self.touch = source, _stood_until(before, event.at)

    def _judge(self, before: State, event: Any, result: Transition, intent: Intent) -> None:  # noqa: ANN401
        """Hold one effect to the laws."""
        acting = before if isinstance(event, Elapsed) else result.state
        kind = intent.effect.kind
        assert self._is_admissible(kind.hours, intent.at), "L8: contact hours win"
        assert intent.at <= event.at
        if intent.step is None:
            assert not (kind.reaches_client and _stands(acting) and acting.turn), "L14, L18"
            return
        assert isinstance(event, Elapsed), "L17: only time makes a step act"
        assert acting.status is Status.OPEN, "L15, L18: nothing while held, nothing after the end"
        assert acting.turn is Turn.CLIENT, "L14: nothing in our turn"
        assert acting.due is not None
        expected = acting.due if event.at - acting.due <= PUNCTUAL else event.at
        assert expected == intent.at, "L10: punctual looks act when it was due"
        self._judge_promises(intent)

    def _judge_promises(self, intent: Intent) -> None:
        step = intent.step
        assert step is not None
        kind, granted = intent.effect.kind, self._step(step).answer_within
        if self.absent is not None and (kind.adverse or granted is not None):
            assert intent.at >= self.absent, "L18: nothing adverse while we are away"
        for notice, (target, hours) in self.drawn.notices.items():
            if target == step and self._is_given(notice) and notice not in self.retimed:
                self._has_run(notice, intent.at, Duration(hours * 60))
        if kind.adverse:
            for other in self.machine.policy.steps:
                if other.id == step:
                    break
                if other.answer_within is not None and self._is_given(other.id):
                    self._has_run(other.id, intent.at, other.answer_within)
        if kind.reaches_client:
            self._keeps_apart(intent)
            self.touch = step, intent.at
        if kind.reaches_client or kind.adverse or not self._is_given(step):
            self.given[step] = self.state.round, intent.at

    def _is_given(self, step: str) -> bool:
        return self.given.get(step, (0, self.now))[0] == self.state.round

    def _step(self, step: str) -> Any:  # noqa: ANN401 - a step
        return next(one for one in self.machine.policy.steps if one.id == step)

    def _is_admissible(self, hours: Hours, at: datetime) -> bool:
        contact = self.client.next_open(at, contact=True) == at
        match hours:
            case Hours.CLIENT:
                return contact
            case Hours.SENDER:
                return self.sender.next_open(at) == at
            case Hours.BOTH:
                return contact and self.sender.next_open(at) == at
            case Hours.NONE:
                return True

    def _has_run(self, step: str, at: datetime, amount: Any) -> None:  # noqa: ANN401 - an amount
        """L11, L12, L18: what was promised is promised in time that runs."""
        since = self.given[step][1]
        if isinstance(amount, Duration):
            stood = sum((self._overlap(span, since, at) for span in self.spans), timedelta())
            assert at - since - stood >= timedelta(minutes=amount.minutes), (step, amount)
            return
        first, last = self._day(since), self._day(at)
        days = [first + timedelta(days=n + 1) for n in range((last - first).days - 1)]
        if isinstance(amount, BusinessDays):
            counted = [one for one in days if self.client.is_business_day(one)]
            needed = amount.business_days
        else:
            assert isinstance(amount, Days)
            counted, needed = days, amount.days
        running = [one for one in counted if not self._is_crossed(one, since)]
        assert len(running) >= needed, (step, amount)

    def _overlap(self, span: tuple[datetime, datetime], since: datetime, at: datetime) -> timedelta:
        return max(timedelta(), min(span[1], at) - max(span[0], since))

    def _is_crossed(self, day: date, since: datetime) -> bool:
        return any(
            self._day(max(start, since)) < day <= self._day(end)
            for start, end in self.spans
            if end > since
        )

    def _keeps_apart(self, intent: Intent) -> None:
        """L13: the gap to the last contact, answer or release, but for hours from that very one."""
        step, attempt = intent.step, int(intent.key.rsplit(":", 1)[1])
        if self.touch is None or attempt > 1 or step is None:
            return
        source, at = self.touch
        if source in (step, self.drawn.anchors.get(step)):
            return
        day = self.client.add_business_days(self._day(at), 1)
        assert self._day(intent.at) >= day, f"L13: {step} after {source}"

    def _day(self, at: datetime) -> date:
        return self.client.local_day(to_micros(at))


def _stands(state: State) -> bool:
    """Tell whether the clock stands: held, our turn, or at an end that may be undone."""
    return state.status is not Status.OPEN or state.turn is Turn.OURS


def _stood_until(before: State, at: datetime) -> datetime:
    """Give the end of what held a case, if that has passed, however late somebody looks (L18)."""
    ends = [hold.until for hold in before.holds]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) and max(known) <= at else at


def _instant(calendar: Calendar, day: date) -> datetime:
    return datetime.fromtimestamp(calendar.instant(day) / 1_000_000, UTC)


AnyLife.TestCase.settings = settings(
    max_examples=80,
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes minutes
)
TestAnyLife = AnyLife.TestCase
