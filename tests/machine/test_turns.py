"""Whose turn it is (L14): replies stop the ladder, answers set it going again."""

from typing import Any

import pytest

from ghostrules import Calendar, Machine, Status, Step, Turn
from ghostrules.events import (
    Answered,
    Cancelled,
    Delivered,
    Held,
    Opened,
    Performed,
    Released,
    Replied,
    Undone,
)
from tests.machine.life import Life, at, made


def two_mails(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail on the second of June, and another two days after it."""
    return made(
        Step("first", "24 hours after start", "email"),
        Step("second", "48 hours after first", "email"),
        **policy,
    )


def test_a_reply_gives_the_turn_to_us_and_stops_the_ladder() -> None:
    """L14: while it is our turn nothing is due, and no look changes anything."""
    life = Life(two_mails()).tell(Replied(at=at("01T12:00")))

    assert (Status.OPEN, Turn.OURS, None) == (life.state.status, life.state.turn, life.due)
    before = life.state
    assert life.look("30T12:00").state is before
    assert [] == life.effects


def test_within_hours_we_are_nudged_once() -> None:
    """L14: `respond_within` reminds ourselves, one time, and the client hears nothing."""
    life = Life(two_mails(respond_within="4 hours")).tell(Replied(at=at("01T12:00")))
    assert "01T16:00" == life.due

    life.until("30T12:00")

    assert (["case/our-turn 01T16:00"], []) == (life.reminders, life.sent)
    assert ("note", None) == (life.effects[0].kind, life.last.step)
    assert (Turn.OURS, None) == (life.state.turn, life.state.due)


@pytest.mark.parametrize(
    ("within", "replied", "nudged"),
    [
        ("1 business day", "05T16:00", "08T00:00"),
        ("3 business days", "04T09:00", "09T00:00"),
        ("2 calendar days", "05T16:00", "07T00:00"),
    ],
)
def test_within_days_we_are_nudged_at_the_beginning_of_ours(
    within: str, replied: str, nudged: str
) -> None:
    """L14, L3: days are dates, and a note to ourselves needs no hours."""
    life = Life(two_mails(respond_within=within)).until("04T08:00")

    life.tell(Replied(at=at(replied))).until("30T12:00")

    assert [f"case/our-turn {nudged}"] == life.reminders


def test_we_are_nudged_by_our_own_calendar() -> None:
    """L14: the business day that we promise is the sender's: Turks work on Dutch Whit Monday."""
    turkish = Calendar.for_country("TR")
    mails = two_mails(respond_within="1 business day", sender=turkish)
    life = Life(mails, "2026-05-22T08:00").tell(Replied(at=at("2026-05-22T09:00")))

    assert "2026-05-24T23:00" == life.due  # midnight in Istanbul, of Monday 25 May


def test_an_answer_in_time_saves_the_nudge() -> None:
    """L14: whoever answers in time is not reminded."""
    life = Life(two_mails(respond_within="4 hours", after_answer="continue"))

    life.tell(Replied(at=at("01T12:00")), Answered(at=at("01T13:00"))).until("02T09:00")

    assert ([], Turn.CLIENT) == (life.reminders, life.state.turn)


def test_every_reply_that_waits_is_nudged() -> None:
    """L14, L16: a second reply after our answer is nudged again, under another key."""
    life = Life(two_mails(respond_within="1 hour", after_answer="continue"))

    life.tell(Replied(at=at("01T11:00"))).until("01T12:30")
    life.tell(Answered(at=at("01T12:30")), Replied(at=at("01T13:00"))).until("01T20:00")

    assert ["case/our-turn 01T12:00", "case/our-turn 01T14:00"] == life.reminders
    assert 2 == len({one.key for one in life.effects})


def test_an_answer_begins_a_new_round() -> None:
    """L14: by default the ladder begins again from our answer, under keys of its own round."""
    life = Life(two_mails()).until("02T12:00")

    life.tell(Replied(at=at("03T10:00")), Answered(at=at("03T15:00"))).until("30T12:00")

    assert ["first 02T10:00", "first 04T15:00", "second 08T09:00"] == life.sent
    assert ["c:1:first:1:0:1", "c:2:first:1:0:1", "c:2:second:1:0:1"] == life.keys
    assert 2 == life.state.round


def test_continue_goes_on_where_it_stood() -> None:
    """L14: time in our turn is held time, so 48 hours are 48 hours of the client's turn."""
    life = Life(two_mails(after_answer="continue")).until("02T12:00")

    life.tell(Replied(at=at("03T10:00")), Answered(at=at("03T14:00")))

    assert ("04T14:00", 1, Turn.CLIENT) == (life.due, life.state.round, life.state.turn)


def test_the_next_contact_keeps_its_distance_from_our_answer() -> None:
    """L13: what followed the last contact within the hour does not follow our answer so."""
    chase = made(
        Step("first", "24 hours after start", "email"),
        Step("second", "1 hour after first", "email"),
        after_answer="continue",
    )
    life = Life(chase).until("02T10:00")

    life.tell(Replied(at=at("02T10:30")), Answered(at=at("02T10:40")))

    assert "03T09:00" == life.due


def test_wait_holds_the_case_until_a_person_releases_it() -> None:
    """L14: after our answer the case stands; a person's release lets it go on as `continue`."""
    life = Life(two_mails(after_answer="wait")).until("02T12:00")

    life.tell(Replied(at=at("03T10:00")), Answered(at=at("03T12:00")))
    assert (Status.HELD, Turn.CLIENT, None) == (life.state.status, life.state.turn, life.due)
    held = life.state
    assert life.look("30T12:00").state is held

    life.tell(Released(at=at("03T16:00")))
    assert (Status.OPEN, 1, "04T16:00") == (life.state.status, life.state.round, life.due)


def test_wait_does_not_end_by_itself() -> None:
    """L14, L18: an automatic release ends no hold of ours."""
    life = Life(two_mails(after_answer="wait"))
    life.tell(Replied(at=at("01T12:00")), Answered(at=at("01T13:00")))
    held = life.state

    assert life.tell(Released(by="automatic", at=at("01T14:00"))).state is held


@pytest.mark.parametrize(
    ("steps", "looked"),
    [
        ([Step("last", "24 hours after start", "email", answer_within="5 days")], "02T10:00"),
        ([Step("last", "24 hours after start", "pause_work")], "02T10:00"),
        (
            [
                Step("last", "24 hours before stop", "email"),
                Step("stop", "3 business days after start", "stop_work"),
            ],
            "03T12:00",
        ),
    ],
    ids=["granted a window", "was adverse", "counted back"],
)
def test_in_a_late_stage_an_answer_does_not_begin_again(steps: list[Step], looked: str) -> None:
    """L14: who asks for the IBAN after the last letter gets no friendly reminders again."""
    life = Life(made(*steps, Step("end", "20 days after start", "email"))).until(looked)
    assert 1 == len(life.sent)

    life.tell(Replied(at=at("03T15:00")), Answered(at=at("03T16:00")))

    assert (1, Turn.CLIENT, Status.OPEN) == (
        life.state.round,
        life.state.turn,
        life.state.status,
    )


def test_before_its_late_stage_a_ladder_begins_again() -> None:
    """L14: a late step that has not happened yet is no late stage."""
    chase = made(
        Step("first", "24 hours after start", "email"),
        Step("last", "48 hours after first", "email", answer_within="5 days"),
    )
    life = Life(chase).until("02T12:00")

    life.tell(Replied(at=at("03T15:00")), Answered(at=at("03T16:00")))

    assert (2, "04T16:00") == (life.state.round, life.due)


def test_a_new_round_repeats_only_what_counts_from_the_start() -> None:
    """L14: a notice that counts from the due date, and what counts from it, stays happened."""
    chase = made(
        Step("mail", "24 hours after start", "email"),
        Step("notice", "30 days after due", "email"),
        Step("court", "10 business days after notice", "escalate"),
        facts={"due": "date"},
        after_answer="restart",
    )
    life = Life(chase, facts={"due": at("2026-05-04T10:00").date()}).until("03T12:00")
    assert ["mail 02T10:00", "notice 03T09:00"] == life.sent

    life.tell(Replied(at=at("03T15:00")), Answered(at=at("03T16:00"))).until("30T12:00")

    assert ["mail 04T16:00", "court 17T09:00"] == life.sent[2:]


def test_our_own_messages_are_no_activity_of_the_client() -> None:
    """L14: sent, delivered or opened, a mail of ours changes neither turn nor ladder."""
    life = Life(two_mails()).until("02T12:00")
    due = life.due

    life.tell(
        Performed("first", at=at("02T10:00")),
        Delivered("first", at=at("02T10:05")),
        Opened("first", at=at("02T11:00")),
    )

    assert (due, Turn.CLIENT, 1) == (life.due, life.state.turn, life.state.round)


def test_what_we_say_in_the_clients_turn_is_a_contact_and_no_answer() -> None:
    """L13, L14: a message of ours in between keeps the next one apart, and begins nothing."""
    life = Life(two_mails()).until("02T12:00")

    life.tell(Answered(at=at("04T09:30")))

    assert ("05T09:00", Turn.CLIENT, 1) == (life.due, life.state.turn, life.state.round)


def test_patience_counts_from_when_our_message_let_a_step_be_due() -> None:
    """L17: what waits for the gap after our message is not late, however late we had looked."""
    life = Life(made(Step("mail", "24 hours after start", "email", if_late="skip")))

    life.look("02T20:00").tell(Answered(at=at("04T10:00"))).look("05T09:00")

    assert ["mail 05T09:00"] == life.sent


def test_a_reply_not_later_than_our_last_answer_changes_nothing() -> None:
    """L20: what we have answered already may be learned late."""
    life = Life(two_mails()).tell(Replied(at=at("01T12:00")), Answered(at=at("01T13:00")))
    before = life.state

    assert life.tell(Replied(at=at("01T12:30"))).state is before
    assert life.tell(Replied(at=at("01T13:00"))).state is before


def test_an_answer_older_than_its_reply_changes_nothing() -> None:
    """L20: what we sent before the client wrote answers nothing."""
    life = Life(two_mails()).tell(Replied(at=at("01T12:00")))
    before = life.state

    assert life.tell(Answered(at=at("01T11:00"))).state is before


def test_a_reply_learned_late_counts_from_when_it_came() -> None:
    """L20: what was sent stays sent; the turn has been ours since the reply."""
    life = Life(two_mails(after_answer="continue", respond_within="2 hours")).until("02T12:00")

    life.tell(Replied(at=at("01T15:00")))

    assert ["first 02T10:00"] == life.sent
    assert (Turn.OURS, ["case/our-turn 02T12:00"]) == (
        life.state.turn,
        life.look("02T12:00").reminders,
    )


def test_a_reply_delays_the_effects_of_a_step_that_are_outstanding() -> None:
    """L17: the mail has gone out, the call comes only after our answer."""
    york = Calendar.for_country("US", timezone="America/New_York", locale="en_US")
    both = made(
        Step("both", "7 calendar days after start", ["email", "call"]),
        sender=york,
        after_answer="continue",
    )
    life = Life(both).until("08T10:00").tell(Replied(at=at("08T11:00")))

    life.until("09T10:00").tell(Answered(at=at("09T10:00"))).until("12T23:00")

    assert ["email", "call"] == life.kinds
    assert "c:1:both:1:1:1" == life.keys[1]
    assert life.effects[1].at > at("09T10:00")


def test_what_waits_after_an_answer_goes_on_even_where_holds_restart() -> None:
    """L14: after a release the case goes on as `continue`, whatever `on_resume` says of holds."""
    life = Life(two_mails(after_answer="wait", on_resume="restart")).until("02T12:00")

    life.tell(Replied(at=at("02T13:00")), Answered(at=at("02T14:00")), Released(at=at("03T10:00")))

    assert 1 == life.state.round


def test_an_earlier_reply_learned_late_begins_our_turn_earlier() -> None:
    """L20: our time to respond counts from the first reply, in whatever order they are learned."""
    life = Life(two_mails(respond_within="4 hours")).tell(Replied(at=at("01T14:00")))

    assert "01T16:00" == life.tell(Replied(at=at("01T12:00"))).due

    life.tell(Answered(at=at("01T15:00")))
    assert "02T15:00" == life.due


def test_what_waits_after_our_answer_outlasts_the_hold_of_a_person() -> None:
    """L14: with `wait` the case stands until a release, not until the end of another hold."""
    life = Life(two_mails(after_answer="wait"))
    life.tell(Replied(at=at("01T12:00")), Answered(at=at("01T13:00")))

    life.tell(Held(until=at("03T12:00"), at=at("01T14:00")))

    assert (Status.HELD, None) == (life.state.status, life.due)
    assert (["held", "answered"]) == [hold.cause for hold in life.state.holds]
    assert (Status.OPEN, ()) == (
        life.tell(Released(at=at("02T10:00"))).state.status,
        life.state.holds,
    )


def test_an_end_undone_bounds_the_reminder_of_our_turn() -> None:
    """L15: the time between counts as a hold, also against our own promise to respond."""
    life = Life(two_mails(respond_within="4 hours")).tell(Replied(at=at("01T12:00")))

    life.tell(Cancelled(at=at("01T13:00")))

    undone = life.machine.transition(life.state, Undone(at=at("03T08:00"))).state
    assert (Turn.OURS, at("03T08:00")) == (undone.turn, undone.due)


def test_our_answer_at_the_start_of_a_round_is_that_start() -> None:
    """L13: what counts its hours from the start owes no gap to that very instant."""
    life = Life(made(Step("mail", "2 hours after start", "email"), on_resume="restart"))
    life.tell(Held(at=at("01T11:00")), Released(at=at("02T10:00")))
    assert "02T12:00" == life.due

    assert "02T12:00" == life.tell(Answered(at=at("02T10:00"))).due
