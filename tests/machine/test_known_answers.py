"""The six practices from real starts, across Easter, a bayram and two first days of the week."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from ghostrules import Calendar, Policy, Step, built_in, compile
from ghostrules.calendars import Cause
from ghostrules.machine import Counted, Opened, Plan, Planned, Rolled
from ghostrules.timing import Crossed


def plan_of(name: str, client: Calendar, start: str, facts: dict[str, date] | None = None) -> Plan:
    """Plan a built-in policy from a wall time of the client."""
    at = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(client.timezone))
    return compile(built_in(name), sender=client, client=client).plan(at=at, facts=facts)


def dates_of(plan: Plan, client: Calendar) -> list[tuple[str, str]]:
    """List the steps of a plan with their wall times at the client's."""
    zone = ZoneInfo(client.timezone)
    return [
        (planned.step, planned.due.astimezone(zone).strftime("%a %d %b %H:%M")) for planned in plan
    ]


NL = Calendar.for_country("NL")
US = Calendar.for_country("US", timezone="America/New_York", locale="en_US")
TR = Calendar.for_country("TR")
BAVARIA = Calendar.for_country("DE-BY")


@pytest.mark.parametrize(
    ("client", "start", "follow_up", "call"),
    [
        (NL, "2026-03-25T11:00", "Tue 31 Mar 09:00", "Tue 07 Apr 09:00"),
        (US, "2026-03-29T11:00", "Tue 07 Apr 09:00", "Mon 13 Apr 09:00"),
        (NL, "2026-03-29T11:00", "Tue 31 Mar 09:00", "Tue 07 Apr 09:00"),
    ],
)
def test_project_follows_up_on_the_tuesday_of_the_following_week_of_the_client(
    client: Calendar, start: str, follow_up: str, call: str
) -> None:
    """C2: the week is that of the client's territory, Monday in NL and Sunday in the US (L5)."""
    plan = plan_of("project", client, start)

    assert [("follow-up", follow_up), ("call", call)] == dates_of(plan, client)[:2]


def test_the_call_moves_past_easter_monday() -> None:
    """The reason for the call's date names the holiday that moved it, and whose it is (L6)."""
    call = plan_of("project", NL, "2026-03-25T11:00").steps[1]

    rolled = next(reason for reason in call.reasons if isinstance(reason, Rolled))

    assert [("Easter Monday", "NL")] == [
        (closed.names.english, closed.calendar)
        for closed in rolled.because
        if closed.kind is Cause.HOLIDAY
    ]


def test_late_content_across_easter() -> None:
    """A1 to A4: a day is lost to the weekend, and Easter moves the pause and its notice."""
    plan = plan_of("late-content", NL, "2026-03-27T16:30")

    assert [
        ("reminder", "Fri 27 Mar 16:30"),
        ("second-reminder", "Mon 30 Mar 09:00"),
        ("call", "Tue 31 Mar 09:00"),
        ("final-notice", "Thu 02 Apr 17:00"),
        ("pause", "Tue 07 Apr 09:00"),
    ] == dates_of(plan, NL)
    assert "paused" == plan.outcome


def test_the_notice_is_counted_back_from_the_planned_pause() -> None:
    """L11: 48 hours before Tuesday is Easter Sunday, which rolls back to Thursday at closing."""
    notice = plan_of("late-content", NL, "2026-03-27T16:30").steps[3]

    planned, counted, rolled = notice.reasons

    assert planned == Planned("pause", datetime(2026, 4, 7, 9, tzinfo=ZoneInfo(NL.timezone)))
    assert isinstance(counted, Counted)
    assert counted.earliest == datetime(2026, 4, 5, 9, tzinfo=ZoneInfo(NL.timezone))
    assert isinstance(rolled, Rolled)
    assert {"Good Friday", "Easter Sunday"} <= {day.names.english for day in rolled.because}


def test_the_count_of_business_days_names_the_days_it_passed_over() -> None:
    """L4: three business days after Tuesday 31 March end on Tuesday 7 April."""
    pause = plan_of("late-content", NL, "2026-03-27T16:30").steps[4]

    crossed = next(reason for reason in pause.reasons if isinstance(reason, Crossed))

    assert {"Good Friday", "Easter Monday"} <= {day.names.english for day in crossed.closed}


def test_negotiation_waits_for_the_end_of_the_bayram_within_its_seven_days() -> None:
    """C1: four days later the holiday has begun; the first open day of the window is Monday."""
    plan = plan_of("negotiation", TR, "2026-03-16T10:00")

    assert ("follow-up", "Mon 23 Mar 09:00") == dates_of(plan, TR)[0]
    counted, rolled, opened = plan.steps[0].reasons
    assert isinstance(counted, Counted)
    assert (date(2026, 3, 20), date(2026, 3, 23)) == (counted.earliest, counted.latest)
    assert isinstance(rolled, Rolled)
    assert {"Eid al-Fitr"} <= {day.names.english for day in rolled.because}
    assert isinstance(opened, Opened)


def test_payment_counts_its_notices_from_the_due_date() -> None:
    """C3b: 30, 60 and 90 calendar days after a due date that is a Saturday."""
    plan = plan_of("payment", BAVARIA, "2026-03-02T10:00", {"due": date(2026, 2, 28)})

    assert [
        ("notice", "Mon 30 Mar 09:00"),
        ("notice", "Wed 29 Apr 09:00"),
        ("final-letter", "Fri 29 May 09:00"),
    ] == dates_of(plan, BAVARIA)[3:6]


def test_marketplace_complete_respects_both_windows() -> None:
    """B3: 48 hours end on a Saturday; the platform's five business days end before a Wednesday."""
    plan = plan_of("marketplace-complete", NL, "2026-03-31T16:00")

    assert [
        ("check-in", "Tue 31 Mar 16:00"),
        ("completion-notice", "Thu 02 Apr 16:00"),
        ("mark-complete", "Tue 07 Apr 09:00"),
        ("release", "Wed 15 Apr 00:00"),
    ] == dates_of(plan, NL)


def test_marketplace_incomplete_asks_for_the_release_after_its_last_message() -> None:
    """B2 and B5: 48 hours after the last message the release is requested, then support asked."""
    plan = plan_of("marketplace-incomplete", NL, "2026-03-31T16:00")

    assert [
        ("check-in", "Tue 31 Mar 16:00"),
        ("second-check-in", "Tue 07 Apr 09:00"),
        ("last-message", "Fri 10 Apr 09:00"),
        ("request-release", "Mon 13 Apr 09:00"),
        ("support", "Mon 20 Apr 09:00"),
    ] == dates_of(plan, NL)


def test_a_time_of_day_outside_the_hours_is_one_roll() -> None:
    """L3, L6: at 20:00 nobody is open; it rolls on from that moment, once, and never back."""
    policy = Policy("p", [Step("mail", "at 20:00 4 days after start", "email")], ends="paid")
    machine = compile(policy, sender=NL, client=NL)

    (planned,) = machine.plan(at=datetime(2026, 4, 10, 9, tzinfo=UTC))

    (rolled,) = [reason for reason in planned.reasons if isinstance(reason, Rolled)]
    zone = ZoneInfo(NL.timezone)
    assert datetime(2026, 4, 14, 20, tzinfo=zone) == rolled.origin
    assert datetime(2026, 4, 15, 9, tzinfo=zone) == rolled.result


def test_a_half_day_that_had_ended_is_named() -> None:
    """L6: the day before the bayram closes at one; what comes at two rolls on because of it."""
    policy = Policy("p", [Step("mail", "24 hours later", "email")], ends="paid")
    machine = compile(policy, sender=TR, client=TR)

    (planned,) = machine.plan(at=datetime(2026, 3, 18, 11, tzinfo=UTC))

    (rolled,) = [reason for reason in planned.reasons if isinstance(reason, Rolled)]
    assert (date(2026, 3, 19), Cause.HALF_DAY) == (rolled.because[0].day, rolled.because[0].kind)


def test_closed_days_that_lengthen_a_gap_are_named() -> None:
    """L6, L13: the business day between two contacts comes after Pentecost."""
    steps = [Step("one", "within 24 hours", "email"), Step("two", "1 hour after start", "email")]
    machine = compile(Policy("p", steps, ends="paid"), sender=NL, client=NL)

    plan = machine.plan(at=datetime(2026, 5, 22, 9, tzinfo=UTC))

    (crossed,) = [reason for reason in plan.steps[1].reasons if isinstance(reason, Crossed)]
    assert "Pentecost Monday" in {closed.names.english for closed in crossed.closed}
