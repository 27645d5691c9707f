"""Spelling that carries no meaning: case, spaces, compatible characters, hyphens, quotes.

Letters are folded as the language does: Turkish pairs `I` with `ı`, and `İ` with `i`.
"""

from functools import cache
from typing import Final
from unicodedata import normalize

from ghostrules.timing._packs import pack_for

_ACUTE: Final = "\u00b4"  # becomes a space with an accent when it is normalised
_SIGNS: Final = dict.fromkeys(
    "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"
) | dict.fromkeys('"`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a', "'")
_WITH_DOT: Final = "i\u0307"


def fold(text: str, language: str) -> str:
    """Write a text in the one spelling that templates are compared with.

    >>> fold("  24\u00a0Hours  after Follow\u2010Up ", "en")
    '24 hours after follow-up'
    >>> fold("“CALL” ADIMINDAN", "tr")
    "'call' adımından"
    """
    return " ".join(same(text, language).split())


def same(text: str, language: str) -> str:
    """Fold every character, and keep the spaces."""
    return _composed(text).translate(_table(language)).lower().replace(_WITH_DOT, "i")


def as_in_english(text: str) -> str:
    """Fold a text with the case of English letters, which people and programs use by mistake."""
    return " ".join(_composed(text).translate(_signs()).lower().replace(_WITH_DOT, "i").split())


def _composed(text: str) -> str:
    return text if text.isascii() else normalize("NFKC", text.replace(_ACUTE, "'"))


@cache
def _signs() -> dict[int, str]:
    return str.maketrans(_SIGNS)


@cache
def _table(language: str) -> dict[int, str]:
    return _signs() | str.maketrans(dict(pack_for(language).letters))


def place_after(text: str, understood: str, language: str) -> int:
    """Find where in the original text the part that was understood, folded, comes to its end."""
    for position in range(len(text) + 1):
        if len(fold(text[:position], language)) >= len(understood):
            return position + len(text[position:]) - len(text[position:].lstrip())
    return len(text)
