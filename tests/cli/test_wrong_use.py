"""Wrong use: status 2, one short message on stderr, a suggestion, never a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

CASE = ("--client", "NL", "--start", "2026-03-27T16:30")


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (("pln",), "`pln` is no verb", "did you mean `plan`?"),
        (
            ("zzz",),
            "`zzz` is no verb",
            "there are `plan`, `explain`, `preview`, `describe`, `simulate`, `check`, `list`, "
            "`new`, `demo`",
        ),
        (("plan", "late-contnt", *CASE), "`late-contnt` is no built-in policy and no file", None),
        (("check", "Payment"), "`Payment` is no built-in policy and no file", None),
        (("check", "payment.toml"), "there is no file `payment.toml`", None),
        (("plan", "project", *CASE, "--jsn"), "`--jsn` is no option", "did you mean `--json`?"),
        (
            ("plan", "project", "--strt", "2026-03-27T16:30", "--client", "NL"),
            "`--strt` is no option",
            "did you mean `--start`?",
        ),
        (("plan", *CASE), "`POLICY` is missing", "`ghostrules plan --help` has an example"),
        (
            ("plan", "project", "--client", "NL"),
            "`--start` is missing",
            "`ghostrules plan --help` has an example",
        ),
        (
            ("check", "project", "payment"),
            "`payment` is more than expected",
            "`ghostrules check --help` has an example",
        ),
        (
            ("plan", "project", *CASE, "--client", "DE"),
            "`--client` is given twice",
            "give it once",
        ),
        (
            ("explain", "project", "call", *CASE, "--occurrence", "two"),
            "`--occurrence` is `two`, expected a whole number",
            None,
        ),
        (
            ("plan", "project", *CASE, "--other", "platform"),
            "`--other` is `platform`, expected a name and a territory as in `platform=NL`",
            None,
        ),
        (
            ("plan", "project", *CASE, "--other", "client=NL"),
            "`--other` is `client=NL`, but `client` is a party of every case",
            None,
        ),
        (
            ("plan", "project", *CASE, "--other", "platform=NL"),
            "`platform` is no calendar that `project` names",
            "there is none",
        ),
        (
            ("plan", "project", *CASE, "--other", "platform=NL", "--other", "platform=TR"),
            "the calendar `platform` is given twice",
            "give it once",
        ),
    ],
)
def test_wrong_use_is_refused_with_help(
    run: Run, arguments: tuple[str, ...], message: str, help: str | None
) -> None:
    """The message quotes what was written; the help says what would be right."""
    told = run(*arguments)

    assert (2, "") == (told.status, told.out)
    assert f"ghostrules: {message}" == told.err.splitlines()[0]
    assert help is None or f"  help: {help}" == told.err.splitlines()[1]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (("--client", "DE-BX"), "territory `DE-BX` is unknown"),
        (("--client", "netherlands"), "did you mean `NL`"),
        (("--client", "US"), "name it with `--timezone`, one of `America/New_York`"),
        (("--client", "BE"), "name it with `--locale`, one of `nl_BE`, `fr_BE`, `de_BE`"),
        (("--client", "NL", "--sender", "US"), "name it with `--sender-timezone`"),
        (("--client", "NL", "--other", "platform=XX"), "territory `XX` is unknown"),
        (("--client", "NL", "--hours", "9-5"), "did you mean `09:00-17:00`?"),
        (("--client", "DE_BY"), "did you mean `DE-BY`?"),
        (("--client", "NL", "--timezone", "Mars"), "time zone `Mars` is unknown"),
    ],
)
def test_a_calendar_that_cannot_be_made_is_wrong_use(
    run: Run, options: tuple[str, ...], part: str
) -> None:
    """Faults of territories, hours and zones name the option that mends them."""
    told = run("plan", "project", "--start", "2026-03-27T16:30", *options)

    assert (2, "") == (told.status, told.out)
    assert part in told.err


def test_with_json_wrong_use_is_json(run: Run) -> None:
    """A program reads the same message as JSON on stderr."""
    told = run("plan", "late-contnt", *CASE, "--json")

    assert (2, "") == (told.status, told.out)
    assert {
        "error": {
            "kind": "usage",
            "message": "`late-contnt` is no built-in policy and no file",
            "help": "did you mean `late-content`?",
        },
        "diagnostics": [],
    } == told.fault


def test_a_file_wins_over_a_built_in_of_its_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a suffix, or where it exists, a policy is a file."""
    monkeypatch.chdir(tmp_path)
    Path("late-content").write_text("", "utf-8")

    told = run("check", "late-content")

    assert 1 == told.status
    assert "neither TOML nor JSON" in told.out


def test_a_folder_is_no_policy(run: Run, tmp_path: Path) -> None:
    """A folder is refused as what it is."""
    told = run("check", str(tmp_path))

    assert (2, f"ghostrules: `{tmp_path}` is a folder, expected a file\n") == (
        told.status,
        told.err,
    )
