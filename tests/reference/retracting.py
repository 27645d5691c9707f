"""A journal of events, and what becomes of it without one of them."""

from collections.abc import Iterable

from attrs import evolve

from ghostrules.events import Elapsed, Event, Retracted

from .history import Case, Fired, Row, Sent
from .interpreter import Reference

Entry = tuple[Event, list[Fired]]


def replay(made: Reference, opened: Case, events: Iterable[Event]) -> tuple[Case, list[Fired]]:
    """Let events happen one after the other; a mistake is taken out of what was before."""
    case, journal = opened, list[Entry]()
    for event in events:
        if isinstance(event, Retracted):
            journal, case = without(made, opened, journal, case, event)
            continue
        if isinstance(event, Elapsed):
            case, fired = made.advance(case, event.at, dict(event.observed))
        else:
            case, fired = made.happen(case, event)
        journal.append((event, fired))
    return case, [fired for _, all_fired in journal for fired in all_fired]


def without(
    made: Reference, opened: Case, journal: list[Entry], case: Case, event: Retracted
) -> tuple[list[Entry], Case]:
    """Rebuild a case without an event that was a mistake."""
    places = [n for n, (each, _) in enumerate(journal) if each == event.event]
    if not places:
        return journal, case
    left = journal[: places[-1]] + journal[places[-1] + 1 :]
    return left, rebuilt(made, opened, left)


def rebuilt(made: Reference, opened: Case, journal: list[Entry]) -> Case:
    """Let the events happen again, but send nothing that was not sent then."""
    case = opened
    for event, fired in journal:
        if isinstance(event, Elapsed):
            case = looked(made, case, event, fired)
        else:
            case, _ = made.happen(case, event)
    return case


def looked(made: Reference, case: Case, event: Elapsed, sent: list[Fired]) -> Case:
    """Look again; what was sent then is recorded as sent, whatever is due now."""
    left = list(sent)
    while True:
        after, new = made.look(case, event.at, dict(event.observed))
        if after is case or any(each not in left for each in new):
            break
        case, left = after, [each for each in left if each not in new]
    for each in left:
        case = recorded(made, case, each)
    return case


def recorded(made: Reference, case: Case, fired: Fired) -> Case:
    """Record one effect as sent, though it would not have been due."""
    rows = [r for r in made.rows if r.step.id == fired.step and r.occurrence == fired.occurrence]
    if not rows:
        return case
    row: Row = rows[0]
    known = case.sent.get(row.number, ())
    places = [n for n, effect in enumerate(made.effects(case, row)) if effect.name == fired.kind]
    free = [n for n in places if n not in {each.position for each in known}]
    if not free:
        return evolve(case, contact_before=max(case.contact_before or fired.at, fired.at))
    sent = Sent(free[0], made.effects(case, row)[free[0]], 1, fired.at)
    case = evolve(case, sent={**case.sent, row.number: (*known, sent)})
    return made.complete(case, row, fired.at) if made.is_complete(case, row) else case
