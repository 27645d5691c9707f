"""Which names a condition looks up."""

from collections.abc import Iterator

from ghostrules.conditions._logic import Among, And, Comparison, Condition, Known, Not, Or
from ghostrules.conditions._terms import Arithmetic, Constant, Fact


def names(condition: Condition) -> frozenset[str]:
    """Give every name that a condition mentions.

    >>> from ghostrules.conditions import read
    >>> sorted(names(read("balance - fee > 100 EUR and not call.happened")))
    ['balance', 'call.happened', 'fee']
    """
    return frozenset(_names(condition))


def _names(part: Condition | Arithmetic) -> Iterator[str]:
    match part:
        case Fact(name):
            yield name
        case Constant():
            return
        case Comparison(left, _, right) | Arithmetic(left, _, right):
            yield from _names(left)
            yield from _names(right)
        case Among(term=inner) | Known(fact=inner) | Not(part=inner):
            yield from _names(inner)
        case And(parts) | Or(parts):
            for each in parts:
                yield from _names(each)
