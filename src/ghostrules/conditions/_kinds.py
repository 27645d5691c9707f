"""Of what kind a value is, and what kind comes of reckoning with two."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from attrs import frozen

from ghostrules.conditions._facts import FactType
from ghostrules.conditions._reckon import Worth, is_number
from ghostrules.money import Money
from ghostrules.phrases import Phrase, phrase

ORDERED: Final = ("number", "money", "date", "days")
EXAMPLES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "number": phrase("a number such as `3`"),
        "money": phrase("money such as `100 EUR`"),
        "date": phrase("a date such as `2026-03-31`"),
        "days": phrase("days such as `14 days`"),
        "text": phrase('text such as `"voicemail"`'),
        "boolean": phrase("`true` or `false`"),
    }
)
NAMES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "number": phrase("a number"),
        "money": phrase("money"),
        "date": phrase("a date"),
        "days": phrase("days"),
        "text": phrase("text"),
        "boolean": phrase("true or false"),
    }
)
_RESULTS: Final = {
    ("number", "+", "number"): "number",
    ("number", "-", "number"): "number",
    ("number", "*", "number"): "number",
    ("number", "/", "number"): "number",
    ("money", "+", "money"): "money",
    ("money", "-", "money"): "money",
    ("money", "*", "number"): "money",
    ("number", "*", "money"): "money",
    ("money", "/", "number"): "money",
    ("date", "+", "days"): "date",
    ("date", "-", "days"): "date",
    ("date", "+", "number"): "date",
    ("date", "-", "number"): "date",
    ("date", "-", "date"): "days",
    ("days", "+", "days"): "days",
    ("days", "-", "days"): "days",
}


@frozen
class Kind:
    """A word for what a term gives, and its currency where the condition tells it."""

    word: str
    currency: str | None = None

    def __str__(self) -> str:
        """Write it as a person says it."""
        return str(self.words)

    @property
    def words(self) -> Phrase:
        """What a person calls it."""
        if self.currency is None:
            return NAMES[self.word]
        return phrase("{kind} in {currency}", kind=NAMES[self.word], currency=self.currency)


def kind_of(value: Worth) -> Kind:
    """Give the kind of a value."""
    match value:
        case Money(currency=currency):
            return Kind("money", currency)
        case bool():
            return Kind("boolean")
        case str():
            return Kind("text")
        case timedelta():
            return Kind("days")
        case _:
            return Kind("number" if is_number(value) else "date")


def declared_kind(type_: FactType) -> Kind:
    """Give the kind of a fact; in which currency its money is, only the case tells."""
    return Kind(type_.value)


def reckoned_kind(left: Kind, operation: str, right: Kind) -> Kind | None:
    """Give what comes of it, or None where nothing does."""
    word = _RESULTS.get((left.word, operation, right.word))
    if word is None or not same_currency(left, right):
        return None
    return Kind(word, left.currency or right.currency)


def same_currency(left: Kind, right: Kind) -> bool:
    """Tell whether two could be in one currency."""
    return None in (left.currency, right.currency) or left.currency == right.currency
