"""Whatever is written of an event is read back, equal."""

import json
import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ghostrules.conditions import FactType
from ghostrules.errors import EventError
from ghostrules.events import (
    FIELDS,
    NAMES,
    OPENINGS,
    Event,
    FactChanged,
    Moved,
    Opening,
    Replied,
    Signal,
    Started,
    from_document,
    journal_document,
    read_journal,
    to_document,
)

Draw = Callable[[type], st.SearchStrategy[Any]]
Facts = Mapping[str, FactType]

few = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
KINDS = sorted(FIELDS, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_is_read_back_equal(kind: type, events_of: Draw, facts: Facts) -> None:
    """Reading inverts writing, for every event there is, through the text of a JSON document."""

    @few
    @given(events_of(kind))
    def inverse(event: Any) -> None:  # noqa: ANN401 - any event
        written = json.loads(json.dumps(to_document(event)))
        assert event == from_document(written, facts=facts)

    inverse()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_again_is_the_same(kind: type, events_of: Draw, facts: Facts) -> None:
    """Writing what was read gives the same text, byte for byte."""

    @few
    @given(events_of(kind))
    def stable(event: Any) -> None:  # noqa: ANN401 - any event
        once = json.dumps(to_document(event))
        again = json.dumps(to_document(from_document(json.loads(once), facts=facts)))
        assert once == again

    stable()


def test_values_keep_their_kind(events_of: Draw, facts: Facts) -> None:
    """A whole number stays whole, a decimal stays one, and neither becomes a boolean."""

    @few
    @given(events_of(FactChanged))
    def same(event: FactChanged) -> None:
        read = from_document(to_document(event), facts=facts)
        assert isinstance(read, FactChanged)
        assert type(event.value) is type(read.value)

    same()


def test_a_journal_is_read_back_equal(any_journal: st.SearchStrategy[Any], facts: Facts) -> None:
    """Reading inverts writing for whole journals, in their order."""

    @few
    @given(any_journal)
    def inverse(journal: tuple[Any, ...]) -> None:
        written = json.loads(json.dumps(journal_document(journal)))
        assert journal == read_journal(written, facts=facts)

    inverse()


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_names_every_attribute(kind: type) -> None:
    """What an event has as attributes and what its documents have as keys never differ."""
    attributes = {field.name for field in attrs.fields(kind)}
    own = {"at", "name"} if kind is Signal else {"at"}

    assert attributes - own == {field.attribute for field in FIELDS[kind]}


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_knows_the_defaults(kind: type) -> None:
    """A key is required where the event is, and else has the event's own default."""
    defaults = {field.name: field.default for field in attrs.fields(kind)}

    assert [] == [
        field.name
        for field in FIELDS[kind]
        if not field.required and field.default != defaults[field.attribute]
    ]
    assert [] == [
        field.name
        for field in FIELDS[kind]
        if field.required and defaults[field.attribute] is not attrs.NOTHING
    ]


def test_every_event_has_a_row() -> None:
    """The table holds every event that has a name, the openings, and signals."""
    assert {*NAMES, *OPENINGS, Signal} == set(FIELDS)


def test_a_signal_cannot_pass_for_another_event() -> None:
    """A signal under the name of an event of its own is not written."""
    signal = Signal("replied", at=datetime(2026, 3, 30, 12, tzinfo=UTC))
    with pytest.raises(EventError, match="`replied` is an event of its own"):
        to_document(signal)


def test_toml_gives_its_own_dates_and_instants() -> None:
    """Dates and instants of TOML are read as those of JSON, which are texts."""
    text = """
    event = "moved"
    step = "pause"
    at = 2026-03-30T14:00:00+02:00
    to = 2026-04-10
    """
    written = {
        "event": "moved",
        "at": "2026-03-30T12:00:00Z",
        "step": "pause",
        "to": "2026-04-10",
    }

    assert from_document(written) == from_document(tomllib.loads(text))


def test_a_step_moves_to_a_timing() -> None:
    """What looks neither like a date nor like an instant is the text of a timing."""
    at = datetime(2026, 3, 30, 12, tzinfo=UTC)
    moved = Moved("pause", "5 business days after call", at=at)

    assert "5 business days after call" == to_document(moved)["to"]
    assert moved == from_document(to_document(moved))


def test_a_journal_without_an_opening_is_not_written() -> None:
    """The first event opens the case, and no later one does."""
    began = Started("acme-7", at=datetime(2026, 3, 25, 10, tzinfo=UTC))
    replied = Replied(at=began.at)

    journals: list[list[Opening | Event]] = [[], [replied], [began, replied, began]]
    for events in journals:
        with pytest.raises(EventError, match="expected"):
            journal_document(events)
