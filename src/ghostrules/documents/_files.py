"""Documents as files and as texts: found, decoded, parsed, and their faults put on lines."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal, TypeVar

from attrs import evolve

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents._codes import diagnostic
from ghostrules.documents._faults import Faulty, choices, fault
from ghostrules.documents._lines import line_of, lines_of
from ghostrules.documents._parse import MOST_BYTES, parse, refuse_large
from ghostrules.phrases import phrase

T = TypeVar("T")
Format = Literal["toml", "json"]


def read_file(file: Path) -> str:
    """Read a file of a bounded size in UTF-8."""
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    refuse_large(len(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = diagnostic("GR001", phrase("the file is not encoded in UTF-8"))
        raise Faulty(evolve(found, line=line)) from error


def format_of(file: Path) -> Format:
    """Tell the format of a file by its name."""
    match file.suffix.lower():
        case ".toml":
            return "toml"
        case ".json":
            return "json"
        case _:
            raise fault(
                "GR001",
                phrase("`{file}` is neither TOML nor JSON", file=file.name),
                "",
                expected=phrase("a name that ends in `.toml` or `.json`"),
            )


def known_format(format: str) -> str:
    """Accept the name of a format."""
    if format not in ("toml", "json"):
        raise fault(
            "GR001",
            phrase("`{format}` is no format", format=format),
            "",
            expected=choices(["toml", "json"]),
        )
    return format


def read_text_as(text: str, format: str, read: Callable[[Mapping[str, object]], T]) -> T:
    """Parse a text, read what it holds, and put the faults on the lines of a TOML text."""
    document = parse(text.removeprefix("\ufeff"), known_format(format))
    try:
        return read(document)
    except Faulty as faulty:
        lines = lines_of(text) if format == "toml" else {}
        raise Faulty(*_in_order(faulty.diagnostics, lines)) from None


def _in_order(found: Iterable[Diagnostic], lines: Mapping[str, int]) -> list[Diagnostic]:
    placed = [evolve(one, line=one.line or line_of(lines, one.path)) for one in found]
    return sorted(placed, key=lambda one: one.line or 0)
