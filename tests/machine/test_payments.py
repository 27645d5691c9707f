"""Money: paid, part paid, undone; the balance of the case follows (DESIGN, Events)."""

from decimal import Decimal
from typing import Any

import pytest

from ghostrules import EventError, Machine, Money, Reaction, Status, Step
from ghostrules.events import FactChanged, Held, Paid, PartPaid, PaymentUndone, Undone
from tests.machine.life import Life, at, made


def euros(amount: str) -> Money:
    """Give an amount in euros."""
    return Money(Decimal(amount), "EUR")


def chase(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile two mails about an invoice."""
    return made(
        Step("mail", "48 hours after start", "email"),
        Step("again", "5 business days later", "email"),
        **{"ends": {"paid": "settled"}, "facts": {"balance": "money"}} | policy,
    )


def owing(amount: str = "100.00", **policy: Any) -> Life:  # noqa: ANN401 - keys of a policy
    """Open a case about a hundred euros."""
    return Life(chase(**policy), facts={"balance": euros(amount)})


def balance(life: Life) -> Money:
    """Find what is owed."""
    found = life.machine.facts(life.state)["balance"]
    assert isinstance(found, Money)
    return found


@pytest.mark.parametrize("paid", [None, euros("100.00"), euros("100"), euros("120.00")])
def test_a_payment_that_leaves_nothing_ends_the_case(paid: Money | None) -> None:
    """Nothing left ends with what the policy says of `paid`; a balance is never negative."""
    life = owing().tell(Paid(paid, at=at("01T12:00")))

    assert (Status.ENDED, "settled", at("01T12:00")) == (
        life.state.status,
        life.state.outcome,
        life.state.ended,
    )
    assert 0 == balance(life).amount


def test_without_a_word_of_it_the_outcome_is_paid() -> None:
    """DESIGN, Events: nothing left ends with `paid`."""
    assert "paid" == owing(ends="settled").tell(Paid(at=at("01T12:00"))).state.outcome


def test_without_a_balance_a_payment_ends_the_case() -> None:
    """Two lines of TOML are a whole policy: who declares no balance is paid when paid."""
    life = Life(chase(facts={})).tell(Paid(euros("5.00"), at=at("01T12:00")))

    assert "settled" == life.state.outcome


@pytest.mark.parametrize("kind", [Paid, PartPaid])
def test_a_part_lowers_the_balance_and_nothing_else(kind: type[Any]) -> None:
    """C3: a partial payment is no end, and stops no ladder by itself."""
    life = owing().tell(kind(euros("30.50"), at=at("01T12:00")))

    assert (euros("69.50"), Status.OPEN, "03T10:00") == (
        balance(life),
        life.state.status,
        life.due,
    )


def test_parts_that_leave_nothing_end_the_case() -> None:
    """Three parts are the whole."""
    life = owing()

    for text in ("01T12:00", "01T13:00", "01T14:00"):
        life.tell(PartPaid(euros("33.34"), at=at(text)))

    assert ("settled", Decimal(0)) == (life.state.outcome, balance(life).amount)


def test_two_equal_payments_at_one_instant_are_one() -> None:
    """L16: told twice it is told once; at another instant it is another payment."""
    life = owing().tell(PartPaid(euros("30"), at=at("01T12:00")))
    before = life.state

    assert life.tell(PartPaid(euros("30"), at=at("01T12:00"))).state is before
    assert euros("40") == balance(life.tell(PartPaid(euros("30"), at=at("01T13:00"))))


def test_a_payment_that_comes_back_raises_the_balance() -> None:
    """The bank takes the last payment back, or the amount that is told."""
    one, two = (
        owing().tell(
            PartPaid(euros("30"), at=at("01T12:00")), PartPaid(euros("20"), at=at("01T13:00"))
        )
        for _ in range(2)
    )

    one.tell(PaymentUndone(at=at("02T09:00")))
    two.tell(PaymentUndone(euros("30"), at=at("02T09:00")))

    assert (euros("70"), euros("80")) == (balance(one), balance(two))


def test_a_payment_that_comes_back_after_the_end_reopens_the_case() -> None:
    """L15: the case goes on where it was, and the time between counts as a hold."""
    life = owing().tell(Paid(at=at("01T12:00")))

    life.tell(PaymentUndone(at=at("01T18:00")))

    assert (Status.OPEN, None, euros("100.00")) == (
        life.state.status,
        life.state.outcome,
        balance(life),
    )
    assert "03T16:00" == life.due


def test_a_payment_that_comes_back_reopens_no_other_end() -> None:
    """L15: a case that ran its whole ladder is not reopened by a reversal."""
    life = owing().tell(PartPaid(euros("30"), at=at("01T12:00"))).until("30T12:00")
    assert "silent" == life.state.outcome

    life.tell(PaymentUndone(at=at("30T13:00")))

    assert (Status.ENDED, "silent") == (life.state.status, life.state.outcome)


def test_money_of_another_currency_is_refused() -> None:
    """L20: nobody guesses a rate of exchange."""
    life = owing()

    for kind in (Paid, PartPaid, PaymentUndone):
        life = owing().tell(PartPaid(euros("30"), at=at("01T12:00")))
        with pytest.raises(EventError, match="EUR"):
            life.tell(kind(Money(Decimal(5), "USD"), at=at("01T13:00")))


def test_a_part_without_a_declared_balance_is_refused() -> None:
    """L20: a part of what?"""
    with pytest.raises(EventError, match="balance"):
        Life(chase(facts={})).tell(PartPaid(euros("5"), at=at("01T12:00")))


def test_undoing_what_nobody_paid_is_refused() -> None:
    """L20: there is no last payment."""
    with pytest.raises(EventError):
        owing().tell(PaymentUndone(at=at("01T12:00")))


def test_a_part_can_hold_the_ladder() -> None:
    """C3: the policy says what a part does."""
    life = owing(on=[Reaction("part-paid", "hold for 5 calendar days")])

    life.tell(PartPaid(euros("30"), at=at("01T12:00")))

    assert (Status.HELD, "07T00:00", euros("70.00")) == (life.state.status, life.due, balance(life))


def test_the_last_part_is_the_payment() -> None:
    """A reaction to a part does not catch the part that leaves nothing: that is `paid`."""
    life = owing(on=[Reaction("part-paid", "hold")]).tell(PartPaid(euros("100"), at=at("01T12:00")))

    assert "settled" == life.state.outcome


def test_a_part_that_is_named_as_paid_is_a_part() -> None:
    """What is left decides, not the name that the caller chose."""
    life = owing(on=[Reaction("part-paid", "hold")]).tell(Paid(euros("30"), at=at("01T12:00")))

    assert Status.HELD == life.state.status


def test_conditions_see_what_is_left() -> None:
    """C3: small change is not chased."""
    policy = made(
        Step("mail", "48 hours after start", "email", only_if="balance >= 20 EUR"),
        facts={"balance": "money"},
    )
    one, two = (Life(policy, facts={"balance": euros("100")}) for _ in range(2))

    one.tell(PartPaid(euros("80"), at=at("01T12:00"))).until("30T12:00")
    two.tell(PartPaid(euros("80.01"), at=at("01T12:00"))).until("30T12:00")

    assert (["mail 03T10:00"], []) == (one.sent, two.sent)


def test_a_balance_can_change_otherwise() -> None:
    """DESIGN, Events: a fee is a changed fact."""
    life = owing().tell(FactChanged("balance", euros("140"), at=at("01T12:00")))

    assert Status.OPEN == life.tell(Paid(euros("100"), at=at("01T13:00"))).state.status
    assert euros("40") == balance(life)


def test_a_payment_while_held_ends_the_case() -> None:
    """Money is money, whoever holds the case."""
    life = owing().tell(Held(at=at("01T11:00")), Paid(at=at("01T12:00")))

    assert ("settled", None) == (life.state.outcome, life.due)


def test_no_amount_is_added_as_a_float() -> None:
    """Amounts are decimal: ten times ten cents are one euro."""
    life = owing("1.00")
    for minute in range(10):
        life.tell(PartPaid(euros("0.10"), at=at(f"01T12:{minute:02}")))

    assert "settled" == life.state.outcome


def test_a_case_whose_end_was_undone_ends_again_when_it_is_paid_again() -> None:
    """L16: nothing is left to pay, and a payment at another instant is another one."""
    machine = made(
        Step("first", "1 week after start", "email"),
        facts={"balance": "money"},
        on=[Reaction("replied", "hold")],
    )
    life = Life(machine, facts={"balance": euros("100")})
    life.tell(Paid(at=at("01T11:00")), Undone(at=at("01T12:00")))

    assert Status.OPEN is life.tell(Paid(at=at("01T11:00"))).state.status
    assert Status.ENDED is life.tell(Paid(at=at("01T13:00"))).state.status
