"""The marketplace and its branches: rows B0, B2, B3, B4 and B5."""

from datetime import date
from typing import Any

import pytest

from ghostrules import Machine, Money, Signal, Status, Turn, built_in, compile, tally
from ghostrules.events import Answered, Event, FactChanged, Held, PartPaid, Released, Replied
from ghostrules.policy import loads
from tests.machine.life import Life, at, dutch

MILESTONE = """
id = "milestone"
use = "marketplace-complete"
facts = { agreed = "date", balance = "money" }
[change.check-in]
when = "1 business day after agreed"
"""


def marketplace(which: str) -> Life:
    """Open a case of a marketplace project on a Monday at ten."""
    return Life(compile(built_in(f"marketplace-{which}"), sender=dutch(), client=dutch()))


@pytest.fixture(scope="module")
def milestones() -> Machine:
    """Compile a policy for one payment release, which counts from the agreed timeline."""
    return compile(loads(MILESTONE), sender=dutch(), client=dutch())


def release(machine: Machine, agreed: int, amount: str) -> Life:
    """Request the payment for a milestone."""
    facts: dict[str, Any] = {
        "agreed": date(2026, 6, agreed),
        "balance": Money.parse(amount),
    }
    return Life(machine, "01T10:00", facts=facts)


def test_b0_each_payment_release_is_a_case_and_they_are_counted_together(
    milestones: Machine,
) -> None:
    """B0: one is approved, one is marked complete, one has just been requested."""
    design = release(milestones, 3, "800 EUR")
    design.tell(Signal("payment-released", at=at("02T10:00")))
    pages = release(milestones, 3, "1200 EUR").until("08T09:00")
    launch = release(milestones, 10, "500 EUR")

    project = tally(
        [design.state, pages.state, launch.state],
        balance=lambda state: milestones.facts(state)["balance"],  # type: ignore[arg-type,return-value]
    )

    assert (2, (("paid", 1),)) == (project.open, project.ended)
    assert (Money.parse("1700 EUR"),) == project.balance
    assert pages.state.due == project.due


def test_b0_the_agreed_timeline_is_the_point_of_reference(milestones: Machine) -> None:
    """B0: a new timeline, agreed on, moves what is not yet done."""
    launch = release(milestones, 10, "500 EUR")
    assert "11T09:00" == launch.due
    new = FactChanged("agreed", date(2026, 6, 17), at=at("02T10:00"))
    assert "18T09:00" == launch.tell(new).due


def test_b0_a_part_of_a_release_lowers_what_is_owed(milestones: Machine) -> None:
    """B0: a deposit that is released in part is a payment, and the last part ends the case."""
    deposit = release(milestones, 10, "500 EUR")
    deposit.tell(PartPaid(Money.parse("200 EUR"), at=at("02T10:00")))
    assert Money.parse("300 EUR") == milestones.facts(deposit.state)["balance"]
    deposit.tell(PartPaid(Money.parse("300 EUR"), at=at("03T10:00")))
    assert "paid" == deposit.state.outcome


def test_b2_an_answer_on_the_way_begins_again_at_our_answer() -> None:
    """B2: a client who replies early on and goes silent again is checked in on anew."""
    life = marketplace("incomplete").until("04T09:00").tell(Replied(at=at("04T15:00")))
    assert (Turn.OURS, None) == (life.state.turn, life.due)
    life.tell(Answered(at=at("05T10:00")))
    assert (2, "check-in") == (life.state.round, life.until("08T09:00").effects[-1].step)


def test_b2_an_answer_after_the_last_message_does_not_begin_again() -> None:
    """B2: after the last message the ladder goes on where it stood, its 48 hours unharmed."""
    life = marketplace("incomplete").until("09T09:00").tell(Replied(at=at("09T15:00")))
    life.tell(Answered(at=at("10T15:00"))).until("12T08:59")
    assert "last-message 09T09:00" == life.sent[-1]
    assert "request-release 12T09:00" == life.until("12T09:00").sent[-1]


@pytest.mark.parametrize("which", ["incomplete", "complete"])
@pytest.mark.parametrize(
    "event", [Signal("bereaved", at=at("03T12:00")), Held(reason="a flood", at=at("03T12:00"))]
)
def test_b4_the_ladder_is_held_kindly(which: str, event: Event) -> None:
    """B4: it stands until a person releases it; all that is asked for is a kind word of ours."""
    life = marketplace(which).until("03T11:00")
    before = len(life.effects)
    life.tell(event).until("30T00:00")
    assert (Status.HELD, None) == (life.state.status, life.due)
    assert [("note", f"marketplace-{which}/kind-word")] == [
        (one.kind, one.template) for one in life.effects[before:]
    ]


def test_b4_time_that_was_held_counts_for_nothing() -> None:
    """B4: after three weeks the next message comes as long after the release as it would have."""
    life = marketplace("incomplete").until("04T09:00")
    life.tell(Signal("bereaved", at=at("05T10:00")), Released(at=at("26T10:00")))
    assert "last-message 30T09:00" == life.until("30T09:00").sent[-1]


def test_b4_a_hold_does_not_run_against_a_response_window() -> None:
    """B3, B4: of the 48 hours 24 are left when the client can be asked again."""
    life = marketplace("complete").until("03T10:00")
    life.tell(Held(reason="illness", at=at("04T10:00")), Released(at=at("16T10:00")))
    assert "mark-complete 17T10:00" == life.until("17T10:00").sent[-1]


def test_b3_a_reply_after_the_mark_is_no_release() -> None:
    """B3: it is our turn, and the platform's five days stand still until we have answered."""
    life = marketplace("complete").until("05T10:00").tell(Replied(at=at("08T10:00")))
    assert (Turn.OURS, None) == (life.state.turn, life.due)
    life.tell(Answered(at=at("10T10:00"))).until("12T23:00")
    assert Status.OPEN is life.state.status
    assert "released" == life.until("30T00:00").state.outcome


def test_b5_who_pays_after_support_was_asked_closes_the_case() -> None:
    """B5: support need not look for the client any more."""
    life = marketplace("incomplete").until("18T09:00")
    life.tell(Signal("payment-released", at=at("19T10:00")))
    assert ["escalate", "close"] == life.kinds[-2:]
