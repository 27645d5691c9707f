"""Conditions as a document writes them: a text, or in Python the value itself."""

from typing import TYPE_CHECKING

from ghostrules.documents import fault, read_text

if TYPE_CHECKING:
    from ghostrules.conditions import Condition


def read_condition(value: object, path: str) -> "Condition":
    """Read a condition."""
    from ghostrules import conditions
    from ghostrules.errors import ConditionError

    if isinstance(value, conditions.Condition):
        return value
    text = read_text(value, path)
    try:
        return conditions.read(text)
    except ConditionError as error:
        raise fault("GR024", str(error), path, value=text) from error


def write_condition(condition: "Condition") -> str:
    """Write a condition the way it is read."""
    from ghostrules import conditions

    return conditions.write(condition)


def names_of(condition: "Condition") -> frozenset[str]:
    """Name everything that a condition asks about."""
    from ghostrules import conditions

    return conditions.names(condition)
