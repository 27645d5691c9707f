"""What conditions compare: facts, values, and what is reckoned from them."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from attrs import field, frozen

from ghostrules.conditions._bounds import MOST_LETTERS, bounded, deepest
from ghostrules.conditions._constants import settled, written
from ghostrules.conditions._facts import FactValue
from ghostrules.conditions._joined import Joined
from ghostrules.conditions._reckon import OPERATIONS, Lookup, Worth, reckon
from ghostrules.conditions._words import is_name
from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from attrs import Attribute

    from ghostrules.conditions._logic import Among, Comparison, Known, Not


class Compared:
    """What can be reckoned with and compared; plain values on the right are taken as such."""

    __slots__ = ()

    def __add__(self, other: "Term | Worth") -> "Arithmetic":
        """Add numbers, money, or days to a date."""
        return _reckoning(self, "+", other)

    def __sub__(self, other: "Term | Worth") -> "Arithmetic":
        """Subtract numbers, money, or days from a date."""
        return _reckoning(self, "-", other)

    def __mul__(self, other: "Term | Worth") -> "Arithmetic":
        """Multiply by a number."""
        return _reckoning(self, "*", other)

    def __truediv__(self, other: "Term | Worth") -> "Arithmetic":
        """Divide by a number other than zero."""
        return _reckoning(self, "/", other)

    def equals(self, other: "Term | Worth") -> "Comparison":
        """Is the same: `=`."""
        return _comparing(self, "=", other)

    def differs_from(self, other: "Term | Worth") -> "Comparison":
        """Is another: `!=`."""
        return _comparing(self, "!=", other)

    def below(self, other: "Term | Worth") -> "Comparison":
        """Is smaller, or earlier: `<`."""
        return _comparing(self, "<", other)

    def at_most(self, other: "Term | Worth") -> "Comparison":
        """Is not larger, or not later: `<=`."""
        return _comparing(self, "<=", other)

    def above(self, other: "Term | Worth") -> "Comparison":
        """Is larger, or later: `>`."""
        return _comparing(self, ">", other)

    def at_least(self, other: "Term | Worth") -> "Comparison":
        """Is not smaller, or not earlier: `>=`."""
        return _comparing(self, ">=", other)

    def one_of(self, *choices: Worth) -> "Among":
        """Is one of these values: `in (...)`."""
        from ghostrules.conditions._logic import Among

        return Among(cast("Term", self), tuple(map(Constant, choices)))


def _checked_name(_instance: object, _attribute: "Attribute[str]", name: object) -> None:
    if not isinstance(name, str) or not is_name(name) or len(name) > MOST_LETTERS:
        raise ConditionError(
            phrase(
                "`{name}` is no name, expected a fact such as `first-job` or a property of a "
                "step such as `call.result`",
                name=name,
            ),
            text=str(name),
        )


@frozen
class Fact(Joined, Compared):
    """What is known about a case under a name.

    >>> print(Fact("complete") & ~Fact("first-job"))
    complete and not first-job

    `name` is a fact of the policy, a detail of the client, `round`, or `STEP.property`. Alone it
    is a condition, which holds where the fact is true. Raises `ConditionError`.
    """

    name: str = field(validator=_checked_name)

    def __str__(self) -> str:
        """Write the name."""
        return self.name

    def known(self) -> "Known":
        """Is known: `is known`."""
        from ghostrules.conditions._logic import Known

        return Known(self)

    def unknown(self) -> "Not":
        """Is not known: `is unknown`."""
        return ~self.known()

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether the fact is known and true."""
        return lookup(self.name) is True

    def worth(self, lookup: Lookup) -> FactValue | None:
        """Give the value, or None where nobody knows it."""
        value = lookup(self.name)
        return None if isinstance(value, Decimal) and not value.is_finite() else value


def _kind_and_value(value: object) -> tuple[object, object]:
    return type(value), value


@frozen
class Constant(Joined, Compared):
    """A value that stands in the condition itself.

    >>> from datetime import timedelta
    >>> print(Fact("sent").above(Fact("due") + timedelta(days=14)))
    sent > due + 14 days

    `value` is a number, money, a date, whole days, text or a boolean. Raises `ConditionError`.
    """

    value: Worth = field(converter=settled, eq=_kind_and_value)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write the value."""
        return written(self.value)

    def holds(self, _lookup: Lookup) -> bool:
        """Tell whether this is `true`."""
        return self.value is True

    def worth(self, _lookup: Lookup) -> Worth:
        """Give the value."""
        return self.value


def is_term(_instance: object, _attribute: "Attribute[Term]", part: object) -> None:
    """Accept names, values, and what is reckoned from them."""
    if not isinstance(part, Fact | Constant | Arithmetic):
        raise ConditionError(
            phrase("`{part}` cannot be compared, expected a name or a value", part=part),
            text=str(part),
        )


def _operation(_instance: object, _attribute: "Attribute[str]", word: object) -> None:
    if word not in OPERATIONS:
        raise ConditionError(
            phrase("`{word}` is no operation, expected `+`, `-`, `*` or `/`", word=word),
            text=str(word),
        )


@frozen
class Arithmetic(Compared):
    """Two terms that are added, subtracted, multiplied or divided.

    >>> print((Fact("balance") + Fact("fee")) / 2)
    (balance + fee) / 2
    """

    left: "Term" = field(validator=is_term)
    operation: str = field(validator=_operation)
    right: "Term" = field(validator=is_term)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(self.left, self.right)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write both sides, in parentheses where the order demands them."""
        least = _BINDS[self.operation]
        return f"{_side(self.left, least)} {self.operation} {_side(self.right, least + 1)}"

    def worth(self, lookup: Lookup) -> Worth | None:
        """Give the result, or None where a side is unknown."""
        return reckon(self.operation, self.left.worth(lookup), self.right.worth(lookup))


Term = Fact | Constant | Arithmetic

_BINDS: Final = {"+": 1, "-": 1, "*": 2, "/": 2}


def _side(part: Term, least: int) -> str:
    loose = isinstance(part, Arithmetic) and _BINDS[part.operation] < least
    return f"({part})" if loose else str(part)


def as_term(value: Term | Worth) -> Term:
    """Give a term; a plain value becomes one."""
    return value if isinstance(value, Fact | Constant | Arithmetic) else Constant(value)


def _reckoning(left: object, operation: str, right: Term | Worth) -> Arithmetic:
    return Arithmetic(cast("Term", left), operation, as_term(right))


def _comparing(left: object, sign: str, right: Term | Worth) -> "Comparison":
    from ghostrules.conditions._logic import Comparison

    return Comparison(cast("Term", left), sign, as_term(right))
