"""`ghostrules explain --journal`: the story of a case so far, and what comes next."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

EVENTS = [
    {"event": "started", "case": "acme-7", "at": "2026-03-27T15:30:00+00:00"},
    {"event": "elapsed", "at": "2026-03-27T15:30:00+00:00"},
    {"event": "promised", "at": "2026-03-28T10:00:00+00:00", "until": "2026-04-01"},
]


@pytest.fixture
def journal(tmp_path: Path) -> Callable[..., str]:
    """Write a journal, and give its path."""

    def write(*events: Any) -> str:  # noqa: ANN401 - JSON
        path = tmp_path / "acme-7.json"
        path.write_text(json.dumps({"format": 1, "events": [*EVENTS, *events]}), "utf-8")
        return str(path)

    return write


def test_the_story_so_far_and_what_it_waits_for(run: Run, journal: Callable[..., str]) -> None:
    """What was sent, what holds the case, and when it goes on."""
    told = run("explain", "late-content", "--journal", journal(), "--client", "NL")

    assert 0 == told.status
    assert "vr 27 mrt 2026 16:30  reminder    email\n" in told.out
    assert "za 28 mrt 2026 11:00  (promised)  held\n" in told.out
    assert "It is held, the client's turn. It goes on at do 2 apr 2026 00:00.\n" in told.out
    assert "assuming that the sender keeps the client's calendar" in told.err


def test_json_is_that_of_a_story(run: Run, journal: Callable[..., str]) -> None:
    """The JSON of a case says whose it is, what came, and why what is next is next."""
    paid = {"event": "content-received", "at": "2026-03-30T10:00:00+00:00"}
    document = run(
        "explain", "late-content", "--journal", journal(paid), "--client", "NL", "--json"
    ).document

    assert ["policy", "fingerprint", "case", "steps"] == [*document][:4]
    assert ("acme-7", "received", ["reminder"], []) == (
        document["case"],
        document["outcome"],
        [step["step"] for step in document["steps"]],
        document["reasons"],
    )


def test_the_next_step_is_named(run: Run, journal: Callable[..., str]) -> None:
    """Once the promise is broken the ladder goes on, and the case says with what and why."""
    woken = {"event": "elapsed", "at": "2026-04-02T00:00:00+02:00"}
    told = run("explain", "late-content", "--journal", journal(woken), "--client", "NL")

    assert "It is open, the client's turn. Next, on " in told.out
    assert ", second-reminder: email.\n" in told.out
    as_json = run("explain", "late-content", "--journal", journal(), "--client", "NL", "--json")
    assert (None, "held") == (as_json.document["next"], as_json.document["status"])


def test_an_event_that_cannot_be(run: Run, journal: Callable[..., str]) -> None:
    """A journal that holds what cannot happen is at fault."""
    path = journal({"event": "confirmed", "step": "reminder", "at": "2026-03-30T10:00:00+00:00"})
    told = run("explain", "late-content", "--journal", path, "--client", "NL", "--json")

    assert (1, "event") == (told.status, told.fault["error"]["kind"])


def test_an_unknown_event(run: Run, journal: Callable[..., str]) -> None:
    """An event that the policy does not know gets a suggestion."""
    path = journal({"event": "content-recieved", "at": "2026-03-30T10:00:00+00:00"})
    told = run("explain", "late-content", "--journal", path, "--client", "NL")

    assert 1 == told.status
    assert "did you mean `content-received`?" in told.err


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("reminder",), "`--journal` and a step are both given"),
        (("--start", "2026-03-27T16:30"), "`--journal` and `--start` are both given"),
        (("--fact", "due=2026-03-27"), "`--journal` and `--fact` are both given"),
        (("--occurrence", "2"), "`--journal` and `--occurrence` are both given"),
    ],
)
def test_a_journal_says_it_all(
    run: Run, journal: Callable[..., str], arguments: tuple[str, ...], fault: str
) -> None:
    """Beside a journal nothing of a plan can be given."""
    told = run(*("explain", "late-content", *arguments, "--journal", journal(), "--client", "NL"))
    assert (2, f"ghostrules: {fault}") == (told.status, told.err.splitlines()[0])


def test_without_a_journal_a_step_and_a_start_are_needed(run: Run) -> None:
    """What is missing is named."""
    no_step = run("explain", "late-content", "--start", "2026-03-27T16:30", "--client", "NL")
    no_start = run("explain", "late-content", "reminder", "--client", "NL")
    no_file = run("explain", "late-content", "--journal", "no.json", "--client", "NL")

    assert (2, 2, 2) == (no_step.status, no_start.status, no_file.status)
    assert "`STEP` is missing" in no_step.err
    assert "`--start` is missing" in no_start.err
    assert "the file `no.json` cannot be read: no such file or directory" in no_file.err
