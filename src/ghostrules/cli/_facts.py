"""The facts of a case, as `NAME=VALUE` options; the policy says what type each is."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from ghostrules.cli._wrong import Wrong, unknown
from ghostrules.conditions import FactValue
from ghostrules.errors import EventError
from ghostrules.money import Money
from ghostrules.policy import FactType, Policy

_EXAMPLES = {
    FactType.DATE: "2026-02-28",
    FactType.MONEY: "1250.00 EUR",
    FactType.NUMBER: "3",
    FactType.TEXT: "some text",
    FactType.BOOLEAN: "true",
}
_BOOLEANS = {"true": True, "false": False}


def read_facts(
    policy: Policy, given: Iterable[str], fees: Iterable[str] = ()
) -> dict[str, FactValue]:
    """Read the facts that the policy declares, and the fees that it leaves open."""
    declared = dict.fromkeys(fees, FactType.MONEY) | dict(policy.facts)
    facts: dict[str, FactValue] = {}
    for text in given:
        name, value = _read(text, declared)
        if name in facts:
            raise Wrong(f"the fact `{name}` is given twice", "give it once")
        facts[name] = value
    return facts


def missing_fact(policy: Policy, facts: dict[str, FactValue], message: str) -> Wrong:
    """Turn the machine's complaint about facts into one about options."""
    named = [(name, type_) for name, type_ in policy.facts if f"`{name}`" in message]
    missing = [f"`{option(name, type_)}`" for name, type_ in named if name not in facts]
    return Wrong(message.partition(";")[0], f"give {' and '.join(missing)}" if missing else None)


def option(name: str, type_: FactType) -> str:
    value = _EXAMPLES[type_]
    return f'--fact {name}="{value}"' if " " in value else f"--fact {name}={value}"


def _read(text: str, declared: dict[str, FactType]) -> tuple[str, FactValue]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Wrong(f"`--fact` is `{text}`, expected a name and a value as in `due=2026-02-28`")
    if name not in declared:
        raise unknown(name, "fact of this policy", declared)
    try:
        return name, _value(value.strip(), declared[name])
    except (ValueError, KeyError, InvalidOperation, EventError):
        raise Wrong(
            f"the fact `{name}` is `{value}`, which is no {declared[name]}",
            f"write it as in `{option(name, declared[name])}`",
        ) from None


def _value(text: str, type_: FactType) -> FactValue:
    match type_:
        case FactType.DATE:
            return date.fromisoformat(text)
        case FactType.MONEY:
            return Money.parse(text)
        case FactType.NUMBER:
            return Decimal(text)
        case FactType.BOOLEAN:
            return _BOOLEANS[text]
        case FactType.TEXT:
            return text
