"""What can be wrong with a condition that could be read, and the words for it."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from ghostrules.conditions._kinds import EXAMPLES, Kind
from ghostrules.conditions._logic import Comparison
from ghostrules.conditions._terms import Arithmetic, Constant, Term
from ghostrules.conditions._words import PROPERTIES
from ghostrules.phrases import Phrase, phrase


class ProblemKind(StrEnum):
    """What is wrong with a condition that could be read.

    >>> ProblemKind("name").value
    'name'
    """

    NAME = "name"
    TYPE = "type"
    CURRENCY = "currency"
    ORDER = "order"
    ARITHMETIC = "arithmetic"
    DIVISION = "division"


@frozen
class Problem:
    """One fault of a condition: what is wrong, in which part, and how to mend it.

    >>> from ghostrules.conditions import FactType, check, read
    >>> (problem,) = check(read("complte"), {"complete": FactType.BOOLEAN})
    >>> problem.message, problem.help
    ('`complte` is not declared', 'did you mean `complete`?')

    `where` is the smallest part at fault as it is written, `expected` what would have been right.
    """

    kind: ProblemKind
    message: Phrase
    where: str = field(kw_only=True)
    expected: str | None = field(default=None, kw_only=True)
    help: str | None = field(default=None, kw_only=True)


_REVERSED: Final = {"days": "date", "number": "date"}


def undeclared(name: str, known: Iterable[str]) -> Problem:
    """Say that a name is not declared, and which one was meant."""
    help = _meant(name, tuple(known))
    return Problem(
        ProblemKind.NAME, phrase("`{name}` is not declared", name=name), where=name, help=help
    )


def _meant(name: str, known: tuple[str, ...]) -> str:
    step, _, _ = name.partition(".")
    if "." in name and any(each.startswith(f"{step}.") for each in known):
        said = ", ".join(f"`{step}.{each}`" for each in PROPERTIES)
        close = get_close_matches(
            name, [each for each in known if each.startswith(f"{step}.")], n=1
        )
        if close:
            return phrase("did you mean `{meant}`?", meant=close[0])
        return phrase("of a step there are {known}", known=said)
    if parts := _difference(name, known):
        return phrase("`-` needs blanks around it; did you mean `{meant}`?", meant=parts)
    if close := get_close_matches(name, known, n=1):
        return phrase("did you mean `{meant}`?", meant=close[0])
    if "." in name:
        return phrase("no step has the id `{step}`", step=step)
    return phrase(
        'declare it among the facts of the policy, as in `facts = {{ {name} = "boolean" }}`',
        name=name,
    )


def _difference(name: str, known: tuple[str, ...]) -> str | None:
    """Find two declared names that were written as one, for want of blanks."""
    dashes = (place for place, letter in enumerate(name) if letter == "-")
    pairs = ((name[:place], name[place + 1 :]) for place in dashes)
    return next((f"{a} - {b}" for a, b in pairs if a in known and b in known), None)


def not_boolean(name: str, kind: Kind) -> Problem:
    """Say that a fact cannot stand alone."""
    example = f"{name} = {_example(kind)}" if kind.word == "text" else f"{name} > {_example(kind)}"
    return Problem(
        ProblemKind.TYPE,
        phrase("`{name}` is {kind}, which cannot stand alone", name=name, kind=kind.words),
        where=name,
        expected=phrase("a comparison, or a fact that is true or false"),
        help=phrase(
            "compare it, as in `{example}`, or ask whether it is known: `{name} is known`",
            example=example,
            name=name,
        ),
    )


def _example(kind: Kind) -> str:
    found = re.search("`(.*?)`", EXAMPLES[kind.word])
    return found[1] if found else ""


def without_order(comparison: Comparison, term: Term, kind: Kind) -> Problem:
    """Say that a kind has no order."""
    return Problem(
        ProblemKind.ORDER,
        phrase("`{term}` is {kind}, which has no order", term=term, kind=kind.words),
        where=str(comparison),
        expected=phrase("`=` or `!=`"),
    )


def not_comparable(
    where: object, left: Term, is_left: Kind, right: Term, is_right: Kind
) -> Problem:
    """Say that two terms are of two kinds, or in two currencies."""
    same = is_left.word == is_right.word
    return Problem(
        ProblemKind.CURRENCY if same else ProblemKind.TYPE,
        phrase(
            "`{left}` is {is_left} and `{right}` is {is_right}, which cannot be compared",
            left=left,
            is_left=is_left.words,
            right=right,
            is_right=is_right.words,
        ),
        where=str(where),
        expected=phrase("money in {currency}", currency=is_left.currency)
        if same
        else EXAMPLES[is_left.word],
        help=None if same else _as_kind(right, is_left) or _as_kind(left, is_right),
    )


def _as_kind(term: Term, wanted: Kind) -> str | None:
    """Suggest the value that stands there as the kind that is wanted."""
    if not isinstance(term, Constant):
        return None
    value = term.value
    if isinstance(value, str):
        unquoted = phrase("write it without quotes, `{value}`", value=value)
        return unquoted if _reads_as(value, wanted) else None
    units = {"money": wanted.currency or "EUR", "days": "days"}
    number = not isinstance(value, bool) and re.fullmatch(r"-?[0-9.]+", str(term))
    if not number or wanted.word not in units:
        return None
    return phrase("write `{example}`", example=f"{term} {units[wanted.word]}")


_LOOKS: Final = {
    "number": r"-?[0-9]+(\.[0-9]+)?",
    "money": r"-?[0-9]+(\.[0-9]+)? [A-Z]{3}",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "days": r"-?[0-9]+ days?",
    "boolean": "true|false",
}


def _reads_as(text: str, wanted: Kind) -> bool:
    return re.fullmatch(_LOOKS.get(wanted.word, "(?!)"), text) is not None


def not_reckonable(part: Arithmetic, left: Kind, right: Kind) -> Problem:
    """Say that nothing comes of two kinds."""
    same = left.word == right.word == "money" and part.operation in ("+", "-")
    return Problem(
        ProblemKind.CURRENCY if same else ProblemKind.ARITHMETIC,
        phrase(
            "`{left}` is {is_left} and `{right}` is {is_right}; "
            "`{operation}` gives nothing with them",
            left=part.left,
            is_left=left.words,
            right=part.right,
            is_right=right.words,
            operation=part.operation,
        ),
        where=str(part),
        expected=phrase("money in {currency}", currency=left.currency) if same else None,
        help=_turned(part, left, right),
    )


def _turned(part: Arithmetic, left: Kind, right: Kind) -> str | None:
    if part.operation == "+" and right.word == _REVERSED.get(left.word):
        return phrase("write `{example}`", example=f"{part.right} + {part.left}")
    return None


def divided(part: Arithmetic) -> Problem:
    """Say that only a number that is not zero divides."""
    return Problem(
        ProblemKind.DIVISION,
        phrase("`{part}` divides by zero", part=part)
        if isinstance(part.right, Constant)
        else phrase("`{part}` divides by what only the case tells", part=part),
        where=str(part),
        expected=phrase("a number other than zero, such as `2`"),
    )
