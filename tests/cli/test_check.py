"""`ghostrules check`: what is wrong with a policy."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ghostrules.policy import built_in, built_in_names

Run = Callable[..., Any]

FAULTY = 'id = "chase"\nends = "paid"\nsteps = ["48h befor pause: emial"]\n'


@pytest.mark.parametrize("name", built_in_names())
def test_every_built_in_is_without_faults(run: Run, name: str) -> None:
    """The built-in policies pass their own check."""
    assert 0 == run("check", name).status


def test_all_faults_are_told_at_once_on_stdout(run: Run, tmp_path: Path) -> None:
    """A faulty document is at fault, not the use; every fault is there (L20)."""
    file = tmp_path / "chase.toml"
    file.write_text(FAULTY, "utf-8")

    told = run("check", str(file))

    assert (1, "") == (told.status, told.err)
    assert "GR006 error" in told.out
    assert "48h before pause" in told.out
    assert "GR018 error" in told.out or "GR005 error" in told.out
    assert told.out.endswith(f"{file}: 2 errors\n")


def test_the_report_as_json_has_every_field(run: Run, tmp_path: Path) -> None:
    """Each diagnostic has its code, severity, place, value and suggestion."""
    file = tmp_path / "chase.toml"
    file.write_text(FAULTY, "utf-8")

    told = run("check", str(file), "--json")

    assert 1 == told.status
    assert (None, None, False) == tuple(
        told.document[key] for key in ("policy", "fingerprint", "ok")
    )
    for found in told.document["diagnostics"]:
        assert [
            "code", "severity", "message", "path", "line", "value", "expected", "help",
        ] == [*found]  # fmt: skip
        assert 3 == found["line"]


def test_a_sound_policy_as_json_has_its_fingerprint(run: Run) -> None:
    """`check --json` of a sound policy says which policy, by name and by meaning."""
    told = run("check", "negotiation", "--json")

    assert {
        "policy": "negotiation",
        "fingerprint": built_in("negotiation").fingerprint,
        "ok": True,
        "diagnostics": [],
    } == told.document


def test_a_warning_does_not_fail(run: Run, tmp_path: Path) -> None:
    """Warnings are told, and the status stays 0."""
    file = tmp_path / "harsh.toml"
    file.write_text('id = "harsh"\nends = "paid"\nsteps = ["1 day later: stop_work"]\n', "utf-8")

    told = run("check", str(file))

    assert 0 == told.status
    assert "GR106 warning" in told.out
