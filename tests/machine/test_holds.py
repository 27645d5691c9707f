"""A hold stops the clock (L18): what stands still, what moves on, and who may end it."""

from typing import Any

import pytest

from ghostrules import Machine, Reaction, Status, Step, Turn
from ghostrules.events import (
    Answered,
    Away,
    Disputed,
    Held,
    Promised,
    Released,
    Replied,
)
from tests.machine.life import Life, at, day, made

BEFORE, AFTER = "02T10:00", "04T10:00"


def mail(when: str, **policy: Any) -> Machine:  # noqa: ANN401 - keys of a policy
    """Compile one mail."""
    return made(Step("mail", when, "email"), **policy)


def held(machine: Machine, since: str, until: str, **opening: Any) -> Life:  # noqa: ANN401
    """Hold a case from one moment to another."""
    life = Life(machine, **opening)
    return life.until(since).tell(Held(at=at(since)), Released(at=at(until)))


def test_while_it_is_held_nothing_happens() -> None:
    """L18: an open hold has no end, and no look changes anything."""
    life = Life(mail("24 hours after start")).tell(Held(reason="illness", at=at("01T12:00")))
    before = life.state

    assert (Status.HELD, Turn.CLIENT, None) == (before.status, before.turn, life.due)
    assert ["illness"] == [hold.reason for hold in before.holds]
    assert life.look("30T12:00").state is before
    assert [] == life.effects


@pytest.mark.parametrize(
    ("when", "since", "until", "due"),
    [
        ("48 hours after start", "01T12:00", "01T18:00", "03T16:00"),
        ("7 calendar days after start", "02T10:00", "04T10:00", "10T09:00"),
        ("7 calendar days after start", "05T10:00", "08T10:00", "11T09:00"),
        ("5 business days after start", "05T10:00", "08T10:00", "09T09:00"),
        ("5 business days after start", "05T18:00", "07T10:00", "08T09:00"),
        ("1 week after start", "02T10:00", "02T16:00", "08T09:00"),
        ("on Tuesday of the calendar week following start", "02T10:00", "04T10:00", "09T09:00"),
        ("on Tuesday of the calendar week following start", "04T10:00", "11T10:00", "16T09:00"),
        ("between 7 and 9 calendar days after start", "02T10:00", "04T10:00", "10T09:00"),
    ],
)
def test_shift_moves_hours_by_time_and_dates_by_dates_crossed(
    when: str, since: str, until: str, due: str
) -> None:
    """L18: hours move by elapsed time, dates by the dates crossed, in business days by those."""
    assert due == held(mail(when), since, until).due


def test_shift_moves_what_counts_from_a_step() -> None:
    """L18: the ladder's own anchors move, the last contact too."""
    chase = made(
        Step("first", "24 hours after start", "email"),
        Step("second", "72 hours after first", "email"),
    )

    assert "08T09:00" == held(chase, "03T10:00", "04T10:00").due  # 6 June, 10:00, is a Saturday
    assert "08T15:00" == held(chase, "03T10:00", "06T15:00").due


def test_a_fact_does_not_move() -> None:
    """L18: the due date of an invoice is a fact, whatever holds the case."""
    chase = mail("30 days after due", facts={"due": "date"})

    life = held(chase, "02T10:00", "04T10:00", facts={"due": at("2026-05-09T00:00").date()})

    assert "08T09:00" == life.due


def test_keep_leaves_the_ladder_where_it_was() -> None:
    """L18: `keep` moves no anchor."""
    assert "08T09:00" == held(mail("1 week after start", on_resume="keep"), BEFORE, AFTER).due
    assert (
        "03T10:00"
        == held(mail("48 hours after start", on_resume="keep"), "01T12:00", "02T08:00").due
    )


@pytest.mark.parametrize("on_resume", ["keep", "shift"])
def test_after_a_release_contact_keeps_its_distance(on_resume: str) -> None:
    """L13: what came due during the hold goes out a business day after the release."""
    chase = mail("1 week after due", facts={"due": "date"}, on_resume=on_resume)

    life = held(chase, "02T10:00", "12T15:00", facts={"due": day(1)})

    assert "15T09:00" == life.due


def test_what_does_not_reach_the_client_goes_on_at_once() -> None:
    """L13: the gap is for contacts; work that came due follows the release."""
    work = made(Step("pause", "1 week after start", "pause_work"), on_resume="keep")

    assert ["pause 12T15:00"] == held(work, "02T10:00", "12T15:00").sent


def test_restart_begins_a_new_round() -> None:
    """L18: the ladder begins again from the release, in a new round."""
    chase = made(
        Step("first", "24 hours after start", "email"),
        Step("second", "48 hours after first", "email"),
        on_resume="restart",
    )

    life = held(chase, "03T10:00", "04T11:00")

    assert (2, "05T11:00") == (life.state.round, life.due)
    assert ["first", "first"] == [line.split()[0] for line in life.until("05T12:00").sent]


@pytest.mark.parametrize("on_resume", ["keep", "shift"])
@pytest.mark.parametrize(
    ("window", "since", "until", "due"),
    [
        ("48 hours", "03T10:00", "03T15:00", "04T15:00"),
        ("4 calendar days", "03T10:00", "05T10:00", "09T09:00"),
        ("2 business days", "03T12:00", "08T12:00", "10T09:00"),
        ("2 business days", "05T12:00", "08T12:00", "08T12:00"),
    ],
)
def test_held_time_does_not_run_against_a_response_window(
    on_resume: str, window: str, since: str, until: str, due: str
) -> None:
    """L18, L12: what is granted is granted in time that runs, whatever `on_resume`."""
    chase = made(
        Step("letter", "24 hours after start", "email", answer_within=window),
        Step("court", "when the deadline of letter has passed", "escalate"),
        on_resume=on_resume,
    )
    life = Life(chase).until("02T12:00")
    assert ["letter 02T10:00"] == life.sent

    life.tell(Held(at=at(since)), Released(at=at(until))).until("30T12:00")

    assert ["letter 02T10:00", f"court {due}"] == life.sent


@pytest.mark.parametrize(("on_resume", "stopped"), [("keep", "08T17:00"), ("shift", "09T09:00")])
def test_held_time_does_not_run_against_a_notice(on_resume: str, stopped: str) -> None:
    """L18, L11: of 48 hours of notice, 24 were held, so the stop waits for 24 more."""
    chase = made(
        Step("notice", "48 hours before stop", "email"),
        Step("stop", "7 calendar days after start", "stop_work"),
        on_resume=on_resume,
    )
    life = Life(chase).until("05T17:00")
    assert ["notice 05T17:00"] == life.sent

    life.tell(Held(at=at("06T10:00")), Released(at=at("07T10:00"))).until("30T17:00")

    assert f"stop {stopped}" == life.sent[1]


def test_a_new_round_leaves_a_draft_that_counts_from_a_fact() -> None:
    """L14: what counts from a fact is not repeated, and its draft still waits."""
    policy = made(
        Step("bill", "1 calendar day after due", "email", confirm=True),
        facts={"due": "date"},
        on_resume="restart",
    )
    life = Life(policy, facts={"due": day(1)}).until("02T12:00")

    life.tell(Held(day(3), at=at("02T12:00"))).look("04T00:00").look("04T12:00")

    assert (2, 1, None) == (life.state.round, len(life.reminders), life.due)


def test_a_bare_date_includes_its_day() -> None:
    """L18: held until the fourth is held through the fourth, in the client's time zone."""
    life = Life(mail("24 hours after start")).tell(Held(day(4), at=at("01T12:00")))

    assert "05T00:00" == life.due


def test_an_instant_ends_a_hold_exactly() -> None:
    """L18: an end with a time is that time."""
    life = Life(mail("24 hours after start")).tell(Held(at("04T12:00"), at=at("01T12:00")))

    assert "04T12:00" == life.due


def test_a_look_at_the_end_of_a_hold_resumes_and_does_nothing_else() -> None:
    """L18: nothing is sent with it; the reasons say that the hold ended."""
    life = Life(mail("48 hours after start")).tell(Held(at("01T18:00"), at=at("01T12:00")))

    life.look("01T18:00")

    assert (Status.OPEN, (), []) == (life.state.status, life.state.holds, life.effects)
    assert ["HoldEnded"] == life.reasons
    assert "03T16:00" == life.due


def test_a_hold_ended_when_it_ended_however_late_we_look() -> None:
    """L18, L10: a look a week after the end finds the clock running since the end."""
    chase = made(
        Step("mail", "10 business days after start", "email"),
    )
    punctual, late = (Life(chase).tell(Held(day(4), at=at("02T12:00"))) for _ in range(2))

    assert punctual.look("05T00:00").due == late.look("10T15:00").due
    assert "18T09:00" == late.due  # the third and the fourth were crossed, and the fifth begun


def test_a_later_hold_of_a_person_replaces_the_earlier() -> None:
    """L18: a person may shorten what a person set."""
    life = Life(mail("24 hours after start"))

    life.tell(Held(day(10), at=at("01T12:00")), Held(day(4), at=at("01T13:00")))

    assert ("05T00:00", 1) == (life.due, len(life.state.holds))


def test_an_older_hold_of_a_person_does_not_replace_a_later_one() -> None:
    """L20: a hold that is learned late does not undo what was decided since."""
    life = Life(mail("24 hours after start"))

    life.tell(Held(day(10), at=at("01T13:00")), Held(day(4), at=at("01T12:00")))

    assert "11T00:00" == life.due


def test_an_older_hold_that_is_learned_late_stopped_the_clock_all_the_same() -> None:
    """L18, L20: the case was held from the second to the third, and again from the fifth."""
    life = Life(mail("7 calendar days after start"))

    life.tell(Held(day(5), at=at("05T10:00")), Held(day(2), at=at("02T10:00")))

    assert "10T09:00" == life.look("06T00:00").due


@pytest.mark.parametrize(
    "automatic",
    [
        Held(day(3), by="automatic", at=at("01T13:00")),
        Away(day(3), at=at("01T13:00")),
        Promised(day(3), at=at("01T13:00")),
    ],
)
def test_an_automatic_hold_never_shortens_what_a_person_set(automatic: Held) -> None:
    """L18: whatever the out of office says, the person's hold lasts to its end."""
    life = Life(mail("24 hours after start"))

    life.tell(Held(day(4), at=at("01T12:00")), automatic)

    assert "05T00:00" == life.due


@pytest.mark.parametrize(
    "automatic",
    [
        Held(day(9), by="automatic", at=at("01T13:00")),
        Away(day(9), at=at("01T13:00")),
        Promised(day(9), at=at("01T13:00")),
    ],
)
def test_an_automatic_hold_extends_what_a_person_set(automatic: Held) -> None:
    """L18: the later end counts, in whatever order they come."""
    one, two = (Life(mail("24 hours after start")) for _ in range(2))

    one.tell(Held(day(4), at=at("01T12:00")), automatic)
    two.tell(automatic, Held(day(4), at=at("01T14:00")))

    assert ("10T00:00", "10T00:00") == (one.due, two.due)


def test_of_automatic_holds_the_later_end_counts() -> None:
    """L18: a client back on the ninth is not back on the fourth."""
    life = Life(mail("24 hours after start"))

    life.tell(Away(day(9), at=at("01T12:00")), Away(day(4), at=at("01T13:00")))

    assert ("10T00:00", 1) == (life.due, len(life.state.holds))


@pytest.mark.parametrize("open_", [Held(at=at("01T12:00")), Disputed(at=at("01T12:00"))])
def test_an_open_hold_outlasts_any_end(open_: Held) -> None:
    """L18: what has no end does not end with something else."""
    one, two = (Life(mail("24 hours after start")) for _ in range(2))

    one.tell(open_, Away(day(4), at=at("01T13:00")))
    two.tell(Away(day(4), at=at("01T11:00")), open_)

    assert (None, None) == (one.due, two.due)


def test_a_persons_release_ends_all_holds() -> None:
    """L18: a person lets the case go on, whatever else would hold it."""
    life = Life(mail("1 week after start"))

    life.tell(
        Held(at=at("01T12:00")),
        Away(day(20), at=at("01T13:00")),
        Disputed(at=at("01T14:00")),
        Released(at=at("01T16:00")),
    )

    assert (Status.OPEN, (), "08T09:00") == (life.state.status, life.state.holds, life.due)


def test_an_automatic_release_ends_only_automatic_holds() -> None:
    """L18: who is back at the desk does not lift what a person held."""
    life = Life(mail("1 week after start"))

    life.tell(
        Held(day(4), at=at("01T12:00")),
        Away(day(20), at=at("01T13:00")),
        Released(by="automatic", at=at("01T16:00")),
    )

    assert (Status.HELD, "05T00:00") == (life.state.status, life.due)


def test_an_automatic_release_goes_on_where_a_persons_hold_is_over_by_then() -> None:
    """L18: the case stood until the release, and not only until the person's hold ended."""
    life = Life(mail("7 calendar days after start")).tell(Disputed(at=at("02T10:00")))
    life.tell(Held(day(3), by="person", at=at("02T11:00")))

    life.tell(Released(by="automatic", at=at("06T10:00")))

    assert (Status.OPEN, "12T09:00") == (life.state.status, life.due)


def test_an_automatic_release_lets_an_away_client_go_on() -> None:
    """L18: the client is back earlier than the out of office said."""
    life = Life(mail("1 week after start"))

    life.tell(Away(day(20), at=at("01T13:00")), Released(by="automatic", at=at("01T16:00")))

    assert (Status.OPEN, "08T09:00") == (life.state.status, life.due)


def test_a_hold_older_than_the_last_release_does_nothing() -> None:
    """L20: what a person has released already may be learned late."""
    life = held(mail("1 week after start"), "01T12:00", "02T12:00")
    before = life.state

    assert life.tell(Held(at=at("02T11:00"))).state is before
    assert life.tell(Away(day(20), at=at("02T11:30"))).state is before


def test_two_holds_that_overlap_count_once() -> None:
    """L18: time is held or not, however many hold it."""
    life = Life(mail("48 hours after start"))

    life.tell(
        Held(at("01T16:00"), at=at("01T12:00")),
        Away(at("01T18:00"), at=at("01T14:00")),
    ).look("01T18:00")

    assert "03T16:00" == life.due


def test_our_turn_within_a_hold_counts_once() -> None:
    """L14, L18: of noon to six, two hours were our turn as well, and six were held."""
    life = Life(mail("48 hours after start", after_answer="continue"))

    life.tell(
        Held(at=at("01T12:00")),
        Replied(at=at("01T14:00")),
        Answered(at=at("01T16:00")),
        Released(at=at("01T18:00")),
    )

    assert (Status.OPEN, Turn.CLIENT, "03T16:00") == (
        life.state.status,
        life.state.turn,
        life.due,
    )


def test_a_release_does_not_answer_the_client() -> None:
    """L14, L18: the hold ends and it is still our turn, so nothing is due."""
    life = Life(mail("48 hours after start", after_answer="continue"))

    life.tell(
        Held(at=at("01T12:00")),
        Replied(at=at("01T14:00")),
        Released(at=at("01T16:00")),
    )
    assert (Turn.OURS, None) == (life.state.turn, life.due)

    life.tell(Answered(at=at("01T18:00")))
    assert "03T16:00" == life.due


def test_an_answer_does_not_end_a_hold() -> None:
    """L14, L18: we have answered, and the case is still held."""
    life = Life(mail("48 hours after start", after_answer="continue"))

    life.tell(
        Replied(at=at("01T11:00")),
        Held(at=at("01T12:00")),
        Answered(at=at("01T13:00")),
    )

    assert (Status.HELD, Turn.CLIENT, None) == (life.state.status, life.state.turn, life.due)


def test_while_we_are_away_only_what_binds_the_client_waits() -> None:
    """L18: our absence is a lower bound: a mail goes out, a letter with a window waits."""
    chase = made(
        Step("mail", "24 hours after start", "email"),
        Step("letter", "48 hours after mail", "email", answer_within="2 days"),
        Step("court", "when the deadline of letter has passed", "escalate"),
    )
    life = Life(chase).tell(Away(day(9), who="us", at=at("01T12:00")))
    assert Status.OPEN == life.state.status

    life.until("30T12:00")

    assert ["mail 02T10:00", "letter 10T09:00", "court 15T09:00"] == life.sent


def test_while_we_are_away_nothing_adverse_is_done() -> None:
    """L18: nobody stops the work of a client who could not reach us."""
    stop = made(Step("stop", "24 hours after start", "stop_work"))

    life = Life(stop).tell(Away(day(9), who="us", at=at("01T12:00"))).until("30T12:00")

    assert ["stop 10T09:00"] == life.sent


def test_our_absence_moves_nothing_else() -> None:
    """L18: it is no hold, so the anchors of the ladder stay."""
    life = Life(mail("1 week after start")).tell(Away(day(4), who="us", at=at("01T12:00")))

    assert "08T09:00" == life.due


def test_an_automatic_hold_that_was_over_before_the_present_one_joins_nothing() -> None:
    """L18: the case was held on the second and again from the fifth, and not in between."""
    life = Life(mail("7 calendar days after start")).tell(Held(day(5), at=at("05T10:00")))

    life.tell(Held(day(2), by="automatic", at=at("02T10:00")))

    assert "10T09:00" == life.look("06T00:00").due


def test_a_release_does_not_end_what_began_after_it_and_extended_a_hold() -> None:
    """L18, L20: the promise is released at noon; the dispute of one o'clock goes on."""
    life = Life(mail("7 calendar days after start"))
    life.tell(Promised(day(5), at=at("01T11:00")), Disputed(at=at("01T13:00")))

    life.tell(Released(at=at("01T12:00")))

    assert (Status.HELD, ["disputed"]) == (
        life.state.status,
        [hold.cause for hold in life.state.holds],
    )


def test_an_answer_learned_late_does_not_undo_the_end_of_a_hold() -> None:
    """L13: the gap counts from the release, which came after our answer."""
    life = Life(mail("24 hours after start", after_answer="continue"))
    life.tell(Promised(day(3), at=at("01T11:00")), Replied(at=at("01T12:00"))).look("04T00:00")

    life.tell(Answered(at=at("02T12:00")))

    assert "05T09:00" == life.due


def test_a_hold_told_again_at_the_instant_of_its_release_is_released() -> None:
    """L16: the same event twice is once, also where the instants do not tell which came first."""
    life = Life(mail("7 calendar days after start"))
    life.tell(Disputed(at=at("01T12:00")), Released(by="automatic", at=at("01T12:00")))

    assert Status.OPEN == life.tell(Disputed(at=at("01T12:00"))).state.status


def test_an_automatic_hold_told_again_after_its_release_does_not_come_back() -> None:
    """L16: what a person holds goes on, and the absence is over."""
    life = Life(mail("7 calendar days after start"))
    life.tell(Held(at=at("01T11:00")), Away(day(9), at=at("01T12:00")))
    life.tell(Released(by="automatic", at=at("02T12:00")))

    before = life.state

    assert before is life.tell(Away(day(9), at=at("01T12:00"))).state


def test_of_two_rounds_only_the_later_start_is_exempt_from_the_gap() -> None:
    """L13: the release of the night before is no start any more once a reply begins a new round."""
    machine = made(
        Step("mail", "2 hours after start", "email"),
        on=[Reaction("replied", "restart")],
        on_resume="restart",
    )
    life = Life(machine).tell(Held(at=at("01T11:00")), Released(at=at("02T10:00")))

    assert "03T09:00" == life.tell(Replied(at=at("02T11:00"))).due


def test_each_end_of_a_mixed_range_moves_in_its_own_unit() -> None:
    """L18: the range ends where its calendar days do, four dates later, on the thirteenth."""
    when = "between 6 business days and 8 calendar days after start"
    machine = made(Step("note", when, "note", prefer="latest"))
    life = Life(machine).tell(Held(at=at("02T10:00")), Released(at=at("06T10:00")))

    assert "13T00:00" == life.due


def test_a_window_in_business_days_does_not_close_while_the_case_is_held() -> None:
    """L12, L18: its last evening fell into the hold, and so did the day after and the weekend."""
    machine = made(
        Step("mail", "24 hours after start", "email", answer_within="2 business days"),
        Step("stop", "when the deadline of mail has passed", "stop_work"),
    )
    life = Life(machine).until("02T12:00")
    life.tell(Held(at=at("04T12:00")), Released(at=at("07T00:00")))

    assert "09T09:00" == life.due
