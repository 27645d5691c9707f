"""What a person changes for one case, without touching the policy (A5): skip, move, replace."""

from datetime import date, datetime
from typing import Any

import pytest

from ghostrules import EventError, Machine, Status, Step
from ghostrules.events import Answered, FactChanged, Failed, Held, Moved, Replied, Skipped
from ghostrules.machine import MovedBy, SkippedBy
from tests.machine.life import Life, at, day, made, wall


def ladder(**policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile a mail after a day, another two days after it, and the stop a week after that."""
    return made(
        Step("first", "24 hours after start", "email"),
        Step("second", "48 hours after first", "email"),
        Step("stop", "5 business days after second", "stop_work", outcome="stopped"),
        **policy,
    )


def noticed() -> Machine:
    """Compile a stop that is announced."""
    return made(
        Step("notice", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work"),
        Step("last", "7 calendar days after stop", "email"),
    )


def planned(life: Life) -> list[str]:
    """List what the plan of a case still has."""
    return [f"{one.step} {wall(one.due)}" for one in life.machine.plan_from(life.state)]


def test_a_step_that_a_person_skips_is_left_out_at_its_due() -> None:
    """L13: only its effects are dropped; the reasons say who and why."""
    life = Life(ladder()).tell(Skipped("first", by="ada", why="they met", at=at("01T12:00")))
    assert "02T10:00" == life.due

    life.look("02T10:00")

    assert ("first", True, [], "04T10:00") == (
        life.last.step,
        life.last.skipped,
        life.sent,
        life.due,
    )
    assert (SkippedBy("first", "ada", "they met"),) == life.last.reasons


def test_the_plan_shows_a_skip() -> None:
    """A5: the plan of the case has the step, as left out."""
    life = Life(ladder()).tell(Skipped("second", at=at("01T12:00")))

    plan = life.machine.plan_from(life.state)

    assert [("first", False), ("second", True), ("stop", False)] == [
        (one.step, one.skipped) for one in plan
    ]


def test_a_skip_takes_the_notice_of_its_target_along() -> None:
    """L13: a person who skips the stop does not want it announced."""
    life = Life(noticed()).tell(Skipped("stop", by="ada", at=at("01T12:00"))).until("30T12:00")

    assert ["last 15T09:00"] == life.sent


def test_a_skip_takes_the_notice_of_a_notice_along() -> None:
    """L13: nobody is told to expect the letter that announces a stop that will not come."""
    policy = made(
        Step("call", "2 calendar days before letter", "note"),
        Step("letter", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work"),
    )

    life = Life(policy).tell(Skipped("stop", at=at("01T12:00"))).until("30T12:00")

    assert [] == life.sent


def test_a_step_that_waits_for_its_next_attempt_is_left_out_at_once() -> None:
    """L13: it has had its due; what follows counts from the skip, not from the next slot."""
    policy = made(
        Step("first", "24 hours after start", "email"),
        Step("second", "48 hours after first", "note"),
    )
    life = Life(policy).until("02T12:00").tell(Failed("first", at=at("03T20:00")))

    life.tell(Skipped("first", at=at("03T21:00")))

    assert "05T21:00" == life.due


def test_what_is_skipped_after_others_were_merged_into_it_happens_after_them() -> None:
    """L13, L17: the skip is not earlier than the look that merged what lies before."""
    policy = made(Step("mail", "24 and 48 hours after start", "email"))
    life = Life(policy).look("04T20:00").tell(Skipped("mail", at=at("04T21:00")))

    life.look("05T09:00")

    assert "05T09:00" == wall(life.state.ended)


def test_a_skip_grants_no_outcome() -> None:
    """Settled: a case whose last step is skipped was not stopped."""
    life = Life(ladder()).tell(Skipped("stop", at=at("01T12:00"))).until("30T12:00")

    assert ("silent", ["first 02T10:00", "second 04T10:00"]) == (life.state.outcome, life.sent)


def test_a_skipped_notice_is_waived() -> None:
    """L13: nothing binds the stop then."""
    life = Life(noticed()).tell(Skipped("notice", by="ada", at=at("01T12:00"))).until("08T09:00")

    assert ["stop 08T09:00"] == life.sent


def test_a_skip_covers_all_occurrences_that_are_left() -> None:
    """Settled: of three mails one has gone out, the others do not."""
    policy = made(
        Step("mail", "every week after start, at most 3 times", "email"),
        Step("end", "30 calendar days after start", "note"),
    )
    life = Life(policy).until("08T12:00").tell(Skipped("mail", at=at("09T12:00")))

    assert ["mail 08T09:00", "end 2026-07-01T00:00"] == life.until("2026-07-30T12:00").sent


def test_a_skip_persists_across_rounds() -> None:
    """Settled: what the person did not want said is not said in the next round either."""
    life = Life(ladder()).tell(Skipped("second", at=at("01T12:00"))).until("02T12:00")

    life.tell(Replied(at=at("03T10:00")), Answered(at=at("03T11:00"))).until("30T12:00")

    assert ["first", "first", "stop"] == [line.split()[0] for line in life.sent]


def test_a_skipped_steps_deadline_is_its_skip() -> None:
    """Settled: the window of a letter that was not sent has passed when it would have gone out."""
    policy = made(
        Step("letter", "24 hours after start", "email", answer_within="10 days"),
        Step("court", "when the deadline of letter has passed", "escalate"),
    )
    life = Life(policy).tell(Skipped("letter", at=at("01T12:00"))).until("30T12:00")

    assert ["court 02T10:00"] == life.sent


@pytest.mark.parametrize(
    ("to", "due"),
    [
        (at("05T14:30"), "05T14:30"),
        (at("05T20:00"), "08T09:00"),
        (at("02T14:00"), "02T14:00"),
        (day(9), "09T09:00"),
        (day(6), "08T09:00"),
        ("3 business days after start", "04T09:00"),
        ("at 11:00 10 calendar days after start", "11T11:00"),
    ],
)
def test_a_step_moves_to_where_a_person_wants_it(to: date | str, due: str) -> None:
    """A5, L8: to an instant, a date, or another timing; contact hours still win."""
    assert due == Life(ladder()).tell(Moved("first", to, at=at("01T12:00"))).due


def test_the_reasons_say_who_moved_a_step_and_why() -> None:
    """A5: so that nobody wonders."""
    life = Life(ladder()).tell(
        Moved("first", day(9), by="ada", why="trade fair", at=at("01T12:00"))
    )

    reasons = life.machine.explain(life.state)

    assert MovedBy(day(9), "ada", "trade fair") in reasons


def test_what_follows_counts_from_where_a_step_moved() -> None:
    """L10: the ladder follows, and the plan shows it."""
    life = Life(ladder()).tell(Moved("first", day(9), at=at("01T12:00")))

    assert ["first 09T09:00", "second 11T09:00", "stop 18T09:00"] == planned(life)
    assert planned(life) == life.until("30T12:00").sent


def test_a_step_that_is_still_to_come_can_move() -> None:
    """A5: a later step keeps its order (L13) and its distance."""
    life = Life(ladder()).tell(
        Moved("stop", at("02T09:00"), at=at("01T12:00")),
        Moved("second", "10 calendar days after first", at=at("01T13:00")),
    )

    assert ["first 02T10:00", "second 12T09:00", "stop 12T09:00"] == planned(life)


def test_a_moved_stop_takes_its_notice_along() -> None:
    """L11: the notice counts back from where the stop is planned now."""
    life = Life(noticed()).tell(Moved("stop", day(18), at=at("01T12:00")))

    assert ["notice 16T09:00", "stop 18T09:00", "last 25T09:00"][:2] == planned(life)[:2]


def test_a_notice_that_was_given_binds_a_stop_that_moves_closer() -> None:
    """L11: notice is a promise, whoever moves the stop."""
    life = Life(noticed()).until("05T17:00").tell(Moved("stop", at("06T12:00"), at=at("05T18:00")))

    assert "08T09:00" == life.due  # 48 hours after Friday at five are Sunday at five


def test_only_the_next_occurrence_moves_to_a_date() -> None:
    """A5: the second mail moves, the third stays."""
    policy = made(Step("mail", "every week after start, at most 3 times", "email"))
    life = Life(policy).until("08T12:00").tell(Moved("mail", day(17), at=at("09T12:00")))

    assert ["mail 08T09:00", "mail 17T09:00", "mail 22T09:00"] == life.until("30T12:00").sent


def test_the_last_move_counts() -> None:
    """A5: a person may think again."""
    life = Life(ladder()).tell(
        Moved("first", day(9), at=at("01T12:00")), Moved("first", day(4), at=at("01T13:00"))
    )

    assert "04T09:00" == life.due


def test_the_fingerprint_of_a_case_follows_its_changes() -> None:
    """A5: two cases with the same changes have the same effective policy, others have not."""
    machine = ladder()
    changes: list[list[Any]] = [
        [],
        [Skipped("first", by="ada", at=at("01T12:00"))],
        [Skipped("second", at=at("01T12:00"))],
        [Moved("first", day(9), at=at("01T12:00"))],
        [Moved("first", at("09T09:00"), at=at("01T12:00"))],
        [Moved("first", "3 business days after start", at=at("01T12:00"))],
    ]

    prints = [machine.fingerprint(Life(machine).tell(*each).state) for each in changes]
    again = [machine.fingerprint(Life(machine).tell(*each).state) for each in changes]

    assert machine.policy.fingerprint == prints[0]
    assert len(changes) == len(set(prints))
    assert prints == again


def test_a_case_knows_its_policy_after_changes() -> None:
    """L21: the case still belongs to the policy, not to its effective one."""
    life = Life(ladder()).tell(Moved("first", "3 business days after start", at=at("01T12:00")))

    assert life.machine.policy.fingerprint == life.state.policy
    assert life.state == life.machine.restore(life.state.to_document())


def test_other_cases_do_not_change() -> None:
    """A5: without touching the policy."""
    machine = ladder()
    Life(machine).tell(Moved("first", "3 business days after start", at=at("01T12:00")))

    assert "02T10:00" == Life(machine).due


@pytest.mark.parametrize(
    "wrong",
    [
        Skipped("third", at=at("01T12:00")),
        Moved("third", day(9), at=at("01T12:00")),
        Moved("third", "3 days later", at=at("01T12:00")),
        Moved("first", "next Tuesday", at=at("01T12:00")),
        Moved("first", "24 hours after second", at=at("01T12:00")),
        Moved("first", "24 hours after nothing", at=at("01T12:00")),
    ],
)
def test_a_change_that_cannot_be_is_refused(wrong: Skipped | Moved) -> None:
    """L20: unknown steps, ambiguous timings, circles: nothing has changed."""
    life = Life(ladder())
    before = life.state

    with pytest.raises(EventError):
        life.tell(wrong)
    assert life.state is before


def test_what_has_happened_cannot_move() -> None:
    """L20: a mail that is out cannot be moved."""
    life = Life(ladder()).until("02T12:00")

    with pytest.raises(EventError, match="first"):
        life.tell(Moved("first", day(9), at=at("02T13:00")))


@pytest.mark.parametrize(
    ("value", "due"), [(date(2026, 6, 20), "2026-07-20T09:00"), (date(2026, 5, 12), "11T09:00")]
)
def test_a_changed_fact_is_derived_from_anew(value: date, due: str) -> None:
    """DESIGN, Events: what is not yet done follows the new due date."""
    policy = made(Step("mail", "30 days after due", "email"), facts={"due": "date"})
    life = Life(policy, facts={"due": date(2026, 5, 20)})

    assert due == life.tell(FactChanged("due", value, at=at("03T10:00"))).due


def test_what_a_changed_fact_makes_due_is_not_due_before_the_change() -> None:
    """Settled: a fact that alters the next due bounds it at the change."""
    policy = made(Step("mail", "30 days after due", "email", if_late="skip"), facts={"due": "date"})
    life = Life(policy, facts={"due": date(2026, 5, 20)})

    life.tell(FactChanged("due", date(2026, 4, 1), at=at("03T14:00")))

    assert ["mail 03T14:00"] == life.sent  # patience counts from there


def test_an_older_change_of_a_fact_does_nothing() -> None:
    """L20: a fact older than that fact's last change is not news."""
    policy = made(Step("mail", "30 days after due", "email"), facts={"due": "date"})
    life = Life(policy, facts={"due": day(1)})
    life.tell(FactChanged("due", day(5), at=at("03T14:00")))
    before = life.state

    assert life.tell(FactChanged("due", day(2), at=at("03T13:00"))).state is before


@pytest.mark.parametrize(
    ("name", "value"), [("dew", day(1)), ("due", "2026-06-01"), ("phone", "06"), ("due", True)]
)
def test_a_fact_of_a_wrong_name_or_type_is_refused(name: str, value: Any) -> None:  # noqa: ANN401
    """L20: facts are checked when they change as when a case starts."""
    policy = made(Step("mail", "30 days after due", "email"), facts={"due": "date"})

    with pytest.raises(EventError):
        Life(policy, facts={"due": day(1)}).tell(FactChanged(name, value, at=at("03T14:00")))


@pytest.mark.parametrize(
    "event",
    [Skipped("second", at=at("20T12:00")), Moved("second", day(25), at=at("20T12:00"))],
)
def test_after_the_end_nothing_can_be_changed(event: Skipped | Moved) -> None:
    """L15, L20: by status it is impossible."""
    life = Life(ladder()).until("19T12:00")
    assert Status.ENDED == life.state.status

    with pytest.raises(EventError):
        life.tell(event)


def test_moves_can_be_an_aware_instant_of_any_zone() -> None:
    """L1: instants are instants."""
    zoned = datetime.fromisoformat("2026-06-05T06:30:00-06:00")

    assert "05T14:30" == Life(ladder()).tell(Moved("first", zoned, at=at("01T12:00"))).due


def test_what_was_said_before_a_skip_was_said() -> None:
    """L13: the mail of a step went out, then a person skipped its call; the next mail waits."""
    policy = made(
        Step("both", "24 hours after start", ["email", "call"]),
        Step("mail", "25 hours after start", "email"),
    )
    life = Life(policy).look("02T10:00").tell(Skipped("both", at=at("02T10:30")))

    assert ["both 02T10:00", "both 02T10:00", "mail 03T09:00"] == life.until("30T12:00").sent


def test_a_move_told_after_a_hold_has_ended_is_kept() -> None:
    """A5, L18: nobody looked when the hold ended; what a person decides then is not lost."""
    life = Life(ladder(on_resume="restart")).tell(Held(day(2), at=at("01T12:00")))

    life.tell(Moved("second", day(22), by="ada", at=at("03T12:00"))).until("30T12:00")

    assert ["first 04T09:00", "second 22T09:00"] == life.sent[:2]
