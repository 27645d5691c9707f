"""What came of a case, folded from its transitions: moments, steps and effects of no step."""

from datetime import datetime

from attrs import define, field, frozen

from ghostrules.calendars import from_micros
from ghostrules.events import (
    Bounced,
    Done,
    Dropped,
    Event,
    Failed,
    Opening,
    Performed,
    Skipped,
)
from ghostrules.machine import Assumed, Intent, Machine, Reason, State, Status, Transition


@frozen
class Moment:
    """One event of a case, the state before it, and what it changed."""

    event: Opening | Event
    before: State | None
    transition: Transition


@frozen
class ToldStep:
    """A step as it came: its effects, when it happened, and why then.

    `at` is when the last of its adverse or client-reaching effects has happened, or when it was
    left out (`skipped`); none where it has not happened yet.
    """

    step: str
    occurrence: int
    round: int
    at: datetime | None
    effects: tuple[Intent, ...] = ()
    skipped: bool = False
    reasons: tuple[Reason, ...] = ()


@frozen
class Story:
    """What came of a case: every moment, every step, and how the case stands.

    `effects` are those that belong to no step: reminders to ourselves, and effects of reactions.
    `refused` names the places of events that the case refused, with what it said.
    """

    machine: Machine
    state: State
    moments: tuple[Moment, ...]
    steps: tuple[ToldStep, ...]
    effects: tuple[Intent, ...]
    refused: tuple[tuple[str, str], ...] = ()


@define
class _Step:
    """A step that is still being told."""

    step: str
    occurrence: int
    round: int
    effects: list[Intent] = field(factory=list[Intent])
    reasons: list[Reason] = field(factory=list[Reason])
    reported: datetime | None = None
    at: datetime | None = None
    skipped: bool = False

    def act(self, transition: Transition) -> None:
        """Add what one transition did."""
        self.effects.extend(transition.effects)
        self.reasons.extend(one for one in transition.reasons if one not in self.reasons)

    def happen(self) -> None:
        """Say that the step has happened: with its last effect that counts, or its report."""
        counting = [one.at for one in self.effects if one.effect.kind.counts]
        moments = [*(counting or [one.at for one in self.effects][-1:]), self.reported]
        self.at = max((at for at in moments if at is not None), default=self.at)

    def report(self, at: datetime) -> None:
        """Say that it was done, or performed, then; never earlier than was thought."""
        self.reported = at if self.reported is None else max(at, self.reported)

    def told(self) -> ToldStep:
        """Give the step as it came."""
        effects, reasons = tuple(self.effects), tuple(self.reasons)
        return ToldStep(
            self.step, self.occurrence, self.round, self.at, effects, self.skipped, reasons
        )


@define
class Teller:
    """The story of a case while it is told, moment by moment."""

    machine: Machine
    state: State
    moments: list[Moment]
    _steps: dict[tuple[int, str, int], _Step] = field(factory=dict[tuple[int, str, int], _Step])
    _effects: list[Intent] = field(factory=list[Intent])

    def take(self, event: Event, transition: Transition) -> None:
        """Tell what one event changed."""
        moment = Moment(event, self.state, transition)
        self.moments.append(moment)
        if transition.step is not None:
            self._acted(self.state, transition, transition.step)
        else:
            self._effects.extend(transition.effects)
            self._told(moment)
        self.state = transition.state

    def story(self) -> Story:
        """Give the story so far."""
        steps = tuple(one.told() for one in self._steps.values())
        return Story(self.machine, self.state, tuple(self.moments), steps, tuple(self._effects))

    def _acted(self, before: State, transition: Transition, step: str) -> None:
        one = self._step(before.round, step, transition.occurrence)
        one.act(transition)
        if transition.skipped:
            one.skipped, one.at = True, _left_out(before, transition.state)
        elif transition.state.happened != before.happened:
            one.happen()

    def _told(self, moment: Moment) -> None:
        """A report, a skip or an assumption can make a step happen that was asked for."""
        event, before, after = moment.event, self.state, moment.transition.state
        if isinstance(event, Failed | Bounced):
            self._failed(event, before, after)
        elif isinstance(event, Done):
            self._done(event, before, after)
        elif after.happened != before.happened:
            self._changed(moment, before, after)

    def _done(self, event: Done, before: State, after: State) -> None:
        """A person has done a step, which a new round may have taken back since."""
        one = self._named(before.round, event.step)
        if one is None or after is before:
            return
        one.report(event.at)
        is_over = after.status is Status.ENDED or after.round != before.round
        if is_over or after.happened != before.happened:
            one.happen()

    def _changed(self, moment: Moment, before: State, after: State) -> None:
        event, reasons = moment.event, moment.transition.reasons
        if isinstance(event, Performed):
            one = self._named(before.round, event.step or _step_of(event.key))
            if one is not None:
                one.report(event.at)
                one.happen()
        elif isinstance(event, Skipped | Dropped):
            one = self._named(before.round, event.step) or self._step(before.round, event.step, 1)
            one.skipped, one.at = True, _left_out(before, after)
            one.reasons.extend(reasons)
        for reason in reasons:
            if isinstance(reason, Assumed):
                self._assume(before.round, reason)

    def _failed(self, event: Failed | Bounced, before: State, after: State) -> None:
        """A step that is to be tried again has not happened (L26)."""
        one = self._named(before.round, event.step or _step_of(event.key))
        if one is not None and after.reports.attempts != before.reports.attempts:
            one.at = one.reported = None

    def _assume(self, round: int, reason: Assumed) -> None:
        one = self._named(round, reason.step)
        if one is not None:
            one.reasons.append(reason)
            one.happen()

    def _step(self, round: int, step: str, occurrence: int) -> _Step:
        place = round, step, occurrence
        if place not in self._steps:
            self._steps[place] = _Step(step, occurrence, round)
        return self._steps[place]

    def _named(self, round: int, step: str | None) -> _Step | None:
        """Give the last occurrence of a step that was told of, in this round or before."""
        found = [one for one in self._steps.values() if one.step == step and one.round <= round]
        return found[-1] if found else None


def _step_of(key: str | None) -> str | None:
    return None if key is None else key.rsplit(":", 4)[1]


def _left_out(before: State, after: State) -> datetime | None:
    """Give the instant at which a step was left out: that of the row that has just happened."""
    pairs = zip(before.happened, after.happened, strict=False)
    new = [at for old, at in pairs if at is not None and at != old]
    return from_micros(max(new)) if new else None


def opened(machine: Machine, event: Opening, state: State) -> Teller:
    """Begin the story of a case."""
    return Teller(machine, state, [Moment(event, None, Transition(state))])
