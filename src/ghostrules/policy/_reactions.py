"""Reactions as a document writes them: tables, or, in Python, values."""

from collections.abc import Callable, Collection
from typing import Any, Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import (
    Faulty,
    as_list,
    as_table,
    fault,
    gather,
    is_table,
    write_keys,
)
from ghostrules.phrases import phrase
from ghostrules.policy._reaction import Reaction, read_reaction
from ghostrules.policy._reaction_keys import REACTION_KEYS
from ghostrules.policy._strangers import strange_keys

MOST_REACTIONS: Final = 200


def read_reactions(value: object, path: str, of_policy: Collection[str]) -> tuple[Reaction, ...]:
    """Read reactions, in the order in which they are looked at.

    `of_policy` are the keys of the policy, which a document may have put into a reaction.
    """
    if is_table(value):
        raise fault(
            "GR004",
            phrase("`{path}` is one table, and reactions are a list of tables", path=path),
            path,
            help=phrase("write `[[{path}]]`, with two brackets", path=path),
        )
    items = as_list(value, path)
    if len(items) > MOST_REACTIONS:
        raise fault(
            "GR023",
            phrase("{count} reactions are too many", count=len(items)),
            path,
            expected=phrase("at most {most}", most=MOST_REACTIONS),
        )
    places = ((item, f"{path}[{i}]") for i, item in enumerate(items))
    return tuple(gather(_reaction(item, place, of_policy) for item, place in places))


def _reaction(value: object, path: str, of_policy: Collection[str]) -> Callable[[], Reaction]:
    def read() -> Reaction:
        if isinstance(value, Reaction):
            return value
        table = as_table(value, path)
        strange = strange_keys(table, REACTION_KEYS, of_policy, path, "reaction")
        read, _ = gather((lambda: read_reaction(table, path), lambda: _refuse(strange)))
        return Reaction(**read)

    return read


def _refuse(strange: list[Diagnostic]) -> dict[str, Any]:
    if strange:
        raise Faulty(*strange)
    return {}


def write_reactions(reactions: tuple[Reaction, ...]) -> object:
    """Write reactions, each without its defaults."""
    return [write_keys(REACTION_KEYS, reaction) for reaction in reactions]
