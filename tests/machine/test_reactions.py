"""What the policy says that an event does (`[[on]]`): every word, filters, and effects."""

from typing import Any

import pytest

from ghostrules import Elapsed, EventError, Machine, Reaction, Status, Step, Turn
from ghostrules.events import (
    Answered,
    Away,
    Bounced,
    Disputed,
    Done,
    FactChanged,
    Held,
    Promised,
    Released,
    Replied,
    Signal,
)
from ghostrules.machine import Reacted
from tests.machine.life import Life, at, day, made


def ladder(*on: Reaction, **policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile three mails, two days apart."""
    return made(
        Step("a", "48 hours after start", "email"),
        Step("b", "48 hours after a", "email"),
        Step("c", "96 hours after b", "email"),
        on=on,
        **policy,
    )


def told(event: Any, *on: Reaction, **policy: Any) -> Life:  # noqa: ANN401 - an event
    """Tell an event on the second of June."""
    return Life(ladder(*on, **policy)).tell(event)


POKED = Signal("poked", at=at("01T16:00"))


def test_nothing_is_nothing() -> None:
    """`nothing`: the event is recorded, and the default does not happen."""
    life = told(Replied(at=at("01T16:00")), Reaction("replied", "nothing"))

    assert (Turn.CLIENT, "03T10:00") == (life.state.turn, life.due)


def test_our_turn_is_as_a_reply() -> None:
    """`our turn`: the ladder stops until we answer."""
    life = told(POKED, Reaction("poked", "our turn"), after_answer="continue")
    assert (Turn.OURS, None) == (life.state.turn, life.due)

    assert "03T12:00" == life.tell(Answered(at=at("01T18:00"))).due


def test_hold_is_open() -> None:
    """`hold`: an automatic hold without an end."""
    life = told(POKED, Reaction("poked", "hold"))

    assert (Status.HELD, None, ["automatic"]) == (
        life.state.status,
        life.due,
        [hold.by for hold in life.state.holds],
    )


def test_hold_until_promised_ends_as_the_event_says() -> None:
    """`hold until promised`: to the end that the event names, with the grace of a promise."""
    promised = told(
        Promised(day(5), at=at("01T16:00")),
        Reaction("promised", "hold until promised"),
        promise_grace="2 hours",
    )
    away = told(Away(day(5), at=at("01T16:00")), Reaction("away", "hold until promised"))

    assert ("06T02:00", "06T00:00") == (promised.due, away.due)


@pytest.mark.parametrize(
    ("amount", "due"),
    [("6 hours", "01T22:00"), ("3 calendar days", "05T00:00"), ("5 business days", "09T00:00")],
)
def test_hold_for_an_amount(amount: str, due: str) -> None:
    """`hold for`: hours are elapsed, days are included (L18)."""
    assert due == told(POKED, Reaction("poked", f"hold for {amount}")).due


def test_release_ends_holds() -> None:
    """`release`: a case that is held goes on."""
    life = told(Held(at=at("01T12:00")), Reaction("poked", "release")).tell(POKED)

    assert (Status.OPEN, "03T14:00") == (life.state.status, life.due)


def test_release_of_what_is_not_held_changes_little() -> None:
    """`release`: nothing was held, so nothing moves."""
    assert "03T10:00" == told(POKED, Reaction("poked", "release")).due


def test_restart_begins_a_new_round() -> None:
    """`restart`: from the event on."""
    life = Life(ladder(Reaction("poked", "restart"))).until("03T12:00")

    life.tell(Signal("poked", at=at("04T11:00")))

    assert (2, "08T09:00") == (life.state.round, life.due)  # 48 hours end on a Saturday


def test_go_to_leaves_out_what_is_between() -> None:
    """`go to`: b is left out, and c counts from there."""
    life = told(POKED, Reaction("poked", "go to c")).until("30T12:00")

    assert ["c 05T16:00"] == life.sent


def test_go_to_goes_back() -> None:
    """`go to` an earlier step: it and those after it are done again, under keys of their own."""
    life = Life(ladder(Reaction("poked", "go to a"))).until("05T12:00")
    assert ["a 03T10:00", "b 05T10:00"] == life.sent

    life.tell(Signal("poked", at=at("08T10:00"))).until("30T12:00")

    assert ["a", "b", "c"] == [line.split()[0] for line in life.sent[2:]]
    assert len(life.keys) == len(set(life.keys))


def test_skip_leaves_a_step_out() -> None:
    """`skip`: for this case."""
    life = told(POKED, Reaction("poked", "skip b")).until("30T12:00")

    assert ["a", "c"] == [line.split()[0] for line in life.sent]


@pytest.mark.parametrize(("then", "outcome"), [("end", "poked"), ("end lost", "lost")])
def test_end_ends(then: str, outcome: str) -> None:
    """`end`: with the outcome named, or that of the event."""
    life = told(POKED, Reaction("poked", then))

    assert (Status.ENDED, outcome, None) == (life.state.status, life.state.outcome, life.due)


def test_the_first_reaction_that_fits_counts() -> None:
    """In the order of the document."""
    life = told(POKED, Reaction("poked", "hold"), Reaction("poked", "end"))

    assert Status.HELD == life.state.status


def test_reactions_look_at_facts() -> None:
    """`only_if` chooses, with what the event itself has told."""
    on = [
        Reaction("fact-changed", "end grown", only_if="jobs > 3"),
        Reaction("fact-changed", "hold", only_if="jobs > 1"),
    ]
    lives = [
        told(FactChanged("jobs", jobs, at=at("01T16:00")), *on, facts={"jobs": "number"})
        for jobs in (1, 2, 4)
    ]

    assert [Status.OPEN, Status.HELD, Status.ENDED] == [life.state.status for life in lives]


def called(*on: Reaction) -> Life:
    """Live to the moment at which a person calls; after it come an address check and a mail."""
    policy = made(
        Step("call", "24 hours after start", "call"),
        Step("mail", "48 hours after call", "email"),
        Step("address", "24 hours later", "note"),
        on=on,
    )
    return Life(policy).look("02T10:00")


def test_the_ladder_goes_on_by_result() -> None:
    """C2a: a reached client holds the ladder, a wrong number asks for the address."""
    on = (
        Reaction("done", "hold for 5 calendar days", step="call", result="reached"),
        Reaction("done", "go to address", step="call", result="wrong number"),
    )

    reached = called(*on).tell(Done("call", "reached", at=at("02T10:30")))
    wrong = called(*on).tell(Done("call", "wrong number", at=at("02T10:30"))).until("30T12:00")
    voicemail = called(*on).tell(Done("call", "voicemail", at=at("02T10:30")))

    assert (Status.HELD, "08T00:00") == (reached.state.status, reached.due)
    assert ["call 02T10:00", "address 03T10:30"] == wrong.sent
    assert "04T10:30" == voicemail.due


def test_a_reached_call_is_done_even_where_the_ladder_is_held() -> None:
    """The step has happened by the report; the reaction says what becomes of the rest."""
    life = called(Reaction("done", "hold", result="reached"))

    life.tell(Done("call", "reached", at=at("02T10:30")), Released(at=at("02T16:30")))

    assert "04T16:30" == life.until("30T12:00").sent[1].split()[1]
    assert [] == life.reminders


def test_without_then_the_default_stays() -> None:
    """A reaction with effects alone adds them to what the event does anyway."""
    life = told(Replied(at=at("01T16:00")), Reaction("replied", do="note"))

    assert (Turn.OURS, ["None 01T16:00"], ["note"]) == (life.state.turn, life.sent, life.kinds)
    assert ["c:1:on-1:1:0:1"] == life.keys


def test_an_end_stays_an_end_with_effects() -> None:
    """The policy's own end event keeps its outcome; what the reaction adds is done."""
    life = told(Signal("settled", at=at("01T16:00")), Reaction("settled", do="note"))

    assert ("settled", ["note"]) == (life.state.outcome, life.kinds)


def test_effects_of_reactions_have_slots_of_their_own() -> None:
    """L8: the note at once, the mail in the morning."""
    life = told(
        Signal("poked", at=at("01T20:00")), Reaction("poked", "nothing", do=["email", "note"])
    )

    assert ["None 01T20:00", "None 02T09:00"] == life.until("02T12:00").sent
    assert {"email": "02T09:00", "note": "01T20:00"} == {
        one.kind: moment.split()[1] for one, moment in zip(life.effects, life.sent, strict=True)
    }


def test_what_reactions_may_do_at_one_moment_is_done_at_one_look() -> None:
    """L17: the mail and the work that waited for the morning go together."""
    life = told(
        Signal("poked", at=at("01T20:00")), Reaction("poked", "nothing", do=["email", "pause_work"])
    )

    result = life.machine.transition(life.state, Elapsed(at=at("02T09:00")))

    assert ["email", "pause_work"] == [one.kind for one in result.effects]


def test_a_reaction_writes_no_client_in_our_turn() -> None:
    """L14: the note comes at once, the mail after our answer."""
    life = told(
        Replied(at=at("01T16:00")),
        Reaction("replied", "our turn", do=["email", "note"]),
        after_answer="continue",
    )
    assert ["note"] == life.until("02T12:00").kinds

    life.tell(Answered(at=at("02T12:00"))).until("02T17:00")
    assert ["note", "email"] == life.kinds


def test_a_reaction_writes_no_client_while_held() -> None:
    """L18: a held case is silent towards the client."""
    life = told(POKED, Reaction("poked", "hold for 24 hours", do=["sms", "note"]))
    assert ["note"] == life.until("02T15:59").kinds

    life.until("03T09:00")
    assert ["note", "sms"] == life.kinds
    assert life.effects[1].at >= at("02T16:00")


def test_each_time_has_keys_of_its_own() -> None:
    """L16: poked twice, noted twice; told twice, noted once."""
    life = told(POKED, Reaction("poked", "nothing", do="note")).tell(POKED)
    assert 1 == len(life.keys)

    life.tell(Signal("poked", at=at("01T17:00")))
    assert ["c:1:on-1:1:0:1", "c:1:on-1:2:0:1"] == life.keys


def test_the_reasons_name_the_reaction() -> None:
    """Whoever asks why finds the policy's own word."""
    life = told(POKED, Reaction("poked", "hold for 6 hours"))

    assert Reacted("poked", "hold for 6 hours") in life.last.reasons


def test_a_default_can_be_replaced() -> None:
    """A dispute that the policy does not want to hold for ends the case."""
    life = told(Disputed(at=at("01T16:00")), Reaction("disputed", "end disputed"))

    assert "disputed" == life.state.outcome


def test_a_signal_carries_facts() -> None:
    """The policy's own event brings data, which the reaction can ask for."""
    life = told(
        Signal("scored", data={"jobs": 5}, at=at("01T16:00")),
        Reaction("scored", "end", only_if="jobs = 5"),
        facts={"jobs": "number"},
    )

    assert ("scored", {"jobs": 5}) == (life.state.outcome, life.machine.facts(life.state))


def test_an_event_that_nothing_names_is_refused() -> None:
    """L20: a signal without a reaction is unknown, and so is data that nobody declared."""
    with pytest.raises(EventError, match="did you mean `poked`"):
        told(Signal("pokd", at=at("01T16:00")), Reaction("poked", "hold"))
    with pytest.raises(EventError):
        told(Signal("poked", data={"x": 1}, at=at("01T16:00")), Reaction("poked", "hold"))


def test_going_to_the_step_where_it_is_repeats_no_key() -> None:
    """L16: whatever becomes of a draft that waits, it is noted once under one key."""
    policy = made(
        Step("a", "24 hours after start", "email"),
        Step("b", "24 hours after a", "email", confirm=True),
        Step("c", "9 days after b", "note"),
        on=[Reaction("poked", "go to b")],
    )
    life = Life(policy).until("03T12:00").tell(Signal("poked", at=at("03T12:00")))
    life.until("04T12:00").tell(Signal("poked", at=at("04T12:00"))).until("05T12:00")

    keys = [one.key for one in life.effects]
    assert len(keys) == len(set(keys))


def test_going_back_to_a_call_that_was_asked_repeats_no_key() -> None:
    """L16: the mail and the call of the step have gone out under their keys."""
    policy = made(
        Step("a", "24 hours after start", ["email", "call"]),
        Step("b", "9 days after a", "note"),
        on=[Reaction("poked", "go to a")],
    )
    life = Life(policy).until("02T12:00").tell(Signal("poked", at=at("02T12:00"))).until("04T12:00")

    keys = [one.key for one in life.effects]
    assert len(keys) == len(set(keys))


def test_a_reply_that_reopened_a_case_is_not_heard_twice() -> None:
    """L16: the reaction of the ended case took it; that of the open one does not take it again."""
    policy = ladder(
        Reaction("replied", "resume", outcome="settled"), Reaction("replied", "our turn", do="note")
    )
    reply = Replied(at=at("02T10:00"))
    life = Life(policy).tell(Signal("settled", at=at("01T16:00")), reply)
    before = life.state

    assert life.tell(reply).state is before
    assert [] == life.effects


def test_a_restart_is_no_contact() -> None:
    """L13: the gap counts from contacts, answers and releases; beginning again is none of them."""
    machine = made(
        Step("a", "1 business day after start", "email"),
        on=[Reaction("poked", "restart")],
        min_gap="3 business days",
    )

    assert "02T09:00" == Life(machine).tell(POKED).due


def test_a_bounce_of_an_earlier_round_has_its_reaction() -> None:
    """L20: it changes nothing of the new round, and is news all the same."""
    machine = made(
        Step("a", "24 hours after start", "email"),
        Step("b", "96 hours after a", "email"),
        on=[Reaction("bounced", "our turn")],
    )
    life = Life(machine).until("02T10:00")
    life.tell(Replied(at=at("02T11:00")), Answered(at=at("02T12:00")))

    life.tell(Bounced("a", at=at("02T13:00")))

    assert (2, Turn.OURS) == (life.state.round, life.state.turn)


def test_a_release_by_a_reaction_ends_no_hold_that_is_younger() -> None:
    """L18: as a person's release it ends what held the case when it happened."""
    life = Life(ladder(Reaction("poked", "release")))
    life.tell(Held(at=at("02T10:00")), Signal("poked", at=at("01T16:00")))

    assert Status.HELD is life.state.status
    assert Status.OPEN is life.tell(Signal("poked", at=at("02T11:00"))).state.status


def test_a_reply_that_we_have_answered_has_no_reaction() -> None:
    """L20: a reply not later than our last answer does nothing, whatever the policy says of it."""
    life = told(Answered(at=at("01T16:00")), Reaction("replied", "hold", do="note"))
    before = life.state

    assert life.tell(Replied(at=at("01T16:00"))).state is before


def test_a_mail_of_a_reaction_beside_that_of_a_step_is_not_the_last_contact() -> None:
    """L13: what counts its hours from the step owes no gap to the mail of the same instant."""
    machine = made(
        Step("a", "1 hour after start", "email"),
        Step("b", "2 hours after a", "email"),
        on=[Reaction("poked", "nothing", do="email")],
    )
    life = Life(machine, "01T17:00").tell(Signal("poked", at=at("01T18:00"))).until("02T09:00")

    assert (["email", "email"], "02T11:00") == (life.kinds, life.due)


def calling(*on: Reaction, **keys: Any) -> Life:  # noqa: ANN401 - keys of a step
    """Live to the moment at which the result of a call on the second of June is assumed."""
    machine = made(
        Step("call", "24 hours after start", "call", **keys),
        Step("mail", "1 week after call", "email"),
        on=on,
    )
    return Life(machine).look("02T10:00").look("03T00:00")


def test_what_is_assumed_is_followed_by_a_reaction_to_that_result() -> None:
    """The reaction is taken at the assumption, as if it had been reported then."""
    life = calling(Reaction("done", "hold for 3 days", step="call", result="no answer"))

    assert (Status.HELD, "07T00:00") == (life.state.status, life.due)
    assert ["Assumed", "Reacted", "HeldBy"] == life.reasons


@pytest.mark.parametrize(
    "reaction",
    [
        Reaction("done", "hold"),
        Reaction("done", "hold", step="call"),
        Reaction("done", "hold", result="reached"),
        Reaction("done", "hold", step="mail", result="no answer"),
    ],
)
def test_what_is_assumed_is_no_report(reaction: Reaction) -> None:
    """Nobody reported anything: only a reaction that names the very result follows."""
    life = calling(reaction)

    assert (Status.OPEN, ["Assumed"]) == (life.state.status, life.reasons)


def test_a_reaction_without_a_result_does_not_stand_in_the_way_of_one_that_names_it() -> None:
    """Of the reactions that name the result the first counts."""
    life = calling(
        Reaction("done", "hold"),
        Reaction("done", do="resume_work", result="lost"),
        if_unreported="lost",
    ).until("04T12:00")

    assert ["call 02T10:00", "None 03T09:00"] == life.sent


def test_a_report_of_what_was_assumed_is_not_followed_again() -> None:
    """L16: told at or before the assumption, it is what the reaction has followed already."""
    life = calling(Reaction("done", do="note", result="no answer"))
    before = len(life.effects)

    life.tell(Done("call", "no answer", at=at("02T10:00")))

    assert before == len(life.effects)


def test_a_reaction_can_begin_again_where_a_last_call_is_assumed() -> None:
    """L15: the case does not end with its last step if the policy says otherwise."""
    machine = made(
        Step("call", "24 hours after start", "call", outcome="called"),
        on=[Reaction("done", "restart", result="no answer")],
    )

    life = Life(machine).look("02T10:00").look("03T00:00")

    assert (Status.OPEN, 2, "04T09:00") == (life.state.status, life.state.round, life.due)


def test_a_reaction_that_gives_the_turn_back_is_no_contact() -> None:
    """L13: nobody has written, and the mail goes out at once."""
    machine = made(
        Step("mail", "0 calendar days after start", "email"),
        Step("pause", "2 weeks later", "pause_work"),
        on=[Reaction("promised", "go to mail")],
    )
    life = Life(machine, "01T08:00").tell(Replied(at=at("01T08:30")))

    assert ["mail 01T10:00"] == life.tell(Promised(day(9), at=at("01T10:00"))).sent
