"""What a stranger wrote reaches the terminal escaped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

POLICY = """
id = "loud"
title = "a\\u001b[31mb\\u009bc\\u202ed"
ends = "paid"
steps = ["24 hours after start: email"]
"""
CASE = ("--client", "NL", "--start", "2026-03-27T16:30")


@pytest.fixture
def loud(tmp_path: Path) -> str:
    """Give a policy whose title would colour the terminal."""
    file = tmp_path / "loud.toml"
    file.write_text(POLICY, "utf-8")
    return str(file)


def test_a_title_is_escaped(run: Run, loud: str) -> None:
    """Control characters and marks of direction are shown as what they are."""
    told = run("plan", loud, *CASE)

    assert "loud: a\\u001b[31mb\\u009bc\\u202ed" == told.out.partition("\n")[0]


def test_a_name_in_an_error_is_escaped(run: Run) -> None:
    """An argument that is refused is shown without its control characters."""
    told = run("plan", "pro\x1b[2Jject", *CASE)

    assert (
        "ghostrules: `pro\\u001b[2Jject` is no built-in policy and no file"
        == (told.err.partition("\n")[0])
    )


def test_json_escapes_what_a_terminal_would_obey(run: Run) -> None:
    """JSON may hold such characters raw, but it is read on terminals too."""
    told = run("plan", "pro\x9b2Jject", *CASE, "--json")

    assert "\\u009b" in told.err
    assert "`pro\x9b2Jject` is no built-in policy and no file" == told.fault["error"]["message"]
