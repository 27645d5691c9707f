"""What is learned about a case: changed facts, details of the client, payments."""

from decimal import Decimal
from typing import Final

from ghostrules.conditions import FactValue
from ghostrules.errors import EventError
from ghostrules.events import FactChanged, Paid, PartPaid, PaymentUndone, Signal
from ghostrules.machine._changes import Payment
from ghostrules.machine._facts import DETAILS, with_fact
from ghostrules.machine._state import State
from ghostrules.machine._table import Table
from ghostrules.money import Money
from ghostrules.phrases import phrase

BALANCE: Final = "balance"
PAID: Final = "paid"


def change_fact(table: Table, state: State, event: FactChanged, at: int) -> State:
    """Change a fact, or what is known of the client, unless something later has been told."""
    return _changed(table, state, event.name, event.value, at)


def take_data(table: Table, state: State, event: Signal, at: int) -> State:
    """Change the facts that a signal carries."""
    for name, value in event.data:
        state = _changed(table, state, name, value, at)
    return state


def _changed(table: Table, state: State, name: str, value: FactValue, at: int) -> State:
    declared = {fact for fact, _ in table.facts}
    is_detail = name in DETAILS and name not in declared
    facts = state.facts if is_detail else with_fact(table, state, name, value)
    known = dict(state.changes.facts_at)
    if name in known and at <= known[name]:
        return state
    facts_at = tuple(sorted((known | {name: at}).items()))
    changes = state.changes._replace(facts_at=facts_at)
    if is_detail:
        changes = changes._replace(details=_details(changes.details, name, value))
    return state._replace(facts=facts, changes=changes)


def _details(known: frozenset[str] | None, name: str, value: FactValue) -> frozenset[str]:
    if not isinstance(value, bool):
        raise EventError(
            phrase(
                "the detail `{name}` is `{value}`, expected `true` or `false`",
                name=name,
                value=value,
            )
        )
    details = DETAILS if known is None else known
    return details | {name} if value else details - {name}


def pay(table: Table, state: State, event: Paid | PartPaid, at: int) -> State:
    """Lower the balance by what was paid, or by all of it."""
    balance = balance_of(table, state)
    if balance is None:
        if isinstance(event, PartPaid) and BALANCE not in dict(table.facts):
            raise EventError(
                phrase("a part was paid, and the policy declares no fact `balance` as money")
            )
        return state
    amount = balance if event.amount is None else _like(balance, event.amount)
    if _is_known(state, at, amount) or amount.amount <= 0:
        return state
    applied = Money(min(amount.amount, balance.amount), balance.currency)
    return _with_payment(table, state, balance, Payment(at, amount, applied))


def undo_payment(table: Table, state: State, event: PaymentUndone, at: int) -> State:
    """Raise the balance by what was undone, or by the last payment."""
    balance, payments = balance_of(table, state), state.changes.payments
    if balance is None or any(one.at == at and one.amount.amount < 0 for one in payments):
        return state
    last, paid = _last(payments), sum((one.applied.amount for one in payments), Decimal(0))
    if last is None or paid <= 0:
        raise EventError(phrase("a payment is undone, and none is left that was told"))
    undone = last.amount if event.amount is None else _like(balance, event.amount)
    applied = last.applied if undone == last.amount else undone
    lowered = Money(-min(applied.amount, paid), balance.currency)
    payment = Payment(at, Money(-undone.amount, balance.currency), lowered)
    return _with_payment(table, state, balance, payment)


def _is_known(state: State, at: int, amount: Money) -> bool:
    return any((one.at, one.amount) == (at, amount) for one in state.changes.payments)


def _last(payments: tuple[Payment, ...]) -> Payment | None:
    """Give the last payment that has not been undone."""
    standing: list[Payment] = []
    for payment in payments:
        if payment.amount.amount > 0:
            standing.append(payment)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None


def _with_payment(table: Table, state: State, balance: Money, payment: Payment) -> State:
    left = Money(balance.amount - payment.applied.amount, balance.currency)
    payments = (*state.changes.payments, payment)
    facts = with_fact(table, state, BALANCE, left)
    return state._replace(facts=facts, changes=state.changes._replace(payments=payments))


def _like(balance: Money, amount: Money) -> Money:
    if amount.currency != balance.currency:
        raise EventError(
            phrase(
                "`{amount} {currency}` was paid, expected the currency of the balance, "
                "`{expected}`",
                amount=amount.amount,
                currency=amount.currency,
                expected=balance.currency,
            )
        )
    return amount


def balance_of(table: Table, state: State) -> Money | None:
    """Give the balance that is open, if the policy declares one and the case has it."""
    for (name, _), value in zip(table.facts, state.facts, strict=True):
        if name == BALANCE and isinstance(value, Money):
            return value
    return None


def is_settled(table: Table, state: State) -> bool:
    """Tell whether nothing is left to pay; so it is where no balance is known."""
    balance = balance_of(table, state)
    return balance is None or balance.amount <= 0
