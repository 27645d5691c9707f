"""`negotiation` and `project` with their branches: rows C1, C2a, C2b and C2c."""

from collections.abc import Collection

import pytest

from ghostrules import Signal, Status, Turn, built_in, compile
from ghostrules.events import Answered, Bounced, Done, Event, FactChanged, Replied
from ghostrules.policy import loads
from tests.machine.life import Life, at, dutch

CALLED, LOOKED, STOPPED = "15T09:00", "17T09:00", "22T09:00"


def project(until: str, details: Collection[str] | None = None) -> Life:
    """Let a client be silent for a while after a message of Wednesday."""
    machine = compile(built_in("project"), sender=dutch(), client=dutch())
    return Life(machine, "03T10:00", details=details).until(until)


def test_c1_one_message_is_enough() -> None:
    """C1, C1d: following up is a choice; with one message the case ends in silence after it."""
    policy = loads('use = "negotiation"\n[drop]\nsteps = ["last-follow-up"]')
    life = Life(compile(policy, sender=dutch(), client=dutch())).until("30T00:00")
    assert (["email"], "silent") == (life.kinds, life.state.outcome)


def test_c1_a_reply_gives_the_turn_to_us() -> None:
    """C1: nothing more is sent until we have answered; then the four days count from there."""
    machine = compile(built_in("negotiation"), sender=dutch(), client=dutch())
    life = Life(machine).until("05T09:00").tell(Replied(at=at("08T10:00"))).until("20T00:00")
    assert (Turn.OURS, ["email"]) == (life.state.turn, life.kinds)
    assert "26T09:00" == life.tell(Answered(at=at("22T10:00"))).due


def test_c2a_the_addresses_are_compared_before_the_call() -> None:
    """C2a: both are asked of a person at once, the comparison first."""
    assert ["compare-addresses", "call"] == project(CALLED, ["email", "phone"]).kinds[1:]


def test_c2a_without_a_phone_number_there_is_no_call() -> None:
    """C2a, D5: the case starts, the addresses are compared, and a number is looked for."""
    life = project(CALLED, ["email"])
    assert ["compare-addresses", "find-number"] == life.kinds[1:]
    assert "stopped" == life.until(STOPPED).state.outcome


def test_c2a_a_number_that_is_found_in_time_is_called() -> None:
    """C2a: what is known of the client is looked at when the call is due."""
    life = project("09T09:00", ["email"])
    life.tell(FactChanged("phone", True, at=at("10T10:00")))
    assert ["compare-addresses", "call"] == life.until(CALLED).kinds[1:]


def test_c2a_a_wrong_address_begins_with_the_follow_up_again() -> None:
    """C2a: the follow-up goes to the right address, a week passes, and only then a call."""
    life = project(CALLED).tell(Done("call", "wrong address", at=at("15T10:00")))
    life.until("22T09:00")
    assert ["follow-up 16T09:00", "call 22T09:00", "call 22T09:00"] == life.sent[3:]


def test_c2a_a_bounced_follow_up_goes_out_again_before_any_call() -> None:
    """C2a: a mail that came back has not been sent; it is tried again."""
    life = project("09T09:00").tell(Bounced("follow-up", at=at("09T09:05"))).until("14T00:00")
    assert ["follow-up", "follow-up"] == [one.step for one in life.effects]
    assert ["c:1:follow-up:1:0:1", "c:1:follow-up:1:0:2"] == life.keys


def test_c2a_a_wrong_number_is_noted() -> None:
    """C2a: you are asked for another number, and the ladder goes on."""
    life = project(CALLED).tell(Done("call", "wrong number", at=at("15T10:00")))
    assert "project/wrong-number" == life.effects[-1].template
    assert "look-online 17T09:00" == life.until(LOOKED).sent[-1]


def test_c2a_who_is_reached_has_a_week() -> None:
    """C2a: the call was to verify that the messages arrived; now the client has time."""
    life = project(CALLED).tell(Done("call", "reached", at=at("15T10:00")))
    assert (Status.HELD, "23T00:00") == (life.state.status, life.due)
    assert "stopped" == life.until("30T09:00").state.outcome


def test_c2b_who_is_active_is_waited_for() -> None:
    """C2b: content to know that the client is well, you wait for a week."""
    life = project(LOOKED).tell(Done("look-online", "active", at=at("17T10:00")))
    assert (Status.HELD, "25T00:00") == (life.state.status, life.due)
    assert "final-notice 26T17:00" == life.until("26T17:00").sent[-1]


def test_c2b_contact_online_is_private() -> None:
    """C2b: if you say so a private message goes out, and nothing is ever written in public."""
    life = project(LOOKED).tell(Done("look-online", "write", at=at("17T10:00")))
    sent = life.effects[-1]
    assert ("direct_message", "project/private-message") == (sent.kind, sent.template)
    assert "stopped" == life.until("30T00:00").state.outcome


def test_c2b_without_a_handle_nothing_is_written() -> None:
    """C2b: the look online is yours, and comes with the caution; the ladder goes on."""
    life = project(LOOKED, ["email", "phone"])
    assert (("caution", "contact in private only"),) == life.effects[-1].effect.details
    life.tell(Done("look-online", "write", at=at("17T10:00")))
    assert "look-online" == life.kinds[-1]
    assert "final-notice 19T17:00" == life.until("19T17:00").sent[-1]


@pytest.mark.parametrize(
    "reply", [Replied(at=at("29T10:00")), Signal("client-replied", at=at("29T10:00"))]
)
def test_c2c_a_reply_after_the_stop_opens_the_case_again(reply: Event) -> None:
    """C2c: the stop is a pause; the work is taken up, and it is our turn."""
    life = project(STOPPED)
    assert (Status.ENDED, "stopped") == (life.state.status, life.state.outcome)
    life.tell(reply)
    assert ("resume_work", Status.OPEN) == (life.kinds[-1], life.state.status)
    assert (Turn.OURS, None, None) == (life.state.turn, life.state.outcome, life.due)


def test_c2c_our_answer_begins_the_ladder_anew() -> None:
    """C2c: the next silence is chased from its beginning, from the Tuesday of the week after."""
    life = project(STOPPED).tell(Replied(at=at("29T10:00")), Answered(at=at("30T10:00")))
    assert (2, Turn.CLIENT) == (life.state.round, life.state.turn)
    assert "follow-up 2026-07-07T09:00" == life.until("2026-07-07T09:00").sent[-1]
    again = life.until("2026-08-01T00:00").state
    assert (Status.ENDED, "stopped") == (again.status, again.outcome)


def test_c2c_before_the_stop_an_answer_goes_on_where_the_ladder_stood() -> None:
    """C2c: once the stop has been announced, an answer of ours does not begin again."""
    life = project("19T17:00").tell(Replied(at=at("20T10:00")), Answered(at=at("22T10:00")))
    assert (1, "stopped") == (life.state.round, life.until("30T00:00").state.outcome)
