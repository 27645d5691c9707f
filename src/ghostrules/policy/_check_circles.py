"""Circles: a notice counts back from a step that, in the end, counts from the notice."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import phrase
from ghostrules.policy._outline import Outline, Row
from ghostrules.timing import (
    START,
    After,
    Anchor,
    Days,
    DeadlinePassed,
    inner,
    symbol,
    with_anchor,
    write,
)


def circles(outline: Outline) -> Iterator[Diagnostic]:
    """Report every circle once; it always holds a step that counts back."""
    seen: set[frozenset[int]] = set()
    for row in outline.rows:
        circle = _circle(outline, row) if row.backward else []
        members = frozenset(member.index for member in circle)
        if circle and members not in seen:
            seen.add(members)
            yield _fault(outline, circle)
    found = frozenset[int]().union(*seen)
    stalled = {row.index: stall for *stall, row in _stalls(outline) if row.index not in found}
    for index, (notice, last, source) in stalled.items():
        yield _stalled(outline, notice, last, source, outline.rows[index])


def _stalls(outline: Outline) -> Iterator[tuple[Row, Row, Row, Row]]:
    """Give steps on the way to a notice's target that count from a notice not yet given (L11).

    With each: the notice, the step that it announces, and the notice that the step counts from.
    """
    for notice in outline.rows:
        last = _announced(outline, notice)
        for row in outline.rows[notice.index + 1 : last.index + 1]:
            source = None if row.backward else outline.target(row)
            if source is None or source.index < notice.index:
                continue
            if _announced(outline, source) is not source:
                yield notice, last, source, row


def _announced(outline: Outline, row: Row) -> Row:
    """Follow notices to the step that they announce in the end; it is the row itself if none."""
    target = outline.target(row)
    if target is None or not row.backward:
        return row
    return _announced(outline, target)


def _stalled(outline: Outline, notice: Row, last: Row, source: Row, row: Row) -> Diagnostic:
    return diagnostic(
        "GR102",
        phrase(
            "`{notice}` counts back from `{last}`, which cannot be planned: `{step}` counts "
            "from `{source}`, which counts back too",
            notice=notice.step.id,
            last=last.step.id,
            step=row.step.id,
            source=source.step.id,
        ),
        path=row.place("when"),
        value=symbol(with_anchor(row.when, row.anchor)),
        help=phrase("name another anchor: `{timing}`", timing=_mended(outline, [source, row])),
    )


def _circle(outline: Outline, row: Row) -> list[Row]:
    """Follow the anchors from a row; each row has one, so the way does not branch."""
    way = [row]
    while (target := outline.target(way[-1])) is not None and target not in way:
        way.append(target)
    return way if target is row else []


def _fault(outline: Outline, circle: list[Row]) -> Diagnostic:
    ids = [f"`{row.step.id}`" for row in (*circle, circle[0])]
    last = circle[-1]
    return diagnostic(
        "GR102",
        phrase("a circle: {steps}", steps=" → ".join(ids)),
        path=last.place("when"),
        value=symbol(with_anchor(last.when, last.anchor)),
        help=phrase("name another anchor: `{timing}`", timing=_mended(outline, circle)),
    )


def _mended(outline: Outline, circle: list[Row]) -> str:
    last = circle[-1]
    others = [row.step.id for row in outline.rows[: last.index] if row not in circle]
    anchor = Anchor(others[-1]) if others else START
    timing = last.step.timing
    if isinstance(inner(timing), DeadlinePassed) and anchor == START:
        timing = After(Days(1), anchor)
    return write(with_anchor(timing, anchor), outline.policy.language, labels=outline.policy.labels)
