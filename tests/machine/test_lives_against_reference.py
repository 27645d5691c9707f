"""Whole lives of cases against a second, independent reading of the contract."""

import pytest

from tests.reference.shrinking import told_of_life

CHUNKS, LIVES = 10, 30


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_random_life_goes_as_the_reference_says(chunk: int) -> None:
    """L8, L10-L20, L26: after every event effects, due, status, turn, round and outcome agree."""
    for seed in range(chunk * LIVES, (chunk + 1) * LIVES):
        told = told_of_life(seed)
        assert told is None, told
