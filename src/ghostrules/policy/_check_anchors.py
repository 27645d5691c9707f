"""Anchors: what a timing counts from exists, comes in time, and has what is asked of it."""

from collections.abc import Iterator

from ghostrules.conditions import FactType
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import choices, diagnostic, suggestion
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
        f"nothing is called `{name}`",
        path=row.place("when"),
        expected="start, a step, or a fact that is a date",
        help=suggestion(name, known) or _declared(row, name, known),
    )


def _declared(row: Row, name: str, known: list[str]) -> str:
    if any(isinstance(amount, Duration) for amount in amounts(row.when)):
        return "it can count from " + choices(known)
    return f'a fact is declared: `facts = {{ {name} = "date" }}`'


def _before_start(row: Row) -> Iterator[Diagnostic]:
    if row.backward:
        yield _not_later(row, "start, which comes first")


def _fact(outline: Outline, row: Row, kind: FactType) -> Iterator[Diagnostic]:
    name, path = row.anchor.name, row.place("when")
    if kind is not FactType.DATE:
        yield diagnostic(
            "GR115",
            f"the fact `{name}` is {kind}, and nothing counts from that",
            path=path,
            expected=f'`{name} = "date"`',
        )
    elif any(isinstance(amount, Duration) for amount in amounts(row.when)):
        yield diagnostic(
            "GR114",
            f"`{name}` is a date, and hours cannot be counted from a date",
            path=path,
            expected="days, weeks, months or business days",
            help="say which day is meant, with `at` for the time of day",
        )
    yield from _whole(row)


def _whole(row: Row) -> Iterator[Diagnostic]:
    """Only a step has occurrences, a delivery and a deadline."""
    name = row.anchor.name
    if row.anchor.occurrence is not None:
        yield _no_occurrence(row, f"`{name}` is no step, and happens once")
    if row.anchor.part is Part.DEADLINE:
        yield _no_window(row, f"`{name}` grants no response window")
    if row.anchor.part is Part.DELIVERY:
        yield _no_delivery(row, f"`{name}` sends nothing that could be delivered")


def _step(outline: Outline, row: Row, target: Row) -> Iterator[Diagnostic]:
    if row.backward and target.index <= row.index:
        yield _not_later(row, f"`{target.step.id}`, which does not come later")
    elif not row.backward and target.index >= row.index:
        yield _too_early(outline, row, target)
    else:
        yield from _parts(row, target)


def _not_later(row: Row, what: str) -> Diagnostic:
    return diagnostic(
        "GR104",
        f"`{row.step.id}` counts back from {what}",
        path=row.place("when"),
        expected="a later step, or a fact that is a date",
        help=f"count forward, or move `{row.step.id}` in front of what it announces",
    )


def _too_early(outline: Outline, row: Row, target: Row) -> Diagnostic:
    itself = target.index == row.index
    what = "itself" if itself else f"`{target.step.id}`, which comes later"
    before = outline.rows[row.index - 1].step.id if row.index else "start"
    return diagnostic(
        "GR118",
        f"`{row.step.id}` counts forward from {what}",
        path=row.place("when"),
        expected="start, an earlier step, or a fact that is a date",
        help=f"count from `{before}`, or put the steps in the order in which they happen",
    )


def _parts(row: Row, target: Row) -> Iterator[Diagnostic]:
    step, anchor = target.step, row.anchor
    if anchor.part is Part.DEADLINE and step.answer_within is None:
        yield _no_window(row, f"`{step.id}` grants no response window")
    if anchor.part is Part.DELIVERY and not target.reaches_client:
        yield _no_delivery(row, f"`{step.id}` sends nothing that could be delivered")
    count = occurrences(step.timing)
    if anchor.occurrence is not None and anchor.occurrence > count:
        yield _no_occurrence(row, f"`{step.id}` happens {count} times at most")


def _no_window(row: Row, message: str) -> Diagnostic:
    return diagnostic(
        "GR119",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=f'give `{row.anchor.name}` one, such as `answer_within = "5 business days"`, '
        "or count from the step itself",
    )


def _no_delivery(row: Row, message: str) -> Diagnostic:
    return diagnostic(
        "GR123",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=f"count from `{row.anchor.name}` itself",
    )


def _no_occurrence(row: Row, message: str) -> Diagnostic:
    return diagnostic(
        "GR120",
        message,
        path=row.place("when"),
        value=anchor_symbol(row.anchor),
        help=f"`{row.anchor.name}` without a number means its last time",
    )
