"""Catalogues: what the texts in the code are called in other languages."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ghostrules.locales._tags import language_of
from ghostrules.phrases import Joint, say

if TYPE_CHECKING:
    from babel.support import Translations

DEFAULT_LANGUAGE: Final = "en"
LANGUAGES: Final = (DEFAULT_LANGUAGE, "nl", "de", "tr")


def spoken(locale: str | None) -> str:
    """Give the language in which we speak to a reader: English, where we know no other.

    >>> spoken("nl_BE"), spoken("fr_FR"), spoken(None)
    ('nl', 'en', 'en')
    """
    language = DEFAULT_LANGUAGE if locale is None else language_of(locale) or locale
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def in_language(text: str, language: str) -> str:
    """Say a text in a language; what is no phrase stays as it is.

    >>> from ghostrules.phrases import phrase
    >>> in_language(phrase("did you mean `{meant}`?", meant="call"), "nl")
    'bedoelt u `call`?'
    >>> in_language("call", "nl")
    'call'

    `language` is one of `LANGUAGES`; the catalogue of a language is read once.
    """
    return str(text) if language == DEFAULT_LANGUAGE else say(text, _tongue(language))


@frozen
class _Catalogue:
    """A language as its catalogue has it; lists are joined as CLDR says."""

    language: str
    texts: "Translations"

    def template(self, id: str, many: str | None, number: int) -> str:
        """Give the text for an id, and of one with a plural the form for a number."""
        if many is None:
            return str(self.texts.ugettext(id))
        return str(self.texts.ungettext(id, many, number))

    def joined(self, items: Sequence[str], joint: Joint) -> str:
        """Join the items of a list."""
        from babel.lists import format_list

        return format_list(items, "or" if joint == "or" else "standard", locale=self.language)


@cache
def _tongue(language: str) -> _Catalogue:
    """Read a catalogue: babel reads the text form and has the compiled one looked up."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    compiled = BytesIO()
    with files("ghostrules.locales").joinpath("catalogues", f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    return _Catalogue(language, Translations(fp=compiled))
