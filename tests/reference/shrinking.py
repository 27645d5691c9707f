"""Make a case that shows a difference small enough to read."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ghostrules.timing import AtTime, When

from .cases import Drawn, valid
from .comparing import attempt, kind_of, told
from .drawing import draw
from .lives import draw_life
from .places import PLAIN


def told_of(seed: int) -> str | None:
    """Draw a case, and tell its first difference on the smallest case that shows it."""
    return _told(draw(seed), seed)


def told_of_life(seed: int) -> str | None:
    """Draw a whole life, and tell its first difference in the same way."""
    return _told(draw_life(seed), seed)


def _told(drawn: Drawn, seed: int) -> str | None:
    found = attempt(drawn)
    if found is None:
        return None
    small = smallest(drawn, kind_of(found))
    again = attempt(small)
    assert again is not None
    return f"seed {seed}\n{told(small, again)}"


def smallest(drawn: Drawn, where: str) -> Drawn:
    """Make a case smaller as long as it differs in the same way."""
    for smaller in simpler(drawn):
        if valid(smaller) and _differs(smaller, where):
            return smallest(smaller, where)
    return drawn


def _differs(drawn: Drawn, where: str) -> bool:
    found = attempt(drawn)
    return found is not None and kind_of(found) == where


def simpler(drawn: Drawn) -> list[Drawn]:
    """Give every case that is one change smaller."""
    found = [
        evolve(drawn, steps=drawn.steps[:n] + drawn.steps[n + 1 :]) for n in range(len(drawn.steps))
    ]
    found += [
        evolve(drawn, looks=drawn.looks[:n] + drawn.looks[n + 1 :]) for n in range(len(drawn.looks))
    ]
    found += [
        evolve(drawn, policy={k: v for k, v in drawn.policy.items() if k != key})
        for key in drawn.policy
    ]
    for n, step in enumerate(drawn.steps):
        for smaller in _simpler_steps(step):
            found.append(evolve(drawn, steps=(*drawn.steps[:n], smaller, *drawn.steps[n + 1 :])))
    found += [evolve(drawn, sender=PLAIN), evolve(drawn, client=PLAIN), evolve(drawn, third=PLAIN)]
    found += [evolve(drawn, sender=drawn.client), evolve(drawn, third=drawn.client)]
    return [each for each in found if each != drawn]


def _simpler_steps(step: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = [
        {k: v for k, v in step.items() if k != key}
        for key in step
        if key not in ("id", "when", "do")
    ]
    effects = step["do"]
    if len(effects) > 1:
        found += [{**step, "do": [*effects[:n], *effects[n + 1 :]]} for n in range(len(effects))]
    when: When = step["when"]
    if isinstance(when, AtTime):
        found.append({**step, "when": when.when})
    return found
