"""Suggestions: one or two misspelt words mended, never a number, a weekday or an id."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.timing._engine.patterns import all_wordings, unit_words
from ghostrules.timing._engine.reading import readings
from ghostrules.timing._packs import pack_for
from ghostrules.timing._values import When

_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOSE: Final = 0.75
_MOST_WORDS: Final = 12

Change = tuple[re.Match[str], str]


def repaired(folded: str, language: str) -> str | None:
    """Mend a folded text if there is one way to do it, with one word changed or else two."""
    changes = list(_changes(folded, language))
    for number in (1, 2):
        mended = {
            text: found
            for chosen in combinations(changes, number)
            for text in (_with(folded, chosen),)
            for found in (readable(text, language),)
            if found is not None
        }
        if mended:
            return next(iter(mended)) if len(set(mended.values())) == 1 else None
    return None


def readable(folded: str, language: str) -> When | None:
    try:
        found = readings(folded, language)
    except TimingError:
        return None
    return found[0] if len(found) == 1 else None


def _changes(folded: str, language: str) -> Iterator[Change]:
    from difflib import get_close_matches

    known = _vocabulary(language)
    unknown = [word for word in _WORD.finditer(folded) if word[0] not in known]
    for word in unknown[:_MOST_WORDS]:
        for close in get_close_matches(word[0], known, cutoff=_CLOSE):
            yield word, close


def _with(folded: str, changes: tuple[Change, ...]) -> str:
    for word, close in sorted(changes, key=lambda change: -change[0].start()):
        folded = folded[: word.start()] + close + folded[word.end() :]
    return folded


@cache
def _vocabulary(language: str) -> tuple[str, ...]:
    """List the words that fill no slot, and those of units, which no other word is close to."""
    texts = [re.sub(r"\{\w+\}", " ", wording) for wording in all_wordings(language)]
    texts += unit_words(pack_for(language))
    return tuple(dict.fromkeys(word for text in texts for word in _WORD.findall(text)))
