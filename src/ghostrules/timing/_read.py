"""Timings and amounts read from words: one reading or none (L23)."""

import re
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.phrases import phrase
from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.fold import fold
from ghostrules.timing._engine.patterns import slots
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._engine.refusing import ambiguous, refused
from ghostrules.timing._engine.words import amount_from, amount_text
from ghostrules.timing._labels import NO_LABELS, Labels
from ghostrules.timing._packs import pack_for
from ghostrules.timing._values import When

MOST_CHARACTERS: Final = 240


def read(text: str, language: str = "en", *, labels: Labels = NO_LABELS) -> When:
    """Read a timing in words.

    >>> read("48h before pause")
    Before(amount=Duration(minutes=2880), anchor=Anchor(name='pause', occurrence=None, part=None))

    >>> read("innerhalb von 24 Stunden nach dem Schritt „call“", "de").anchor.name
    'call'

    The text is read whole, in the language declared; case and spaces do not matter. Steps and
    facts are called by their ids, or as `labels` say. Raises
    `AmbiguousTiming`, with the readings, for a text that has several, and `TimingError` for one
    that has none, for one longer than 240 characters, and for an unknown language.
    """
    pack_for(language)
    _short_enough(text)
    reader = Reader(language, labels)
    found = _found(text, reader)
    if len(found) == 1:
        return found[0]
    if found:
        raise ambiguous(text, found, reader)
    raise refused(text, reader)


def _short_enough(text: object) -> None:
    if not isinstance(text, str):
        raise TimingError(f"`{text}` is no text, expected words", text=str(text))
    if len(text) > MOST_CHARACTERS:
        raise TimingError(
            phrase(
                "`{text}...` has {count} characters, expected at most {most}",
                text=text[:40],
                count=len(text),
                most=MOST_CHARACTERS,
            ),
            text=text,
            position=MOST_CHARACTERS,
        )


def _found(text: str, reader: Reader) -> tuple[When, ...]:
    try:
        return reader.readings(text)
    except TimingError as fault:
        said = phrase("`{text}` is refused: {why}", text=text, why=fault.message)
        raise TimingError(said, text=text, help=fault.help) from None


def read_amount(text: str, language: str = "en") -> Amount:
    """Read an amount in words.

    >>> read_amount("5 business days")
    BusinessDays(business_days=5)

    Raises `TimingError` where the text is not an amount, and for an unknown language.
    """
    pack = pack_for(language)
    _short_enough(text)
    folded = fold(text, language)
    if re.fullmatch(slots(language)["amount"], folded) is None:
        raise TimingError(
            phrase(
                "`{text}` is not an amount, expected one such as `48 hours` or `5 business days`",
                text=text,
            ),
            text=text,
            position=0,
        )
    return amount_from(folded, pack)


def write_amount(amount: Amount, language: str = "en") -> str:
    """Write an amount in words.

    >>> from ghostrules.timing import Duration
    >>> write_amount(Duration(minutes=2880))
    '48 hours'

    What is written reads back to the same amount. Raises `TimingError` for an unknown language.
    """
    return amount_text(amount, pack_for(language))
