"""What happened to a person reaches each of the person's cases."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.events import (
    Away,
    Elapsed,
    Event,
    FactChanged,
    Held,
    Opening,
    Replied,
    Signal,
    Started,
)
from ghostrules.parties import Party, PersonEvent, with_person
from ghostrules.policy import Policy

START = datetime(2026, 7, 1, 10, tzinfo=UTC)


def after(days: int) -> datetime:
    """Give an instant some days after the start."""
    return START + timedelta(days=days)


BEGAN = Started("acme-7", at=START)
AWAY = Away(date(2026, 7, 10), at=after(3))


def test_events_are_merged_by_their_instants() -> None:
    """An event of the person stands before the first of the case's own that is not earlier."""
    own: list[Opening | Event] = [
        BEGAN,
        Elapsed(at=after(2)),
        Elapsed(at=after(3)),
        Replied(at=after(5)),
    ]

    merged = with_person(own, Party("acme", "NL", events=[AWAY]))

    assert (BEGAN, own[1], AWAY, own[2], own[3]) == merged


def test_what_happened_before_the_case_comes_right_after_its_opening() -> None:
    """The opening stays first, whatever happened before it."""
    held = Held(reason="bereavement", at=after(-20))

    merged = with_person([BEGAN, Replied(at=after(1))], Party("acme", "NL", events=[AWAY, held]))

    assert (BEGAN, held, Replied(at=after(1)), AWAY) == merged


def test_a_journal_in_the_order_of_learning_keeps_it() -> None:
    """The case's own events are never put in another order."""
    own = (BEGAN, Replied(at=after(6)), Elapsed(at=after(4)))

    assert (BEGAN, AWAY, *own[1:]) == with_person(own, Party("acme", "NL", events=[AWAY]))


def test_merging_twice_is_merging_once(any_events: st.SearchStrategy[list[Any]]) -> None:
    """L16: what the journal holds already is not repeated."""

    @settings(max_examples=40)
    @given(any_events, any_events)
    def once(own: list[Any], happened: list[Any]) -> None:
        party = Party("acme", "NL", events=happened)
        merged = with_person([BEGAN, *own], party)
        assert merged == with_person(merged, party)
        assert own == [event for event in merged[1:] if any(event is one for one in own)]

    once()


def test_what_a_policy_does_not_know_is_left_out() -> None:
    """The same person has cases under several policies, which know different signals."""
    events: list[PersonEvent] = [
        Signal("insolvent", at=after(1)),
        FactChanged("phone", True, at=after(2)),
        FactChanged("rate", 3, at=after(3)),
    ]
    party = Party("acme", "NL", events=events)
    steps = ["24 hours later: email"]
    plain = Policy("plain", steps, ends="paid")
    wary = Policy("wary", steps, ends=["paid", "insolvent"], facts={"rate": "number"})

    assert (BEGAN, events[1]) == with_person([BEGAN], party, policy=plain)
    assert (BEGAN, *events) == with_person([BEGAN], party, policy=wary)
    assert (BEGAN, *events) == with_person([BEGAN], party)


def test_our_own_absence_is_ours() -> None:
    """The document of the sender says `away`, and means us."""
    me = Party("me", "NL", events=[AWAY])

    assert (BEGAN, Away(AWAY.until, who="us", at=AWAY.at)) == with_person([BEGAN], me, who="us")
