"""What must hold on every path of the built-in policies, whatever the start and the looks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import (
    Calendar,
    Done,
    Elapsed,
    Intent,
    Machine,
    State,
    Transition,
    built_in,
    built_in_names,
    compile,
)
from ghostrules.calendars import to_micros
from ghostrules.effects import Hours
from ghostrules.machine import InOrder, MinimumGap, Planned

EXEMPT = {("late-content", "second-reminder"), ("marketplace-complete", "completion-notice")}


@cache
def calendars() -> dict[str, Calendar]:
    """A few clients and senders, in three time zones, one with a lunch break and a quiet week."""
    return {
        "NL": Calendar.for_country("NL"),
        "TR": Calendar.for_country("TR"),
        "US": Calendar.for_country(
            "US", timezone="America/New_York", locale="en_US", hours="08:00-19:00"
        ),
        "BY": Calendar.for_country(
            "DE-BY", hours="mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00", quiet=["24 dec"]
        ),
    }


@cache
def machine_of(policy: str, client: str, sender: str) -> Machine:
    """Compile a built-in policy once for each pair of parties."""
    parties = calendars()
    return compile(built_in(policy), client=parties[client], sender=parties[sender])


machines = st.builds(
    machine_of,
    st.sampled_from(sorted(built_in_names())),
    st.sampled_from(["NL", "TR", "US", "BY"]),
    st.sampled_from(["NL", "TR", "US", "BY"]),
)
starts = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - the strategy asks for naive bounds
    datetime(2029, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
delays = st.lists(
    st.one_of(
        st.just(timedelta()),
        st.timedeltas(timedelta(), timedelta(minutes=15)),
        st.timedeltas(timedelta(minutes=16), timedelta(days=2)),
        st.timedeltas(timedelta(), timedelta(days=40)),
    ),
    min_size=40,
    max_size=40,
)


def opened(machine: Machine, start: datetime) -> State:
    """Open a case with an invoice that is due a month after the start."""
    facts = {"due": start.date() + timedelta(days=30)} if machine.policy.facts else {}
    return machine.start(at=start, case="c", facts=facts)


def life(
    machine: Machine, start: datetime, late: list[timedelta], *, reported: bool = False
) -> Iterator[Transition]:
    """Live a case in silence, each look late by the next of some delays.

    What persons do is reported as it is asked for, or never.
    """
    state = opened(machine, start)
    for delay in (*late, *[timedelta()] * 60):
        if state.due is None:
            return
        result = machine.transition(state, Elapsed(at=state.due + delay))
        yield result
        state = result.state
        live = [one for one in result.effects if one.effect.kind.hours is Hours.BOTH]
        if reported and live:
            result = machine.transition(state, Done(live[0].step or "", at=live[0].at))
            yield result
            state = result.state


def effects_of(
    machine: Machine, start: datetime, late: list[timedelta], *, reported: bool = False
) -> list[Intent]:
    """List everything that steps did in such a life: no reminders to ourselves."""
    results = life(machine, start, late, reported=reported)
    return [effect for result in results if result.step for effect in result.effects]


def day_of(machine: Machine, at: datetime) -> date:
    """Give the client's date of an instant."""
    return machine.client.local_day(to_micros(at))


@settings(max_examples=120, deadline=None)
@given(machines, starts)
def test_the_plan_is_the_silent_path_of_transition(machine: Machine, start: datetime) -> None:
    """The plan lists exactly what `transition` does when every look and report is punctual."""
    facts = {"due": start.date() + timedelta(days=30)} if machine.policy.facts else {}

    plan = machine.plan(at=start, case="c", facts=facts)

    assert effects_of(machine, start, [], reported=True) == [
        effect for planned in plan for effect in planned.effects
    ]


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_every_effect_happens_in_the_hours_that_it_demands(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L8: contact in contact hours, work in the sender's, a call in both, however late we look."""
    hours = {group.hours: group.slots for row in machine._table.rows for group in row.groups}

    for effect in effects_of(machine, start, late):
        demanded = effect.effect.kind.hours
        if demanded is not Hours.NONE:
            assert hours[demanded].contains(to_micros(effect.at))


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_every_path_ends_and_no_key_comes_twice(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L15, L16: silence ends every case, and every effect is asked for once."""
    results = list(life(machine, start, late))

    keys = [effect.key for result in results for effect in result.effects]
    assert results[-1].state.outcome is not None
    assert len(set(keys)) == len(keys)


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_a_pause_comes_no_earlier_than_48_hours_after_its_notice(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L11: however late the notice went out, what it announces waits for its 48 hours."""
    at = {(effect.step, effect.kind): effect.at for effect in effects_of(machine, start, late)}

    for notice, adverse in (
        (("final-notice", "email"), ("pause", "pause_work")),
        (("final-notice", "email"), ("stop", "stop_work")),
    ):
        if notice in at and adverse in at:
            assert at[adverse] - at[notice] >= timedelta(hours=48)


@settings(max_examples=120, deadline=None)
@given(
    st.builds(
        machine_of,
        st.sampled_from(["late-content", "project"]),
        st.sampled_from(["NL", "TR", "US", "BY"]),
        st.sampled_from(["NL", "TR", "US", "BY"]),
    ),
    starts,
)
def test_a_punctual_notice_never_moves_its_target(machine: Machine, start: datetime) -> None:
    """L11: what the notice counted back from is what happens, unless order or gap held it back."""
    plan = machine.plan(at=start)

    planned, *others = plan.steps[-2].reasons
    assert isinstance(planned, Planned)
    if not any(isinstance(reason, MinimumGap | InOrder) for reason in others):
        assert planned.due == plan.steps[-1].due


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_contacts_are_a_business_day_apart(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L13: two steps that reach the client never do so on the same date, unless in hours."""
    reached = {
        (effect.step, effect.occurrence): day_of(machine, effect.at)
        for effect in effects_of(machine, start, late)
        if effect.effect.kind.reaches_client
    }

    steps = list(reached)
    for before, after in pairwise(steps):
        if (machine.policy.id, after[0]) not in EXEMPT:
            assert reached[after] >= machine.client.add_business_days(reached[before], 1)


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_windows_that_messages_grant_pass_before_anything_adverse(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L12: the request waits 48 hours after the message, the court for the date in the letter."""
    at = {(effect.step, effect.kind): effect.at for effect in effects_of(machine, start, late)}

    for message, adverse in (
        (("last-message", "email"), ("request-release", "request_release")),
        (("completion-notice", "email"), ("mark-complete", "mark_complete")),
    ):
        if adverse in at:
            assert at[adverse] - at[message] >= timedelta(hours=48)
    if ("court", "escalate") in at:
        letters = [moment for (step, _), moment in at.items() if step == "final-letter"]
        named = day_of(machine, max(letters)) + timedelta(days=14)
        assert day_of(machine, at["court", "escalate"]) > named


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays, st.timedeltas(timedelta(seconds=1), timedelta(days=3)))
def test_a_look_before_the_due_instant_changes_nothing(
    machine: Machine, start: datetime, late: list[timedelta], early: timedelta
) -> None:
    """L16: at any point of any life, an early look gives the very same state."""
    for result in life(machine, start, late):
        if result.state.due is not None:
            look = Elapsed(at=result.state.due - early)
            assert machine.transition(result.state, look).state is result.state


@settings(max_examples=120, deadline=None)
@given(machines, starts, delays)
def test_the_due_instant_never_lies_before_what_has_happened(
    machine: Machine, start: datetime, late: list[timedelta]
) -> None:
    """L10, L13: the next look is never due before the last effect or the last late look."""
    for result in life(machine, start, late):
        state = result.state
        if state.due_at is not None:
            assert state.due_at >= max(state.last_at, state.begun.since_at or 0)
