"""Conditions as values: comparisons, and what joins them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ghostrules.conditions._bounds import bounded, deepest
from ghostrules.conditions._joined import Joined
from ghostrules.conditions._reckon import SIGNS, Lookup, compare
from ghostrules.conditions._terms import Constant, Fact, Term, is_term
from ghostrules.conditions._words import DETAILS
from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from attrs import Attribute


def _sign(_instance: object, _attribute: "Attribute[str]", sign: object) -> None:
    if sign not in SIGNS:
        raise ConditionError(
            phrase(
                "`{sign}` compares nothing, expected `=`, `!=`, `<`, `<=`, `>` or `>=`", sign=sign
            ),
            text=str(sign),
        )


@frozen
class Comparison(Joined):
    """Two terms that are compared.

    >>> print(Fact("round").at_least(2))
    round >= 2

    Where a side is unknown, it does not hold.
    """

    left: Term = field(validator=is_term)
    sign: str = field(validator=_sign)
    right: Term = field(validator=is_term)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(self.left, self.right)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write both sides."""
        return f"{self.left} {self.sign} {self.right}"

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether both sides are known and compare so."""
        return compare(self.sign, self.left.worth(lookup), self.right.worth(lookup))


def _in_order(choices: Iterable[Constant]) -> tuple[Constant, ...]:
    return tuple(choices)


def _choices(_instance: object, _attribute: "Attribute[Any]", choices: tuple[object, ...]) -> None:
    said = " ".join(map(str, choices))
    if not choices:
        raise ConditionError(
            phrase("an empty list holds nothing, expected one value or more"), text=said
        )
    if not all(isinstance(choice, Constant) for choice in choices):
        raise ConditionError(
            phrase("`{said}` cannot stand in a list, expected values", said=said), text=said
        )


@frozen
class Among(Joined):
    """A term that must be one of several values.

    >>> print(Fact("call.result").one_of("voicemail", "no answer"))
    call.result in ("voicemail", "no answer")
    """

    term: Term = field(validator=is_term)
    choices: tuple[Constant, ...] = field(converter=_in_order, validator=_choices)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(self.term)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write the term and the list."""
        return f"{self.term} in ({', '.join(map(str, self.choices))})"

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether the term is known and equals one of the values."""
        worth = self.term.worth(lookup)
        for choice in self.choices:  # noqa: SIM110 (half the time of `any`)
            if compare("=", worth, choice.value):
                return True
        return False


def _named(_instance: object, _attribute: "Attribute[Any]", fact: object) -> None:
    if not isinstance(fact, Fact):
        raise ConditionError(
            phrase("`{fact}` is no name; only a name can be unknown", fact=fact), text=str(fact)
        )


@frozen
class Known(Joined):
    """A fact that must be known, whatever it is.

    >>> print(Fact("phone").known() | Fact("due").unknown())
    phone is known or due is unknown

    A detail of the client is known where the case says so.
    """

    fact: Fact = field(validator=_named)

    def __str__(self) -> str:
        """Write the name."""
        return f"{self.fact} is known"

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether the fact is known."""
        name = self.fact.name
        return lookup(name) is True if name in DETAILS else self.fact.worth(lookup) is not None


def _is_condition(_instance: object, _attribute: "Attribute[Any]", part: object) -> None:
    _demand(part)


def _demand(part: object) -> None:
    fits = isinstance(part, Fact | Comparison | Among | Known | Not | And | Or)
    if not fits and not (isinstance(part, Constant) and isinstance(part.value, bool)):
        raise ConditionError(
            phrase(
                "`{part}` is no condition, expected a comparison such as `balance > 100 EUR`",
                part=part,
            ),
            text=str(part),
        )


@frozen
class Not(Joined):
    """The opposite of a condition.

    >>> print(~(Fact("complete") | Fact("waived")))
    not (complete or waived)
    """

    part: "Condition" = field(validator=_is_condition)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(self.part)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write the part; what is not known is unknown."""
        if isinstance(self.part, Known):
            return f"{self.part.fact} is unknown"
        if isinstance(self.part, Fact | Constant | Not):
            return f"not {self.part}"
        return f"not ({self.part})"

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether the part does not hold."""
        return not self.part.holds(lookup)


def _two_or_more(
    _instance: object, _attribute: "Attribute[Any]", parts: tuple[object, ...]
) -> None:
    for part in parts:
        _demand(part)
    if len(parts) < 2:
        said = " ".join(map(str, parts))
        raise ConditionError(
            phrase("`{said}` cannot be joined, expected two conditions or more", said=said),
            text=said,
        )


def _all(parts: "Iterable[Condition]") -> tuple["Condition", ...]:
    return tuple(
        one for part in parts for one in (part.parts if isinstance(part, And) else (part,))
    )


def _any(parts: "Iterable[Condition]") -> tuple["Condition", ...]:
    return tuple(one for part in parts for one in (part.parts if isinstance(part, Or) else (part,)))


@frozen
class And(Joined):
    """Conditions that must all hold.

    >>> print(And((Fact("complete"), Fact("brief.opened"))))
    complete and brief.opened

    `parts` are two or more; those that are joined alike become one.
    """

    parts: tuple["Condition", ...] = field(converter=_all, validator=_two_or_more)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(*self.parts)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write the parts."""
        return " and ".join(
            f"({part})" if isinstance(part, Or) else str(part) for part in self.parts
        )

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether every part holds."""
        for part in self.parts:  # noqa: SIM110 (half the time of `all`)
            if not part.holds(lookup):
                return False
        return True


@frozen
class Or(Joined):
    """Conditions of which one must hold.

    >>> print(Or((Fact("complete") & Fact("paid-in-full"), Fact("waived"))))
    complete and paid-in-full or waived

    `parts` are two or more; those that are joined alike become one.
    """

    parts: tuple["Condition", ...] = field(converter=_any, validator=_two_or_more)

    @property
    def depth(self) -> int:
        """How deep it is nested."""
        return deepest(*self.parts)

    def __attrs_post_init__(self) -> None:
        bounded(self)

    def __str__(self) -> str:
        """Write the parts."""
        return " or ".join(map(str, self.parts))

    def holds(self, lookup: Lookup) -> bool:
        """Tell whether one part holds."""
        for part in self.parts:  # noqa: SIM110 (half the time of `any`)
            if part.holds(lookup):
                return True
        return False


Condition = Fact | Constant | Comparison | Among | Known | Not | And | Or
