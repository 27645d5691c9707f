"""The machine against the reference, on as many random cases as one likes.

GHOSTRULES_CASES says how many (20,000 by default), GHOSTRULES_SEED from which seed on.
"""

import os

import pytest

from tests.reference.shrinking import told_of

CHUNKS = 100
CASES = int(os.environ.get("GHOSTRULES_CASES", "20000"))
SEED = int(os.environ.get("GHOSTRULES_SEED", "1000000"))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_many_random_cases_go_as_the_reference_says(chunk: int) -> None:
    """L3-L13, L15-L17: plan, effects, due, status and outcome agree after every look."""
    for seed in range(SEED + chunk, SEED + CASES, CHUNKS):
        told = told_of(seed)
        assert told is None, told
