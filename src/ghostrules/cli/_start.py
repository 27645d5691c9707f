"""The instant from which a plan is made, as a person writes it."""

from datetime import UTC, date, datetime, timedelta

from ghostrules.calendars import Calendar, from_micros
from ghostrules.cli._wrong import Wrong

_EXAMPLE = "2026-03-27T16:30"


def read_start(text: str, client: Calendar, option: str = "--start") -> datetime:
    """Read an instant, given as `option`; without an offset it is the client's local time (L3)."""
    _refuse_date(text, option)
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        raise Wrong(
            f"`{option}` is `{text}`, expected a date and a time", f"write it as in `{_EXAMPLE}`"
        ) from None
    _demand_covered(start, client, option)
    return _local(start, client) if start.utcoffset() is None else start.astimezone(UTC)


def _refuse_date(text: str, option: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return
    raise Wrong(
        f"`{option}` is `{text}`, a date without a time of day", f"write it as in `{day}T09:00`"
    )


def _demand_covered(start: datetime, client: Calendar, option: str) -> None:
    if not client.first_year <= start.year <= client.last_year:
        raise Wrong(
            f"`{option}` is in `{start.year}`, expected a year that the calendar `{client.name}` "
            f"covers, {client.first_year} to {client.last_year}"
        )


def _local(start: datetime, client: Calendar) -> datetime:
    within = timedelta(seconds=start.second, microseconds=start.microsecond)
    return from_micros(client.instant(start.date(), start.hour * 60 + start.minute)) + within
