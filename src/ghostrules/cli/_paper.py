"""What the verbs print on: at most 100 columns, colours only on a terminal."""

import json
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

_WIDEST = 100
_NARROWEST = 20


class _Paper(Console):
    def on_broken_pipe(self) -> None:
        """Let `run` end quietly; rich would exit with the status of a fault."""
        raise BrokenPipeError


def paper() -> Console:
    console = _Paper(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def write_hanging(console: Console, head: Text, body: Text) -> None:
    """Write a head and, beside it, a body that wraps under itself."""
    indent = head.cell_len
    if console.width - indent < _NARROWEST:
        console.print(head)
        head, indent = Text("    "), 4
    for line in body.wrap(console, console.width - indent):
        line.rstrip()
        console.print(head + line, soft_wrap=True)
        head = Text(" " * indent)


def padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def widest(texts: Iterable[str]) -> int:
    return max((cell_len(text) for text in texts), default=0)


def write_json(document: object) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
