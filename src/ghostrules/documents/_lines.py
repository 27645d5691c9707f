"""On which line of a TOML text a key stands.

The text is cut into tokens, so that what looks like a key inside a text, a comment, a list or an
inline table is not taken for one. The result maps paths such as `step[0].when` to lines.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final, cast

TOKEN: Final = re.compile(
    r'''
      \#[^\n]*                                  # a comment
    | """(?:[^\\"]++|\\.|"(?!""))*+"{3,5}       # a text over several lines
    | \'\'\'(?:[^']++|'(?!''))*+'{3,5}
    | "(?:[^"\\\n]++|\\.)*+"                    # a text
    | '[^'\n]*'
    | [\[\]{}\n=]
    | [^\s\#"'\[\]{}=]+                         # a bare word
    | .                                         # a blank, or a quote without an end
    ''',
    re.VERBOSE | re.DOTALL,
)

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")


def lines_of(text: str) -> dict[str, int]:
    """Find the line of every key and header of a TOML text, and of the tables that they open.

    >>> lines_of('id = "chase"\\n\\n[[step]]\\nid = "call"\\n')
    {'id': 1, 'step[0]': 3, 'step[0].id': 4}
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    prefix: list[str] = []
    for line, statement in _statements(text):
        if statement.startswith("["):
            prefix = path = _header(statement, counts)
        else:
            path = [*prefix, *_path(statement)]
        for end in range(1, len(path) + 1):
            found.setdefault(".".join(path[:end]), line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give every header, and what stands before the sign of every pair, with its line."""
    line, level, words, ended = 1, 0, list[str](), False
    for token in TOKEN.finditer(text):
        word = token[0]
        level += {"[": 1, "{": 1, "]": -1, "}": -1}.get(word, 0)
        if word == "\n" and level == 0:
            if words and not ended:
                yield line, "".join(words).strip()
            words, ended = [], False
        elif word == "=" and level == 0 and not ended:
            yield line, "".join(words).strip()
            ended = True
        elif not ended and not word.startswith("#"):
            words.append(word)
        line += word.count("\n")
    if words and not ended:
        yield line, "".join(words).strip()


def _header(statement: str, counts: dict[str, int]) -> list[str]:
    path = _path(statement.strip("[] \t"))
    if statement.startswith("[["):
        name = ".".join(path)
        counts[name] = counts.get(name, -1) + 1
        path[-1] += f"[{counts[name]}]"
    return path


def _path(key: str) -> list[str]:
    """Read a dotted key as TOML does, quotes included; what is no key stays as it is."""
    if _BARE.fullmatch(key):
        return key.split(".")
    try:
        table: object = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return [key]
    return list(_names(table)) or [key]


def _names(table: object) -> Iterator[str]:
    while isinstance(table, dict):
        name, table = next(iter(cast("dict[str, object]", table).items()))
        yield name


def line_of(lines: Mapping[str, int], path: str) -> int | None:
    """Find the line of a place, or else of the nearest key around it.

    >>> line_of({"step[0]": 3, "step[0].do": 5}, "step[0].do[1].email.to")
    5
    """
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path)
