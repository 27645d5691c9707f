"""One language for one calendar: everything that fills the places of a sentence."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.conditions import FactValue
from ghostrules.locales import language_of, territory_of, weekday_name
from ghostrules.messages._dates import date_text, localised, moment_text, time_text
from ghostrules.messages._pack import Pack
from ghostrules.messages._packs import pack_for
from ghostrules.money import Money
from ghostrules.timing import Amount, write_amount

_BEFORE_MIDNIGHT = timedelta(microseconds=1)


@frozen
class Voice:
    """The words of a pack, and dates in the calendar's time zone as `tag` writes them."""

    pack: Pack
    tag: str
    calendar: Calendar

    def moment(self, at: datetime) -> str:
        """Write an instant."""
        return moment_text(at, self.calendar, self.tag)

    def day(self, day: date, *, year: bool = True) -> str:
        """Write a date."""
        return date_text(day, self.tag, year=year)

    def point(self, point: date | datetime) -> str:
        """Write a date or an instant."""
        return self.moment(point) if isinstance(point, datetime) else self.day(point)

    def time(self, at: datetime) -> str:
        """Write the time of day of an instant."""
        return time_text(localised(at, self.calendar), self.tag)

    def last_day(self, until: datetime) -> str:
        """Write the last date before an instant that is a midnight."""
        return self.day(localised(until - _BEFORE_MIDNIGHT, self.calendar).date())

    def weekday(self, day: date) -> str:
        """Write the name of a date's weekday."""
        return weekday_name(day.weekday(), self.tag)

    def amount(self, amount: Amount) -> str:
        """Write an amount in canonical words."""
        return write_amount(amount, self.pack.language)

    def end(self, at: datetime) -> str:
        """Write the instant at which something ends; a midnight as the end of the day before."""
        if localised(at, self.calendar).time() != time():
            return self.moment(at)
        return self.pack.parts.end_of.format(day=self.last_day(at))

    def until(self, until: datetime | None) -> str:
        """Say until when, or that nobody knows."""
        parts = self.pack.parts
        return parts.open_end if until is None else parts.until.format(until=self.end(until))

    def by(self, person: str | None) -> str:
        """Say by whom, if anybody said so."""
        return "" if person is None else self.pack.parts.by.format(by=person)

    def why(self, why: str | None) -> str:
        """Say why, if anybody said so."""
        return "" if why is None else self.pack.parts.why.format(why=self.quoted(why))

    def quoted(self, text: str) -> str:
        """Write somebody's own words."""
        return self.pack.parts.quoted.format(text=text)

    def event(self, name: str) -> str:
        """Name an event; a policy's own keeps its name."""
        return self.pack.events.get(name, name)

    def way(self, detail: str) -> str:
        """Name the way to the client for which a detail is needed, or a kind of effect."""
        return self.pack.ways.get(detail, detail.replace("_", " "))

    def value(self, value: FactValue) -> str:
        """Write the value of a fact."""
        match value:
            case bool():
                return self.pack.truth[not value]
            case int():
                return str(value)
            case Decimal():
                return f"{value:f}"
            case Money(amount, currency):
                return f"{amount:f} {currency}"
            case str():
                return self.quoted(value)
            case _:
                return self.point(value)


def voice_for(calendar: Calendar, locale: str | None) -> Voice:
    tag = locale or calendar.locale
    pack = pack_for(language_of(tag))
    return Voice(pack, f"{pack.language}_{territory_of(tag)}", calendar)
