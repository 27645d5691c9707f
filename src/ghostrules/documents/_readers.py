"""Readers of single values: each takes what a document holds and where it stands."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import time
from enum import StrEnum
from typing import Any, Final, cast

from ghostrules.documents._faults import choices, fault, gather, suggestion
from ghostrules.phrases import phrase

Reader = Callable[[object, str], Any]

MOST_LETTERS: Final = 64

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*", re.ASCII)
_TAKEN = ("start", "elapsed")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_text(value: object, path: str) -> str:
    """Read a text that is not empty."""
    if not isinstance(value, str):
        raise fault(
            "GR004",
            phrase("a text is needed"),
            path,
            value=value,
            expected=phrase("a text in quotes"),
        )
    if not value.strip() or _LONE_SURROGATE.search(value):
        raise fault("GR004", phrase("the text is empty or broken"), path, expected=phrase("a text"))
    return str(value)


def read_id(value: object, path: str) -> str:
    """Read an id in kebab-case, no part of which begins with a digit (L24)."""
    id = read_text(value, path)
    if len(id) > MOST_LETTERS:
        raise fault(
            "GR116",
            phrase("`{id}...` has {count} letters", id=id[:20], count=len(id)),
            path,
            expected=phrase("an id of at most {most} letters", most=MOST_LETTERS),
        )
    if _ID.fullmatch(id):
        return id
    raise fault(
        "GR116",
        phrase("`{id}` is no id", id=id),
        path,
        expected=phrase("small letters and hyphens, such as `second-reminder`"),
        help=_as_id(id),
    )


def _as_id(text: str) -> str | None:
    id = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")
    if id in _TAKEN:
        return phrase("choose another name")
    if _ID.fullmatch(id):
        return phrase("write `{example}`", example=id)
    if any(part[:1].isdigit() for part in id.split("-")):
        return phrase(
            "no part of an id begins with a digit: `reminder-24h` could be read as a timing"
        )
    return None


def read_truth(value: object, path: str) -> bool:
    """Read `true` or `false`."""
    if isinstance(value, bool):
        return value
    raise fault(
        "GR004",
        phrase("yes or no is needed"),
        path,
        value=value,
        expected=phrase("`true` or `false`, unquoted"),
    )


def read_clock(value: object, path: str) -> time:
    """Read a time of day with whole minutes, as text or as a time without a zone."""
    if isinstance(value, time):
        return _whole_minutes(value, path)
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise fault(
            "GR016",
            phrase("no time of day"),
            path,
            value=value,
            expected=phrase('a time such as `"09:30"`'),
        )
    return time(int(found[1]), int(found[2]))


def _whole_minutes(value: time, path: str) -> time:
    if value.second or value.microsecond or value.tzinfo is not None:
        raise fault(
            "GR016",
            phrase("a time of day has whole minutes and no time zone"),
            path,
            value=str(value),
            help=phrase('write `"{value}"`', value=f"{value:%H:%M}"),
        )
    return value


def texts_of(read: Reader) -> Reader:
    """Make a reader of a text, or a list of them."""

    def read_all(value: object, path: str) -> tuple[str, ...]:
        if isinstance(value, str):
            return (read(value, path),)
        items = as_list(value, path)
        return tuple(gather(_each(read, item, f"{path}[{i}]") for i, item in enumerate(items)))

    return read_all


read_texts: Reader = texts_of(read_text)


def _each(read: Reader, value: object, path: str) -> Callable[[], Any]:
    return lambda: read(value, path)


def word_of(words: type[StrEnum]) -> Reader:
    """Make a reader of one of some words."""
    names = [word.value for word in words]

    def read(value: object, path: str) -> StrEnum:
        if isinstance(value, str) and value in names:
            return words(value)
        raise fault(
            "GR005",
            phrase("no word that is known here"),
            path,
            value=value,
            expected=choices(names),
            help=suggestion(value, names) if isinstance(value, str) else None,
        )

    return read


def words_of(words: type[StrEnum]) -> Reader:
    """Make a reader of a word, or a list of them; the order does not matter."""
    read = word_of(words)

    def read_set(value: object, path: str) -> tuple[StrEnum, ...]:
        items = [value] if isinstance(value, str) else as_list(value, path)
        found = gather(_each(read, item, f"{path}[{i}]") for i, item in enumerate(items))
        return tuple(sorted(set(found)))

    return read_set


def as_list(value: object, path: str) -> Sequence[object]:
    """Take a list, or a tuple or a set of Python."""
    if isinstance(value, list | tuple):
        return cast("Sequence[object]", value)
    if isinstance(value, set | frozenset):
        return sorted(cast("set[object]", value), key=str)
    raise fault(
        "GR004",
        phrase("a list is needed"),
        path,
        value=value,
        expected=phrase("a list in brackets"),
    )


def is_table(value: object) -> bool:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def as_table(value: object, path: str) -> Mapping[str, object]:
    """Take a table whose keys are texts."""
    if is_table(value) and all(isinstance(key, str) for key in cast("Mapping[object, Any]", value)):
        return cast("Mapping[str, object]", value)
    raise fault(
        "GR004", phrase("a table is needed"), path, value=value, expected=phrase("a table of keys")
    )


def are_pairs(value: object) -> bool:
    """Tell whether a value is a tuple of pairs, which is how a table is kept."""
    if not isinstance(value, tuple):
        return False
    items = cast("tuple[object, ...]", value)
    return all(isinstance(item, tuple) and len(cast("Any", item)) == 2 for item in items)


def pairs_of(read: Reader) -> Reader:
    """Make a reader of a table with names of one's own, stored as sorted pairs."""

    def read_pairs(value: object, path: str) -> tuple[tuple[str, Any], ...]:
        table = as_table(dict(cast("Any", value)) if are_pairs(value) else value, path)
        return tuple(sorted(gather(_pair(read, name, item, path) for name, item in table.items())))

    return read_pairs


def _pair(read: Reader, name: str, value: object, path: str) -> Callable[[], tuple[str, Any]]:
    def pair() -> tuple[str, Any]:
        if isinstance(value, Mapping):
            raise _nested(name, cast("Mapping[str, object]", value), path)
        return read_id(name, f"{path}.{name}"), read(value, f"{path}.{name}")

    return pair


def _nested(name: str, value: Mapping[str, object], path: str) -> Exception:
    dotted = ".".join([name, *map(str, list(value)[:1])])
    return fault(
        "GR012",
        phrase("the dot in `{dotted}` opens a table inside `{name}`", dotted=dotted, name=name),
        f"{path}.{name}",
        value=value,
        expected=phrase("a text"),
        help=phrase("names have no dots: write `{example}`", example=dotted.replace(".", "-")),
    )
