"""Whatever a document holds, an event comes of it, or an `EventError` in words (L20, L22)."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.conditions import FactType
from ghostrules.errors import EventError
from ghostrules.events import FIELDS, NAMES, from_document, read_journal, to_document

FACTS = dict(zip(["a", "b", "c", "d", "e"], FactType, strict=True))
KEYS = sorted({"event", "at", *FACTS, *(field.name for each in FIELDS.values() for field in each)})
atoms = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.sampled_from(["2026-03-30T12:00:00Z", "2026-03-30", "5 EUR", "1.5", "email", "person"]),
)
values = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=6,
)
names = st.sampled_from([*NAMES.values(), "started", "adopted", "own", "repplied"])
documents = st.builds(
    lambda table, name, at: {**table, "event": name, "at": at},
    st.dictionaries(st.sampled_from(KEYS), values, max_size=5),
    names | values,
    st.just("2026-03-30T12:00:00Z") | values,
)


@settings(max_examples=150)
@given(documents | values, st.sampled_from([None, ["own"]]))
def test_a_document_is_an_event_or_refused(document: Any, signals: list[str] | None) -> None:  # noqa: ANN401
    """L20: nothing but an `EventError` is raised, and what is read can be written."""
    with suppress(EventError):
        written = to_document(from_document(document, facts=FACTS, signals=signals))
        assert written == to_document(from_document(written, facts=FACTS))


@settings(max_examples=50)
@given(st.fixed_dictionaries({"format": st.just(1), "events": st.lists(documents, max_size=3)}))
def test_a_document_is_a_journal_or_refused(document: Any) -> None:  # noqa: ANN401 - anything
    """L20: a journal is read whole, or refused with an `EventError`."""
    with suppress(EventError):
        assert len(read_journal(document, facts=FACTS)) == len(document["events"])


def test_a_document_without_a_bottom_is_refused() -> None:
    """L22: depth is bounded before anything is read."""
    document: dict[str, Any] = {"event": "retracted", "at": "2026-03-30T12:00:00Z"}
    inner = document
    for _ in range(5000):
        inner["retracts"] = {**document}
        inner = inner["retracts"]
    with pytest.raises(EventError, match="nests too deeply"):
        from_document(document)
