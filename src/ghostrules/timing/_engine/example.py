"""Examples: where a timing falls that counts from one certain Wednesday, in plain weeks."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from ghostrules.errors import GhostrulesError
from ghostrules.timing._pack import Pack
from ghostrules.timing._resolve import (
    dated,
    fall_dates,
    fall_instants,
    inner,
    occurrences,
    wall_time,
)
from ghostrules.timing._values import DeadlinePassed, When

if TYPE_CHECKING:
    from ghostrules.calendars import Calendar

_WEDNESDAY: Final = datetime(2026, 3, 4, 10, tzinfo=UTC)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOST: Final = 3


def example(when: When, pack: Pack) -> str:
    """Say when a timing falls that counts from a Wednesday at ten; nothing where nobody knows.

    Weeks begin on Monday, business days are Monday to Friday, and there are no holidays.
    """
    try:
        falls = _dates(when, pack) if dated(when) else _instants(when, pack)
    except (GhostrulesError, OverflowError):
        return ""
    start = _day(_WEDNESDAY.date(), pack) if dated(when) else _moment(_WEDNESDAY, pack)
    return pack.counted.format(start=start, falls=", ".join(falls))


def _dates(when: When, pack: Pack) -> list[str]:
    day, plain = _WEDNESDAY.date(), _plain()
    at = wall_time(when)

    def said(day: date) -> str:
        return _day(day, pack) if at is None else _at(day, at, pack)

    return [
        _span(said(first), said(last))
        for turn in range(1, min(occurrences(when), _MOST) + 1)
        for first, last in (fall_dates(when, day, plain, plain, turn),)
    ]


def _instants(when: When, pack: Pack) -> list[str]:
    if isinstance(inner(when), DeadlinePassed):
        return [_moment(_WEDNESDAY, pack)]
    return [
        _span(_moment(_later(first), pack), _moment(_later(last), pack))
        for turn in range(1, min(occurrences(when), _MOST) + 1)
        for first, last in (fall_instants(when, _micros(), turn),)
    ]


def _micros() -> int:
    return (_WEDNESDAY - _EPOCH) // timedelta(microseconds=1)


def _later(at: int) -> datetime:
    return _EPOCH + timedelta(microseconds=at)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} - {last}"


def _day(day: date, pack: Pack) -> str:
    return pack.date.format(
        weekday=pack.weekdays[day.weekday()],
        day=day.day,
        month=pack.months[day.month - 1],
        year=day.year,
    )


def _moment(at: datetime, pack: Pack) -> str:
    return _at(at.date(), at.time(), pack)


def _at(day: date, at: time, pack: Pack) -> str:
    clock = f"{at:%H}{pack.clock[0]}{at:%M}"
    return pack.moment.format(date=_day(day, pack), time=clock)


@cache
def _plain() -> "Calendar":
    from ghostrules.calendars import Calendar

    return Calendar.custom("plain", timezone="UTC", locale="en_GB")
