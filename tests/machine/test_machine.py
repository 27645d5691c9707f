"""What the machine takes and refuses (L1, L7, L15, L16, L20, L21)."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from ghostrules import (
    Calendar,
    CalendarError,
    Elapsed,
    EventError,
    Machine,
    Money,
    Policy,
    PolicyError,
    Signal,
    State,
    StateError,
    Status,
    Step,
    built_in,
    built_in_names,
    check,
    compile,
)
from ghostrules.machine import EndedBy, ResponseWindow

Make = Callable[..., Machine]
At = Callable[[str], datetime]
Walled = Callable[[datetime | None], str]


@pytest.fixture
def made(machine: Make) -> Machine:
    """A machine with one mail a day after the start."""
    return machine(Step("mail", "24 hours after start", "email"))


def test_a_naive_instant_is_refused(made: Machine) -> None:
    """L1: an instant without a time zone says nothing."""
    with pytest.raises(EventError, match="no time zone"):
        made.start(at=datetime(2026, 6, 1, 10), case="c")  # noqa: DTZ001


@pytest.mark.parametrize("case", ["", 7, None])
def test_a_case_without_a_name_is_refused(made: Machine, at: At, case: object) -> None:
    """L16: keys are made of the name of the case, so there has to be one."""
    with pytest.raises(EventError, match="expected text"):
        made.start(at=at("2026-06-01T10:00"), case=case)  # type: ignore[arg-type]


def test_an_early_look_gives_the_very_same_state(made: Machine, at: At) -> None:
    """L16: a look before the due instant changes nothing."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = made.transition(state, Elapsed(at=at("2026-06-02T09:59")))

    assert result.state is state
    assert () == result.effects


def test_the_same_look_twice_is_once(made: Machine, at: At) -> None:
    """L16: after the case has ended, the same look gives the same state object."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    look = Elapsed(at=at("2026-06-02T10:00"))
    after = made.transition(state, look).state

    assert made.transition(after, look).state is after


def test_an_end_event_ends_the_case_with_its_outcome(made: Machine, at: At, walled: Walled) -> None:
    """The policy's own end event ends the case at the instant at which it happened."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = made.transition(state, Signal("replied", at=at("2026-06-01T12:00")))

    assert (Status.ENDED, "answered", None) == (
        result.state.status,
        result.state.outcome,
        result.state.due,
    )
    assert None is result.state.turn
    assert "2026-06-01T12:00" == walled(result.state.ended)
    assert (EndedBy("answered", "replied"),) == result.reasons


def test_nothing_happens_after_the_end(made: Machine, at: At) -> None:
    """L15: once ended, neither time nor a second end changes anything."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")
    ended = made.transition(state, Signal("replied", at=at("2026-06-01T12:00"))).state

    assert made.advance(ended, Elapsed(at=at("2027-01-01T12:00"))).state is ended
    assert made.transition(ended, Signal("replied", at=at("2026-06-03T12:00"))).state is ended


def test_an_unknown_event_is_refused_with_a_suggestion(made: Machine, at: At) -> None:
    """L20: a misspelt event raises, and names the one that was probably meant."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    with pytest.raises(EventError, match="did you mean `replied`"):
        made.transition(state, Signal("replyed", at=at("2026-06-01T12:00")))


def test_the_start_event_cannot_happen_twice(made: Machine, at: At) -> None:
    """L16, L20: told again it is the same event; at another instant it is impossible."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    assert made.transition(state, Signal("started", at=at("2026-06-01T10:00"))).state is state
    with pytest.raises(EventError, match="cannot happen twice"):
        made.transition(state, Signal("started", at=at("2026-06-01T12:00")))


def test_what_is_no_event_is_refused(made: Machine, at: At) -> None:
    """L20: a plain text is no event."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    with pytest.raises(EventError, match="is no event"):
        made.transition(state, "replied")  # type: ignore[arg-type]


def test_the_state_of_another_policy_is_refused(machine: Make, made: Machine, at: At) -> None:
    """L21: a machine recognises its own states by the fingerprint of the policy."""
    other = machine(Step("mail", "48 hours after start", "email"))
    state = other.start(at=at("2026-06-01T10:00"), case="c")

    with pytest.raises(StateError, match="another policy"):
        made.transition(state, Elapsed(at=at("2026-06-02T10:00")))


def test_the_state_of_other_calendars_is_refused(made: Machine, at: At) -> None:
    """L21: a machine recognises its own states by the digests of the calendars."""
    turkish = Calendar.for_country("TR")
    other = compile(made.policy, sender=turkish, client=turkish)

    with pytest.raises(StateError, match="other calendars"):
        other.transition(
            made.start(at=at("2026-06-01T10:00"), case="c"), Elapsed(at=at("2026-06-02T10:00"))
        )


def test_an_unknown_format_is_refused(made: Machine, at: At) -> None:
    """L21: a state written by a later release is not guessed at."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")._replace(version=99)

    with pytest.raises(StateError, match="format `99`"):
        made.explain(state)


def test_the_state_of_the_same_policy_in_other_words_is_recognised(
    machine: Make, made: Machine, at: At
) -> None:
    """L21, L25: machines of policies that mean the same share their states."""
    other = machine(Step("mail", "24h later", "email"))
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    assert other.transition(state, Elapsed(at=at("2026-06-02T10:00"))).effects


def test_advance_repeats_while_something_is_due(machine: Make, at: At, york: Calendar) -> None:
    """L17: two groups of effects that are both overdue act in two transitions of one call."""
    made = machine(Step("all", "7 calendar days after start", ["note", "email"]), sender=york)
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    result = made.advance(state, Elapsed(at=at("2026-06-08T09:05")))

    assert ["note", "email"] == [effect.kind for effect in result.effects]
    assert "silent" == result.state.outcome


@pytest.fixture(scope="module")
def york() -> Calendar:
    """A sender in New York."""
    return Calendar.for_country("US", timezone="America/New_York", locale="en_US")


def test_a_result_unpacks_as_state_and_effects(made: Machine, at: At) -> None:
    """A transition unpacks into what a caller stores and what it carries out."""
    state, effects = made.transition(
        made.start(at=at("2026-06-01T10:00"), case="c"), Elapsed(at=at("2026-06-02T10:00"))
    )

    assert "silent" == state.outcome
    assert ["c:1:mail:1:0:1"] == [effect.key for effect in effects]


def test_a_state_is_small_and_hashable(nl: Calendar, at: At) -> None:
    """A state costs at most 600 bytes, and equals another with the same content."""
    made = compile(built_in("late-content"), sender=nl, client=nl)
    one, two = (made.start(at=at("2026-06-01T10:00"), case="c") for _ in range(2))
    look = Elapsed(at=at("2026-06-01T10:00"))
    first, second = (made.transition(state, look).state for state in (one, two))

    assert one == two
    assert hash(one) == hash(two)
    assert 600 >= _size(first, second)


def _size(one: State, two: State) -> int:
    """Count the bytes of a state that it does not share with another of the same content."""
    parts = [part for part, other in zip(one, two, strict=True) if part is not other]
    parts += [part for part in one.happened if part is not None]
    each = {id(part): sys.getsizeof(part) for part in parts}
    return sys.getsizeof(one) + sum(each.values())


def test_every_due_instant_is_derived_anew(made: Machine, at: At) -> None:
    """L10: the copy in the state equals what the machine derives when asked why."""
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    assert made.explain(state)
    assert made.transition(state, Elapsed(at=state.due or at("2026-06-01T10:00"))).effects


def test_a_missing_fact_that_a_step_counts_from_is_refused(machine: Make, at: At) -> None:
    """A case cannot start without the date from which its notices count."""
    made = machine(Step("notice", "30 days after due", "email"), facts={"due": "date"})

    with pytest.raises(EventError, match="counts from the fact `due`"):
        made.start(at=at("2026-06-01T10:00"), case="c")


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("due", "2026-02-28", "expected a date"),
        ("due", datetime(2026, 2, 28, tzinfo=UTC), "expected a date"),
        ("dew", date(2026, 2, 28), "did you mean `due`"),
        ("balance", 12, "expected money"),
        ("count", True, "expected a whole or decimal number"),
        ("name", 3, "expected text"),
        ("first", 1, "expected `true` or `false`"),
    ],
)
def test_a_wrong_fact_is_refused(
    machine: Make, at: At, name: str, value: object, found: str
) -> None:
    """L20: facts are checked by name and by type, and nothing starts."""
    made = machine(Step("notice", "30 days after due", "email"), facts=_ALL_TYPES)

    with pytest.raises(EventError, match=found):
        made.start(at=at("2026-06-01T10:00"), case="c", facts={name: value})  # type: ignore[dict-item]


_ALL_TYPES = {
    "due": "date",
    "balance": "money",
    "count": "number",
    "name": "text",
    "first": "boolean",
}


def test_facts_of_every_type_are_kept_in_the_order_of_the_policy(machine: Make, at: At) -> None:
    """A state keeps the facts that it was given; the missing ones stay empty."""
    made = machine(Step("notice", "30 days after due", "email"), facts=_ALL_TYPES)
    given = {
        "balance": Money(Decimal("12.50"), "EUR"),
        "count": 3,
        "due": date(2026, 5, 1),
        "first": True,
    }

    state = made.start(at=at("2026-06-01T10:00"), case="c", facts=given)  # type: ignore[arg-type]

    assert tuple(given.get(name) for name, _ in made.policy.facts) == state.facts


def test_a_policy_with_errors_does_not_compile(nl: Calendar) -> None:
    """`compile` raises the whole report of `check`."""
    policy = Policy("c", [Step("mail", "1 day after nowhere", "email")])

    with pytest.raises(PolicyError) as caught:
        compile(policy, sender=nl, client=nl)

    assert {"GR101", "GR105"} <= set(caught.value.report.codes)


def test_a_third_calendar_is_given_by_name(nl: Calendar, at: At, walled: Walled) -> None:
    """L4: the business days of the platform are those of the calendar given for it."""
    policy = Policy(
        "c",
        [Step("mail", "3 business days later", "email", business_days="platform")],
        ends="replied",
    )
    platform = Calendar.custom(
        "platform", timezone="UTC", locale="en_US", weekend=(), closed=[date(2026, 6, 2)]
    )

    made = compile(policy, sender=nl, client=nl, others={"platform": platform})

    assert "2026-06-05T09:00" == walled(made.start(at=at("2026-06-01T10:00"), case="c").due)


def test_a_third_calendar_that_is_not_given_is_refused(nl: Calendar) -> None:
    """L7: a calendar that nobody gave is no calendar without holidays."""
    policy = Policy(
        "c",
        [Step("mail", "3 business days later", "email", business_days="platform")],
        ends="replied",
    )

    with pytest.raises(CalendarError, match="`platform`"):
        compile(policy, sender=nl, client=nl)


def test_dates_beyond_the_calendar_are_refused_before_anything_changes(
    machine: Make, at: At
) -> None:
    """L7: a case that runs out of the calendar raises instead of guessing."""
    made = machine(Step("mail", "30 days later", "email"))

    with pytest.raises(CalendarError):
        made.start(at=at("2050-12-15T10:00"), case="c")


def test_the_case_ends_silent_once_the_last_window_has_passed(
    machine: Make, at: At, walled: Walled
) -> None:
    """L13: the last letter grants a week; only after it has the case ended."""
    made = machine(Step("letter", "24 hours after start", "letter", answer_within="7 days"))

    plan = made.plan(at=at("2026-06-01T10:00"))

    assert ("silent", "2026-06-10T00:00") == (plan.outcome, walled(plan.ended))


def test_a_case_that_waits_for_a_last_window_says_so(machine: Make, at: At) -> None:
    """The reason for the last look is the window that the letter granted."""
    made = machine(Step("letter", "24 hours after start", "letter", answer_within="7 days"))
    state = made.start(at=at("2026-06-01T10:00"), case="c")

    state = made.transition(state, Elapsed(at=at("2026-06-02T10:00"))).state

    (reason,) = made.explain(state)
    assert isinstance(reason, ResponseWindow)


def test_every_practice_compiles_without_an_error_or_a_warning(nl: Calendar) -> None:
    """The built-in policies hold themselves to what `check` asks."""
    for name in built_in_names():
        report = check(built_in(name))
        assert () == report.errors + report.warnings
        compile(built_in(name), sender=nl, client=nl)


def test_a_strict_window_pushed_past_its_end_takes_the_first_slot(
    machine: Make, story: Callable[..., list[tuple[str, str]]]
) -> None:
    """L8: the gap forbids the end of the window; the next morning comes before the next evening."""
    made = machine(
        Step("first", "within 24 hours", "email"),
        Step("strict", "within 0 calendar days", "email", at="20:00", strict=True),
    )

    assert [
        ("first", "2026-06-01T16:00"),
        ("strict", "2026-06-02T09:00"),
    ] == story(made, "2026-06-01T16:00")
