"""The words of a condition: names, values and signs, each with its place."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from attrs import frozen

from ghostrules.conditions._constants import unquoted
from ghostrules.conditions._reckon import Worth
from ghostrules.conditions._words import RESERVED, is_name
from ghostrules.errors import ConditionError
from ghostrules.money import Money
from ghostrules.phrases import phrase

_PIECES: Final = re.compile(
    r"""(?P<blank>\s+)
    |(?P<text>"(?:[^"]|"")*"|'(?:[^']|'')*')
    |(?P<number>-?\d[\w.:-]*)
    |(?P<word>[^\W\d][\w.-]*)
    |(?P<sign><=|>=|!=|==|<>|=>|=<|&&|\|\||[-=<>+*/(),])
    |(?P<stray>.)""",
    re.VERBOSE | re.DOTALL,
)
_CURRENCY: Final = re.compile(r"\s+([A-Z]{3})(?![\w.-])")
_DAYS: Final = re.compile(r"\s+days?(?![\w.-])")
_BETWEEN_BLANKS: Final = re.compile(r"\s-\s")
_SIGNS: Final = ("<=", ">=", "!=", *"=<>+-*/(),")
_INSTEAD: Final = {
    "==": "`=`",
    "<>": "`!=`",
    "=>": "`>=`",
    "=<": "`<=`",
    "&&": "`and`",
    "&": "`and`",
    "||": "`or`",
    "|": "`or`",
    "!": "`not`",
    "~": "`not`",
    "≠": "`!=`",
    "≤": "`<=`",
    "≥": "`>=`",
    "×": "`*`",  # noqa: RUF001
    "−": "`-`",  # noqa: RUF001
    "–": "`-`",  # noqa: RUF001
    "“": '`"`',
    "”": '`"`',
    "„": '`"`',
    "‘": "`'`",  # noqa: RUF001
    "’": "`'`",  # noqa: RUF001
    "[": "`(`",
    "]": "`)`",
    "€": "`EUR` after the number",
    "$": "`USD` after the number",
    "£": "`GBP` after the number",
}


@frozen
class Token:
    """One word of a text: what it is, how it stands there, and where."""

    kind: str
    text: str
    start: int
    value: Worth = ""


def tokens(text: str) -> Iterator[Token]:
    """Give the words of a text, the last of which is its end."""
    place = 0
    while place < len(text):
        found = _PIECES.match(text, place)
        assert found is not None  # some piece fits everything
        token = _token(text, found)
        place = found.end() if token is None else token.start + len(token.text)
        if token is not None:
            yield token
    yield Token("end", "", len(text))


def _token(text: str, found: re.Match[str]) -> Token | None:
    piece, start = found[0], found.start()
    match found.lastgroup:
        case "blank":
            return None
        case "text":
            return Token("value", piece, start, unquoted(piece))
        case "number":
            return _number(text, piece, start)
        case "word":
            return _word(text, piece, start)
        case _:
            return _sign(text, piece, start)


def _word(text: str, word: str, start: int) -> Token:
    if word in ("true", "false"):
        return Token("value", word, start, word == "true")
    if word in RESERVED:
        return Token(word, word, start)
    if is_name(word):
        return Token("name", word, start)
    raise ConditionError(
        phrase("`{word}` is no name, expected one such as `first-job` or `call.result`", word=word),
        text=text,
        position=start,
        help=_spelt(word),
    )


def _spelt(word: str) -> str | None:
    reckoned = re.sub(r"-(?=\d)", " - ", word)
    likely = re.sub("[_ ]+", "-", word.lower())
    if reckoned != word:
        return phrase("`-` needs blanks around it, try `{example}`", example=reckoned)
    known = is_name(likely) or likely in RESERVED
    return phrase("try `{example}`", example=likely) if known else None


def _sign(text: str, sign: str, start: int) -> Token:
    if sign in ('"', "'"):
        raise ConditionError(
            phrase("the text that begins with `{sign}` does not end", sign=sign),
            text=text,
            position=start,
            help=phrase("close it with `{sign}`", sign=sign),
        )
    if sign not in _SIGNS:
        raise ConditionError(
            phrase("`{sign}` is no sign of a condition", sign=sign),
            text=text,
            position=start,
            help=phrase("write {instead}", instead=_INSTEAD[sign]) if sign in _INSTEAD else None,
        )
    if sign == "-" and not _BETWEEN_BLANKS.match(text, max(start - 1, 0)):
        raise ConditionError(
            phrase("`-` needs a blank before it and a blank after it"), text=text, position=start
        )
    return Token(sign, sign, start)


def _number(text: str, piece: str, start: int) -> Token:
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", piece):
        return Token("value", piece, start, _date(text, piece, start))
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", piece):
        raise ConditionError(
            phrase(
                "`{piece}` is neither a number nor a date, expected one such as `12.50` or "
                "`2026-03-31`",
                piece=piece,
            ),
            text=text,
            position=start,
            help=_split(piece),
        )
    end = start + len(piece)
    if currency := _CURRENCY.match(text, end):
        money = Money(Decimal(piece), currency[1])
        return Token("value", text[start : currency.end()], start, money)
    if days := _DAYS.match(text, end):
        return Token("value", text[start : days.end()], start, _days(text, piece, start))
    return Token("value", piece, start, Decimal(piece))


def _days(text: str, piece: str, start: int) -> timedelta:
    try:
        return timedelta(days=int(piece))
    except (ValueError, OverflowError):
        raise ConditionError(
            phrase(
                "`{piece} days` are no days, expected a whole number, at most 100000", piece=piece
            ),
            text=text,
            position=start,
        ) from None


def _date(text: str, piece: str, start: int) -> date:
    try:
        if len(piece) == len("2026-03-31"):
            return date.fromisoformat(piece)
    except ValueError:
        pass
    raise ConditionError(
        phrase("`{piece}` is no date, expected one such as `2026-03-31`", piece=piece),
        text=text,
        position=start,
    )


def _split(piece: str) -> str | None:
    """Suggest the blanks that are missing, where they are all that is."""
    unit = re.fullmatch(r"(-?[0-9]+(?:\.[0-9]+)?)([A-Za-z]{3}|days?)", piece)
    if unit is not None:
        plain = unit[2].startswith("day") or unit[2] in RESERVED
        word = unit[2] if plain else unit[2].upper()
        return phrase("try `{example}`", example=f"{unit[1]} {word}")
    if re.fullmatch(r"[0-9.]+-[0-9.]+", piece):
        return phrase(
            "`-` needs blanks around it, try `{example}`", example=piece.replace("-", " - ")
        )
    return None
