"""Dates and times as a locale writes them, always with the weekday."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ghostrules.calendars import Calendar
from ghostrules.locales import language_of
from ghostrules.money import Money

if TYPE_CHECKING:
    from babel import Locale

_WITH_YEAR = "yMMMEd"
_WITHOUT_YEAR = "MMMEd"


def moment_text(at: datetime, calendar: Calendar, locale: str | None = None) -> str:
    """Write an instant in a calendar's time zone, with its weekday.

    >>> from datetime import UTC
    >>> moment_text(datetime(2026, 3, 31, 7, tzinfo=UTC), Calendar.for_country("NL"))
    'di 31 mrt 2026 09:00'
    >>> moment_text(datetime(2026, 3, 31, 7, tzinfo=UTC), Calendar.for_country("NL"), "en_GB")
    'Tue 31 Mar 2026 09:00'

    `at` is an aware datetime. The words and their order are those of `locale`, without one of the
    calendar's; the source is CLDR, through babel.
    """
    tag = locale or calendar.locale
    local = localised(at, calendar)
    return f"{date_text(local.date(), tag)} {time_text(local, tag)}"


def date_text(day: date, locale: str, *, year: bool = True) -> str:
    """Write a date with its weekday, as a locale does.

    >>> date_text(date(2026, 3, 31), "de_DE")
    'Di. 31. März 2026'
    >>> date_text(date(2026, 3, 31), "en_US", year=False)
    'Tue Mar 31'

    The comma after the weekday, which some locales have, is left out: it would part a sentence.
    """
    from babel.dates import format_date

    nearest = words(locale)
    pattern = nearest.datetime_skeletons[_WITH_YEAR if year else _WITHOUT_YEAR].pattern
    return str(format_date(day, pattern.replace("E, ", "E "), locale=nearest))


def long_date_text(day: date, locale: str) -> str:
    """Write a date in full, with the names of its weekday and its month.

    >>> long_date_text(date(2026, 3, 31), "tr_TR")
    '31 Mart 2026 Salı'

    The comma after the weekday, which stands where the day follows bare, is left out.
    """
    from babel.dates import format_date

    nearest = words(locale)
    pattern = nearest.date_formats["full"].pattern
    return str(format_date(day, pattern.replace("EEEE, d ", "EEEE d "), locale=nearest))


def time_text(local: datetime, locale: str) -> str:
    """Write the time of day of a local date and time.

    >>> time_text(datetime(2026, 3, 31, 17), "en_US")
    '5:00 PM'
    """
    from babel.dates import format_time

    return str(format_time(local.time(), "short", locale=words(locale))).replace("\u202f", " ")


def localised(at: datetime, calendar: Calendar) -> datetime:
    return at.astimezone(ZoneInfo(calendar.timezone))


@cache
def words(tag: str) -> "Locale":
    """CLDR has no `tr_BE`, and `en` alone would stand for the United States."""
    from babel import Locale
    from babel.localedata import exists

    language = language_of(tag)
    tags = (tag, "en_150" if language == "en" else language)
    return Locale.parse(next(each for each in tags if exists(each)))


def number_text(number: int | Decimal, locale: str) -> str:
    """Write a number with the signs of a locale, and with every digit that it has."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=words(locale), decimal_quantization=False)


def money_text(money: Money, locale: str) -> str:
    """Write an amount of money as a locale does.

    >>> money_text(Money.parse("1250.50 EUR"), "de_DE")
    '1.250,50 €'
    """
    from babel.numbers import format_currency

    written = format_currency(money.amount, money.currency, locale=words(locale))
    return written.replace("\u00a0", " ")
