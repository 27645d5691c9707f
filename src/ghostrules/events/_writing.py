"""How the values of an event are written, as JSON and TOML know them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from ghostrules.errors import EventError
from ghostrules.money import Money


def plainly(value: object) -> object:
    """Write a value as it is."""
    return value


def write_instant(at: datetime) -> str:
    """Write an instant in UTC.

    >>> from datetime import timedelta, timezone
    >>> write_instant(datetime(2026, 3, 30, 14, tzinfo=timezone(timedelta(hours=2))))
    '2026-03-30T12:00:00+00:00'
    """
    try:
        return at.astimezone(UTC).isoformat()
    except OverflowError:
        raise EventError(f"`{at.isoformat()}` lies outside the years that UTC can tell") from None


def write_value(value: Any) -> object:  # noqa: ANN401 - whatever a fact or a target can be
    """Write the value of a fact, or a date, an instant or a text.

    >>> from ghostrules.money import Money
    >>> write_value(Money.parse("250.00 EUR")), write_value(Decimal("1.50")), write_value(True)
    ('250.00 EUR', '1.50', True)
    """
    match value:
        case datetime():
            return write_instant(value)
        case date():
            return value.isoformat()
        case Money():
            return f"{value.amount} {value.currency}"
        case Decimal():
            return str(value)
        case _:
            return value


def write_pairs(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Write pairs as a table."""
    return {name: write_value(value) for name, value in pairs}


def write_set(words: Iterable[str]) -> list[str]:
    """Write words in order."""
    return sorted(words)
