"""The reference alone, on random lives: what no life may break."""

import pytest

from ghostrules.effects import KINDS, Hours

from .comparing import machine_of
from .interpreter import Reference
from .lives import draw_life
from .running import After, begun, lived, reference_of

CHUNKS, LIVES = 5, 40


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_random_life_keeps_the_laws(chunk: int) -> None:
    """L8, L14 to L16, L18: hours, turns, holds and ends are kept, the same event is once."""
    for seed in range(chunk * LIVES, (chunk + 1) * LIVES):
        drawn = draw_life(seed)
        if machine_of(drawn) is None:
            continue
        reference = reference_of(drawn)
        before = begun(drawn, reference)
        for after in lived(drawn, reference):
            for fired in after.fired:
                kind = KINDS.get(fired.kind)
                if kind is None or fired.step == "reaction":
                    continue
                strict = any(step.strict for step in reference.policy.steps)
                assert strict or reference.open[kind.hours].contains(fired.at)
                assert before.status != "ended"
                assert kind.hours is Hours.NONE or not before.holds or before.holds[0].until
            assert once(reference, after)
            before = after.case


def once(reference: Reference, after: After) -> bool:
    """Tell whether the same event again changes nothing."""
    if after.action.event not in after.case.heard:
        return True
    again, fired = reference.happen(after.case, after.action.event)
    return again is after.case and not fired
