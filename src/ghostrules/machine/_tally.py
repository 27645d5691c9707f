"""Several cases counted together, such as the payment releases of one project."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from attrs import frozen

from ghostrules.machine._state import CLIENTS, ENDED, HELD, OPEN, OURS, State
from ghostrules.money import Money

Balance = Callable[[State], Money | None]


@frozen
class Tally:
    """How several cases stand together.

    >>> Tally(open=1, held=0, ended=(("paid", 2),), client=1, ours=0, due=None).count
    3

    `open` and `held` count the cases that go on, `ended` those that have ended, by outcome and
    in the order of the alphabet. Of those that go on, `client` and `ours` say for how many it is
    whose turn. `due` is the earliest instant at which any of them is due, in UTC. `balance` is
    what they are owed together, one amount for each currency.
    """

    open: int
    held: int
    ended: tuple[tuple[str, int], ...]
    client: int
    ours: int
    due: datetime | None
    balance: tuple[Money, ...] = ()

    @property
    def count(self) -> int:
        """How many cases there are in all."""
        return self.open + self.held + sum(count for _, count in self.ended)


def tally(states: Iterable[State], *, balance: Balance | None = None) -> Tally:
    """Count cases together: how many go on, how the others ended, and what is due first.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Elapsed, Signal, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("marketplace-complete"), sender=nl, client=nl)
    >>> approved, waiting = (
    ...     machine.start(at=datetime(2026, 3, day, 10, tzinfo=UTC), case=f"milestone-{day}")
    ...     for day in (17, 24)
    ... )
    >>> released = Signal("payment-released", at=approved.due)
    >>> together = tally([machine.transition(approved, released).state, waiting])
    >>> together.open, together.ended, together.due == waiting.due
    (1, (('paid', 1),), True)

    The states may be those of several policies and machines. `balance` gives what is still owed
    in a case, or none; it is asked only about cases that have not ended.
    """
    listed = tuple(states)
    going = [state for state in listed if state.status is not ENDED]
    return Tally(
        open=sum(state.status is OPEN for state in going),
        held=sum(state.status is HELD for state in going),
        ended=_outcomes(listed),
        client=sum(state.turn is CLIENTS for state in going),
        ours=sum(state.turn is OURS for state in going),
        due=min((state.due for state in going if state.due is not None), default=None),
        balance=() if balance is None else _sums(going, balance),
    )


def _outcomes(states: Sequence[State]) -> tuple[tuple[str, int], ...]:
    ended = (state for state in states if state.status is ENDED)
    counted = Counter(state.outcome for state in ended if state.outcome is not None)
    return tuple(sorted(counted.items()))


def _sums(states: Sequence[State], balance: Balance) -> tuple[Money, ...]:
    sums: dict[str, Decimal] = {}
    for state in states:
        owed = balance(state)
        if owed is not None:
            sums[owed.currency] = sums.get(owed.currency, Decimal(0)) + owed.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()))
