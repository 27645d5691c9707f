"""What kinds of facts there are, and their values."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from ghostrules.money import Money

FactValue = date | str | bool | int | Decimal | Money


class FactType(StrEnum):
    """What kind of value a fact of the case has.

    >>> FactType("date").value
    'date'
    """

    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
