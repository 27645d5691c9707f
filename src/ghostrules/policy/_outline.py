"""A policy laid out for its checks: every step in its place, with its anchor named."""

from collections.abc import Mapping

from attrs import frozen

from ghostrules.conditions import FactType
from ghostrules.policy._meaning import named_anchor
from ghostrules.policy._policy import Policy
from ghostrules.policy._step import Step
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
        return any(effect.kind.reaches_client for effect in self.step.do)

    @property
    def adverse(self) -> bool:
        """Whether the step is to the client's harm."""
        return any(effect.kind.adverse for effect in self.step.do)

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
