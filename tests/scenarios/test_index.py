"""The page of the scenarios lists every file, in the words of the file."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "scenarios"
FILES = sorted(FOLDER.glob("*.toml"))


def about(file: Path) -> str:
    """Give the sentences with which a scenario begins."""
    lines = file.read_text("utf-8").splitlines()
    return " ".join(line.removeprefix("# ") for line in lines[: lines.index("")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_is_listed_in_its_own_words(file: Path) -> None:
    """The index links each file, beside the comment with which the file begins."""
    row = f"| [{file.stem}]({file.name}) | {about(file)} |"
    assert row in (FOLDER / "index.md").read_text("utf-8").splitlines()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_begins_with_one_or_two_sentences(file: Path) -> None:
    """A file says first what it shows, in comments."""
    assert file.read_text("utf-8").startswith("# ")
    assert 3 >= about(file).count(". ") + 1


def test_there_are_thirty_at_least() -> None:
    """The documentation walks thirty cases, or more."""
    assert 30 <= len(FILES)
