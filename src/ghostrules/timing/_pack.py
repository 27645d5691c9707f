"""What a language pack says; a pack is data, and the engine reads it in both directions.

A template is text with slots, such as `{amount}`; `{amount.dat}` asks for the form `dat` of what
fills it. Only templates that are read, never written, may use `[...]` for what may be left out and
`(a|b)` for a choice.
"""

from collections.abc import Mapping
from typing import Final

from attrs import Factory, field, frozen

from ghostrules.phrases import Phrase, Words, phrase
from ghostrules.timing._forms import Form
from ghostrules.timing._units import Unit
from ghostrules.timing._values import Part

Forms = Mapping[str, tuple[str, ...]]
NAMING: Final = "nom"
MANY_READINGS: Final = phrase("has more than one reading")


@frozen
class UnitWords:
    """The words of a unit: written for one, written for other numbers, and those only read.

    Of those only read, `many` are plurals, which a list with slashes needs: `30/60/90 days`.
    `every` repeats one unit, the first is written. `forms` holds one and other in the forms that
    templates ask for, where they differ from the plain ones.
    """

    one: str
    other: str
    every: tuple[str, ...]
    also: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    forms: Mapping[str, tuple[str, str]] = Factory(dict[str, tuple[str, str]])


@frozen
class Fixed:
    """A template that names its amount without a number: `the next day`."""

    text: str
    amount: tuple[int, Unit]


Template = str | Fixed


@frozen
class Templates:
    """The templates of one form: with an anchor, and counting from the step before.

    The first of each is written, the others are only read.
    """

    anchored: tuple[Template, ...]
    bare: tuple[Template, ...] = ()


@frozen
class Refusal:
    """Texts that are refused, and what they could have meant, as templates with the same slots.

    `why` follows the text in the message; `help` is said where there are no readings. `multiples`
    are slots of the readings, each so many times the slot `number` of the text.
    """

    texts: tuple[str, ...]
    readings: tuple[str, ...] = ()
    why: Words = MANY_READINGS
    help: Phrase | None = None
    multiples: tuple[tuple[str, int], ...] = ()


@frozen
class Pack:
    """All that the engine knows of a language.

    `name` is what the language is called in English, `quotes` open and close what is quoted in
    it. `letters` are folded in every text; `mistaken` are letters in whose place a text may have
    others, tried where it has no reading otherwise.

    `ordinal_endings` pairs the end of a number with what follows it, the first match counts;
    `ordinal_also` may follow any number. `joins` separate several numbers: the first two are
    written, between and before the last. `repeated` says an amount again and again. `instead`
    holds words that are refused, each with what to write for it, `alike` words that are easily
    written for each other. `timed` puts a time of day in
    front of a timing, its hours and minutes parted by one of `clock`.

    `start`, `step`, `fact` and `parts` name what is counted from, in each form that a template
    asks for; `needed` are the forms that every label has. `date`, `moment` and `counted` say an
    example: a date, a time of that day, and when a timing falls that counts from there.
    """

    language: str
    name: Words
    quotes: tuple[str, str]
    units: Mapping[Unit, UnitWords]
    numbers: Mapping[str, int]
    articles: tuple[str, ...]
    ordinals: Mapping[str, int]
    ordinal_endings: tuple[tuple[str, str], ...]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    joins: tuple[str, ...]
    repeated: tuple[str, ...]
    instead: Mapping[str, str]
    timed: tuple[str, ...]
    clock: tuple[str, ...]
    needed: tuple[str, ...]
    start: Forms
    step: Forms
    fact: Forms
    parts: Mapping[Part, Forms]
    forms: Mapping[Form, Templates]
    refusals: tuple[Refusal, ...]
    date: str
    moment: str
    counted: str
    ordinal_also: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    letters: Mapping[str, str] = field(factory=dict[str, str])
    mistaken: Mapping[str, str] = field(factory=dict[str, str])
