"""Journals: the events of a case in the order in which they were learned, as one document."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final, cast

from ghostrules.conditions import FactType
from ghostrules.documents import (
    Faulty,
    as_list,
    as_table,
    fault,
    gather,
    is_table,
    refuse_deep,
    unknown_keys,
)
from ghostrules.errors import EventError
from ghostrules.events._document import missing, read_event, to_document, told
from ghostrules.events._fields import OPENINGS
from ghostrules.events._reading import Reading, Zone
from ghostrules.events._values import Adopted, Event, Opening, Started
from ghostrules.phrases import Phrase, phrase

FORMAT: Final = 1
Journal = tuple[Opening | Event, ...]

_KEYS: Final = ("format", "events")


def journal_document(events: Iterable[Opening | Event]) -> dict[str, Any]:
    """Write a journal: what opened the case, and everything after, in order.

    >>> from datetime import UTC, datetime
    >>> from ghostrules.events import Replied, Started
    >>> began = datetime(2026, 3, 25, 10, tzinfo=UTC)
    >>> document = journal_document([Started("acme-7", at=began), Replied(at=began)])
    >>> document["format"], [event["event"] for event in document["events"]]
    (1, ['started', 'replied'])

    Raises `EventError` where the first is no opening, or a later one is.
    """
    listed = list(events)
    if not listed:
        raise EventError(phrase("the journal is empty, expected `started` or `adopted` first"))
    for number, event in enumerate(listed):
        if isinstance(event, Started | Adopted) != (number == 0):
            name = to_document(event)["event"]
            raise EventError(f"events[{number}]: {_misplaced(name)}, expected {_expected(number)}")
    return {"format": FORMAT, "events": [to_document(event) for event in listed]}


def read_journal(
    document: Mapping[str, object],
    *,
    zone: Zone | None = None,
    facts: Mapping[str, FactType] | None = None,
    signals: Collection[str] | None = None,
) -> Journal:
    """Read a journal; the first of its events opens the case, and no other does.

    >>> began = {"event": "started", "case": "acme-7", "at": "2026-03-25T10:00:00+00:00"}
    >>> read_journal({"format": 1, "events": [began]})[0].case
    'acme-7'

    The arguments are those of `from_document`. Raises `EventError` with every fault of every
    event, and for a format that this version does not know.
    """
    reading = Reading(zone, facts or {}, signals)
    return told(lambda: _read(document, reading))


def _read(document: object, reading: Reading) -> Journal:
    refuse_deep(document)
    table = as_table(document, "")
    _check_format(table)
    strange = unknown_keys(table, _KEYS, "")
    if strange:
        raise Faulty(*strange)
    if "events" not in table:
        raise missing("events", phrase("the events, in order"), "")
    items = as_list(table["events"], "events")
    if not items:
        raise fault(
            "GR003",
            phrase("the journal is empty"),
            "events",
            expected=phrase("`started` or `adopted` first"),
        )
    return tuple(gather(_event(item, i, reading) for i, item in enumerate(items)))


def _check_format(table: Mapping[str, object]) -> None:
    if "format" not in table:
        raise missing("format", phrase("the format of the journal, `{format}`", format=FORMAT), "")
    if table["format"] is True or table["format"] != FORMAT:
        raise fault(
            "GR005",
            phrase("a journal in a format that this version does not know"),
            "format",
            value=table["format"],
            expected=f"`{FORMAT}`",
            help=phrase("use the version of ghostrules that wrote it, or a later one"),
        )


def _event(item: object, number: int, reading: Reading) -> Callable[[], Opening | Event]:
    path = f"events[{number}]"

    def read() -> Opening | Event:
        if is_table(item):
            _check_place(cast("Mapping[str, object]", item).get("event"), number, path)
        return read_event(item, path, reading)

    return read


def _check_place(name: object, number: int, path: str) -> None:
    if isinstance(name, str) and (name in OPENINGS.values()) != (number == 0):
        raise fault("GR005", _misplaced(name), path, expected=_expected(number))


def _misplaced(name: str) -> Phrase:
    return phrase("`{name}` stands in the wrong place", name=name)


def _expected(number: int) -> Phrase:
    if number:
        return phrase("an event of an open case")
    return phrase("`started` or `adopted` as the first event")
