"""Locale tags, the first day of the week of a territory, and words for dates."""

from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, cast

from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from babel import Locale


def locale_tag(text: str) -> str:
    """Check a locale and write it in one form: language, underscore, territory.

    >>> locale_tag("nl-nl")
    'nl_NL'

    Raises `CalendarError` where the language or the territory is missing or unknown.
    """
    language, _, territory = text.strip().replace("-", "_").rpartition("_")
    if not language or not text.isascii() or not _is_territory(territory.upper()):
        raise CalendarError(
            phrase(
                "locale `{text}` names no territory, expected a language and a territory as in "
                "`{meant}`",
                text=text,
                meant=_with_a_territory(text),
            )
        )
    tag = f"{_language(language, text)}_{territory.upper()}"
    return tag


def is_language_tag(text: str) -> bool:
    """Tell whether a text is a language, or a language and a territory, with words in CLDR.

    >>> is_language_tag("nl"), is_language_tag("nl_BE"), is_language_tag("dutch")
    (True, True, False)
    """
    language, _, territory = text.partition("_")
    if not (text.isascii() and language.isalpha() and language.islower()):
        return False
    return _has_words(language) and ("_" not in text or _is_territory(territory))


def language_of(tag: str) -> str:
    """Give the language of a locale.

    >>> language_of("nl_NL")
    'nl'
    """
    return tag.rpartition("_")[0]


def territory_of(tag: str) -> str:
    """Give the territory of a locale.

    >>> territory_of("en_DE")
    'DE'
    """
    return tag.rpartition("_")[2]


@cache
def official_locales(territory: str) -> tuple[str, ...]:
    """Give the locales of a country's official languages, the most spoken first.

    >>> official_locales("BE")
    ('nl_BE', 'fr_BE', 'de_BE')

    The languages are those that CLDR calls official or de facto official in the whole country,
    and has words for: Samoan is official in American Samoa, but nothing can be said in it.
    """
    from babel.languages import get_official_languages

    languages = get_official_languages(territory, de_facto=True)
    return tuple(f"{language}_{territory}" for language in languages if _has_words(language))


@cache
def first_weekday(territory: str) -> int:
    """Give the first day of the week in a territory, from Monday as 0 to Sunday as 6 (L5).

    >>> first_weekday("NL"), first_weekday("US"), first_weekday("EG")
    (0, 6, 5)

    The source is CLDR's week data, which says Monday where it names no other day.
    """
    from babel import Locale
    from babel.localedata import locale_identifiers

    spoken = (tag for tag in locale_identifiers() if tag.endswith(f"_{territory}"))
    return Locale.parse(next(spoken, "en_001")).first_week_day


def weekday_name(weekday: int, tag: str) -> str:
    """Write the name of a weekday, counted from Monday as 0, in a locale's language.

    >>> weekday_name(5, "nl_NL")
    'zaterdag'
    """
    return str(_words(tag).days["stand-alone"]["wide"][weekday])


def territory_name(territory: str, language: str) -> str:
    """Write the name of a country; a part of one keeps its code behind it.

    >>> territory_name("DE-BY", "nl")
    'Duitsland (DE-BY)'
    """
    from babel import Locale

    names = cast("dict[str, str]", Locale.parse(language).territories)
    name = names.get(territory.partition("-")[0], territory)
    return f"{name} ({territory})" if "-" in territory else name


def write_date(day: date, tag: str) -> str:
    """Write a date with its weekday, short, as the locale does.

    >>> write_date(date(2026, 3, 31), "nl_NL")
    'di 31 mrt 2026'
    """
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMMEd", day, locale=_words(tag)))


@cache
def territories_named(text: str) -> tuple[str, ...]:
    """Give the codes of the territories that a text names in English, exactly or nearly.

    >>> territories_named("Belgium"), territories_named("UK")
    (('BE',), ('GB',))
    """
    from babel import Locale
    from babel.core import get_global

    names = cast("dict[str, str]", Locale.parse("en_US").territories)
    codes = {name.casefold(): code for code, name in names.items() if _is_territory(code)}
    aliases = get_global("territory_aliases").get(text.upper(), ())
    near = get_close_matches(text.casefold(), codes, n=3, cutoff=0.7)
    return (*aliases, *(codes[name] for name in near))


@cache
def _is_territory(code: str) -> bool:
    from babel import Locale

    letters = len(code) == 2 and code.isalpha() and code.isascii()
    return letters and code in Locale.parse("en_US").territories


def _has_words(language: str) -> bool:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        Locale.parse(language)
    except UnknownLocaleError:
        return False
    return True


def _language(language: str, text: str) -> str:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        return str(Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        raise CalendarError(
            phrase(
                "locale `{text}` has the unknown language `{language}`, expected one as in `en_US`",
                text=text,
                language=language,
            )
        ) from None


def _with_a_territory(text: str) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags").get(text.strip().casefold(), "en_Latn_US")
    return "_".join((likely.split("_")[0], likely.split("_")[-1]))


@cache
def _words(tag: str) -> "Locale":
    """Find the nearest locale that has words: CLDR has `tr` but no `tr_BE`."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        return Locale.parse(tag)
    except UnknownLocaleError:
        return Locale.parse(language_of(tag))
