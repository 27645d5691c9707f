"""One language for one calendar: everything that fills the places of a sentence."""

from datetime import date, datetime, timedelta

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.locales import language_of, territory_of, weekday_name
from ghostrules.messages._dates import date_text, localised, moment_text, time_text
from ghostrules.messages._pack import Pack
from ghostrules.messages._packs import pack_for
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


def voice_for(calendar: Calendar, locale: str | None) -> Voice:
    tag = locale or calendar.locale
    pack = pack_for(language_of(tag))
    return Voice(pack, f"{pack.language}_{territory_of(tag)}", calendar)
