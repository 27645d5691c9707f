"""The events that concern a person: away, held, released, a fact, or a policy's own."""

from collections.abc import Callable
from typing import Final, cast, get_args

from ghostrules.documents import as_list, choices, fault, gather, suggestion, under
from ghostrules.events import (
    FIELDS,
    NAMES,
    Away,
    Event,
    FactChanged,
    Held,
    Opening,
    Reading,
    Released,
    Signal,
    Who,
    Zone,
    read_event,
    to_document,
)
from ghostrules.phrases import phrase

PersonEvent = Away | Held | Released | FactChanged | Signal

_CLASSES: Final = get_args(PersonEvent)
_TYPO: Final = 0.75


def read_events(value: object, path: str, zone: Zone) -> tuple[PersonEvent, ...]:
    """Read the events of a person; times without an offset are the person's local ones."""
    items = enumerate(as_list(value, path))
    return tuple(gather(_event(item, f"{path}[{i}]", Reading(zone)) for i, item in items))


def _event(value: object, path: str, reading: Reading) -> Callable[[], PersonEvent]:
    def read() -> PersonEvent:
        is_event = type(value) in FIELDS
        event = cast("Opening | Event", value) if is_event else read_event(value, path, reading)
        if isinstance(event, Away):
            _check_whose(event, path)
        if isinstance(event, Signal):
            _check_name(event, path)
        if isinstance(event, _CLASSES):
            return cast("PersonEvent", event)
        raise _not_the_persons(event, path)

    return read


def _check_whose(event: Away, path: str) -> None:
    if event.who is Who.US:
        raise fault(
            "GR302",
            phrase("it is the party itself that is away"),
            under(path, "who"),
            value="us",
            help=phrase("leave `who` out"),
        )


def _check_name(event: Signal, path: str) -> None:
    meant = suggestion(event.name, NAMES.values(), alike=_TYPO)
    if meant is not None:
        raise fault(
            "GR005",
            phrase("`{event}` is no event that is known here", event=event.name),
            under(path, "event"),
            value=event.name,
            help=meant,
        )


def _not_the_persons(event: Opening | Event, path: str) -> Exception:
    name = str(to_document(event)["event"])
    return fault(
        "GR302",
        phrase("`{name}` happens to a case and not to a person", name=name),
        under(path, "event"),
        value=name,
        expected=phrase(
            "{known}, or an event of your policies such as `insolvent`",
            known=choices([NAMES[kind] for kind in _CLASSES if kind in NAMES]),
        ),
        help=phrase("tell it to the case"),
    )
