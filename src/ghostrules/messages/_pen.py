"""Values in the words of a locale: money, numbers, dates, and moments that cannot be misread."""

from datetime import date, datetime
from decimal import Decimal

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.messages._dates import localised, time_text, words
from ghostrules.messages._fields import FieldValue
from ghostrules.messages._lexicon import Phrases
from ghostrules.money import Money


@frozen
class LastDay:
    """The last day of a term, to its end."""

    day: date


@frozen
class Pen:
    """Writes values as `tag` does, in the time zone of `reader`.

    Where the `other` party's clock shows another time, a moment says whose time it is.
    """

    tag: str
    phrases: Phrases
    reader: Calendar
    other: Calendar

    def write(self, value: FieldValue | LastDay) -> str:
        """Write a value."""
        match value:
            case str():
                return value
            case LastDay(day):
                return self.phrases.last_day.fill({"date": self.day(day)})
            case Money():
                return self._money(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case _:
                return self._number(value)

    def day(self, day: date) -> str:
        """Write a date in full, with its weekday and its year."""
        from babel.dates import format_date

        return str(format_date(day, "full", locale=words(self.tag)))

    def moment(self, at: datetime) -> str:
        """Write an instant: weekday, date, time, and the city whose time it is if they differ."""
        local = localised(at, self.reader)
        places = {"date": self.day(local.date()), "time": time_text(local, self.tag)}
        moment = self.phrases.moment.fill(places)
        if local.utcoffset() == localised(at, self.other).utcoffset():
            return moment
        return self.phrases.zone.fill({"moment": moment, "city": self._city(local)})

    def _city(self, local: datetime) -> str:
        from babel.dates import get_timezone_location

        return str(get_timezone_location(local.tzinfo, words(self.tag), return_city=True))

    def _money(self, money: Money) -> str:
        from babel.numbers import format_currency

        return str(format_currency(money.amount, money.currency, locale=words(self.tag)))

    def _number(self, number: int | Decimal) -> str:
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=words(self.tag)))
