"""Instants in the client's time zone, in the words of a locale."""

from datetime import UTC, date, datetime

import pytest
from babel.localedata import locale_identifiers

from ghostrules.calendars import Calendar
from ghostrules.messages import date_text, moment_text

NL = Calendar.for_country("NL")
MORNING = datetime(2026, 3, 31, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (None, "di 31 mrt 2026 09:00"),
        ("nl_BE", "di 31 mrt 2026 09:00"),
        ("de_DE", "Di. 31. März 2026 09:00"),
        ("tr_TR", "31 Mar 2026 Sal 09:00"),
        ("fr_FR", "mar. 31 mars 2026 09:00"),
        ("en_GB", "Tue 31 Mar 2026 09:00"),
        ("en_NL", "Tue 31 Mar 2026 09:00"),
        ("en_US", "Tue Mar 31, 2026 9:00 AM"),
        ("ja_JP", "2026年3月31日(火) 9:00"),
    ],
)
def test_a_moment_is_written_as_its_locale_does(locale: str | None, text: str) -> None:
    """Weekday, order and hours are those of the locale, without one of the calendar."""
    assert text == moment_text(MORNING, NL, locale)


def test_a_locale_without_data_takes_the_nearest() -> None:
    """CLDR has no Turkish for Belgium and no English for Türkiye: the language decides."""
    assert "31 Mar 2026 Sal 09:00" == moment_text(MORNING, NL, "tr_BE")
    assert "Tue 31 Mar 2026 09:00" == moment_text(MORNING, NL, "en_TR")


def test_a_moment_is_in_the_time_zone_of_the_calendar() -> None:
    """The instant is UTC, the text local, even on another date."""
    late = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)

    assert "wo 1 apr 2026 00:30" == moment_text(late, NL)


def test_the_clock_change_shows_in_the_text() -> None:
    """48 elapsed hours across the change are an hour later on the wall (L2)."""
    before, after = datetime(2026, 3, 28, 9, tzinfo=UTC), datetime(2026, 3, 30, 9, tzinfo=UTC)

    assert ["za 28 mrt 2026 10:00", "ma 30 mrt 2026 11:00"] == [
        moment_text(before, NL),
        moment_text(after, NL),
    ]


def test_a_date_can_leave_out_its_year() -> None:
    """A date near another one does not repeat the year."""
    assert "di 31 mrt" == date_text(date(2026, 3, 31), "nl_NL", year=False)


def test_every_locale_has_a_date() -> None:
    """In each of the locales that babel knows a date can be written, with its day."""
    tags = [tag for tag in locale_identifiers() if tag.count("_") == 1 and len(tag) == 5]

    assert [] == [tag for tag in tags if "30" not in date_text(date(2026, 9, 30), tag)]
