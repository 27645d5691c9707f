"""Every code has a page, and every page is true."""

import re
from pathlib import Path

import pytest

from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import CODES, check, loads

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
# Other codes concern other documents, and their pages are held to be true where those are tested.
OF_POLICIES = [code for code in CODES if code < "GR2"]
BLOCK = re.compile(r"```(toml|python)\n(.*?)```", re.DOTALL)


def report_on(document: str) -> Report:
    """Report on a document, whether it cannot be read or does not make sense."""
    try:
        return check(loads(document), document)
    except PolicyError as error:
        return error.report


def documents(code: str) -> list[str]:
    """Give the documents of a page; a block of Python makes one under the name `document`."""
    return [_document(*block) for block in BLOCK.findall((PAGES / f"{code}.md").read_text("utf-8"))]


def _document(language: str, text: str) -> str:
    if language == "toml":
        return text
    names: dict[str, str] = {}
    exec(text, names)
    return names["document"]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """The table of codes and the folder of pages name the same codes."""
    assert sorted(CODES) == sorted(page.stem for page in PAGES.glob("GR*.md"))


@pytest.mark.parametrize("code", OF_POLICIES)
def test_the_first_document_of_a_page_earns_its_code(code: str) -> None:
    """A page shows a document that earns the code, and no other error."""
    report = report_on(documents(code)[0])
    others = [found.code for found in report.errors if found.code != code]
    assert (code in report.codes, others) == (True, [])


@pytest.mark.parametrize("code", OF_POLICIES)
def test_the_second_document_of_a_page_is_fine(code: str) -> None:
    """A page shows a document that loads, has no error, and does not earn the code."""
    document = documents(code)[1]
    report = check(loads(document), document)
    assert (report.ok, code in report.codes) == (True, False)


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_how_grave_its_code_is(code: str) -> None:
    """The heading and the severity of a page are those of the table of codes."""
    heading = f"# {code}: {CODES[code].title}\n\nSeverity: {CODES[code].severity}.\n"
    assert (PAGES / f"{code}.md").read_text("utf-8").startswith(heading)


def test_the_index_lists_every_code() -> None:
    """The index of the pages has a row for every code."""
    index = (PAGES / "index.md").read_text("utf-8")
    rows = [
        f"| [{code}]({code}.md) | {known.severity} | {known.title} |"
        for code, known in CODES.items()
    ]
    assert [row for row in rows if row not in index] == []
