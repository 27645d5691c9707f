"""What holds for the whole house: no clock, light imports, short files and functions (L1)."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import ghostrules

SOURCE = Path(ghostrules.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "time_ns", "localtime"}
HEAVY = {
    "holidays",
    "babel",
    "numpy",
    "hypothesis",
    "cyclopts",
    "rich",
    "dateutil",
    "ghostrules.cli",
}


def calls(tree: ast.AST) -> Iterator[ast.Attribute]:
    """Give every method call, such as `datetime.now()`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func


def reads_clock(call: ast.Attribute) -> bool:
    """Tell whether a call asks a class or module for the time."""
    owner = call.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return call.attr in CLOCKS and name in {"datetime", "date", "time"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_nothing_reads_a_clock(file: Path) -> None:
    """L1: time enters with an event or as an argument, nowhere else."""
    assert [] == [
        ast.unparse(call) for call in calls(ast.parse(file.read_text("utf-8"))) if reads_clock(call)
    ]


def test_importing_the_package_is_light() -> None:
    """`import ghostrules` loads neither a heavy library nor the command line."""
    program = "import ghostrules, json, sys; print(json.dumps(sorted(sys.modules)))"

    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert set() == HEAVY & set(json.loads(told.stdout))


def test_files_are_about_one_thing() -> None:
    """No file is longer than 600 lines, and half of them are shorter than 150."""
    lengths = [len(file.read_text("utf-8").splitlines()) for file in FILES]

    assert 600 >= max(lengths)
    assert 150 >= median(lengths)


def test_functions_fit_in_the_head() -> None:
    """Half of the function bodies are four lines or less, nine of ten are under twenty."""
    lengths = sorted(
        length
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        for length in body_length(node)
    )

    assert 4 >= median(lengths)
    assert 20 > lengths[int(0.9 * len(lengths))]


def body_length(function: ast.FunctionDef) -> Iterator[int]:
    """Count the lines of a function without its docstring, if it has any."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if body:
        yield (body[-1].end_lineno or 0) - body[0].lineno + 1
