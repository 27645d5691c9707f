"""The reference page of the timing language holds, row by row."""

import doctest
import re
from pathlib import Path

import pytest

from ghostrules.errors import AmbiguousTiming
from ghostrules.timing import from_symbol, read, symbol, write

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "timing.md"


def rows(columns: int) -> list[list[list[str]]]:
    """Give the texts in backticks, cell by cell, of the rows with that many columns."""
    lines = (line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines())
    cells = ([re.findall("`([^`]+)`", cell) for cell in line] for line in lines)
    return [row for row in cells if len(row) == columns and row[-1]]


@pytest.mark.parametrize("row", rows(4), ids=lambda row: row[3][0])
def test_every_form_is_written_and_read_as_the_page_says(row: list[list[str]]) -> None:
    """L24: written, also read and symbol are one value."""
    _, (written,), also, (symbols,) = row
    assert write(from_symbol(symbols)) == written
    assert {symbol(read(text)) for text in (written, *also)} == {symbols}


@pytest.mark.parametrize("row", rows(2), ids=lambda row: row[0][0])
def test_every_refused_text_has_the_readings_of_the_page(row: list[list[str]]) -> None:
    """L23: the readings shown are those of the error."""
    (text,), readings = row
    with pytest.raises(AmbiguousTiming) as caught:
        read(text)
    assert [reading.split(": ")[0] for reading in caught.value.readings] == readings


def test_the_page_has_its_rows() -> None:
    """No row is lost by a slip in the table."""
    assert (len(rows(4)), len(rows(2))) == (36, 14)


def test_the_examples_of_the_page_run() -> None:
    """What the page shows of Python is what Python shows."""
    failed = doctest.testfile(str(PAGE), module_relative=False).failed
    assert failed == 0
