"""Scenarios made of a few lines."""

from collections.abc import Callable

import pytest

from ghostrules.scenarios import Scenario, Story, compare, loads, run

CHASE = """
client = "NL"
start = 2026-06-01T10:00:00
{more}

[policy]
id = "chase"
ends = "paid"

[[policy.step]]
id = "reminder"
when = "2 business days after start"
do = "email"

[[policy.step]]
id = "pause"
when = "1 week after reminder"
do = "pause_work"
outcome = "paused"
{rest}
"""

Make = Callable[..., Scenario]
Walk = Callable[..., Story]
Unmet = Callable[..., str]


@pytest.fixture
def make() -> Make:
    """Make a scenario: a reminder on 3 June, a pause on 10 June."""
    return lambda rest="", more="": loads(CHASE.format(rest=rest, more=more))


@pytest.fixture
def walk(make: Make) -> Walk:
    """Walk such a scenario."""
    return lambda rest="", more="": run(make(rest, more))


@pytest.fixture
def unmet(make: Make) -> Unmet:
    """Tell what such a scenario expects and what did not come."""

    def _unmet(rest: str = "", more: str = "") -> str:
        scenario = make(rest, more)
        return str(compare(scenario, run(scenario)))

    return _unmet
