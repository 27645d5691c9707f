"""What the tests of events share: events and journals drawn from their whole space."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st

from ghostrules.conditions import FactType
from ghostrules.effects import KINDS
from ghostrules.events import (
    DETAILS,
    FIELDS,
    OPENINGS,
    Adopted,
    Away,
    By,
    Elapsed,
    Event,
    FactChanged,
    Held,
    Moved,
    Opening,
    Paid,
    PartPaid,
    PaymentUndone,
    Promised,
    Released,
    Retracted,
    Signal,
    Skipped,
    Started,
    Who,
)
from ghostrules.money import Money

Strategy = st.SearchStrategy[Any]

FACTS = {
    "due": FactType.DATE,
    "balance": FactType.MONEY,
    "rate": FactType.NUMBER,
    "remark": FactType.TEXT,
    "complete": FactType.BOOLEAN,
}

texts = st.text(min_size=1, max_size=12)
names = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6})?", fullmatch=True).filter(
    lambda name: name not in {"elapsed", "moved", "held", "away", "paid", "done", "undone"}
)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.builds(
    datetime.fromtimestamp,
    st.integers(0, 2**32) | st.floats(0, 2**32, width=32),
    zones | st.just(UTC),
)
dates = st.dates(date(1990, 1, 1), date(2090, 1, 1))
days_or_instants = dates | instants
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9))
sums = st.builds(
    Money,
    st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2),
    st.sampled_from(["EUR", "TRY", "USD"]),
)
VALUES: dict[FactType, Strategy] = {
    FactType.DATE: dates,
    FactType.MONEY: sums,
    FactType.NUMBER: numbers | st.integers(),
    FactType.TEXT: st.text(max_size=12),
    FactType.BOOLEAN: st.booleans(),
}
pairs = st.fixed_dictionaries(
    {}, optional={name: VALUES[kind] for name, kind in FACTS.items()}
).map(lambda table: tuple(table.items()))
instants_by_name = st.dictionaries(texts, instants, max_size=3)
known = {
    "facts": pairs,
    "details": st.none() | st.frozensets(st.sampled_from(DETAILS)),
    "never": st.frozensets(st.sampled_from(sorted(KINDS)) | texts),
}
maybe_text = st.none() | texts
said = {"by": maybe_text, "why": maybe_text}
ways = st.sampled_from(By)
PARTS: dict[type, dict[str, Strategy]] = {
    Started: {"case": texts, **known},
    Adopted: {"case": texts, "done": instants_by_name, "started": instants, **known},
    Elapsed: {"observed": instants_by_name},
    Signal: {"name": names, "data": pairs},
    Held: {"until": st.none() | days_or_instants, "reason": maybe_text, "by": ways},
    Released: {"reason": maybe_text, "by": ways},
    Promised: {"until": days_or_instants},
    Away: {"until": days_or_instants, "who": st.sampled_from(Who)},
    Paid: {"amount": st.none() | sums},
    PartPaid: {"amount": sums},
    PaymentUndone: {"amount": st.none() | sums},
    Skipped: {"step": texts, **said},
    Moved: {"step": texts, "to": days_or_instants | st.just("2 days after call"), **said},
}
REPORTED = {
    "step": {"step": texts, "key": st.none(), "channel": maybe_text},
    "key": {"step": st.none(), "key": texts, "channel": maybe_text},
}


def changes() -> st.SearchStrategy[FactChanged]:
    """Draw changes of declared facts."""
    return st.one_of(
        [
            st.builds(FactChanged, st.just(name), VALUES[kind], at=instants)
            for name, kind in FACTS.items()
        ]
    )


def parts_of(kind: type) -> list[dict[str, Strategy]]:
    """Give what an event carries, in each of the forms that it has."""
    keys = [field.attribute for field in FIELDS[kind]]
    if kind in PARTS:
        return [PARTS[kind]]
    if "key" in keys:
        return list(REPORTED.values())
    return [{key: texts if key == "step" else maybe_text for key in keys}]


def drawn(kind: type) -> st.SearchStrategy[Any]:
    """Draw events of one class."""
    if kind is FactChanged:
        return changes()
    if kind is Retracted:
        return st.builds(Retracted, told, reason=maybe_text, at=instants)
    return st.one_of([st.builds(kind, at=instants, **parts) for parts in parts_of(kind)])


told = st.sampled_from(
    [kind for kind in FIELDS if kind not in {*OPENINGS, Elapsed, Retracted}]
).flatmap(drawn)
openings: st.SearchStrategy[Opening] = drawn(Started) | drawn(Adopted)
events: st.SearchStrategy[Event] = st.one_of(told, drawn(Elapsed), drawn(Retracted))
journals = st.builds(lambda opening, rest: (opening, *rest), openings, st.lists(events, max_size=4))


@pytest.fixture(scope="session")
def facts() -> dict[str, FactType]:
    """Give the facts that the drawn events change."""
    return FACTS


@pytest.fixture(scope="session")
def events_of() -> Callable[[type], st.SearchStrategy[Any]]:
    """Give the strategy of the events of a class."""
    return drawn


@pytest.fixture(scope="session")
def any_journal() -> st.SearchStrategy[tuple[Opening | Event, ...]]:
    """Give the strategy of journals."""
    return journals
