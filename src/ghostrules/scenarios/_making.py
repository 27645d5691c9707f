"""How a scenario is made of a table: what can be read is read, whatever else is at fault."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import frozen

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import (
    Faulty,
    Key,
    as_list,
    fault,
    gather,
    read_keys,
    unknown_keys,
)
from ghostrules.errors import CalendarError
from ghostrules.events import (
    Adopted,
    Opening,
    Reading,
    Started,
    read_details,
    read_facts,
    read_instant,
    read_instants,
    read_texts,
)
from ghostrules.machine import Machine, compile
from ghostrules.policy import Policy
from ghostrules.scenarios._expected import ExpectedEffect, ExpectedEnd, ExpectedStep
from ghostrules.scenarios._expecting import expecting, read_expected
from ghostrules.scenarios._happening import read_tellings, reading_of, with_persons
from ghostrules.scenarios._keys import SCENARIO_KEYS
from ghostrules.scenarios._parties import Parties, demand_named, read_parties
from ghostrules.scenarios._policies import read_policy
from ghostrules.scenarios._scenario import Scenario

T = TypeVar("T")
Table = Mapping[str, object]

_OF_PARTIES: Final = "client"


def make(table: Table, folder: Path, lines: Mapping[str, int]) -> Scenario:
    """Make a scenario, or raise everything that is wrong with it."""
    faults = unknown_keys(table, SCENARIO_KEYS, "")
    keys = _keys(table, faults)
    policy = _tried(lambda: _policy(table, folder), faults)
    parties = _tried(lambda: read_parties(table, folder), faults)
    machine = _tried(lambda: _machine(policy, parties), faults)
    reading = reading_of(policy, None if parties is None else parties.client_calendar)
    known = _tried(lambda: _known(table, reading), faults)
    told = _tried(lambda: read_tellings(as_list(keys.get("event", ()), ""), reading), faults)
    expected = _tried(lambda: _expected(table, keys, policy, reading), faults)
    if machine is None or parties is None or known is None or expected is None or faults:
        raise Faulty(*faults)
    opening = known.opening(keys["case"], parties, machine.policy)
    events = with_persons(opening, told or (), parties, machine.policy)
    alone = "sender" not in table and "me" not in table
    return Scenario(
        machine,
        opening,
        events,
        keys["ticks"],
        known.until,
        *expected,
        assumes_sender=alone,
        lines=lines,
    )


def _tried(read: Callable[[], T], faults: list[Diagnostic]) -> T | None:
    """Read, and put the faults with those found before; one fault never hides the next."""
    try:
        return read()
    except Faulty as faulty:
        faults.extend(faulty.diagnostics)
        return None


def _keys(table: Table, faults: list[Diagnostic]) -> dict[str, Any]:
    """Read what stands alone; what is said of parties is missed with better words elsewhere."""
    values: dict[str, Any] = {}
    for key in SCENARIO_KEYS.values():
        if key.name != _OF_PARTIES:
            values |= _tried(_read(key, table), faults) or {}
    return values


def _read(key: Key, table: Table) -> Callable[[], dict[str, Any]]:
    return lambda: read_keys({key.name: key}, table, "")


def _policy(table: Table, folder: Path) -> Policy | None:
    return read_policy(table["policy"], "policy", folder) if "policy" in table else None


def _machine(policy: Policy | None, parties: Parties | None) -> Machine | None:
    if policy is None or parties is None:
        return None
    demand_named(policy, parties.others)
    sender, client = parties.sender_calendar, parties.client_calendar
    try:
        return compile(policy, sender=sender, client=client, others=parties.others)
    except CalendarError as error:
        raise fault("GR402", error.words, "client") from None


@frozen
class _Known:
    """What is known when the case begins, or is taken over, and until when time passes."""

    start: Any
    started: Any
    done: Any
    facts: Any
    details: Any
    never: Any
    until: Any

    def opening(self, case: str, parties: Parties, policy: Policy) -> Opening:
        """Give the event that opens the case, with what is known of the client."""
        details = self.details
        if details is None and parties.looked:
            details = parties.client.details
        never = frozenset(self.never or ()) | parties.client.refused(policy)
        declared = dict(policy.facts)
        facts = tuple(pair for pair in self.facts or () if pair[0] in declared)
        known: dict[str, Any] = {"facts": facts, "details": details, "never": never}
        if self.started is None and self.done is None:
            return Started(case, at=self.start, **known)
        started = self.start if self.started is None else self.started
        return Adopted(case, at=self.start, started=started, done=self.done or (), **known)


_OPENING: Final = (
    ("start", read_instant),
    ("started", read_instant),
    ("done", read_instants),
    ("facts", read_facts),
    ("details", read_details),
    ("never", read_texts),
    ("until", read_instant),
)


def _known(table: Table, reading: Reading) -> _Known | None:
    def one(name: str, read: Any) -> Callable[[], Any]:  # noqa: ANN401 - a reader of events
        return lambda: read(table[name], name, reading) if name in table else None

    known = _Known(*gather(one(name, read) for name, read in _OPENING))
    return known if "start" in table else None


Expected = tuple[tuple[ExpectedStep, ...], tuple[ExpectedEffect, ...], ExpectedEnd | None]


def _expected(table: Table, said: Table, policy: Policy | None, reading: Reading) -> Expected:
    keys = expecting(policy, lambda value, path: read_instant(value, path, reading))
    end = table.get("expect-end")
    found: list[Any] = gather(
        (
            lambda: _listed(ExpectedStep, keys.step, said, "expect"),
            lambda: _listed(ExpectedEffect, keys.effect, said, "expect-effect"),
            lambda: end if end is None else read_expected(ExpectedEnd, keys.end, end, "expect-end"),
        )
    )
    steps, effects, last = found
    return steps, effects, last


def _listed(kind: Any, keys: Any, said: Table, name: str) -> tuple[Any, ...]:  # noqa: ANN401
    def one(item: object, path: str) -> Callable[[], Any]:
        return lambda: read_expected(kind, keys, item, path)

    items = as_list(said.get(name, ()), name)
    return tuple(gather(one(item, f"{name}[{i}]") for i, item in enumerate(items)))
