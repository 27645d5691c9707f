"""Weeks begin where the territory says (L5)."""

from datetime import date

import pytest

from ghostrules.calendars import Calendar, WeekBegins
from ghostrules.errors import CalendarError

TUESDAY = 1


def calendar(territory: str, locale: str = "en_US") -> Calendar:
    """Make the calendar of a territory, whatever its zone."""
    return Calendar.for_country(territory, timezone="UTC", locale=locale)


@pytest.mark.parametrize("territory", ["NL", "DE", "TR", "GB"])
def test_monday_weeks(territory: str) -> None:
    """Tuesday of the following week, from Monday 16 to Sunday 22 November 2026 (L5)."""
    found = {calendar(territory).weekday_of_week(date(2026, 11, d), 1, 1) for d in range(16, 23)}
    assert {date(2026, 11, 24)} == found


@pytest.mark.parametrize("territory", ["US", "IL", "BR"])
def test_sunday_weeks(territory: str) -> None:
    """Where weeks begin on Sunday, Sunday 22 November already counts from the next (L5)."""
    weeks = calendar(territory)
    found = [weeks.weekday_of_week(date(2026, 11, day), TUESDAY, 1) for day in (16, 20, 21, 22)]
    assert [date(2026, 11, 24)] * 3 + [date(2026, 12, 1)] == found


@pytest.mark.parametrize("territory", ["EG", "IR"])
def test_saturday_weeks(territory: str) -> None:
    """Where weeks begin on Saturday, 21 and 22 November already count from the next (L5)."""
    weeks = calendar(territory)
    found = [weeks.weekday_of_week(date(2026, 11, day), TUESDAY, 1) for day in (16, 20, 21, 22)]
    assert [date(2026, 11, 24)] * 2 + [date(2026, 12, 1)] * 2 == found


def test_language_does_not_move_the_week() -> None:
    """A German client who reads English has German weeks (L5)."""
    assert calendar("DE", "en_US").first_weekday == 0


def test_week_start_is_overridable() -> None:
    """The first day of the week can be given."""
    weeks = Calendar.for_country("NL", first_weekday=6)
    assert date(2026, 3, 29) == weeks.week_start(date(2026, 3, 31))


def test_same_week_may_lie_before() -> None:
    """With no weeks in between the weekday may lie before the date."""
    assert date(2026, 11, 17) == calendar("NL").weekday_of_week(date(2026, 11, 20), TUESDAY, 0)


def test_week_is_explained() -> None:
    """The reason for a weekday of a week is the day on which weeks begin."""
    explained = calendar("US").explained.weekday_of_week(date(2026, 11, 22), TUESDAY, 1)
    assert (WeekBegins(6, "US"),) == explained.reasons


@pytest.mark.parametrize("weekday", [7, -1, True, 1.0])
def test_refuses_no_weekday(weekday: int) -> None:
    """Only numbers from Monday 0 to Sunday 6 are weekdays."""
    with pytest.raises(CalendarError, match=r"from 0 \(Monday\) to 6 \(Sunday\)"):
        calendar("NL").weekday_of_week(date(2026, 11, 20), weekday, 1)


def test_refuses_weeks_past_all_years() -> None:
    """So many weeks that no date is left are refused like a date outside the span (L7)."""
    with pytest.raises(CalendarError, match="from 2000-01-01 to 2050-12-31"):
        calendar("NL").weekday_of_week(date(2026, 11, 20), TUESDAY, 10**9)
