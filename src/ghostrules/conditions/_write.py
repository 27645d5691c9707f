"""Conditions as text, and as answers."""

from ghostrules.conditions._logic import Condition
from ghostrules.conditions._reckon import Lookup


def write(condition: Condition) -> str:
    """Write a condition in its canonical form, which reads back to the same value.

    >>> from ghostrules.conditions import read
    >>> write(read("not (result is 'voicemail')  or  (balance>250.5 EUR)"))
    'not (result = "voicemail") or balance > 250.50 EUR'

    `str(condition)` is the same.
    """
    return str(condition)


def holds(condition: Condition, lookup: Lookup) -> bool:
    """Tell whether a condition holds for a case.

    >>> from ghostrules.conditions import read
    >>> holds(read("complete and not first-job"), {"complete": True}.get)
    True

    `lookup` gives the value of a name, or None where nobody knows it; a comparison with what is
    unknown does not hold. It raises nothing for a condition that `check` finds nothing wrong with.
    """
    return condition.holds(lookup)
