"""The pages of the codes that documents of parties earn are true."""

import re
from pathlib import Path

import pytest

from ghostrules.documents import CODES
from ghostrules.errors import PartyError
from ghostrules.parties import loads_parties

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
OF_PARTIES = [code for code in CODES if "GR3" < code < "GR4"]
BLOCK = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def page(code: str) -> str:
    """Give the text of a page."""
    return (PAGES / f"{code}.md").read_text("utf-8")


@pytest.mark.parametrize("code", OF_PARTIES)
def test_the_first_document_of_a_page_earns_its_code(code: str) -> None:
    """A page shows a document that earns the code, and no other."""
    with pytest.raises(PartyError) as caught:
        loads_parties(BLOCK.findall(page(code))[0])

    assert {code} == set(caught.value.report.codes)


@pytest.mark.parametrize("code", OF_PARTIES)
def test_the_second_document_of_a_page_is_fine(code: str) -> None:
    """A page shows a document that is read without a fault."""
    assert loads_parties(BLOCK.findall(page(code))[1])


@pytest.mark.parametrize("code", OF_PARTIES)
def test_a_page_says_how_grave_its_code_is(code: str) -> None:
    """The heading and the severity of a page are those of the table of codes."""
    heading = f"# {code}: {CODES[code].title}\n\nSeverity: {CODES[code].severity}.\n"
    assert page(code).startswith(heading)
