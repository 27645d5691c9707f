"""The command line as a process of its own: what it imports, and what it does without its extra."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"holidays", "babel", "dateutil", "numpy", "hypothesis"}

LOADED = """
import sys
from ghostrules.cli import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""

WITHOUT_EXTRA = """
import sys
sys.modules["cyclopts"] = None
from ghostrules.cli import main
sys.exit(main(["list"]))
"""

WITHOUT_ROOM = """
import resource
import sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
from ghostrules.cli import main
sys.exit(main(["demo"]))
"""


def python(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run Python in a process of its own."""
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "PYTHONPATH": path, "COLUMNS": "80", **variables}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
    )


@pytest.mark.parametrize("verb", [("list",), ("check", "payment"), ("--version",)])
def test_verbs_that_need_no_calendar_load_none(verb: tuple[str, ...]) -> None:
    """`list` and `check` do not wait for holidays, babel or any other heavy library."""
    told = python("-c", LOADED, *verb)

    assert 0 == told.returncode
    assert set() == HEAVY & set(told.stderr.split())


def test_importing_the_command_line_loads_no_parser() -> None:
    """`import ghostrules.cli` alone needs neither cyclopts nor rich."""
    told = python("-c", "import sys, ghostrules.cli; print(*sys.modules)")

    assert set() == {"cyclopts", "rich"} & set(told.stdout.split())


def test_without_the_extra_it_says_which_one_to_install() -> None:
    """Where cyclopts is missing, the answer is one line and status 2."""
    told = python("-c", WITHOUT_EXTRA)

    assert (2, "") == (told.returncode, told.stdout)
    assert (
        "ghostrules: the command line needs its extra; "
        "install it with `pip install 'ghostrules[cli]'`\n"
    ) == told.stderr


def test_python_m_ghostrules_is_the_command() -> None:
    """`python -m ghostrules` passes on the exit status."""
    assert 0 == python("-m", "ghostrules", "list").returncode
    assert 2 == python("-m", "ghostrules", "lst").returncode
    assert 2 == python("-m", "ghostrules", "plan", "project").returncode


def test_a_terminal_without_the_letters_gets_question_marks() -> None:
    """Where the encoding lacks a letter of a holiday, the plan is still told."""
    case = ("--client", "TR", "--sender", "TR", "--start", "2026-03-16T10:00")
    told = python("-m", "ghostrules", "plan", "negotiation", *case, PYTHONIOENCODING="ascii")

    assert (0, "") == (told.returncode, told.stderr)
    assert "Eid al-Fitr (Ramazan Bayram?) from Fri 20 Mar" in told.stdout


def test_json_is_utf_8_whatever_the_terminal() -> None:
    """Programs read the same bytes where the environment names another encoding."""
    case = ("--client", "TR", "--start", "2026-03-16T10:00", "--json")
    told = python("-m", "ghostrules", "plan", "negotiation", *case, PYTHONIOENCODING="ascii")
    fault = python("-m", "ghostrules", "plan", "\u0131", *case, PYTHONIOENCODING="latin-1")

    assert "Eid al-Fitr (Ramazan Bayram\u0131) from Fri 20 Mar" in told.stdout
    assert "`\u0131` is no built-in policy" in fault.stderr


def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where no more can be written there is a line on stderr, not a traceback."""
    path = os.pathsep.join(sys.path)
    with (tmp_path / "out").open("w") as out:
        told = subprocess.run(
            [sys.executable, "-B", "-c", WITHOUT_ROOM],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path},
        )

    assert (2, "ghostrules: the output cannot be written: file too large\n") == (
        told.returncode,
        told.stderr,
    )


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`ghostrules demo | head` ends quietly."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", "ghostrules", "demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert b"" == process.stderr.read()
        assert 0 == process.wait()
