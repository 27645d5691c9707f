"""Everything that reasons and plans say, language by language, in files made for reading.

`python -m tests.messages.saying` writes the files anew, after a text was changed on purpose.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ghostrules.calendars import Calendar
from ghostrules.conditions import FactValue
from ghostrules.locales import LANGUAGES
from ghostrules.machine import compile
from ghostrules.messages import say
from ghostrules.policy import FactType, built_in, built_in_names
from ghostrules.render import plan_rows
from tests.messages.test_case_sentences import SAID as OF_CASES
from tests.messages.test_sentences import SAID as OF_DATES

FOLDER = Path(__file__).parent / "said"
LOCALES = {"en": "en_GB", "nl": "nl_NL", "de": "de_DE", "tr": "tr_TR"}
FACTS: dict[FactType, FactValue] = {
    FactType.DATE: datetime(2026, 2, 28, tzinfo=UTC).date(),
    FactType.BOOLEAN: False,
}
NL = Calendar.for_country("NL")


def text(language: str) -> str:
    """Write everything in a language, each sentence under its English where it is another."""
    blocks = [*_reasons(language), *_plans(language)]
    return "\n".join(("\n".join(block) + "\n") for block in blocks)


def _reasons(language: str) -> Iterator[list[str]]:
    for reason, english in (*OF_DATES, *OF_CASES):
        said = say(reason, NL, locale=LOCALES[language])
        yield [english] if language == "en" else [english, f"    {said}"]


def _plans(language: str) -> Iterator[list[str]]:
    for name in built_in_names():
        policy = built_in(name)
        machine = compile(policy, sender=NL, client=NL)
        facts = {fact: FACTS[kind] for fact, kind in policy.facts if kind in FACTS}
        plan = machine.plan(at=datetime(2026, 3, 25, 10, tzinfo=UTC), facts=facts)
        yield [f"# {name}"]
        for row in plan_rows(plan, NL, LOCALES[language], labels=policy.labels):
            yield [f"{row.step}: {row.when}, {row.what}", *(f"    {why}" for why in row.why)]


def write_all() -> None:
    """Write the file of every language."""
    for language in LANGUAGES:
        (FOLDER / f"{language}.txt").write_text(text(language), "utf-8")


if __name__ == "__main__":
    write_all()
