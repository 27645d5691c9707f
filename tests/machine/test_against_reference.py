"""The machine against a second, independent reading of the contract, on random cases."""

import pytest

from tests.reference.shrinking import told_of

CHUNKS, CASES = 10, 30


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_random_case_goes_as_the_reference_says(chunk: int) -> None:
    """L3-L13, L15-L17: plan, effects, due, status and outcome agree after every look."""
    for seed in range(chunk * CASES, (chunk + 1) * CASES):
        told = told_of(seed)
        assert told is None, told
