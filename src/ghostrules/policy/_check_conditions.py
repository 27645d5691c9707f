"""Conditions: what they name is declared, has the type that they need, and is known in time."""

from collections.abc import Iterator, Mapping

from ghostrules.conditions import Condition, FactType, ProblemKind, built_in_types, names
from ghostrules.conditions import check as check_condition
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import phrase
from ghostrules.policy._conditions import write_condition
from ghostrules.policy._outline import Outline, Row


def conditions(outline: Outline) -> Iterator[Diagnostic]:
    """Report conditions that do not fit the facts, and those that ask about what is to come."""
    types = {**built_in_types(outline.places), **outline.facts}
    for row in outline.rows:
        for key, condition in row.conditions:
            yield from _misfits(condition, types, row.place(key))
            yield from _too_soon(outline, row, key, condition)
    for index, reaction in enumerate(outline.policy.on):
        if reaction.only_if is not None:
            yield from _misfits(reaction.only_if, types, f"on[{index}].only_if")


def _misfits(
    condition: Condition, types: Mapping[str, FactType], path: str
) -> Iterator[Diagnostic]:
    for problem in check_condition(condition, types):
        yield diagnostic(
            "GR129" if problem.kind is ProblemKind.NAME else "GR142",
            problem.message,
            path=path,
            value=write_condition(condition),
            expected=problem.expected,
            help=problem.help,
        )


def _too_soon(outline: Outline, row: Row, key: str, condition: Condition) -> Iterator[Diagnostic]:
    for name in sorted(names(condition)):
        step, _, told = name.partition(".")
        if told and outline.places.get(step, -1) > row.index:
            yield diagnostic(
                "GR130",
                phrase(
                    "`{name}` is not known yet when `{step}` is due: `{asked}` comes later",
                    name=name,
                    step=row.step.id,
                    asked=step,
                ),
                path=row.place(key),
                value=write_condition(condition),
                help=phrase(
                    "ask about an earlier step, or put `{step}` behind `{asked}`",
                    step=row.step.id,
                    asked=step,
                ),
            )
