"""Plans and transitions of the built-in policies, with calendars that are warm."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ghostrules import Calendar, Elapsed, Signal, built_in, compile
from ghostrules.events import Cancelled, Disputed, Held, Opened, Replied

NL = Calendar.for_country("NL")
START = datetime(2026, 3, 27, 16, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
FIVE_STEPS = ["late-content", "project"]


@pytest.mark.parametrize("name", FIVE_STEPS)
def bench_plan(benchmark, name):
    """Plan five steps on the silent path."""
    machine = compile(built_in(name), sender=NL, client=NL)
    assert len(machine.plan(at=START)) == 5
    benchmark.group = "plan of five steps"
    benchmark(machine.plan, at=START)


@pytest.mark.parametrize("name", FIVE_STEPS)
def bench_plan_with_reasons(benchmark, name):
    """Plan five steps and work out every reason."""
    machine = compile(built_in(name), sender=NL, client=NL)
    benchmark.group = "plan of five steps"
    benchmark(lambda: [planned.reasons for planned in machine.plan(at=START)])


@pytest.mark.parametrize("name", FIVE_STEPS)
def bench_compile(benchmark, name):
    """Compile a policy of five steps."""
    policy = built_in(name)
    benchmark.group = "compile"
    benchmark(compile, policy, sender=NL, client=NL)


@pytest.mark.benchmark(min_time=0.0015)
def bench_step_that_is_due(benchmark):
    """Act once: a transition with date arithmetic."""
    machine = compile(built_in("late-content"), sender=NL, client=NL)
    state = machine.start(at=START, case="c")
    event = Elapsed(at=START)
    assert machine.transition(state, event).effects
    benchmark.group = "transition"
    benchmark(machine.transition, state, event)


@pytest.mark.benchmark(min_time=0.0015)
@pytest.mark.parametrize("zone", ["UTC", "Europe/Amsterdam"])
def bench_look_before_anything_is_due(benchmark, zone):
    """Look too early: the very same state comes back; a moment in a zone is turned into UTC."""
    machine = compile(built_in("late-content"), sender=NL, client=NL)
    state = machine.transition(machine.start(at=START, case="c"), Elapsed(at=START)).state
    event = Elapsed(at=START.astimezone(UTC if zone == "UTC" else ZoneInfo(zone)))
    assert machine.transition(state, event).state is state
    benchmark.group = "transition"
    benchmark(machine.transition, state, event)


WITHOUT_DATES = {
    "replied": Replied(at=START + timedelta(hours=1)),
    "held": Held(at=START + timedelta(hours=1)),
    "disputed": Disputed(at=START + timedelta(hours=1)),
    "cancelled": Cancelled(at=START + timedelta(hours=1)),
    "an end": Signal("client-replied", at=START + timedelta(hours=1)),
}


@pytest.mark.parametrize("name", WITHOUT_DATES)
@pytest.mark.benchmark(min_time=0.0015)
def bench_event_without_dates(benchmark, name):
    """Take an event after which nothing is due: a transition without date arithmetic."""
    machine = compile(built_in("negotiation"), sender=NL, client=NL)
    state = machine.transition(machine.start(at=START, case="c"), Elapsed(at=START)).state
    event = WITHOUT_DATES[name]
    after = machine.transition(state, event).state
    assert after is not state
    assert after.due is None
    benchmark.group = "transition without dates"
    benchmark(machine.transition, state, event)


@pytest.mark.benchmark(min_time=0.0015)
def bench_opened(benchmark):
    """Learn that a message was opened, which moves nothing."""
    machine = compile(built_in("late-content"), sender=NL, client=NL)
    state = machine.transition(machine.start(at=START, case="c"), Elapsed(at=START)).state
    event = Opened("reminder", at=START + timedelta(hours=1))
    after = machine.transition(state, event).state
    assert after is not state
    assert after.due == state.due
    benchmark.group = "transition"
    benchmark(machine.transition, state, event)
