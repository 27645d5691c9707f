"""An amount of money: a decimal number with its currency."""

from decimal import Decimal, InvalidOperation

from attrs import Attribute, field, frozen

from ghostrules.errors import EventError


def _decimal(_instance: object, _attribute: "Attribute[Decimal]", amount: object) -> None:
    if not isinstance(amount, Decimal) or not amount.is_finite():
        raise EventError(f"`{amount!r}` is no amount of money, expected a decimal number")


def _iso(_instance: object, _attribute: "Attribute[str]", currency: object) -> None:
    if not (isinstance(currency, str) and len(currency) == 3 and currency.isascii()):
        raise EventError(f"`{currency}` is no currency, expected three letters such as `EUR`")
    if not (currency.isalpha() and currency.isupper()):
        raise EventError(f"`{currency}` is no currency, expected `{currency.upper()}`")


@frozen
class Money:
    """An amount in a currency.

    >>> from decimal import Decimal
    >>> Money(Decimal("1250.00"), "EUR")
    Money(amount=Decimal('1250.00'), currency='EUR')

    `amount` is a `Decimal`, never a float; `currency` an ISO 4217 code. Raises `EventError`.
    """

    amount: Decimal = field(validator=_decimal)
    currency: str = field(validator=_iso)

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Read an amount and a currency.

        >>> Money.parse("1250.00 EUR").currency
        'EUR'

        Raises `EventError` for anything else.
        """
        number, _, currency = text.strip().partition(" ")
        try:
            return cls(Decimal(number), currency.strip())
        except InvalidOperation:
            raise EventError(
                f"`{text}` is no amount of money, expected one such as `1250.00 EUR`"
            ) from None
