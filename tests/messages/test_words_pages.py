"""The pages of the diagnostics about words are true."""

import re
from pathlib import Path

import pytest

from ghostrules.diagnostics import Report
from ghostrules.documents import CODES
from ghostrules.errors import WordsError
from ghostrules.messages import Words, loads_words
from ghostrules.policy import check, loads

PAGES = Path(__file__).parents[2] / "docs" / "diagnostics"
OURS = [code for code in CODES if code.startswith("GR5")]
BLOCK = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def report_on(policy: str, words: str) -> Report:
    """Report on words for a policy, whether they cannot be read or do not fit."""
    try:
        return check(loads(policy), words=Words((loads_words(words),)))
    except WordsError as error:
        return error.report


def blocks(code: str) -> list[str]:
    """Give the policy of a page, the words that earn its code, and those that do not."""
    return BLOCK.findall((PAGES / f"{code}.md").read_text("utf-8"))


@pytest.mark.parametrize("code", OURS)
def test_the_words_of_a_page_earn_its_code(code: str) -> None:
    """A page shows words that earn the code, as gravely as it says, and no other."""
    policy, bad, _ = blocks(code)
    found = report_on(policy, bad)
    assert {(code, CODES[code].severity)} == {(one.code, one.severity) for one in found}


@pytest.mark.parametrize("code", OURS)
def test_the_last_words_of_a_page_are_fine(code: str) -> None:
    """A page shows words with which nothing is wrong."""
    policy, _, good = blocks(code)
    assert [] == list(report_on(policy, good))
