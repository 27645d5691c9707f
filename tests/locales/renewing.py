"""The catalogues, renewed from the source: what is new stands without words, what is gone leaves.

`python -m tests.locales.renewing` writes the files anew, after a text of the code was changed.
"""

from collections.abc import Iterable
from io import BytesIO
from os import PathLike
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import ghostrules
from ghostrules.locales import DEFAULT_LANGUAGE, LANGUAGES

SOURCE = Path(ghostrules.__file__).parent
FOLDER = SOURCE / "locales" / "catalogues"
OTHERS = [language for language in LANGUAGES if language != DEFAULT_LANGUAGE]
KEYWORDS = {"phrase": (1,), "plural": (1, 2)}
HEAD = """\
# What ghostrules says, in {name}.
# The page "Languages" of the documentation says how to correct it.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
Id = str | tuple[str, ...]


def extracted(folder: Path = SOURCE) -> dict[Id, list[str]]:
    """Read all ids from the source, as translators' tools do, each with the files it is in."""
    found: dict[Id, dict[str, int]] = {}
    for file, line, id, _, _ in extract_from_dir(
        folder, keywords=KEYWORDS, directory_filter=_holds_source
    ):
        found.setdefault(id, {}).setdefault(file, line)
    files = {id: sorted(lines.items()) for id, lines in found.items()}
    in_order = sorted(files.items(), key=lambda item: item[1])
    return {id: [file for file, _ in lines] for id, lines in in_order}


def _holds_source(folder: str | PathLike[str]) -> bool:
    """Tell folders with source from others; by itself babel passes by what begins with `_`."""
    return Path(folder).name != "__pycache__"


def catalogue(language: str) -> Catalog:
    """Read the catalogue of a language as it is."""
    file = FOLDER / f"{language}.po"
    return read_po(BytesIO(file.read_bytes()), locale=language, abort_invalid=True)


def renewed(language: str) -> str:
    """Write the catalogue of a language as the source wants it."""
    kept, wanted = catalogue(language), Catalog(locale=language, fuzzy=False)
    for id, names in extracted().items():
        known = kept.get(id)
        said = None if known is None else known.string
        wanted.add(id, said, locations=_places(names))
    written = BytesIO()
    write_po(written, wanted, width=92, include_lineno=False, omit_header=True)
    name = wanted.locale.get_language_name("en") if wanted.locale else language
    head = HEAD.format(name=name, language=language, plurals=wanted.plural_forms)
    return head + written.getvalue().decode("utf-8")


def _places(names: Iterable[str]) -> list[tuple[str, int]]:
    """Give the files; their lines change too often to be kept."""
    return [(name, 0) for name in names]


if __name__ == "__main__":
    for each in OTHERS:
        text = renewed(each)
        (FOLDER / f"{each}.po").write_text(text, "utf-8", newline="\n")
