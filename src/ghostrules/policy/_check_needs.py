"""Needs: the details of the client that steps use are required, the facts declared are used."""

from collections.abc import Iterator
from typing import Final

from ghostrules.conditions import FactType
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.policy._outline import Outline
from ghostrules.policy._words import ClientDetail

# Whoever is written to from the start has an e-mail address.
_GIVEN: Final = ClientDetail.EMAIL


def needs(outline: Outline) -> Iterator[Diagnostic]:
    """Report details that are used without being required, and dates that nothing counts from."""
    yield from _details(outline)
    yield from _facts(outline)


def _details(outline: Outline) -> Iterator[Diagnostic]:
    reported: set[str] = {_GIVEN, *outline.policy.requires}
    for row in outline.rows:
        for effect in row.step.do:
            detail = effect.kind.detail
            if detail is not None and detail not in reported:
                reported.add(detail)
                yield _not_required(outline, row.place("do"), effect.name, detail)


def _not_required(outline: Outline, path: str, effect: str, detail: str) -> Diagnostic:
    listed = ", ".join(f'"{each}"' for each in sorted({*outline.policy.requires, detail}))
    return diagnostic(
        "GR111",
        f"`{effect}` needs the client's {detail}, and a case may start without it",
        path=path,
        help=f"add `requires = [{listed}]`",
    )


def _facts(outline: Outline) -> Iterator[Diagnostic]:
    """Facts that are no dates serve the words of messages, which are not seen from here."""
    used = {row.anchor.name for row in outline.rows}
    for name, kind in outline.policy.facts:
        if kind is FactType.DATE and name not in used:
            yield diagnostic(
                "GR113",
                f"no step counts from the fact `{name}`",
                path=f"facts.{name}",
                help=f"leave it out unless messages name it, or count from it: "
                f"`30 calendar days after {name}`",
            )
