"""What is done at one moment: all effects, with what is done instead where one cannot be."""

from collections.abc import Iterable
from typing import Final

from ghostrules.descriptions._actions import action
from ghostrules.descriptions._speaker import Speaker
from ghostrules.effects import Effect
from ghostrules.phrases import phrase

LATE_FEE: Final = "late-fee"
RESTART_FEE: Final = "restart-fee"
FEES: Final = (LATE_FEE, RESTART_FEE)


def doing(speaker: Speaker, effects: Iterable[Effect], outcome: str | None = None) -> list[str]:
    """Say each effect once, in order."""
    said = (_preferred(speaker, effect, outcome) for effect in effects)
    return list(dict.fromkeys(said))


def _preferred(speaker: Speaker, effect: Effect, outcome: str | None) -> str:
    first, *others = (_one(speaker, each, outcome) for each in effect.alternatives)
    for other in others:
        first = phrase(
            "{first} or, where that is not possible, {second}", first=first, second=other
        )
    return first


def _one(speaker: Speaker, effect: Effect, outcome: str | None) -> str:
    said = speaker.toned(action(effect, restart_fee(speaker), outcome))
    if LATE_FEE in effect.attach and effect.name == "resend_invoice":
        return phrase("{action} with a late fee of {fee}", action=said, fee=late_fee(speaker))
    return said


def restart_fee(speaker: Speaker) -> str:
    """Write what it costs to take the work up again, or a blank with that name."""
    return speaker.money(RESTART_FEE, phrase("[restart fee]"))


def late_fee(speaker: Speaker) -> str:
    """Write what being late costs, or a blank with that name."""
    return speaker.money(LATE_FEE, phrase("[late fee]"))
