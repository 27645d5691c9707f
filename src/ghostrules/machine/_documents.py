"""The one document form of a state (L21): plain values, and what is not said is the default.

A document follows the annotations of the state and of what it holds, so the two cannot drift
apart. Instants are whole microseconds since 1970 in UTC, as in the state. Restoring runs nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, TypeGuard, Union, cast, get_args, get_origin, get_type_hints

from attrs import fields, has

from ghostrules.errors import EventError, StateError
from ghostrules.machine._state import FORMAT, LONE, State
from ghostrules.machine._table import Table
from ghostrules.money import Money

Document = dict[str, Any]

# what is not said about a state that has only begun
_USUAL_DOCUMENT: Final[Mapping[str, Any]] = {
    "round": 1,
    "facts": [],
    "row": 0,
    "done": 0,
    "dropped": 0,
    "contact_row": LONE,
}
_USUAL: Final[Mapping[str, Any]] = {**_USUAL_DOCUMENT, "facts": ()}


def to_document(state: State) -> Document:
    """Write a state."""
    document = _write_fields(state._asdict(), {**_USUAL, **State._field_defaults})
    document["calendars"] = _short(state.calendars)
    if state.since_at == state.last_at:
        del document["since_at"]
    return document


def _short(digests: tuple[str, ...]) -> list[str | int]:
    """Write a digest that repeats an earlier one as the place of that."""
    return [
        digest if digests.index(digest) == place else digests.index(digest)
        for place, digest in enumerate(digests)
    ]


def from_document(document: Mapping[str, Any]) -> State:
    """Read a state, or raise `StateError` with what is wrong."""
    if not isinstance(document, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise StateError(f"`{document}` is no document of a state, expected a mapping")
    found = document.get("version")
    if found != FORMAT:
        raise StateError(f"the state has format `{found}`, expected `{FORMAT}`")
    told = {**_USUAL_DOCUMENT, **document}
    told.setdefault("since_at", told.get("last_at"))
    told["calendars"] = _long(told.get("calendars"))
    return cast("State", _read(State, told, "state"))


def _long(digests: object) -> object:
    """Read the digests of calendars, some of them as the place of an equal one."""
    if not isinstance(digests, list):
        return digests
    told = cast("list[object]", digests)
    return [told[one] if _is_place(one, told) else one for one in told]


def _is_place(one: object, told: list[object]) -> TypeGuard[int]:
    return isinstance(one, int) and not isinstance(one, bool) and 0 <= one < len(told)


def fits(table: Table, state: State) -> None:
    """Refuse a state that has not the shape of those of its policy."""
    rows, facts = len(table.rows), len(table.facts)
    if len(state.happened) != rows or len(state.facts) != facts:
        raise StateError(
            f"the state has {len(state.happened)} steps and {len(state.facts)} facts, "
            f"expected {rows} and {facts}"
        )
    numbers = (state.row, *(one.reaction for one in state.changes.responses))
    if not 0 <= state.row <= rows or any(not 0 <= one for one in numbers):
        raise StateError(f"the state stands at step `{state.row}`, expected at most `{rows}`")
    if any(one.reaction >= len(table.reactions) for one in state.changes.responses):
        raise StateError("the state waits for a reaction that the policy has not")


def _write(value: Any) -> Any:  # noqa: ANN401 - whatever a state holds
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, StrEnum) else value
    if hasattr(value, "_asdict"):
        return _write_fields(value._asdict(), value._field_defaults)
    if isinstance(value, tuple):
        return [_write(one) for one in cast("tuple[Any, ...]", value)]  # type: ignore[redundant-cast]
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    kind = cast("Any", type(value))
    tag = _TAGS.get(kind)
    if tag is not None:
        return {tag[0]: tag[1](value)}
    return _write_fields({one.name: getattr(value, one.name) for one in fields(kind)}, {})


def _write_fields(values: Mapping[str, Any], defaults: Mapping[str, Any]) -> Document:
    return {
        name: _write(value)
        for name, value in values.items()
        if value is not None and (name not in defaults or value != defaults[name])
    }


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


def _read(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401 - whatever a state holds
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _read_one_of(get_args(kind), value, path)
    if origin is tuple:
        return _read_items(get_args(kind), value, path)
    if origin is frozenset:
        return frozenset(_read_items((str, ...), value, path))
    if kind not in _TAGS and (hasattr(kind, "_fields") or has(kind)):
        return _read_fields(kind, value, path)
    plain: Any = kind
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _read_word(kind, value, path)
    return _read_plain((plain,), value, path)


def _read_one_of(kinds: tuple[Any, ...], value: Any, path: str) -> Any:  # noqa: ANN401 - see above
    if value is None and type(None) in kinds:
        return None
    others = tuple(kind for kind in kinds if kind is not type(None))
    return _read(others[0], value, path) if len(others) == 1 else _read_plain(others, value, path)


def _read_items(kinds: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise _wrong(path, value, "a list")
    items = cast("list[object]", value)
    each = [kinds[0]] * len(items) if kinds[-1] is ... else list(kinds)
    if len(each) != len(items):
        raise _wrong(path, items, f"{len(each)} items")
    return tuple(
        _read(kind, item, f"{path}[{i}]")
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
        name: _read(hint, told[name], f"{path}.{name}")
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
    hints = get_type_hints(kind)
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
