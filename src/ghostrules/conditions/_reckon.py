"""Comparing and reckoning with the values of a case; what cannot be known is None."""

import operator
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Context, Decimal
from typing import Any, Final, Literal, TypeGuard

from ghostrules.conditions._facts import FactValue
from ghostrules.money import Money

Worth = FactValue | timedelta
Number = int | Decimal
Lookup = Callable[[str], FactValue | None]
Sign = Literal["=", "!=", "<", "<=", ">", ">="]
Operation = Literal["+", "-", "*", "/"]

SIGNS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
OPERATIONS: Final = ("+", "-", "*", "/")

# without traps an impossible result is an infinity or no number, and raises nothing
EXACT: Final = Context(prec=50, traps=[])
_NUMBERS: Final[Mapping[str, Callable[[Number, Number], Decimal]]] = {
    "+": EXACT.add,
    "-": EXACT.subtract,
    "*": EXACT.multiply,
    "/": EXACT.divide,
}
_MOST_DAYS: Final = 4_000_000


def compare(sign: str, left: Worth | None, right: Worth | None) -> bool:
    """Tell whether a comparison is true; of what is unknown or of two kinds none is."""
    if left is None or right is None:
        return False
    if isinstance(left, Money) and isinstance(right, Money):
        return left.currency == right.currency and SIGNS[sign](left.amount, right.amount)
    if type(left) is type(right) or _same_kind(left, right):
        return SIGNS[sign](left, right)
    return False


def _same_kind(left: Worth, right: Worth) -> bool:
    return (is_number(left) and is_number(right)) or (
        isinstance(left, str) and isinstance(right, str)
    )


def is_number(value: object) -> TypeGuard[Number]:
    """Tell whether a value is a number, which `true` is not."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def is_date(value: object) -> TypeGuard[date]:
    """Tell whether a value is a date, which an instant is not."""
    return isinstance(value, date) and not isinstance(value, datetime)


def reckon(operation: str, left: Worth | None, right: Worth | None) -> Worth | None:
    """Give the result, or None where a side is unknown or there is no such result."""
    if left is None or right is None:
        return None
    try:
        return _reckoned(operation, left, right)
    except OverflowError:
        return None


def _reckoned(operation: str, left: Worth, right: Worth) -> Worth | None:
    if isinstance(left, Money) or isinstance(right, Money):
        return _money(operation, left, right)
    if is_number(left) and is_number(right):
        return _number(operation, left, right)
    return _dates(operation, left, right) if operation in ("+", "-") else None


def _number(operation: str, left: Number, right: Number) -> Decimal | None:
    result = _NUMBERS[operation](left, right)
    return result if result.is_finite() else None


def _money(operation: str, left: Worth, right: Worth) -> Money | None:
    match left, right:
        case Money(), Money() if operation in ("+", "-") and left.currency == right.currency:
            return _amount(operation, left.amount, right.amount, left.currency)
        case Money(), _ if operation in ("*", "/") and is_number(right):
            return _amount(operation, left.amount, right, left.currency)
        case _, Money() if operation == "*" and is_number(left):
            return _amount(operation, left, right.amount, right.currency)
        case _:
            return None


def _amount(operation: str, left: Number, right: Number, currency: str) -> Money | None:
    amount = _number(operation, left, right)
    return None if amount is None else Money(amount, currency)


def _dates(operation: str, left: Worth, right: Worth) -> date | timedelta | None:
    if is_date(left) and is_date(right):
        return left - right if operation == "-" else None
    days = _days(right)
    if days is None or not (is_date(left) or isinstance(left, timedelta)):
        return None
    return left + days if operation == "+" else left - days


def _days(value: Worth) -> timedelta | None:
    """Give a number as days where it is whole and could be a distance of two dates."""
    if isinstance(value, timedelta):
        return value
    number = Decimal(value) if is_number(value) else None
    if number is None or abs(number) > _MOST_DAYS or number != int(number):
        return None
    return timedelta(days=int(number))
