"""Amounts of time as a document writes them: `48 hours`, `5 business days`, `15 min`."""

import re
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.policy._faults import Faulty, fault, suggestion
from ghostrules.timing import (
    After,
    Amount,
    BusinessDays,
    Days,
    Duration,
    Months,
    Weeks,
    amount_symbol,
    from_symbol,
)

_NUMBERS: Final = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_UNITS: Final = {
    "h": ("hour", "hours", "h"),
    "min": ("minute", "minutes", "min"),
    "d": ("day", "days", "calendar day", "calendar days", "d"),
    "w": ("week", "weeks", "calendar week", "calendar weeks", "w"),
    "mo": ("month", "months", "calendar month", "calendar months", "mo"),
    "bd": (
        "business day", "business days", "working day", "working days",
        "workday", "workdays", "bd",
    ),
}  # fmt: skip
_AMOUNT = re.compile(r"(?P<number>\d{1,6}|[a-z]+) ?(?P<unit>[a-z]+(?: [a-z]+)?)", re.ASCII)
_EXPECTED = "an amount such as `48 hours` or `5 business days`"


def read_amount(value: object, path: str) -> Amount:
    """Read an amount of time, as text or as the value itself."""
    if isinstance(value, Duration | Days | Weeks | Months | BusinessDays):
        return value
    if not isinstance(value, str):
        raise fault("GR004", "an amount is a text", path, value=value, expected=_EXPECTED)
    return _from_text(value, path)


def read_duration(value: object, path: str) -> Duration:
    """Read an amount of elapsed time: hours or minutes."""
    amount = read_amount(value, path)
    if isinstance(amount, Duration):
        return amount
    raise fault(
        "GR015",
        "a calendar count stands where elapsed time is needed",
        path,
        value=write_amount(amount),
        expected="hours or minutes, such as `15 minutes`",
    )


def write_amount(amount: Amount) -> str:
    """Write an amount the way it is read.

    >>> write_amount(Duration(2880)), write_amount(BusinessDays(1))
    ('48 hours', '1 business day')
    """
    symbol = amount_symbol(amount)
    number = symbol.rstrip("abcdefghijklmnopqrstuvwxyz")
    singular, plural = _UNITS[symbol[len(number) :]][:2]
    return f"{number} {singular if number == '1' else plural}"


def _from_text(text: str, path: str) -> Amount:
    plain = " ".join(text.lower().split())
    found = _AMOUNT.fullmatch(plain)
    number, unit = (_number(found["number"]), _unit(found["unit"])) if found else (None, None)
    if number is None or unit is None:
        raise _unreadable(text, path)
    try:
        after = from_symbol(f"+{number}{unit}")
    except TimingError as error:
        raise fault(
            "GR015", error.message, path, value=text, expected=_EXPECTED, help=error.help
        ) from error
    assert isinstance(after, After)
    return after.amount


def _number(text: str) -> int | None:
    if text in ("a", "an"):
        return 1
    if text in _NUMBERS:
        return _NUMBERS.index(text)
    return int(text) if text.isdigit() else None


def _unit(text: str) -> str | None:
    return next((symbol for symbol, words in _UNITS.items() if text in words), None)


def _unreadable(text: str, path: str) -> Faulty:
    return fault(
        "GR015", f"`{text}` is no amount of time", path, expected=_EXPECTED, help=_mend(text)
    )


def _mend(text: str) -> str | None:
    number, _, unit = text.lower().strip().partition(" ")
    if re.fullmatch(r"\d{1,4}[.,]\d{1,3}", number) and unit in _UNITS["h"]:
        return f"write `{round(float(number.replace(',', '.')) * 60)} minutes`"
    words = [word for forms in _UNITS.values() for word in forms if len(word) > 3]
    close = suggestion(unit, words)
    return f"did you mean `{number} {close.split('`')[1]}`?" if close else None
