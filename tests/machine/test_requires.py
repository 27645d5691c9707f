"""Which details of the client a policy needs (D5), and what happens without them."""

from typing import Any

import pytest

from ghostrules import EventError, Step, built_in, compile, do
from ghostrules.events import FactChanged
from tests.machine.life import Life, at, dutch, made


def needs(*effects: Any, **keys: Any) -> list[str]:  # noqa: ANN401 - what a step takes
    """Name what a policy with one step needs."""
    return [str(one) for one in made(Step("a", "1 day later", list(effects), **keys)).requires()]


@pytest.mark.parametrize(
    ("effects", "details"),
    [
        (["email"], ["email"]),
        (["call", "email"], ["email", "phone"]),
        (["letter"], ["address"]),
        (["sms"], ["phone"]),
        (["direct_message"], ["handle"]),
        (["fax", "resend_invoice"], ["email", "fax"]),
        (["note", "pause_work"], []),
        ([do.first_of(do.email(), do.sms())], []),
        ([do.custom("parcel", reaches_client=True, detail="address")], ["address"]),
    ],
)
def test_a_policy_needs_what_its_effects_need(effects: list[Any], details: list[str]) -> None:
    """D5: every channel needs its detail, unless there is another way."""
    assert details == sorted(needs(*effects))


@pytest.mark.parametrize("key", ["only_if", "unless"])
def test_a_condition_that_asks_for_a_detail_deals_with_it(key: str) -> None:
    """D5: whoever writes `only_if = "phone is known"` has said what happens without."""
    assert [] == needs("sms", **{key: "phone is known"})
    assert ["phone"] == needs("sms", **{key: "email is known"})


def test_a_policy_can_need_more() -> None:
    """D5: `requires` names what people need besides."""
    policy = made(Step("a", "1 day later", "email"), requires=["phone"])

    assert {"email", "phone"} == {str(one) for one in policy.requires()}


def test_a_case_without_what_is_needed_does_not_start() -> None:
    """D5: the error names what is missing, before anything has happened."""
    policy = compile(built_in("payment"), sender=dutch(), client=dutch())

    with pytest.raises(EventError, match="`address`"):
        policy.start(
            at=at("01T10:00"),
            case="c",
            facts={"due": at("01T10:00").date()},
            details=["phone", "email", "fax"],
        )


def test_where_nobody_looked_nothing_is_missed() -> None:
    """D5: without `details` a case starts, and everything is done."""
    assert ["a 02T09:00"] == Life(made(Step("a", "1 day later", "sms"))).until("30T12:00").sent


def test_an_unknown_detail_is_refused() -> None:
    """L20: a misspelt detail would be one that is missing."""
    with pytest.raises(EventError, match="telephone"):
        Life(made(Step("a", "1 day later", "email")), details=["email", "telephone"])


def test_a_preference_order_needs_one_way() -> None:
    """D5: where no way is left, the case does not start."""
    policy = made(Step("a", "1 day later", do.first_of(do.email(), do.sms())))

    assert ["a 02T09:00"] == Life(policy, details=["phone"]).until("30T12:00").sent
    with pytest.raises(EventError, match="`a`"):
        Life(policy, details=["address"])


def test_what_a_client_never_gets_is_left_out() -> None:
    """Parties: `never` bars a channel, and the rest of the step is done."""
    policy = made(Step("a", "1 day later", ["email", "sms"]))

    assert ["email"] == Life(policy, never=["sms"]).until("30T12:00").kinds


def test_a_step_of_which_nothing_is_possible_is_left_out_with_a_reason() -> None:
    """Parties, L13: it happens at its due, and says what is missing."""
    policy = made(Step("a", "1 day later", "sms"), Step("b", "2 days later", "email"))
    life = Life(policy, never=["sms"]).look("02T09:00")

    assert ("a", True, ["DetailMissing"]) == (life.last.step, life.last.skipped, life.reasons)
    assert ["email"] == life.until("30T12:00").kinds


def test_a_detail_that_is_lost_leaves_out_what_needs_it() -> None:
    """C2a: a number that turns out to be wrong is no number."""
    policy = made(Step("a", "1 day later", "sms"), Step("b", "2 days later", "email"))
    life = Life(policy, details=["phone", "email"])

    life.tell(FactChanged("phone", False, at=at("01T12:00"))).until("30T12:00")

    assert ["email"] == life.kinds
