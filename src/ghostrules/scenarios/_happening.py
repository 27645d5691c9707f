"""The events of a scenario, in the order of the file, with those of the persons among them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Final, cast
from zoneinfo import ZoneInfo

from ghostrules.calendars import Calendar
from ghostrules.documents import as_table, fault, gather, read_truth, under, without
from ghostrules.events import OPENINGS, Event, Opening, Reading, Who, Zone, read_event
from ghostrules.parties import with_person
from ghostrules.phrases import phrase
from ghostrules.policy import Policy
from ghostrules.scenarios._parties import Parties
from ghostrules.scenarios._scenario import Telling

_REFUSED: Final = "refused"


def zone_of(calendar: Calendar) -> Zone:
    """Make the function that reads local times; of one that occurs twice the first (L3)."""
    zone = ZoneInfo(calendar.timezone)
    return lambda local: local.replace(tzinfo=zone, fold=0)


def reading_of(policy: Policy | None, client: Calendar | None) -> Reading:
    """Say how instants, facts and names of events are read, as far as is known."""
    zone = _in_utc if client is None else zone_of(client)
    if policy is None:
        return Reading(zone)
    return Reading(zone, dict(policy.facts), own_events(policy))


def _in_utc(local: datetime) -> datetime:
    return local.replace(tzinfo=UTC)


def own_events(policy: Policy) -> tuple[str, ...]:
    """Name the events that a policy knows by names of its own."""
    names = (policy.starts, *dict(policy.ends), *(reaction.event for reaction in policy.on))
    return tuple(dict.fromkeys(names))


def read_tellings(items: Sequence[object], reading: Reading) -> tuple[Telling, ...]:
    """Read the events of a scenario, each at its place."""
    return tuple(gather(_telling(item, f"event[{i}]", reading) for i, item in enumerate(items)))


def _telling(item: object, path: str, reading: Reading) -> Callable[[], Telling]:
    def read() -> Telling:
        table = as_table(item, path)
        refused = read_truth(table.get(_REFUSED, False), under(path, _REFUSED))
        event = read_event(without(table, (_REFUSED,)), path, reading)
        if type(event) in OPENINGS:
            raise fault("GR005", phrase("the case begins with `start`, and only once"), path)
        return Telling(cast("Event", event), path, refused)

    return read


def with_persons(
    opening: Opening, tellings: Iterable[Telling], parties: Parties, policy: Policy
) -> tuple[Telling, ...]:
    """Put what happened to the client and to ourselves among the events of the case."""
    told = tuple(tellings)
    journal = with_person([opening, *(one.event for one in told)], parties.client, policy=policy)
    journal = with_person(journal, parties.sender, policy=policy, who=Who.US)
    places = {id(one.event): one for one in told}
    return tuple(
        places.get(id(event)) or Telling(cast("Event", event), "client") for event in journal[1:]
    )
