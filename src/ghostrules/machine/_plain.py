"""Values as JSON knows them, and back, by the annotations of what holds them.

A document follows the annotations of the state and of what it holds, so the two cannot drift
apart. An instant is a number of seconds since 1970 in UTC, which keeps every microsecond.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from attrs import fields, has

from ghostrules.calendars import Instant
from ghostrules.errors import EventError, StateError
from ghostrules.money import Money

Document = dict[str, Any]

_SECOND: Final = 1_000_000
_FURTHEST: Final = 10**12


def write_fields(kind: Any, value: Any, defaults: Mapping[str, Any]) -> Document:  # noqa: ANN401
    """Write the fields of a value that are not as usual."""
    document: Document = {}
    for name, hint in _hints(kind).items():
        one = getattr(value, name)
        if one is not None and (name not in defaults or one != defaults[name]):
            document[name] = _write(hint, one)
    return document


def _write(kind: Any, value: Any) -> Any:  # noqa: ANN401 - whatever a state holds
    if value is None or isinstance(value, bool | str):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, int):
        return _seconds(value) if Instant in (kind, *get_args(kind)) else value
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    tag = _TAGS.get(cast("Any", type(value)))
    if tag is not None:
        return {tag[0]: tag[1](value)}
    if _has_fields(type(value)):
        return write_fields(type(value), value, getattr(value, "_field_defaults", {}))
    return _write_items(get_args(kind), value)


def _write_items(kinds: tuple[Any, ...], items: tuple[Any, ...]) -> list[Any]:
    return [_write(kind, item) for kind, item in zip(_each(kinds, items), items, strict=True)]


def _each(kinds: tuple[Any, ...], items: tuple[Any, ...] | list[Any]) -> list[Any]:
    """Give the kind of each item of a tuple, `tuple[X, ...]` among them."""
    return [kinds[0]] * len(items) if kinds[-1] is ... else list(kinds)


def _seconds(at: int) -> int | float:
    whole, rest = divmod(at, _SECOND)
    return at / _SECOND if rest else whole


def _has_fields(kind: Any) -> bool:  # noqa: ANN401 - any class
    return kind not in _TAGS and (hasattr(kind, "_fields") or has(kind))


def _write_money(money: Any) -> str:  # noqa: ANN401 - money
    return f"{money.amount} {money.currency}"


def _iso(day: Any) -> str:  # noqa: ANN401 - a date
    return str(day.isoformat())


_TAGS: Final[Mapping[type, tuple[str, Callable[[Any], str]]]] = {
    date: ("date", _iso),
    Decimal: ("number", str),
    Money: ("money", _write_money),
}
_UNTAGGED: Final[Mapping[str, Callable[[str], object]]] = {
    "date": date.fromisoformat,
    "number": Decimal,
    "money": Money.parse,
}


def read(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401 - whatever a state holds
    """Read a value back, or raise `StateError` with what is wrong where."""
    if kind == Instant:
        return _instant(value, path)
    if get_origin(kind) in (Union, UnionType):
        return _read_one_of(get_args(kind), value, path)
    if _has_fields(kind):
        return _read_fields(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _read_word(kind, value, path)
    return _read_items_or_plain(kind, value, path)


def _read_items_or_plain(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401 - see above
    origin = get_origin(kind)
    if origin is tuple:
        return _read_items(get_args(kind), value, path)
    if origin is frozenset:
        return frozenset(_read_items((str, ...), value, path))
    return _read_plain((kind,), value, path)


def _instant(value: Any, path: str) -> int:  # noqa: ANN401 - whatever a document holds
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not -_FURTHEST < value < _FURTHEST:
        raise _wrong(path, value, "a number of seconds")
    return value * _SECOND if isinstance(value, int) else round(value * _SECOND)


def _read_one_of(kinds: tuple[Any, ...], value: Any, path: str) -> Any:  # noqa: ANN401 - see above
    if value is None and type(None) in kinds:
        return None
    others = tuple(kind for kind in kinds if kind is not type(None))
    if Instant in others and isinstance(value, int | float):
        return _instant(value, path)
    others = tuple(kind for kind in others if kind != Instant) or others
    return read(others[0], value, path) if len(others) == 1 else _read_plain(others, value, path)


def _read_items(kinds: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise _wrong(path, value, "a list")
    items = cast("list[object]", value)
    each = _each(kinds, items)
    if len(each) != len(items):
        raise _wrong(path, items, f"{len(each)} items")
    return tuple(
        read(kind, item, f"{path}[{i}]")
        for i, (kind, item) in enumerate(zip(each, items, strict=True))
    )


def _read_fields(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401 - one of our values
    if not isinstance(value, Mapping):
        raise _wrong(path, value, "a table")
    told, hints = cast("Mapping[str, object]", value), _hints(kind)
    strange = [name for name in told if name not in hints]
    if strange:
        raise StateError(f"`{path}` has a key `{strange[0]}`, expected one of a state")
    defaults = getattr(kind, "_field_defaults", {})
    values = {
        name: read(hint, told[name], f"{path}.{name}")
        if name in told
        else _default(hint, defaults, name, path)
        for name, hint in hints.items()
    }
    return kind(**values)


def _default(hint: Any, defaults: Mapping[str, Any], name: str, path: str) -> Any:  # noqa: ANN401
    if name in defaults:
        return defaults[name]
    if type(None) in get_args(hint):
        return None
    raise StateError(f"`{path}.{name}` is missing")


@cache
def _hints(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - one of our values
    names = kind._fields if hasattr(kind, "_fields") else [one.name for one in fields(kind)]
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in names}


def _read_word(kind: type[StrEnum], value: object, path: str) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError as error:
        raise _wrong(path, value, " or ".join(f"`{word}`" for word in kind)) from error


def _read_plain(kinds: tuple[Any, ...], value: Any, path: str) -> Any:  # noqa: ANN401 - see above
    if isinstance(value, Mapping):
        value = _untagged(cast("Mapping[str, Any]", value), path)
    is_truth = isinstance(value, bool) and bool not in kinds
    if is_truth or not isinstance(value, kinds):
        raise _wrong(path, value, " or ".join(kind.__name__ for kind in kinds))
    return value


def _untagged(value: Mapping[str, Any], path: str) -> object:
    tag = next(iter(value), "")
    if len(value) != 1 or tag not in _UNTAGGED or not isinstance(value[tag], str):
        raise _wrong(path, value, "a plain value")
    try:
        return _UNTAGGED[tag](value[tag])
    except (ValueError, InvalidOperation, EventError) as error:
        raise _wrong(path, value[tag], f"a {tag}") from error


def _wrong(path: str, value: object, expected: str) -> StateError:
    return StateError(f"`{path}` is `{str(value)[:80]}`, expected {expected}")
