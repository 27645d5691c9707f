"""Payments, ends, and ends undone (L15)."""

from datetime import datetime
from typing import Any

from attrs import evolve

from ghostrules.errors import EventError
from ghostrules.events import Paid, PartPaid, PaymentUndone
from ghostrules.money import Money

from .history import Case
from .reports import Reports

PAID = "paid"


class Payments(Reports):
    """What the client pays, and how a case ends."""

    def end(self, case: Case, name: str, at: datetime, outcome: str | None = None) -> Case:
        """End the case, with the outcome that the policy gives to the event."""
        outcome = outcome or dict(self.policy.ends).get(name, name)
        return evolve(case, outcome=outcome, ended=at, ended_by=name, pending=())

    def undo(self, case: Case, at: datetime) -> Case:
        """Go on where the case was; the time between counts as a hold."""
        assert case.ended is not None
        again = evolve(case, ended=None, outcome=None, ended_by=None, pending=(), undone=at)
        again = evolve(again, stays=self.current(again) is None)
        return evolve(again, stops=(*case.stops, (case.ended, at)))

    # --- payments ------------------------------------------------------------------------------

    def paid(self, case: Case, event: Paid | PartPaid) -> Case:
        """Lower the balance."""
        balance, amount = case.facts.get("balance"), event.amount
        if not isinstance(balance, Money):
            return evolve(case, payments=(*case.payments, (event.at, amount)))
        amount = amount or balance
        if (event.at, amount) in case.receipts or amount.amount <= 0:
            return case
        left = Money(balance.amount - same(amount, balance).amount, balance.currency)
        facts = {**case.facts, "balance": left}
        case = evolve(case, facts=facts, receipts=case.receipts | {(event.at, amount)})
        return evolve(case, payments=(*case.payments, (event.at, amount)))

    def nothing_is_left(self, case: Case, event: Paid | PartPaid) -> bool:
        """Tell whether a payment leaves nothing to pay."""
        balance = case.facts.get("balance")
        return balance.amount <= 0 if isinstance(balance, Money) else isinstance(event, Paid)

    def unpaid(self, case: Case, event: PaymentUndone) -> Case:
        """Raise the balance again; a case that payment ended goes on."""
        if not case.payments:
            return case
        amount: Any = event.amount or case.payments[-1][1]
        case = evolve(case, payments=case.payments[:-1])
        balance = case.facts.get("balance")
        if isinstance(balance, Money) and isinstance(amount, Money):
            more = Money(balance.amount + same(amount, balance).amount, balance.currency)
            case = evolve(case, facts={**case.facts, "balance": more})
        return case


def same(amount: Money, balance: Money) -> Money:
    """Refuse an amount in another currency (L20)."""
    if amount.currency != balance.currency:
        raise EventError(f"`{amount.currency}` is not `{balance.currency}`")
    return amount
