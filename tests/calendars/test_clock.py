"""Wall times and instants across clock changes (L3)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar, from_micros, to_micros

ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/Havana",
    "Africa/Casablanca",
    "Asia/Beirut",
)


def in_zone(zone: str, hours: str = "09:00-17:00") -> Calendar:
    """Make a calendar in a zone."""
    return Calendar.custom("zone", timezone=zone, locale="en_IE", hours=hours)


@pytest.mark.parametrize(
    ("day", "minutes", "expected"),
    [
        (date(2026, 3, 29), 120, "2026-03-29T01:00+00:00"),
        (date(2026, 3, 29), 150, "2026-03-29T01:30+00:00"),
        (date(2026, 3, 29), 180, "2026-03-29T01:00+00:00"),
        (date(2026, 10, 25), 150, "2026-10-25T00:30+00:00"),
        (date(2026, 10, 25), 180, "2026-10-25T02:00+00:00"),
        (date(2026, 10, 25), 0, "2026-10-24T22:00+00:00"),
        (date(2026, 10, 25), 1440, "2026-10-25T23:00+00:00"),
    ],
)
def test_gap_and_overlap(day: date, minutes: int, expected: str) -> None:
    """A skipped wall time moves forward by the gap; of one that occurs twice the first (L3)."""
    calendar = in_zone("Europe/Amsterdam")
    assert datetime.fromisoformat(expected) == from_micros(calendar.instant(day, minutes))


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=60, deadline=None)
@given(at=st.datetimes(datetime(2001, 1, 1), datetime(2049, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_local_day(zone: str, at: datetime) -> None:
    """The local date of an instant is the one that the zone's clock shows."""
    assert at.astimezone(ZoneInfo(zone)).date() == in_zone(zone).local_day(to_micros(at))


@pytest.mark.parametrize("zone", ZONES)
def test_local_day_around_every_midnight(zone: str) -> None:
    """Near midnight too, also where the clock goes back over it (St. John's until 2011)."""
    calendar, wrong = in_zone(zone), []
    for days in range(0, 365 * 12, 1):
        midnight = calendar.instant(date(2001, 1, 2) + timedelta(days=days))
        for shift in (-1, 0, 61_000_000, 1_800_000_000):
            at = from_micros(midnight + shift)
            if at.astimezone(ZoneInfo(zone)).date() != calendar.local_day(midnight + shift):
                wrong.append(at)
    assert wrong == []


@pytest.mark.parametrize("zone", ZONES)
@settings(max_examples=40, deadline=None)
@given(day=st.dates(date(2001, 1, 1), date(2049, 1, 1)), minutes=st.integers(0, 1439))
def test_wall_time(zone: str, day: date, minutes: int) -> None:
    """A wall time that exists is shown by the zone's clock at its instant (L3)."""
    wall = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes)
    aware = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert aware == from_micros(in_zone(zone).instant(day, minutes))


def test_a_day_that_never_was() -> None:
    """Samoa left out 30 December 2011: it has no hours."""
    samoa = in_zone("Pacific/Apia")
    assert (
        samoa.working_hours.intervals(date(2011, 12, 30).toordinal()),
        len(samoa.working_hours.intervals(date(2011, 12, 29).toordinal())),
    ) == ((), 1)


def test_hours_inside_a_gap() -> None:
    """Hours that a clock change swallows whole are not there that day; others keep their length."""
    early = in_zone("Europe/Amsterdam", "sun 02:00-03:00, 04:00-05:00")
    slots = early.working_hours.intervals(date(2026, 3, 29).toordinal())
    assert [(closes - opens) // 60_000_000 for opens, closes in slots] == [60]


def test_a_night_that_is_longer() -> None:
    """Hours over the repeated hour last an hour longer."""
    night = in_zone("Europe/Amsterdam", "sun 01:00-04:00")
    ((opens, closes),) = night.working_hours.intervals(date(2026, 10, 25).toordinal())
    assert (closes - opens) // 60_000_000 == 4 * 60
