"""Conditions as a document writes them: a text, or in Python the value itself."""

from ghostrules.conditions import Condition, read, write
from ghostrules.documents import fault, read_text
from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase


def read_condition(value: object, path: str) -> Condition:
    """Read a condition."""
    if isinstance(value, Condition):
        return value
    text = read_text(value, path)
    try:
        return read(text)
    except ConditionError as error:
        goes_on = text[: error.position].strip() if error.position else ""
        expected = phrase("a condition that goes on after `{understood}`", understood=goes_on)
        raise fault(
            "GR024",
            error.message,
            path,
            value=text,
            expected=expected if goes_on else None,
            help=error.help,
        ) from error


def write_condition(condition: Condition) -> str:
    """Write a condition the way it is read."""
    return write(condition)
