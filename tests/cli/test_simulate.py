"""`ghostrules simulate`: a scenario on paper and as JSON, and what it expects."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

SCENARIO = """
policy = "negotiation"
client = "NL"
start = 2026-06-01T10:00:00

[[event]]
at = 2026-06-08T12:00:00
event = "held"
until = 2026-06-09

[[expect]]
step = "follow-up"
at = 2026-06-05T09:00:00
"""

ASSUMED = "ghostrules: assuming that the sender keeps the client's calendar\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario in a file."""
    path = tmp_path / "held.toml"
    path.write_text(SCENARIO, "utf-8")
    return path


def test_a_story_is_told_moment_by_moment(run: Run, file: Path) -> None:
    """Steps, events, states and reasons stand in the order in which they came."""
    told = run("simulate", str(file))

    assert (0, ASSUMED) == (told.status, told.err)
    lines = [line for line in told.out.splitlines() if line.startswith((" ", "It"))]
    heads = [" ".join(line.split()) for line in lines if not line.startswith("      ")]
    assert [
        "vr 5 jun 2026 09:00 follow-up email",
        "ma 8 jun 2026 12:00 (held) held",
        "wo 10 jun 2026 00:00 (elapsed) open",
        "ma 15 jun 2026 09:00 last-follow-up email, ended: moved-on",
        "It ended on ma 15 jun 2026 09:00: moved-on.",
    ] == heads


def test_json_has_the_documented_keys(run: Run, file: Path) -> None:
    """The JSON of a story has exactly these keys."""
    document = run("simulate", str(file), "--json").document

    keys = ["steps", "status", "turn", "due", "outcome", "ended", "effects", "reasons"]
    assert keys == [*document]
    keys = ["step", "occurrence", "round", "at", "effects", "skipped", "reasons"]
    assert [keys, keys] == [[*step] for step in document["steps"]]
    assert ["2026-06-05T09:00:00+02:00", "2026-06-15T09:00:00+02:00"] == [
        step["at"] for step in document["steps"]
    ]


def test_what_is_not_met_is_told(run: Run, file: Path) -> None:
    """The story stays on stdout, the difference goes to stderr, and the status is 1."""
    file.write_text(SCENARIO.replace("06-05T", "06-04T"), "utf-8")
    told = run("simulate", str(file))

    assert 1 == told.status
    assert "It ended on" in told.out
    assert (
        f"{ASSUMED}"
        "ghostrules: 1 of 1 expectation is not met\n"
        "GR405 error: `follow-up` came, but with another `at`\n"
        "  --> expect[0], line 11\n"
        "  found: follow-up at 2026-06-05T09:00+02:00\n"
        "  expected: follow-up at 2026-06-04T09:00+02:00\n"
    ) == told.err


def test_what_is_not_met_is_told_as_json(run: Run, file: Path) -> None:
    """With `--json` the difference is JSON, too."""
    file.write_text(SCENARIO.replace("06-05T", "06-04T"), "utf-8")
    told = run("simulate", str(file), "--json")

    assert (1, "expectation") == (told.status, told.fault["error"]["kind"])
    assert ["GR405"] == [found["code"] for found in told.fault["diagnostics"]]
    assert "moved-on" == told.document["outcome"]


def test_a_scenario_at_fault(run: Run, file: Path) -> None:
    """All its faults are told, and nothing is printed."""
    file.write_text(SCENARIO.replace("client =", "cleint ="), "utf-8")
    told = run("simulate", str(file), "--json")

    assert (1, "") == (told.status, told.out)
    assert ("scenario", "the scenario has 2 faults") == (
        told.fault["error"]["kind"],
        told.fault["error"]["message"],
    )


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """A missing file and a folder are wrong use."""
    missing, folder = run("simulate", str(tmp_path / "no.toml")), run("simulate", str(tmp_path))

    assert (2, 2) == (missing.status, folder.status)
    assert "there is no file" in missing.err
    assert "is a folder" in folder.err
