"""Weekdays in short English words, as hours and weekends name them."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

WORDS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONG_WORDS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_RUN: Final = re.compile(r"\s*([^\W\d_]+)(?:\s*[-\u2013]\s*([^\W\d_]+))?\s*")


def read_weekdays(text: str, where: str) -> tuple[int, ...]:
    """Read `mon-thu` or `mon, wed`, counted from Monday as 0; `fri-mon` runs over the Sunday."""
    days: list[int] = []
    for piece in text.split(","):
        match = _RUN.fullmatch(piece)
        if match is None:
            raise CalendarError(
                phrase(
                    "`{word}` in {where} is no weekday, expected words as in `mon-fri`",
                    word=piece.strip(),
                    where=where,
                )
            )
        first = _weekday(match[1], where)
        last = first if match[2] is None else _weekday(match[2], where)
        days.extend((first + step) % 7 for step in range((last - first) % 7 + 1))
    return tuple(days)


def write_weekdays(days: Iterable[int]) -> str:
    """Write weekdays in the order of the week, joined where they follow each other."""
    left = sorted(days)
    runs: list[tuple[int, int]] = []
    for day in left:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return ", ".join(WORDS[a] if a == b else f"{WORDS[a]}-{WORDS[b]}" for a, b in runs)


def check_weekday(weekday: int, what: str) -> int:
    """Check a weekday given as a number."""
    if type(weekday) is not int or not 0 <= weekday <= 6:
        raise CalendarError(
            phrase(
                "`{weekday}` is no {what}, expected a number from 0 (Monday) to 6 (Sunday)",
                weekday=weekday,
                what=what,
            )
        )
    return weekday


def _weekday(word: str, where: str) -> int:
    folded = word.casefold()
    for words in (WORDS, LONG_WORDS):
        if folded in words:
            return words.index(folded)
    near = get_close_matches(folded, (*WORDS, *LONG_WORDS), n=1, cutoff=0.5)
    hint = (
        phrase("did you mean `{meant}`?", meant=near[0])
        if near
        else phrase("expected one of {known}", known=", ".join(WORDS))
    )
    raise CalendarError(
        phrase("`{word}` in {where} is no weekday; {hint}", word=word, where=where, hint=hint)
    )
