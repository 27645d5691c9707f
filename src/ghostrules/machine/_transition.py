"""What a transition gives back: a new state, what to carry out, and why."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from attrs import field, frozen

from ghostrules.calendars import from_micros
from ghostrules.effects import Effect
from ghostrules.machine._reasons import Reason
from ghostrules.machine._state import State
from ghostrules.machine._table import Row

Why = Callable[[], tuple[Reason, ...]]


def without_reason() -> tuple[Reason, ...]:
    """Give no reasons: nothing has changed, or nothing is due."""
    return ()


@frozen(slots=False)
class Intent:
    """An effect to carry out, with a key by which a repeat is known (L16).

    >>> from datetime import UTC, datetime
    >>> from ghostrules import do
    >>> at = datetime(2026, 3, 31, 7, tzinfo=UTC)
    >>> Intent("acme-7:1:call:1:0:1", do.call(), "call", 1, at, "project/call").kind
    'call'

    `key` is made of case, round, step, occurrence, position and attempt, never of time or
    chance. `at` is the instant at which it happens, in UTC; `template` names the words, for
    effects that reach the client.
    """

    key: str
    effect: Effect
    step: str
    occurrence: int
    at: datetime
    template: str | None

    @property
    def kind(self) -> str:
        """The kind of effect, as in a policy: `email`, `pause_work`."""
        return self.effect.name


@frozen(slots=False)
class Transition:
    """What one event changed: unpacks as `state, effects`.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Elapsed, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> state = machine.start(at=datetime(2026, 3, 25, 10, tzinfo=UTC), case="acme-7")
    >>> result = machine.transition(state, Elapsed(at=state.due))
    >>> result.step, len(result.effects), len(result.reasons), len(result.next_reasons)
    ('follow-up', 1, 2, 3)

    `step` and `occurrence` name the step that acted or was left out, if there is one.
    """

    state: State
    effects: tuple[Intent, ...] = ()
    step: str | None = None
    occurrence: int = 1
    why: Why = field(default=without_reason, eq=False, repr=False)
    why_next: Why = field(default=without_reason, eq=False, repr=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why what was done was done at that instant, or why nothing was."""
        return self.why()

    @property
    def next_reasons(self) -> tuple[Reason, ...]:
        """Why `state.due` is what it is."""
        return self.why_next()

    def __iter__(self) -> Iterator[Any]:
        """Unpack as the state and the effects."""
        yield self.state
        yield self.effects


def intents(state: State, row: Row, groups: int, at: int) -> tuple[Intent, ...]:
    """Give the intents of groups of effects (as bits), in the order of the step."""
    step, occurrence, moment = row.step, row.occurrence, from_micros(at)
    case = f"{state.case}:{state.round}:"
    asked: list[Intent] = []
    for one in row.effects:  # a comprehension over so many outer names costs more than it saves
        if groups & one.bit:
            key = case + one.key
            asked.append(Intent(key, one.effect, step, occurrence, moment, one.template))
    return tuple(asked)
