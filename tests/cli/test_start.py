"""`--start`: an instant as a person writes it."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def started(run: Run, start: str) -> str:
    """Give the start that the command line understood."""
    told = run("plan", "negotiation", "--client", "NL", "--start", start, "--json")
    assert 0 == told.status
    return str(told.document["start"])


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        ("2026-03-27T16:30", "2026-03-27T16:30:00+01:00"),
        ("2026-03-27 16:30", "2026-03-27T16:30:00+01:00"),
        ("2026-03-27T16:30:15", "2026-03-27T16:30:15+01:00"),
        ("2026-03-27T16:30Z", "2026-03-27T17:30:00+01:00"),
        ("2026-03-27T16:30-04:00", "2026-03-27T21:30:00+01:00"),
    ],
)
def test_a_start_without_an_offset_is_local_to_the_client(
    run: Run, start: str, instant: str
) -> None:
    """With an offset the instant is what it says, without one the client's wall time."""
    assert instant == started(run, start)


def test_a_skipped_wall_time_moves_forward_by_the_gap(run: Run) -> None:
    """02:30 does not exist on 29 March 2026 in Amsterdam: it is 03:30 (L3)."""
    assert "2026-03-29T03:30:00+02:00" == started(run, "2026-03-29T02:30")


def test_a_wall_time_that_occurs_twice_is_the_first(run: Run) -> None:
    """02:30 on 25 October 2026 is the one before the clocks go back (L3)."""
    assert "2026-10-25T02:30:00+02:00" == started(run, "2026-10-25T02:30")


@pytest.mark.parametrize(
    ("start", "message", "help"),
    [
        (
            "2026-03-27",
            "`--start` is `2026-03-27`, a date without a time of day",
            "write it as in `2026-03-27T09:00`",
        ),
        (
            "tomorrow",
            "`--start` is `tomorrow`, expected a date and a time",
            "write it as in `2026-03-27T16:30`",
        ),
        (
            "2126-03-27T16:30",
            "`--start` is in `2126`, expected a year that the calendar `NL` covers, 2000 to 2050",
            None,
        ),
    ],
)
def test_what_is_no_start_is_refused(run: Run, start: str, message: str, help: str | None) -> None:
    """A date alone keeps its date in the suggestion; years without data are refused (L7)."""
    told = run("plan", "negotiation", "--client", "NL", "--start", start, "--json")

    assert 2 == told.status
    assert {"kind": "usage", "message": message, "help": help} == told.fault["error"]
