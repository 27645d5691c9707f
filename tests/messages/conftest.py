"""Cases whose messages are rendered."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ghostrules import Elapsed, Intent, Machine, Money, Party, State, built_in, compile
from ghostrules.messages import Correspondence, FieldValue

CLIENT = Party(
    "acme",
    "NL",
    name="Acme B.V.",
    language="en",
    contacts={
        "main": {
            "email": "mia@acme.example",
            "phone": "+31 20 765 4321",
            "handle": "@acme",
            "address": "Dam 1",
        }
    },
)
SENDER = Party(
    "me",
    "TR",
    name="Ada Yılmaz",
    timezone="Europe/Istanbul",
    language="en",
    contacts={"main": {"phone": "+90 212 123 4567", "email": "ada@studio.example"}},
)
KNOWN: dict[str, FieldValue] = {
    "contact": "Mia",
    "project": "the new website",
    "awaited": "the texts",
    "invoice": "2026-017",
    "how-to-pay": "IBAN NL00",
    "timeline": "4 May: texts\n18 May: done",
}
Rendering = Callable[..., list[tuple[State, Intent]]]


def moment(text: str) -> datetime:
    """Read a wall time of June 2026 in Amsterdam, as in `09T10:00`."""
    return datetime.fromisoformat(f"2026-06-{text}").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def about() -> Correspondence:
    """Give everything that the library's own words ask for."""
    return Correspondence(client=CLIENT, sender=SENDER, known=KNOWN)


def machine_of(name: str) -> Machine:
    """Compile a built-in policy for a client in Amsterdam and a sender in Istanbul."""
    return compile(built_in(name), client=CLIENT.calendar(), sender=SENDER.calendar())


def facts_of(machine: Machine) -> dict[str, Any]:
    """Give the facts that a built-in policy declares."""
    facts = {"due": date(2026, 6, 1), "balance": Money.parse("1250 EUR")}
    return {name: facts[name] for name, _ in machine.policy.facts}


def lived(machine: Machine, events: Iterable[Any] = ()) -> list[tuple[State, Intent]]:
    """Give every effect of a case, with the state after it was asked for."""
    state = machine.start(
        at=moment("01T10:00"),
        case="acme-7",
        facts=facts_of(machine),
        details=CLIENT.details,
    )
    asked: list[tuple[State, Intent]] = []
    for event in (*events, None):
        while state.due is not None and (event is None or state.due < event.at):
            state = _tell(machine, state, Elapsed(at=state.due), asked)
        if event is not None:
            state = _tell(machine, state, event, asked)
    return asked


def _tell(machine: Machine, state: State, event: Any, asked: list[tuple[State, Intent]]) -> State:  # noqa: ANN401 - any event
    result = machine.transition(state, event)
    asked.extend((result.state, effect) for effect in result.effects)
    return result.state
