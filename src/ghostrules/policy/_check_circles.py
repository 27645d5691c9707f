"""Circles: a notice counts back from a step that, in the end, counts from the notice."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.policy._codes import diagnostic
from ghostrules.policy._outline import Outline, Row
from ghostrules.timing import Anchor, symbol, with_anchor, write


def circles(outline: Outline) -> Iterator[Diagnostic]:
    """Report every circle once; it always holds a step that counts back."""
    seen: set[frozenset[int]] = set()
    for row in outline.rows:
        circle = _circle(outline, row) if row.backward else []
        members = frozenset(member.index for member in circle)
        if circle and members not in seen:
            seen.add(members)
            yield _fault(outline, circle)


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
    anchor = Anchor(others[-1] if others else "start")
    return write(with_anchor(last.step.timing, anchor), outline.policy.language)
