"""The names that conditions know: how they are spelt, and which every policy has."""

import re
from collections.abc import Iterable
from typing import Final

from ghostrules.conditions._facts import FactType

DETAILS: Final = ("email", "phone", "handle", "address", "fax")
ROUND: Final = "round"
PROPERTIES: Final = {
    "happened": FactType.BOOLEAN,
    "opened": FactType.BOOLEAN,
    "delivered": FactType.BOOLEAN,
    "bounced": FactType.BOOLEAN,
    "failed": FactType.BOOLEAN,
    "result": FactType.TEXT,
}
RESERVED: Final = frozenset(
    {"and", "or", "not", "is", "in", "known", "unknown", "true", "false", "day", "days"}
)
_KEBAB: Final = "[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*"
_NAME: Final = re.compile(rf"{_KEBAB}(?:\.{_KEBAB})?")


def is_name(word: str) -> bool:
    """Tell whether a word can name a fact, or a property of a step."""
    return _NAME.fullmatch(word) is not None and word not in RESERVED


def built_in_types(steps: Iterable[str]) -> dict[str, FactType]:
    """Give the names that a policy with these steps has without declaring them.

    >>> types = built_in_types(["call"])
    >>> types["phone"], types["call.result"]
    (<FactType.BOOLEAN: 'boolean'>, <FactType.TEXT: 'text'>)

    The details of the client are boolean: whether they are known. `round` counts from 1.
    """
    return {
        **dict.fromkeys(DETAILS, FactType.BOOLEAN),
        ROUND: FactType.NUMBER,
        **{f"{step}.{name}": type_ for step in steps for name, type_ in PROPERTIES.items()},
    }
