"""A story on paper: what happened, moment by moment, and what comes next or is waited for."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen
from rich.console import Console
from rich.text import Text

from ghostrules.calendars import Calendar
from ghostrules.cli._paper import padded, widest, write_hanging
from ghostrules.cli._print_plan import print_title, print_why
from ghostrules.events import Adopted, Event, Started, name_of
from ghostrules.machine import Machine, State, Status, Transition, Turn
from ghostrules.messages import moment_text, say_all
from ghostrules.scenarios import Moment, Story, upcoming


def print_story(console: Console, story: Story) -> None:
    print_title(console, story.machine.policy, story.machine.client, story.moments[0].event.at)
    rows = tuple(_rows(story))
    when, who = widest(row.when for row in rows), widest(row.who for row in rows)
    for row in rows:
        console.print()
        head = Text.assemble(
            " ", (padded(row.when, when), "cyan"), "  ", (padded(row.who, who), "bold"), "  "
        )
        write_hanging(console, head, Text(row.what))
        print_why(console, row.why)
    console.print()
    _print_standing(console, story.machine, story.state)


@frozen
class _Row:
    when: str
    who: str
    what: str
    why: tuple[str, ...]


def _rows(story: Story) -> Iterator[_Row]:
    client = story.machine.client
    counts = Counter(step.step for step in story.steps)
    for moment in story.moments:
        event, before = moment.event, moment.before
        if before is not None and not isinstance(event, Started | Adopted):
            yield _row(client, counts, moment, event, before)


def _row(
    client: Calendar, counts: Counter[str], moment: Moment, event: Event, before: State
) -> _Row:
    done = moment.transition
    at = done.effects[0].at if done.effects else event.at
    kinds = [intent.kind.replace("_", " ") for intent in done.effects]
    left_out = ["left out"] if done.skipped else []
    what = ", ".join((*kinds, *left_out, *_changes(before, done.state)))
    why = say_all(done.reasons, client)
    if done.state is before and not why:
        what = "changes nothing"
    return _Row(moment_text(at, client), _who(counts, event, done), what, why)


def _who(counts: Counter[str], event: Event, done: Transition) -> str:
    if done.step is None:
        return f"({name_of(event)})"
    return f"{done.step}#{done.occurrence}" if counts[done.step] > 1 else done.step


def _changes(before: State, after: State) -> Iterator[str]:
    """Tell how the case stands otherwise than before."""
    if after.round != before.round:
        yield f"round {after.round}"
    if after.turn is Turn.OURS and before.turn is not Turn.OURS:
        yield "our turn"
    if after.status is Status.ENDED and before.status is not Status.ENDED:
        yield f"ended: {after.outcome}"
    elif after.status is not before.status:
        yield after.status.value


def _print_standing(console: Console, machine: Machine, state: State) -> None:
    client = machine.client
    console.print(f"{_standing(state, client)}{_next(machine, state)}", soft_wrap=True)
    print_why(console, say_all(machine.explain(state), client))


def _standing(state: State, client: Calendar) -> str:
    if state.ended is not None:
        return f"It ended on {moment_text(state.ended, client)}: {state.outcome}."
    turn = "our turn" if state.turn is Turn.OURS else "the client's turn"
    return f"It is {state.status.value}, {turn}."


def _next(machine: Machine, state: State) -> str:
    """Say what comes next and when, or that nothing is due before something is told."""
    then = upcoming(machine, state)
    if then is None or state.due is None:
        return "" if state.ended is not None else " Nothing is due:"
    kinds = ", ".join(intent.kind.replace("_", " ") for intent in then.effects)
    what = ": ".join(part for part in (then.step, kinds) if part)
    at = moment_text(state.due, machine.client)
    return f" Next, on {at}, {what}." if what else f" It goes on at {at}."
