"""How conditions are read: names, values, order of precedence, and other ways to say the same."""

import pytest

from ghostrules.conditions import Condition, fact, read, result, write

a, b, c, d = fact("a"), fact("b"), fact("c"), fact("d")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("a or b and c", a | (b & c)),
        ("(a or b) and c", (a | b) & c),
        ("not a and b", ~a & b),
        ("not (a and b)", ~(a & b)),
        ("not a = 3", ~a.equals(3)),
        ("not not a", ~~a),
        ("a and not b or c", (a & ~b) | c),
        ("a + b * c > 3", (a + b * c).above(3)),
        ("(a + b) * c > 3", ((a + b) * c).above(3)),
        ("a - b - c > 3", (a - b - c).above(3)),
        ("a - (b - c) > 3", (a - (b - c)).above(3)),
        ("a / 2 * 3 > b + 1", (a / 2 * 3).above(b + 1)),
        ("((a))", a),
        ("(a) = (3)", a.equals(3)),
    ],
)
def test_precedence(text: str, condition: Condition) -> None:
    """`*` binds before `+`, then comparisons, `not`, `and`, and `or` last."""
    assert condition == read(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("a is 'x'", 'a = "x"'),
        ("a is not 'x'", 'a != "x"'),
        ("a is true", "a = true"),
        ("not a is known", "a is unknown"),
        ("a is not known", "a is unknown"),
        ("a is not unknown", "a is known"),
        ("not a is unknown", "not a is unknown"),
        ("a=1 and b", "a = 1 and b"),
        ("a  \t\n and b", "a and b"),
        ("a in('x','y')", 'a in ("x", "y")'),
        ("a < 100.00  EUR", "a < 100 EUR"),
        ("a > b + 14 day", "a > b + 14 days"),
        ("a = -5", "a = -5"),
        ("a - -5 > 3", "a - -5 > 3"),
        ("a - b = 1 day", "a - b = 1 day"),
        ("a-b", "a-b"),
        ("true or a", "true or a"),
    ],
)
def test_other_ways_to_say_it(text: str, canonical: str) -> None:
    """What means the same is written back in one way."""
    assert canonical == write(read(text))
    assert read(text) == read(canonical)


def test_a_name_can_be_a_property_of_a_step() -> None:
    """After a point stands a property, and a step may be called like a word of the language."""
    assert result("call").equals("voicemail") == read('call.result is "voicemail"')
    assert fact("not.opened") == read("not.opened")


@pytest.mark.parametrize("word", ["and", "known", "days", "First-job", "a_b", "a-1", "a.b.c", ""])
def test_what_is_no_name_is_refused_when_built(word: str) -> None:
    """A name in Python has to be one that can be written."""
    with pytest.raises(ValueError, match="is no name"):
        fact(word)
