"""The one document form of a state (L21); what is not said is the default.

Restoring runs nothing.
"""

from collections.abc import Mapping
from typing import Any, Final, TypeGuard, cast

from ghostrules.errors import StateError
from ghostrules.machine._begun import UNTOUCHED
from ghostrules.machine._plain import Document, read, write_fields
from ghostrules.machine._state import FORMAT, LONE, State
from ghostrules.machine._table import Table

# what is not said about a state that has only begun
_USUAL_DOCUMENT: Final[Mapping[str, Any]] = {
    "round": 1,
    "facts": [],
    "row": 0,
    "dropped": 0,
    "contact_row": LONE,
}
_USUAL: Final[Mapping[str, Any]] = {**_USUAL_DOCUMENT, "facts": (), "begun": UNTOUCHED}


def to_document(state: State) -> Document:
    """Write a state."""
    document = write_fields(State, state, {**_USUAL, **State._field_defaults})
    document["calendars"] = _short(state.calendars)
    if state.looked_at == state.last_at:
        del document["looked_at"]
    return document


def _short(digests: tuple[str, ...]) -> list[str | int]:
    """Write a digest that repeats an earlier one as the place of that."""
    return [
        digest if digests.index(digest) == place else digests.index(digest)
        for place, digest in enumerate(digests)
    ]


def from_document(document: Mapping[str, Any]) -> State:
    """Read a state, or raise `StateError` with what is wrong."""
    if not isinstance(document, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise StateError(f"`{document}` is no document of a state, expected a mapping")
    found = document.get("version")
    if found != FORMAT:
        raise StateError(f"the state has format `{found}`, expected `{FORMAT}`")
    told = {**_USUAL_DOCUMENT, **document}
    told.setdefault("looked_at", told.get("last_at"))
    told.setdefault("begun", {})
    told["calendars"] = _long(told.get("calendars"))
    return cast("State", read(State, told, "state"))


def _long(digests: object) -> object:
    """Read the digests of calendars, some of them as the place of an equal one."""
    if not isinstance(digests, list):
        return digests
    told = cast("list[object]", digests)
    return [told[one] if _is_place(one, told) else one for one in told]


def _is_place(one: object, told: list[object]) -> TypeGuard[int]:
    return isinstance(one, int) and not isinstance(one, bool) and 0 <= one < len(told)


def fits(table: Table, state: State) -> None:
    """Refuse a state that has not the shape of those of its policy."""
    rows, facts = len(table.rows), len(table.facts)
    if len(state.happened) != rows or len(state.facts) != facts:
        raise StateError(
            f"the state has {len(state.happened)} steps and {len(state.facts)} facts, "
            f"expected {rows} and {facts}"
        )
    numbers = (state.row, *(one.reaction for one in state.changes.responses))
    if not 0 <= state.row <= rows or any(not 0 <= one for one in numbers):
        raise StateError(f"the state stands at step `{state.row}`, expected at most `{rows}`")
    if any(one.reaction >= len(table.reactions) for one in state.changes.responses):
        raise StateError("the state waits for a reaction that the policy has not")
