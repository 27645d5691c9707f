"""Conditions over the facts of a case: small, typed and total.

A condition is a frozen value, built with `fact(...)`, `&`, `|` and `~`, or read from text; `write`
is the inverse of `read`. `check` compares it with the declared facts once, when the policy is
checked; after that `holds` raises nothing, for any values of those facts. It is a walk over at most
a few dozen values: each knows whether it holds (`holds`) or what it is worth (`worth`), given a
function that looks a name up. None stands for what nobody knows and goes through arithmetic as
such; a comparison with it is false. Numbers are reckoned with 50 digits and without traps, so that
what has no result is unknown as well. Everything is bounded, so that no condition is too deep to
walk through, and each can be written.
"""

from ghostrules.conditions._bounds import MOST_CHARACTERS, MOST_DEEP
from ghostrules.conditions._builders import (
    bounced,
    delivered,
    fact,
    failed,
    happened,
    opened,
    result,
)
from ghostrules.conditions._check import check
from ghostrules.conditions._facts import FactType, FactValue
from ghostrules.conditions._logic import Among, And, Comparison, Condition, Known, Not, Or
from ghostrules.conditions._names import names
from ghostrules.conditions._problems import Problem, ProblemKind
from ghostrules.conditions._read import read
from ghostrules.conditions._reckon import Lookup
from ghostrules.conditions._terms import Arithmetic, Constant, Fact, Term
from ghostrules.conditions._words import DETAILS, PROPERTIES, RESERVED, ROUND, built_in_types
from ghostrules.conditions._write import holds, write

__all__ = [
    "DETAILS",
    "MOST_CHARACTERS",
    "MOST_DEEP",
    "PROPERTIES",
    "RESERVED",
    "ROUND",
    "Among",
    "And",
    "Arithmetic",
    "Comparison",
    "Condition",
    "Constant",
    "Fact",
    "FactType",
    "FactValue",
    "Known",
    "Lookup",
    "Not",
    "Or",
    "Problem",
    "ProblemKind",
    "Term",
    "bounced",
    "built_in_types",
    "check",
    "delivered",
    "fact",
    "failed",
    "happened",
    "holds",
    "names",
    "opened",
    "read",
    "result",
    "write",
]
