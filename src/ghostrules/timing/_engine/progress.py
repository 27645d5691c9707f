"""How far a text that cannot be read was understood, and what could have followed."""

from typing import Final

from ghostrules.phrases import phrase
from ghostrules.timing._engine.patterns import SLOT, all_wordings, compiled
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._packs import pack_for

_SLOTS: Final = {
    "amount": phrase("an amount"),
    "amounts": phrase("amounts"),
    "anchor": phrase("a step"),
    "each": phrase("a repetition"),
    "first": phrase("an amount"),
    "high": phrase("an amount"),
    "low": phrase("a number"),
    "nth": phrase("an ordinal number"),
    "second": phrase("an amount"),
    "step": phrase("a step"),
    "times": phrase("a number"),
    "unit": phrase("a unit"),
    "weekday": phrase("a weekday"),
}
_AMOUNTS: Final = ("amount", "first", "high", "second")


def progress(folded: str, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """Give the longest beginning that was understood, and what was expected after it."""
    found = [
        (called.restored(understood), expected)
        for called in reader.calls(folded)
        for understood, expected in (_progress(called.text, reader.language),)
    ]
    return max(found, key=lambda each: len(each[0]))


def _progress(folded: str, language: str) -> tuple[str, tuple[str, ...]]:
    begun = _timed(folded, language)
    ends = [_walked(folded, begun, wording, language) for wording in all_wordings(language)]
    furthest = max(end for end, _ in ends)
    expected = dict.fromkeys(_said(token) for end, token in ends if end == furthest)
    return folded[:furthest].rstrip(), tuple(each for each in expected if each)


def _timed(folded: str, language: str) -> int:
    for template in pack_for(language).timed:
        found = compiled(template, language).fullmatch(folded)
        if found is not None:
            return found.start("rest")
    return 0


def _walked(folded: str, begun: int, wording: str, language: str) -> tuple[int, str]:
    end, start = begun, begun
    for token in wording.split(" "):
        found = compiled(token, language).match(folded, start)
        if found is None or not _ends_word(folded, found.end()):
            return _number_only(folded, start, token, language) or (end, token)
        end, start = found.end(), found.end() + 1
    return end, ""


def _number_only(folded: str, start: int, token: str, language: str) -> tuple[int, str] | None:
    found = compiled("{number}", language).match(folded, start)
    slot = SLOT.match(token)
    if slot is None or slot[1] not in _AMOUNTS or found is None:
        return None
    return (found.end(), "{unit}") if _ends_word(folded, found.end()) else None


def _ends_word(folded: str, end: int) -> bool:
    return folded[end : end + 1] in {"", " "}


def _said(token: str) -> str:
    slot = SLOT.match(token)
    return _SLOTS[slot[1]] if slot else token and f"`{token}`"
