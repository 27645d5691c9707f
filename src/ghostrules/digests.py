"""The hash by which policies, calendars and cases are told apart."""

from hashlib import sha256
from typing import Final

__all__ = ["digest"]

_DIGITS: Final = 32


def digest(text: str) -> str:
    """Hash a text: the first 128 bits of SHA-256, as 32 hexadecimal digits.

    >>> digest("ghostrules")
    'c284fe7f00412333b5b829e7fb059953'

    Half of SHA-256 is enough to tell any two policies apart, and every state carries two or three
    of these.
    """
    return sha256(text.encode()).hexdigest()[:_DIGITS]
