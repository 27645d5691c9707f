"""Parties from documents: `--clients clients.toml --client acme --me me.toml`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

CLIENTS = """
[acme]
name = "Acme B.V."
territory = "NL"
language = "en"
vacation = ["2026-03-30..2026-04-10"]

[baier]
territory = "DE-BY"
"""
ME = 'name = "Studio Mia"\nterritory = "TR"\nhours = "10:00-16:00"\n'
START = ("--start", "2026-03-27T16:30")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin each test in a folder with two documents."""
    monkeypatch.chdir(tmp_path)
    Path("clients.toml").write_text(CLIENTS, "utf-8")
    Path("me.toml").write_text(ME, "utf-8")


def test_a_client_is_found_by_its_id(run: Run) -> None:
    """The vacation of the document moves the plan, and its name stands above it."""
    told = run("plan", "negotiation", *START, "--clients", "clients.toml", "--client", "acme")

    assert 0 == told.status
    assert "client Acme B.V. (Europe/Amsterdam), from Fri 27 Mar 2026 16:30" in told.out
    assert "because of vacation" in told.out
    assert "follow-up       Mon 13 Apr 2026 09:00" in told.out


def test_the_sender_is_found_in_a_document(run: Run) -> None:
    """A call needs the hours of both, of which the sender's begin at 10:00 in Istanbul."""
    parties = ("--clients", "clients.toml", "--client", "baier", "--me", "me.toml")
    told = run("explain", "late-content", "call", *START, *parties)
    alone = run("explain", "late-content", "call", *START, "--client", "DE-BY", "--sender", "TR")

    assert (0, "") == (told.status, told.err)
    assert "call  Di. 31. März 2026 09:00  call" in told.out
    assert alone.out.splitlines()[3] == told.out.splitlines()[3]


def test_documents_and_options_give_the_same_plan(run: Run) -> None:
    """What the documents say can be said by options as well."""
    given = ("--clients", "clients.toml", "--client", "baier", "--me", "me.toml", "--json")
    said = ("--client", "DE-BY", "--sender", "TR", "--sender-hours", "10:00-16:00", "--json")

    documents = run("plan", "late-content", *START, *given).document
    options = run("plan", "late-content", *START, *said).document

    assert [step["due"] for step in options["steps"]] == [
        step["due"] for step in documents["steps"]
    ]


@pytest.mark.parametrize(
    ("parties", "note"),
    [
        (("--client", "NL"), "assuming that the sender keeps the client's calendar"),
        (
            ("--client", "acme", "--clients", "clients.toml"),
            "assuming that the sender keeps the client's calendar",
        ),
        (("--sender", "NL"), "assuming that the client keeps the sender's calendar"),
        (("--me", "me.toml"), "assuming that the client keeps the sender's calendar"),
        (("--client", "NL", "--sender", "NL"), None),
        (("--client", "NL", "--sender-hours", "10:00-12:00"), None),
        (("--client", "NL", "--me", "me.toml"), None),
    ],
)
def test_the_plan_says_whose_calendar_it_assumes(
    run: Run, parties: tuple[str, ...], note: str | None
) -> None:
    """What nobody said is noted on stderr, and never with JSON."""
    told = run("plan", "negotiation", *START, *parties)
    silent = run("plan", "negotiation", *START, *parties, "--json")

    assert (0, "" if note is None else f"ghostrules: {note}\n") == (told.status, told.err)
    assert (0, "") == (silent.status, silent.err)


@pytest.mark.parametrize(
    ("parties", "message", "help"),
    [
        ((), "`--client` is missing", "give its territory as in `--client NL`"),
        (
            ("--clients", "clients.toml"),
            "`--client` is missing",
            "`clients.toml` has `acme`, `baier`",
        ),
        (
            ("--clients", "clients.toml", "--client", "acne"),
            "`acne` is no client of `clients.toml`",
            "did you mean `acme`?",
        ),
        (
            ("--clients", "nobody.toml", "--client", "acme"),
            "the file `nobody.toml` cannot be read: no such file or directory",
            None,
        ),
        (
            ("--clients", "clients.toml", "--client", "acme", "--hours", "09:00-12:00"),
            "`--clients` and `--hours` are both given",
            "the file says it: leave one out",
        ),
        (
            ("--client", "NL", "--me", "me.toml", "--sender-locale", "en_NL"),
            "`--me` and `--sender-locale` are both given",
            "the file says it: leave one out",
        ),
        (
            ("--client", "NL", "--me", "me.toml", "--sender", "NL"),
            "`--me` and `--sender` are both given",
            "give one of them",
        ),
        (
            ("--sender", "NL", "--timezone", "Europe/Paris"),
            "`--timezone` is given without `--client`",
            "give both",
        ),
        (
            ("--sender-hours", "10:00-12:00"),
            "`--sender` is missing",
            "give its territory as in `--sender NL`",
        ),
    ],
)
def test_parties_that_cannot_be_told_are_wrong_use(
    run: Run, parties: tuple[str, ...], message: str, help: str | None
) -> None:
    """Status 2, with what is missing or given twice, and how to say it right."""
    told = run("plan", "negotiation", *START, *parties)

    assert (2, "") == (told.status, told.out)
    assert f"ghostrules: {message}" == told.err.splitlines()[0]
    assert help is None or f"  help: {help}" == told.err.splitlines()[1]


def test_every_fault_of_a_document_is_told(run: Run) -> None:
    """Status 1: the document is at fault, and every fault has its code and its line."""
    Path("clients.toml").write_text('[acme]\nteritory = "NL"\nhours = "9-5"\n', "utf-8")
    options = (*START, "--clients", "clients.toml", "--client", "acme")
    told, as_json = run("plan", "project", *options), run("plan", "project", *options, "--json")

    assert (1, "") == (told.status, told.out)
    assert "ghostrules: the document of parties has 3 faults" == told.err.splitlines()[0]
    assert "party" == as_json.fault["error"]["kind"]
    assert [("GR003", 1), ("GR002", 2), ("GR301", 3)] == [
        (found["code"], found["line"]) for found in as_json.fault["diagnostics"]
    ]
