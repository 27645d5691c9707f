"""Anchors: what a timing counts from exists, comes in time, and has what is asked of it."""

from collections.abc import Iterator

from ghostrules.conditions import FactType
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import choices, diagnostic, suggestion
from ghostrules.phrases import Phrase, phrase, plural
from ghostrules.policy._outline import Outline, Row
from ghostrules.timing import Duration, Part, amounts, anchor_symbol, occurrences


def anchors(outline: Outline) -> Iterator[Diagnostic]:
    """Report every anchor that cannot be counted from."""
    for row in outline.rows:
        name = row.anchor.name
        if name == "start":
            yield from _before_start(row)
        elif name in outline.places:
            yield from _step(outline, row, outline.rows[outline.places[name]])
        elif name in outline.facts:
            yield from _fact(outline, row, outline.facts[name])
        else:
            yield _unknown(outline, row)


def _unknown(outline: Outline, row: Row) -> Diagnostic:
    name = row.anchor.name
    known = list(dict.fromkeys(("start", *outline.places, *outline.facts)))
    return diagnostic(
        "GR101",
        phrase("nothing is called `{name}`", name=name),
        path=row.place("when"),
        expected=phrase("start, a step, or a fact that is a date"),
        help=suggestion(name, known) or _declared(row, name, known),
    )


def _declared(row: Row, name: str, known: list[str]) -> str:
    if any(isinstance(amount, Duration) for amount in amounts(row.when)):
        return phrase("it can count from {known}", known=choices(known))
    return phrase('a fact is declared: `facts = {{ {name} = "date" }}`', name=name)


def _before_start(row: Row) -> Iterator[Diagnostic]:
    if row.backward:
        yield _not_later(
            row, phrase("`{step}` counts back from start, which comes first", step=row.step.id)
        )


def _fact(outline: Outline, row: Row, kind: FactType) -> Iterator[Diagnostic]:
    name, path = row.anchor.name, row.place("when")
    if kind is not FactType.DATE:
        yield diagnostic(
            "GR115",
            phrase(
                "the fact `{name}` is {kind}, and nothing counts from that", name=name, kind=kind
            ),
            path=path,
            expected=f'`{name} = "date"`',
        )
    elif any(isinstance(amount, Duration) for amount in amounts(row.when)):
        yield diagnostic(
            "GR114",
            phrase("`{name}` is a date, and hours cannot be counted from a date", name=name),
            path=path,
            expected=phrase("days, weeks, months or business days"),
            help=phrase("say which day is meant, with `at` for the time of day"),
        )
    yield from _whole(row)


def _whole(row: Row) -> Iterator[Diagnostic]:
    """Only a step has occurrences, a delivery and a deadline."""
    name = row.anchor.name
    if row.anchor.occurrence is not None:
        yield _no_occurrence(row, phrase("`{name}` is no step, and happens once", name=name))
    if row.anchor.part is Part.DEADLINE:
        yield _no_window(row, phrase("`{name}` grants no response window", name=name))
    if row.anchor.part is Part.DELIVERY:
        yield _no_delivery(row, phrase("`{name}` sends nothing that could be delivered", name=name))


def _step(outline: Outline, row: Row, target: Row) -> Iterator[Diagnostic]:
    if row.backward and target.index <= row.index:
        yield _not_later(
            row,
            phrase(
                "`{step}` counts back from `{target}`, which does not come later",
                step=row.step.id,
                target=target.step.id,
            ),
        )
    elif not row.backward and target.index >= row.index:
        yield _too_early(outline, row, target)
    else:
        yield from _parts(row, target)


def _not_later(row: Row, message: Phrase) -> Diagnostic:
    return diagnostic(
        "GR104",
        message,
        path=row.place("when"),
        expected=phrase("a later step, or a fact that is a date"),
        help=phrase(
            "count forward, or move `{step}` in front of what it announces", step=row.step.id
        ),
    )


def _too_early(outline: Outline, row: Row, target: Row) -> Diagnostic:
    step = row.step.id
    message = phrase(
        "`{step}` counts forward from `{target}`, which comes later",
        step=step,
        target=target.step.id,
    )
    if target.index == row.index:
        message = phrase("`{step}` counts forward from itself", step=step)
    before = outline.rows[row.index - 1].step.id if row.index else "start"
    return diagnostic(
        "GR118",
        message,
        path=row.place("when"),
        expected=phrase("start, an earlier step, or a fact that is a date"),
        help=phrase(
            "count from `{before}`, or put the steps in the order in which they happen",
            before=before,
        ),
    )


def _parts(row: Row, target: Row) -> Iterator[Diagnostic]:
    step, anchor = target.step, row.anchor
    if anchor.part is Part.DEADLINE and step.answer_within is None:
        yield _no_window(row, phrase("`{name}` grants no response window", name=step.id))
    if anchor.part is Part.DELIVERY and not target.reaches_client:
        yield _no_delivery(
            row, phrase("`{name}` sends nothing that could be delivered", name=step.id)
        )
    count = occurrences(step.timing)
    if anchor.occurrence is not None and anchor.occurrence > count:
        yield _no_occurrence(
            row,
            plural(
                "`{name}` happens {count} time at most",
                "`{name}` happens {count} times at most",
                count,
                name=step.id,
            ),
        )


def _no_window(row: Row, message: Phrase) -> Diagnostic:
    return diagnostic(
        "GR119",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=phrase(
            'give `{anchor}` one, such as `answer_within = "5 business days"`, or count from '
            "the step itself",
            anchor=row.anchor.name,
        ),
    )


def _no_delivery(row: Row, message: Phrase) -> Diagnostic:
    return diagnostic(
        "GR123",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=phrase("count from `{anchor}` itself", anchor=row.anchor.name),
    )


def _no_occurrence(row: Row, message: Phrase) -> Diagnostic:
    return diagnostic(
        "GR120",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=phrase("`{anchor}` without a number means its last time", anchor=row.anchor.name),
    )
