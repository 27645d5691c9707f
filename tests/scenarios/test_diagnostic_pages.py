"""The pages of the codes that scenarios earn are true."""

import re
from pathlib import Path

import pytest

from ghostrules.documents import CODES
from ghostrules.errors import ScenarioError
from ghostrules.scenarios import compare, loads, run

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
OF_SCENARIOS = [code for code in CODES if "GR4" < code < "GR5"]
BLOCK = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def page(code: str) -> str:
    """Give the text of a page."""
    return (PAGES / f"{code}.md").read_text("utf-8")


def earned(text: str) -> set[str]:
    """Give the codes that a scenario earns, whether it is read, run or compared."""
    try:
        scenario = loads(text)
        return set(compare(scenario, run(scenario)).codes)
    except ScenarioError as error:
        return set(error.report.codes)


@pytest.mark.parametrize("code", OF_SCENARIOS)
def test_the_first_document_of_a_page_earns_its_code(code: str) -> None:
    """A page shows a scenario that earns the code, and no other."""
    assert {code} == earned(BLOCK.findall(page(code))[0])


@pytest.mark.parametrize("code", OF_SCENARIOS)
def test_the_second_document_of_a_page_is_fine(code: str) -> None:
    """A page shows a scenario without a fault."""
    assert set() == earned(BLOCK.findall(page(code))[1])


@pytest.mark.parametrize("code", OF_SCENARIOS)
def test_a_page_says_how_grave_its_code_is(code: str) -> None:
    """The heading and the severity of a page are those of the table of codes."""
    heading = f"# {code}: {CODES[code].title}\n\nSeverity: {CODES[code].severity}.\n"
    assert page(code).startswith(heading)
