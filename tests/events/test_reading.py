"""What is wrong with the document of an event is told, all of it at once (L20)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ghostrules.conditions import FactType
from ghostrules.errors import EventError
from ghostrules.events import Away, FactChanged, Signal, from_document, read_journal
from ghostrules.money import Money

AT = "2026-03-30T12:00:00+00:00"
NOON = datetime(2026, 3, 30, 12, tzinfo=UTC)


def fault(document: Any, **how: Any) -> str:  # noqa: ANN401 - any mapping
    """Tell what is wrong with an event."""
    with pytest.raises(EventError) as caught:
        from_document(document, **how)
    return str(caught.value)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"at": AT}, "`event` is missing, expected `event`: the name of an event, such as"),
        ({"event": "replied"}, "`at` is missing, expected `at`: when it happened"),
        ({"event": "promised", "at": AT}, "`until` is missing, expected `until`: the last date"),
        (
            {"event": "held", "at": AT, "untill": "2026-04-10"},
            'untill: `untill` is no key that is known here, found `"untill"`; '
            "did you mean `until`?",
        ),
        (
            {"event": "replied", "at": "2026-03-30T12:00"},
            "at: `2026-03-30T12:00:00` has no time zone, expected an instant such as "
            "`2026-03-30T12:00:00+00:00`; "
            "say which instant is meant, as in `2026-03-30T12:00:00+00:00`",
        ),
        (
            {"event": "replied", "at": date(2026, 3, 30)},
            "say the time of day as well, as in `2026-03-30T09:00:00+00:00`",
        ),
        ({"event": "replied", "at": "2026-02-30T12:00:00Z"}, 'found `"2026-02-30T12:00:00Z"`'),
        ({"event": "replied", "at": "0001-01-01T00:00:00+14:00"}, "at: no instant"),
        ({"event": "replied", "at": 3}, "at: no instant, found `3`"),
        (
            {"event": "promised", "at": AT, "until": "friday"},
            'until: no date and no instant, found `"friday"`',
        ),
        ({"event": "promised", "at": AT, "until": "2026-13-01"}, "until: no date"),
        ({"event": "moved", "at": AT, "step": "a", "to": "2026-13-01"}, "to: no date"),
        (
            {"event": "part-paid", "at": AT, "amount": 250},
            "amount: no amount of money, found `250`, expected an amount and a currency such as "
            '`250.00 EUR`; write `"250 EUR"`, or another currency',
        ),
        ({"event": "paid", "at": AT, "amount": "0 EUR"}, "expected more than nothing"),
        (
            {"event": "away", "at": AT, "until": "2026-04-10", "who": "clients"},
            "expected `client` or `us`; did you mean `client`?",
        ),
        ({"event": "opened", "at": AT}, "a report names a `step` or the `key` of an effect"),
        (
            {"event": "started", "at": AT, "case": "acme", "details": ["emial"]},
            "details[0]: no detail of a client",
        ),
        (
            {"event": "retracted", "at": AT, "retracts": {"event": "elapsed", "at": AT}},
            "retracts.event: `elapsed` cannot be retracted",
        ),
        (
            {"event": "retracted", "at": AT, "retracts": {"event": "replied"}},
            "retracts: `at` is missing",
        ),
        ({"event": "elapsed", "at": AT, "observed": {"inbox": 3}}, "observed.inbox: no instant"),
        ({"event": "fact-changed", "at": AT, "name": "due", "value": [1]}, "value: no value of"),
        ([], "a table is needed"),
    ],
)
def test_a_fault_says_where_what_and_how_to_mend_it(document: Any, message: str) -> None:  # noqa: ANN401
    """The message has the path, the value that was found, what was expected, and a suggestion."""
    assert message in fault(document)


def test_all_faults_are_told_at_once() -> None:
    """One fault never hides the next: each has a line of its own (L20)."""
    said = fault({"event": "held", "at": "today", "untill": "2026-04-10", "by": "persn"})

    assert ["untill", "at", "by"] == [line.partition(":")[0] for line in said.splitlines()]


def test_a_misspelt_event_is_told_where_the_signals_are_known() -> None:
    """A name that is neither an event nor one of the policy's own is refused."""
    said = fault({"event": "client-replyed", "at": AT}, signals=["client-replied"])

    assert said.endswith("did you mean `client-replied`?")
    assert "did you mean `replied`?" in fault({"event": "repplied", "at": AT}, signals=[])


def test_a_misspelt_event_is_told_by_what_it_carries() -> None:
    """Where the signals are not known, the keys tell which event was meant."""
    said = fault({"event": "promissed", "at": AT, "until": "2026-04-10"})

    assert "event: `promissed` is none of the events that carry this" in said
    assert said.endswith("did you mean `promised`?")


def test_local_times_are_read_where_their_zone_is_known() -> None:
    """A zone turns local times into instants, and leaves those with an offset alone."""
    here = ZoneInfo("Europe/Amsterdam")
    document = {"event": "away", "at": "2026-03-30T14:00:00", "until": "2026-04-10"}

    read = from_document(document, zone=lambda local: local.replace(tzinfo=here))

    assert Away(date(2026, 4, 10), at=NOON) == read
    assert UTC is read.at.tzinfo


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (FactType.DATE, "2026-02-28", date(2026, 2, 28)),
        (FactType.DATE, date(2026, 2, 28), date(2026, 2, 28)),
        (FactType.MONEY, "250.00 EUR", Money(Decimal("250.00"), "EUR")),
        (FactType.NUMBER, "1.50", Decimal("1.50")),
        (FactType.NUMBER, 1.5, Decimal("1.5")),
        (FactType.NUMBER, 3, 3),
        (FactType.TEXT, "2026-02-28", "2026-02-28"),
        (FactType.BOOLEAN, True, True),
    ],
)
def test_the_declared_type_decides(kind: FactType, written: object, value: object) -> None:
    """The same text is a date, a number or a text, as the policy declares the fact."""
    changed = from_document(
        {"event": "fact-changed", "at": AT, "name": "x", "value": written}, facts={"x": kind}
    )
    signal = from_document({"event": "sent", "at": AT, "data": {"x": written}}, facts={"x": kind})

    assert FactChanged("x", value, at=NOON) == changed  # type: ignore[arg-type]
    assert Signal("sent", data={"x": value}, at=NOON) == signal


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (FactType.DATE, "soon"),
        (FactType.DATE, datetime(2026, 2, 28, tzinfo=UTC)),
        (FactType.MONEY, 250),
        (FactType.NUMBER, True),
        (FactType.NUMBER, "many"),
        (FactType.NUMBER, float("inf")),
        (FactType.TEXT, 3),
        (FactType.BOOLEAN, "yes"),
    ],
)
def test_a_value_of_another_type_is_refused(kind: FactType, written: object) -> None:
    """What a declared fact cannot be is told under the name of the fact."""
    document = {"event": "sent", "at": AT, "data": {"x": written}}

    assert fault(document, facts={"x": kind}).startswith("data.x: ")


@pytest.mark.parametrize("written", ["2026-02-28", 3, True, date(2026, 2, 28)])
def test_a_value_of_no_declared_fact_stays_as_it_came(written: object) -> None:
    """Nothing is guessed about a fact whose type is not known."""
    read = from_document({"event": "fact-changed", "at": AT, "name": "x", "value": written})

    assert isinstance(read, FactChanged)
    assert (type(written), written) == (type(read.value), read.value)


STARTED = {"event": "started", "case": "acme-7", "at": AT}
REPLIED = {"event": "replied", "at": AT}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"events": [STARTED]}, "`format` is missing"),
        ({"format": 2, "events": [STARTED]}, "a journal in a format that this version does not"),
        ({"format": True, "events": [STARTED]}, "a journal in a format that this version does not"),
        ({"format": 1}, "`events` is missing"),
        ({"format": 1, "events": []}, "events: the journal is empty"),
        ({"format": 1, "event": []}, "did you mean `events`?"),
        ({"format": 1, "events": [REPLIED]}, "events[0]: `replied` stands in the wrong place"),
        ({"format": 1, "events": [STARTED, STARTED]}, "events[1]: `started` stands in the wrong"),
        ({"format": 1, "events": [STARTED, 3]}, "events[1]: a table is needed, found `3`"),
    ],
)
def test_a_journal_at_fault_is_refused(document: dict[str, object], message: str) -> None:
    """A journal has a known format, begins with an opening, and holds no other."""
    with pytest.raises(EventError) as caught:
        read_journal(document)

    assert message in str(caught.value)


def test_all_events_of_a_journal_tell_their_faults() -> None:
    """The faults of every event are told, with the number at which it stands (L20)."""
    events = [STARTED, {"event": "replied"}, {"event": "held", "at": AT, "by": 3}]
    with pytest.raises(EventError) as caught:
        read_journal({"format": 1, "events": events})

    paths = [line.partition(":")[0] for line in str(caught.value).splitlines()]
    assert ["events[1]", "events[2].by"] == paths
