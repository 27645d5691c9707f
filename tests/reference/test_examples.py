"""The reference says of small cases what the text of the contract says."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ghostrules import do
from ghostrules.errors import EventError
from ghostrules.events import (
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
    Elapsed,
    Event,
    FactChanged,
    Failed,
    Held,
    Moved,
    Opened,
    Paid,
    PartPaid,
    PaymentUndone,
    Performed,
    Promised,
    Released,
    Replied,
    Retracted,
    Signal,
    Skipped,
    Undone,
)
from ghostrules.money import Money
from ghostrules.policy import Policy, Reaction, Step

from .interpreter import Case, Fired, Reference
from .places import parties
from .retracting import replay

MONDAY = datetime(2026, 3, 23, 10, tzinfo=UTC)


def on(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """Give an instant so many days after the Monday on which everything starts."""
    return MONDAY.replace(hour=hour, minute=minute) + timedelta(days=day)


def reference(*steps: Step, party: str = "plain", **said: Any) -> Reference:  # noqa: ANN401
    """Make a reference whose parties are open from 9 to 17 on every day, or those of a place."""
    said.setdefault("min_gap", "0 hours")
    known = parties()
    return Reference(Policy("example", list(steps), **said), known[party], known[party], {})


def lived(
    made: Reference, *events: Event, facts: Mapping[str, Any] | None = None, until: int = 60
) -> tuple[Case, list[tuple[str, datetime]]]:
    """Let a case live: punctual looks between the events, and after them up to a day."""
    case, fired = Case(MONDAY, facts or {}), list[Fired]()
    for event in events:
        case, new = looked(made, case, event.at)
        fired += new
        case, more = made.happen(case, event)
        fired += more
    case, new = looked(made, case, on(until))
    return case, told(fired + new)


def looked(made: Reference, case: Case, until: datetime) -> tuple[Case, list[Fired]]:
    """Look punctually at everything that is due before an instant."""
    fired: list[Fired] = []
    while (due := made.due(case)) is not None and due < until:
        case, new = made.look(case, due)
        fired += new
    return case, fired


def told(fired: Iterable[Fired]) -> list[tuple[str, datetime]]:
    """Tell what happened when."""
    return [(each.step, each.at) for each in fired]


def ladder(**said: Any) -> Reference:  # noqa: ANN401
    """Make two messages, 24 hours apart, that are followed by a pause of the work."""
    return reference(
        Step("first", "24 hours after start", do.email()),
        Step("second", "24 hours later", do.email()),
        Step("pause", "2 days later", do.pause_work(), outcome="paused"),
        **said,
    )


# --- whose turn (L14) ------------------------------------------------------------------------


def test_while_it_is_our_turn_nothing_happens() -> None:
    """L14: a reply that ends nothing gives us the turn, and the ladder stops."""
    case, fired = lived(ladder(), Replied(at=on(1, 12)))
    assert (case.turn, case.status, fired) == ("ours", "open", [("first", on(1))])


def test_our_answer_begins_a_new_round() -> None:
    """L14: by default what counts from the start is done again, from our answer."""
    case, fired = lived(ladder(), Replied(at=on(1, 12)), Answered(at=on(3, 11)), until=5)
    assert (case.round, fired) == (2, [("first", on(1)), ("first", on(4, 11))])


def test_what_counts_from_a_fact_stays_happened() -> None:
    """L14: a new round leaves what counts from the due date where it is."""
    made = reference(
        Step("invoice", "1 day after due", do.email()),
        Step("second", "2 days later", do.email()),
        facts={"due": "date"},
        after_answer="restart",
    )
    facts = {"due": date(2026, 3, 23)}
    case, fired = lived(made, Replied(at=on(1, 12)), Answered(at=on(2, 12)), facts=facts, until=10)
    assert ["invoice", "second"] == [name for name, _ in fired]
    assert case.outcome == "silent"


def test_late_stages_continue_where_they_stood() -> None:
    """L14: once a window was granted, an answer goes on, moved by the time that was ours."""
    made = reference(
        Step("final", "24 hours after start", do.email(), answer_within="48 hours"),
        Step("stop", "when the deadline of final has passed", do.stop_work(), outcome="stopped"),
    )
    case, fired = lived(made, Replied(at=on(1, 12)), Answered(at=on(2, 12)))
    assert (case.round, fired) == (1, [("final", on(1)), ("stop", on(4))])


def test_continue_shifts_and_wait_stands_until_released() -> None:
    """L14: with `wait` the case is held until a person releases it, then it continues."""
    made = ladder(after_answer="wait")
    case, _ = lived(made, Replied(at=on(1, 12)), Answered(at=on(2, 12)))
    assert (case.status, made.due(case)) == ("held", None)
    _, fired = lived(
        made, Replied(at=on(1, 12)), Answered(at=on(2, 12)), Released(at=on(3, 12)), until=5
    )
    assert [("first", on(1)), ("second", on(4))] == fired


def test_we_are_reminded_of_our_turn_once() -> None:
    """L14: `respond_within` nudges ourselves by the sender's business days."""
    made = ladder(respond_within="1 business day", party="nl")
    _, fired = lived(made, Replied(at=on(1, 12)))
    assert ("our-turn", datetime(2026, 3, 24, 23, tzinfo=UTC)) == fired[-1]
    assert 1 == [name for name, _ in fired].count("our-turn")


def test_a_reply_not_later_than_our_answer_does_nothing() -> None:
    """L20: a reply learned late, older than our last answer, changes nothing."""
    made = ladder()
    case, _ = lived(made, Replied(at=on(1, 12)), Answered(at=on(2, 12)), until=2)
    after, _ = made.happen(case, Replied(at=on(2, 11)))
    assert after.turn == "client"


# --- holds (L18) -----------------------------------------------------------------------------


def test_a_hold_shifts_hours_by_the_time_held() -> None:
    """L18: `shift` moves the ladder's own anchors by elapsed time and by dates crossed."""
    _, fired = lived(ladder(), Held(at=on(1, 12)), Released(at=on(3, 12)))
    assert [("first", on(1)), ("second", on(4)), ("pause", on(6, 9))] == fired


def test_a_hold_keeps_dates_with_keep() -> None:
    """L18: `keep` moves nothing, but nothing is due before the release."""
    _, fired = lived(ladder(on_resume="keep"), Held(at=on(1, 12)), Released(at=on(3, 12)))
    assert [("first", on(1)), ("second", on(3, 12)), ("pause", on(5, 9))] == fired


def test_a_hold_begins_again_with_restart() -> None:
    """L18: `restart` begins a new round at the release."""
    made = ladder(on_resume="restart")
    case, fired = lived(made, Held(at=on(1, 12)), Released(at=on(3, 12)), until=5)
    assert (case.round, fired) == (2, [("first", on(1)), ("first", on(4, 12))])


def test_a_hold_with_an_end_resumes_by_itself() -> None:
    """L18: while held the due is the end, and a bare date includes that day."""
    made = ladder()
    case, _ = lived(made, Held(date(2026, 3, 25), at=on(1, 12)), until=2)
    assert ("held", on(3, 0)) == (case.status, made.due(case))
    case, _ = made.look(case, on(3, 0))
    assert ("open", on(3, 22) + timedelta(hours=11)) == (case.status, made.due(case))


def test_an_automatic_hold_never_shortens_that_of_a_person() -> None:
    """L18: it can extend a hold; a person's later hold replaces the earlier."""
    made = ladder()
    person, away = Held(on(5), at=on(1, 11)), Away(on(3), at=on(1, 12))
    assert on(5) == made.due(lived(made, person, away, until=2)[0])
    longer = Away(on(7), at=on(1, 13))
    assert on(7) == made.due(lived(made, person, away, longer, until=2)[0])
    shorter = Held(on(4), at=on(1, 13))
    assert on(4) == made.due(lived(made, person, away, shorter, until=2)[0])


def test_a_release_by_a_person_ends_all_holds() -> None:
    """L18: an automatic release ends only automatic holds."""
    made = ladder()
    holds = (Held(at=on(1, 11)), Disputed(at=on(1, 12)))
    assert "open" == lived(made, *holds, Released(at=on(2)), until=2)[0].status
    automatic = Released(by="automatic", at=on(2))
    assert "held" == lived(made, *holds, automatic, until=2)[0].status


def test_a_promise_holds_to_the_end_of_its_day_and_a_grace() -> None:
    """A promise holds through the promised day and the grace after it."""
    made = ladder(promise_grace="2 days")
    case, _ = lived(made, Promised(date(2026, 3, 26), at=on(1, 12)), until=2)
    assert on(6, 0) == made.due(case)


def test_our_own_absence_bounds_what_is_adverse() -> None:
    """L18: our absence is no hold; messages go out, adverse steps wait for its end."""
    _, fired = lived(ladder(), Away(date(2026, 3, 29), who="us", at=on(0, 11)))
    assert [("first", on(1)), ("second", on(2)), ("pause", on(7, 9))] == fired


def test_held_time_runs_against_no_window() -> None:
    """L18: hours and days of a window do not count while the clock stands, even with `keep`."""
    for on_resume in ("keep", "shift"):
        made = reference(
            Step("final", "24 hours after start", do.email(), answer_within="48 hours"),
            Step("stop", "1 day later", do.stop_work(), outcome="stopped"),
            on_resume=on_resume,
        )
        _, fired = lived(made, Held(at=on(1, 12)), Released(at=on(2, 12)))
        assert ("stop", on(4)) == fired[-1]


def test_held_time_runs_against_no_notice() -> None:
    """L18: each date of a notice that a hold crossed is replaced by one more."""
    made = reference(
        Step("notice", "2 days before stop", do.email()),
        Step("stop", "5 days after start", do.stop_work(), outcome="stopped"),
        on_resume="keep",
    )
    _, fired = lived(made, Held(at=on(3, 18)), Released(at=on(4, 12)))
    assert [("notice", on(3, 9)), ("stop", on(6, 9))] == fired


def test_the_gap_counts_from_the_release_and_the_answer_too() -> None:
    """L13: a message keeps its distance from the last release of a hold."""
    made = ladder(min_gap="2 days")
    _, fired = lived(made, Held(at=on(0, 11)), Released(at=on(2)), until=4)
    assert [("first", on(4, 9))] == fired


# --- conditions, skips, moves, facts ---------------------------------------------------------


def test_a_condition_leaves_a_step_out_at_its_due() -> None:
    """L13: what a condition leaves out happens at its due, without its effects."""
    made = reference(
        Step("first", "24 hours after start", do.email()),
        Step("call", "24 hours later", do.call(), only_if="phone is known"),
        Step("second", "24 hours later", do.email()),
    )
    unknown = FactChanged("phone", False, at=on(0))
    assert [("first", on(1)), ("second", on(3))] == lived(made, unknown)[1]


def test_a_notice_carries_the_condition_of_its_target() -> None:
    """L13: a notice is left out where its target would be."""
    made = reference(
        Step("notice", "2 days before stop", do.email()),
        Step("stop", "5 days after start", do.stop_work(), unless="complete"),
        facts={"complete": "boolean"},
    )
    assert [] == lived(made, facts={"complete": True})[1]
    assert 2 == len(lived(made, facts={"complete": False})[1])


def test_opened_and_unopened_mail_lead_to_different_steps() -> None:
    """A1t: a condition asks whether a message was opened."""
    made = reference(
        Step("first", "24 hours after start", do.email()),
        Step("ask", "24 hours later", do.email(), only_if="first.opened"),
        Step("write", "24 hours later", do.letter(), unless="first.opened"),
    )
    opened = Opened("first", at=on(1, 12))
    assert ["first", "ask"] == [name for name, _ in lived(made, opened)[1]]
    assert ["first", "write"] == [name for name, _ in lived(made)[1]]


def test_a_person_skips_a_step_and_its_notice() -> None:
    """A5: a skip takes a target's notice along, grants no outcome, and the end is silent."""
    made = reference(
        Step("notice", "2 days before stop", do.email()),
        Step("stop", "5 days after start", do.stop_work(), outcome="stopped"),
    )
    case, fired = lived(made, Skipped("stop", at=on(1)))
    assert ([], "silent", on(5, 9)) == (fired, case.outcome, case.ended)


def test_a_person_moves_a_step() -> None:
    """A5: to an instant, to a date, or by another timing, for this case only."""
    for to, second in ((on(4, 11), on(4, 11)), (date(2026, 3, 28), on(5, 9))):
        assert ("second", second) == lived(ladder(), Moved("second", to, at=on(1, 12)))[1][1]
    timing = Moved("second", "36 hours after first", at=on(1, 12))
    assert ("second", on(3, 9)) == lived(ladder(), timing)[1][1]


def test_a_changed_fact_bounds_the_next_due_at_the_change() -> None:
    """Settled: nothing that a change alters is due before the change."""
    made = reference(Step("first", "10 days after due", do.email()), facts={"due": "date"})
    earlier = FactChanged("due", date(2026, 3, 1), at=on(3, 12))
    assert [("first", on(3, 12))] == lived(made, earlier, facts={"due": date(2026, 3, 20)})[1]


def test_an_older_change_of_a_fact_does_nothing() -> None:
    """Settled: a fact older than that fact's last change does nothing."""
    made = reference(Step("first", "10 days after due", do.email()), facts={"due": "date"})
    later = FactChanged("due", date(2026, 3, 25), at=on(3))
    older = FactChanged("due", date(2026, 3, 1), at=on(2))
    case, _ = lived(made, later, facts={"due": date(2026, 3, 20)}, until=3)
    assert date(2026, 3, 25) == made.happen(case, older)[0].facts["due"]


# --- persons ---------------------------------------------------------------------------------


def call(**said: Any) -> Reference:  # noqa: ANN401
    """Make a call that is followed by a message."""
    return reference(
        Step("call", "24 hours after start", do.call(), **said),
        Step("second", "24 hours later", do.email()),
    )


def test_a_call_has_happened_when_it_was_done() -> None:
    """Steps done by people are open until reported."""
    _, fired = lived(call(), Done("call", "voicemail", at=on(1, 15)))
    assert [("call", on(1)), ("second", on(2, 15))] == fired


def test_an_unreported_call_is_assumed() -> None:
    """Overdue after a business day: we are nudged, and it counts as done when it was asked."""
    case, fired = lived(call())
    assert [("call", on(1)), ("call/overdue", on(2, 0)), ("second", on(2))] == fired
    assert "no answer" == case.properties["call", "result"]


def test_an_unreported_call_can_wait() -> None:
    """With `wait` nothing is assumed."""
    made = call(if_unreported="wait", overdue_after="3 hours")
    case, fired = lived(made)
    assert [("call", on(1)), ("call/overdue", on(1, 13))] == fired
    assert made.due(case) is None


def test_reporting_what_was_not_asked_for_raises() -> None:
    """L20: a report of a step that was not asked for is impossible."""
    for event in (Done("call", at=on(0, 11)), Performed("call", at=on(0, 11))):
        with pytest.raises(EventError):
            call().happen(Case(MONDAY, {}), event)


def test_a_draft_waits_for_a_person() -> None:
    """A draft is a note; unconfirmed it holds everything after it."""
    made = reference(
        Step("first", "24 hours after start", do.email(), confirm=True),
        Step("stop", "2 days later", do.stop_work(), outcome="stopped"),
    )
    case, fired = lived(made)
    assert (None, [("first/draft", on(1))]) == (made.due(case), fired)
    _, fired = lived(made, Confirmed("first", at=on(2, 20)))
    assert [("first/draft", on(1)), ("first", on(3, 9)), ("stop", on(5, 9))] == fired
    _, fired = lived(made, Dropped("first", at=on(2, 20)))
    assert [("first/draft", on(1)), ("stop", on(4, 9))] == fired


# --- reports and attempts (L11, L26) ---------------------------------------------------------


def test_a_later_performance_moves_a_notice() -> None:
    """L11: a notice counts from its real instant, reported later, never earlier."""
    made = reference(
        Step("notice", "48 hours before stop", do.email()),
        Step("stop", "5 days after start", do.stop_work(), outcome="stopped"),
    )
    _, fired = lived(made, Performed("notice", at=on(3, 9, 5)))
    assert [("notice", on(3, 9)), ("stop", on(5, 9, 5))] == fired
    _, fired = lived(made, Performed("notice", at=on(3, 15)))
    assert ("stop", on(5, 15)) == fired[-1]


def test_a_notice_can_count_from_delivery() -> None:
    """L11: with `counts_from` the first delivery counts, and post arrives on a presumed day."""
    made = reference(
        Step("notice", "48 hours before stop", do.letter(), counts_from="delivery"),
        Step("stop", "5 days after start", do.stop_work(), outcome="stopped"),
    )
    assert [("notice", on(3, 9)), ("stop", on(8, 9))] == lived(made)[1]
    _, fired = lived(made, Delivered("notice", at=on(7, 11)))
    assert ("stop", on(9, 11)) == fired[-1]


def test_what_failed_on_every_channel_is_tried_again() -> None:
    """L26: a failed step has not happened, and is tried again at the next slot."""
    _, fired = lived(ladder(), Failed("first", at=on(1, 18)), until=3)
    assert [("first", on(1)), ("first", on(2, 9))] == fired[:2]
    _, fired = lived(ladder(), Bounced("first", at=on(2, 16)), until=3)
    assert [("first", on(1)), ("second", on(2)), ("first", on(2, 16))] == fired


def test_the_third_attempt_keeps_the_gap() -> None:
    """L26: from the third attempt on the minimum gap counts from the failure."""
    step = Step("first", "24 hours after start", do.email(), answer_within="9 days")
    made = reference(step, min_gap="2 days")
    failed = (Failed("first", at=on(1, 11)), Failed("first", at=on(1, 12)))
    assert [on(1), on(1, 11), on(3, 9)] == [at for _, at in lived(made, *failed)[1]]


def test_an_order_of_preference_goes_on_to_the_next_channel() -> None:
    """L26: where one alternative fails the next is asked for."""
    made = reference(
        Step("first", "24 hours after start", do.first_of(do.email(), do.letter())),
        Step("second", "24 hours later", do.email()),
    )
    case, fired = lived(made, Bounced("first", at=on(1, 11)))
    assert [("first", on(1)), ("first", on(1, 11)), ("second", on(2, 11))] == fired
    assert ["email", "letter"] == [each.effect.name for each in case.sent[0]]


# --- payments, ends, and ends undone (L15) ---------------------------------------------------


def euros(amount: str) -> Money:
    """Give euros."""
    return Money.parse(f"{amount} EUR")


def test_payments_lower_the_balance_and_end_the_case() -> None:
    """A part leaves the ladder; nothing left ends it with `paid`; undone it goes on."""
    made = ladder(facts={"balance": "money"})
    facts = {"balance": euros("100.00")}
    part, rest = PartPaid(euros("40.00"), at=on(1, 12)), Paid(at=on(1, 13))
    case, _ = lived(made, part, facts=facts, until=1)
    assert (euros("60.00"), "open") == (case.facts["balance"], case.status)
    case, _ = lived(made, part, rest, facts=facts, until=3)
    assert ("paid", on(1, 13)) == (case.outcome, case.ended)
    undone = PaymentUndone(at=on(4, 13))
    case, fired = lived(made, part, rest, undone, facts=facts)
    assert [("first", on(1)), ("second", on(5))] == fired[:2]
    assert euros("60.00") == case.facts["balance"]


def test_nothing_happens_after_the_end() -> None:
    """L15, L20: what the world does changes nothing, what we do is refused."""
    made = ladder(ends="signed")
    case, _ = lived(made, Signal("signed", at=on(1, 12)))
    assert ("signed", None) == (case.outcome, made.due(case))
    for event in (Replied(at=on(2)), Cancelled(at=on(2)), Promised(on(4), at=on(2))):
        assert made.happen(case, event)[0].outcome == "signed"
    for refused in (Held(at=on(2)), Answered(at=on(2)), Skipped("first", at=on(2))):
        with pytest.raises(EventError):
            made.happen(case, refused)


def test_an_end_that_is_undone_counts_as_a_hold() -> None:
    """L15: the case goes on where it was, moved by the time between."""
    _, fired = lived(ladder(), Cancelled(at=on(1, 12)), Undone(at=on(2, 12)), until=4)
    assert [("first", on(1)), ("second", on(3))] == fired


# --- reactions -------------------------------------------------------------------------------


def test_a_reaction_replaces_what_an_event_does() -> None:
    """The first reaction that fits wins, and adds its effects."""
    made = ladder(on=[Reaction("replied", "hold for 3 days", do=do.note())])
    case, fired = lived(made, Replied(at=on(1, 12)), until=2)
    assert ("client", "held", on(5, 0)) == (case.turn, case.status, made.due(case))
    assert ("reaction", on(1, 12)) == fired[-1]


def test_a_reaction_without_then_only_adds() -> None:
    """Without `then` the default stays; what reaches the client waits for our answer."""
    made = ladder(on=[Reaction("replied", do=[do.email(), do.note()])])
    replied = Replied(at=on(1, 12))
    case, fired = lived(made, replied)
    assert ("ours", [("first", on(1)), ("reaction", on(1, 12))]) == (case.turn, fired)
    _, fired = lived(made, replied, Answered(at=on(2, 12)), until=2)
    assert ("reaction", on(2, 12)) == fired[-1]


def test_a_reported_result_chooses_the_next_step() -> None:
    """C2a: a wrong number goes to the address check; a reached client holds the ladder."""
    made = reference(
        Step("call", "24 hours after start", do.call()),
        Step("second", "24 hours later", do.email()),
        Step("check", "24 hours after start", do.note()),
        on=[
            Reaction("done", "go to check", step="call", result="wrong number"),
            Reaction("done", "hold", step="call", result="reached"),
        ],
    )
    _, fired = lived(made, Done("call", "wrong number", at=on(1, 15)))
    assert [("call", on(1)), ("check", on(1, 15))] == fired
    case, _ = lived(made, Done("call", "reached", at=on(1, 15)))
    assert "held" == case.status


def test_a_client_who_returns_after_the_end_resumes_the_case() -> None:
    """L15: an event yields effects after the end only where the policy names the outcome."""
    back = Reaction("replied", "restart", do=do.resume_work(), outcome="paused")
    made = ladder(on=[back])
    case, fired = lived(made, Replied(at=on(8)), until=9)
    assert (2, "open", ("reaction", on(8))) == (case.round, case.status, fired[3])


# --- evidence (L19), retraction --------------------------------------------------------------


def test_stale_evidence_sends_nothing() -> None:
    """L19: the sources must have been read recently enough; a later look is judged anew."""
    made = ladder(evidence={"inbox": "1 hour"})
    case = Case(MONDAY, {})
    for observed in ({}, {"inbox": on(1, 8)}):
        assert (case, []) == made.happen(case, Elapsed(at=on(1), observed=observed))
    _, fired = made.happen(case, Elapsed(at=on(1), observed={"inbox": on(1, 9)}))
    assert [("first", on(1))] == told(fired)


def test_a_retracted_reply_never_was() -> None:
    """The case is rebuilt without the event; what was sent stays recorded as sent."""
    made, reply = ladder(), Replied(at=on(1, 12))
    journal: list[Event] = [Elapsed(at=on(1)), reply, Retracted(reply, at=on(2, 15))]
    case, fired = replay(made, Case(MONDAY, {}), journal)
    assert ([("first", on(1))], "client", on(2)) == (told(fired), case.turn, made.due(case))


def test_a_retracted_skip_leaves_what_was_sent() -> None:
    """What was sent after the mistake stays sent; the step that was left out comes next."""
    made, skip = ladder(), Skipped("first", at=on(0, 11))
    looks: list[Event] = [skip, Elapsed(at=on(1)), Elapsed(at=on(2))]
    case, fired = replay(made, Case(MONDAY, {}), [*looks, Retracted(skip, at=on(2, 15))])
    assert [("second", on(2))] == told(fired)
    assert {1} == set(case.past)
