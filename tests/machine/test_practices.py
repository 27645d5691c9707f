"""Each practice by its id: the whole silent path, and what an answer on the way cuts off."""

from datetime import date, timedelta

from ghostrules import Money, Signal, Status, built_in, compile
from ghostrules.conditions import FactValue
from ghostrules.events import Paid
from tests.machine.life import Life, at, dutch, is_reminder, wall

LATER = "2027-06-01T00:00"
INVOICE: dict[str, FactValue] = {"due": date(2026, 4, 1), "balance": Money.parse("1000 EUR")}


def practice(name: str, start: str, facts: dict[str, FactValue] | None = None) -> Life:
    """Open a case of a built-in policy."""
    return Life(compile(built_in(name), sender=dutch(), client=dutch()), start, facts=facts)


def told(life: Life) -> list[str]:
    """Tell what was done, without reminders to ourselves, and how it ended."""
    done = [f"{one.step} {one.kind} {wall(one.at)}" for one in life.effects if not is_reminder(one)]
    return [*done, f"= {life.state.outcome}"]


def cut_off(life: Life, step: str, event: str) -> tuple[list[str], str | None]:
    """Let an end event come an hour after a step was done or asked for; tell what was done."""
    while life.state.due is not None and step not in {one.step for one in life.effects}:
        life.until(str(wall(life.state.due)))
    then = life.effects[-1].at + timedelta(hours=1)
    life.tell(Paid(at=then) if event == "paid" else Signal(event, at=then))
    ended = life.state
    assert life.look(LATER).state is ended
    assert Status.ENDED is ended.status
    return life.kinds, ended.outcome


def test_a_late_content() -> None:
    """A1 to A4: reminder, second reminder, call, notice, pause; an answer stops it anywhere."""
    assert [
        "reminder email 01T10:00",
        "second-reminder email 02T10:00",
        "call call 03T09:00",
        "final-notice email 05T17:00",
        "pause pause_work 08T09:00",
        "pause email 08T09:00",
        "= paused",
    ] == told(practice("late-content", "01T10:00").until(LATER))
    begun = practice("late-content", "01T10:00")
    assert (["email"], "answered") == cut_off(begun, "reminder", "client-replied")
    late = practice("late-content", "01T10:00")
    mails_and_call = ["email", "email", "call", "email"]
    assert (mails_and_call, "received") == cut_off(late, "final-notice", "content-received")


def test_b2_b5_marketplace_incomplete() -> None:
    """B1, B2, B5: two check-ins, a last message with 48 hours, the request, then support."""
    assert [
        "check-in email 01T10:00",
        "second-check-in email 04T09:00",
        "last-message email 09T09:00",
        "request-release request_release 11T09:00",
        "support escalate 18T09:00",
        "= with-support",
    ] == told(practice("marketplace-incomplete", "01T10:00").until(LATER))
    warned = practice("marketplace-incomplete", "01T10:00")
    assert (["email"] * 3, "answered") == cut_off(warned, "last-message", "client-replied")
    asked = practice("marketplace-incomplete", "01T10:00")
    kinds = ["email", "email", "email", "request_release"]
    assert (kinds, "paid") == cut_off(asked, "request-release", "payment-released")


def test_b3_marketplace_complete() -> None:
    """B1, B3: a check-in, 48 hours, the mark, and the release after five business days."""
    assert [
        "check-in email 01T10:00",
        "completion-notice email 03T10:00",
        "mark-complete mark_complete 05T10:00",
        "release close 13T00:00",
        "= released",
    ] == told(practice("marketplace-complete", "01T10:00").until(LATER))
    warned = practice("marketplace-complete", "01T10:00")
    assert (["email"] * 2, "answered") == cut_off(warned, "completion-notice", "client-replied")
    marked = practice("marketplace-complete", "01T10:00")
    kinds = ["email", "email", "mark_complete"]
    assert (kinds, "paid") == cut_off(marked, "mark-complete", "payment-released")


def test_c1_negotiation() -> None:
    """C1: one follow-up after four to seven days, a last one a week later, and on you move."""
    assert [
        "follow-up email 05T09:00",
        "last-follow-up email 12T09:00",
        "= moved-on",
    ] == told(practice("negotiation", "01T10:00").until(LATER))
    asked = practice("negotiation", "01T10:00")
    assert (["email"], "answered") == cut_off(asked, "follow-up", "client-replied")
    at_once = practice("negotiation", "01T10:00")
    at_once.tell(Signal("client-replied", at=at("02T10:00"))).until(LATER)
    assert ["= answered"] == told(at_once)


def test_c2_project() -> None:
    """C2 to C2c: the Tuesday, the call after that week, a look online, a notice, the stop."""
    assert [
        "follow-up email 09T09:00",
        "call compare-addresses 15T09:00",
        "call call 15T09:00",
        "look-online look-online 17T09:00",
        "final-notice email 19T17:00",
        "stop stop_work 22T09:00",
        "stop email 22T09:00",
        "= stopped",
    ] == told(practice("project", "03T10:00").until(LATER))
    asked = practice("project", "03T10:00")
    assert (["email"], "answered") == cut_off(asked, "follow-up", "client-replied")
    called = practice("project", "03T10:00")
    kinds = ["email", "compare-addresses", "call"]
    assert (kinds, "answered") == cut_off(called, "call", "client-replied")


def test_c3_payment() -> None:
    """C3 to C3d: verify, send again through every channel, 30, 60 and 90 days, the court."""
    assert [
        "follow-up email 2026-03-31T09:00",
        "call call 2026-04-07T09:00",
        "invoice-again resend_invoice 2026-04-10T09:00",
        "invoice-again registered_letter 2026-04-10T09:00",
        "invoice-again fax 2026-04-10T09:00",
        "invoice-again call 2026-04-10T09:00",
        "notice email 2026-05-01T09:00",
        "notice email 01T09:00",
        "final-letter email 30T09:00",
        "final-letter registered_letter 30T09:00",
        "court escalate 2026-07-15T09:00",
        "= small-claims",
    ] == told(practice("payment", "2026-03-25T10:00", INVOICE).until(LATER))
    verified = practice("payment", "2026-03-25T10:00", INVOICE)
    assert (["email", "call"], "paid") == cut_off(verified, "call", "paid")
    warned = practice("payment", "2026-03-25T10:00", INVOICE)
    channels = ["resend_invoice", "registered_letter", "fax", "call"]
    kinds = ["email", "call", *channels, "email", "close", "note"]
    assert (kinds, "paid") == cut_off(warned, "notice", "paid")
