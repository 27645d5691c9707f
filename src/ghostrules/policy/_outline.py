"""A policy laid out for its checks: every step in its place, with its anchor named."""

from collections.abc import Mapping

from attrs import frozen

from ghostrules.conditions import Condition, FactType
from ghostrules.effects import Effect, Hours
from ghostrules.policy._meaning import named_anchor
from ghostrules.policy._policy import Policy
from ghostrules.policy._step import Step
from ghostrules.policy._then import ThenWord
from ghostrules.timing import (
    Anchor,
    Before,
    DayWhen,
    DeadlinePassed,
    Duration,
    anchor_of,
    dated,
    inner,
)


@frozen
class Row:
    """A step in its place."""

    index: int
    step: Step
    when: DayWhen
    anchor: Anchor

    @property
    def backward(self) -> bool:
        """Whether the step counts back."""
        return isinstance(self.when, Before)

    @property
    def reaches_client(self) -> bool:
        """Whether the client notices."""
        return any(effect.kind.reaches_client for effect in self.effects)

    @property
    def adverse(self) -> bool:
        """Whether the step is to the client's harm."""
        return any(effect.kind.adverse for effect in self.effects)

    @property
    def live(self) -> bool:
        """Whether a person performs some of it."""
        return any(effect.kind.hours is Hours.BOTH for effect in self.effects)

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Everything that the step may do, every fallback included."""
        return tuple(each for effect in self.step.do for each in effect.alternatives)

    @property
    def conditions(self) -> tuple[tuple[str, Condition], ...]:
        """The conditions of the step, each with its key."""
        said = (("only_if", self.step.only_if), ("unless", self.step.unless))
        return tuple((key, condition) for key, condition in said if condition is not None)

    def place(self, key: str) -> str:
        """Name a key of the step as a place in the document."""
        return f"step[{self.index}].{key}"


@frozen
class Outline:
    """The rows of a policy, the places of their ids, and its facts."""

    policy: Policy
    rows: tuple[Row, ...]
    places: Mapping[str, int]
    facts: Mapping[str, FactType]

    @property
    def outcomes(self) -> frozenset[str]:
        """How the policy says that a case can end."""
        steps = (row.step.outcome for row in self.rows)
        ends = (
            reaction.then.target or reaction.event
            for reaction in self.policy.on
            if reaction.then is not None and reaction.then.word is ThenWord.END
        )
        named = (*dict(self.policy.ends).values(), *steps, *ends)
        return frozenset(outcome for outcome in named if outcome is not None)

    def target(self, row: Row) -> Row | None:
        """Give the step that a row counts from, if it is a step that stands where it may.

        Counting back needs a later step, counting forward an earlier one.
        """
        place = self.places.get(row.anchor.name)
        if place is None or (place > row.index) is not row.backward or place == row.index:
            return None
        return self.rows[place]

    def is_dated(self, row: Row) -> bool:
        """Tell whether a row gives a date; a granted deadline does if its window is in days."""
        if not isinstance(row.when, DeadlinePassed):
            return dated(row.when)
        granting = self.target(row)
        return granting is None or not isinstance(granting.step.answer_within, Duration)


def outline(policy: Policy) -> Outline:
    """Lay out a policy."""
    rows = tuple(_row(policy, index) for index in range(len(policy.steps)))
    places = {row.step.id: row.index for row in reversed(rows)}
    return Outline(policy, rows, places, dict(policy.facts))


def _row(policy: Policy, index: int) -> Row:
    when = inner(policy.steps[index].timing)
    return Row(index, policy.steps[index], when, named_anchor(policy, index, anchor_of(when)))
