"""Conditions read from words and signs: one reading or none."""

import re
from collections.abc import Callable
from typing import Final, TypeVar, cast

from ghostrules.conditions._bounds import MOST_CHARACTERS, MOST_DEEP, too_deep
from ghostrules.conditions._logic import Among, And, Comparison, Condition, Known, Not, Or
from ghostrules.conditions._reckon import SIGNS
from ghostrules.conditions._terms import Arithmetic, Constant, Fact, Term
from ghostrules.conditions._tokens import Token, tokens
from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase

_Made = TypeVar("_Made")
_Piece = Condition | Arithmetic

_BEGINNING: Final = phrase("a name, a value, `not` or `(`")
_AFTER: Final = phrase("a comparison such as `= 3`, `is known` or `in (...)`, or `and` or `or`")
_LATER: Final = phrase("`and`, `or`, or the end")
_CURRENCY: Final = re.compile("[a-z]{3}")


def read(text: str) -> Condition:
    """Read a condition.

    >>> read("complete and balance > 100 EUR").holds({"complete": True}.get)
    False

    Raises `ConditionError`, with the place and what was expected there, for what is no condition,
    for a text longer than 500 characters, and for one nested more than 20 deep.
    """
    if not isinstance(cast("object", text), str):
        message = phrase(
            "`{text}` is no text, expected a condition such as `not complete`", text=text
        )
        raise ConditionError(message, text=str(text))
    if len(text) > MOST_CHARACTERS:
        message = phrase(
            "`{text}...` has {count} characters, expected at most {most}",
            text=text[:40],
            count=len(text),
            most=MOST_CHARACTERS,
        )
        raise ConditionError(message, text=text, position=MOST_CHARACTERS)
    return _Reader(text).whole()


class _Reader:
    """Reads one text from left to right; each method reads what its name says."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple(tokens(text))
        self.place = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.place]

    def take(self, *kinds: str) -> Token | None:
        token = self.next
        if token.kind not in kinds:
            return None
        self.place += 1
        return token

    def whole(self) -> Condition:
        start = self.next.start
        condition = self.condition(self.any_of(), start)
        if self.next.kind != "end":
            raise self.unexpected(_AFTER if isinstance(condition, Fact) else _LATER)
        return condition

    def any_of(self) -> _Piece:
        return self.joined("or", self.all_of, Or)

    def all_of(self) -> _Piece:
        return self.joined("and", self.negation, And)

    def joined(self, word: str, part: Callable[[], _Piece], kind: type[And] | type[Or]) -> _Piece:
        start = self.next.start
        first = part()
        if self.next.kind != word:
            return first
        parts = [self.condition(first, start)]
        while self.take(word):
            place = self.next.start
            parts.append(self.condition(part(), place))
        return self.made(start, lambda: kind(tuple(parts)))

    def negation(self) -> _Piece:
        word = self.take("not")
        if word is None:
            return self.comparison()
        place = self.next.start
        part = self.condition(self.nested(self.negation), place)
        return self.made(word.start, lambda: Not(part))

    def comparison(self) -> _Piece:
        start = self.next.start
        left = self.sum()
        if self.take("is"):
            return self.is_so(left, start)
        if self.take("in"):
            term, choices = self.term(left, start), self.choices()
            return self.made(start, lambda: Among(term, choices))
        sign = self.take(*SIGNS)
        return left if sign is None else self.compared(left, start, sign.kind)

    def is_so(self, left: _Piece, start: int) -> Condition:
        negated = self.take("not") is not None
        known = self.take("known", "unknown")
        if known is None:
            return self.compared(left, start, "!=" if negated else "=")
        if not isinstance(left, Fact):
            raise self.fault(
                phrase("`{left}` is no name; only a name can be known or unknown", left=left), start
            )
        return Not(Known(left)) if negated is (known.kind == "known") else Known(left)

    def compared(self, left: _Piece, start: int, sign: str) -> Condition:
        term = self.term(left, start)
        place = self.next.start
        right = self.term(self.sum(), place)
        if self.next.kind in (*SIGNS, "is", "in"):
            help = phrase("compare two at a time and join them with `and`")
            message = phrase("`{sign}` compares a comparison", sign=self.next.text)
            raise self.fault(message, self.next.start, help)
        return self.made(start, lambda: Comparison(term, sign, right))

    def choices(self) -> tuple[Constant, ...]:
        if self.take("(") is None:
            raise self.unexpected(phrase('a list such as `("a", "b")`'))
        found = [self.choice()]
        while self.take(","):
            found.append(self.choice())
        if self.take(")") is None:
            raise self.unexpected(phrase("`,` or `)`"))
        return tuple(found)

    def choice(self) -> Constant:
        token = self.take("value")
        if token is None:
            raise self.unexpected(phrase('a value such as `"voicemail"` or `3`'))
        return self.constant(token)

    def sum(self) -> _Piece:
        return self.reckoned(("+", "-"), self.product)

    def product(self) -> _Piece:
        return self.reckoned(("*", "/"), self.single)

    def reckoned(self, operations: tuple[str, ...], part: Callable[[], _Piece]) -> _Piece:
        start = self.next.start
        left = part()
        while operation := self.take(*operations):
            left = self.reckoning(left, start, operation.kind, part)
        return left

    def reckoning(
        self, left: _Piece, start: int, operation: str, part: Callable[[], _Piece]
    ) -> Arithmetic:
        term, place = self.term(left, start), self.next.start
        right = self.term(part(), place)
        return self.made(start, lambda: Arithmetic(term, operation, right))

    def single(self) -> _Piece:
        token = self.take("name", "value", "(")
        if token is None:
            raise self.unexpected(_BEGINNING)
        if token.kind == "(":
            return self.parenthesis()
        if token.kind == "name":
            return self.made(token.start, lambda: Fact(token.text))
        return self.constant(token)

    def parenthesis(self) -> _Piece:
        inner = self.nested(self.any_of)
        if self.take(")") is None:
            raise self.unexpected("`)`")
        return inner

    def nested(self, part: Callable[[], _Piece]) -> _Piece:
        if self.depth == MOST_DEEP:
            raise too_deep(self.text, self.next.start)
        self.depth += 1
        piece = part()
        self.depth -= 1
        return piece

    def constant(self, token: Token) -> Constant:
        return self.made(token.start, lambda: Constant(token.value))

    def made(self, start: int, make: Callable[[], _Made]) -> _Made:
        """Make a value, whose own faults become faults of the text."""
        try:
            return make()
        except ConditionError as error:
            raise self.fault(error.message, start, error.help) from None

    def condition(self, piece: _Piece, start: int) -> Condition:
        if isinstance(piece, Arithmetic):
            raise self.no_condition(piece, start)
        if isinstance(piece, Constant) and not isinstance(piece.value, bool):
            raise self.no_condition(piece, start)
        return piece

    def no_condition(self, piece: _Piece, start: int) -> ConditionError:
        message = phrase("`{piece}` is no condition, expected it to be compared", piece=piece)
        return self.fault(message, start)

    def term(self, piece: _Piece, start: int) -> Term:
        if not isinstance(piece, Fact | Constant | Arithmetic):
            message = phrase("`{piece}` is a condition, expected a name or a value", piece=piece)
            raise self.fault(message, start)
        return piece

    def unexpected(self, expected: str) -> ConditionError:
        token = self.next
        if not self.place and token.kind == "end":
            said = phrase("there is nothing to read, expected a condition such as `not complete`")
        elif token.kind == "end":
            text = _short(self.text)
            said = phrase(
                "`{text}` ends too early, expected {expected}", text=text, expected=expected
            )
        else:
            text = _short(self.text[token.start :])
            said = phrase(
                "`{text}` is not understood, expected {expected}", text=text, expected=expected
            )
        return self.fault(said, token.start, self.hint(token))

    def hint(self, token: Token) -> str | None:
        before = self.tokens[self.place - 1].kind if self.place else ""
        if token.kind == "not" and before in ("name", "value"):
            return phrase("say `not ... in (...)`, which is true as well where the name is unknown")
        if token.kind == "value" and token.text.startswith("-"):
            return phrase("`-` needs blanks around it")
        if token.kind == "name" and before == "value" and _CURRENCY.fullmatch(token.text):
            example = f"{self.tokens[self.place - 1].text} {token.text.upper()}"
            return phrase("try `{example}`", example=example)
        stray = token.kind == ")" and not self.depth and before not in ("(", ",")
        return phrase("no `(` is open here") if stray else None

    def fault(self, message: str, position: int, help: str | None = None) -> ConditionError:
        return ConditionError(message, text=self.text, position=position, help=help)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
