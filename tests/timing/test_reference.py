"""The reference pages of the timing language hold, row by row."""

import doctest
import re
from collections import Counter
from pathlib import Path

import pytest

from ghostrules.errors import AmbiguousTiming
from ghostrules.timing import from_symbol, read, symbol, write

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = ("timing.md", "timing-languages.md")
Row = list[list[str]]


def texts() -> dict[str, str]:
    """Give the text about each language: a page on English, and a section of another each."""
    english, others = ((REFERENCE / page).read_text("utf-8") for page in PAGES)
    named = re.findall(r'^`language = "(\w+)"`\n(.+?)(?=^## |\Z)', others, re.M | re.S)
    return {"en": english, **dict(named)}


def rows(columns: int) -> list[tuple[str, Row]]:
    """Give the texts in backticks, cell by cell, of the rows that end in that many columns."""
    return [
        (language, row[-columns:])
        for language, text in texts().items()
        for line in text.splitlines()
        for row in ([re.findall("`([^`]+)`", cell) for cell in line.strip("|").split("|")],)
        if len(row) in {columns, columns + 1} and (columns, len(row)) != (2, 3) and row[-1]
    ]


def named(rows: list[tuple[str, Row]], cell: int) -> list[str]:
    """Name rows by their language and one of their cells."""
    return [f"{language}: {row[cell][0]}" for language, row in rows]


@pytest.mark.parametrize(("language", "row"), rows(3), ids=named(rows(3), 2))
def test_every_form_is_written_and_read_as_the_page_says(language: str, row: Row) -> None:
    """L24: written, also read and symbol are one value."""
    (written,), also, (symbols,) = row
    assert write(from_symbol(symbols), language) == written
    assert {symbol(read(text, language)) for text in (written, *also)} == {symbols}


@pytest.mark.parametrize(("language", "row"), rows(2), ids=named(rows(2), 0))
def test_every_refused_text_has_the_readings_of_the_page(language: str, row: Row) -> None:
    """L23: the readings shown are those of the error."""
    (text,), readings = row
    with pytest.raises(AmbiguousTiming) as caught:
        read(text, language)
    assert [reading.split(": ")[0] for reading in caught.value.readings] == readings


def test_the_pages_have_their_rows() -> None:
    """No row is lost by a slip in a table."""
    forms = Counter(language for language, _ in rows(3))
    refused = Counter(language for language, _ in rows(2))
    assert forms == {"en": 36, "nl": 39, "de": 39, "tr": 39}
    assert refused == {"en": 14, "nl": 13, "de": 13, "tr": 12}


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_the_page_run(page: str) -> None:
    """What the page shows of Python is what Python shows."""
    failed = doctest.testfile(str(REFERENCE / page), module_relative=False, encoding="utf-8").failed
    assert failed == 0
