"""The units in which amounts are written, each with its symbol, one set for every language."""

from enum import StrEnum

from ghostrules.timing._amounts import Amount, BusinessDays, Days, Duration, Months, Weeks, hours


class Unit(StrEnum):
    """A unit of time; its value is its symbol."""

    HOUR = "h"
    MINUTE = "min"
    DAY = "d"
    WEEK = "w"
    MONTH = "mo"
    BUSINESS_DAY = "bd"


def amount_in(number: int, unit: Unit) -> Amount:
    match unit:
        case Unit.HOUR:
            return hours(number)
        case Unit.MINUTE:
            return Duration(number)
        case Unit.DAY:
            return Days(number)
        case Unit.WEEK:
            return Weeks(number)
        case Unit.MONTH:
            return Months(number)
        case Unit.BUSINESS_DAY:
            return BusinessDays(number)


def counted(amount: Amount) -> tuple[int, Unit]:
    """Elapsed time counts hours where they are whole, minutes otherwise."""
    match amount:
        case Duration(minutes) if minutes % 60:
            return minutes, Unit.MINUTE
        case Duration(minutes):
            return minutes // 60, Unit.HOUR
        case Days(number):
            return number, Unit.DAY
        case Weeks(number):
            return number, Unit.WEEK
        case Months(number):
            return number, Unit.MONTH
        case BusinessDays(number):
            return number, Unit.BUSINESS_DAY


def counted_together(amounts: tuple[Amount, ...]) -> tuple[tuple[int, ...], Unit]:
    """Count amounts of one type in the one unit that keeps all of them whole."""
    each = [counted(amount) for amount in amounts]
    if len({unit for _, unit in each}) == 1:
        return tuple(number for number, _ in each), each[0][1]
    return tuple(_in_minutes(number, unit) for number, unit in each), Unit.MINUTE


def _in_minutes(number: int, unit: Unit) -> int:
    return number * 60 if unit is Unit.HOUR else number
