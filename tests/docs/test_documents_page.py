"""The reference of documents holds every key that the documents have."""

import re
from pathlib import Path

import pytest
from attrs import fields

from ghostrules.events import FIELDS, NAMES, OPENINGS, Field
from ghostrules.machine._begun import Begun
from ghostrules.machine._changes import Changes, Move, Payment, Response, Skip
from ghostrules.machine._holds import Hold, Pauses
from ghostrules.machine._reports import Reports
from ghostrules.machine._state import FORMAT, State

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "documents.md").read_text("utf-8")

PARTS = {
    "A state": State._fields,
    "Begun": Begun._fields,
    "Pauses": Pauses._fields,
    "A hold": Hold._fields,
    "Reports": Reports._fields,
    "Changes": Changes._fields,
}
LISTED = {"skips": Skip, "moves": Move, "payments": Payment, "responses": Response}


def _section(title: str) -> str:
    found = re.search(rf"^#+ {title}$(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found.group(1)


def _keys(text: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def _without(field: Field) -> str:
    if field.required:
        return "needed"
    return f"`{field.default}`" if field.default else ""


def _rows(event: type) -> list[str]:
    names = {**NAMES, **OPENINGS}
    name = f"`{names[event]}`" if event in names else "the policy's own"
    return [
        f"| {name} | `{one.name}` | {one.about} | {_without(one)} |".replace("|  |", "| |")
        for one in FIELDS[event]
    ]


@pytest.mark.parametrize("title", PARTS)
def test_every_key_of_a_state_is_explained(title: str) -> None:
    """Each part of a state has its table, with its keys in their order and no other (L21)."""
    assert list(PARTS[title]) == _keys(_section(title))


@pytest.mark.parametrize("key", LISTED)
def test_the_values_in_lists_are_explained(key: str) -> None:
    """Each list of values in the changes of a case names the keys of its values (L21)."""
    row = next(line for line in _section("Changes").splitlines() if line.startswith(f"| `{key}` |"))
    assert [] == [one.name for one in fields(LISTED[key]) if f"`{one.name}`" not in row]


def test_every_key_of_an_event_is_explained() -> None:
    """The table of events has a row for every key that an event carries, and no other."""
    rows = [row for event in FIELDS for row in _rows(event)]
    told = [line for line in _section("An event").splitlines() if line.count(" | ") == 3]
    assert rows == [line for line in told if not line.startswith(("| event |", "|---"))]


def test_the_format_of_a_state_is_told() -> None:
    """The page names the format of states that this version writes (L21)."""
    assert f'`"version": {FORMAT}`' in PAGE
