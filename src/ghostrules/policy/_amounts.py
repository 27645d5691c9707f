"""Amounts of time as a document writes them: `48 hours`, in English, or `48h`, in symbols."""

from typing import Final

from ghostrules import timing
from ghostrules.documents import fault
from ghostrules.errors import TimingError
from ghostrules.phrases import Tongue, Words, phrase
from ghostrules.timing import After, Amount, Duration

_EXPECTED: Final = phrase("an amount such as `48 hours` or `5 business days`")


def read_amount(value: object, path: str) -> Amount:
    """Read an amount of time, as text or as the value itself."""
    if isinstance(value, Amount):
        return value
    if not isinstance(value, str):
        raise fault("GR004", phrase("an amount is a text"), path, value=value, expected=_EXPECTED)
    try:
        return timing.read_amount(value)
    except TimingError as error:
        amount = _from_symbol(value)
        if amount is not None:
            return amount
        message = phrase("`{value}` is no amount of time", value=value[:80])
        raise fault("GR015", message, path, expected=_EXPECTED, help=_mend(value)) from error


def _from_symbol(text: str) -> Amount | None:
    try:
        when = timing.from_symbol(f"+{text}")
    except TimingError:
        return None
    return when.amount if isinstance(when, After) else None


def _mend(text: str) -> str | None:
    """An amount is half a timing, so the suggestion for the whole serves the half."""
    try:
        timing.read(f"{text} later")
    except TimingError as error:
        return error.help and error.help.replace(" later`", "`")
    return None


def read_duration(value: object, path: str) -> Duration:
    """Read an amount of elapsed time: hours or minutes."""
    amount = read_amount(value, path)
    if isinstance(amount, Duration):
        return amount
    raise fault(
        "GR015",
        phrase("a calendar count stands where elapsed time is needed"),
        path,
        value=write_amount(amount),
        expected=phrase("hours or minutes, such as `15 minutes`"),
    )


class AmountWords(Words):
    """An amount of time, written in each language in its own words."""

    __slots__ = ("amount",)
    amount: Amount

    def __new__(cls, amount: Amount) -> "AmountWords":
        """Write the amount in English."""
        self = super().__new__(cls, timing.write_amount(amount))
        self.amount = amount
        return self

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """Give what a copy is made of."""
        return (self.amount,)

    def said(self, tongue: Tongue) -> str:
        """Write it in another language."""
        return timing.write_amount(self.amount, tongue.language)


def write_amount(amount: Amount) -> str:
    """Write an amount the way it is read."""
    return timing.write_amount(amount)


def is_language(language: object) -> bool:
    """Tell whether timings can be read in a language.

    >>> is_language("en"), is_language("tlh")
    (True, False)
    """
    try:
        return isinstance(language, str) and bool(timing.write_amount(Duration(1), language))
    except TimingError:
        return False
