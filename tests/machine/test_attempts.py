"""A step that fails is done again in its turn, and the others wait (L26, L13)."""

from ghostrules import Elapsed, Status, Step, do
from ghostrules.events import Answered, Bounced, Done, Failed, Replied, Skipped
from tests.machine.life import Life, at, made


def test_a_step_is_done_again_while_a_call_waits_for_its_report() -> None:
    """L13: the turn goes back to the letter, and then to the call as far as it was done."""
    machine = made(
        Step("letter", "24 hours after start", "letter"),
        Step("call", "1 hour after letter", "call"),
        Step("last", "48 hours after call", "email"),
    )
    life = Life(machine).until("02T12:00")
    assert ["letter 02T10:00", "call 02T11:00"] == life.sent

    life.tell(Bounced("letter", at=at("02T12:00")))
    assert "03T09:00" == life.due

    life.until("03T09:00")
    assert ["letter", "call", "letter"] == life.kinds
    life.tell(Done("call", at=at("03T10:00")))
    assert "05T10:00" == life.due


def test_a_report_of_what_waits_is_taken_while_an_earlier_step_is_done_again() -> None:
    """L20: the call was made; the letter still goes out again before what follows."""
    machine = made(
        Step("letter", "24 hours after start", "letter"),
        Step("call", "1 hour after letter", "call"),
        Step("last", "1 hour after call", "note"),
    )
    life = Life(machine).until("02T12:00").tell(Bounced("letter", at=at("02T12:00")))

    life.tell(Done("call", at=at("02T13:00")))
    assert "03T09:00" == life.due

    life.until("03T12:00")
    assert ["letter", "call", "letter", "note"] == life.kinds


def test_a_call_of_an_earlier_step_is_again_open_until_it_is_reported() -> None:
    """L26: it failed and is asked for again, like every call."""
    machine = made(
        Step("call", "24 hours after start", "call", if_unreported="wait"),
        Step("mail", "2 business days after call", "email"),
        Step("last", "2 business days after mail", "email"),
    )
    life = Life(machine).until("02T10:00").tell(Done("call", at=at("02T11:00")))
    life.until("04T12:00").tell(Failed("call", at=at("04T12:00")))
    assert ["call 02T10:00", "mail 04T09:00"] == life.sent[:2]

    life.until("05T12:00")
    assert "call" == life.kinds[-1]
    assert "last" not in [one.split()[0] for one in life.until("12T12:00").sent]

    assert "08T09:00" == life.tell(Done("call", at=at("05T10:00"))).due


def test_a_late_look_at_one_step_does_not_hold_back_another_that_failed() -> None:
    """L10: the look was too late for the mail; the failure is learned after it, and is older."""
    machine = made(
        Step("pause", "24 hours after start", "pause_work"),
        Step("mail", "48 hours after pause", "email"),
    )
    life = Life(machine).until("02T12:00").look("05T08:00")

    failed = machine.transition(life.state, Failed("pause", at=at("04T16:00"))).state

    assert at("04T16:00") == failed.due


def test_a_notice_that_went_out_late_and_bounced_goes_out_again_at_once() -> None:
    """L11, L26: its own moment is that of the plan, not of a plan made after it was late."""
    machine = made(
        Step("notice", "24 hours before last", "email"),
        Step("charge", "48 hours after start", "charge"),
        Step("last", "2 weeks after charge", "email"),
    )
    late = machine.transition(Life(machine).state, Elapsed(at=at("18T10:00"))).state
    assert late.due == at("18T10:00")  # that of the charge

    bounced = machine.transition(late, Bounced("notice", at=at("18T12:00"))).state

    assert at("18T12:00") == bounced.due


def test_a_third_attempt_keeps_the_gap_from_the_failure() -> None:
    """L13, L26: whatever fails twice is not asked for again at once."""
    life = Life(made(Step("call", "24 hours after start", "call"), min_gap="2 business days"))
    life.until("02T10:00").tell(Failed("call", at=at("02T10:30")))
    assert ["call 02T10:00", "call 02T10:30"] == life.sent

    assert "04T09:00" == life.tell(Failed("call", at=at("02T16:00"))).due


def test_what_failed_makes_no_late_stage() -> None:
    """L14: nothing adverse has happened, so an answer begins a new round."""
    machine = made(
        Step("complete", "24 hours after start", "mark_complete"),
        Step("pause", "1 week after complete", "pause_work"),
    )
    life = Life(machine).until("02T10:00").tell(Replied(at=at("02T11:00")))

    life.tell(Failed("complete", at=at("02T10:30")), Answered(at=at("03T10:00")))

    assert 2 == life.state.round


def test_what_does_not_reach_the_client_is_not_done_twice() -> None:
    """L26: the mail bounced, the charge beside it did not."""
    step = Step("first", "24 hours after start", ["charge", "email"])
    life = Life(made(step, Step("last", "1 week after first", "email"))).until("02T10:00")

    life.tell(Bounced("first", at=at("02T12:00"))).until("03T12:00")

    assert ["charge", "email", "email"] == life.kinds
    assert (Status.OPEN, "09T09:00") == (life.state.status, life.due)


def test_a_visit_that_was_made_is_not_asked_for_again_with_the_mail() -> None:
    """L26: only what reaches the client goes out again, and the person is not awaited twice."""
    visit = do.custom("visit", reaches_client=False, live=True)
    machine = made(
        Step("first", "24 hours after start", [visit, "email"]),
        Step("last", "48 hours after first", "email"),
    )
    life = Life(machine).until("02T10:00").tell(Done("first", at=at("02T11:00")))

    life.tell(Bounced("first", channel="email", at=at("02T12:00")))

    assert (["visit", "email", "email"], "04T12:00") == (life.kinds, life.due)


def test_an_attempt_that_failed_is_no_contact() -> None:
    """L13: what is left of the step is skipped, and the next one owes the failed one no gap."""
    machine = made(
        Step("a", "24 hours after start", "email"),
        Step("b", "26 hours after start", "email"),
    )
    life = Life(machine).until("02T10:00").tell(Bounced("a", at=at("02T10:30")))
    life.tell(Bounced("a", at=at("02T11:00")), Skipped("a", at=at("02T11:30")))

    assert "02T12:00" == life.due


def test_what_waits_for_an_earlier_step_is_in_the_document() -> None:
    """L21: a restored case goes on with the same letter, and with the same call."""
    machine = made(
        Step("letter", "24 hours after start", "letter"),
        Step("call", "1 hour after letter", "call"),
    )
    life = Life(machine).until("02T12:00").tell(Bounced("letter", at=at("02T12:00")))

    assert life.state == machine.restore(life.state.to_document())
    assert [1] == [row for row, _ in life.state.to_document()["reports"]["waiting"]]


def test_a_failure_does_not_forget_what_else_was_a_contact() -> None:
    """L13: once the call has failed, the gap counts from our answer on that day."""
    machine = made(
        Step("call", "24 hours after start", "call"),
        Step("pause", "2 weeks later", "pause_work"),
    )
    life = Life(machine).until("02T10:00").tell(Answered(at=at("02T11:00")))
    life.tell(Done("call", "voicemail", at=at("02T15:00")))

    life.tell(Bounced("call", at=at("02T15:00")))

    assert "03T09:00" == life.due


def test_a_report_is_about_the_occurrence_that_was_asked_for_last() -> None:
    """L26: where that one was left out half-done, an earlier one has not failed."""
    machine = made(
        Step("mail", "1 and 4 calendar days after start", ["note", "email"]),
        Step("pause", "2 weeks later", "pause_work"),
    )
    life = Life(machine).until("02T12:00").look("05T00:00").tell(Skipped("mail", at=at("05T01:00")))
    before = life.state

    assert before is life.tell(Failed("mail", at=at("05T02:00"))).state
