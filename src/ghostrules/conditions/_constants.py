"""Values that stand in a condition itself: which are allowed, and how they are written."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, cast

from ghostrules.conditions._reckon import EXACT, Worth, is_date
from ghostrules.errors import ConditionError
from ghostrules.money import Money
from ghostrules.phrases import phrase

_MOST_DIGITS: Final = 15
_MOST_DECIMALS: Final = 9
_MOST_DAYS: Final = 100_000
_NUMBER: Final = phrase(
    "at most {digits} digits before the point and {decimals} digits after it",
    digits=_MOST_DIGITS,
    decimals=_MOST_DECIMALS,
)


def settled(value: object) -> Worth:
    """Give the one form of a value, so that equal ones are written alike."""
    match value:
        case bool() | str():
            return _text(value) if isinstance(value, str) else value
        case int() | Decimal():
            return _number(value)
        case Money():
            return Money(Decimal(_number(value.amount)), value.currency)
        case timedelta():
            return _days(value)
        case _ if is_date(value):
            return value
        case _:
            raise _refused(value)


def _refused(value: object) -> ConditionError:
    help = phrase("write it as a decimal number") if isinstance(value, float) else None
    return ConditionError(
        phrase(
            "`{value}` cannot stand in a condition, expected a number, money, a date, days, "
            "text, `true` or `false`",
            value=value,
        ),
        text=str(value),
        help=help,
    )


def _text(value: str) -> str:
    if not value.isprintable():
        raise ConditionError(
            phrase(
                "`{value}` cannot be written in a condition, expected text on one line",
                value=repr(value),
            ),
            text=value,
        )
    return str(value)


def _number(value: int | Decimal) -> int | Decimal:
    """Give whole numbers as such, others without closing zeros."""
    number = Decimal(value)
    if not _fits(number):
        raise ConditionError(
            phrase("`{value}` is out of bounds, expected {number}", value=value, number=_NUMBER),
            text=str(value),
        )
    return int(number) if number == int(number) else number.normalize(EXACT)


def _fits(number: Decimal) -> bool:
    if not number.is_finite() or abs(number) >= 10**_MOST_DIGITS:
        return False
    last = number.normalize(EXACT).as_tuple().exponent
    return -_MOST_DECIMALS <= cast("int", last) and len(number.as_tuple().digits) <= EXACT.prec


def _days(value: timedelta) -> timedelta:
    if value != timedelta(days=value.days) or abs(value.days) > _MOST_DAYS:
        raise ConditionError(
            phrase(
                "`{value}` is no number of days, expected whole days, at most {most}",
                value=value,
                most=_MOST_DAYS,
            ),
            text=str(value),
        )
    return value


def written(value: Worth) -> str:
    """Write a settled value as it stands in a condition."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case Money(amount=amount, currency=currency):
            return f"{_amount(amount)} {currency}"
        case timedelta():
            return f"{value.days} day" if abs(value.days) == 1 else f"{value.days} days"
        case date():
            return value.isoformat()
        case _:
            return format(value, "f") if isinstance(value, Decimal) else str(value)


def _quoted(value: str) -> str:
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', '""') + '"'


def unquoted(token: str) -> str:
    """Give the text that stands in quotes, where a doubled quote means itself."""
    return token[1:-1].replace(token[0] * 2, token[0])


def _amount(amount: Decimal) -> str:
    """Write whole amounts without decimals, others with two or more."""
    whole, _, decimals = format(amount, "f").partition(".")
    decimals = re.sub("0+$", "", decimals)
    return f"{whole}.{decimals.ljust(2, '0')}" if decimals else whole
