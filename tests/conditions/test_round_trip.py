"""Every condition can be written and read back, and none fails on a case (L22, L24)."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.conditions import (
    MOST_DEEP,
    Condition,
    Constant,
    Fact,
    FactType,
    FactValue,
    check,
    fact,
    holds,
    names,
    read,
    write,
)
from ghostrules.errors import ConditionError
from ghostrules.money import Money

Cases = st.SearchStrategy[dict[str, FactValue | None]]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_written_reads_back(
    random_conditions: st.SearchStrategy[Condition], data: st.DataObject
) -> None:
    """L24: `read` of `write` is the very condition, and it is written the same way again."""
    condition = data.draw(random_conditions)
    again = read(write(condition))

    assert condition == again
    assert hash(condition) == hash(again)
    assert write(condition) == write(again) == str(condition)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_checked_condition_never_fails(
    random_conditions: st.SearchStrategy[Condition],
    random_cases: Cases,
    types: dict[str, FactType],
    data: st.DataObject,
) -> None:
    """A condition that fits the facts holds or does not, whatever is known about the case."""
    condition, case = data.draw(random_conditions), data.draw(random_cases)

    assert () == check(condition, types)
    assert holds(condition, case.get) in (True, False)
    assert holds(condition, case.get) is not holds(~condition, case.get)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_only_the_names_are_looked_up(
    random_conditions: st.SearchStrategy[Condition], random_cases: Cases, data: st.DataObject
) -> None:
    """`names` lists everything that `holds` asks for."""
    condition, case = data.draw(random_conditions), data.draw(random_cases)
    asked: set[str] = set()

    def lookup(name: str) -> FactValue | None:
        asked.add(name)
        return case.get(name)

    condition.holds(lookup)
    assert set() == asked - names(condition)


SAID = """complete balance due not and or is in known unknown true days ( ) , = != < + - * / 3 -2 0
"a" 100 EUR 2026-03-31 call.result first-job == " ' a_b 1.5.5 []"""
WORDS = st.sampled_from(re.split(r"\s", SAID))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """L22: whatever the text, it is a condition that round-trips, or a condition error."""
    read_or_refused = _outcome(text)

    if isinstance(read_or_refused, ConditionError):
        assert text == read_or_refused.text
        assert (read_or_refused.position or 0) in range(len(text) + 1)
    else:
        assert read_or_refused == read(write(read_or_refused))


def _outcome(text: str) -> Condition | ConditionError:
    try:
        return read(text)
    except ConditionError as error:
        return error


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_not_even_a_condition_with_problems_fails(
    mixed_conditions: st.SearchStrategy[Condition],
    random_cases: Cases,
    types: dict[str, FactType],
    data: st.DataObject,
) -> None:
    """What is compared across kinds has problems, and still holds or does not."""
    condition, case = data.draw(mixed_conditions), data.draw(random_cases)

    check(condition, types)
    assert holds(condition, case.get) in (True, False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (Decimal("5.0"), "5"),
        (Decimal("5.50"), "5.5"),
        (Decimal("-0"), "0"),
        (Decimal("1E+3"), "1000"),
        (Money(Decimal("100.00"), "EUR"), "100 EUR"),
        (Money(Decimal("250.5"), "EUR"), "250.50 EUR"),
        (Money(Decimal("0.125"), "EUR"), "0.125 EUR"),
        (date(2026, 3, 31), "2026-03-31"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=-14), "-14 days"),
        (True, "true"),
        ("no answer", '"no answer"'),
        ('say "hi"', "'say \"hi\"'"),
        ('it\'s "x"', '"it\'s ""x"""'),
        ("", '""'),
    ],
)
def test_a_value_has_one_way_to_be_written(value: FactValue, text: str) -> None:
    """Equal values are written alike, in quotes, with a currency or in days as they need it."""
    assert f"a = {text}" == write(fact("a").equals(value))
    assert fact("a").equals(value) == read(f"a = {text}")


def test_one_is_not_true() -> None:
    """A number and a boolean are two values, although Python takes them as equal."""
    assert Constant(1) != Constant(True)
    assert fact("a").equals(1) != fact("a").equals(True)


def test_what_is_joined_alike_is_one() -> None:
    """Parentheses that change nothing are no part of the value."""
    a, b, c = Fact("a"), Fact("b"), Fact("c")

    assert (a & b) & c == a & (b & c) == read("a and (b and c)")
    assert (a | b) | c == a | (b | c) == read("(a or b) or c")


def test_the_deepest_condition_can_be_written_and_read() -> None:
    """At the limit of depth a condition still round-trips; one more is refused."""
    condition: Condition = Fact("a")
    for number in range(MOST_DEEP):
        condition = condition & Fact("b") if number % 2 else ~condition

    assert condition == read(write(condition))
    with pytest.raises(ConditionError, match="nested more than 20 deep"):
        _ = ~condition


def test_long_text_is_refused_when_built() -> None:
    """What could not be read back cannot be built."""
    with pytest.raises(ConditionError, match="characters when written out"):
        fact("a").equals("x" * 600)
