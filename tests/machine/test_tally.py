"""Several cases counted together."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import Calendar, Elapsed, Money, Policy, Signal, State, Status, Step, Turn, compile
from ghostrules.machine._tally import Tally, tally

NL = Calendar.for_country("NL")
RELEASE = compile(
    Policy(
        "release",
        [Step("reminder", "3 business days after asked", "email", outcome="given-up")],
        ends={"payment-released": "paid", "client-declined": "declined"},
        facts={"asked": "date", "balance": "money"},
    ),
    sender=NL,
    client=NL,
)
START = datetime(2026, 6, 1, 10, tzinfo=UTC)


def milestone(day: int, balance: str = "100 EUR", case: str = "release") -> State:
    """Open the case of one payment release, asked for on a day of June."""
    return RELEASE.start(
        at=START,
        case=case,
        facts={"asked": date(2026, 6, day), "balance": Money.parse(balance)},
    )


def after(state: State, name: str) -> State:
    """Let a case end by an event of its policy."""
    return RELEASE.transition(state, Signal(name, at=START)).state


def owed(state: State) -> Money | None:
    """Find what is owed in a case."""
    return next((fact for fact in state.facts if isinstance(fact, Money)), None)


def test_nothing_to_count() -> None:
    """No cases are none open, none held, none ended, nobody's turn and nothing due."""
    expected = Tally(open=0, held=0, ended=(), client=0, ours=0, due=None)

    assert (expected, 0) == (tally([]), tally([]).count)


def test_cases_in_every_status() -> None:
    """Each case counts once, under its status, and those that go on under whose turn it is."""
    first, second, third = milestone(5), milestone(3), milestone(1)
    ours = third._replace(turn=Turn.OURS, due_at=None)
    held = third._replace(status=Status.HELD)
    ended = [after(first, name) for name in ("payment-released", "client-declined")]

    together = tally(iter([first, second, ours, held, *ended, ended[0]]))

    assert together == Tally(
        open=3,
        held=1,
        ended=(("declined", 1), ("paid", 2)),
        client=3,
        ours=1,
        due=datetime(2026, 6, 4, 7, tzinfo=UTC),
    )
    assert 7 == together.count


def test_the_last_step_ends_with_its_own_outcome() -> None:
    """A case that ran its whole ladder counts under the outcome that the policy names."""
    state = milestone(1)
    assert state.due is not None

    together = tally([RELEASE.advance(state, Elapsed(at=state.due)).state])

    assert ((("given-up", 1),), None) == (together.ended, together.due)


def test_balances_are_summed_by_currency() -> None:
    """What is owed counts where a case goes on; amounts in two currencies are two amounts."""
    states = [
        milestone(1, "100.50 EUR"),
        milestone(2, "20 USD"),
        milestone(3, "9.50 EUR")._replace(status=Status.HELD),
        after(milestone(4, "1000 EUR"), "client-declined"),
    ]

    together = tally(states, balance=owed)

    assert (Money.parse("110.00 EUR"), Money.parse("20 USD")) == together.balance


def test_a_case_without_a_balance_adds_nothing() -> None:
    """Where nothing is known to be owed, there is no amount, not even of nothing."""
    states = [milestone(1, "100 EUR"), milestone(2, "7 EUR", case="free")]

    together = tally(states, balance=lambda state: None if state.case == "free" else owed(state))

    assert (Money.parse("100 EUR"),) == together.balance
    assert () == tally(states, balance=lambda _: None).balance


@settings(max_examples=30, deadline=None)
@given(st.permutations([milestone(5), milestone(3), after(milestone(1), "payment-released")]))
def test_the_order_of_cases_does_not_matter(states: list[State]) -> None:
    """The same cases in another order are counted the same."""
    assert tally(sorted(states, key=str), balance=owed) == tally(states, balance=owed)
