"""What may be told in which status (L20), and that the same event twice is once (L16)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from ghostrules import Elapsed, EventError, Money, Reaction, Started, Status, Step
from ghostrules.events import (
    NAMES,
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
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
    Told,
    Undone,
)
from tests.machine.life import Life, at, day, made

NOW = at("03T11:00")
TEN = Money(Decimal(10), "EUR")


def case(*before: Any, **policy: Any) -> Life:  # noqa: ANN401 - events, keys of a policy
    """Live a case with a mail sent, a call asked for, and much that is possible still."""
    ladder = made(
        Step("mail", "24 hours after start", "email"),
        Step("call", "24 hours after mail", "call", overdue_after="3 business days"),
        Step("draft", "1 hour after call", "email", confirm=True),
        Step("stop", "5 business days after draft", "stop_work"),
        Step("end", "5 business days after stop", "note"),
        facts={"balance": "money", "jobs": "number"},
        **{"on": [Reaction("poked", "nothing", do="note")], "after_answer": "continue"} | policy,
    )
    life = Life(ladder, facts={"balance": Money(Decimal(100), "EUR")}).until("03T10:30")
    return life.tell(*before)


HOLD = Held(at=at("03T10:40"))
END = Signal("settled", at=at("03T10:45"))
DONE = Done("call", "reached", at=at("03T10:30"))
DRAFTED = (DONE, Elapsed(at=at("04T09:00")))
LATER = at("04T11:00")
ENDED_REFUSES = (Answered, Confirmed, Dropped, Held, Moved, Released, Skipped)
POSSIBLE: list[tuple[Any, tuple[Any, ...]]] = [
    (Signal("poked", data={"jobs": 2}, at=NOW), ()),
    (Signal("settled", at=NOW), ()),
    (Replied(at=NOW), ()),
    (Answered(at=NOW), ()),
    (Answered(at=NOW), (Replied(at=at("03T10:50")),)),
    (Performed("mail", at=NOW), ()),
    (Performed(key="c:1:mail:1:0:1", at=NOW), ()),
    (Delivered("mail", at=NOW), ()),
    (Failed("mail", at=NOW), ()),
    (Failed(key="c:1:mail:1:0:1", at=NOW), ()),
    (Failed("call", at=NOW), ()),
    (Bounced("mail", at=NOW), ()),
    (Bounced("mail", channel="email", at=NOW), ()),
    (Opened("mail", at=NOW), ()),
    (Done("call", "reached", at=NOW), ()),
    (Done("call", at=NOW), ()),
    (Confirmed("draft", at=LATER), DRAFTED),
    (Dropped("draft", at=LATER), DRAFTED),
    (Held(at=NOW), ()),
    (Held(day(4), reason="illness", at=NOW), ()),
    (Held(day(4), by="automatic", at=NOW), ()),
    (Released(at=NOW), (HOLD,)),
    (Released(by="automatic", at=NOW), (Away(day(9), at=at("03T10:40")),)),
    (Promised(day(5), at=NOW), ()),
    (Away(day(5), at=NOW), ()),
    (Away(day(5), who="us", at=NOW), ()),
    (Disputed(at=NOW), ()),
    (Paid(TEN, at=NOW), ()),
    (Paid(at=NOW), ()),
    (PartPaid(TEN, at=NOW), ()),
    (PaymentUndone(at=NOW), (PartPaid(TEN, at=at("03T10:40")),)),
    (PaymentUndone(TEN, at=NOW), (Paid(at=at("03T10:40")),)),
    (FactChanged("jobs", 3, at=NOW), ()),
    (FactChanged("phone", False, at=NOW), ()),
    (Skipped("stop", by="ada", at=NOW), ()),
    (Skipped("call", by="ada", at=NOW), ()),
    (Moved("stop", day(25), at=NOW), ()),
    (Moved("draft", at("08T12:00"), by="ada", at=NOW), ()),
    (Moved("stop", "9 business days after draft", at=NOW), ()),
    (Cancelled(reason="no budget", at=NOW), ()),
    (Undone(at=NOW), (END,)),
]
NAMED = [f"{type(event).__name__}-{number}" for number, (event, _) in enumerate(POSSIBLE)]


def test_every_class_of_event_is_told_here() -> None:
    """The tables below leave out no class but the two that act on the whole case."""
    told = {type(event) for event, _ in POSSIBLE} - {Signal}

    assert set(NAMES) - {Elapsed, Retracted} == told


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
def test_the_same_event_twice_is_once(event: Any, before: tuple[Any, ...]) -> None:  # noqa: ANN401
    """L16: the second telling gives the very same state object and no effects."""
    life = case(*before).tell(event)
    once = life.state

    again = life.machine.transition(once, event)

    assert again.state is once
    assert () == again.effects


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
@pytest.mark.parametrize("until", ["05T12:00", "08T12:00", "30T12:00"])
def test_the_same_event_later_is_once(event: Any, before: tuple[Any, ...], until: str) -> None:  # noqa: ANN401
    """L16: a queue may tell an event again days later; what was told is told."""
    life = case(*before).tell(event).until(until)
    once = life.state
    if Status.ENDED == once.status and isinstance(event, ENDED_REFUSES):
        return  # what we decide is impossible then, told again or not

    again = life.machine.transition(once, event)

    assert again.state is once
    assert () == again.effects


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
def test_the_same_event_twice_is_once_with_reactions(event: Any, before: tuple[Any, ...]) -> None:  # noqa: ANN401
    """L16: what a reaction adds is added once, even if others came between."""
    names = [name for name in NAMES.values() if name not in ("elapsed", "retracted", "undone")]
    life = case(*before, on=[Reaction(name, do="note") for name in (*names, "poked", "settled")])
    life.tell(event)
    notes = len(life.effects)

    life.tell(event, Opened("mail", at=NOW + timedelta(days=3)), event)

    opened = 0 if Status.ENDED == life.state.status else 1
    assert notes + opened == len(life.effects)
    assert len(life.keys) == len(set(life.keys))


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
def test_an_event_that_is_refused_or_not_changes_nothing_that_was(
    event: Any,  # noqa: ANN401
    before: tuple[Any, ...],
) -> None:
    """L20: states are values; telling one case leaves the state that it was told of."""
    life = case(*before)
    state, document = life.state, life.state.to_document()

    life.tell(event)

    assert document == state.to_document()


@pytest.mark.parametrize("kind", [PartPaid, Paid])
def test_two_payments_at_one_instant_are_two(kind: type[Any]) -> None:
    """L16: only the same event is the same; a reaction loses no money, in whatever order."""
    amounts = [Money(Decimal(amount), "EUR") for amount in (10, 20)]
    life = case(on=[Reaction("part-paid", "nothing")])

    life.tell(
        kind(amounts[0], at=NOW), kind(amounts[1], at=NOW), kind(TEN, at=NOW - timedelta(hours=1))
    )

    assert Money(Decimal(60), "EUR") == life.machine.facts(life.state)["balance"]


def test_two_facts_learned_out_of_order_are_both_known() -> None:
    """L20: events may be learned late; a reaction to the later does not hide the earlier."""
    life = case(on=[Reaction("fact-changed", do="note")])

    life.tell(
        FactChanged("jobs", 3, at=NOW),
        FactChanged("balance", TEN, at=NOW - timedelta(hours=1)),
    )

    assert {"jobs": 3, "balance": TEN} == life.machine.facts(life.state)


def test_a_fault_is_refused_although_a_reaction_was_taken_later() -> None:
    """L20: a wrong type is loud, also where the event would be too late to be heard."""
    life = case(on=[Reaction("fact-changed", do="note")])
    life.tell(FactChanged("jobs", 3, at=NOW))

    with pytest.raises(EventError):
        life.tell(FactChanged("jobs", "three", at=NOW - timedelta(hours=1)))


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
def test_what_an_ended_case_refuses(event: Any, before: tuple[Any, ...]) -> None:  # noqa: ANN401
    """L15, L20: what we decide is impossible after the end; the world goes on and changes nothing.

    Facts, reports and payments are known; they yield no effects.
    """
    life = case(*before[:-1] if before and before[-1] is END else before, END)
    life.effects.clear()
    state = life.state

    if isinstance(event, ENDED_REFUSES):
        with pytest.raises(EventError):
            life.tell(event)
        assert life.state is state
    elif not isinstance(event, Undone | PaymentUndone):
        life.tell(event).until("30T12:00")
        assert (Status.ENDED, "settled", None, []) == (
            life.state.status,
            life.state.outcome,
            life.due,
            life.effects,
        )


@pytest.mark.parametrize(
    ("event", "before"),
    [one for one in POSSIBLE if not isinstance(one[0], Undone | Confirmed | Dropped | Released)],
)
def test_what_a_held_case_takes(event: Any, before: tuple[Any, ...]) -> None:  # noqa: ANN401
    """L18, L20: a held case hears everything; nothing reaches the client before its release."""
    life = case(HOLD, *before)
    life.effects.clear()

    life.tell(event).until("30T12:00")

    assert not any(one.effect.kind.reaches_client for one in life.effects)


@pytest.mark.parametrize(
    "event",
    [
        Released(at=NOW),
        Undone(at=NOW),
        Confirmed("draft", at=NOW),
        Dropped("draft", at=NOW),
        Confirmed("mail", at=NOW),
        Done("stop", at=NOW),
        Done("mail", at=NOW),
        Performed("stop", at=NOW),
        PaymentUndone(at=NOW),
        Signal("poke", at=NOW),
        Signal("part-paid", at=NOW),
        Signal("started", at=NOW),
        Retracted(Replied(at=NOW), at=NOW),
        Started("c", at=NOW),
        "poked",
        None,
    ],
)
def test_what_an_open_case_refuses(event: Any) -> None:  # noqa: ANN401
    """L20: unknown, of a wrong type, or impossible in this status: an error, and no change."""
    life = case()
    before = life.state

    with pytest.raises(EventError):
        life.tell(event)
    assert life.state is before


def test_an_event_is_never_refused_for_its_time() -> None:
    """L20: events carry when they happened, and may be learned late, or early."""
    for moment in (at("2026-01-01T10:00"), at("2026-12-01T10:00")):
        for event in (Replied(at=moment), Promised(day(5), at=moment), Opened("mail", at=moment)):
            assert Status.ENDED != case().tell(event).state.status


@pytest.mark.parametrize(("event", "before"), POSSIBLE, ids=NAMED)
def test_every_event_is_told_in_a_journal_too(event: Told, before: tuple[Any, ...]) -> None:
    """L21: a journal of events alone rebuilds the state."""
    life = case(*before).tell(event).until("08T12:00")

    assert life.state == life.machine.replay(life.journal).state


@pytest.mark.parametrize(
    "event", [Bounced("other", at=NOW), Bounced("mail", channel="fax", at=NOW)]
)
def test_a_name_is_judged_before_whether_a_reaction_was_taken(event: Any) -> None:  # noqa: ANN401
    """L20: what the policy does not know is refused, whatever was told at that instant."""
    machine = made(
        Step("mail", "0 hours after start", "email"),
        Step("pause", "2 weeks later", "pause_work"),
        on=[Reaction("bounced", "nothing")],
    )
    life = Life(machine).look("01T10:00").tell(Bounced("mail", at=NOW))

    with pytest.raises(EventError):
        life.tell(event)


def test_a_payment_that_was_undone_is_not_taken_again_when_it_is_told_again() -> None:
    """L16: the same amount at the same instant is the same payment, in whatever words."""
    machine = made(Step("mail", "1 week after start", "email"), facts={"balance": "money"})
    life = Life(machine, facts={"balance": Money(Decimal(100), "EUR")})
    life.tell(Paid(at=at("01T12:00")), PaymentUndone(at=at("01T11:00")))

    life.tell(PartPaid(Money(Decimal(100), "EUR"), at=at("01T12:00")))

    assert Status.OPEN == life.state.status
