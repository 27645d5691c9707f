"""`--help`: every verb has an example, and every example works."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ghostrules import __version__
from ghostrules.cli._verbs import VERBS

Run = Callable[..., Any]

SCENARIOS = Path(__file__).parents[2] / "docs" / "scenarios"
NAMES = [verb.name for verb in VERBS]


def examples_in(help: str) -> list[list[str]]:
    """Give the commands that a help text shows."""
    _, _, examples = help.partition("For example:\n")
    joined = examples.replace("\\\n", " ")
    return [shlex.split(line) for line in joined.splitlines() if line.strip()]


@pytest.mark.parametrize("verb", NAMES)
def test_every_example_of_the_help_works(
    run: Run, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each verb's help holds an example, and each example ends with status 0."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SCENARIOS / "whose-turn.toml", "scenario.toml")
    examples = examples_in(run(verb, "--help").out)

    assert examples
    for example in examples:
        assert ["ghostrules", verb] == example[:2]
        assert 0 == run(*example[1:]).status


@pytest.mark.parametrize("verb", [*NAMES, None])
def test_the_help_fits_80_columns(run: Run, verb: str | None) -> None:
    """The help of the command and of each verb is no wider than a page."""
    told = run(*([verb] if verb else []), "--help")

    assert 0 == told.status
    assert 80 >= max(len(line) for line in told.out.splitlines())


def test_the_help_names_every_verb(run: Run) -> None:
    """`ghostrules` alone shows what there is."""
    told = run()

    assert 0 == told.status
    for name in NAMES:
        assert f"│ {name} " in told.out


def test_the_version_is_told(run: Run) -> None:
    """`ghostrules --version` prints the version of the package."""
    assert (0, f"{__version__}\n") == (run("--version").status, run("--version").out)
