"""Why a day is not a business day, or not open: values that name the cause and whose it is."""

from datetime import date, datetime
from enum import StrEnum

from attrs import field, frozen


class Cause(StrEnum):
    """What closes a day.

    >>> Cause.HOLIDAY.value
    'holiday'

    `weekend`, `holiday` and `closed` (a day the user closed) take a business day away; `quiet`,
    `no-hours` and `half-day` only take hours.
    """

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    QUIET = "quiet"
    NO_HOURS = "no-hours"
    HALF_DAY = "half-day"


@frozen
class Names:
    """A name in English and in the calendar's own language.

    >>> Names("Easter Monday", "Tweede paasdag").own
    'Tweede paasdag'
    """

    english: str
    own: str


@frozen
class ClosedDay:
    """One cause that closes one day of one calendar.

    >>> ClosedDay(date(2026, 4, 6), Cause.HOLIDAY, Names("Easter Monday", "Ostermontag"), "DE").kind
    <Cause.HOLIDAY: 'holiday'>

    `calendar` is the name of the calendar, `estimated` says that the date of the holiday is
    foreseen and not yet fixed (L7). `closes` says when a half day closes, in minutes after local
    midnight; of all other causes it is `None`. `territory` is that of the calendar, if it has one.
    """

    day: date
    kind: Cause
    names: Names
    calendar: str
    estimated: bool = field(default=False, kw_only=True)
    closes: int | None = field(default=None, kw_only=True)
    territory: str | None = field(default=None, kw_only=True, eq=False, repr=False)


@frozen
class OutsideHours:
    """An instant on a day with hours, but outside them.

    `at` is an aware datetime in UTC.
    """

    at: datetime
    calendar: str


@frozen
class OtherMonth:
    """A modified roll turned round, because `day` lies in another month."""

    day: date
    calendar: str


@frozen
class WeekBegins:
    """Weeks begin on `weekday`, counted from Monday as 0, in the calendar's territory (L5)."""

    weekday: int
    calendar: str


Reason = ClosedDay | OutsideHours | OtherMonth | WeekBegins
