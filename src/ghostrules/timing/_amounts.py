"""How much time: elapsed time is one type, counts on the calendar are others (L2)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import Attribute, field, frozen

from ghostrules.errors import TimingError
from ghostrules.phrases import Phrase, phrase

MOST = 9999
_MOST_MINUTES = MOST * 60
_COUNTS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "minutes": phrase("number of minutes"),
        "hours": phrase("number of hours"),
        "days": phrase("number of days"),
        "weeks": phrase("number of weeks"),
        "months": phrase("number of months"),
        "business_days": phrase("number of business days"),
    }
)


def _within(number: object, least: int, most: int, name: str) -> None:
    if type(number) is not int or not least <= number <= most:
        raise TimingError(
            phrase(
                "`{number}` is no {count}, expected a whole number from {least} to {most}",
                number=number,
                count=_COUNTS[name],
                least=least,
                most=most,
            ),
            text=str(number),
        )


def _minutes(_instance: object, attribute: "Attribute[Any]", number: object) -> None:
    _within(number, 0, _MOST_MINUTES, attribute.name)


def _from_zero(_instance: object, attribute: "Attribute[Any]", number: object) -> None:
    _within(number, 0, MOST, attribute.name)


def _from_one(_instance: object, attribute: "Attribute[Any]", number: object) -> None:
    _within(number, 1, MOST, attribute.name)


@frozen(order=True)
class Duration:
    """Elapsed time in minutes, exact across clock changes.

    >>> Duration(minutes=2880).minutes
    2880

    24 hours are not one day (L2). Raises `TimingError` outside 0 to 599,940 minutes.
    """

    minutes: int = field(validator=_minutes)


def hours(number: int) -> Duration:
    """Give elapsed time counted in hours.

    >>> hours(48)
    Duration(minutes=2880)

    Raises `TimingError` outside 0 to 9,999.
    """
    _within(number, 0, MOST, "hours")
    return Duration(number * 60)


@frozen(order=True)
class Days:
    """A number of calendar days, which gives a date.

    >>> Days(30)
    Days(days=30)

    Raises `TimingError` outside 0 to 9,999.
    """

    days: int = field(validator=_from_zero)


@frozen(order=True)
class Weeks:
    """A number of weeks of seven calendar days, which gives a date.

    >>> Weeks(1)
    Weeks(weeks=1)

    Raises `TimingError` outside 1 to 9,999.
    """

    weeks: int = field(validator=_from_one)


@frozen(order=True)
class Months:
    """A number of calendar months, clipped to the last day of a shorter one (L6).

    >>> Months(1)
    Months(months=1)

    Raises `TimingError` outside 1 to 9,999.
    """

    months: int = field(validator=_from_one)


@frozen(order=True)
class BusinessDays:
    """A number of business days of a calendar, which gives a date (L4).

    >>> BusinessDays(5)
    BusinessDays(business_days=5)

    Raises `TimingError` outside 1 to 9,999.
    """

    business_days: int = field(validator=_from_one)


DateAmount = Days | Weeks | Months | BusinessDays
Amount = Duration | DateAmount


def size(amount: Amount) -> int:
    """Tell how many of its own unit an amount counts, minutes for elapsed time.

    >>> size(Weeks(2)), size(Duration(90))
    (2, 90)
    """
    match amount:
        case (
            Duration(number) | Days(number) | Weeks(number) | Months(number) | BusinessDays(number)
        ):
            return number
