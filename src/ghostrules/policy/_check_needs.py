"""Needs: details of the client that steps use are required, facts are declared and used."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from ghostrules.conditions import FactType, names
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy._outline import Outline
from ghostrules.policy._words import ClientDetail

# Whoever is written to from the start has an e-mail address.
_GIVEN: Final = ClientDetail.EMAIL
_BALANCE: Final = "balance"
_PART_PAID: Final = "part-paid"


def needs(outline: Outline) -> Iterator[Diagnostic]:
    """Report details that are not required, dates that nobody uses, payments without a balance."""
    yield from _details(outline)
    yield from _facts(outline)
    yield from _balance(outline)


def _details(outline: Outline) -> Iterator[Diagnostic]:
    reported: set[str] = {_GIVEN, *outline.policy.requires}
    for row in outline.rows:
        asked = frozenset(chain.from_iterable(names(each) for _, each in row.conditions))
        for effect in row.step.do:
            kinds = [each.kind for each in effect.alternatives]
            details = {kind.detail for kind in kinds}
            if None in details or not details.isdisjoint(reported | asked):
                continue
            last = kinds[-1]
            reported.add(str(last.detail))
            yield _not_required(outline, row.place("do"), last.name, str(last.detail))


def _not_required(outline: Outline, path: str, effect: str, detail: str) -> Diagnostic:
    listed = ", ".join(f'"{each}"' for each in sorted({*outline.policy.requires, detail}))
    return diagnostic(
        "GR111",
        phrase(
            "`{effect}` needs the client's {detail}, and a case may start without it",
            effect=effect,
            detail=detail,
        ),
        path=path,
        help=phrase("add `requires = [{listed}]`", listed=listed),
    )


def _facts(outline: Outline) -> Iterator[Diagnostic]:
    """Facts that are no dates serve the words of messages, which are not seen from here."""
    used = {row.anchor.name for row in outline.rows} | _asked(outline)
    for name, kind in outline.policy.facts:
        if kind is FactType.DATE and name not in used:
            yield diagnostic(
                "GR113",
                phrase("no step counts from the fact `{name}`", name=name),
                path=f"facts.{name}",
                help=phrase(
                    "leave it out unless messages name it, or count from it: "
                    "`30 calendar days after {name}`",
                    name=name,
                ),
            )


def _asked(outline: Outline) -> set[str]:
    """Name everything that a condition asks about."""
    steps = (condition for row in outline.rows for _, condition in row.conditions)
    answers = (one.only_if for one in outline.policy.on if one.only_if is not None)
    return set(chain.from_iterable(map(names, chain(steps, answers))))


def _balance(outline: Outline) -> Iterator[Diagnostic]:
    """Payments lower the fact `balance`, so it is money, and declared where parts are paid."""
    kind = outline.facts.get(_BALANCE)
    if kind is not None and kind is not FactType.MONEY:
        yield _no_money(
            phrase("payments lower `balance`, and here it is {kind}", kind=kind),
            f"facts.{_BALANCE}",
        )
    events = [
        *((event, "ends") for event, _ in outline.policy.ends),
        *((one.event, f"on[{index}].event") for index, one in enumerate(outline.policy.on)),
    ]
    path = dict(reversed(events)).get(_PART_PAID)
    if kind is None and path is not None:
        yield _no_money(
            phrase("`{event}` lowers `balance`, which is not declared", event=_PART_PAID), path
        )


def _no_money(message: Phrase, path: str) -> Diagnostic:
    return diagnostic(
        "GR137",
        message,
        path=path,
        expected='`balance = "money"`',
        help=phrase('declare it: `facts = {{ balance = "money" }}`'),
    )
