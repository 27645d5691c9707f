"""What the verbs print on: at most 100 columns, colours only on a terminal."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from ghostrules.cli._written import shown

_WIDEST = 100
_NARROWEST = 20


class _Paper(Console):
    def on_broken_pipe(self) -> None:
        """Let `run` end quietly; rich would exit with the status of a fault."""
        raise BrokenPipeError

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Let no control character of a policy reach the terminal."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else shown(text), style, control)


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
