"""Whether a condition fits the facts that a policy declares."""

from collections.abc import Mapping

from ghostrules.conditions import _problems as say
from ghostrules.conditions._facts import FactType
from ghostrules.conditions._kinds import (
    ORDERED,
    Kind,
    declared_kind,
    kind_of,
    reckoned_kind,
    same_currency,
)
from ghostrules.conditions._logic import Among, And, Comparison, Condition, Known, Not, Or
from ghostrules.conditions._problems import Problem
from ghostrules.conditions._terms import Arithmetic, Constant, Fact, Term


def check(condition: Condition, types: Mapping[str, FactType]) -> tuple[Problem, ...]:
    """Give what is wrong with a condition, given all the names that there are.

    >>> from ghostrules.conditions import built_in_types, read
    >>> types = {"balance": FactType.MONEY, **built_in_types(["call"])}
    >>> for problem in check(read("balance > 100 and call.result = 3"), types):
    ...     print(f"{problem.message}; {problem.help}")
    `balance` is money and `100` is a number, which cannot be compared; write `100 EUR`
    `call.result` is text and `3` is a number, which cannot be compared; None

    A condition without problems never fails, whatever is known about the case.
    """
    checker = _Checker(types)
    checker.condition(condition)
    return tuple(dict.fromkeys(checker.problems))


class _Checker:
    """Walks through one condition and collects what is wrong, from left to right."""

    def __init__(self, types: Mapping[str, FactType]) -> None:
        self.types = types
        self.problems: list[Problem] = []

    def condition(self, condition: Condition) -> None:
        match condition:
            case Fact():
                self.alone(condition)
            case Constant():
                pass
            case Known(fact):
                self.term(fact)
            case Not(part):
                self.condition(part)
            case And(parts) | Or(parts):
                for part in parts:
                    self.condition(part)
            case Comparison():
                self.comparison(condition)
            case Among():
                self.among(condition)

    def alone(self, fact: Fact) -> None:
        kind = self.term(fact)
        if kind is not None and kind.word != "boolean":
            self.problems.append(say.not_boolean(fact.name, kind))

    def comparison(self, comparison: Comparison) -> None:
        left, right = self.term(comparison.left), self.term(comparison.right)
        if left is None or right is None:
            return
        if not _comparable(left, right):
            self.problems.append(
                say.not_comparable(comparison, comparison.left, left, comparison.right, right)
            )
        elif comparison.sign not in ("=", "!=") and left.word not in ORDERED:
            self.problems.append(say.without_order(comparison, comparison.left, left))

    def among(self, among: Among) -> None:
        kind = self.term(among.term)
        if kind is None:
            return
        for choice in among.choices:
            other = kind_of(choice.value)
            if not _comparable(kind, other):
                self.problems.append(say.not_comparable(among, among.term, kind, choice, other))

    def term(self, term: Term) -> Kind | None:
        """Give the kind of a term, or None where a problem has been told already."""
        match term:
            case Constant(value):
                return kind_of(value)
            case Arithmetic():
                return self.arithmetic(term)
            case Fact(name) if name in self.types:
                return declared_kind(self.types[name])
            case Fact(name):
                self.problems.append(say.undeclared(name, self.types))
                return None

    def arithmetic(self, part: Arithmetic) -> Kind | None:
        left, right = self.term(part.left), self.term(part.right)
        if left is None or right is None:
            return None
        kind = reckoned_kind(left, part.operation, right)
        if kind is None:
            self.problems.append(say.not_reckonable(part, left, right))
        elif part.operation == "/" and not _divides(part.right):
            self.problems.append(say.divided(part))
        return kind


def _comparable(left: Kind, right: Kind) -> bool:
    return left.word == right.word and same_currency(left, right)


def _divides(term: Term) -> bool:
    return isinstance(term, Constant) and term.value != 0
