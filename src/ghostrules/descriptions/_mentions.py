"""Which steps a policy mentions elsewhere, so that they need a name."""

from collections.abc import Iterator

from ghostrules.conditions import Condition, names
from ghostrules.policy import Policy, Reaction, Step
from ghostrules.timing import Anchor, anchor_of


def mentioned(policy: Policy) -> frozenset[str]:
    """Gather the steps that are counted from, asked about, or led to."""
    found = {name for step in policy.steps for name in _by_step(step)}
    found |= {name for reaction in policy.on for name in _by_reaction(reaction)}
    return frozenset(found & {step.id for step in policy.steps})


def _by_step(step: Step) -> Iterator[str]:
    anchor = anchor_of(step.timing)
    if isinstance(anchor, Anchor):
        yield anchor.name
    yield from _by_condition(step.only_if)
    yield from _by_condition(step.unless)


def _by_reaction(reaction: Reaction) -> Iterator[str]:
    target = None if reaction.then is None else reaction.then.target
    yield from (name for name in (reaction.step, target) if name is not None)
    yield from _by_condition(reaction.only_if)


def _by_condition(condition: Condition | None) -> Iterator[str]:
    if condition is not None:
        yield from (name.partition(".")[0] for name in names(condition))
