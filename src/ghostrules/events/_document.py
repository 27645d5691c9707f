"""Events in and out of documents, by the table of what each carries."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from attrs import evolve

from ghostrules.conditions import FactType
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import (
    REQUIRED,
    Faulty,
    as_table,
    diagnostic,
    fault,
    gather,
    refuse_deep,
    suggestion,
    under,
    unknown_keys,
)
from ghostrules.errors import EventError
from ghostrules.events._fields import AT, CARRIED, CLASSES, OPENINGS, REASON, Field, Fields
from ghostrules.events._reading import Reading, Zone, read_text
from ghostrules.events._values import Event, Opening, Retracted, Signal, Told, name_of
from ghostrules.phrases import phrase, told_apart

T = TypeVar("T")

_NOT_TOLD: Final = ("elapsed", "retracted", *OPENINGS.values())


def to_document(event: Opening | Event) -> dict[str, Any]:
    """Write an event as plain values that JSON and TOML know.

    >>> from datetime import UTC, date, datetime
    >>> from ghostrules.events import Away
    >>> to_document(Away(date(2026, 4, 10), at=datetime(2026, 3, 30, 12, tzinfo=UTC)))
    {'event': 'away', 'at': '2026-03-30T12:00:00+00:00', 'until': '2026-04-10'}

    Instants are written in UTC, money as `250.00 EUR`, exact decimals as text; what is as it is
    without being said is left out. `from_document` reads it back, equal. Raises `EventError` for
    a signal that has the name of another event.
    """
    written = {"event": _name(event), "at": AT.write(event.at)}
    for field in FIELDS[type(event)]:
        value = getattr(event, field.attribute)
        if value != field.default:
            written[field.name] = field.write(value)
    return written


def _name(event: Opening | Event) -> str:
    if type(event) in OPENINGS:
        return OPENINGS[type(event)]
    name = name_of(cast("Event", event))
    if isinstance(event, Signal) and name in CLASSES:
        raise EventError(f"`{name}` is an event of its own, expected another name for a signal")
    return name


def from_document(
    document: Mapping[str, object],
    *,
    zone: Zone | None = None,
    facts: Mapping[str, FactType] | None = None,
    signals: Collection[str] | None = None,
) -> Opening | Event:
    """Read an event from a mapping, such as parsed TOML or JSON.

    >>> from_document({"event": "replied", "at": "2026-03-30T12:00:00+00:00"}).at.hour
    12

    `zone` turns a local time without an offset into an aware one; without it such a time is
    refused (L1). `facts` are the types that the policy declares (`dict(policy.facts)`); values
    of other facts stay as they came. `signals` are the names of the policy's own events; where
    they are given, a name that is neither is refused. Raises `EventError` with every fault.
    """
    reading = Reading(zone, facts or {}, signals)

    def read() -> Opening | Event:
        refuse_deep(document)
        return read_event(document, "", reading)

    return told(read)


def told(read: Callable[[], T]) -> T:
    """Read, and raise the faults as an `EventError`."""
    try:
        return read()
    except Faulty as faulty:
        raise EventError("\n".join(map(_sentence, faulty.diagnostics))) from None


def _sentence(found: Diagnostic) -> str:
    parts = (
        f"{found.path}: {found.message}" if found.path else found.message,
        found.value and f"found `{found.value}`",
        found.expected and f"expected {found.expected}",
    )
    said = ", ".join(part for part in parts if part)
    return said if found.help is None else f"{said}; {found.help}"


def read_event(value: object, path: str, reading: Reading) -> Opening | Event:
    """Read an event at a place in a document; raises its faults as a reader does."""
    table = as_table(value, path)
    kind = _kind(table, path, reading)
    try:
        return cast("Opening | Event", kind(**_read_all(kind, table, path, reading)))
    except EventError as error:
        message, help = told_apart(error.words)
        raise fault("GR004", message, path, help=help) from error


def _read_all(
    kind: type, table: Mapping[str, object], path: str, reading: Reading
) -> dict[str, Any]:
    fields = (AT, *FIELDS[kind])
    here = evolve(reading, table=table)
    reads = [_strangers(kind, table, path), *(_one(field, table, path, here) for field in fields)]
    values = {name: value for read in gather(reads) for name, value in read.items()}
    return {"name": table["event"], **values} if kind is Signal else values


def _one(
    field: Field, table: Mapping[str, object], path: str, reading: Reading
) -> Callable[[], dict[str, Any]]:
    def read() -> dict[str, Any]:
        if field.name in table:
            value = field.read(table[field.name], under(path, field.name), reading)
            return {field.attribute: value}
        if field.default is REQUIRED:
            raise missing(field.name, field.about, path)
        return {}

    return read


def missing(name: str, about: str, path: str) -> Faulty:
    """Make the fault of a key that is not there."""
    return fault(
        "GR003",
        phrase("`{key}` is missing", key=name),
        path,
        expected=phrase("`{key}`: {about}", key=name, about=about),
    )


def _strangers(kind: type, table: Mapping[str, object], path: str) -> Callable[[], dict[str, Any]]:
    names = ["event", *(field.name for field in (AT, *FIELDS[kind]))]

    def refuse() -> dict[str, Any]:
        strange = unknown_keys(table, names, path)
        if strange and kind is Signal:
            strange += _meant(table, path)
        if strange:
            raise Faulty(*strange)
        return {}

    return refuse


def _meant(table: Mapping[str, object], path: str) -> list[Diagnostic]:
    """Where a signal carries too much, an event that carries just this may have been meant."""
    name = str(table["event"])
    help = suggestion(name, (known for known in CLASSES if _carries(CLASSES[known], table)))
    if help is None:
        return []
    message = phrase("`{name}` is none of the events that carry this", name=name)
    return [diagnostic("GR005", message, path=under(path, "event"), help=help)]


def _carries(kind: type, table: Mapping[str, object]) -> bool:
    return {*table} <= {"event", "at", *(field.name for field in FIELDS[kind])}


def _kind(table: Mapping[str, object], path: str, reading: Reading) -> type:
    if "event" not in table:
        raise missing("event", phrase("the name of an event, such as `replied`"), path)
    name = read_text(table["event"], under(path, "event"), reading)
    if name in CLASSES:
        return CLASSES[name]
    if reading.signals is None or name in reading.signals:
        return Signal
    raise fault(
        "GR005",
        phrase("`{name}` is no event that is known here", name=name),
        under(path, "event"),
        value=name,
        help=suggestion(name, (*CLASSES, *reading.signals))
        or phrase("the events are {known}", known=", ".join([*reading.signals, *CLASSES])),
    )


def _read_told(value: object, path: str, reading: Reading) -> Told:
    event = read_event(value, path, reading)
    if _name(event) not in _NOT_TOLD:
        return cast("Told", event)
    raise fault(
        "GR005",
        phrase("`{event}` cannot be retracted", event=_name(event)),
        under(path, "event"),
        expected=phrase("something that was told, such as `replied`"),
    )


_RETRACTS: Final = Field(
    "retracts",
    phrase("the event that was a mistake, whole"),
    _read_told,
    write=to_document,
    default=REQUIRED,
    attribute="event",
)
FIELDS: Final[Mapping[type, Fields]] = MappingProxyType({**CARRIED, Retracted: (_RETRACTS, REASON)})
