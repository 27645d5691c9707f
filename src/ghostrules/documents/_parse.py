"""From text to a mapping, with everything that costs too much refused first (L22)."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from attrs import evolve

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents._codes import diagnostic
from ghostrules.documents._faults import Faulty
from ghostrules.documents._lines import TOKEN
from ghostrules.phrases import as_words, phrase

MOST_BYTES: Final = 1024 * 1024
MOST_LEVELS: Final = 20
_TEXT_OR_COMMENT: Final = ('"', "'", "#")
_BETWEEN_KEYS: Final = ("\n", "=")

_PLACE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")
_UNQUOTED = re.compile(r"""\s*(?P<key>[\w."'-]+)\s*=\s*(?P<text>[^\s"'\[{#][^#]*?)\s*(?:#.*)?""")


def parse(text: str, format: str) -> Mapping[str, object]:
    """Parse a document of one of two formats, `toml` or `json`."""
    refuse_large(len(text.encode("utf-8", "surrogatepass")))
    _refuse_deep_text(text, dotted=format == "toml")
    document = _toml(text) if format == "toml" else _json(text)
    refuse_deep(document)
    return document


def refuse_large(size: int) -> None:
    """Refuse a document by its size in bytes."""
    if size > MOST_BYTES:
        raise Faulty(
            diagnostic(
                "GR008",
                phrase("the document has {size} bytes", size=size),
                expected=phrase("at most {most}", most=MOST_BYTES),
            )
        )


def _refuse_deep_text(text: str, *, dotted: bool) -> None:
    """Brackets and dots of keys are counted first: parsers recurse into them, or worse."""
    level = dots = 0
    for token in TOKEN.finditer(text):
        word = token[0]
        level += {"[": 1, "{": 1, "]": -1, "}": -1}.get(word, 0)
        if dotted and word[0] not in _TEXT_OR_COMMENT:
            dots = 0 if word in _BETWEEN_KEYS or "," in word else dots + word.count(".")
        if level > MOST_LEVELS or dots > MOST_LEVELS:
            raise _too_deep(text.count("\n", 0, token.start()) + 1)


def refuse_deep(document: object) -> None:
    """Refuse a mapping that nests too deeply, level by level."""
    level = [document]
    for _ in range(MOST_LEVELS + 1):
        level = [inside for value in level for inside in _inside(value)]
        if not level:
            return
    raise _too_deep(None)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return cast("Mapping[object, object]", value).values()
    if isinstance(value, list | tuple):
        return cast("list[object]", value)
    return ()


def _too_deep(line: int | None) -> Faulty:
    found = diagnostic(
        "GR009",
        phrase("the document nests too deeply"),
        expected=phrase("at most {most} levels", most=MOST_LEVELS),
    )
    return Faulty(_on_line(found, line))


def _on_line(found: Diagnostic, line: int | None) -> Diagnostic:
    return evolve(found, line=line)


def _toml(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        raise _toml_fault(str(error), text) from error


def _toml_fault(message: str, text: str) -> Faulty:
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else None
    what = _PLACE.sub("", message)
    found = diagnostic(
        "GR001",
        phrase("the text is no TOML: {what}", what=f"{what[:1].lower()}{what[1:]}"),
        value=_line(text, line),
        help=_quote(_line(text, line)),
    )
    return Faulty(_on_line(found, line))


def _line(text: str, line: int | None) -> str | None:
    return None if line is None else text.split("\n")[line - 1].strip()[:200]


def _quote(line: str | None) -> str | None:
    unquoted = _UNQUOTED.fullmatch(line or "")
    if unquoted is None:
        return None
    return phrase(
        'a text stands in quotes: `{key} = "{text}"`', key=unquoted["key"], text=unquoted["text"]
    )


def _json(text: str) -> Mapping[str, object]:
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _json_fault(f"{error.msg[:1].lower()}{error.msg[1:]}", error.lineno) from error
    except ValueError as error:
        raise _json_fault(as_words(error.args[0]), None) from error
    if isinstance(document, dict):
        return cast("Mapping[str, object]", document)
    raise _json_fault(phrase("expected an object in braces"), None)


def _json_fault(message: str, line: int | None) -> Faulty:
    return Faulty(
        _on_line(diagnostic("GR001", phrase("the text is no JSON: {what}", what=message)), line)
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(phrase("the key `{key}` stands twice in one object", key=twice))
    return table


def _no_constant(name: str) -> None:
    raise ValueError(phrase("`{name}` is no number", name=name))
