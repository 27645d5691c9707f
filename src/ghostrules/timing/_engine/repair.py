"""Suggestions: one or two misspelt words mended, never a guess at a number, a weekday or an id.

A pack lists words to replace, such as abbreviated weekdays; what could be meant as a time of day is
written as one.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Final

from ghostrules.timing._engine.fold import fold, same
from ghostrules.timing._engine.patterns import (
    SLOT,
    all_wordings,
    compiled,
    slots,
    unit_words,
    wordings,
)
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._engine.spelling import WORD
from ghostrules.timing._packs import pack_for

_CLOSE: Final = 0.75
_MOST_WORDS: Final = 12

Change = tuple[int, int, str]


def restated(folded: str, language: str) -> Iterator[str]:
    """Give the folded text with one or two of its words replaced as the pack says."""
    changes = [*_replaced(folded, language), *_clocks(folded, language)]
    for number in (1, 2):
        for chosen in combinations(changes, number):
            yield _with(folded, chosen)


def repaired(folded: str, reader: Reader) -> str | None:
    """Mend a folded text if there is one way to do it, with one word changed or else two."""
    changes = list(_changes(folded, reader.language))
    for number in (1, 2):
        mended = {
            text: found
            for chosen in combinations(changes, number)
            for text in (_with(folded, chosen),)
            for found in (reader.readable(fold(text, reader.language)),)
            if found is not None
        }
        if mended:
            return next(iter(mended)) if len(set(mended.values())) == 1 else None
    return None


def _changes(folded: str, language: str) -> Iterator[Change]:
    from difflib import get_close_matches

    known = _vocabulary(language)
    unknown = [word for word in WORD.finditer(folded) if word[0] not in known]
    for word in unknown[:_MOST_WORDS]:
        for close in get_close_matches(word[0], known, cutoff=_CLOSE):
            yield word.start(), word.end(), close
    yield from _confused(folded, language)
    yield from _replaced(folded, language)
    yield from _clocks(folded, language)


def _confused(folded: str, language: str) -> Iterator[Change]:
    for group in pack_for(language).alike:
        for word in WORD.finditer(folded):
            if word[0] in group:
                yield from (
                    (word.start(), word.end(), other) for other in group if other != word[0]
                )


def _replaced(folded: str, language: str) -> Iterator[Change]:
    instead = _instead(language)
    for words in _replaceable(language).finditer(folded):
        yield words.start(), words.end(), instead[words[0]]


@cache
def _instead(language: str) -> dict[str, str]:
    return {same(words, language): said for words, said in pack_for(language).instead.items()}


@cache
def _replaceable(language: str) -> re.Pattern[str]:
    longest_first = sorted(_instead(language), key=len, reverse=True)
    return re.compile(rf"(?<![\w#.-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w#-])")


def _clocks(folded: str, language: str) -> Iterator[Change]:
    found = misread_clock(folded, language)
    numbers = [] if found is None else re.findall("[0-9]+", found["clock"])
    if found is None or found["clock"].strip("0123456789:.") or len(numbers) > 2:
        return
    hour, minute = (*map(int, numbers), 0)[:2]
    if hour < 24 and minute < 60:
        sign = pack_for(language).clock[0]
        yield *found.span("clock"), f"{hour:02}{sign}{minute:02}"


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
    texts = [SLOT.sub(" ", wording) for wording in all_wordings(language)]
    texts += [*unit_words(language), *_carriers(language)]
    return tuple(dict.fromkeys(word for text in texts for word in WORD.findall(text)))


def _carriers(language: str) -> list[str]:
    """List the nouns that ids stand behind."""
    pack = pack_for(language)
    parts = [text for forms in pack.parts.values() for texts in forms.values() for text in texts]
    names = [
        text
        for forms in (pack.start, pack.step, pack.fact)
        for texts in forms.values()
        for text in texts
    ]
    opened = [wording for text in (*parts, *names) for wording in wordings(text)]
    return [same(SLOT.sub(" ", wording), language) for wording in opened]
