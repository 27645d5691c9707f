"""`late-content` and its branches: rows A1t, A3, A4, A5, and a client who comes back."""

import pytest

from ghostrules import Signal, Status, Turn, built_in, compile
from ghostrules.conditions import FactValue
from ghostrules.events import (
    Answered,
    Confirmed,
    Done,
    Dropped,
    Event,
    Moved,
    Opened,
    Replied,
    Skipped,
)
from ghostrules.policy import loads
from tests.machine.life import Life, at, day, dutch

PAUSED = "08T09:00"


def late(facts: dict[str, FactValue] | None = None, changes: str = "") -> Life:
    """Open a case of late content on a Monday at ten."""
    policy = loads(f'use = "late-content"\n{changes}')
    return Life(compile(policy, sender=dutch(), client=dutch()), "01T10:00", facts=facts)


def paused() -> Life:
    """Let a client be silent until the pause."""
    return late().until(PAUSED)


def test_a1t_who_opened_the_mail_is_not_called() -> None:
    """A1t: a client who reads and keeps silent gets the last notice next, at the same time."""
    life = late().until("02T10:00").tell(Opened("reminder", at=at("02T11:00"))).until(PAUSED)
    assert [
        "reminder 01T10:00",
        "second-reminder 02T10:00",
        "final-notice 05T17:00",
        "pause 08T09:00",
        "pause 08T09:00",
    ] == life.sent


def test_a1t_who_opened_no_mail_is_called() -> None:
    """A1t: something else is going on, so the call is next; so it is without open tracking."""
    assert "call 03T09:00" == late().until("03T09:00").sent[-1]


@pytest.mark.parametrize(
    ("is_tracked", "is_opened", "kinds"),
    [
        (True, True, ["email", "email"]),
        (True, False, ["email", "call"]),
        (False, False, ["email", "email", "call"]),
    ],
)
def test_a1t_where_tracking_is_a_fact(is_tracked: bool, is_opened: bool, kinds: list[str]) -> None:
    """A1t: a policy that knows whether mails are tracked sends no second one into the void."""
    tracking = 'facts = { tracked = "boolean" }\n[change.second-reminder]\n'
    life = late({"tracked": is_tracked}, f'{tracking}unless = "tracked and not reminder.opened"')
    life.until("01T10:00")
    if is_opened:
        life.tell(Opened("reminder", at=at("01T12:00")))
    assert kinds == life.until("03T09:00").kinds


def test_a3_who_is_reached_gets_time() -> None:
    """A3: a client who picks up has two business days more, and the pause moves as far."""
    life = late().until("03T09:00").tell(Done("call", "reached", at=at("03T11:00")))
    assert (Status.HELD, "06T00:00") == (life.state.status, life.due)
    assert ["final-notice 08T09:00", "pause 10T09:00"] == life.until("10T09:00").sent[3:5]


@pytest.mark.parametrize("result", ["no answer", "voicemail", None])
def test_a3_without_an_answer_the_ladder_goes_on(result: str | None) -> None:
    """A3: nobody picked up, or nobody told: the notice and the pause come as planned."""
    life = late().until("03T09:00")
    if result is not None:
        life.tell(Done("call", result, at=at("03T11:00")))
    assert ["final-notice 05T17:00", "pause 08T09:00"] == life.until(PAUSED).sent[3:5]
    assert (result is None) == (life.reminders == ["late-content/call/overdue 04T00:00"])


def test_a5_the_last_notice_is_left_out_for_one_case() -> None:
    """A5: a person skips the notice, with who and why; the pause stays where it is."""
    skip = Skipped("final-notice", by="ada", why="an old friend", at=at("04T10:00"))
    life = late().until("04T00:00").tell(skip)
    planned = life.machine.plan_from(life.state)
    assert [("final-notice", True), ("pause", False)] == [
        (one.step, one.skipped) for one in planned
    ]
    assert ["call 03T09:00", "pause 08T09:00"] == life.until(PAUSED).sent[2:4]
    assert life.machine.fingerprint(life.state) != built_in("late-content").fingerprint


def test_a5_the_pause_is_moved_for_one_case() -> None:
    """A5: a person moves the pause by three days, and its notice counts back from there."""
    life = late().until("04T00:00").tell(Moved("pause", day(11), by="ada", at=at("04T10:00")))
    assert ["final-notice 09T09:00", "pause 11T09:00"] == life.until("11T09:00").sent[3:5]


@pytest.mark.parametrize(
    ("decision", "sent"),
    [
        (Confirmed("final-notice", at=at("08T10:00")), ["final-notice 08T10:00", "pause 10T10:00"]),
        (Dropped("final-notice", at=at("08T10:00")), ["pause 08T10:00", "pause 08T10:00"]),
    ],
)
def test_a5_a_person_decides_on_the_last_notice(decision: Event, sent: list[str]) -> None:
    """A5: as a draft the notice waits, and the pause waits with it, until a person decides."""
    life = late(changes="[change.final-notice]\nconfirm = true").until("30T00:00")
    assert ([*life.reminders[1:]], None) == (["late-content/final-notice/draft 05T17:00"], life.due)
    assert sent == life.tell(decision).until("30T00:00").sent[3:5]


def test_a0_we_answer_within_a_day_too() -> None:
    """A0: while it is our turn nothing is sent, and after a business day we are reminded."""
    life = late().until("02T10:00").tell(Replied(at=at("02T15:00"))).until("30T00:00")
    assert (Turn.OURS, 2) == (life.state.turn, len(life.kinds))
    assert ["late-content/our-turn 03T00:00"] == life.reminders
    life.tell(Answered(at=at("30T10:00"))).until("2026-07-02T00:00")
    assert "c:2:reminder:1:0:1" in life.keys


def test_a4_content_after_the_pause_takes_the_work_up_again() -> None:
    """A4: who comes back with the content pays for the new start and gets a new timeline."""
    life = paused().tell(Signal("content-received", at=at("15T11:00")))
    assert ["resume_work", "charge", "email"] == life.kinds[6:]
    assert "late-content/new-timeline" == life.effects[-1].template
    assert life.state is life.tell(Signal("content-received", at=at("15T11:00"))).state
    assert 9 == len(life.kinds)


def test_a4_words_after_the_pause_charge_nothing() -> None:
    """A4: who comes back without the content is answered by a person; the work stays paused."""
    life = paused().tell(Replied(at=at("15T11:00")))
    assert ["late-content/back-after-pause"] == [one.template for one in life.effects[7:]]
    assert (Status.ENDED, "paused") == (life.state.status, life.state.outcome)
