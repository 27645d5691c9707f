"""Names: none twice, and none that already means something else."""

from collections.abc import Iterator
from typing import Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._words import ClientDetail

_START: Final = "start"
# Events that no policy can name, and facts that every policy has without declaring them.
_EVENTS: Final = {
    "elapsed": phrase("the passing of time"),
    "undone": phrase("the undoing of an end"),
    "retracted": phrase("the taking back of an event"),
    "adopted": phrase("the taking over of a case"),
}
_STARTED: Final = "started"
_FACTS: Final = {
    _START: phrase("the event that opened the case"),
    "round": phrase("the number of the round"),
    **dict.fromkeys(map(str, ClientDetail), phrase("a detail of the client")),
}


def names(outline: Outline) -> Iterator[Diagnostic]:
    """Report ids that stand twice, and names that are taken."""
    for row in outline.rows:
        yield from _twice(outline, row)
        yield from _taken(outline, row)
    for fact in outline.facts:
        if fact in _FACTS:
            taken = phrase(
                "`{name}` cannot name a fact, for it names {taken}", name=fact, taken=_FACTS[fact]
            )
            yield _reserved(taken, f"facts.{fact}")
    for event, path in _events(outline):
        if event in _EVENTS:
            yield _taken_event(event, _EVENTS[event], path)
        if event == _STARTED != outline.policy.starts:
            yield _taken_event(event, phrase("the opening of a case"), path)


def _twice(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    first = outline.places[row.step.id]
    if first != row.index:
        yield diagnostic(
            "GR112",
            phrase("`step[{first}]` has the id `{step}` too", first=first, step=row.step.id),
            path=row.place("id"),
            help=phrase(
                "give each step an id of its own, such as `{example}`",
                example=_second(outline, row.step.id),
            ),
        )


def _second(outline: Outline, id: str) -> str:
    tries = (f"{word}-{id}" for word in ("second", "third", "fourth", "further"))
    events = [event for event, _ in _events(outline)]
    taken = {*outline.places, *outline.facts, *events}
    return next((name for name in tries if name not in taken), f"last-{id}")


def _taken(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    id, path = row.step.id, row.place("id")
    if id == _START:
        yield _taken_step(id, _FACTS[_START], path)
    if id in outline.facts:
        yield _taken_step(id, phrase("a fact"), path)
    if id in [event for event, _ in _events(outline)]:
        yield _taken_step(id, phrase("an event"), path)


def _taken_event(name: str, taken: Phrase, path: str) -> Diagnostic:
    message = phrase(
        "`{name}` cannot name an event of a policy, for it names {taken}", name=name, taken=taken
    )
    return _reserved(message, path)


def _taken_step(name: str, taken: Phrase, path: str) -> Diagnostic:
    message = phrase("`{name}` cannot name a step, for it names {taken}", name=name, taken=taken)
    return _reserved(message, path)


def _reserved(message: Phrase, path: str) -> Diagnostic:
    return diagnostic(
        "GR116",
        message,
        path=path,
        help=phrase("choose another name"),
    )


def _events(outline: Outline) -> Iterator[tuple[str, str]]:
    yield outline.policy.starts, "starts"
    for event, _ in outline.policy.ends:
        yield event, "ends"
    for index, reaction in enumerate(outline.policy.on):
        yield reaction.event, f"on[{index}].event"
