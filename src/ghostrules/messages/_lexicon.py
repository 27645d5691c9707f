"""The words of one language: letters and notes by template, phrases, and names of courts."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from ghostrules.messages._fields import FieldType
from ghostrules.messages._texts import Text
from ghostrules.parties import Register

NOTE: Final = "note"
VARIANTS: Final = (*(register.value for register in Register), NOTE)
OTHER: Final = "other"


@frozen
class Letter:
    """A subject and a body, with places.

    >>> from ghostrules.messages import built_in_words
    >>> built_in_words("en").templates["project/stop"].texts["formal"].subject.names
    frozenset({'project'})
    """

    subject: Text
    body: Text

    @property
    def names(self) -> frozenset[str]:
        """The names of all places."""
        return self.subject.names | self.body.names

    @property
    def required(self) -> frozenset[str]:
        """The names of the places without which the letter cannot be written."""
        places = self.subject.places + self.body.places
        return frozenset(place.name for place in places if not place.optional)


@frozen
class Template:
    """The texts of one template in one language, by `formal`, `informal` and `note`.

    >>> from ghostrules.messages import built_in_words
    >>> sorted(built_in_words("en").templates["payment/invoice-again"].texts)
    ['formal', 'informal', 'note']

    `fields` are the names of the fields that it says it has.
    """

    id: str
    fields: tuple[str, ...]
    texts: Mapping[str, Letter]


@frozen
class Phrases:
    """How a language says a moment, the last day of a term, and whose time it is.

    >>> from ghostrules.messages import built_in_words
    >>> built_in_words("en").phrases.moment.fill({"date": "Monday", "time": "09:00"})
    'Monday at 09:00'
    """

    moment: Text
    last_day: Text
    zone: Text


@frozen(eq=False)
class Lexicon:
    """The words of one file: one language, as `nl`, or as a territory speaks it, as `nl_BE`.

    >>> from ghostrules.messages import loads_words
    >>> words = loads_words('''language = "nl"
    ... ["chase/first"]
    ... fields = ["contact"]
    ... formal = { subject = "Herinnering", body = "Beste {contact}," }
    ... informal = { subject = "Herinnering", body = "Hoi {contact}," }''')
    >>> words.language, list(words.templates)
    ('nl', ['chase/first'])

    `fields` are the fields of its own, with their types; `courts` name the court of a territory.
    """

    language: str
    templates: Mapping[str, Template]
    fields: Mapping[str, FieldType] = field(factory=dict[str, FieldType])
    phrases: Phrases | None = None
    courts: Mapping[str, str] = field(factory=dict[str, str])

    def court(self, territory: str) -> str | None:
        """Name the court of a territory, or of any."""
        return self.courts.get(territory) or self.courts.get(OTHER)
