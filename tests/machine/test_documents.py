"""The document of a state (L21): through JSON and back, small, and refused where it is mangled."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ghostrules import Calendar, Elapsed, Machine, State, StateError, Step, built_in, compile
from ghostrules.conditions import FactValue
from ghostrules.events import (
    Answered,
    Away,
    Delivered,
    Done,
    FactChanged,
    Held,
    Moved,
    PartPaid,
    Replied,
    Skipped,
)
from ghostrules.money import Money
from tests.machine.life import Life, at, day, dutch, made


def ladder() -> Machine:
    """Compile a policy in which much can be remembered."""
    return made(
        Step("mail", "24 hours after start", "email"),
        Step("call", "24 hours after mail", "call"),
        Step("letter", "48 hours after call", ["email", "letter"], answer_within="5 days"),
        Step("stop", "5 business days after letter", "stop_work", outcome="stopped"),
        facts={
            "balance": "money",
            "due": "date",
            "jobs": "number",
            "name": "text",
            "ok": "boolean",
        },
        after_answer="continue",
    )


FACTS: dict[str, FactValue] = {
    "balance": Money.parse("100.50 EUR"),
    "due": day(1),
    "jobs": 2,
    "name": "é",
    "ok": True,
}
EVENTS: tuple[Any, ...] = (
    Elapsed(at=at("02T10:00")),
    Delivered("mail", at=at("02T10:05")),
    FactChanged("phone", False, at=at("02T11:00")),
    FactChanged("phone", True, at=at("02T12:00")),
    PartPaid(Money.parse("12.34 EUR"), at=at("02T13:00")),
    Skipped("stop", by="ada", why="an old friend", at=at("02T14:00")),
    Moved("letter", day(25), by="bob", at=at("02T15:00")),
    Moved("letter", "9 days after call", at=at("02T15:30")),
    Elapsed(at=at("03T10:00")),
    Done("call", "voicemail", at=at("03T10:30")),
    Replied(at=at("03T11:00")),
    Answered(at=at("03T12:00")),
    Away(day(9), who="us", at=at("03T13:00")),
    Held(day(8), reason="illness", at=at("03T14:00")),
)


def full(count: int = len(EVENTS)) -> Life:
    """Live a case in which something of every kind is remembered."""
    return Life(ladder(), facts=FACTS, details=["email", "phone", "address"], never=["fax"]).tell(
        *EVENTS[:count]
    )


@pytest.mark.parametrize("count", range(len(EVENTS) + 1))
def test_a_state_survives_json(count: int) -> None:
    """L21: written, read and written again it is the same, byte for byte."""
    life = full(count)
    text = json.dumps(life.state.to_document())

    restored = life.machine.restore(json.loads(text))

    assert life.state == restored
    assert text == json.dumps(restored.to_document())
    assert [type(one) for one in life.state.facts] == [type(one) for one in restored.facts]


def test_a_restored_case_goes_on_as_the_other() -> None:
    """L21: restoring runs nothing, and nothing is lost."""
    life = full()
    other = full()
    other.state = life.machine.restore(json.loads(json.dumps(life.state.to_document())))

    assert life.until("30T12:00").state == other.until("30T12:00").state
    assert life.effects == other.effects


@pytest.mark.parametrize("name", ["late-content", "project", "marketplace-incomplete"])
def test_a_document_of_a_five_step_policy_is_small(name: str) -> None:
    """Issue, Speed: at most 600 bytes as compact JSON, all along the silent path."""
    machine = compile(built_in(name), sender=dutch(), client=dutch())
    life = Life(machine)
    assert 5 == len(machine.policy.steps)

    for _ in range(12):
        document = json.dumps(life.state.to_document(), separators=(",", ":"))
        assert 600 >= len(document.encode())
        if life.state.due is not None:
            life.tell(Elapsed(at=life.state.due))


def test_an_unknown_version_is_refused() -> None:
    """L21: a later release wrote it, and nobody guesses."""
    life = full()
    for version in (0, 2, 99, "1", None, 1.5):
        with pytest.raises(StateError, match="format"):
            life.machine.restore(life.state.to_document() | {"version": version})


def test_a_document_without_a_version_is_refused() -> None:
    """L21: it says nothing of how it is to be read."""
    document = full().state.to_document()
    del document["version"]

    with pytest.raises(StateError, match="format"):
        ladder().restore(document)


def test_the_state_of_another_machine_is_refused() -> None:
    """L21: another policy, and other calendars."""
    document = full().state.to_document()

    with pytest.raises(StateError, match="another policy"):
        made(Step("mail", "24 hours after start", "email")).restore(document)
    for wrong in ({"policy": "0" * 32}, {"calendars": ["0" * 32]}):
        with pytest.raises(StateError):
            ladder().restore(document | wrong)


@pytest.mark.parametrize("document", [None, [], "state", 7, {}, {"version": 1}])
def test_what_is_no_document_is_refused(document: Any) -> None:  # noqa: ANN401 - anything
    """L21: with the library's own error, whatever it is."""
    with pytest.raises(StateError):
        ladder().restore(document)


@pytest.mark.parametrize(
    "wrong",
    [
        {"strange": 1},
        {"happened": [None]},
        {"happened": []},
        {"facts": []},
        {"row": -1},
        {"row": 5},
        {"status": "asleep"},
        {"turn": "nobody"},
        {"started_at": "2026-06-01"},
        {"started_at": True},
        {"happened": {"mail": 1}},
        {"pauses": {"holds": [{"by": "me", "since": 1, "cause": "held"}]}},
        {"pauses": []},
        {"changes": {"payments": [{"at": 1, "amount": {"money": "lots"}}]}},
        {"facts": [{"date": "yesterday"}, None, None, None, None]},
        {"facts": [[], None, None, None, None]},
        {"reports": {"performed": [[0]]}},
        {"changes": {"responses": [{"reaction": 7, "turn": 1, "since": 1, "done": 0}]}},
    ],
)
def test_a_document_that_no_state_wrote_is_refused(wrong: dict[str, Any]) -> None:
    """L21: wrong keys, types, words and shapes raise before anything is made of them."""
    with pytest.raises(StateError):
        ladder().restore(full().state.to_document() | wrong)


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**18),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.integers(-2, 2), max_size=3),
    st.dictionaries(st.sampled_from(["date", "money", "x"]), st.text(max_size=4), max_size=2),
)


@settings(max_examples=300, deadline=None)
@given(count=st.integers(0, len(EVENTS)), pick=st.randoms(use_true_random=False), junk=JUNK)
def test_a_mangled_document_is_a_state_or_a_state_error(count: int, pick: Any, junk: Any) -> None:  # noqa: ANN401
    """L21: whatever stands in a document, nothing but `StateError` is raised."""
    life = full_once(count)
    document = json.loads(json.dumps(life.to_document()))
    _mangle(document, pick, junk)

    try:
        restored = ladder_once().restore(document)
    except StateError:
        return
    assert isinstance(restored, State)
    assert restored == ladder_once().restore(restored.to_document())


def _mangle(document: Any, pick: Any, junk: Any) -> None:  # noqa: ANN401 - a document
    """Put junk in some place of a document, or take a place away."""
    places = list(_places(document))
    assume(places)
    inside, key = pick.choice(places)
    if pick.random() < 0.5:
        inside[key] = junk
    else:
        del inside[key]


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - a part of a document
    for key in list(inside) if isinstance(inside, dict) else range(len(inside)):
        yield inside, key
        if isinstance(inside[key], dict | list):
            yield from _places(inside[key])


_ONCE: dict[int, State] = {}
_MACHINE: list[Machine] = []


def full_once(count: int) -> State:
    """Give the state after so many events, lived once."""
    if count not in _ONCE:
        _ONCE[count] = full(count).state
    return _ONCE[count]


def ladder_once() -> Machine:
    """Compile the ladder once."""
    if not _MACHINE:
        _MACHINE.append(ladder())
    return _MACHINE[0]


def test_an_instant_keeps_every_microsecond() -> None:
    """L16, L21: seconds with six decimals are read back to the very microsecond."""
    machine = ladder()
    for micro in (1, 123_456, 500_000, 999_999):
        begun = at("02T10:00").replace(microsecond=micro)
        state = machine.start(at=begun, case="c", facts=FACTS)
        text = json.dumps(state.to_document())
        assert begun == machine.restore(json.loads(text)).started


@pytest.mark.parametrize("wrong", ["1774432800", True, None, float("nan"), float("inf"), []])
def test_what_is_no_instant_is_refused(wrong: Any) -> None:  # noqa: ANN401 - anything
    """L20: an instant is a number of seconds, and nothing else."""
    document = full(1).state.to_document()

    with pytest.raises(StateError, match="started_at"):
        ladder().restore(document | {"started_at": wrong})


def test_a_held_case_of_a_five_step_policy_is_small() -> None:
    """Issue, Speed: at most 600 bytes as compact JSON, held while a report is awaited, too."""
    bavarian = Calendar.for_country("DE-BY")
    life = Life(compile(built_in("project"), sender=dutch(), client=bavarian)).until("15T12:00")
    life.tell(Held(day(30), at=at("15T13:00")))
    assert life.state.begun.asked_at is not None

    assert 600 >= len(json.dumps(life.state.to_document(), separators=(",", ":")).encode())
