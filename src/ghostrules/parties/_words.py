"""The closed words of a party."""

from enum import StrEnum


class Register(StrEnum):
    """How a party is spoken to: with the polite forms of its language, or with the familiar ones.

    >>> Register("informal").value
    'informal'
    """

    FORMAL = "formal"
    INFORMAL = "informal"
