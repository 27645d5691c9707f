"""Texts for people: English in the code, with named places, and sayable in other languages.

A phrase is a string in English that remembers how it was made: by its text with the places still
open, which is its id in the catalogues, and by what fills them. Whoever knows a language is a
`Tongue`, and says the same once more. Nothing is looked up here.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

Joint = Literal["and", "or"]
"""The word before the last item of a list."""


class Tongue(Protocol):
    """A language that has words for ids, and joins lists."""

    @property
    def language(self) -> str:
        """The code of the language, as in `nl`."""
        ...

    def template(self, id: str, many: str | None, number: int) -> str:
        """Give the text for an id, and of one with a plural the form for a number."""
        ...

    def joined(self, items: Sequence[str], joint: Joint) -> str:
        """Join the items of a list."""
        ...


class Words(str):
    """An English text that can be said in other languages; as a string it is plain English."""

    __slots__ = ()

    def said(self, tongue: Tongue) -> str:
        """Say the same in another language."""
        raise NotImplementedError


def say(text: str, tongue: Tongue) -> str:
    """Say a text in another language, or as it stands where it has no other words."""
    return text.said(tongue) if isinstance(text, Words) else str(text)


class Phrase(Words):
    """An id with named places, and what fills them.

    >>> phrase("`{step}` is no step", step="call")
    '`call` is no step'

    With `many` there is a plural, and `count` chooses between the two.
    """

    __slots__ = ("id", "many", "number", "places")
    id: str
    places: Mapping[str, str]
    many: str | None
    number: int

    def __new__(
        cls, id: str, places: Mapping[str, object], many: str | None = None, number: int = 1
    ) -> "Phrase":
        """Fill the English text."""
        template = id if many is None or number == 1 else many
        texts = {
            name: place if isinstance(place, str) else str(place) for name, place in places.items()
        }
        self = super().__new__(cls, template.format(**texts))
        self.id, self.places, self.many, self.number = id, texts, many, number
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """Give what a copy is made of."""
        return self.id, self.places, self.many, self.number

    def filled(self, **places: object) -> "Phrase":
        """Fill some places with something else.

        >>> phrase("name its `{key}`", key="locale").filled(key="language")
        'name its `language`'
        """
        return Phrase(self.id, {**self.places, **places}, self.many, self.number)

    def said(self, tongue: Tongue) -> str:
        """Fill the text of another language."""
        places = {name: say(place, tongue) for name, place in self.places.items()}
        return tongue.template(self.id, self.many, self.number).format(**places)


class Listing(Words):
    """Items in a row, the last of them behind `and` or `or`."""

    __slots__ = ("items", "joint")
    items: tuple[str, ...]
    joint: Joint

    def __new__(cls, items: Iterable[str], joint: Joint) -> "Listing":
        """Join the items in English."""
        all_items = tuple(items)
        parts = (", ".join(all_items[:-1]), *all_items[-1:])
        self = super().__new__(cls, f" {joint} ".join(part for part in parts if part))
        self.items, self.joint = all_items, joint
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """Give what a copy is made of."""
        return self.items, self.joint

    def said(self, tongue: Tongue) -> str:
        """Join the items as another language does."""
        return tongue.joined([say(item, tongue) for item in self.items], self.joint)


class Row(Words):
    """Groups that stand side by side, parted by semicolons."""

    __slots__ = ("items",)
    items: tuple[str, ...]

    def __new__(cls, items: Iterable[str]) -> "Row":
        """Put the groups side by side in English."""
        all_items = tuple(items)
        self = super().__new__(cls, "; ".join(all_items))
        self.items = all_items
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """Give what a copy is made of."""
        return (self.items,)

    def said(self, tongue: Tongue) -> str:
        """Say each group in another language."""
        return "; ".join(say(item, tongue) for item in self.items)


class Verbatim(Words):
    """What has no words in other languages: somebody else's, or those of an exception."""

    __slots__ = ()

    def said(self, tongue: Tongue) -> str:
        """Say it as it stands."""
        return str(self)


class Part(Words):
    """What stands before or behind the first semicolon of a text."""

    __slots__ = ("behind", "whole")
    whole: str
    behind: bool

    def __new__(cls, whole: str, behind: bool) -> "Part":
        """Take the part in English."""
        self = super().__new__(cls, whole.partition("; ")[2 if behind else 0])
        self.whole, self.behind = whole, behind
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """Give what a copy is made of."""
        return self.whole, self.behind

    def said(self, tongue: Tongue) -> str:
        """Take the same part in another language."""
        return say(self.whole, tongue).partition("; ")[2 if self.behind else 0]


def phrase(id: str, /, **places: object) -> Phrase:
    """Make a phrase; `id` is a literal, for the catalogues are made from the source.

    >>> phrase("the policy has no step `{step}`", step="call").id
    'the policy has no step `{step}`'
    """
    return Phrase(id, places)


def plural(one: str, many: str, count: int, /, **places: object) -> Phrase:
    """Make a phrase with a plural; both forms can name `{count}`.

    >>> plural("{count} fault", "{count} faults", 2)
    '2 faults'
    """
    return Phrase(one, {"count": count, **places}, many, count)


def one_of(items: Iterable[str]) -> Listing:
    """List what can be chosen from.

    >>> one_of(["send", "merge", "skip"])
    'send, merge or skip'
    """
    return Listing(items, "or")


def all_of(items: Iterable[str]) -> Listing:
    """List what belongs together.

    >>> all_of(["30", "60", "90"])
    '30, 60 and 90'
    """
    return Listing(items, "and")


def row_of(items: Iterable[str]) -> Row:
    """Put groups side by side.

    >>> row_of(["the weekend", "a quiet day"])
    'the weekend; a quiet day'
    """
    return Row(items)


def as_words(text: str) -> Words:
    """Take a text that may or may not be sayable in other languages.

    >>> as_words("somebody's own words")
    "somebody's own words"
    """
    return text if isinstance(text, Words) else Verbatim(text)


def told_apart(text: str) -> tuple[Words, Words | None]:
    """Take apart what is wrong and, behind a semicolon, what helps.

    >>> told_apart(phrase("the case has ended; `undone` takes the end back"))
    ('the case has ended', '`undone` takes the end back')
    """
    message, help = Part(text, behind=False), Part(text, behind=True)
    return message, help or None
