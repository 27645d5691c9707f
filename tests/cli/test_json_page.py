"""The JSON that the reference shows is the JSON that the commands write."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json.md"
TEXT = PAGE.read_text("utf-8")
POLICY = TEXT.partition("```toml\n")[2].partition("```")[0]
SHOWN = re.findall(
    r"```console\n\$ ghostrules ([^\n]*)\n```\n\n```json\n(.*?)\n```",
    PAGE.read_text("utf-8"),
    re.DOTALL,
)


def without_fingerprint(document: dict[str, object]) -> dict[str, object]:
    """Leave the fingerprint out of a document."""
    return {key: value for key, value in document.items() if key != "fingerprint"}


def test_the_page_shows_every_kind_of_document() -> None:
    """A plan, a step, a report and a fault are shown."""
    assert ["plan", "explain", "check", "plan"] == [command.split()[0] for command, _ in SHOWN]


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_the_json_of_the_page_is_what_the_command_writes(
    run: Run, command: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys, their order and values agree; a fingerprint may change with the built-in."""
    monkeypatch.chdir(tmp_path)
    Path("harsh.toml").write_text(POLICY, "utf-8")
    told = run(*shlex.split(command))
    written, expected = json.loads(told.out or told.err), json.loads(shown)

    assert list(expected) == list(written)
    assert without_fingerprint(expected) == without_fingerprint(written)
