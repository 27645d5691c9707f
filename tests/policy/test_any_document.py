"""Whatever a document holds, it is a policy or it is refused with a report (L20, L22)."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import CODES, Policy, built_in_text, check, dumps, from_document, loads

KEYS = (
    "id", "steps", "step", "when", "do", "ends", "facts", "use", "change", "drop", "at", "email",
    "custom", "name", "requires", "language", "min_gap", "on", "pause", "answer_within", "event",
    "then", "first_of", "only_if", "unless", "confirm", "evidence", "after_answer", "counts_from",
)  # fmt: skip
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(
        (
            *KEYS,
            "1 day later",
            "1 day later: email",
            "late-content",
            "09:30",
            "en",
            "round = 1",
            "hold",
        )
    )
)
DOCUMENTS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=12,
)
BASE = built_in_text("late-content")


def judge(policy: Policy) -> None:
    """Hold a policy to what every policy keeps."""
    assert set(check(policy).codes) <= set(CODES)
    assert loads(dumps(policy)) == policy


def attempt(read: Callable[[], Policy]) -> Policy | Report:
    """Read a policy, or give the report of its faults."""
    try:
        return read()
    except PolicyError as error:
        return error.report


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), DOCUMENTS, max_size=6))
def test_any_mapping_is_a_policy_or_is_reported(document: dict[str, Any]) -> None:
    """A mapping of anything gives a policy, or faults that all have known codes."""
    match attempt(lambda: from_document(document)):
        case Report() as report:
            assert report.errors
            assert set(report.codes) <= set(CODES)
        case Policy() as policy:
            judge(policy)


@settings(max_examples=40, deadline=None)
@given(
    start=st.integers(0, len(BASE)),
    length=st.integers(0, 40),
    instead=st.text(max_size=3) | st.sampled_from(('"', "'", "[[step]]", "=", ".", "\n", "'''")),
)
def test_any_slip_in_a_text_is_harmless_or_reported(start: int, length: int, instead: str) -> None:
    """A text with a piece cut out and another put in gives a policy or a report with places."""
    text = BASE[:start] + instead + BASE[start + length :]
    match attempt(lambda: loads(text)):
        case Report() as report:
            lines = [fault.line or 1 for fault in report]
            assert report.errors
            assert [line for line in lines if not 1 <= line <= text.count("\n") + 1] == []
        case Policy() as policy:
            judge(policy)
