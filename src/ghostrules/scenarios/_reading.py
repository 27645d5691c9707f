"""Scenarios from files and texts."""

from collections.abc import Mapping
from pathlib import Path

from ghostrules.documents import Format, format_of, lines_of, read_file, read_text_as, unfaulted
from ghostrules.errors import ScenarioError
from ghostrules.scenarios._making import make
from ghostrules.scenarios._scenario import Scenario


def load(path: str | Path) -> Scenario:
    """Read a scenario from a file, whose name ends in `.toml` or `.json`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "silence.toml")
    ...     _ = file.write_text('policy = "project"\\nclient = "NL"\\nstart = 2026-03-25T11:00:00')
    ...     load(file).opening.at.isoformat()
    '2026-03-25T10:00:00+00:00'

    Paths in it are relative to its folder. Raises `ScenarioError` with every fault of the
    document, `OSError` where there is no file.
    """
    file = Path(path)
    return unfaulted(
        lambda: _from_text(read_file(file), format_of(file), file.parent), ScenarioError
    )


def loads(text: str, format: Format = "toml", *, folder: str | Path = ".") -> Scenario:
    """Read a scenario from a text.

    >>> text = 'policy = "project"\\nclient = "NL"\\nstart = 2026-03-25T11:00:00'
    >>> loads(text).machine.policy.id
    'project'

    `folder` is where paths in it begin. Raises `ScenarioError` with every fault of the document.
    """
    return unfaulted(lambda: _from_text(text, format, Path(folder)), ScenarioError)


def _from_text(text: str, format: Format, folder: Path) -> Scenario:
    def read(table: Mapping[str, object]) -> Scenario:
        return make(table, folder, lines_of(text) if format == "toml" else {})

    return read_text_as(text, format, read)
