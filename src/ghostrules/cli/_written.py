"""What may reach a terminal: text whose control characters are escaped, and JSON in UTF-8."""

import json
import re
import sys
from io import TextIOWrapper
from typing import TextIO

from ghostrules.cli._reader import Reader

# all but the line feed, and the marks that turn the direction of writing round
_CONTROLS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Escape the control characters of a text that a stranger may have written."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def note(text: str | None, reader: Reader) -> None:
    """Tell on stderr what deserves a look, if there is anything."""
    if text is not None:
        print(shown(f"ghostrules: {reader.say(text)}"), file=sys.stderr)


def write_json(document: object, stream: TextIO) -> None:
    """Write JSON, in UTF-8 whatever the encoding of the terminal."""
    _write_utf8(stream)
    print(shown(json.dumps(document, ensure_ascii=False, indent=2)), file=stream)


def _write_utf8(stream: TextIO) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
