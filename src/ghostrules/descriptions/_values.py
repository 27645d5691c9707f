"""What a policy means, as sentences that know what they say."""

from collections.abc import Iterator
from datetime import datetime

from attrs import field, frozen

from ghostrules.locales import territory_of
from ghostrules.parties import Register
from ghostrules.timing import When


@frozen
class Sentence:
    """What people read, with the step and the timing that it says, if it says any.

    >>> Sentence("As soon as you answer, all of this stops.").step is None
    True

    `words` are the words of the timing as they stand in the text, whose first letter may be a
    capital there; they read back to `timing` in the language of the description. `due` is the
    instant that the text names, in the client's time zone. A step with several effects that come at
    different instants has a sentence for each instant.
    """

    text: str
    step: str | None = field(default=None, kw_only=True)
    timing: When | None = field(default=None, kw_only=True)
    words: str | None = field(default=None, kw_only=True)
    due: datetime | None = field(default=None, kw_only=True)

    def __str__(self) -> str:
        """Give the text."""
        return self.text


@frozen
class Paragraph:
    """A title, and the sentences under it."""

    title: str
    sentences: tuple[Sentence, ...]

    def __iter__(self) -> Iterator[Sentence]:
        """Go through the sentences in order."""
        return iter(self.sentences)


@frozen
class Description:
    """What a policy means, in words.

    >>> from ghostrules import built_in, describe
    >>> description = describe(built_in("negotiation"))
    >>> [sentence.step for sentence in description.rules]
    ['follow-up', 'last-follow-up']

    `rules` say one step each, in order; `events` say how the case ends and what else the policy
    does when something is told; `clause` is what can be pasted into a contract, its last
    paragraph the `definitions`. `language` is that of the sentences, `locale` also decides how
    dates and amounts are written.
    """

    policy: str
    title: str
    locale: str
    language: str
    register: Register
    rules: tuple[Sentence, ...]
    events: tuple[Sentence, ...]
    clause: tuple[Paragraph, ...]
    headings: "Headings"

    @property
    def territory(self) -> str:
        """The territory by whose customs dates and amounts are written."""
        return territory_of(self.locale)

    @property
    def definitions(self) -> tuple[Sentence, ...]:
        """What a business day is, and whose; the time zone; when a period ends; the week."""
        return self.clause[-1].sentences


@frozen
class Headings:
    """What the parts of a description are called in its language."""

    rules: str
    events: str
    clause: str
