"""What makes the parts of a timing valid, said once for all values."""

import re
from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any, Final, cast

from ghostrules.documents import MOST_LETTERS
from ghostrules.errors import TimingError
from ghostrules.phrases import one_of as any_of
from ghostrules.phrases import phrase
from ghostrules.timing._amounts import Amount, Duration, size

if TYPE_CHECKING:
    from attrs import Attribute

Validator = Callable[[object, "Attribute[Any]", Any], None]

MOST_TIMES: Final = 100
MOST_AMOUNTS: Final = 12
_KEBAB = r"[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*"


def whole(least: int, most: int) -> Validator:
    """Accept whole numbers of a range only."""

    def check(_instance: object, attribute: "Attribute[Any]", number: object) -> None:
        if type(number) is not int or not least <= number <= most:
            raise TimingError(
                phrase(
                    "`{number}` does not fit `{key}`, "
                    "expected a whole number from {least} to {most}",
                    number=number,
                    key=attribute.name,
                    least=least,
                    most=most,
                ),
                text=str(number),
            )

    return check


def kebab(_instance: object, _attribute: "Attribute[Any]", name: object) -> None:
    if not isinstance(name, str) or re.fullmatch(_KEBAB, name) is None:
        raise TimingError(
            phrase(
                "`{name}` cannot be counted from, "
                "expected an id such as `second-reminder`, no part of which begins with a digit",
                name=name,
            ),
            text=str(name),
        )
    if len(name) > MOST_LETTERS:
        raise TimingError(
            phrase(
                "`{id}...` has {count} letters, expected an id of at most {most}",
                id=name[:20],
                count=len(name),
                most=MOST_LETTERS,
            ),
            text=name,
        )


def one_of(*known: str) -> Validator:
    """Accept words of a closed list only."""

    def check(_instance: object, attribute: "Attribute[Any]", word: object) -> None:
        if word not in known:
            raise TimingError(
                phrase(
                    "`{word}` does not fit `{key}`, expected {known}",
                    word=word,
                    key=attribute.name,
                    known=any_of(f"`{each}`" for each in known),
                ),
                text=str(word),
            )

    return check


def amount(_instance: object, _attribute: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, Amount):
        raise TimingError(
            phrase("`{value}` is no amount, expected one such as hours or days", value=value),
            text=str(value),
        )


def amount_above_zero(instance: object, attribute: "Attribute[Any]", value: Amount) -> None:
    amount(instance, attribute, value)
    if size(value) == 0:
        raise TimingError(phrase("`0` cannot be repeated, expected an amount above zero"), text="0")


def ascending(instance: object, attribute: "Attribute[Any]", several: tuple[Amount, ...]) -> None:
    _few_enough(several)
    for each in several:
        amount(instance, attribute, each)
    sizes = [size(each) for each in several]
    if len({type(each) for each in several}) != 1 or len(sizes) < 2 or sizes != sorted(set(sizes)):
        text = ", ".join(map(str, sizes))
        raise TimingError(
            phrase(
                "`{text}` are not several amounts, "
                "expected two or more of one unit, each larger than the one before",
                text=text,
            ),
            text=text,
        )


def _few_enough(several: object) -> None:
    if not isinstance(several, tuple):
        raise TimingError(
            phrase("`{several}` is not several amounts, expected a tuple", several=several),
            text=str(several),
        )
    number = len(cast("tuple[object, ...]", several))
    if number > MOST_AMOUNTS:
        raise TimingError(
            phrase(
                "`{number}` amounts are too many, expected at most {most}",
                number=number,
                most=MOST_AMOUNTS,
            ),
            text=str(number),
        )


def alike(low: Amount, high: Amount) -> None:
    if isinstance(low, Duration) is not isinstance(high, Duration):
        raise TimingError(
            phrase(
                "a range cannot join elapsed time and days, "
                "expected hours on both sides or on neither"
            ),
            text=f"{size(low)}..{size(high)}",
        )


def whole_minutes(_instance: object, _attribute: "Attribute[Any]", at: object) -> None:
    if not isinstance(at, time) or at != at.replace(second=0, microsecond=0, tzinfo=None):
        raise TimingError(
            phrase("`{at}` is no time of day, expected whole minutes without a time zone", at=at),
            text=str(at),
        )
