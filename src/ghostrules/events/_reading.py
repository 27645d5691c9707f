"""How the values of an event are read from a document, each with the path at which it stands."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Final, cast

from attrs import field, frozen

from ghostrules.conditions import FactType, FactValue
from ghostrules.documents import as_list, as_table, fault, gather, suggestion, under, word_of
from ghostrules.errors import EventError
from ghostrules.events._parts import DETAILS
from ghostrules.money import Money
from ghostrules.phrases import phrase

Zone = Callable[[datetime], datetime]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII
)
_AN_INSTANT = phrase("an instant such as `2026-03-30T12:00:00+00:00`")
_A_DAY = phrase("a date such as `2026-03-30`")
_A_FACT = phrase("a date, money, a number, text or a boolean")


@frozen
class Reading:
    """What the readers of an event need to know besides the value.

    `zone` turns a local time without an offset into an aware one; `facts` are the types of
    declared facts; `signals` the names of the policy's own events, None if they are not known;
    `table` is the table in which the value stands.
    """

    zone: Zone | None = None
    facts: Mapping[str, FactType] = field(factory=dict[str, FactType])
    signals: Collection[str] | None = None
    table: Mapping[str, object] = field(factory=dict[str, object])


ReadValue = Callable[[object, str, Reading], Any]


def read_text(value: object, path: str, _reading: Reading) -> str:
    """Read a text that is not empty."""
    if isinstance(value, str) and value:
        return str(value)
    raise fault(
        "GR004", phrase("a text is needed"), path, value=value, expected=phrase("a text in quotes")
    )


def _read_any_text(value: object, path: str, reading: Reading) -> str:
    return "" if value == "" else read_text(value, path, reading)


def word_reader(words: type[StrEnum]) -> ReadValue:
    """Make a reader of one of some words."""
    read = word_of(words)
    return lambda value, path, _reading: read(value, path)


def read_instant(value: object, path: str, reading: Reading) -> datetime:
    """Read an instant, in UTC; one without an offset is local (L1)."""
    found = _moment(value, path)
    if found.utcoffset() is None:
        found = _zoned(found, path, reading)
    try:
        return found.astimezone(UTC)
    except OverflowError:
        raise _no_instant(value, path) from None


def _moment(value: object, path: str) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise _no_instant(value, path) from None
    raise _no_instant(value, path)


def _no_instant(value: object, path: str) -> Exception:
    day = str(value) if type(value) is date or _is_day(value) else None
    help = (
        phrase("say the time of day as well, as in `{day}T09:00:00+00:00`", day=day)
        if day
        else None
    )
    return fault("GR303", phrase("no instant"), path, value=value, expected=_AN_INSTANT, help=help)


def _zoned(local: datetime, path: str, reading: Reading) -> datetime:
    if reading.zone is not None:
        return reading.zone(local)
    written = local.isoformat()
    raise fault(
        "GR303",
        phrase("`{written}` has no time zone", written=written),
        path,
        expected=_AN_INSTANT,
        help=phrase("say which instant is meant, as in `{written}+00:00`", written=written),
    )


def read_day(value: object, path: str, _reading: Reading) -> date:
    """Read a date."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(cast("str", value) if _is_day(value) else "")
    except ValueError:
        raise fault("GR303", phrase("no date"), path, value=value, expected=_A_DAY) from None


def read_day_or_instant(value: object, path: str, reading: Reading) -> date | datetime:
    """Read a date, or an instant."""
    if type(value) is date or _is_day(value):
        return read_day(value, path, reading)
    if isinstance(value, datetime) or _looks_like_instant(value):
        return read_instant(value, path, reading)
    expected = phrase("{day}, or {instant}", day=_A_DAY, instant=_AN_INSTANT)
    raise fault("GR303", phrase("no date and no instant"), path, value=value, expected=expected)


def read_target(value: object, path: str, reading: Reading) -> date | datetime | str:
    """Read where a step moves to: a date, an instant, or the text of a timing."""
    if isinstance(value, date) or _is_day(value) or _looks_like_instant(value):
        return read_day_or_instant(value, path, reading)
    return read_text(value, path, reading)


def _is_day(value: object) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def _looks_like_instant(value: object) -> bool:
    return isinstance(value, str) and _INSTANT.fullmatch(value) is not None


def read_sum(value: object, path: str, reading: Reading) -> Money:
    """Read money of which there is some."""
    found = read_money(value, path, reading)
    if found.amount > 0:
        return found
    raise fault(
        "GR004", phrase("no money at all"), path, value=value, expected=phrase("more than nothing")
    )


def read_money(value: object, path: str, _reading: Reading) -> Money:
    """Read an amount and its currency."""
    if isinstance(value, Money):
        return value
    try:
        return Money.parse(value if isinstance(value, str) else "")
    except EventError:
        raise fault(
            "GR004",
            phrase("no amount of money"),
            path,
            value=value,
            expected=phrase("an amount and a currency such as `250.00 EUR`"),
            help=_with_currency(value),
        ) from None


def _with_currency(value: object) -> str | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return phrase('write `"{value} EUR"`, or another currency', value=value) if number else None


def read_number(value: object, path: str, _reading: Reading) -> int | Decimal:
    """Read a number; with a fraction it is exact where it is written as text."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    try:
        found = Decimal(str(value) if isinstance(value, str | float) else "")
    except InvalidOperation:
        found = Decimal("NaN")
    if found.is_finite():
        return found
    raise fault(
        "GR004", phrase("no number"), path, value=value, expected=phrase("a number such as `3`")
    )


def read_boolean(value: object, path: str, _reading: Reading) -> bool:
    """Read `true` or `false`."""
    if isinstance(value, bool):
        return value
    raise fault(
        "GR004",
        phrase("yes or no is needed"),
        path,
        value=value,
        expected=phrase("`true` or `false`"),
    )


_FACTS: Final[Mapping[FactType, ReadValue]] = {
    FactType.DATE: read_day,
    FactType.MONEY: read_money,
    FactType.NUMBER: read_number,
    FactType.TEXT: _read_any_text,
    FactType.BOOLEAN: read_boolean,
}


def read_value(value: object, path: str, reading: Reading) -> FactValue:
    """Read the value of the fact that the table names."""
    return read_fact(str(reading.table.get("name")), value, path, reading)


def read_fact(name: str, value: object, path: str, reading: Reading) -> FactValue:
    """Read a value as its declared type says; what is not declared stays as it came."""
    if name in reading.facts:
        read: Callable[[object, str, Reading], FactValue] = _FACTS[reading.facts[name]]
        return read(value, path, reading)
    if isinstance(value, float):
        return read_number(value, path, reading)
    if isinstance(value, str | int | Decimal | Money) or type(value) is date:
        return value
    raise fault(
        "GR004",
        phrase("no value of the fact `{name}`", name=name),
        path,
        value=value,
        expected=_A_FACT,
    )


def read_facts(value: object, path: str, reading: Reading) -> tuple[tuple[str, FactValue], ...]:
    """Read a table from fact to value."""

    def pair(name: str, item: object) -> Callable[[], tuple[str, FactValue]]:
        return lambda: (name, read_fact(name, item, under(path, name), reading))

    return tuple(gather(pair(*item) for item in as_table(value, path).items()))


def read_instants(value: object, path: str, reading: Reading) -> tuple[tuple[str, datetime], ...]:
    """Read a table from name to instant."""

    def pair(name: str, item: object) -> Callable[[], tuple[str, datetime]]:
        return lambda: (name, read_instant(item, under(path, name), reading))

    return tuple(gather(pair(*item) for item in as_table(value, path).items()))


def read_texts(value: object, path: str, reading: Reading) -> frozenset[str]:
    """Read a list of texts, whose order does not matter."""
    return _read_set(value, path, lambda item, place: read_text(item, place, reading))


def read_details(value: object, path: str, _reading: Reading) -> frozenset[str]:
    """Read a list of details of the client."""
    return _read_set(value, path, _read_detail)


def _read_detail(value: object, path: str) -> str:
    if value in DETAILS:
        return str(value)
    raise fault(
        "GR005",
        phrase("no detail of a client"),
        path,
        value=value,
        expected=", ".join(f"`{detail}`" for detail in DETAILS),
        help=suggestion(str(value), DETAILS),
    )


def _read_set(value: object, path: str, read: Callable[[object, str], str]) -> frozenset[str]:
    def one(item: object, place: str) -> Callable[[], str]:
        return lambda: read(item, place)

    items = [value] if isinstance(value, str) else as_list(value, path)
    return frozenset(gather(one(item, f"{path}[{i}]") for i, item in enumerate(items)))
