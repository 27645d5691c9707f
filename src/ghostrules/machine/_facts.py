"""The facts that a case starts with, checked against those that its policy declares."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches

from ghostrules.errors import EventError
from ghostrules.machine._state import FactValue
from ghostrules.machine._table import Table
from ghostrules.money import Money
from ghostrules.policy import FactType

_EXAMPLES = {
    FactType.DATE: "a date such as `2026-02-28`",
    FactType.MONEY: "money such as `1250.00 EUR`",
    FactType.NUMBER: "a whole or decimal number",
    FactType.TEXT: "text",
    FactType.BOOLEAN: "`true` or `false`",
}


def read_facts(table: Table, given: Mapping[str, FactValue]) -> tuple[FactValue | None, ...]:
    """Give the facts in the order of the policy, or raise `EventError` with what is wrong."""
    if not given and not table.anchors:
        return (None,) * len(table.facts)
    declared = dict(table.facts)
    for name, value in given.items():
        _check(declared, name, value)
    for number in sorted(table.anchors):
        _demand(table, given, table.facts[number][0])
    return tuple(given.get(name) for name in declared)


def _check(declared: Mapping[str, FactType], name: str, value: FactValue) -> None:
    if name not in declared:
        raise EventError(f"the policy has no fact `{name}`; {_known(declared, name)}")
    if not _is(declared[name], value):
        raise EventError(f"the fact `{name}` is `{value}`, expected {_EXAMPLES[declared[name]]}")


def _known(declared: Mapping[str, FactType], name: str) -> str:
    close = get_close_matches(name, declared, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    names = ", ".join(f"`{one}`" for one in declared)
    return f"it declares {names}" if names else "it declares none"


def _demand(table: Table, given: Mapping[str, FactValue], name: str) -> None:
    if name not in given:
        raise EventError(
            f"the policy `{table.policy.id}` counts from the fact `{name}`, which is missing; "
            "start the case with it"
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
