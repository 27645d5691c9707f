"""What happens to a person concerns each of the person's cases."""

from collections.abc import Iterable

from attrs import evolve

from ghostrules.events import DETAILS, Away, Event, FactChanged, Opening, Signal, Who
from ghostrules.parties._events import PersonEvent
from ghostrules.parties._party import Party
from ghostrules.policy import Policy

Journal = tuple[Opening | Event, ...]


def with_person(
    events: Iterable[Opening | Event],
    party: Party,
    *,
    policy: Policy | None = None,
    who: Who | str = Who.CLIENT,
) -> Journal:
    """Put what happened to a person among the events of one of the person's cases.

    >>> from datetime import UTC, date, datetime
    >>> from ghostrules.events import Replied, Started
    >>> began, away, replied = (datetime(2026, 7, day, 9, tzinfo=UTC) for day in (1, 3, 6))
    >>> acme = Party("acme", "NL", events=[Away(date(2026, 7, 10), at=away)])
    >>> journal = with_person([Started("acme-7", at=began), Replied(at=replied)], acme)
    >>> [type(event).__name__ for event in journal]
    ['Started', 'Away', 'Replied']

    The opening stays first and the case's own events stay in their order; each event of the
    person comes before the first of them that is not earlier. What the journal holds already is
    not repeated. With a `policy`, signals and facts that it does not know are left out. `who` is
    `us` where the party is ourselves.
    """
    opening, *own = events
    journal: list[Opening | Event] = [opening, *own]
    for event in sorted(_concerning(party, policy, Who(who)), key=lambda event: event.at):
        if event not in journal:
            journal.insert(_place(journal, event), event)
    return tuple(journal)


def _place(journal: list[Opening | Event], event: Event) -> int:
    later = (i for i, own in enumerate(journal[1:], start=1) if own.at >= event.at)
    return next(later, len(journal))


def _concerning(party: Party, policy: Policy | None, who: Who) -> list[Event]:
    known = (event for event in party.events if policy is None or _is_known(event, policy))
    return [evolve(event, who=who) if isinstance(event, Away) else event for event in known]


def _is_known(event: PersonEvent, policy: Policy) -> bool:
    match event:
        case Signal():
            reactions = (reaction.event for reaction in policy.on)
            return event.name in (*dict(policy.ends), *reactions)
        case FactChanged():
            return event.name in (*dict(policy.facts), *DETAILS)
        case _:
            return True
