"""`--fact`: what is known about a case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

POLICY = """
id = "facts"
ends = "paid"
steps = ["30 days after due: email"]

[facts]
due = "date"
balance = "money"
orders = "number"
vip = "boolean"
name = "text"
"""


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Run:
    """Plan a policy with a fact of every type."""
    file = tmp_path / "facts.toml"
    file.write_text(POLICY, "utf-8")

    def _plan(*facts: str) -> object:
        options = [part for fact in facts for part in ("--fact", fact)]
        parties = ("--client", "NL", "--sender", "NL")
        return run("plan", str(file), *parties, "--start", "2026-03-02T10:00", *options)

    return _plan


def test_facts_of_every_type_are_read(plan: Run) -> None:
    """Dates, money, numbers, booleans and text are read as the policy declares them."""
    told = plan("due=2026-02-28", "balance=1250.00 EUR", "orders=3", "vip=true", "name=a=b")

    assert (0, "") == (told.status, told.err)
    assert "ma 30 mrt 2026 09:00" in told.out


@pytest.mark.parametrize(
    ("fact", "fault"),
    [
        ("due", "`--fact` is `due`, expected a name and a value as in `due=2026-02-28`"),
        ("dew=2026-02-28", "`dew` is no fact of this policy\n  help: did you mean `due`?"),
        (
            "due=28 Feb",
            "the fact `due` is `28 Feb`, which is no date\n"
            "  help: write it as in `--fact due=2026-02-28`",
        ),
        (
            "balance=12",
            "the fact `balance` is `12`, which is no money\n"
            '  help: write it as in `--fact balance="1250.00 EUR"`',
        ),
        (
            "orders=few",
            "the fact `orders` is `few`, which is no number\n"
            "  help: write it as in `--fact orders=3`",
        ),
        (
            "vip=yes",
            "the fact `vip` is `yes`, which is no boolean\n"
            "  help: write it as in `--fact vip=true`",
        ),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_a_suggestion(
    plan: Run, fact: str, fault: str
) -> None:
    """Wrong names and wrong types are wrong use, and the help shows how to write it."""
    told = plan(fact)

    assert (2, "", f"ghostrules: {fault}\n") == (told.status, told.out, told.err)


def test_a_missing_fact_is_asked_for(run: Run) -> None:
    """A policy that counts from a date says which option gives it."""
    told = run("plan", "payment", "--client", "NL", "--start", "2026-03-02T10:00")

    assert 2 == told.status
    assert (
        "ghostrules: the policy `payment` counts from the fact `due`, which is missing\n"
        "  help: give `--fact due=2026-02-28`\n"
    ) == told.err


def test_a_fact_is_given_once(plan: Run) -> None:
    """Two values of one fact are wrong use, even where they agree."""
    told = plan("due=2026-02-28", "due=2026-03-28")

    assert (2, "", "ghostrules: the fact `due` is given twice\n  help: give it once\n") == (
        told.status,
        told.out,
        told.err,
    )
