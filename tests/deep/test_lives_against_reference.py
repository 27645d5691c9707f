"""Whole lives of cases against the reference, as many as one likes.

GHOSTRULES_CASES says how many (20,000 by default), GHOSTRULES_SEED from which seed on.
"""

import os

import pytest

from tests.reference.shrinking import told_of_life

CHUNKS = 100
LIVES = int(os.environ.get("GHOSTRULES_CASES", "20000"))
SEED = int(os.environ.get("GHOSTRULES_SEED", "1000000"))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_many_random_lives_go_as_the_reference_says(chunk: int) -> None:
    """L8, L10-L20, L26: after every event effects, due, status, turn, round and outcome agree."""
    for seed in range(SEED + chunk, SEED + LIVES, CHUNKS):
        told = told_of_life(seed)
        assert told is None, told
