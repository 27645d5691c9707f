"""All that is said of the built-in policies, kept for people to read and correct.

With `WRITE_SAID=1` in the environment the files are written anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ghostrules import Calendar, built_in, built_in_names, describe
from ghostrules.descriptions import Description

FOLDER = Path(__file__).parent / "said"
LOCALES = {"en": "en_GB", "nl": "nl_NL", "de": "de_DE", "tr": "tr_TR"}


def said_in(language: str) -> str:
    """Write the descriptions of all built-in policies in a language, in both tones."""
    locale = LOCALES[language]
    client = Calendar.for_country(locale[-2:], locale=locale)
    lines = (
        line
        for name in built_in_names()
        for register in ("formal", "informal")
        for line in _lines(
            name, describe(built_in(name), locale=locale, register=register, client=client)
        )
    )
    return "\n".join(lines)


def _lines(name: str, description: Description) -> Iterator[str]:
    headings = description.headings
    yield f"===== {name}, {description.register}: {description.title}"
    for heading, sentences in (
        (headings.rules, description.rules),
        (headings.events, description.events),
        *((f"{headings.clause}: {part.title}", part.sentences) for part in description.clause),
    ):
        yield f"\n{heading}"
        yield from (f"- {sentence}" for sentence in sentences)
    yield "\n"


@pytest.mark.parametrize("language", LOCALES)
def test_what_is_said_is_what_was_read_through(language: str) -> None:
    """What a policy means is said in the words of the file of its language."""
    file = FOLDER / f"{language}.txt"
    if os.environ.get("WRITE_SAID"):
        file.write_text(said_in(language), "utf-8")

    assert file.read_text("utf-8") == said_in(language)
