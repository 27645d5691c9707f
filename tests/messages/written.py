"""Every built-in message and note in one language, filled with examples, to be read by people.

`python tests/messages/written.py` writes the files of `written/` anew.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from ghostrules.calendars import Calendar
from ghostrules.messages import FIELDS, Letter, built_in_languages, built_in_words
from ghostrules.messages._fields import FieldValue
from ghostrules.messages._pen import LastDay, Pen
from ghostrules.money import Money

FOLDER = Path(__file__).parent / "written"
TERRITORIES = {"en": "GB", "nl": "NL", "de": "DE", "tr": "TR"}
PHRASES = {
    "en": {
        "awaited": "the texts for the home page",
        "agreed": "After five working days without an answer the work stops.",
        "reason": "a death in the family",
    },
    "nl": {
        "awaited": "de teksten voor de homepage",
        "agreed": "Na vijf werkdagen zonder antwoord stopt het werk.",
        "reason": "een sterfgeval in de familie",
    },
    "de": {
        "awaited": "die Texte für die Startseite",
        "agreed": "Nach fünf Arbeitstagen ohne Antwort ruht die Arbeit.",
        "reason": "ein Todesfall in der Familie",
    },
    "tr": {
        "awaited": "ana sayfanın metinleri",
        "agreed": "Beş iş günü yanıt gelmezse çalışma durur.",
        "reason": "ailede bir vefat",
    },
}
EXAMPLES: Mapping[str, FieldValue | LastDay] = {
    "client": "Acme",
    "contact": "Mia Jansen",
    "sender": "Ada Yılmaz",
    "phone": "+31 20 123 4567",
    "email": "ada@studio.example",
    "client-phone": "+31 20 765 4321",
    "client-email": "mia@acme.example",
    "client-handle": "@acme",
    "project": "Acme 2026",
    "timeline": "- 2026-05-04\n- 2026-05-18",
    "invoice": "2026-017",
    "how-to-pay": "IBAN: NL00 BANK 0123 4567 89\nAda Yılmaz, 2026-017",
    "balance": Money(Decimal("1250.00"), "EUR"),
    "late-fee": Money(Decimal("40.00"), "EUR"),
    "restart-fee": Money(Decimal("150.00"), "EUR"),
    "due": date(2026, 3, 2),
    "start": date(2026, 3, 25),
    "today": date(2026, 4, 14),
    "ends": date(2026, 4, 22),
    "deadline": datetime(2026, 4, 16, 7, tzinfo=UTC),
    "asked": datetime(2026, 4, 10, 9, 30, tzinfo=UTC),
    "replied": datetime(2026, 4, 13, 14, 5, tzinfo=UTC),
    "days-overdue": 43,
    "step": "final-notice",
}
LAST_DAYS = {"payment/final-letter": LastDay(date(2026, 4, 28))}


def written(language: str) -> str:
    """Write every template of a language, in the order of its file."""
    return "\n".join(_blocks(language))


def _blocks(language: str) -> Iterator[str]:
    for id, template in built_in_words(language).templates.items():
        for variant, letter in template.texts.items():
            yield from _block(language, f"{id} · {variant}", letter, values(language, id))


def _block(language: str, title: str, letter: Letter, told: Mapping[str, str]) -> Iterator[str]:
    yield f"{title}\n{'=' * len(title)}"
    yield f"{letter.subject.fill(told)}\n"
    yield f"{letter.body.fill(told)}\n\n"


def values(language: str, id: str) -> dict[str, str]:
    """Give an example of every field in the words of a language; the sender is in New York."""
    lexicon = built_in_words(language)
    assert lexicon.phrases is not None
    tag = f"{language}_{TERRITORIES[language]}"
    client = Calendar.for_country(TERRITORIES[language])
    other = Calendar.for_country("US", timezone="America/New_York")
    pen = Pen(tag, lexicon.phrases, client, other)
    told: dict[str, FieldValue | LastDay] = {
        **EXAMPLES,
        **PHRASES[language],
        "court": lexicon.courts[TERRITORIES[language]],
        "deadline": LAST_DAYS.get(id, EXAMPLES["deadline"]),
    }
    assert set(FIELDS) == set(told)
    return {name: pen.write(value) for name, value in told.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in built_in_languages():
        (FOLDER / f"{each}.txt").write_text(written(each), "utf-8")
