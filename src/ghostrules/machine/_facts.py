"""The facts that a case starts with, checked against those that its policy declares."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches

from ghostrules.conditions import FactType, FactValue
from ghostrules.errors import EventError
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.money import Money
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import ClientDetail

Facts = tuple[FactValue | None, ...]

DETAILS = frozenset(str(detail) for detail in ClientDetail)

_EXAMPLES = {
    FactType.DATE: phrase("a date such as `2026-02-28`"),
    FactType.MONEY: phrase("money such as `1250.00 EUR`"),
    FactType.NUMBER: phrase("a whole or decimal number"),
    FactType.TEXT: phrase("text"),
    FactType.BOOLEAN: phrase("`true` or `false`"),
}


def read_facts(table: Table, given: Mapping[str, FactValue]) -> Facts:
    """Give the facts in the order of the policy, or raise `EventError` with what is wrong."""
    if not given and not table.anchors:
        return (None,) * len(table.facts)
    declared = dict(table.facts)
    for name, value in given.items():
        _check(declared, name, value)
    for number in sorted(table.anchors):
        _demand(table, given, table.facts[number][0])
    return tuple(given.get(name) for name in declared)


def with_fact(table: Table, state: State, name: str, value: FactValue) -> Facts:
    """Give the facts of a case with one changed, or raise `EventError` with what is wrong."""
    declared = dict(table.facts)
    _check(declared, name, value)
    number = list(declared).index(name)
    return (*state.facts[:number], value, *state.facts[number + 1 :])


def lookup(table: Table, state: State) -> Callable[[str], FactValue | None]:
    """Give the function that tells a condition the facts of a case by name."""

    def find(name: str) -> FactValue | None:
        for (declared, _), value in zip(table.facts, state.facts, strict=True):
            if declared == name:
                return value
        if name in DETAILS:
            known = state.changes.details
            return known is None or name in known
        if name == "round":
            return state.round
        step, _, asked = name.rpartition(".")
        return _observed(table, state, step, asked)

    return find


def _observed(table: Table, state: State, step: str, asked: str) -> FactValue | None:
    """Give what is known of a step: of its last occurrence that happened, or of any report."""
    rows = [row for row in table.rows if row.step == step]
    if asked == "result":
        return next(filter(None, (_result(state, row) for row in reversed(rows))), None)
    marks = sum(1 << row.index for row in rows)
    return bool(_marked(state, asked, rows) & marks)


def _result(state: State, row: Row) -> str | None:
    """Give what was reported of a row, or what is assumed of one that went unreported."""
    told = dict(state.reports.results).get(row.index)
    has_happened = state.happened[row.index] is not None and not state.dropped >> row.index & 1
    return told or (row.assumed if has_happened else None)


def _marked(state: State, asked: str, rows: list[Row]) -> int:
    reports = state.reports
    match asked:
        case "opened":
            return reports.opened
        case "bounced":
            return reports.bounced
        case "failed":
            return reports.fallen
        case "delivered":
            return reports.arrived
        case _:
            return ~state.dropped & sum(
                1 << row.index for row in rows if state.happened[row.index] is not None
            )


def _check(declared: Mapping[str, FactType], name: str, value: FactValue) -> None:
    if name not in declared:
        raise EventError(
            phrase(
                "the policy has no fact `{name}`; {help}",
                name=name,
                help=_known(declared, name),
            )
        )
    if not _is(declared[name], value):
        raise EventError(
            phrase(
                "the fact `{name}` is `{value}`, expected {expected}",
                name=name,
                value=value,
                expected=_EXAMPLES[declared[name]],
            )
        )


def _known(declared: Mapping[str, FactType], name: str) -> Phrase:
    close = get_close_matches(name, declared, n=1)
    if close:
        return phrase("did you mean `{meant}`?", meant=close[0])
    names = ", ".join(f"`{one}`" for one in declared)
    return phrase("it declares {known}", known=names) if names else phrase("it declares none")


def _demand(table: Table, given: Mapping[str, FactValue], name: str) -> None:
    if name not in given:
        raise EventError(
            phrase(
                "the policy `{policy}` counts from the fact `{name}`, which is missing; start "
                "the case with it",
                policy=table.policy.id,
                name=name,
            )
        )


def _is(type_: FactType, value: object) -> bool:
    match type_:
        case FactType.DATE:
            return isinstance(value, date) and not isinstance(value, datetime)
        case FactType.MONEY:
            return isinstance(value, Money)
        case FactType.NUMBER:
            return isinstance(value, int | Decimal) and not isinstance(value, bool)
        case FactType.TEXT:
            return isinstance(value, str)
        case FactType.BOOLEAN:
            return isinstance(value, bool)
