"""Spelling that carries no meaning: case, spaces, compatible characters, kinds of hyphens."""

import re
import unicodedata
from typing import Final

_HYPHENS: Final = re.compile("[\u00ad\u2010-\u2015\u2212]")


def fold(text: str) -> str:
    """Write a text in the one spelling that templates are compared with.

    >>> fold("  24\u00a0Hours  after Follow\u2010Up ")
    '24 hours after follow-up'
    """
    plain = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text))
    return " ".join(plain.lower().split())


def place_after(text: str, understood: str) -> int:
    """Find where in the original text the part that was understood, folded, comes to its end."""
    for position in range(len(text) + 1):
        if len(fold(text[:position])) >= len(understood):
            return position + len(text[position:]) - len(text[position:].lstrip())
    return len(text)
