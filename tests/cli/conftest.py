"""The command line, run in this process."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen

from ghostrules.cli import main


@frozen
class Told:
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - JSON
        """The JSON on stdout."""
        return json.loads(self.out)

    @property
    def fault(self) -> Any:  # noqa: ANN401 - JSON
        """The JSON on stderr."""
        return json.loads(self.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """Run the command line with arguments, on a page of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    def _run(*arguments: str) -> Told:
        status = main(arguments)
        told = capsys.readouterr()
        return Told(status, told.out, told.err)

    return _run
