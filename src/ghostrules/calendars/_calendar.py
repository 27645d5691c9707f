"""A calendar: the frozen days and hours of one party."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import Factory, field, frozen

from ghostrules.calendars._clock import LocalClock, clock_of
from ghostrules.calendars._closed import Cause, ClosedDay, Names
from ghostrules.calendars._day_index import DayIndex
from ghostrules.calendars._day_rules import DayRules
from ghostrules.calendars._days import DayOff, GivenDay, HalfDay, OpenDay, QuietDays, Weekend
from ghostrules.calendars._hours import Hours, Ranges
from ghostrules.calendars._open_hours import OpenHours
from ghostrules.calendars._operations import Operations
from ghostrules.calendars._slots import hours_of
from ghostrules.calendars._weekdays import LONG_WORDS
from ghostrules.locales import weekday_name

GivenHalfDay = tuple[date | str, str] | tuple[date | str, str, str]


@frozen(eq=False)
class Calendar(Operations):
    """The business days and hours of one party over a fixed span of years.

    >>> calendar = Calendar.for_country("DE-BY", hours="mon-thu 09:00-17:00; fri 09:00-15:00")
    >>> calendar.name, calendar.timezone, calendar.locale
    ('DE-BY', 'Europe/Berlin', 'de_DE')

    Two calendars are equal when they mean the same: days, hours, time zone, first day of the
    week, quiet days and span. What holidays are called, and whether a date is an estimate, does
    not count. Make one by `for_country`, `custom` or `from_document`.
    """

    name: str
    territory: str
    timezone: str
    locale: str
    first_weekday: int
    first_year: int
    last_year: int
    hours: Hours
    weekends: tuple[Weekend, ...] = field(repr=False)
    days_off: tuple[DayOff, ...] = field(repr=False)
    early_closings: tuple[HalfDay, ...] = field(repr=False)
    open_days: tuple[OpenDay, ...] = field(repr=False)
    quiet: tuple[QuietDays, ...] = field(repr=False)
    _clock: LocalClock = field(
        init=False,
        repr=False,
        default=Factory(lambda self: clock_of(self.timezone), takes_self=True),
    )
    _rules: DayRules = field(
        init=False,
        repr=False,
        default=Factory(DayRules, takes_self=True),
    )
    _index: DayIndex = field(
        init=False,
        repr=False,
        default=Factory(
            lambda self: DayIndex(
                self._rules.is_business, self.first_year, self.last_year, self.name
            ),
            takes_self=True,
        ),
    )
    working_hours: OpenHours = field(
        init=False,
        repr=False,
        default=Factory(lambda self: self._open(self._rules.working), takes_self=True),
    )
    contact_hours: OpenHours = field(
        init=False,
        repr=False,
        default=Factory(lambda self: self._open(self._rules.contact), takes_self=True),
    )

    @classmethod
    def for_country(  # noqa: PLR0913 - every one is a word of its own
        cls,
        territory: str,
        *,
        timezone: str | None = None,
        locale: str | None = None,
        hours: str = "09:00-17:00",
        closed: Iterable[GivenDay] = (),
        open: Iterable[GivenDay] = (),
        quiet: Iterable[date | str] = (),
        half_days: Iterable[GivenHalfDay] = (),
        categories: Iterable[str] | None = None,
        weekend: str | Iterable[int] | None = None,
        first_weekday: int | None = None,
        half_day_closes: str | None = None,
        years: tuple[int, int] = (2000, 2050),
        name: str | None = None,
    ) -> "Calendar":
        """Make the calendar of a country or of a part of one.

        >>> Calendar.for_country("TR", closed=[("2026-03-19", "bridge day")]).is_business_day(
        ...     date(2026, 3, 19)
        ... )
        False

        `territory` is a code that `holidays` knows (`NL`, `DE-BY`, `US-CA`). `timezone` and
        `locale` default to those of the country where it has exactly one principal one. `hours`
        are local wall times, `closed` and `open` extra days (dates, ranges such as
        `"2026-07-20..2026-08-07"`, or pairs with a name), `quiet` days without contact
        (`"24 dec"`), `half_days` pairs of a day and the time at which it closes. `categories`
        are those of `holidays`, by default public holidays and the half days whose hour is
        known; `half_day_closes` gives half days their hour. `weekend` is text (`"fri-sat"`) or
        weekdays from Monday as 0. `years` is shortened to those that have data (L7).
        Raises `CalendarError` for what is unknown, with what there is.
        """
        from ghostrules.calendars._making import Given, for_country

        given = Given(
            name=name,
            timezone=timezone,
            locale=locale,
            hours=hours,
            closed=closed,
            open=open,
            quiet=quiet,
            half_days=half_days,
            weekend=weekend,
            first_weekday=first_weekday,
            years=years,
        )
        return for_country(territory, given, categories, half_day_closes)

    @classmethod
    def custom(  # noqa: PLR0913 - every one is a word of its own
        cls,
        name: str,
        *,
        timezone: str,
        locale: str,
        hours: str = "09:00-17:00",
        closed: Iterable[GivenDay] = (),
        open: Iterable[GivenDay] = (),
        quiet: Iterable[date | str] = (),
        half_days: Iterable[GivenHalfDay] = (),
        weekend: str | Iterable[int] = "sat-sun",
        first_weekday: int | None = None,
        years: tuple[int, int] = (2000, 2050),
    ) -> "Calendar":
        """Make a calendar from its own days only, without the holidays of a country.

        >>> platform = Calendar.custom("platform", timezone="UTC", locale="en_IE")
        >>> platform.add_business_days(date(2026, 12, 24), 1)
        datetime.date(2026, 12, 25)

        The arguments are those of `for_country`; the first day of the week is that of the
        locale's territory, unless given. Raises `CalendarError`.
        """
        from ghostrules.calendars._making import Given, custom

        return custom(
            Given(
                name=name,
                timezone=timezone,
                locale=locale,
                hours=hours,
                closed=closed,
                open=open,
                quiet=quiet,
                half_days=half_days,
                weekend=weekend,
                first_weekday=first_weekday,
                years=years,
            )
        )

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Calendar":
        """Read a calendar from its document form; it is equal to the one that was written.

        >>> calendar = Calendar.for_country("NL")
        >>> Calendar.from_document(calendar.to_document()) == calendar
        True

        Raises `CalendarError` for a key or a value that does not belong there.
        """
        from ghostrules.calendars._document import read_document

        return read_document(cls, document)

    def to_document(self) -> dict[str, Any]:
        """Write the whole calendar as plain values that JSON knows.

        >>> Calendar.for_country("NL").to_document()["timezone"]
        'Europe/Amsterdam'
        """
        from ghostrules.calendars._document import write_document

        return write_document(self)

    @cached_property
    def digest(self) -> str:
        """The hash of what the calendar means over its whole span, as 32 hexadecimal digits.

        >>> Calendar.for_country("NL").digest == Calendar.for_country("NL", locale="en_NL").digest
        True

        It does not depend on what has been asked of the calendar so far (L7).
        """
        from ghostrules.calendars._meaning import digest_of

        return digest_of(self, self._rules)

    def local_day(self, at: int) -> date:
        """Give the local date of an instant, in microseconds since 1970-01-01 00:00 UTC.

        >>> Calendar.for_country("NL").local_day(1_774_741_500_000_000)
        datetime.date(2026, 3, 29)
        """
        return self._clock.local_day(at)

    def instant(self, day: date, minutes: int = 0) -> int:
        """Give the instant of a wall time, in minutes after local midnight (L3).

        >>> from ghostrules.calendars import from_micros
        >>> from_micros(Calendar.for_country("NL").instant(date(2026, 3, 29), 150)).isoformat()
        '2026-03-29T01:30:00+00:00'

        A wall time that a clock change skips moves forward by the gap; of one that occurs twice
        the first counts. 1440 is the next midnight.
        """
        if minutes == 0:
            return self._clock.start(day.toordinal())
        return self._clock.instant(day.toordinal(), minutes)

    def instant_of_ordinal(self, ordinal: int) -> int:
        """Give the instant at which the local day with an ordinal begins."""
        return self._clock.start(ordinal)

    def __eq__(self, other: object) -> bool:
        """Tell whether two calendars mean the same."""
        if not isinstance(other, Calendar):
            return NotImplemented
        return self is other or self.digest == other.digest

    def __hash__(self) -> int:
        """Hash the meaning."""
        return hash(self.digest)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the document; what has been worked out so far stays behind."""
        return Calendar.from_document, (self.to_document(),)

    def _open(self, minutes: Callable[[int], Ranges]) -> OpenHours:
        span = (self.first_year, self.last_year)
        return hours_of(self._clock, minutes, self._rules.weekly, span, self.name)

    def _halves(self, day: date) -> Iterator[ClosedDay]:
        half = self._rules.half_day(day.toordinal())
        if half is not None and self._rules.is_business(day.toordinal()):
            yield ClosedDay(
                day,
                Cause.HALF_DAY,
                half.names,
                self.name,
                estimated=half.estimated,
                closes=half.closes,
                territory=self.territory,
            )

    def _closures(self, day: date) -> Iterator[ClosedDay]:
        return self._causes(day, contact=False)

    def _shutters(self, day: date, *, contact: bool) -> Iterator[ClosedDay]:
        causes = tuple(self._causes(day, contact=contact))
        yield from causes
        if not causes:
            yield ClosedDay(day, Cause.NO_HOURS, self._weekday_names(day), self.name)

    def _causes(self, day: date, *, contact: bool) -> Iterator[ClosedDay]:
        for kind, names, estimated in self._rules.causes(day.toordinal(), contact=contact):
            called = names or self._weekday_names(day)
            yield ClosedDay(
                day, kind, called, self.name, estimated=estimated, territory=self.territory
            )

    def _weekday_names(self, day: date) -> Names:
        english = LONG_WORDS[day.weekday()].title()
        return Names(english, weekday_name(day.weekday(), self.locale))
