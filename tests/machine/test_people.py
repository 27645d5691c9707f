"""What persons do: calls that are open until reported, drafts that are released or dropped."""

from typing import Any

import pytest

from ghostrules import EventError, Machine, Status, Step, do
from ghostrules.events import (
    Answered,
    Confirmed,
    Disputed,
    Done,
    Dropped,
    Failed,
    Held,
    Moved,
    Released,
    Replied,
    Skipped,
)
from tests.machine.life import Life, at, day, made


def calling(**keys: Any) -> Machine:  # noqa: ANN401 - keys of a step
    """Compile a call after a day, and a mail two days after it."""
    return made(
        Step("call", "24 hours after start", "call", **keys),
        Step("mail", "48 hours after call", "email"),
    )


def called(**keys: Any) -> Life:  # noqa: ANN401 - keys of a step
    """Live to the moment at which a person is asked to call."""
    return Life(calling(**keys)).look("02T10:00")


def test_a_call_is_asked_for_once_and_open_until_reported() -> None:
    """A person is asked when it is due; then the ladder waits for the report."""
    life = called()

    assert (["call 02T10:00"], Status.OPEN, "03T00:00") == (life.sent, life.state.status, life.due)
    before = life.state
    assert life.look("02T16:00").state is before


@pytest.mark.parametrize(("done", "due"), [("02T10:05", "04T10:05"), ("02T16:30", "04T16:30")])
def test_a_call_has_happened_when_it_was_done(done: str, due: str) -> None:
    """L10: what counts from the call counts from when it was made."""
    life = called().tell(Done("call", "voicemail", at=at(done)))

    assert (due, []) == (life.due, life.reminders)


def test_a_call_that_nobody_reports_is_assumed() -> None:
    """People forget: they are reminded, and the call counts as made when it was asked for."""
    life = called().until("04T09:00")

    assert (["case/call/overdue 03T00:00"], "04T10:00") == (life.reminders, life.due)
    assert "Assumed" in life.reasons


@pytest.mark.parametrize(
    ("after", "overdue"),
    [
        ("90 minutes", "02T11:30"),
        ("2 calendar days", "04T00:00"),
        ("2 business days", "04T00:00"),
        ("4 business days", "08T00:00"),
    ],
)
def test_a_report_is_overdue_when_the_policy_says(after: str, overdue: str) -> None:
    """Hours are elapsed, days are dates (L2), business days are ours."""
    assert overdue == called(overdue_after=after).due


def test_what_follows_a_call_waits_for_its_report() -> None:
    """L13: two hours after the call are over when the call is assumed; hours win (L8)."""
    policy = made(
        Step("call", "24 hours after start", "call"), Step("mail", "2 hours later", "email")
    )
    life = Life(policy).until("12T12:00")

    assert ["call 02T10:00", "mail 03T09:00"] == life.sent


def test_wait_waits() -> None:
    """With `if_unreported = "wait"` we are reminded once, and nothing is assumed."""
    life = called(if_unreported="wait").until("30T12:00")
    assert (["case/call/overdue 03T00:00"], None, Status.OPEN) == (
        life.reminders,
        life.due,
        life.state.status,
    )

    life.tell(Done("call", at=at("10T11:00")))

    assert "12T11:00" == life.due


@pytest.mark.parametrize(("done", "due"), [("03T12:00", "05T12:00"), ("02T09:30", "04T10:00")])
def test_a_later_report_moves_the_call_later_and_never_earlier(done: str, due: str) -> None:
    """L11: what was assumed is mended by a report, in one direction."""
    assert due == called().until("03T08:00").tell(Done("call", "reached", at=at(done))).due


@pytest.mark.parametrize(
    ("reported", "then"),
    [("reached", "a"), ("voicemail", "b"), ("our own words", "b"), (None, "b")],
)
def test_the_result_is_a_fact(reported: str | None, then: str) -> None:
    """What a person reports, the next steps can ask for."""
    policy = made(
        Step("call", "24 hours after start", "call"),
        Step("a", "48 hours after call", "note", only_if='call.result = "reached"'),
        Step("b", "48 hours after call", "note", unless='call.result = "reached"'),
    )
    life = Life(policy).look("02T10:00").tell(Done("call", reported, at=at("02T11:00")))

    assert [f"{then} 04T11:00"] == life.until("30T12:00").sent[1:]


@pytest.mark.parametrize(("assumed", "then"), [("no answer", "a"), ("voicemail", "b")])
def test_an_assumed_result_is_a_fact(assumed: str, then: str) -> None:
    """What is assumed of an unreported call counts as its result."""
    policy = made(
        Step("call", "24 hours after start", "call", if_unreported=assumed),
        Step("a", "48 hours after call", "note", only_if='call.result = "no answer"'),
        Step("b", "48 hours after call", "note", only_if='call.result = "voicemail"'),
    )
    life = Life(policy).until("30T12:00")

    assert [f"{then} 04T10:00"] == life.sent[1:]


def test_a_call_that_is_the_last_step_ends_the_case_when_it_is_done() -> None:
    """L13: until then the case is open."""
    policy = made(Step("call", "24 hours after start", "call", outcome="called"))
    life = Life(policy).look("02T10:00")
    assert Status.OPEN == life.state.status

    life.tell(Done("call", at=at("02T11:00")))

    assert (Status.ENDED, "called", at("02T11:00")) == (
        life.state.status,
        life.state.outcome,
        life.state.ended,
    )


def test_a_last_call_that_nobody_reports_ends_the_case_once_assumed() -> None:
    """The reminder comes with the end."""
    life = Life(made(Step("call", "24 hours after start", "call"))).until("30T12:00")

    assert ("silent", ["case/call/overdue 03T00:00"]) == (life.state.outcome, life.reminders)


def test_a_last_call_that_failed_is_asked_for_again_while_its_window_is_open() -> None:
    """L26: the case has not ended yet, and the call has not happened."""
    policy = made(Step("call", "24 hours after start", "call", answer_within="48 hours"))
    life = Life(policy).until("03T00:00")

    life.tell(Failed("call", at=at("03T00:00"))).until("03T12:00")

    assert ["call 02T10:00", "call 03T09:00"] == life.sent


def test_a_call_that_failed_is_awaited_again_though_more_has_happened_since() -> None:
    """L26: it is open until reported; the second mail stays sent, and the third waits."""
    policy = made(
        Step("call", "24 hours after start", "call"),
        Step("mail", "3 and 7 calendar days after start", "email"),
    )
    life = Life(policy).until("04T12:00").tell(Failed("call", at=at("04T20:00")))

    life.look("05T09:00")
    assert ("call 05T09:00", "08T00:00") == (life.sent[-1], life.due)

    life.tell(Done("call", at=at("05T10:00"))).until("30T12:00")
    assert ["call 02T10:00", "mail 04T09:00", "call 05T09:00", "mail 08T09:00"] == life.sent


def test_the_plan_assumes_that_persons_do_what_they_are_asked() -> None:
    """The silent path has no reminders: a call is made when it is due."""
    policy = calling()

    plan = policy.plan(at=at("01T10:00"))

    assert [("call", at("02T10:00")), ("mail", at("04T10:00"))] == [
        (one.step, one.due) for one in plan
    ]
    assert [("mail", at("04T10:00"))] == [
        (one.step, one.due) for one in policy.plan_from(called().state)
    ]


def test_what_nobody_was_asked_to_do_cannot_be_done() -> None:
    """L20: a report before the asking, of a mail, or of a step that is not there, is loud."""
    life = Life(calling())
    for wrong in (Done("call", at=at("02T09:00")), Done("email", at=at("02T09:00"))):
        with pytest.raises(EventError):
            life.tell(wrong)
    with pytest.raises(EventError):
        called().until("10T12:00").tell(Done("mail", at=at("10T12:00")))


def test_held_time_is_no_time_to_forget_in() -> None:
    """L18: while the case is held nobody is reminded of the call."""
    life = called().tell(Held(at=at("02T12:00"))).until("20T12:00")
    assert [] == life.reminders

    life.tell(Released(at=at("20T12:00"))).until("30T12:00")
    assert "mail" == life.sent[-1].split()[0]


def drafted(**keys: Any) -> Life:  # noqa: ANN401 - keys of a step
    """Live to the moment at which a letter is drafted."""
    policy = made(
        Step("letter", "24 hours after start", "email", confirm=True, **keys),
        Step("stop", "5 business days after letter", "stop_work", outcome="stopped"),
        after_answer="continue",
    )
    return Life(policy).look("02T10:00")


def test_a_draft_waits_and_so_does_what_is_adverse_after_it() -> None:
    """A5: a step with `confirm` is a draft for a person; unanswered it holds."""
    life = drafted()

    assert (["case/letter/draft 02T10:00"], []) == (life.reminders, life.sent)
    assert (Status.OPEN, None) == (life.state.status, life.due)
    before = life.state
    assert life.look("30T12:00").state is before


@pytest.mark.parametrize(
    ("confirmed", "sent", "stopped"),
    [("02T12:00", "02T12:00", "09T09:00"), ("02T20:00", "03T09:00", "10T09:00")],
)
def test_a_draft_that_is_confirmed_goes_out_at_the_next_moment(
    confirmed: str, sent: str, stopped: str
) -> None:
    """A5, L8: a person releases it; the client's hours still count."""
    life = drafted().tell(Confirmed("letter", at=at(confirmed))).until("30T12:00")

    assert [f"letter {sent}", f"stop {stopped}"] == life.sent


def test_a_draft_that_is_confirmed_is_not_merged_into_a_later_one() -> None:
    """L17: what a person has released goes out, though the gap made it wait for the next."""
    policy = made(Step("mail", "24 and 48 hours after start", "email", confirm=True))
    life = Life(policy).until("02T12:00").tell(Answered(at=at("03T09:00")))

    life.tell(Confirmed("mail", at=at("03T09:30"))).look("04T09:00")

    assert ["mail 04T09:00"] == life.sent


def test_a_window_counts_from_when_a_draft_went_out() -> None:
    """L12: nobody has granted anything before."""
    life = drafted(answer_within="10 business days")

    life.tell(Confirmed("letter", at=at("03T12:00"))).until("30T12:00")

    assert ["letter 03T12:00", "stop 18T09:00"] == life.sent


def test_a_draft_that_is_dropped_is_left_out_then() -> None:
    """A5: only its effects are dropped; what counts from it counts from there."""
    life = drafted().tell(Dropped("letter", at=at("03T12:00"))).until("30T12:00")

    assert ["stop 10T09:00"] == life.sent


def test_a_draft_can_be_skipped() -> None:
    """A5: leaving the step out leaves its draft out."""
    life = drafted().tell(Skipped("letter", by="ada", at=at("03T12:00"))).until("30T12:00")

    assert ["stop 10T09:00"] == life.sent


@pytest.mark.parametrize("kind", [Confirmed, Dropped])
def test_a_draft_is_decided_once(kind: type[Any]) -> None:
    """L16: told twice it is told once."""
    life = drafted().tell(kind("letter", at=at("02T20:00")))
    before = life.state

    assert life.tell(kind("letter", at=at("02T20:00"))).state is before


@pytest.mark.parametrize("kind", [Confirmed, Dropped])
def test_what_is_no_draft_cannot_be_decided(kind: type[Any]) -> None:
    """L20: nothing waits for it, or nothing can."""
    policy = made(
        Step("letter", "24 hours after start", "email", confirm=True),
        Step("mail", "48 hours later", "email"),
    )

    for step in ("letter", "mail", "nothing"):
        with pytest.raises(EventError):
            Life(policy).tell(kind(step, at=at("01T12:00")))


def test_a_draft_that_is_confirmed_in_our_turn_waits_for_our_answer() -> None:
    """L14: the client wrote, so nothing goes out before we have answered."""
    life = drafted().tell(Replied(at=at("02T12:00")), Confirmed("letter", at=at("02T13:00")))
    assert ([], None) == (life.until("05T09:00").sent, life.due)

    life.tell(Answered(at=at("05T10:00"))).until("08T17:00")

    assert ["letter 08T09:00"] == life.sent


def test_what_a_person_does_without_the_client_is_no_contact() -> None:
    """L13: to look for signs of life tells the client nothing, reported or not."""
    look = do.custom("look-online", live=True)
    policy = made(
        Step("look", "24 hours after start", look), Step("mail", "25 hours after start", "email")
    )
    life = Life(policy).look("02T10:00").tell(Done("look", "nothing", at=at("02T10:30")))

    assert ["look 02T10:00", "mail 02T11:00"] == life.until("30T12:00").sent


def test_a_draft_confirmed_at_another_instant_is_refused() -> None:
    """L16, L20: only the very same confirmation is the same event."""
    machine = made(
        Step("first", "24 hours after start", "email", confirm=True),
        Step("second", "48 hours after first", "email"),
    )
    life = Life(machine).until("02T10:00").tell(Confirmed("first", at=at("02T11:00")))
    before = life.state

    assert life.tell(Confirmed("first", at=at("02T11:00"))).state is before
    with pytest.raises(EventError, match="no draft"):
        life.tell(Confirmed("first", at=at("02T10:30")))


def test_a_draft_is_not_confirmed_before_it_was_one() -> None:
    """L13: it became one by a late look, and comes no earlier than that."""
    machine = made(Step("first", "24 hours after start", "pause_work", confirm=True))
    life = Life(machine).look("02T11:00")

    confirmed = machine.transition(life.state, Confirmed("first", at=at("02T10:30"))).state

    assert at("02T11:00") == confirmed.due


def drafted_mail() -> Life:
    """Live to the afternoon of the third of June, when a mail becomes a draft."""
    machine = made(Step("mail", "at 15:00 2 business days after start", "email", confirm=True))
    return Life(machine).until("03T15:00")


def test_a_confirmed_draft_is_lifted_from_its_release_and_not_to_its_time_of_day() -> None:
    """L13: our answer demands the eighth, and on that day the draft goes out at once."""
    life = drafted_mail().tell(Answered(at=at("05T12:00")))

    life.tell(Confirmed("mail", at=at("08T11:00"))).look("08T11:00")

    assert ["mail 08T11:00"] == life.sent


@pytest.mark.parametrize("moved_first", [True, False])
def test_a_draft_that_is_moved_goes_out_no_earlier_confirmed_or_not(moved_first: bool) -> None:
    """A5: what a person moved waits for that day, and for the release of the draft."""
    confirmed = Confirmed("mail", at=at("04T10:00"))
    moved = Moved("mail", day(10), at=at("03T16:00"))
    life = drafted_mail()

    first, then = (moved, confirmed) if moved_first else (confirmed, moved)
    before = life.machine.transition(life.state, first).state

    assert at("10T15:00") == life.machine.transition(before, then).state.due


@pytest.mark.parametrize("stands", [Disputed(at=at("02T10:30")), Replied(at=at("02T10:30"))])
def test_a_last_call_with_an_outcome_ends_the_case_though_it_stands(stands: Any) -> None:  # noqa: ANN401
    """L15: a case ends while it is held or our turn, by its last step too."""
    policy = made(Step("call", "24 hours after start", "call", outcome="called"))
    life = Life(policy).look("02T10:00").tell(stands)

    life.tell(Done("call", at=at("02T11:00")))

    assert (Status.ENDED, "called") == (life.state.status, life.state.outcome)


def test_what_follows_a_skip_that_is_learned_late_waits_for_what_came_before_it() -> None:
    """L13: the mail is not due before the work that is done, whenever the draft was skipped."""
    machine = made(
        Step("work", "48 hours after start", "resume_work"),
        Step("draft", "0 hours later", "email", confirm=True),
        Step("note", "1 hour later", "note"),
    )
    life = Life(machine).until("03T12:00")

    skipped = machine.transition(life.state, Skipped("draft", at=at("01T12:00"))).state

    assert at("03T10:00") == skipped.due
