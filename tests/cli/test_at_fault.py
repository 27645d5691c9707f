"""The document or the promise is at fault: status 1."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

CASE = ("--client", "NL", "--start", "2026-03-27T16:30")


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    """A policy that reads well and means nothing: it counts from a step that is not there."""
    file = tmp_path / "chase.toml"
    file.write_text('id = "chase"\nends = "paid"\nsteps = ["24h after nothing: email"]\n', "utf-8")
    return str(file)


def test_a_policy_at_fault_is_told_with_its_codes(run: Run, faulty: str) -> None:
    """`plan` refuses what `check` refuses, and prints the report to stderr."""
    told = run("plan", faulty, *CASE)

    assert (1, "") == (told.status, told.out)
    assert "ghostrules: the policy has 1 fault" == told.err.splitlines()[0]
    assert "GR101 error" in told.err


def test_a_policy_at_fault_is_json_with_json(run: Run, faulty: str) -> None:
    """A program finds every diagnostic beside the error."""
    told = run("plan", faulty, *CASE, "--json")

    assert (1, "") == (told.status, told.out)
    assert {"kind": "policy", "message": "the policy has 1 fault", "help": None} == (
        told.fault["error"]
    )
    assert ["GR101"] == [found["code"] for found in told.fault["diagnostics"]]


def test_parties_that_are_never_open_together_are_at_fault(run: Run) -> None:
    """A call needs hours of both; where there are none, the pair is refused (L8)."""
    told = run("plan", "project", *CASE, "--sender-hours", "20:00-22:00", "--json")

    assert (1, "") == (told.status, told.out)
    assert "calendar" == told.fault["error"]["kind"]
    assert "fortnights without any open hours" in told.fault["error"]["message"]


def test_a_plan_that_leaves_the_calendar_is_at_fault(run: Run) -> None:
    """A date beyond the years covered is an error, never a working day (L7)."""
    told = run("plan", "project", "--client", "NL", "--start", "2050-12-30T10:00")

    assert (1, "") == (told.status, told.out)
    assert "2050" in told.err
