"""Who reads what is printed: `--locale` chooses the language, which is English without it."""

from collections.abc import Sequence
from typing import Annotated, Final

from attrs import frozen
from cyclopts import Parameter

from ghostrules.cli._wrong import Wrong
from ghostrules.errors import CalendarError
from ghostrules.locales import in_language, locale_tag, spoken

LocaleOption = Annotated[
    str | None, Parameter(name="--locale", help="Locale of the reader, as in nl_NL.")
]

_OPTION: Final = "--locale"


@frozen
class Reader:
    """A person who reads; `locale` is none where nobody said which."""

    locale: str | None = None

    @property
    def language(self) -> str:
        """The language in which we speak to the reader."""
        return spoken(self.locale)

    def say(self, text: str) -> str:
        """Say a text in the reader's language."""
        return in_language(text, self.language)


def read_reader(locale: str | None) -> Reader:
    if locale is None:
        return Reader()
    try:
        return Reader(locale_tag(locale))
    except CalendarError as error:
        raise Wrong(str(error)) from error


def reader_among(arguments: Sequence[str]) -> Reader:
    """Find the reader of a fault among arguments that may be wrong themselves."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == _OPTION:
            given = value or next(iter(arguments[place + 1 :]), "")
            return Reader(given.strip().replace("-", "_") or None)
    return Reader()
