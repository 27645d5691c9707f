"""Random conditions that fit the facts which a policy declares, and random values of these."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import strategies as st

from ghostrules.conditions import (
    Among,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    FactType,
    FactValue,
    Known,
    Term,
    built_in_types,
)
from ghostrules.money import Money

TYPES = {
    "complete": FactType.BOOLEAN,
    "first-job": FactType.BOOLEAN,
    "balance": FactType.MONEY,
    "fee": FactType.MONEY,
    "rate": FactType.NUMBER,
    "due": FactType.DATE,
    "sent": FactType.DATE,
    "brief": FactType.TEXT,
    **built_in_types(["call", "not"]),
}
SIGNS = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])

numbers = st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=3)
money = st.builds(Money, st.decimals(-1000, 1000, places=2), st.sampled_from(["EUR", "USD"]))
days = st.builds(timedelta, days=st.integers(-1000, 1000))
texts = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=8).filter(
    str.isprintable
)
VALUES: dict[str, st.SearchStrategy[FactValue | timedelta]] = {
    "boolean": st.booleans(),
    "text": texts,
    "number": numbers,
    "money": money.map(lambda each: Money(each.amount, "EUR")),
    "date": st.dates(),
    "days": days,
}


def named(kind: str) -> st.SearchStrategy[Fact]:
    """Give the names of one kind."""
    return st.sampled_from([Fact(name) for name, type_ in TYPES.items() if type_ == kind])


def plain(kind: str) -> st.SearchStrategy[Term]:
    """Give names and values of one kind."""
    constants: st.SearchStrategy[Term] = VALUES[kind].map(Constant)
    return constants if kind == "days" else constants | named(kind)


def reckoned(left: str, signs: str, right: str) -> st.SearchStrategy[Arithmetic]:
    """Give what is reckoned from two kinds."""
    return st.builds(Arithmetic, plain(left), st.sampled_from(signs), plain(right))


def divided(kind: str) -> st.SearchStrategy[Arithmetic]:
    """Give what is divided by numbers other than zero."""
    divisors = numbers.filter(bool).map(Constant)
    return st.builds(Arithmetic, plain(kind), st.just("/"), divisors)


number_terms = plain("number") | reckoned("number", "+-*", "number") | divided("number")
nested_numbers = number_terms | st.builds(
    Arithmetic, number_terms, st.sampled_from("+-*"), number_terms
)
money_terms = (
    plain("money")
    | reckoned("money", "+-", "money")
    | st.builds(Arithmetic, plain("money"), st.just("*"), nested_numbers)
    | divided("money")
)
date_terms = (
    plain("date")
    | reckoned("date", "+-", "days")
    | st.builds(Arithmetic, plain("date"), st.sampled_from("+-"), nested_numbers)
)
day_terms = plain("days") | reckoned("date", "-", "date") | reckoned("days", "+-", "days")


def compared(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Condition]:
    """Give comparisons of two terms."""
    return st.builds(Comparison, terms, SIGNS, terms)


def same(kind: str) -> st.SearchStrategy[Condition]:
    """Give comparisons without order."""
    return st.builds(Comparison, plain(kind), st.sampled_from(["=", "!="]), plain(kind))


def listed(kind: str) -> st.SearchStrategy[Condition]:
    """Give choices among several values."""
    several = st.lists(VALUES[kind].map(Constant), min_size=1, max_size=3).map(tuple)
    return st.builds(Among, plain(kind), several)


simple: st.SearchStrategy[Condition] = st.one_of(
    named("boolean"),
    st.booleans().map(Constant),
    st.sampled_from([Known(Fact(name)) for name in TYPES]),
    same("boolean"),
    same("text"),
    *(listed(kind) for kind in VALUES),
    *(compared(terms) for terms in (nested_numbers, money_terms, date_terms, day_terms)),
)
conditions = st.recursive(
    simple,
    lambda parts: (
        st.builds(lambda left, right: left & right, parts, parts)
        | st.builds(lambda left, right: left | right, parts, parts)
        | st.builds(lambda part: ~part, parts)
    ),
    max_leaves=6,
).filter(lambda condition: len(str(condition)) < 240)

everything = st.one_of(*(plain(kind) for kind in VALUES), st.just(Fact("nobody-declared-it")))
mixed_terms: st.SearchStrategy[Term] = st.recursive(
    everything,
    lambda parts: st.builds(Arithmetic, parts, st.sampled_from("+-*/"), parts),
    max_leaves=3,
)
mixed = st.builds(Comparison, mixed_terms, SIGNS, mixed_terms)

odd: st.SearchStrategy[int | Decimal] = st.sampled_from(
    [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1E+999999"), 10**400]
)
FACTS: dict[FactType, st.SearchStrategy[FactValue]] = {
    FactType.BOOLEAN: st.booleans(),
    FactType.TEXT: st.text(max_size=5),
    FactType.NUMBER: numbers | odd,
    FactType.MONEY: money | st.just(Money(Decimal("9E+999999"), "EUR")),
    FactType.DATE: st.dates() | st.sampled_from([date.min, date.max]),
}
cases: st.SearchStrategy[dict[str, FactValue | None]] = st.fixed_dictionaries(
    {}, optional={name: st.none() | FACTS[type_] for name, type_ in TYPES.items()}
)


@pytest.fixture(scope="session")
def types() -> dict[str, FactType]:
    """Give the facts that the random conditions are about."""
    return TYPES


@pytest.fixture(scope="session")
def random_conditions() -> st.SearchStrategy[Condition]:
    """Give conditions that fit these facts."""
    return conditions


@pytest.fixture(scope="session")
def random_cases() -> st.SearchStrategy[dict[str, FactValue | None]]:
    """Give what is known about a case, some of it odd."""
    return cases


@pytest.fixture(scope="session")
def mixed_conditions() -> st.SearchStrategy[Condition]:
    """Give conditions that compare and reckon across kinds."""
    return mixed
