"""Scenarios are read whole, and all their faults are told at once (L20)."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.errors import ScenarioError
from ghostrules.events import Adopted, Started
from ghostrules.scenarios import SCENARIO_KEYS, load, loads

PROJECT = 'policy = "project"\nclient = "NL"\nstart = 2026-03-25T11:00:00\n'


def codes(text: str, folder: Path | str = ".") -> list[str]:
    """Give the codes that a text earns."""
    with pytest.raises(ScenarioError) as caught:
        loads(text, folder=folder)
    return list(caught.value.report.codes)


def told(text: str) -> str:
    """Give everything that is said of a text that is at fault."""
    with pytest.raises(ScenarioError) as caught:
        loads(text)
    return str(caught.value)


def test_every_fault_is_told_at_once() -> None:
    """Unknown keys, wrong types, bad events and unknown steps hide none of each other."""
    text = """
policy = "late-contents"
client = "NL"
hours = "9-5"
strat = 2026-03-27T16:30:00
ticks = "sometimes"
until = "soon"
facts = 3

[[event]]
at = 2026-03-30
event = "replied"

[[event]]
at = 2026-03-30T12:00:00
event = "held"
untill = 2026-03-31

[[expect]]
at = 2026-03-30T12:00:00

[expect-end]
status = "closed"
"""
    assert [
        ("GR401", "policy", 2),
        ("GR301", "hours", 4),
        ("GR002", "strat", 5),
        ("GR005", "ticks", 6),
        ("GR303", "until", 7),
        ("GR004", "facts", 8),
        ("GR303", "event[0].at", 11),
        ("GR002", "event[1].untill", 17),
        ("GR003", "expect[0]", 19),
        ("GR005", "expect-end.status", 23),
    ] == sorted(
        [(one.code, one.path, one.line) for one in _report(text) if one.path],
        key=lambda one: one[2] or 0,
    )


def _report(text: str) -> Any:  # noqa: ANN401 - a report
    with pytest.raises(ScenarioError) as caught:
        loads(text)
    return caught.value.report


def test_faults_of_an_inline_policy_stand_at_their_lines() -> None:
    """A table of a policy is judged whole, with paths from the scenario."""
    text = """
client = "NL"
start = 2026-03-27T16:30:00

[policy]
id = "chase"

[[policy.step]]
id = "mail"
when = "soonish"
do = "emial"
"""
    found = [(one.path, one.line) for one in _report(text).errors]
    assert ("policy.step[0].when", 10) in found
    assert ("policy.step[0].do", 11) in found


@pytest.mark.parametrize("key", ["policy", "client", "start"])
def test_what_is_needed(key: str) -> None:
    """A scenario without a policy, a client or a start is told so, and nothing else."""
    lines = [line for line in PROJECT.splitlines() if not line.startswith(key)]
    found = _report("\n".join(lines))
    assert ("GR003",) == found.codes
    assert f"`{key}` is missing" == found.errors[0].message


def test_an_unknown_step_gets_a_suggestion() -> None:
    """An expectation names a step of the policy."""
    assert "did you mean `follow-up`?" in told(PROJECT + '[[expect]]\nstep = "folow-up"\n')


def test_an_unknown_event_gets_a_suggestion() -> None:
    """An event is one of the library's, or one that the policy names."""
    text = PROJECT + '[[event]]\nat = 2026-03-26T10:00:00\nevent = "client-replyed"\n'
    assert "did you mean `client-replied`?" in told(text)


def test_times_are_the_clients() -> None:
    """L3: an instant without an offset is local; one with an offset says its own."""
    assert "2026-03-25T10:00:00+00:00" == loads(PROJECT).opening.at.isoformat()
    text = PROJECT.replace("11:00:00", "11:00:00Z")
    assert "2026-03-25T11:00:00+00:00" == loads(text).opening.at.isoformat()


def test_json_means_the_same(tmp_path: Path) -> None:
    """A scenario can be written in JSON."""
    document = {"policy": "project", "client": "NL", "start": "2026-03-25T11:00:00"}
    file = tmp_path / "silence.json"
    file.write_text(json.dumps(document), "utf-8")
    assert loads(PROJECT).opening == load(file).opening


def test_a_policy_beside_the_scenario(tmp_path: Path) -> None:
    """A path is relative to the folder of the scenario, and a faulty file is told in one."""
    (tmp_path / "own.toml").write_text('id = "own"\nends = "paid"\nsteps = ["1 day later: email"]')
    (tmp_path / "bad.toml").write_text('id = "bad"\n')
    text = PROJECT.replace('"project"', '"own.toml"')

    assert "own" == loads(text, folder=tmp_path).machine.policy.id
    assert ["GR401"] == codes(text.replace("own.toml", "bad.toml"), tmp_path)
    assert ["GR401"] == codes(text.replace("own.toml", "no.toml"), tmp_path)


def test_a_client_of_a_document(tmp_path: Path) -> None:
    """With `clients` the client is one of the document, with what is known of it."""
    (tmp_path / "clients.toml").write_text(
        '[acme]\nterritory = "NL"\nnever = ["call"]\n[acme.contacts.main]\nphone = "020 123"\n'
    )
    text = PROJECT.replace('"NL"', '"acme"') + 'clients = "clients.toml"\n'

    opening = loads(text, folder=tmp_path).opening
    assert (frozenset({"phone"}), frozenset({"call"})) == (opening.details, opening.never)
    assert ["GR402"] == codes(text.replace("acme", "acne"), tmp_path)
    assert ["GR402"] == codes(text.replace("clients.toml", "client.toml"), tmp_path)


def test_ourselves(tmp_path: Path) -> None:
    """With `me` we are the party of a document; `sender_hours` beside it win."""
    (tmp_path / "me.toml").write_text('territory = "NL"\nhours = "10:00-18:00"\n')
    text = PROJECT + 'me = "me.toml"\n'

    at = loads(PROJECT).opening.at
    default, mine, widened = (
        loads(more, folder=tmp_path).machine.start(at=at, case="case").calendars[1]
        for more in (PROJECT, text, text + 'sender_hours = "09:00-17:00"\n')
    )
    assert default != mine
    assert default == widened


def test_a_case_that_is_taken_over() -> None:
    """With `done` a case is adopted at its start, and otherwise it is started."""
    text = PROJECT + "started = 2026-03-20T10:00:00\ndone = { follow-up = 2026-03-24T09:00:00 }\n"
    assert isinstance(loads(PROJECT).opening, Started)
    opening = loads(text).opening
    assert isinstance(opening, Adopted)
    assert ("follow-up", "2026-03-24T08:00:00+00:00") == (
        opening.done[0][0],
        opening.done[0][1].isoformat(),
    )


def test_the_reference_has_every_key() -> None:
    """The page of scenarios has a row for every key."""
    page = Path(__file__).parents[2] / "docs" / "reference" / "scenarios.md"
    rows = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert [] == [key for key in SCENARIO_KEYS if not any(f"`{key}`" in row for row in rows)]


JSON: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*SCENARIO_KEYS, "other-key"]), JSON, max_size=6))
def test_any_document_fails_in_words(document: dict[str, Any]) -> None:
    """L20, L22: whatever a document holds, it is read or its faults are told."""
    base = {"policy": "project", "client": "NL", "start": "2026-03-25T11:00:00"}
    with contextlib.suppress(ScenarioError):
        loads(json.dumps(base | document), "json")
