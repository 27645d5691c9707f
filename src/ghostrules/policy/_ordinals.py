"""Ordinal words, the ids of steps that have none: `first`, `second`, `twenty-first`."""

from typing import Final

_FIRST: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS: Final = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def ordinal(number: int) -> str:
    """Name a place in a row of at most 200.

    >>> ordinal(1), ordinal(20), ordinal(42), ordinal(100), ordinal(113), ordinal(200)
    ('first', 'twentieth', 'forty-second', 'hundredth', 'hundred-thirteenth', 'two-hundredth')
    """
    if number == 200:
        return "two-hundredth"
    if number >= 100:
        return "hundredth" if number == 100 else f"hundred-{ordinal(number - 100)}"
    if number < 20:
        return _FIRST[number - 1]
    tens = _TENS[number // 10 - 2]
    return f"{tens}ieth" if number % 10 == 0 else f"{tens}y-{ordinal(number % 10)}"
