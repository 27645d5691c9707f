"""A story on paper: what happened, moment by moment, and what comes next or is waited for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from attrs import frozen
from rich.console import Console
from rich.text import Text

from ghostrules.cli._paper import padded, widest, write_hanging
from ghostrules.cli._print_plan import print_title, print_why
from ghostrules.cli._reader import Reader
from ghostrules.events import Adopted, Event, Started, name_of
from ghostrules.machine import Machine, Reason, State, Status, Transition, Turn
from ghostrules.messages import effect_words, moment_text, say_all
from ghostrules.phrases import Phrase, phrase
from ghostrules.scenarios import Moment, Story, upcoming

_STATUSES: Final[Mapping[Status, Phrase]] = MappingProxyType(
    {
        Status.OPEN: phrase("open"),
        Status.HELD: phrase("held"),
        Status.ENDED: phrase("ended"),
    }
)


def print_story(console: Console, story: Story, reader: Reader) -> None:
    print_title(console, story.machine, story.moments[0].event.at, reader)
    page = _Page(story.machine, reader)
    rows = tuple(page.rows(story))
    when, who = widest(row.when for row in rows), widest(row.who for row in rows)
    for row in rows:
        console.print()
        head = Text.assemble(
            " ", (padded(row.when, when), "cyan"), "  ", (padded(row.who, who), "bold"), "  "
        )
        write_hanging(console, head, Text(row.what))
        print_why(console, row.why)
    console.print()
    _print_standing(console, page, story.machine, story.state)


@frozen
class _Row:
    when: str
    who: str
    what: str
    why: tuple[str, ...]


@frozen
class _Page:
    """A story for a reader: its moments are in the client's time zone."""

    machine: Machine
    reader: Reader

    def rows(self, story: Story) -> Iterator[_Row]:
        counts = Counter(step.step for step in story.steps)
        for moment in story.moments:
            event, before = moment.event, moment.before
            if before is not None and not isinstance(event, Started | Adopted):
                yield self._row(counts, moment, event, before)

    def _row(self, counts: Counter[str], moment: Moment, event: Event, before: State) -> _Row:
        done = moment.transition
        at = done.effects[0].at if done.effects else event.at
        why = self.why(done.reasons)
        what = self._what(done, before)
        if done.state is before and not why:
            what = self.reader.say(phrase("changes nothing"))
        return _Row(self.moment(at), _who(counts, event, done), what, why)

    def _what(self, done: Transition, before: State) -> str:
        kinds = [effect_words(intent.kind) for intent in done.effects]
        left_out = [phrase("left out")] if done.skipped else []
        return ", ".join(
            self.reader.say(each) for each in (*kinds, *left_out, *_changes(before, done.state))
        )

    def moment(self, at: datetime) -> str:
        return moment_text(at, self.machine.client, self.reader.locale)

    def why(self, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
        client, labels = self.machine.client, self.machine.policy.labels
        return say_all(reasons, client, locale=self.reader.locale, labels=labels)


def _who(counts: Counter[str], event: Event, done: Transition) -> str:
    if done.step is None:
        return f"({name_of(event)})"
    return f"{done.step}#{done.occurrence}" if counts[done.step] > 1 else done.step


def _changes(before: State, after: State) -> Iterator[Phrase]:
    """Tell how the case stands otherwise than before."""
    if after.round != before.round:
        yield phrase("round {number}", number=after.round)
    if after.turn is Turn.OURS and before.turn is not Turn.OURS:
        yield phrase("our turn")
    if after.status is Status.ENDED and before.status is not Status.ENDED:
        yield phrase("ended: {outcome}", outcome=after.outcome)
    elif after.status is not before.status:
        yield _STATUSES[after.status]


def _print_standing(console: Console, page: _Page, machine: Machine, state: State) -> None:
    said = (_standing(state, page), _next(machine, state, page))
    text = " ".join(page.reader.say(each) for each in said if each is not None)
    console.print(text, soft_wrap=True)
    print_why(console, page.why(machine.explain(state)))


def _standing(state: State, page: _Page) -> Phrase:
    if state.ended is not None:
        return phrase(
            "It ended on {at}: {outcome}.", at=page.moment(state.ended), outcome=state.outcome
        )
    if state.turn is Turn.OURS:
        return phrase("It is {status}, our turn.", status=_STATUSES[state.status])
    return phrase("It is {status}, the client's turn.", status=_STATUSES[state.status])


def _next(machine: Machine, state: State, page: _Page) -> Phrase | None:
    """Say what comes next and when, or that nothing is due before something is told."""
    then = upcoming(machine, state)
    if then is None or state.due is None:
        return None if state.ended is not None else phrase("Nothing is due:")
    kinds = ", ".join(page.reader.say(effect_words(intent.kind)) for intent in then.effects)
    what, at = ": ".join(part for part in (then.step, kinds) if part), page.moment(state.due)
    if what:
        return phrase("Next, on {at}, {what}.", at=at, what=what)
    return phrase("It goes on at {at}.", at=at)
