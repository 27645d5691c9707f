"""What is said in each language is kept in files, made to be read through."""

import re
from datetime import date

import pytest

from ghostrules.calendars import Calendar
from ghostrules.events import By
from ghostrules.locales import LANGUAGES
from ghostrules.machine import Answer, HeldBy
from ghostrules.messages import say
from ghostrules.policy import AfterAnswer
from ghostrules.timing import Crossed
from tests.messages import saying
from tests.messages.test_case_sentences import WEDNESDAY

RAW = re.compile(r"None|[{}]|\d{5,}|T\d\d:|\+\d\d:|  | [,.;)]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_what_was_read_through(language: str) -> None:
    """The file of a language holds what is said; `python -m tests.messages.saying` writes it."""
    kept = (saying.FOLDER / f"{language}.txt").read_text("utf-8")

    assert kept == saying.text(language)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_no_sentence_shows_what_is_missing_or_raw(language: str) -> None:
    """In no language a sentence shows `None`, an open place, or blanks where a part is missing."""
    lines = [line.removeprefix("    ") for line in saying.text(language).splitlines()]

    assert [] == [line for line in lines if RAW.search(line)]


CALENDARS = {
    "NL": Calendar.for_country("NL"),
    "DE": Calendar.for_country("DE-BY"),
    "TR": Calendar.for_country("TR"),
    "AT": Calendar.for_country("AT"),
    "BE": Calendar.for_country("BE", locale="nl_BE"),
    "CH": Calendar.for_country("CH", locale="fr_CH"),
}


@pytest.mark.parametrize(
    ("country", "day", "locale", "said"),
    [
        ("NL", date(2026, 4, 6), "nl_NL", "Tweede paasdag op ma 6 apr in kalender NL"),
        (
            "NL",
            date(2026, 4, 6),
            "de_DE",
            "Tweede paasdag (Easter Monday) am Mo. 6. Apr. im Kalender NL",
        ),
        ("NL", date(2026, 4, 6), "en_GB", "Easter Monday (Tweede paasdag) on Mon 6 Apr"),
        (
            "TR",
            date(2026, 5, 19),
            "nl_NL",
            "Atatürk'ü Anma, Gençlik ve Spor Bayramı (Commemoration of Atatürk, Youth and Sports "
            "Day) op di 19 mei in kalender TR",
        ),
        (
            "DE",
            date(2026, 1, 6),
            "tr_TR",
            "DE-BY takviminde Heilige Drei Könige (Epiphany), 6 Oca Sal",
        ),
        ("AT", date(2026, 10, 26), "de_DE", "Nationalfeiertag am Mo. 26. Okt. im Kalender AT"),
        ("BE", date(2026, 4, 6), "de_DE", "Ostermontag am Mo. 6. Apr. im Kalender BE"),
        ("CH", date(2026, 5, 14), "de_CH", "Auffahrt"),
        ("CH", date(2026, 5, 14), "nl_NL", "Ascension (Ascension Day)"),
    ],
)
def test_holidays_have_the_readers_name_where_there_is_one(
    country: str, day: date, locale: str, said: str
) -> None:
    """Else they have their own name, with the English one beside it."""
    calendar = CALENDARS[country]
    closed = calendar.why_closed(day)

    assert said in say(Crossed(closed), calendar, locale=locale)


def test_language_and_territory_are_apart() -> None:
    """A German client who reads English gets English words, in a German order of the date (L5)."""
    de = CALENDARS["DE"]

    assert "We answered on Wed 1 Apr 2026 12:00, so the steps go on where they stood." == say(
        Answer(WEDNESDAY, AfterAnswer.CONTINUE), de, locale="en_DE"
    )


def test_a_belgian_reads_dutch() -> None:
    """A locale of another territory speaks its language."""
    held = HeldBy(By.PERSON, "held", WEDNESDAY, None, None)

    assert (
        "Iemand heeft het dossier op wo 1 apr 2026 12:00 in de wacht gezet, "
        "tot het wordt vrijgegeven." == say(held, CALENDARS["BE"], locale="nl_BE")
    )
