"""Run every example of README, docs and docstrings as a test."""

import contextlib
import io
import os
import shlex
from collections.abc import Iterable
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, DocTestParser, DocTestRunner
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser as DocstringParser

os.environ["PYTHONTZPATH"] = ""
os.environ["NO_COLOR"] = "1"
os.environ["COLUMNS"] = "80"


class PyconParser(CodeBlockParser):
    """Blocks marked `pycon`: a session with the interpreter."""

    language = "pycon"

    def evaluate(self, example: Example) -> str | None:
        session = DocTestParser().get_doctest(
            example.parsed, example.namespace, str(example.path), str(example.path), example.line
        )
        session.globs = example.namespace
        told: list[str] = []
        runner = DocTestRunner(optionflags=ELLIPSIS)
        runner.run(session, out=told.append, clear_globs=False)
        return "".join(told) or None


class ConsoleParser(CodeBlockParser):
    """Blocks marked `console`: commands after `$`, each followed by exactly what it prints.

    What a command that goes well notes on stderr may be left out.
    """

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        faults = (_run(command, expected) for command, expected in _commands(example.parsed))
        return "\n".join(fault for fault in faults if fault) or None


class PolicyParser(CodeBlockParser):
    """Blocks marked `toml`: a policy that loads, which later examples find as `policy`.

    A block with a `start` is a scenario, which comes as it expects. A first line `# file: NAME`
    also writes a block where later commands find it; `clients.toml` and `me.toml` are the names
    of documents of parties, and names that begin with `words` are words for messages.
    """

    language = "toml"

    def evaluate(self, example: Example) -> str | None:
        import tomllib

        from ghostrules import messages, parties
        from ghostrules.policy import loads

        first = example.parsed.split("\n", 1)[0]
        file = first.removeprefix("# file: ").strip() if first.startswith("# file: ") else ""
        unmet: str | None = None
        if file == "clients.toml":
            example.namespace["clients"] = parties.loads_parties(example.parsed)
        elif file == "me.toml":
            example.namespace["me"] = parties.loads_party(example.parsed)
        elif file.startswith("words"):
            example.namespace["words"] = messages.Words((messages.loads_words(example.parsed),))
        elif "start" in tomllib.loads(example.parsed):
            unmet = _unmet(example.parsed, Path())
        else:
            example.namespace["policy"] = loads(example.parsed)
        if file:
            Path(file).write_text(example.parsed, "utf-8")
        return unmet


class FileParser(CodeBlockParser):
    """Blocks marked `py`: a module, written where later examples find it; `# file: NAME` first."""

    language = "py"

    def evaluate(self, example: Example) -> None:
        first, _, text = example.parsed.partition("\n")
        Path(first.removeprefix("# file: ").strip()).write_text(text, "utf-8")


def _unmet(text: str, folder: Path) -> str | None:
    """Walk a scenario, and tell what it expects and what did not come."""
    from ghostrules.errors import ScenarioError
    from ghostrules.scenarios import compare, loads, run

    try:
        scenario = loads(text, folder=folder)
        return str(compare(scenario, run(scenario))) or None
    except ScenarioError as error:
        return str(error)


class ScenarioItem(pytest.Item):
    """A scenario file of the documentation, which comes as it expects."""

    def runtest(self) -> None:
        text = self.path.read_text("utf-8")
        assert "[expect" in text, "the scenario expects nothing"
        unmet = _unmet(text, self.path.parent)
        if unmet is not None:
            pytest.fail(unmet, pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


class ScenarioFile(pytest.File):
    """A file of `docs/scenarios`: one test."""

    def collect(self) -> Iterable[pytest.Item]:
        yield ScenarioItem.from_parent(self, name=self.path.stem)


def _commands(text: str) -> Iterable[tuple[str, str]]:
    for part in ("\n" + text).split("\n$ ")[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def _run(command: str, expected: str) -> str | None:
    from ghostrules.cli import main

    out, err = io.StringIO(), io.StringIO()
    words = shlex.split(command)
    if words[0] != "ghostrules":
        return None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words[1:])
    found = _plain(err.getvalue() + out.getvalue())
    shown = (found, _plain(out.getvalue())) if status == 0 else (found,)
    if not expected.strip() or expected.strip() in shown:
        return None
    return f"$ {command}\nexpected:\n{expected.strip()}\nfound:\n{found}"


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


def _in_empty_folder(namespace: dict[str, object]) -> None:
    import tempfile

    namespace["_before"] = Path.cwd()
    namespace["_folder"] = folder = tempfile.TemporaryDirectory()
    os.chdir(folder.name)


def _back(namespace: dict[str, object]) -> None:
    before, folder = namespace["_before"], namespace["_folder"]
    assert isinstance(before, Path)
    assert hasattr(folder, "cleanup")
    os.chdir(before)
    folder.cleanup()


def _below(folder: str, ending: str) -> list[str]:
    return [f"{folder}/{'*/' * depth}*.{ending}" for depth in range(5)]


_examples = (
    Sybil(
        parsers=[
            ConsoleParser(),
            PolicyParser(),
            FileParser(),
            PyconParser(),
            PythonCodeBlockParser(),
            SkipParser(),
        ],
        patterns=["README.md", *_below("docs", "md")],
        excludes=["docs/diagnostics/*.md"],
        setup=_in_empty_folder,
        teardown=_back,
    )
    + Sybil(
        parsers=[DocstringParser(optionflags=ELLIPSIS | NORMALIZE_WHITESPACE)],
        patterns=_below("src", "py"),
    )
).pytest()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the examples of the documentation, and its scenarios."""
    if file_path.suffix == ".toml" and file_path.parent.parts[-2:] == ("docs", "scenarios"):
        return ScenarioFile.from_parent(parent, path=file_path)
    return _examples(file_path, parent)
