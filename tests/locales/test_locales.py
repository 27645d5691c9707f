"""Locale tags, first days of weeks, words for dates."""

from datetime import date

import pytest

from ghostrules.errors import CalendarError
from ghostrules.locales import (
    first_weekday,
    language_of,
    locale_tag,
    official_locales,
    territories_named,
    territory_of,
    weekday_name,
    write_date,
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("nl-nl", "nl_NL"), ("EN_us", "en_US"), ("en_TR", "en_TR"), ("zh_Hans_CN", "zh_Hans_CN")],
)
def test_one_form(text: str, tag: str) -> None:
    """A tag is written in one form, whatever its case."""
    assert (tag, tag.rpartition("_")[2]) == (locale_tag(text), territory_of(locale_tag(text)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nl", "`nl` names no territory, expected .* as in `nl_NL`"),
        ("tr", "as in `tr_TR`"),
        ("en_XX1", "names no territory"),
        ("qq_NL", "unknown language `qq`"),
        ("", "names no territory"),
    ],
)
def test_refuses(text: str, message: str) -> None:
    """A locale without a known language and territory is refused."""
    with pytest.raises(CalendarError, match=message):
        locale_tag(text)


@pytest.mark.parametrize(
    ("territory", "first"),
    [("NL", 0), ("DE", 0), ("TR", 0), ("US", 6), ("IL", 6), ("BR", 6), ("EG", 5), ("AQ", 0)],
)
def test_first_weekday(territory: str, first: int) -> None:
    """The first day of the week is that of CLDR, Monday where it knows none (L5)."""
    assert first == first_weekday(territory)


def test_words() -> None:
    """Words follow the language, also where CLDR has no such locale."""
    assert (
        weekday_name(5, "tr_BE"),
        weekday_name(5, "de_DE"),
        write_date(date(2026, 10, 31), "nb_NO"),
    ) == ("Cumartesi", "Samstag", "lør. 31. okt. 2026")


def test_parts_and_languages() -> None:
    """The parts of a tag, and the official languages of a country."""
    assert (
        language_of("zh_Hans_CN"),
        official_locales("TR"),
        official_locales("AQ"),
        official_locales("BO"),
    ) == ("zh_Hans", ("tr_TR",), (), ("es_BO", "qu_BO"))


def test_names_of_territories() -> None:
    """A territory is found by a name that is nearly right."""
    assert territories_named("Turkiye")[:1] == ("TR",)
