"""Suggestions: one or two misspelt words mended, never a guess at a number, a weekday or an id.

A pack lists words to replace, such as abbreviated weekdays; what could be meant as a time of day is
written as one.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.timing._engine.fold import fold
from ghostrules.timing._engine.patterns import all_wordings, compiled, slots, unit_words
from ghostrules.timing._engine.reading import readings
from ghostrules.timing._packs import pack_for
from ghostrules.timing._values import When

_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOSE: Final = 0.75
_MOST_WORDS: Final = 12

Change = tuple[int, int, str]


def restated(folded: str, language: str) -> Iterator[str]:
    """Give the folded text with one or two of its words replaced as the pack says."""
    changes = [*_replaced(folded, language), *_clocks(folded, language)]
    for number in (1, 2):
        for chosen in combinations(changes, number):
            yield _with(folded, chosen)


def repaired(folded: str, language: str) -> str | None:
    """Mend a folded text if there is one way to do it, with one word changed or else two."""
    changes = list(_changes(folded, language))
    for number in (1, 2):
        mended = {
            text: found
            for chosen in combinations(changes, number)
            for text in (_with(folded, chosen),)
            for found in (readable(fold(text), language),)
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
            yield word.start(), word.end(), close
    yield from _replaced(folded, language)
    yield from _clocks(folded, language)


def _replaced(folded: str, language: str) -> Iterator[Change]:
    instead = pack_for(language).instead
    for words in _replaceable(language).finditer(folded):
        yield words.start(), words.end(), instead[words[0]]


@cache
def _replaceable(language: str) -> re.Pattern[str]:
    longest_first = sorted(pack_for(language).instead, key=len, reverse=True)
    return re.compile(rf"(?<![\w#.-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w#-])")


def _clocks(folded: str, language: str) -> Iterator[Change]:
    found = misread_clock(folded, language)
    numbers = [] if found is None else re.findall("[0-9]+", found["clock"])
    if found is None or found["clock"].strip("0123456789:.") or len(numbers) > 2:
        return
    hour, minute = (*map(int, numbers), 0)[:2]
    if hour < 24 and minute < 60:
        yield *found.span("clock"), f"{hour:02}:{minute:02}"


def misread_clock(folded: str, language: str) -> re.Match[str] | None:
    """Find what stands where a time of day would, and is none."""
    for template in pack_for(language).timed:
        found = compiled(template.replace("{time}", "{clock}"), language).fullmatch(folded)
        if found is not None and re.fullmatch(slots(language)["time"], found["clock"]) is None:
            return found
    return None


def _with(folded: str, changes: tuple[Change, ...]) -> str:
    for begin, end, said in sorted(changes, reverse=True):
        folded = folded[:begin] + said + folded[end:]
    return folded


@cache
def _vocabulary(language: str) -> tuple[str, ...]:
    """List the words that fill no slot, and those of units, which no other word is close to."""
    texts = [re.sub(r"\{\w+\}", " ", wording) for wording in all_wordings(language)]
    texts += unit_words(pack_for(language))
    return tuple(dict.fromkeys(word for text in texts for word in _WORD.findall(text)))
