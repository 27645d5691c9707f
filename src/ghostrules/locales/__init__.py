"""Locales: their tags and weeks, words for dates, and texts said in their languages.

A tag always names its territory (`nl_NL`): without one, week data is that of no country. Words
and week data come from CLDR, through babel, which is imported on use. Texts are looked up in
gettext catalogues, one file a language, read when the language is first spoken; English stands in
the code itself.
"""

from ghostrules.locales._catalogues import DEFAULT_LANGUAGE, LANGUAGES, in_language, spoken
from ghostrules.locales._reports import report_text
from ghostrules.locales._tags import (
    first_weekday,
    is_language_tag,
    language_of,
    locale_tag,
    official_locales,
    territories_named,
    territory_name,
    territory_of,
    weekday_name,
    write_date,
)

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "first_weekday",
    "in_language",
    "is_language_tag",
    "language_of",
    "locale_tag",
    "official_locales",
    "report_text",
    "spoken",
    "territories_named",
    "territory_name",
    "territory_of",
    "weekday_name",
    "write_date",
]
