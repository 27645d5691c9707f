"""The texts of a template: words with places, read once, filled many times, never evaluated (L22).

A place is a name in braces. What fills it is put in as it is: it is not read again, and nothing
in it is a place.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from ghostrules.documents import Faulty, fault, read_text
from ghostrules.phrases import phrase

MOST_PLACES: Final = 100
LONGEST_SUBJECT: Final = 200
LONGEST_BODY: Final = 10_000

_TOKEN: Final = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\n]{0,80})\}|[{}]|[^{}]+")
_NAME: Final = re.compile(r"(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?P<optional>\?)?", re.ASCII)
_BRACES: Final = {"{{": "{", "}}": "}"}


@frozen
class Place:
    """A place in a text; where it is optional, its line is left out if nothing fills it.

    >>> Place("how-to-pay", optional=True).name
    'how-to-pay'
    """

    name: str
    optional: bool = False


Line = tuple[str | Place, ...]


@frozen
class Text:
    """A text with places, line by line.

    >>> text = read_template_text("Dear {contact},\\nCall me: {phone?}.", "")
    >>> text.fill({"contact": "Mia"})
    'Dear Mia,'
    >>> text.fill({"contact": "Mia", "phone": "020 123 4567"})
    'Dear Mia,\\nCall me: 020 123 4567.'
    """

    lines: tuple[Line, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the text, each once, in order."""
        pieces = (piece for line in self.lines for piece in line)
        return tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, Place)))

    @property
    def names(self) -> frozenset[str]:
        """The names of the places."""
        return frozenset(place.name for place in self.places)

    def fill(self, values: Mapping[str, str]) -> str:
        """Put the values into their places, and leave out the lines that have nothing to say."""
        kept: list[str] = []
        for line in self.lines:
            text = _filled(line, values)
            if text is not None and (text or (kept and kept[-1])):
                kept.append(text)
        return "\n".join(kept).strip()


def _filled(line: Line, values: Mapping[str, str]) -> str | None:
    optional = [piece for piece in line if isinstance(piece, Place) and piece.optional]
    if any(place.name not in values for place in optional):
        return None
    return "".join(piece if isinstance(piece, str) else values[piece.name] for piece in line)


def read_subject(value: object, path: str) -> Text:
    """Read the text of a subject: one line."""
    text = read_template_text(value, path, LONGEST_SUBJECT)
    if len(text.lines) > 1:
        raise fault(
            "GR501",
            phrase("a subject has one line"),
            path,
            expected=phrase("a text without line breaks"),
        )
    return text


def read_body(value: object, path: str) -> Text:
    """Read the text of a body: plain text of several lines."""
    return read_template_text(value, path, LONGEST_BODY)


def read_template_text(value: object, path: str, longest: int = LONGEST_BODY) -> Text:
    """Read a text with places, which is bounded in its length and in its places."""
    text = read_text(value, path).strip()
    if len(text) > longest:
        raise fault(
            "GR501",
            phrase("the text has {count} letters", count=len(text)),
            path,
            expected=phrase("at most {most} letters", most=longest),
        )
    lines = tuple(tuple(_pieces(line.rstrip(), path)) for line in text.splitlines())
    if sum(isinstance(piece, Place) for line in lines for piece in line) > MOST_PLACES:
        raise fault(
            "GR501",
            phrase("the text has too many places"),
            path,
            expected=phrase("at most {most}", most=MOST_PLACES),
        )
    return Text(lines)


def _pieces(line: str, path: str) -> Iterator[str | Place]:
    for token in _TOKEN.finditer(line):
        if token["name"] is not None:
            yield _place(token["name"], path)
        elif token[0] in ("{", "}"):
            raise _lone(token[0], line[token.start() :], path)
        else:
            yield _BRACES.get(token[0], token[0])


def _place(name: str, path: str) -> Place:
    found = _NAME.fullmatch(name)
    if found is None:
        raise fault(
            "GR501",
            phrase("`{{{name}}}` names no field", name=name),
            path,
            expected=phrase(
                "a name in small letters and hyphens, such as `{{how-to-pay}}` or `{{phone?}}`"
            ),
            help=phrase(
                "fields are filled in and nothing else: there is no code, and nothing has parts"
            ),
        )
    return Place(found["name"], found["optional"] is not None)


def _lone(brace: str, rest: str, path: str) -> Faulty:
    return fault(
        "GR501",
        phrase("a `{brace}` stands alone", brace=brace),
        path,
        value=rest[:40],
        help=phrase(
            "a field is written as in `{{contact}}`, and a brace itself as `{brace}`",
            brace=brace * 2,
        ),
    )
