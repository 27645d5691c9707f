"""Spelling that carries no meaning: case, spaces, compatible characters, hyphens, quotes.

Letters are folded as the language does: Turkish pairs `I` with `ı`, and `İ` with `i`.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from ghostrules.timing._packs import pack_for

_HYPHENS: Final = re.compile("[\u00ad\u2010-\u2015\u2212]")
_QUOTES: Final = str.maketrans(
    dict.fromkeys(
        "\"`\u00ab\u00b4\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a", "'"
    )
)


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
    letters = _letters(language)
    return _plain(text).translate(letters).lower().translate(letters).replace("i\u0307", "i")


def as_in_english(text: str) -> str:
    """Fold a text with the case of English letters, which people and programs use by mistake."""
    return " ".join(_plain(text).lower().replace("i\u0307", "i").split())


def _plain(text: str) -> str:
    quoted = text.translate(_QUOTES)
    return quoted if text.isascii() else _HYPHENS.sub("-", unicodedata.normalize("NFKC", quoted))


@cache
def _letters(language: str) -> dict[int, str]:
    return str.maketrans(dict(pack_for(language).letters))


def place_after(text: str, understood: str, language: str) -> int:
    """Find where in the original text the part that was understood, folded, comes to its end."""
    for position in range(len(text) + 1):
        if len(fold(text[:position], language)) >= len(understood):
            return position + len(text[position:]) - len(text[position:].lstrip())
    return len(text)
