"""How far a text that cannot be read was understood, and what could have followed."""

from typing import Final

from ghostrules.timing._engine.patterns import all_wordings, compiled
from ghostrules.timing._packs import pack_for

_SLOTS: Final = {
    "{amount}": "an amount",
    "{amounts}": "amounts",
    "{anchor}": "a step",
    "{each}": "a unit",
    "{first}": "an amount",
    "{high}": "an amount",
    "{low}": "a number",
    "{nth}": "an ordinal number",
    "{second}": "an amount",
    "{step}": "a step",
    "{times}": "a number",
    "{weekday}": "a weekday",
}


_AMOUNTS: Final = ("{amount}", "{each}", "{first}", "{high}", "{second}")


def progress(folded: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Give the longest beginning that was understood, and what was expected after it."""
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
    if found is None or not _ends_word(folded, found.end()) or not token.startswith(_AMOUNTS):
        return None
    return found.end(), "{each}"


def _ends_word(folded: str, end: int) -> bool:
    return folded[end : end + 1] in {"", " "}


def _said(token: str) -> str:
    labels = [label for slot, label in _SLOTS.items() if token.startswith(slot)]
    return labels[0] if labels else token and f"`{token}`"
