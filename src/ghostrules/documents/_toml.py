"""TOML is written in one layout: single keys first, then a table for each step and reaction.

Only what a policy document holds is written: texts, truths, whole numbers, lists and tables.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from ghostrules.documents._readers import is_table

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def write_toml(document: Mapping[str, object]) -> str:
    """Write a policy document.

    >>> print(write_toml({"id": "chase", "step": [{"id": "call", "do": "call"}]}), end="")
    id = "chase"
    <BLANKLINE>
    [[step]]
    id = "call"
    do = "call"
    """
    head = {name: value for name, value in document.items() if not _apart(value)}
    blocks = [_lines(head), *_tables(document)]
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def _apart(value: object) -> bool:
    return _are_tables(value) or _has_tables(value)


def _has_tables(value: object) -> bool:
    return is_table(value) and any(map(is_table, cast("Mapping[str, object]", value).values()))


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and any(map(is_table, cast("list[object]", value)))


def _tables(document: Mapping[str, object]) -> Iterator[list[str]]:
    for name, value in document.items():
        if _are_tables(value):
            for table in cast("Iterable[Mapping[str, object]]", value):
                yield [f"[[{name}]]", *_lines(table)]
        elif _has_tables(value):
            for key, table in cast("Mapping[str, Mapping[str, object]]", value).items():
                yield [f"[{name}.{_key(key)}]", *_lines(table)]


def _lines(table: Mapping[str, object]) -> list[str]:
    return [_pair(name, value) for name, value in table.items()]


def _pair(name: str, value: object) -> str:
    return f"{_key(name)} = {_value(value)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:  # noqa: ANN401 - whatever a document holds
    match value:
        case str():
            return _text(value)
        case dict():
            return _enclosed("{ ", (_pair(*item) for item in cast("Any", value).items()), " }")
        case list():
            return _enclosed("[", map(_value, cast("list[object]", value)), "]")
        case _:
            return json.dumps(value)


def _enclosed(opening: str, items: Iterator[str], closing: str) -> str:
    return f"{opening}{', '.join(items)}{closing}"


def _text(text: str) -> str:
    """JSON escapes what TOML must escape, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
