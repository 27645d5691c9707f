"""What a policy means, free of words: the document that is hashed and compared (L21, L25)."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ghostrules.calendars import Roll
from ghostrules.effects import Effect
from ghostrules.policy._effects import write_effect
from ghostrules.policy._words import IfLate
from ghostrules.timing import (
    START,
    Amount,
    Anchor,
    AnchorPoint,
    Before,
    DeadlinePassed,
    When,
    amount_symbol,
    anchor_of,
    dated,
    inner,
    occurrences,
    symbol,
    wall_time,
    with_anchor,
)

if TYPE_CHECKING:
    from ghostrules.policy._policy import Policy
    from ghostrules.policy._step import Step


def fingerprint(policy: "Policy") -> str:
    """Hash what a policy means."""
    text = json.dumps(meaning(policy), sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def meaning(policy: "Policy") -> dict[str, Any]:
    """Write what a policy means: symbols for timings, every default filled in."""
    counts = {step.id: occurrences(step.timing) for step in policy.steps}
    return {
        "format": 1,
        "id": policy.id,
        "starts": policy.starts,
        "ends": dict(policy.ends),
        "facts": dict(policy.facts),
        "requires": list(policy.requires),
        "punctual": amount_symbol(policy.punctual),
        "steps": [_step(policy, index, counts) for index in range(len(policy.steps))],
    }


def _step(policy: "Policy", index: int, counts: Mapping[str, int]) -> dict[str, Any]:
    step = policy.steps[index]
    timing = inner(step.timing)
    return {
        "id": step.id,
        "when": symbol(_anchored(policy, index, timing, counts)),
        "do": [_effect(policy, step, effect) for effect in step.do],
        "at": _at(policy, step),
        "roll": step.roll or (Roll.PRECEDING if isinstance(timing, Before) else Roll.FOLLOWING),
        "strict": step.strict,
        "prefer": step.prefer,
        "answer_within": _amount(step.answer_within),
        "if_late": step.if_late or (IfLate.MERGE if occurrences(timing) > 1 else IfLate.SEND),
        "patience": _amount(step.patience or policy.patience),
        "min_gap": _amount(step.min_gap or policy.min_gap),
        "business_days": step.business_days or policy.business_days,
        "outcome": step.outcome,
    }


def _anchored(policy: "Policy", index: int, when: When, counts: Mapping[str, int]) -> When:
    anchor = named_anchor(policy, index, anchor_of(when))
    if anchor.occurrence is not None and anchor.occurrence == counts.get(anchor.name):
        anchor = evolve(anchor, occurrence=None)
    return with_anchor(when, anchor)


def named_anchor(policy: "Policy", index: int, anchor: AnchorPoint) -> Anchor:
    """Name the anchor of the step at `index`: the step before, where none is named.

    >>> from ghostrules.policy import Policy
    >>> from ghostrules.timing import PREVIOUS
    >>> policy = Policy("chase", ["24 hours later: email", "24 hours later: call"])
    >>> named_anchor(policy, 0, PREVIOUS).name, named_anchor(policy, 1, PREVIOUS).name
    ('start', 'first')
    """
    if isinstance(anchor, Anchor):
        return anchor
    return Anchor(policy.steps[index - 1].id) if index else START


def _at(policy: "Policy", step: "Step") -> str | None:
    """A time of day moves dates only, so on a timing in hours it means nothing (L3)."""
    if not dated(step.timing) and not isinstance(inner(step.timing), DeadlinePassed):
        return None
    at = wall_time(step.timing) or step.at or policy.at
    return None if at is None else f"{at:%H:%M}"


def _effect(policy: "Policy", step: "Step", effect: Effect) -> object:
    if effect.template == f"{policy.id}/{step.id}":
        return write_effect(evolve(effect, template=None))
    return write_effect(effect)


def _amount(amount: Amount | None) -> str | None:
    return None if amount is None else amount_symbol(amount)
