"""What a policy means, free of words: the document that is hashed and compared (L21, L25)."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from ghostrules.calendars import Roll
from ghostrules.conditions import Condition
from ghostrules.digests import digest
from ghostrules.effects import Effect
from ghostrules.policy._conditions import write_condition
from ghostrules.policy._effects import write_effect
from ghostrules.policy._then import Then, ThenWord
from ghostrules.policy._words import IfLate
from ghostrules.timing import (
    START,
    Amount,
    Anchor,
    AnchorPoint,
    Before,
    BusinessDays,
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
    from ghostrules.policy._reaction import Reaction
    from ghostrules.policy._step import Step


_OVERDUE: Final = BusinessDays(1)


def fingerprint(policy: "Policy") -> str:
    """Hash what a policy means."""
    text = json.dumps(meaning(policy), sort_keys=True, separators=(",", ":"))
    return digest(text)


def meaning(policy: "Policy") -> dict[str, Any]:
    """Write what a policy means: symbols for timings, every default filled in."""
    counts = {step.id: occurrences(step.timing) for step in policy.steps}
    return {
        "format": 2,
        "id": policy.id,
        "starts": policy.starts,
        "ends": dict(policy.ends),
        "facts": dict(policy.facts),
        "requires": list(policy.requires),
        "punctual": amount_symbol(policy.punctual),
        "on_resume": policy.on_resume,
        "after_answer": policy.after_answer,
        "respond_within": _amount(policy.respond_within),
        "promise_grace": _amount(policy.promise_grace),
        "post_arrives": amount_symbol(policy.post_arrives),
        "evidence": {source: amount_symbol(age) for source, age in policy.evidence},
        "steps": [_step(policy, index, counts) for index in range(len(policy.steps))],
        "on": [_reaction(policy, reaction) for reaction in policy.on],
    }


def _step(policy: "Policy", index: int, counts: Mapping[str, int]) -> dict[str, Any]:
    step = policy.steps[index]
    timing = inner(step.timing)
    return {
        "id": step.id,
        "when": symbol(_anchored(policy, index, timing, counts)),
        "do": [_effect(f"{policy.id}/{step.id}", effect) for effect in step.do],
        "only_if": _condition(step.only_if),
        "unless": _condition(step.unless),
        "confirm": step.confirm,
        "at": _at(policy, step),
        "roll": step.roll or (Roll.PRECEDING if isinstance(timing, Before) else Roll.FOLLOWING),
        "strict": step.strict,
        "prefer": step.prefer,
        "answer_within": _amount(step.answer_within),
        "counts_from": step.counts_from,
        "overdue_after": amount_symbol(step.overdue_after or _OVERDUE),
        "if_unreported": step.if_unreported,
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


def _reaction(policy: "Policy", reaction: "Reaction") -> dict[str, Any]:
    return {
        "event": reaction.event,
        "step": reaction.step,
        "result": reaction.result,
        "outcome": reaction.outcome,
        "only_if": _condition(reaction.only_if),
        "then": None if reaction.then is None else _then(reaction.then, reaction.event),
        "do": [_effect(f"{policy.id}/{reaction.words}", effect) for effect in reaction.do],
    }


def _then(then: Then, event: str) -> list[str | None]:
    """An end without a name has its event's name as outcome."""
    target = then.target or (event if then.word is ThenWord.END else None)
    return [then.word, target, _amount(then.amount)]


def _condition(condition: Condition | None) -> str | None:
    return None if condition is None else write_condition(condition)


def _effect(template: str, effect: Effect) -> object:
    """The words that are meant anyway mean nothing when they are named."""
    preferred, *others = (
        evolve(each, template=None) if each.template == template else each
        for each in effect.alternatives
    )
    return write_effect(evolve(preferred, fallbacks=tuple(others)))


def _amount(amount: Amount | None) -> str | None:
    return None if amount is None else amount_symbol(amount)
