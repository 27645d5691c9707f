"""Circles: a notice counts back from a step that, in the end, counts from the notice."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.policy._codes import diagnostic
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
    stalled = {row.index: (row, source, last) for row, source, last in _stalls(outline)}
    for row, source, last in stalled.values():
        yield _stalled(outline, row, source, last)


def _stalls(outline: Outline) -> Iterator[tuple[Row, Row, Row]]:
    """Give steps that count from a notice whose target has to wait for them, by order (L11)."""
    for notice in outline.rows:
        end = _announced(outline, notice)
        for row in outline.rows[notice.index + 1 : end.index]:
            source = outline.target(row)
            if source is not None and not _is_notice(outline, row):
                last = _announced(outline, source)
                if source.index >= notice.index and last is not source:
                    yield row, source, last


def _announced(outline: Outline, row: Row) -> Row:
    """Follow notices to the step that they announce in the end; it is the row itself if none."""
    target = outline.target(row)
    if target is None or not _is_notice(outline, row):
        return row
    return _announced(outline, target)


def _is_notice(outline: Outline, row: Row) -> bool:
    target = outline.target(row)
    return row.backward and target is not None and target.index > row.index


def _stalled(outline: Outline, row: Row, source: Row, last: Row) -> Diagnostic:
    ids = [f"`{one.step.id}`" for one in (row, source, last)]
    return diagnostic(
        "GR102",
        f"{ids[0]} counts from {ids[1]}, which announces {ids[2]}, and that waits for {ids[0]}",
        path=row.place("when"),
        value=symbol(with_anchor(row.when, row.anchor)),
        help=f"name another anchor: `{_mended(outline, [source, row])}`",
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
        f"{' counts from '.join(ids)}: a circle",
        path=last.place("when"),
        value=symbol(with_anchor(last.when, last.anchor)),
        help=f"name another anchor: `{_mended(outline, circle)}`",
    )


def _mended(outline: Outline, circle: list[Row]) -> str:
    last = circle[-1]
    others = [row.step.id for row in outline.rows[: last.index] if row not in circle]
    anchor = Anchor(others[-1]) if others else START
    timing = last.step.timing
    if isinstance(inner(timing), DeadlinePassed) and anchor == START:
        timing = After(Days(1), anchor)
    return write(with_anchor(timing, anchor), outline.policy.language)
