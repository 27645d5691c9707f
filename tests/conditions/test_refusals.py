"""What cannot be read or built is refused, with the place and what was expected (L20)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from ghostrules.conditions import (
    Among,
    And,
    Arithmetic,
    Comparison,
    Constant,
    FactValue,
    Known,
    fact,
    read,
)
from ghostrules.errors import ConditionError, GhostrulesError

AFTER = "expected a comparison such as `= 3`, `is known` or `in (...)`, or `and` or `or`"
BEGINNING = "expected a name, a value, `not` or `(`"
NAME = "expected one such as `first-job` or `call.result`"
NUMBER = "is neither a number nor a date, expected one such as `12.50` or `2026-03-31`"


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "there is nothing to read, expected a condition such as `not complete`"),
        ("a andd b", 2, f"`andd b` is not understood, {AFTER}"),
        ("a b", 2, f"`b` is not understood, {AFTER}"),
        ("a =", 3, f"`a =` ends too early, {BEGINNING}"),
        ("and a", 0, f"`and a` is not understood, {BEGINNING}"),
        ("a = 3 4", 6, "`4` is not understood, expected `and`, `or`, or the end"),
        (
            "a > 100 eur",
            8,
            "`eur` is not understood, expected `and`, `or`, or the end; try `100 EUR`",
        ),
        ("a + 5", 0, "`a + 5` is no condition, expected it to be compared"),
        ("b and 5", 6, "`5` is no condition, expected it to be compared"),
        ("(a and b) > 3", 0, "`a and b` is a condition, expected a name or a value"),
        ("5 is known", 0, "`5` is no name; only a name can be known or unknown"),
        (
            "1 < a < 3",
            6,
            "`<` compares a comparison; compare two at a time and join them with `and`",
        ),
        (
            "a not in (1)",
            2,
            f"`not in (1)` is not understood, {AFTER}; "
            "say `not ... in (...)`, which is true as well where the name is unknown",
        ),
        ("a in 1", 5, '`1` is not understood, expected a list such as `("a", "b")`'),
        ("a in ()", 6, '`)` is not understood, expected a value such as `"voicemail"` or `3`'),
        ("a in (b)", 6, '`b)` is not understood, expected a value such as `"voicemail"` or `3`'),
        ("a in (1", 7, "`a in (1` ends too early, expected `,` or `)`"),
        ("(a", 2, "`(a` ends too early, expected `)`"),
        ("a)", 1, f"`)` is not understood, {AFTER}; no `(` is open here"),
        ("a = 'x", 4, "the text that begins with `'` does not end; close it with `'`"),
        ("a == 1", 2, "`==` is no sign of a condition; write `=`"),
        ("a && b", 2, "`&&` is no sign of a condition; write `and`"),
        ("a ; b", 2, "`;` is no sign of a condition"),
        ("€5 < a", 0, "`€` is no sign of a condition; write `EUR` after the number"),
        ("a -5 > 3", 2, f"`-5 > 3` is not understood, {AFTER}; `-` needs blanks around it"),
        ("a -b > 3", 2, "`-` needs a blank before it and a blank after it"),
        ("a-5 > 3", 0, f"`a-5` is no name, {NAME}; `-` needs blanks around it, try `a - 5`"),
        ("first_job", 0, f"`first_job` is no name, {NAME}; try `first-job`"),
        ("a AND b", 2, f"`AND` is no name, {NAME}; try `and`"),
        ("a.b.c", 0, f"`a.b.c` is no name, {NAME}"),
        ("5-3 = a", 0, f"`5-3` {NUMBER}; `-` needs blanks around it, try `5 - 3`"),
        ("a = 100eur", 4, f"`100eur` {NUMBER}; try `100 EUR`"),
        ("a = 14days", 4, f"`14days` {NUMBER}; try `14 days`"),
        ("a = 1.5.5", 4, f"`1.5.5` {NUMBER}"),
        ("a = 2026-3-31", 4, "`2026-3-31` is no date, expected one such as `2026-03-31`"),
        ("a = 2026-02-30", 4, "`2026-02-30` is no date, expected one such as `2026-03-31`"),
        ("a = 1.5 days", 4, "`1.5 days` are no days, expected a whole number, at most 100000"),
        (
            "a = 1234567890123456",
            4,
            "`1234567890123456` is out of bounds, "
            "expected at most 15 digits before the point and 9 digits after it",
        ),
    ],
)
def test_what_is_refused(text: str, position: int, message: str) -> None:
    """Each text that is no condition is refused at its place, with what was expected there."""
    with pytest.raises(ConditionError) as caught:
        read(text)

    assert message == str(caught.value)
    assert (text, position) == (caught.value.text, caught.value.position)


def test_a_text_is_bounded() -> None:
    """L22: more than 500 characters or 20 levels are refused before they are looked into."""
    with pytest.raises(ConditionError, match="has 501 characters, expected at most 500"):
        read("a" * 501)
    for deep in ("(" * 21 + "a" + ")" * 21, "not " * 21 + "a"):
        with pytest.raises(ConditionError, match="nested more than 20 deep") as caught:
            read(deep)
        assert caught.value.position is not None


def test_what_is_no_text_is_refused() -> None:
    """A value of another kind is a condition error, not a failure inside."""
    wrong: Any = 5
    with pytest.raises(ConditionError, match="`5` is no text, expected a condition"):
        read(wrong)


def test_a_condition_error_is_a_value_error() -> None:
    """Whoever does not know the library catches it as what Python would raise."""
    assert issubclass(ConditionError, GhostrulesError)
    assert issubclass(ConditionError, ValueError)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (1.5, "`1.5` cannot stand in a condition, expected .*; write it as a decimal number"),
        (None, "`None` cannot stand in a condition"),
        (datetime(2026, 3, 31, tzinfo=UTC), "cannot stand in a condition"),
        (timedelta(hours=1), "is no number of days, expected whole days"),
        (timedelta(days=10**6), "is no number of days"),
        (Decimal("NaN"), "`NaN` is out of bounds"),
        (Decimal("0.0000000001"), "out of bounds"),
        (10**15, "out of bounds"),
        ("two\nlines", "expected text on one line"),
    ],
)
def test_a_value_that_cannot_be_written_is_refused(value: FactValue, message: str) -> None:
    """What cannot stand in the text cannot be built either."""
    with pytest.raises(ConditionError, match=message):
        fact("a").equals(value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Comparison(fact("a"), "==", Constant(1)), "`==` compares nothing, expected `=`"),
        (lambda: Arithmetic(fact("a"), "%", Constant(1)), "`%` is no operation, expected"),
        (lambda: Comparison(fact("a").known(), "=", Constant(1)), "cannot be compared"),  # type: ignore[arg-type]
        (lambda: fact("a") & Constant(1), "`1` is no condition, expected a comparison"),
        (lambda: And((fact("a"),)), "`a` cannot be joined, expected two conditions or more"),
        (lambda: fact("a").one_of(), "an empty list holds nothing"),
        (lambda: Among(fact("a"), (fact("b"),)), "`b` cannot stand in a list"),  # type: ignore[arg-type]
        (lambda: Known(Constant(1)), "`1` is no name; only a name can be unknown"),  # type: ignore[arg-type]
    ],
)
def test_a_value_that_means_nothing_is_refused(make: Callable[[], object], message: str) -> None:
    """Values are checked when they are built, in the same words as texts."""
    with pytest.raises(ConditionError, match=message):
        make()


def test_pythons_own_words_do_not_join() -> None:
    """`and`, `or`, `not` and `if` would drop a part in silence, and are refused."""
    with pytest.raises(ConditionError, match="`a` is neither true nor false by itself; join"):
        bool(fact("a"))
    with pytest.raises(ConditionError, match="neither true nor false"):
        bool(fact("a").known())
