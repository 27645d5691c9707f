"""What a transition gives back: a new state, what to carry out, and why."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple, Protocol

from attrs import define, field, frozen

from ghostrules.calendars import from_micros
from ghostrules.effects import KINDS, Effect
from ghostrules.machine._because import explain
from ghostrules.machine._changes import Response
from ghostrules.machine._channels import is_possible
from ghostrules.machine._reasons import Reason
from ghostrules.machine._reports import NOTHING, attempt_of
from ghostrules.machine._state import State
from ghostrules.machine._table import Responding, Row, Table

Why = Callable[[], tuple[Reason, ...]]
Intents = tuple["Intent", ...]


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
    effects that reach the client and for notes by which we are reminded. Effects of a reaction
    belong to no step.
    """

    key: str
    effect: Effect
    step: str | None
    occurrence: int
    at: datetime
    template: str | None

    @property
    def kind(self) -> str:
        """The kind of effect, as in a policy: `email`, `pause_work`."""
        return self.effect.name


class Acted(NamedTuple):
    """The step that acted, or was left out."""

    step: str
    occurrence: int
    skipped: bool


class Account(Protocol):
    """What can be said of a transition; worked out when somebody asks."""

    @property
    def acted(self) -> Acted | None:
        """The step that acted, or was left out, if there is one."""
        ...

    def reasons(self) -> tuple[Reason, ...]:
        """Give why what was done was done at that instant, or why nothing was."""
        ...

    def next_reasons(self, state: State) -> tuple[Reason, ...]:
        """Give why the next due instant is what it is, or what the case waits for."""
        ...


@define(eq=False)
class Known:
    """The account of what is known already; of nothing, where nothing changed."""

    told: tuple[Reason, ...] = ()
    table: Table | None = None

    @property
    def acted(self) -> None:
        """No step."""
        return

    def reasons(self) -> tuple[Reason, ...]:
        """Give the reasons that are known."""
        return self.told

    def next_reasons(self, state: State) -> tuple[Reason, ...]:
        """Give what comes next, if anything changed."""
        return () if self.table is None else explain(self.table, state)


@define(eq=False)
class Joined:
    """The account of two transitions, one after the other: the step that acted last is named."""

    first: Account
    second: Account

    @property
    def acted(self) -> Acted | None:
        """The step that acted last."""
        return self.second.acted or self.first.acted

    def reasons(self) -> tuple[Reason, ...]:
        """Give the reasons of both, in order."""
        return self.first.reasons() + self.second.reasons()

    def next_reasons(self, state: State) -> tuple[Reason, ...]:
        """Give what comes next after both."""
        return self.second.next_reasons(state)


UNCHANGED: Final = Known()


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
    """

    state: State
    effects: tuple[Intent, ...] = ()
    _account: Account = field(default=UNCHANGED, eq=False, repr=False)

    @property
    def step(self) -> str | None:
        """The step that acted, or was left out, if there is one."""
        acted = self._account.acted
        return None if acted is None else acted.step

    @property
    def occurrence(self) -> int:
        """Which occurrence of the step it was, from 1."""
        acted = self._account.acted
        return 1 if acted is None else acted.occurrence

    @property
    def skipped(self) -> bool:
        """Whether the step was left out."""
        acted = self._account.acted
        return acted is not None and acted.skipped

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why what was done was done at that instant, or why nothing was."""
        return self._account.reasons()

    @property
    def next_reasons(self) -> tuple[Reason, ...]:
        """Why `state.due` is what it is, or what the case waits for; none if nothing changed."""
        return self._account.next_reasons(self.state)

    def followed_by(self, later: "Transition") -> "Transition":
        """Join with a later transition of the same case."""
        account = Joined(self._account, later._account)
        return Transition(later.state, self.effects + later.effects, account)

    def __iter__(self) -> Iterator[Any]:
        """Unpack as the state and the effects."""
        yield self.state
        yield self.effects


def intents(state: State, row: Row, groups: int, at: int) -> tuple[Intent, ...]:
    """Give the intents of groups of effects (as bits), in the order of the step."""
    step, occurrence, moment = row.step, row.occurrence, from_micros(at)
    reports, changes = state.reports, state.changes
    attempt = 1 if reports is NOTHING else attempt_of(reports, row.index)
    case = f"{state.case}:{state.round}:"
    asked: list[Intent] = []
    for one in row.effects:  # a comprehension over so many outer names costs more than it saves
        is_meant = groups & one.bit and not (one.once and attempt > 1)
        if is_meant and is_possible(changes, one.effect):
            key = f"{case}{one.stem}{attempt}"
            asked.append(Intent(key, one.effect, step, occurrence, moment, one.template))
    return tuple(asked)


def responses(state: State, response: Response, one: Responding, group: int, at: int) -> Intents:
    """Give the intents of one group of effects of a reaction."""
    moment, case = from_micros(at), f"{state.case}:{state.round}:on-{one.number + 1}:"
    return tuple(
        Intent(
            f"{case}{response.turn}:{effect.stem}1", effect.effect, None, 1, moment, effect.template
        )
        for effect in one.effects
        if group & effect.bit and is_possible(state.changes, effect.effect)
    )


def reminder(
    state: State, stem: str, step: str | None, template: str, at: int, attempt: int = 1
) -> Intents:
    """Give the note by which we are reminded of something."""
    key, note = f"{state.case}:{state.round}:{stem}:{attempt}", Effect(KINDS["note"])
    return (Intent(key, note, step, 1, from_micros(at), template),)
