"""Faults are gathered: one fault never hides the next."""

import json
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TypeVar

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents._codes import diagnostic
from ghostrules.phrases import Listing, Phrase, Words, one_of, phrase

T = TypeVar("T")

_LONGEST = 80
_MOST_FAULTS = 400


class Faulty(Exception):
    """What a reader raises: everything that is wrong with the value it was given."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


def fault(
    code: str,
    message: Words,
    path: str,
    *,
    value: object = None,
    expected: str | None = None,
    help: str | None = None,
) -> Faulty:
    """Make a reader's fault out of one diagnostic; the value is shown as a document writes it."""
    found = None if value is None else shown(value)
    return Faulty(diagnostic(code, message, path=path, value=found, expected=expected, help=help))


def gather(reads: Iterable[Callable[[], T]]) -> list[T]:
    """Run every read, and raise the faults of all of them together.

    >>> gather([lambda: 1, lambda: 2])
    [1, 2]

    After some hundred faults the rest is not read: a document is bounded in what it costs (L22).
    """
    values: list[T] = []
    faults: list[Diagnostic] = []
    for read in reads:
        if len(faults) >= _MOST_FAULTS:
            break
        try:
            values.append(read())
        except Faulty as faulty:
            faults.extend(faulty.diagnostics)
    if faults:
        raise Faulty(*faults)
    return values


def shown(value: object) -> str:
    """Write a value as a document would, cut where it is long.

    >>> shown("client"), shown(True), shown({"a": 1})
    ('"client"', 'true', '{"a": 1}')
    """
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def suggestion(word: str, words: Iterable[str], *, alike: float = 0.6) -> Phrase | None:
    """Name the word that was probably meant, as a help.

    >>> suggestion("emial", ["email", "call"])
    'did you mean `email`?'
    """
    close = get_close_matches(word, sorted(words), n=1, cutoff=alike)
    return phrase("did you mean `{meant}`?", meant=close[0]) if close else None


def choices(words: Iterable[str]) -> Listing:
    """List words as what was expected.

    >>> choices(["send", "merge", "skip"])
    '`send`, `merge` or `skip`'
    """
    return one_of(f"`{word}`" for word in words)
