"""Each practice by its id: the whole silent path, and what an answer on the way cuts off."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from ghostrules import (
    Calendar,
    Elapsed,
    Intent,
    Machine,
    Signal,
    State,
    Status,
    built_in,
    compile,
)

At = Callable[[str], datetime]
Walled = Callable[[datetime | None], str]
Practice = Callable[[str], Machine]
DUE = {"due": date(2026, 4, 1)}


@pytest.fixture
def practice(nl: Calendar) -> Practice:
    """Compile a built-in policy for a Dutch client and a Dutch sender."""
    return lambda name: compile(built_in(name), sender=nl, client=nl)


def opened(machine: Machine, at: datetime) -> State:
    """Open a case, with an invoice where the practice has one."""
    return machine.start(at=at, case="c", facts=DUE if machine.policy.facts else None)


def lived(machine: Machine, state: State, looks: int) -> tuple[State, list[Intent]]:
    """Look punctually so many times, or until the case ends."""
    done: list[Intent] = []
    for _ in range(looks):
        if state.due is None:
            break
        state, effects = machine.transition(state, Elapsed(at=state.due))
        done += effects
    return state, done


def silent(machine: Machine, at: datetime, walled: Walled) -> tuple[list[str], str | None]:
    """Tell what happens in silence, and how it ends."""
    state, done = lived(machine, opened(machine, at), 50)
    return [f"{one.step} {one.kind} {walled(one.at)}" for one in done], state.outcome


def cut_off(machine: Machine, at: datetime, looks: int, event: str) -> tuple[int, str | None]:
    """Let an end event come an hour after so many looks; count what was done, before and after."""
    state, done = lived(machine, opened(machine, at), looks)
    last = done[-1].at if done else at
    ended = machine.transition(state, Signal(event, at=last + timedelta(hours=1))).state
    later = machine.advance(ended, Elapsed(at=last + timedelta(days=400)))
    assert (Status.ENDED, ended) == (ended.status, later.state)
    return len(done) + len(later.effects), ended.outcome


def test_a_late_content(practice: Practice, at: At, walled: Walled) -> None:
    """A1 to A4: reminder, second reminder, call, notice, pause; an answer stops it anywhere."""
    machine, start = practice("late-content"), at("2026-06-01T10:00")

    assert (
        [
            "reminder email 2026-06-01T10:00",
            "second-reminder email 2026-06-02T10:00",
            "call call 2026-06-03T09:00",
            "final-notice email 2026-06-05T17:00",
            "pause pause_work 2026-06-08T09:00",
            "pause email 2026-06-08T09:00",
        ],
        "paused",
    ) == silent(machine, start, walled)
    assert (1, "answered") == cut_off(machine, start, 1, "client-replied")
    assert (4, "received") == cut_off(machine, start, 4, "content-received")


def test_b2_b5_marketplace_incomplete(practice: Practice, at: At, walled: Walled) -> None:
    """B1, B2, B5: two check-ins, a last message with 48 hours, the request, then support."""
    machine, start = practice("marketplace-incomplete"), at("2026-06-01T10:00")

    assert (
        [
            "check-in email 2026-06-01T10:00",
            "second-check-in email 2026-06-04T09:00",
            "last-message email 2026-06-09T09:00",
            "request-release request_release 2026-06-11T09:00",
            "support escalate 2026-06-18T09:00",
        ],
        "with-support",
    ) == silent(machine, start, walled)
    assert (3, "answered") == cut_off(machine, start, 3, "client-replied")
    assert (4, "paid") == cut_off(machine, start, 4, "payment-released")


def test_b3_marketplace_complete(practice: Practice, at: At, walled: Walled) -> None:
    """B1, B3: a check-in, 48 hours, the mark, and the release after five business days."""
    machine, start = practice("marketplace-complete"), at("2026-06-01T10:00")

    assert (
        [
            "check-in email 2026-06-01T10:00",
            "completion-notice email 2026-06-03T10:00",
            "mark-complete mark_complete 2026-06-05T10:00",
            "release close 2026-06-13T00:00",
        ],
        "released",
    ) == silent(machine, start, walled)
    assert (2, "answered") == cut_off(machine, start, 2, "client-replied")
    assert (3, "paid") == cut_off(machine, start, 3, "payment-released")


def test_c1_negotiation(practice: Practice, at: At, walled: Walled) -> None:
    """C1: one follow-up after four to seven days, a last one a week later, and on you move."""
    machine, start = practice("negotiation"), at("2026-06-01T10:00")

    assert (
        ["follow-up email 2026-06-05T09:00", "last-follow-up email 2026-06-12T09:00"],
        "moved-on",
    ) == silent(machine, start, walled)
    assert (0, "answered") == cut_off(machine, start, 0, "client-replied")
    assert (1, "answered") == cut_off(machine, start, 1, "client-replied")


def test_c2_project(practice: Practice, at: At, walled: Walled) -> None:
    """C2 to C2c: the Tuesday, the call after that week, a look online, a notice, the stop."""
    machine, start = practice("project"), at("2026-06-03T10:00")

    assert (
        [
            "follow-up email 2026-06-09T09:00",
            "call call 2026-06-15T09:00",
            "look-online note 2026-06-17T09:00",
            "final-notice email 2026-06-19T17:00",
            "stop stop_work 2026-06-22T09:00",
            "stop email 2026-06-22T09:00",
        ],
        "stopped",
    ) == silent(machine, start, walled)
    assert (1, "answered") == cut_off(machine, start, 1, "client-replied")
    assert (4, "answered") == cut_off(machine, start, 4, "client-replied")


def test_c3_payment(practice: Practice, at: At, walled: Walled) -> None:
    """C3 to C3d: verify, send again through every channel, 30, 60 and 90 days, the court."""
    machine, start = practice("payment"), at("2026-03-25T10:00")

    assert (
        [
            "follow-up email 2026-03-31T09:00",
            "call call 2026-04-07T09:00",
            "invoice-again resend_invoice 2026-04-10T09:00",
            "invoice-again registered_letter 2026-04-10T09:00",
            "invoice-again fax 2026-04-10T09:00",
            "invoice-again call 2026-04-10T09:00",
            "notice email 2026-05-01T09:00",
            "notice email 2026-06-01T09:00",
            "final-letter email 2026-06-30T09:00",
            "final-letter registered_letter 2026-06-30T09:00",
            "court escalate 2026-07-15T09:00",
        ],
        "small-claims",
    ) == silent(machine, start, walled)
    assert (6, "paid") == cut_off(machine, start, 3, "paid")
    assert (10, "paid") == cut_off(machine, start, 6, "paid")
