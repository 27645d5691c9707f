"""Asked is not done (L11, L26): performed, delivered, failed, bounced, opened."""

from typing import Any

import pytest

from ghostrules import EventError, Machine, Status, Step, do
from ghostrules.events import (
    Answered,
    Bounced,
    Delivered,
    Failed,
    Opened,
    Performed,
    Replied,
    Signal,
)
from tests.machine.life import Life, at, made

ORDER = do.first_of(do.email(), do.sms(), do.letter())


def ladder(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail after a day, and another a day and two hours after it."""
    return made(
        Step("first", "24 hours after start", "email"),
        Step("second", "26 hours after first", "email"),
        **policy,
    )


def letter(window: str, do: Any = "email", **keys: Any) -> Machine:  # noqa: ANN401
    """Compile a letter that grants a window, and what waits for it."""
    return made(
        Step("letter", "24 hours after start", do, answer_within=window, **keys),
        Step("court", "when the deadline of letter has passed", "escalate"),
    )


def sent(machine: Machine, **opening: Any) -> Life:  # noqa: ANN401 - what a life takes
    """Live a case to noon of the second of June, when its first step has been asked for."""
    return Life(machine, **opening).until("02T12:00")


def test_a_step_happened_when_it_was_performed() -> None:
    """L10, L26: the outbox was slow, and what counts from the mail counts from its going out."""
    life = sent(ladder()).tell(Performed("first", at=at("02T13:00")))

    assert "03T15:00" == life.due


def test_a_performance_never_moves_anything_earlier() -> None:
    """L11: a report of an earlier instant changes nothing."""
    life = sent(ladder())
    before = life.state

    assert life.tell(Performed("first", at=at("02T09:59"))).state is before
    assert life.tell(Performed("first", at=at("02T10:00"))).due == "03T12:00"


def test_a_punctual_performance_moves_no_step() -> None:
    """L10: within the quarter of an hour that is punctual, it happened when it was due."""
    assert "03T12:00" == sent(ladder()).tell(Performed("first", at=at("02T10:15"))).due
    assert "03T12:16" == sent(ladder()).tell(Performed("first", at=at("02T10:16"))).due


def test_a_performance_of_a_part_of_a_step_moves_the_step() -> None:
    """L11: the mail went out at night, the call is assumed when it was asked for."""
    policy = made(
        Step("both", "24 hours after start", ["call", "email"]),
        Step("note", "24 hours after both", "note"),
    )
    life = sent(policy).tell(Performed("both", channel="email", at=at("02T21:00")))

    assert "03T21:00" == life.look("03T00:00").due


def test_the_latest_performance_counts() -> None:
    """L11: a second report moves on, and back never."""
    life = sent(ladder())

    life.tell(Performed("first", at=at("02T14:00")), Performed("first", at=at("02T13:00")))

    assert "03T16:00" == life.due


@pytest.mark.parametrize(("performed", "due"), [("02T10:07", "04T10:07"), ("02T12:00", "04T12:00")])
def test_a_window_counts_from_the_exact_performance(performed: str, due: str) -> None:
    """L11: 48 hours are granted from when the letter went out, punctual or not."""
    life = sent(letter("48 hours")).tell(Performed("letter", at=at(performed)))

    assert due == life.due


def test_a_notice_counts_from_its_performance() -> None:
    """L11: the notice stood in the outbox over the weekend, so the stop waits."""
    stop = made(
        Step("notice", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work"),
    )
    life = Life(stop).until("05T17:00").tell(Performed("notice", at=at("08T08:00")))

    assert "10T09:00" == life.due
    assert ["notice 05T17:00", "stop 10T09:00"] == life.until("30T12:00").sent


def test_a_window_can_count_from_delivery() -> None:
    """L11: with `counts_from = "delivery"` the client has 48 hours from when it arrived."""
    life = sent(letter("48 hours", counts_from="delivery"))
    assert "04T10:00" == life.due  # assumed at sending

    assert "04T15:00" == life.tell(Delivered("letter", at=at("02T15:00"))).due


def test_without_counts_from_a_delivery_moves_nothing() -> None:
    """L11: then the window counts from the sending, whenever it arrives."""
    assert "04T10:00" == sent(letter("48 hours")).tell(Delivered("letter", at=at("02T15:00"))).due


@pytest.mark.parametrize(("window", "court"), [("5 calendar days", "11T09:00"), ("48 hours", None)])
def test_post_is_presumed_to_arrive_on_its_third_business_day(
    window: str, court: str | None
) -> None:
    """L26: a letter of Tuesday arrives on Friday, and a window of days counts from there."""
    life = sent(letter(window, "letter", counts_from="delivery")).until("30T12:00")

    assert f"court {court or '08T09:00'}" == life.sent[1]


def test_post_arrives_as_the_policy_says() -> None:
    """L26: what is presumed is the policy's to say."""
    policy = made(
        Step(
            "letter",
            "24 hours after start",
            "letter",
            answer_within="5 days",
            counts_from="delivery",
        ),
        Step("court", "when the deadline of letter has passed", "escalate"),
        post_arrives="1 business day",
    )

    assert "09T09:00" == sent(policy).due  # Wednesday and five days


def test_a_reported_delivery_of_post_is_later_or_nothing() -> None:
    """L11: a letter that arrives on Monday moves the bound, one that is early does not."""
    policy = letter("5 calendar days", "letter", counts_from="delivery")

    assert "15T09:00" == sent(policy).tell(Delivered("letter", at=at("08T12:00"))).due
    assert "11T09:00" == sent(policy).tell(Delivered("letter", at=at("03T12:00"))).due


def test_of_several_channels_the_first_delivered_counts() -> None:
    """L11: the mail is there at once, the letter days later."""
    policy = letter("5 calendar days", ["email", "letter"], counts_from="delivery")

    assert "08T09:00" == sent(policy).due  # Tuesday and five days are Sunday


def test_the_channel_named_counts() -> None:
    """L11: where the policy names the letter, the mail says nothing."""
    policy = letter("5 calendar days", ["email", "letter"], counts_from="letter")
    life = sent(policy)

    assert "11T09:00" == life.due
    assert "11T09:00" == life.tell(Delivered("letter", channel="email", at=at("04T12:00"))).due
    assert "15T09:00" == life.tell(Delivered("letter", channel="letter", at=at("08T12:00"))).due


def test_a_step_counts_from_a_delivery() -> None:
    """DESIGN, 4: `STEP.delivery` is an anchor, presumed for post and reported for the rest."""
    policy = made(
        Step("letter", "24 hours after start", "letter"),
        Step("call", "2 calendar days after the delivery of letter", "note"),
    )

    assert "07T00:00" == sent(policy).due
    assert "10T00:00" == sent(policy).tell(Delivered("letter", at=at("08T12:00"))).due


def test_a_step_that_failed_is_tried_again_at_the_next_moment() -> None:
    """L26: it has not happened; it goes out again under a new attempt, others wait."""
    life = sent(ladder()).tell(Failed("first", at=at("02T12:30")))

    assert ["c:1:first:1:0:1", "c:1:first:1:0:2"] == life.keys
    assert ["first 02T10:00", "first 02T12:30"] == life.sent
    assert "03T14:30" == life.due  # counts from the second attempt


def test_a_step_that_failed_at_night_waits_for_the_morning() -> None:
    """L26, L8: the second attempt keeps contact hours."""
    life = sent(ladder()).tell(Failed("first", at=at("02T20:00")))

    assert "03T09:00" == life.due
    assert ["first", "first", "second"] == [line[:-9] for line in life.until("30T12:00").sent]


def test_from_the_third_attempt_on_the_gap_is_kept() -> None:
    """L26: a mailbox that is full is not written to twice a day."""
    life = sent(ladder()).tell(Failed("first", at=at("02T12:30")))

    life.tell(Failed("first", at=at("02T14:00")))

    assert "03T09:00" == life.due
    assert "c:1:first:1:0:3" == life.until("03T09:00").keys[-1]


def test_a_step_that_failed_on_one_of_its_channels_has_happened() -> None:
    """L26: a step fails when all its channels have."""
    both = made(
        Step("both", "24 hours after start", ["email", "sms"]), Step("z", "9 days later", "email")
    )
    life = sent(both)

    life.tell(Failed("both", channel="email", at=at("02T12:30")))
    assert 2 == len(life.sent)

    life.tell(Failed("both", channel="sms", at=at("02T13:00")))
    assert ["c:1:both:1:0:2", "c:1:both:1:1:2"] == life.keys[2:]


def test_a_late_bounce_blocks_what_depends_on_it() -> None:
    """L26: the court does not follow a letter that came back."""
    life = sent(letter("48 hours")).tell(Bounced("letter", at=at("03T18:00")))

    assert ["letter 02T10:00", "letter 04T09:00", "court 08T09:00"] == life.until("30T12:00").sent


def test_a_late_bounce_of_an_earlier_step_is_mended_first() -> None:
    """L26: the first of three mails bounces after the second; the third waits for it."""
    policy = made(
        Step("a", "24 hours after start", "email"),
        Step("b", "48 hours later", "email"),
        Step("c", "48 hours later", "email"),
    )
    life = Life(policy).until("04T12:00").tell(Bounced("a", at=at("05T20:00")))

    assert ["a 02T10:00", "b 04T10:00", "a 08T09:00", "c 09T09:00"] == life.until("30T12:00").sent


def test_of_overdue_occurrences_one_that_failed_is_merged_too() -> None:
    """L17: only the last is sent; the client does not get on two days what is one reminder."""
    policy = made(Step("mail", "1 and 4 business days after start", "email"))
    life = Life(policy).until("02T12:00").tell(Failed("mail", at=at("03T20:00")))

    life.look("12T10:00")

    assert ["c:1:mail:1:0:1", "c:1:mail:2:0:1"] == life.keys
    assert Status.ENDED is life.state.status


def test_a_step_that_waits_for_its_next_attempt_cannot_fail_in_it() -> None:
    """L26: the second report is of the mail as well; the text message was not sent yet."""
    policy = made(Step("reach", "24 hours after start", ORDER), Step("z", "9 days later", "email"))
    life = sent(policy).tell(Failed("reach", at=at("02T20:00")))

    life.tell(Bounced("reach", at=at("02T22:00"))).look("03T09:00")

    assert ["email", "sms"] == life.kinds


def test_in_a_preference_order_the_next_channel_follows() -> None:
    """L26: mail, then text message, then letter, each under the next attempt."""
    life = sent(
        made(Step("reach", "24 hours after start", ORDER), Step("z", "9 days later", "email"))
    )

    life.tell(Bounced("reach", at=at("02T12:30"))).tell(Failed("reach", at=at("02T14:00")))
    life.until("04T12:00")

    assert ["email", "sms", "letter"] == life.kinds
    assert ["1", "2", "3"] == [key.split(":")[-1] for key in life.keys]


def test_a_preference_order_begins_with_what_is_possible() -> None:
    """D5: without an address for mail the first message is a text message."""
    policy = made(Step("reach", "24 hours after start", ORDER), Step("z", "9 days later", "note"))

    assert ["sms"] == sent(policy, details=["phone", "address"]).kinds
    assert ["letter"] == sent(policy, details=["email", "address"], never=["email", "sms"]).kinds


def test_what_opened_is_a_fact_and_no_answer() -> None:
    """DESIGN, Events: an opened mail leads to another next step (A1t)."""
    policy = made(
        Step("first", "24 hours after start", "email"),
        Step("hurry", "48 hours later", "email", unless="first.opened"),
        Step("thanks", "48 hours later", "email", only_if="first.opened"),
    )

    opened = sent(policy).tell(Opened("first", at=at("02T15:00"))).until("30T12:00")
    unopened = sent(policy).until("30T12:00")

    assert ["first", "thanks"] == [line.split()[0] for line in opened.sent]
    assert ["first", "hurry"] == [line.split()[0] for line in unopened.sent]


def test_a_report_can_name_the_key() -> None:
    """L26: what the outbox knows is the key."""
    life = sent(ladder()).tell(Performed(key="c:1:first:1:0:1", at=at("02T13:00")))

    assert "03T15:00" == life.due


@pytest.mark.parametrize("kind", [Performed, Delivered, Failed, Bounced, Opened])
def test_a_report_of_an_earlier_attempt_or_round_changes_nothing(kind: type[Any]) -> None:
    """L20: it was true of a message that has been sent again since."""
    life = sent(ladder()).tell(Failed("first", at=at("02T12:30")))
    before = life.state

    assert life.tell(kind(key="c:1:first:1:0:1", at=at("02T15:00"))).state is before
    assert life.tell(kind(key="c:0:first:1:0:1", at=at("02T15:00"))).state is before


@pytest.mark.parametrize("kind", [Performed, Delivered, Failed, Bounced, Opened])
def test_what_was_not_asked_for_cannot_be_reported(kind: type[Any]) -> None:
    """L20: a report of a step that is still to come is loud."""
    life = sent(ladder())

    for wrong in (
        {"step": "second"},
        {"step": "third"},
        {"step": "first", "channel": "sms"},
        {"key": "c:1:second:1:0:1"},
        {"key": "another:1:first:1:0:1"},
        {"key": "nonsense"},
    ):
        with pytest.raises(EventError):
            life.tell(kind(**wrong, at=at("02T15:00")))


@pytest.mark.parametrize("kind", [Failed, Bounced])
def test_after_the_end_nothing_is_tried_again(kind: type[Any]) -> None:
    """L15: a bounce after the end yields no effect."""
    life = sent(ladder()).tell(Signal("settled", at=at("02T13:00")))

    life.tell(kind("first", at=at("02T14:00"))).until("30T12:00")

    assert (Status.ENDED, ["first 02T10:00"]) == (life.state.status, life.sent)


def test_a_failure_of_work_alone_is_tried_again() -> None:
    """L26: a step that reaches nobody fails with all its effects."""
    life = sent(
        made(
            Step("pause", "24 hours after start", "pause_work"), Step("z", "9 days later", "email")
        )
    )

    life.tell(Failed("pause", at=at("02T12:30")))

    assert ["c:1:pause:1:0:1", "c:1:pause:1:0:2"] == life.keys


def test_a_bounce_in_a_later_round_is_about_that_round() -> None:
    """L26: what an earlier round asked for does not hide what this one did."""
    policy = made(
        Step("mail", "24 hours after start", "email"), Step("more", "1 week later", "email")
    )
    life = Life(policy).until("02T12:00")
    life.tell(Replied(at=at("02T14:00")), Answered(at=at("02T15:00"))).until("05T12:00")
    key = next(effect.key for effect in life.effects if ":2:" in effect.key)

    life.tell(Bounced(key=key, at=at("05T13:00")))

    assert life.effects[-1].key == key[:-1] + "2"


def test_the_failure_of_a_call_before_the_last_step_ends_nothing() -> None:
    """L26: a step that goes back to its turn has not given the one after it an outcome."""
    machine = made(
        Step("call", "24 hours after start", "call"),
        Step("stop", "48 hours after call", "stop_work", outcome="stopped"),
    )
    life = Life(machine).until("03T12:00")
    assert "04T10:00" == life.due

    life.tell(Failed("call", at=at("03T12:00")))

    assert (Status.OPEN, ["call", "call"]) == (life.state.status, life.kinds)


def test_a_performance_after_a_later_contact_is_the_last_contact() -> None:
    """L13: the gap counts from the contact that really came last, whichever step it was of."""
    machine = made(
        Step("a", "24 hours after start", "email"),
        Step("b", "1 business day after a", "email"),
        Step("c", "2 hours after start", "email"),
    )
    life = Life(machine).until("03T12:00")
    assert "04T09:00" == life.due

    assert "05T09:00" == life.tell(Performed("a", at=at("04T08:00"))).due


def test_an_alternative_of_what_is_still_to_be_asked_for_is_refused() -> None:
    """L20: the note went out at night, and of the preference order nothing has."""
    machine = made(Step("first", "1 business day after start", [ORDER, "note"]))
    life = Life(machine).look("02T00:00")
    assert ["note"] == life.kinds

    for channel in ("email", "letter"):
        with pytest.raises(EventError, match="not asked for"):
            life.tell(Opened("first", channel=channel, at=at("02T01:00")))


def test_a_performance_of_what_does_not_count_moves_nothing() -> None:
    """L8: a step happens with what is adverse or reaches the client, not with its note."""
    machine = made(
        Step("first", "24 hours after start", ["email", "note"]),
        Step("second", "26 hours after first", "note"),
    )

    life = sent(machine).tell(Performed("first", channel="note", at=at("02T18:00")))

    assert "03T12:00" == life.due
