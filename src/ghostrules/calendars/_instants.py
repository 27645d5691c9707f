"""Instants: aware datetimes outside, whole microseconds inside."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

from ghostrules.errors import CalendarError

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
DAY: Final = 24 * 60 * MINUTE
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_ORDINAL: Final = EPOCH.toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)

Instant = Annotated[int, "whole microseconds since 1970-01-01 00:00 UTC"]


def to_micros(at: datetime) -> int:
    """Turn an aware datetime into microseconds since 1970-01-01 00:00 UTC.

    >>> to_micros(datetime(1970, 1, 2, tzinfo=UTC))
    86400000000

    Raises `CalendarError` for a datetime without a time zone (L1).
    """
    try:
        return (at - EPOCH) // _MICROSECOND
    except TypeError:  # a naive datetime cannot be compared with an aware one
        raise _no_instant(at) from None


def _no_instant(at: object) -> CalendarError:
    if not isinstance(at, datetime):
        return CalendarError(f"`{at}` is no instant, expected a datetime with a time zone")
    return CalendarError(
        f"`{at.isoformat()}` has no time zone; "
        f"say which instant is meant, as in `{at.isoformat()}+00:00`"
    )


def from_micros(at: int) -> datetime:
    """Turn microseconds since 1970-01-01 00:00 UTC into an aware datetime in UTC.

    >>> from_micros(86_400_000_000)
    datetime.datetime(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc)
    """
    return EPOCH + at * _MICROSECOND  # half the price of `timedelta(microseconds=at)`


def micros(span: timedelta) -> int:
    """Turn a length of time into whole microseconds.

    >>> micros(timedelta(minutes=1))
    60000000
    """
    return span // _MICROSECOND
