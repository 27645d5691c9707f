"""What a faulty document means, as far as it can be read: its other faults are told too (L20).

What is at fault is left out, or stands in for itself where a step needs it. A judgement is dropped
where it could be false because of that.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, cast

from attrs import frozen

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import Faulty, is_table
from ghostrules.errors import PolicyError
from ghostrules.policy._check import check
from ghostrules.policy._ordinals import ordinal
from ghostrules.policy._policy import Policy
from ghostrules.policy._steps import line_table

_UNREAD: Final = "unread-step"
_NEEDED: Final = ("id", "when", "do")
_MOST: Final = 100
_IN_STEP: Final = re.compile(r"(steps?)\[(\d+)\](?:\.(.+))?", re.DOTALL)
_IN_CHANGE: Final = re.compile(r"change\.([a-z0-9-]+)\.(.+)", re.DOTALL)
_MEANT: Final = re.compile(r"did you mean `([\w-]+)`\?")
_STRUCTURE: Final = frozenset({"step", "steps", "use", "change", "drop", "language"})
# What could be said falsely of a policy from which a key is left out.
_BLURRED: Final[Mapping[str, frozenset[str]]] = {
    "id": frozenset({"GR101", "GR106", "GR129", "GR131", "GR143"}),
    "when": frozenset({"GR106", "GR113", "GR120", "GR125", "GR139", "GR144"}),
    "do": frozenset({"GR106", "GR123", "GR124", "GR138", "GR140"}),
    "only_if": frozenset({"GR103", "GR111", "GR113"}),
    "unless": frozenset({"GR103", "GR111", "GR113"}),
    "answer_within": frozenset({"GR106", "GR119", "GR139"}),
    "outcome": frozenset({"GR121", "GR131"}),
    "if_late": frozenset(),
    "ends": frozenset({"GR105", "GR131", "GR132"}),
    "on": frozenset({"GR105", "GR113"}),
    "starts": frozenset({"GR116", "GR122", "GR132"}),
    "facts": frozenset({"GR101", "GR129", "GR137", "GR143"}),
    "requires": frozenset({"GR111"}),
    "labels": frozenset({"GR143", "GR144", "GR145"}),
}

Read = Callable[[Mapping[str, object]], dict[str, Any]]


class _LostError(Exception):
    """Too little can be read to say what is meant."""


@frozen
class _Slip:
    """A place at fault: a key of the policy, of the step at `step`, or of a changed step.

    Without a key the step as a whole is meant.
    """

    key: str | None
    step: int | str | None = None


def also_meant(
    document: Mapping[str, object],
    faults: tuple[Diagnostic, ...],
    read: Read,
    text: str | None,
) -> list[Diagnostic]:
    """Judge the meaning of a document with faults; nothing is said that could be false."""
    if len(faults) > _MOST:
        return []
    try:
        slips = [_slip(document, fault) for fault in faults]
        policy = Policy(**read(_rest(document, slips)))
    except (_LostError, Faulty, PolicyError):
        return []
    unread = {*_keys(slips, faults), *_missing(document)}
    blurred = {code for key in unread for code in _BLURRED.get(key, ())}
    found = check(policy, text)
    return [one for one in found if one.code not in blurred and _UNREAD not in str(one)]


def _keys(slips: Iterable[_Slip], faults: Iterable[Diagnostic]) -> Iterator[str]:
    """Give every key that is at fault, and every key that was probably meant by one."""
    for slip in slips:
        yield from _NEEDED if slip.key is None else (slip.key,)
    for fault in faults:
        yield from _MEANT.findall(fault.help or "")


def _missing(document: Mapping[str, object]) -> set[str]:
    tables = [_table(item, i) for i, item in enumerate(_items(document)) if _is_plain(item)]
    return {key for table in tables for key in _NEEDED if key not in table}


def _is_plain(item: object) -> bool:
    """Tell a step that a document can hold from a value of Python."""
    return isinstance(item, str) or is_table(item)


def _items(document: Mapping[str, object]) -> list[object]:
    items = document.get("step", document.get("steps"))
    return list(cast("list[object]", items)) if isinstance(items, list | tuple) else []


def _slip(document: Mapping[str, object], fault: Diagnostic) -> _Slip:
    in_step = _IN_STEP.fullmatch(fault.path)
    if in_step:
        index = int(in_step[2])
        table = _table(dict(enumerate(_items(document))).get(index), index)
        whole = in_step[3] is None
        return _Slip(_whole(fault) if whole else _key_in(table, in_step[3]), index)
    in_change = _IN_CHANGE.fullmatch(fault.path)
    if in_change:
        step, key = in_change.groups()
        name = _key_in(_changes(document).get(step, {}), key)
        _refuse_change(name, *_MEANT.findall(fault.help or ""))
        return _Slip(name, step)
    if fault.path == "" and fault.code == "GR003":
        return _Slip("")
    return _Slip(_key_in(document, fault.path, _STRUCTURE))


def _changes(document: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    changes = document.get("change")
    if is_table(changes) and all(map(is_table, cast("Mapping[str, object]", changes).values())):
        return cast("Mapping[str, Mapping[str, object]]", changes)
    raise _LostError


def _whole(fault: Diagnostic) -> str | None:
    """A step without a key that it needs is a table like others; else nothing of it is known."""
    return "" if fault.code == "GR003" else None


def _refuse_change(*keys: str) -> None:
    """A changed step from which such a key is left out would be judged by that of the built-in."""
    if not _BLURRED.keys().isdisjoint(keys):
        raise _LostError


def _key_in(table: Mapping[str, object], path: str, structure: frozenset[str] = frozenset()) -> str:
    for key in table:
        if key not in structure and (path == key or path.startswith((f"{key}.", f"{key}["))):
            return key
    raise _LostError


def _rest(document: Mapping[str, object], slips: list[_Slip]) -> dict[str, object]:
    """Leave out every key at fault, and fill in what steps need."""
    rest = {key: value for key, value in document.items() if _Slip(key) not in slips}
    if "use" not in rest:
        rest.setdefault("id", "unread")
    if "change" in rest:
        changes = _changes(rest)
        rest["change"] = {name: _without(table, name, slips) for name, table in changes.items()}
    for name in {"step", "steps"} & rest.keys():
        rest[name] = [_filled(item, i, slips) for i, item in enumerate(_items(document))]
    return rest


def _without(table: Mapping[str, object], step: int | str, slips: list[_Slip]) -> dict[str, object]:
    return {key: value for key, value in table.items() if _Slip(key, step) not in slips}


def _filled(item: object, index: int, slips: list[_Slip]) -> object:
    whole = _Slip(None, index) in slips
    if not whole and not _is_plain(item):
        return item
    stands_in = {"id": _name(item, index), "when": "start+1d", "do": "note"}
    return stands_in | ({} if whole else _without(_table(item, index), index, slips))


def _name(item: object, index: int) -> str:
    name = ordinal(index + 1)
    return name if isinstance(item, str) else f"{_UNREAD}-{name}"


def _table(item: object, index: int) -> Mapping[str, object]:
    if isinstance(item, str):
        return {"id": _name(item, index), **line_table(item)}
    return cast("Mapping[str, object]", item) if is_table(item) else {}
