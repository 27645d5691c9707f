"""What every calendar can do with dates and instants, a single one and a joint one alike."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from ghostrules.calendars._closed import ClosedDay
from ghostrules.calendars._day_index import DayIndex
from ghostrules.calendars._instants import from_micros, micros, to_micros
from ghostrules.calendars._open_hours import OpenHours
from ghostrules.calendars._rolls import Roll
from ghostrules.calendars._weekdays import check_weekday
from ghostrules.errors import CalendarError
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from ghostrules.calendars._explained import ExplainedOperations
    from ghostrules.calendars._joint import JointCalendar


class Operations:
    """The operations of a calendar; dates are plain dates, instants aware datetimes."""

    __slots__ = ()

    name: str
    timezone: str
    first_weekday: int
    first_year: int
    last_year: int
    contact_hours: OpenHours
    working_hours: OpenHours
    _index: DayIndex

    def is_business_day(self, day: date) -> bool:
        """Tell whether a date is a business day.

        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").is_business_day(date(2026, 4, 6))
        False

        Raises `CalendarError` for a date outside the years covered (L7), as do all operations.
        """
        return self._index.is_business(day)

    def add_business_days(self, day: date, n: int, *, roll: Roll | str | None = None) -> date:
        """Give the n-th business day strictly after a date, or before it for a negative n (L4).

        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").add_business_days(date(2026, 3, 31), 3)
        datetime.date(2026, 4, 7)

        With n = 0 this is a roll, and `roll` must name its convention.
        """
        if day.__class__ is date and n.__class__ is int:
            last, before, dates, base = self._index.table
            at = day.toordinal() - base
            if at >= 0:
                try:
                    if n > 0:
                        return dates[last[at] + n]
                    if n and before[at] >= -n:
                        return dates[before[at] + n]
                except IndexError:
                    pass
        return self._add_slowly(day, n, roll)

    def business_days_between(self, first: date, last: date) -> int:
        """Count the business days after `first`, up to and with `last`.

        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").business_days_between(date(2026, 3, 31), date(2026, 4, 7))
        3

        Where `last` is earlier, it counts back: minus the business days from `last` up to and
        without `first`. So it undoes `add_business_days`, for either sign of n.
        """
        return self._index.between(first, last)

    def roll(self, day: date, convention: Roll | str) -> date:
        """Move a date that is no business day, by the convention named.

        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").roll(date(2026, 5, 31), "modified-following")
        datetime.date(2026, 5, 29)
        """
        convention = read_roll(convention)
        if convention is Roll.UNADJUSTED or self._index.is_business(day):
            self._index.check(day)
            return day
        forward = convention in (Roll.FOLLOWING, Roll.MODIFIED_FOLLOWING)
        rolled = self._index.nth(day, 1 if forward else -1)
        modified = convention in (Roll.MODIFIED_FOLLOWING, Roll.MODIFIED_PRECEDING)
        if modified and rolled.month != day.month:
            return self._index.nth(day, -1 if forward else 1)
        return rolled

    def week_start(self, day: date) -> date:
        """Give the first day of the week that holds a date, by the territory's week (L5).
        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").week_start(date(2026, 3, 29))
        datetime.date(2026, 3, 23)

        In the first week of the first year it may lie before the years covered.
        """
        self._index.check(day)
        return day - timedelta(days=(day.weekday() - self.first_weekday) % 7)

    def weekday_of_week(self, day: date, weekday: int, weeks: int) -> date:
        """Give a weekday of the week that lies so many weeks after that of a date (L5).

        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").weekday_of_week(date(2026, 3, 25), 1, 1)
        datetime.date(2026, 3, 31)

        `weekday` counts from Monday as 0; with `weeks` 0 the result may lie before the date.
        """
        check_weekday(weekday, "weekday")
        if type(weeks) is not int:
            raise CalendarError(f"`{weeks}` is no number of weeks, expected a whole number")
        into = (weekday - self.first_weekday) % 7
        try:
            found = self.week_start(day) + timedelta(days=7 * weeks + into)
        except OverflowError:
            what = phrase("`{weeks}` weeks from `{day}`", weeks=weeks, day=day)
            raise self._index.outside(what) from None
        self._index.check(found)
        return found

    def next_open(self, at: datetime, *, contact: bool = False) -> datetime:
        """Give the earliest open instant that is not before an instant, in UTC.

        >>> from datetime import UTC
        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").next_open(datetime(2026, 4, 3, 12, tzinfo=UTC))
        datetime.datetime(2026, 4, 7, 7, 0, tzinfo=datetime.timezone.utc)

        With `contact` quiet days are closed too.
        """
        return from_micros(self._hours(contact).next(to_micros(at)))

    def previous_open(self, at: datetime, *, contact: bool = False) -> datetime:
        """Give the latest open instant that is not after an instant, in UTC.

        >>> from datetime import UTC
        >>> from ghostrules.calendars import Calendar
        >>> Calendar.for_country("NL").previous_open(datetime(2026, 4, 3, 12, tzinfo=UTC))
        datetime.datetime(2026, 4, 2, 15, 0, tzinfo=datetime.timezone.utc)
        """
        return from_micros(self._hours(contact).previous(to_micros(at)))

    def add_open_time(
        self, at: datetime, duration: timedelta, *, contact: bool = False
    ) -> datetime:
        """Move an instant over so much open time, back for a negative duration, in UTC.

        >>> from datetime import UTC
        >>> from ghostrules.calendars import Calendar
        >>> start = datetime(2026, 4, 2, 14, tzinfo=UTC)
        >>> Calendar.for_country("NL").add_open_time(start, timedelta(hours=2))
        datetime.datetime(2026, 4, 7, 8, 0, tzinfo=datetime.timezone.utc)

        A duration that ends exactly with a slot gives the closing instant; one of zero gives
        the next open instant.
        """
        if not isinstance(duration, timedelta):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise CalendarError(
                f"`{duration}` is no length of time, expected one as in `timedelta(hours=2)`"
            )
        return from_micros(self._hours(contact).add(to_micros(at), micros(duration)))

    def closed_days(self, first: date, last: date) -> tuple[ClosedDay, ...]:
        """Give every cause that closes a day from `first` to `last`, both included.

        >>> from ghostrules.calendars import Calendar
        >>> days = Calendar.for_country("NL").closed_days(date(2026, 4, 3), date(2026, 4, 6))
        >>> [closed.names.english for closed in days]
        ['Good Friday', 'Saturday', 'Sunday', 'Easter Sunday', 'Easter Monday']
        """
        self._index.check(first)
        self._index.check(last)
        ordinals = range(first.toordinal(), last.toordinal() + 1)
        return tuple(
            closed for each in ordinals for closed in self.why_closed(date.fromordinal(each))
        )

    @property
    def explained(self) -> "ExplainedOperations":
        """Offer the same operations with the reasons for each result.

        >>> from ghostrules.calendars import Calendar
        >>> explained = Calendar.for_country("NL").explained.roll(date(2026, 4, 6), "following")
        >>> explained.value, [reason.names.own for reason in explained.reasons]
        (datetime.date(2026, 4, 7), ['Tweede paasdag'])
        """
        from ghostrules.calendars._explained import ExplainedOperations

        return ExplainedOperations(self)

    def why_closed(self, day: date) -> tuple[ClosedDay, ...]:
        """Give the causes why a date is no business day; none if it is one.

        >>> from ghostrules.calendars import Calendar
        >>> easter = Calendar.for_country("NL").why_closed(date(2026, 4, 5))
        >>> [closed.kind.value for closed in easter]
        ['weekend', 'holiday']
        """
        self._index.check(day)
        return _once(self._closures(day))

    def why_no_contact(self, day: date) -> tuple[ClosedDay, ...]:
        """Give the causes why nobody can be reached on a date; none if somebody can.

        >>> from ghostrules.calendars import Calendar
        >>> calendar = Calendar.for_country("NL", quiet=("24 dec",))
        >>> [closed.kind.value for closed in calendar.why_no_contact(date(2026, 12, 24))]
        ['quiet']
        """
        return self.why_shut(day, contact=True)

    def why_shut(self, day: date, *, contact: bool) -> tuple[ClosedDay, ...]:
        """Give the causes why a date has no hours, for contact or for work."""
        self._index.check(day)
        if self._hours(contact).intervals(day.toordinal()):
            return ()
        return _once(self._shutters(day, contact=contact))

    def half_days(self, day: date) -> tuple[ClosedDay, ...]:
        """Give the half days that fall on a date: business days that close early.

        >>> from ghostrules.calendars import Calendar
        >>> half, = Calendar.for_country("TR").half_days(date(2026, 10, 28))
        >>> half.kind.value, half.closes
        ('half-day', 780)
        """
        self._index.check(day)
        return _once(self._halves(day))

    def __and__(self, other: "Operations") -> "JointCalendar":
        """Join two calendars: open when both are.

        >>> from ghostrules.calendars import Calendar
        >>> (Calendar.for_country("NL") & Calendar.for_country("TR")).name
        'NL & TR'
        """
        from ghostrules.calendars._joint import join

        return join(self, other)

    def local_day(self, at: int) -> date:
        """Give the local date of an instant, in microseconds."""
        raise NotImplementedError

    def instant(self, day: date, minutes: int = 0) -> int:
        """Give the instant of a wall time, in minutes after local midnight (L3)."""
        raise NotImplementedError

    def _halves(self, day: date) -> Iterator[ClosedDay]:
        raise NotImplementedError

    def _closures(self, day: date) -> Iterator[ClosedDay]:
        raise NotImplementedError

    def _shutters(self, day: date, *, contact: bool) -> Iterator[ClosedDay]:
        raise NotImplementedError

    def _hours(self, contact: bool) -> OpenHours:
        return self.contact_hours if contact else self.working_hours

    def _add_slowly(self, day: date, n: int, roll: Roll | str | None) -> date:
        if type(n) is not int:
            raise CalendarError(f"`{n}` is no number of business days, expected a whole number")
        if n:
            return self._index.nth(day, n)
        if roll is None:
            raise CalendarError(
                "0 business days is a roll and needs its convention, "
                f"as in `roll='following'`; there are {_rolls()}"
            )
        return self.roll(day, roll)


def _once(causes: Iterator[ClosedDay]) -> tuple[ClosedDay, ...]:
    """Say a cause once that two parts of the same name share, in the words of the first."""
    first: dict[object, ClosedDay] = {}
    for cause in causes:
        same = cause.day, cause.kind, cause.names.english, cause.calendar, cause.closes
        first.setdefault(same, cause)
    return tuple(first.values())


def read_roll(convention: Roll | str) -> Roll:
    """Read the name of a convention, or refuse it with those that there are."""
    try:
        return Roll(convention)
    except ValueError:
        raise CalendarError(f"roll `{convention}` is unknown; there are {_rolls()}") from None


def _rolls() -> str:
    return ", ".join(f"`{roll}`" for roll in Roll)
