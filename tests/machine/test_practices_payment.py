"""`payment` and its branches: rows C3 and C3a to C3e."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pytest

from ghostrules import Machine, Money, Status, Turn, compile
from ghostrules.errors import EventError
from ghostrules.events import (
    Answered,
    Disputed,
    Done,
    Failed,
    Paid,
    PartPaid,
    PaymentUndone,
    Promised,
    Released,
    Replied,
)
from ghostrules.policy import check, loads
from tests.machine.life import Life, at, dutch

UNREPORTED = "2026-04-13T00:00"
REACHED = ["email", "phone", "address"]
CALLED, AGAIN, FINAL, COURT = "2026-04-07T09:00", "2026-04-10T09:00", "30T09:00", "2026-07-15T09:00"


def machine(changes: str = "") -> Machine:
    """Compile the practice, with changes."""
    return compile(loads(f'use = "payment"\n{changes}'), sender=dutch(), client=dutch())


def invoice(
    until: str,
    changes: str = "",
    *,
    balance: str | None = "1000 EUR",
    details: Collection[str] | None = None,
) -> Life:
    """Open a case for an invoice due on 1 April 2026, and let time pass."""
    facts: dict[str, Any] = {"due": date(2026, 4, 1)}
    if balance is not None:
        facts["balance"] = Money.parse(balance)
    life = Life(machine(changes), "2026-03-25T10:00", facts=facts, details=details)
    return life.until(until)


def euros(text: str) -> Money:
    """Read an amount."""
    return Money.parse(f"{text} EUR")


def test_c3_who_is_reached_gets_time_to_pay() -> None:
    """C3: the call verifies that all arrived, and the next step waits for five business days."""
    life = invoice(CALLED).tell(Done("call", "reached", at=at("2026-04-07T10:00")))
    assert (Status.HELD, "2026-04-15T00:00") == (life.state.status, life.due)
    assert "invoice-again 2026-04-20T09:00" == life.until("2026-04-20T09:00").sent[-1]


def test_c3_a_wrong_number_is_noted() -> None:
    """C3: you are asked for another number, and the ladder goes on."""
    life = invoice(CALLED).tell(Done("call", "wrong number", at=at("2026-04-07T10:00")))
    assert "payment/wrong-number" == life.effects[-1].template
    assert "invoice-again 2026-04-10T09:00" == life.until(AGAIN).sent[-1]


def test_c3_a_part_lowers_the_balance_and_gives_time() -> None:
    """C3: the rest is open, and nothing is sent for five business days."""
    life = invoice(UNREPORTED).tell(PartPaid(euros("400"), at=at("2026-04-28T10:00")))
    assert (euros("600"), Status.HELD) == (
        life.machine.facts(life.state)["balance"],
        life.state.status,
    )
    assert "notice 2026-05-07T09:00" == life.until("2026-05-07T09:00").sent[-1]


def test_c3_the_last_part_ends_the_case() -> None:
    """C3: what leaves nothing open ends it with `paid`, whatever the event was called."""
    life = invoice(CALLED).tell(PartPaid(euros("400"), at=at("2026-04-08T10:00")))
    life.tell(PartPaid(euros("600"), at=at("2026-04-09T10:00")))
    assert ("paid", euros("0")) == (life.state.outcome, life.machine.facts(life.state)["balance"])


def test_c3_without_a_balance_the_events_say_what_came() -> None:
    """C3: a part gives time, and `paid` ends the case."""
    life = invoice(CALLED, balance=None).tell(PartPaid(euros("400"), at=at("2026-04-08T10:00")))
    assert Status.HELD is life.state.status
    assert "paid" == life.tell(Paid(at=at("2026-04-09T10:00"))).state.outcome


def test_c3_a_promise_holds_for_its_grace_and_then_the_ladder_goes_on() -> None:
    """C3: promised for Friday, awaited on Monday too; then the reasons name the broken promise."""
    life = invoice(UNREPORTED).tell(Promised(date(2026, 5, 8), at=at("2026-04-28T10:00")))
    assert "2026-05-12T00:00" == life.due
    life.look("2026-05-12T00:00")
    assert "PromiseBroken" in life.reasons
    assert "notice 2026-05-13T09:00" == life.until("2026-05-13T09:00").sent[-1]


def test_c3_a_dispute_stands_until_it_is_settled() -> None:
    """C3: nothing is sent while the client disputes the invoice."""
    life = invoice(UNREPORTED).tell(Disputed(at=at("2026-04-20T10:00"))).until("30T00:00")
    assert (Status.HELD, 6) == (life.state.status, len(life.kinds))
    life.tell(Released(at=at("30T10:00")))
    assert "notice 2026-07-01T09:00" == life.until("2026-07-01T09:00").sent[-1]


def test_c3a_the_invoice_comes_through_every_channel() -> None:
    """C3a: e-mail, registered mail, fax and a call, with the late fee; without a fax a letter."""
    asked = ["resend_invoice", "registered_letter", "fax", "call"]
    assert asked == invoice(AGAIN).kinds[2:]
    by_letter = invoice(AGAIN, details=REACHED)
    assert ["resend_invoice", "registered_letter", "letter", "call"] == by_letter.kinds[2:]
    fees = [one.effect.attach for one in by_letter.effects if one.step == "invoice-again"]
    assert [("invoice", "late-fee")] * 3 + [()] == fees


def test_c3a_one_channel_that_fails_is_not_all_of_them() -> None:
    """C3a: the fax failed, the others arrived; nothing is sent again."""
    life = invoice(AGAIN).tell(Failed("invoice-again", channel="fax", at=at("2026-04-10T10:00")))
    assert "notice 2026-05-01T09:00" == life.until("2026-05-01T09:00").sent[-1]


@pytest.mark.parametrize("missing", ["phone", "address"])
def test_c3a_without_the_details_no_case_starts(missing: str) -> None:
    """C3a, D5: a policy that calls and writes letters says so beforehand."""
    with pytest.raises(EventError, match=missing):
        invoice(CALLED, details=[one for one in REACHED if one != missing])


@pytest.mark.parametrize(
    ("notice", "final", "sent"),
    [
        ("30", "60", ["notice 2026-05-01T09:00", "final-letter 01T09:00"]),
        ("30", "90", ["notice 2026-05-01T09:00", "final-letter 30T09:00"]),
        ("60", "90", ["notice 01T09:00", "final-letter 30T09:00"]),
    ],
)
def test_c3b_the_sender_picks_the_notices(notice: str, final: str, sent: list[str]) -> None:
    """C3b: 30, 60 and 90 days, any of them; the last is the final letter."""
    days = "calendar days after due"
    notices = f'[change.notice]\nwhen = "{notice} {days}"\n'
    life = invoice(COURT, f'{notices}[change.final-letter]\nwhen = "{final} {days}"')
    told = [one for one in life.sent if one.startswith(("notice", "final"))]
    assert sent == list(dict.fromkeys(told))
    assert ("invoice",) in {one.effect.attach for one in life.effects if one.step == "notice"}


@pytest.mark.parametrize(
    ("term", "court"),
    [
        ("5 business days", "2026-07-08T09:00"),
        ("14 calendar days", COURT),
        ("30 calendar days", "2026-07-31T09:00"),
    ],
)
def test_c3c_the_final_letter_grants_what_the_sender_sets(term: str, court: str) -> None:
    """C3c, C3d: between 5 business days and 30 calendar days; the court waits for all of it."""
    changes = f'[change.final-letter]\nanswer_within = "{term}"'
    assert check(loads(f'use = "payment"\n{changes}')).ok
    life = invoice(FINAL, changes)
    assert court == life.due
    assert ("escalate", "small-claims") == (
        life.until(court).kinds[-1],
        life.state.outcome,
    )


def test_c3c_the_term_can_count_from_the_registered_letter() -> None:
    """C3c: presumed delivered three business days later, or when its delivery is reported."""
    changes = '[change.final-letter]\ncounts_from = "registered_letter"'
    assert "2026-07-20T09:00" == invoice(FINAL, changes).due


def test_c3c_who_asks_after_the_final_letter_gets_no_friendly_reminders() -> None:
    """C3c: asked for the IBAN and answered, the client still has the rest of the term, no more."""
    life = invoice(FINAL).tell(Replied(at=at("2026-07-02T10:00")))
    assert (Turn.OURS, None) == (life.state.turn, life.due)
    life.tell(Answered(at=at("2026-07-03T10:00"))).until("2026-12-01T00:00")
    assert ("court 2026-07-16T09:00", 1) == (life.sent[-1], life.state.round)


def test_c3_who_asks_early_on_does_not_begin_again_either() -> None:
    """C3: `after_answer` is `continue` from the first step on."""
    life = invoice("2026-03-31T09:00").tell(Replied(at=at("2026-04-01T10:00")))
    life.tell(Answered(at=at("2026-04-02T10:00"))).until(AGAIN)
    assert (1, ["email", "call"]) == (life.state.round, life.kinds[:2])


def test_c3e_paid_after_all_closes_and_notes_the_next_quote() -> None:
    """C3e: once the late fee was asked for, the next quote is dearer and under a new contract."""
    life = invoice("2026-05-01T09:00").tell(Paid(at=at("2026-05-04T10:00")))
    assert "paid" == life.state.outcome
    assert [("close", None), ("note", "payment/next-quote")] == [
        (one.kind, one.template) for one in life.effects[-2:]
    ]


def test_c3e_paid_after_the_court_was_asked() -> None:
    """C3e: also after the end: close, and the note."""
    life = invoice(COURT).tell(Paid(at=at("2026-08-20T10:00")))
    assert ("paid", ["escalate", "close", "note"]) == (life.state.outcome, life.kinds[-3:])


def test_c3e_paid_in_time_leaves_no_note() -> None:
    """C3e: who pays after a friendly question is a good client."""
    life = invoice(CALLED).tell(Paid(at=at("2026-04-08T10:00")))
    assert ("paid", ["email", "call"]) == (life.state.outcome, life.kinds)


def test_c3e_a_payment_undone_goes_on_where_it_was() -> None:
    """C3, L15: the money went back, and the ladder goes on."""
    life = invoice(UNREPORTED).tell(Paid(at=at("2026-04-20T10:00")))
    life.tell(PaymentUndone(at=at("2026-04-22T10:00")))
    assert (Status.OPEN, euros("1000")) == (
        life.state.status,
        life.machine.facts(life.state)["balance"],
    )
    assert "notice 2026-05-01T09:00" == life.until("2026-05-01T09:00").sent[-1]
