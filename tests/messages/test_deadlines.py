"""L12: the deadline that a message names is the one for which the machine waits."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import event, given, settings
from hypothesis import strategies as st

from ghostrules import Elapsed, Intent, Machine, Money, State, Status
from ghostrules.calendars import from_micros
from ghostrules.errors import EventError
from ghostrules.events import Answered, Away, Confirmed, Done, Held, Promised, Replied, Skipped
from ghostrules.machine import AnswerBy
from ghostrules.messages import Correspondence, Words, loads_words, render
from tests.machine.any_policy import machine_of, parties

LETTER = """
["any/{id}"]
fields = ["deadline"]
formal = {{ subject = "x", body = "{{deadline}}" }}
informal = {{ subject = "x", body = "{{deadline}}" }}
"""
PHRASES = """
language = "en"
[phrases]
moment = "{date} {time}"
last-day = "{date} 24:00"
zone = "{moment} {city}"
"""
NAMES = (*"abcde", "on-replied")
LETTERS = "".join(LETTER.format(id=name) for name in NAMES)
ABOUT = Correspondence(words=Words((loads_words(PHRASES + LETTERS),)))
FACTS: dict[str, Any] = {"balance": Money.parse("100 EUR"), "jobs": 1}
MOST_LOOKS = 40


def told(machine: Machine, state: State, one: Any) -> State:  # noqa: ANN401 - any event
    """Tell an event, if it can happen."""
    try:
        return machine.transition(state, one).state
    except EventError:
        return state


def obeyed(machine: Machine, state: State) -> State:
    """Let persons do at once what they are asked for."""
    step = machine._table.rows[min(state.row, len(machine._table.rows) - 1)].step
    if state.begun.draft_at is not None:
        return told(machine, state, Confirmed(step, at=from_micros(state.begun.draft_at)))
    if state.begun.asked_at is not None:
        return told(machine, state, Done(step, at=from_micros(state.begun.asked_at)))
    return state


def silently(machine: Machine, state: State) -> Iterator[tuple[State, Intent]]:
    """Let time pass punctually, with nobody who answers."""
    for _ in range(MOST_LOOKS):
        state = obeyed(machine, state)
        if state.due is None:
            return
        state, effects = machine.transition(state, Elapsed(at=state.due))
        yield from ((state, effect) for effect in effects)


def first_harm(machine: Machine, state: State, granting: str | None) -> datetime | None:
    """Give when something adverse really comes if nobody answers, after a step that grants time."""
    ahead = (one for _, one in silently(machine, state) if one.step != granting)
    return next((one.at for one in ahead if one.effect.kind.adverse), None)


def in_words(machine: Machine, at: datetime) -> str:
    """Write an instant as the phrases of this test do, without the library."""
    here = at.astimezone(ZoneInfo(machine.client.timezone))
    there = at.astimezone(ZoneInfo(machine.sender.timezone))
    months = "en_US" in machine.client.locale
    date = f"{here:%B} {here.day}," if months else f"{here.day} {here:%B}"
    hour = f"{here:%I:%M %p}".lstrip("0") if months else f"{here:%H:%M}"
    city = machine.client.timezone.rpartition("/")[2].replace("_", " ")
    zone = "" if here.utcoffset() == there.utcoffset() else f" {city}"
    return f"{here:%A}, {date} {here.year} {hour}{zone}"


GAPS = st.timedeltas(timedelta(), timedelta(days=9))
KINDS = st.sampled_from(
    ["tick", "tick", "tick", "late", "held", "away", "reply", "skip", "promise"]
)


def happen(machine: Machine, state: State, kind: str, now: datetime) -> tuple[State, datetime]:
    """Let something happen to a case, now or at its next due instant."""
    until = (now + timedelta(days=4)).date()
    match kind:
        case "tick" | "late":
            return state, max(now, state.due or now) + timedelta(days=3 * (kind == "late"))
        case "reply":
            state = told(machine, state, Replied(at=now))
            return told(machine, state, Answered(at=now + timedelta(hours=5))), now
        case "skip":
            return told(machine, state, Skipped("b", by="ada", at=now)), now
        case "promise":
            return told(machine, state, Promised(until, at=now)), now
        case _:
            kinds: dict[str, Any] = {"held": Held(until, at=now), "away": Away(until, at=now)}
            return told(machine, state, kinds[kind]), now


@settings(max_examples=100, deadline=None)
@given(
    number=st.integers(0, 150),
    client=st.sampled_from(sorted(parties())),
    sender=st.sampled_from(sorted(parties())),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    life=st.lists(st.tuples(GAPS, KINDS), min_size=2, max_size=8),
)
def test_the_deadline_that_is_named_is_the_one_that_is_waited_for(
    number: int, client: str, sender: str, start: datetime, life: list[tuple[timedelta, str]]
) -> None:
    """L12, L11: nothing adverse comes before the deadline of any letter of any life.

    Without a window of its own, a letter names the very instant of the next adverse effect.
    """
    machine = machine_of(number, client, sender)
    state, now = machine.start(at=start, case="c", facts={"due": start.date(), **FACTS}), start
    for gap, kind in life:
        state, now = happen(machine, state, kind, now + gap)
        if state.due is not None:
            now = max(now, state.due)
        state, effects = machine.transition(state, Elapsed(at=now))
        for effect in effects:
            if effect.kind in ("email", "letter", "sms") and state.status is Status.OPEN:
                judge(machine, state, effect)
        state = obeyed(machine, state)


def judge(machine: Machine, state: State, effect: Intent) -> None:
    """Compare what a letter says with what really happens."""
    granting = [step.id for step in machine.policy.steps if step.answer_within is not None]
    is_granting = effect.step in granting
    harm = first_harm(machine, state, effect.step if is_granting else None)
    found = machine.answer_by(state, effect.step, effect.occurrence)
    event("window" if is_granting else "no harm" if found is None else "harm")
    if not is_granting:
        assert harm == (None if found is None else found.at)
    if found is not None:
        assert harm is None or harm >= found.at
        assert written(machine, found) == render(machine, state, effect, ABOUT).body


def written(machine: Machine, found: AnswerBy) -> str:
    """Write a deadline without the library."""
    if found.last_day is None:
        return in_words(machine, found.at)
    last = in_words(machine, found.at - timedelta(minutes=1))
    return f"{last[: last.index(str(found.last_day.year)) + 4]} 24:00"
