"""What depends on facts (`only_if`, `unless`): looked at when a step is due."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ghostrules import Machine, Money, Step
from ghostrules.conditions import FactValue
from ghostrules.events import (
    Answered,
    Bounced,
    Delivered,
    FactChanged,
    Failed,
    Opened,
    Replied,
)
from ghostrules.machine import ConditionUnmet
from tests.machine.life import Life, at, made

FACTS = {
    "complete": "boolean",
    "balance": "money",
    "jobs": "number",
    "plan": "text",
    "due": "date",
}


def two(condition: str, **policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail with a condition, and one without."""
    return made(
        Step("first", "24 hours after start", "email", only_if=condition),
        Step("second", "48 hours after first", "email"),
        facts=FACTS,
        **policy,
    )


@pytest.mark.parametrize(
    ("condition", "facts", "wanted"),
    [
        ("complete", {"complete": True}, True),
        ("complete", {"complete": False}, False),
        ("complete", {}, False),
        ("not complete", {}, True),
        ("complete is known", {}, False),
        ("balance >= 100 EUR", {"balance": Money(Decimal(100), "EUR")}, True),
        ("balance > 100 EUR", {"balance": Money(Decimal(100), "EUR")}, False),
        ("jobs + 1 > 2", {"jobs": 2}, True),
        ("jobs / 2 = 1", {"jobs": 3}, False),
        ('plan in ("gold", "silver")', {"plan": "gold"}, True),
        ("due < 2026-06-01 and jobs = 1", {"due": date(2026, 5, 1), "jobs": 1}, True),
        ("round = 1", {}, True),
        ("first.happened", {}, False),
    ],
)
def test_a_step_is_done_if_its_condition_holds(
    condition: str, facts: dict[str, FactValue], wanted: bool
) -> None:
    """A condition over the facts of the case decides when the step is due."""
    life = Life(two(condition), facts=facts).until("30T12:00")

    assert wanted is ("first 02T10:00" in life.sent)


def test_a_step_that_is_left_out_happens_at_its_due() -> None:
    """L13: only its effects are dropped; what counts from it counts on."""
    life = Life(two("complete")).look("02T10:00")

    assert ("first", True, ()) == (life.last.step, life.last.skipped, life.last.effects)
    assert [ConditionUnmet("complete", wanted=True)] == list(life.last.reasons)
    assert "04T10:00" == life.due


def test_a_step_that_is_left_out_demands_no_hours_of_contact() -> None:
    """L13: a skip demands no hours, and happens when it was due, whenever somebody looks."""
    life = Life(two("complete")).look("02T22:00")

    assert ("first", True) == (life.last.step, life.last.skipped)
    assert "04T10:00" == life.due


def test_a_step_that_is_left_out_is_no_contact() -> None:
    """L13: no distance is kept from what was not said."""
    policy = made(
        Step("first", "24 hours after start", "email", only_if="complete"),
        Step("second", "25 hours after start", "email"),
        facts=FACTS,
    )

    assert ["second 02T11:00"] == Life(policy).until("30T12:00").sent


def test_unless_is_the_other_way_round() -> None:
    """`unless` leaves a step out where the condition holds."""
    policy = made(Step("mail", "24 hours after start", "email", unless="complete"), facts=FACTS)

    assert ["mail 02T10:00"] == Life(policy, facts={"complete": False}).until("30T12:00").sent
    assert [] == Life(policy, facts={"complete": True}).until("30T12:00").sent


def test_a_condition_is_looked_at_when_the_step_is_due() -> None:
    """What changes before counts, what changes after does not."""
    before = Life(two("complete")).tell(FactChanged("complete", True, at=at("02T09:00")))
    after = Life(two("complete")).until("02T10:00")

    after.tell(FactChanged("complete", True, at=at("02T10:30"))).until("30T12:00")

    assert "first 02T10:00" in before.until("30T12:00").sent
    assert "first" not in [line.split()[0] for line in after.sent]


def test_the_plan_shows_a_condition() -> None:
    """The plan says `if ...`, and what is left out with the facts that are known."""
    machine = two("complete and jobs > 1")

    without, with_facts = (
        machine.plan(at=at("01T10:00"), facts=facts).steps[0]
        for facts in ({}, {"complete": True, "jobs": 2})
    )

    assert ("if complete and jobs > 1",) == without.conditions == with_facts.conditions
    assert (True, False) == (without.skipped, with_facts.skipped)


@pytest.mark.parametrize(
    ("details", "sent"), [(None, ["a"]), (["email", "phone"], ["a"]), (["email"], ["b"])]
)
def test_details_of_the_client_are_facts(details: list[str] | None, sent: list[str]) -> None:
    """D5: whether the phone is known decides; where nobody looked nothing is missed."""
    policy = made(
        Step("a", "24 hours after start", "sms", only_if="phone is known"),
        Step("b", "24 hours after start", "email", unless="phone is known"),
    )

    life = Life(policy, details=details).until("30T12:00")

    assert sent == [line.split()[0] for line in life.sent]


def test_a_detail_that_is_found_is_known() -> None:
    """A phone number that turns up lets the call be made (C2b)."""
    policy = made(Step("a", "24 hours after start", "sms", only_if="phone is known"))
    life = Life(policy, details=["email"]).tell(FactChanged("phone", True, at=at("01T12:00")))

    assert ["a 02T10:00"] == life.until("30T12:00").sent


@pytest.mark.parametrize(
    ("asked", "event"),
    [
        ("opened", Opened("first", at=at("02T12:00"))),
        ("delivered", Delivered("first", at=at("02T12:00"))),
        ("bounced", Bounced("first", channel="sms", at=at("02T12:00"))),
        ("failed", Failed("first", channel="sms", at=at("02T12:00"))),
    ],
)
def test_what_was_reported_of_a_step_is_a_fact(
    asked: str, event: Opened | Delivered | Bounced | Failed
) -> None:
    """A1t: an opened mail and an unopened one lead to different next steps."""
    policy = made(
        Step("first", "24 hours after start", ["email", "sms"]),
        Step("yes", "72 hours later", "note", only_if=f"first.{asked}"),
        Step("no", "0 hours later", "note", only_if=f"not first.{asked}"),
    )

    without = Life(policy).until("30T12:00")
    reported = Life(policy).until("02T12:00").tell(event).until("30T12:00")

    assert "no 05T10:00" == without.sent[-1]
    assert "yes 05T10:00" == reported.sent[-1]


def test_the_round_is_a_fact() -> None:
    """A second round can be shorter than the first."""
    life = Life(two("round = 1", after_answer="restart")).until("02T12:00")

    life.tell(Replied(at=at("03T10:00")), Answered(at=at("03T11:00"))).until("30T12:00")

    assert ["first", "second"] == [line.split()[0] for line in life.sent]


def test_a_notice_carries_the_condition_of_what_it_announces() -> None:
    """L13: nobody gives notice of a stop that will not come."""
    policy = made(
        Step("notice", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work", unless="complete"),
        facts=FACTS,
    )

    complete = Life(policy, facts={"complete": True}).until("30T12:00")
    later = Life(policy).until("05T17:00").tell(FactChanged("complete", True, at=at("06T10:00")))

    assert [] == complete.sent
    assert ["notice 05T17:00"] == later.until("30T12:00").sent


def test_a_notice_of_a_notice_carries_the_condition_of_what_is_announced() -> None:
    """L13: the condition of the stop is that of all that counts back to it."""
    policy = made(
        Step("call", "2 calendar days before letter", "note"),
        Step("letter", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work", unless="complete"),
        facts=FACTS,
    )

    assert [] == Life(policy, facts={"complete": True}).until("30T12:00").sent


def test_a_notice_that_is_left_out_binds_nothing() -> None:
    """L13: a skipped step satisfies no notice, and moves nothing."""
    policy = made(
        Step("notice", "48 hours before stop", "email", only_if="complete"),
        Step("stop", "7 calendar days after start", "stop_work"),
        facts=FACTS,
    )

    assert ["stop 08T09:00"] == Life(policy).until("30T12:00").sent
