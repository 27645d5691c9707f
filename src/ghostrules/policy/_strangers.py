"""Keys that are none where they stand: misspelt, or meant for the policy as a whole."""

from collections.abc import Iterable, Mapping
from typing import Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import Keys, diagnostic, under, unknown_keys, without
from ghostrules.phrases import phrase

_IN_STEPS: Final = phrase(
    "in TOML, keys of the policy stand before the first `[[step]]`; what follows a header "
    "belongs to that step"
)
_IN_REACTIONS: Final = phrase(
    "in TOML, keys of the policy stand before the first `[[step]]`; what follows a header "
    "belongs to that reaction"
)


def strange_keys(
    table: Mapping[str, object], keys: Keys, of_policy: Iterable[str], path: str, what: str
) -> list[Diagnostic]:
    """Report the keys of a table that are none of `keys`, and say where they belong.

    `what` the table describes is a step or a reaction.
    """
    misplaced = [name for name in of_policy if name in table and name not in keys]
    return [
        *(_misplaced(name, path, what) for name in misplaced),
        *unknown_keys(without(table, misplaced), keys, path),
    ]


def _misplaced(name: str, path: str, what: str) -> Diagnostic:
    of_step = what == "step"
    return diagnostic(
        "GR011",
        phrase("`{name}` is a key of the policy, and stands in a step", name=name)
        if of_step
        else phrase("`{name}` is a key of the policy, and stands in a reaction", name=name),
        path=under(path, name),
        help=_IN_STEPS if of_step else _IN_REACTIONS,
    )
