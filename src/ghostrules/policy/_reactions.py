"""Reactions as a document writes them: tables, or, in Python, values."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ghostrules.documents import (
    Faulty,
    as_list,
    as_table,
    fault,
    gather,
    is_table,
    unknown_keys,
    write_keys,
)
from ghostrules.policy._reaction import Reaction, read_reaction
from ghostrules.policy._reaction_keys import REACTION_KEYS

MOST_REACTIONS: Final = 200


def read_reactions(value: object, path: str) -> tuple[Reaction, ...]:
    """Read reactions, in the order in which they are looked at."""
    if is_table(value):
        raise fault(
            "GR004",
            f"`{path}` is one table, and reactions are a list of tables",
            path,
            help=f"write `[[{path}]]`, with two brackets",
        )
    items = as_list(value, path)
    if len(items) > MOST_REACTIONS:
        raise fault(
            "GR023",
            f"{len(items)} reactions are too many",
            path,
            expected=f"at most {MOST_REACTIONS}",
        )
    return tuple(gather(_reaction(item, f"{path}[{i}]") for i, item in enumerate(items)))


def _reaction(value: object, path: str) -> Callable[[], Reaction]:
    def read() -> Reaction:
        if isinstance(value, Reaction):
            return value
        table = as_table(value, path)
        read, _ = gather((lambda: read_reaction(table, path), lambda: _no_strangers(table, path)))
        return Reaction(**read)

    return read


def _no_strangers(table: Mapping[str, object], path: str) -> dict[str, Any]:
    strange = unknown_keys(table, REACTION_KEYS, path)
    if strange:
        raise Faulty(*strange)
    return {}


def write_reactions(reactions: tuple[Reaction, ...]) -> object:
    """Write reactions, each without its defaults."""
    return [write_keys(REACTION_KEYS, reaction) for reaction in reactions]
