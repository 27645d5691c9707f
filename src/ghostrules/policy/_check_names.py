"""Names: none twice, and none that already means something else."""

from collections.abc import Iterator
from typing import Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._words import ClientDetail

_START: Final = "start"
# Events that no policy can name, and facts that every policy has without declaring them.
_EVENTS: Final = {
    "elapsed": "the passing of time",
    "undone": "the undoing of an end",
    "retracted": "the taking back of an event",
    "adopted": "the taking over of a case",
}
_STARTED: Final = "started"
_FACTS: Final = {
    _START: "the event that opened the case",
    "round": "the number of the round",
    **dict.fromkeys(map(str, ClientDetail), "a detail of the client"),
}


def names(outline: Outline) -> Iterator[Diagnostic]:
    """Report ids that stand twice, and names that are taken."""
    for row in outline.rows:
        yield from _twice(outline, row)
        yield from _taken(outline, row)
    for fact in outline.facts:
        if fact in _FACTS:
            yield _reserved(fact, "a fact", _FACTS[fact], f"facts.{fact}")
    for event, path in _events(outline):
        if event in _EVENTS:
            yield _reserved(event, "an event of a policy", _EVENTS[event], path)
        if event == _STARTED != outline.policy.starts:
            yield _reserved(event, "an event of a policy", "the opening of a case", path)


def _twice(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    first = outline.places[row.step.id]
    if first != row.index:
        yield diagnostic(
            "GR112",
            f"`step[{first}]` has the id `{row.step.id}` too",
            path=row.place("id"),
            help=f"give each step an id of its own, such as `{_second(outline, row.step.id)}`",
        )


def _second(outline: Outline, id: str) -> str:
    tries = (f"{word}-{id}" for word in ("second", "third", "fourth", "further"))
    events = [event for event, _ in _events(outline)]
    taken = {*outline.places, *outline.facts, *events}
    return next((name for name in tries if name not in taken), f"last-{id}")


def _taken(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    id, path = row.step.id, row.place("id")
    if id == _START:
        yield _reserved(id, "a step", "the event that opened the case", path)
    if id in outline.facts:
        yield _reserved(id, "a step", "a fact", path)
    if id in [event for event, _ in _events(outline)]:
        yield _reserved(id, "a step", "an event", path)


def _reserved(name: str, what: str, taken: str, path: str) -> Diagnostic:
    return diagnostic(
        "GR116",
        f"`{name}` cannot name {what}, for it names {taken}",
        path=path,
        help="choose another name",
    )


def _events(outline: Outline) -> Iterator[tuple[str, str]]:
    yield outline.policy.starts, "starts"
    for event, _ in outline.policy.ends:
        yield event, "ends"
    for index, reaction in enumerate(outline.policy.on):
        yield reaction.event, f"on[{index}].event"
