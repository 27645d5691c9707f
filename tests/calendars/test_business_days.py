"""Business days counted, against oracles that nobody here wrote."""

import random
from datetime import date, datetime, timedelta
from typing import Literal

import numpy as np
import pytest
import QuantLib as ql  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar
from ghostrules.errors import CalendarError

CALENDARS = {
    code: Calendar.for_country(code, timezone="UTC", locale="en_US", half_day_closes="12:00")
    for code in ("NL", "DE-BY", "TR", "US-CA", "GB-SCT", "IR", "AE", "CN", "JP", "BR")
}
DAYS = st.dates(date(2001, 1, 1), date(2049, 12, 31))


def weekmask(calendar: Calendar) -> list[bool]:
    """Give the weekdays that are worked under the last weekend."""
    return [weekday not in calendar.weekends[-1].weekdays for weekday in range(7)]


def oracle_days(rng: random.Random, calendar: Calendar) -> date:
    """Choose a day after the last change of the weekend, away from worked weekend days."""
    first = max(calendar.weekends[-1].since, date(calendar.first_year + 1, 1, 1))
    if calendar.open_days:
        first = max(first, calendar.open_days[-1].day + timedelta(days=400))
    return first + timedelta(days=rng.randrange((date(2048, 12, 31) - first).days))


@pytest.mark.parametrize("code", CALENDARS)
def test_agrees_with_numpy(code: str) -> None:
    """Adding business days equals numpy.busday_offset (L4)."""
    rng, calendar = random.Random(code), CALENDARS[code]
    peer = np.busdaycalendar(
        weekmask=weekmask(calendar), holidays=[off.day for off in calendar.days_off]
    )
    for _ in range(400):
        day, n = oracle_days(rng, calendar), rng.choice([-1, 1]) * rng.randint(1, 250)
        roll: Literal["backward", "forward"] = "backward" if n > 0 else "forward"
        expected = np.busday_offset(day, n, roll=roll, busdaycal=peer)
        assert expected.item() == calendar.add_business_days(day, n)


@pytest.mark.parametrize("code", CALENDARS)
def test_agrees_with_quantlib(code: str) -> None:
    """Adding business days equals QuantLib's BespokeCalendar (L4)."""
    rng, calendar = random.Random(code + "ql"), CALENDARS[code]
    peer = ql.BespokeCalendar(f"ordinary {code}")
    for weekday in calendar.weekends[-1].weekdays:
        peer.addWeekend((weekday + 1) % 7 + 1)
    for off in calendar.days_off:
        peer.addHoliday(ql.Date(off.day.day, off.day.month, off.day.year))
    for _ in range(100):
        day, n = oracle_days(rng, calendar), rng.choice([-1, 1]) * rng.randint(1, 250)
        start = ql.Date(day.day, day.month, day.year)
        roll = ql.Preceding if n > 0 else ql.Following
        found = peer.advance(peer.adjust(start, roll), n, ql.Days, roll)
        expected = date(found.year(), found.month(), found.dayOfMonth())
        assert expected == calendar.add_business_days(day, n)


@pytest.mark.parametrize("code", CALENDARS)
@settings(max_examples=40, deadline=None)
@given(day=DAYS, n=st.integers(-120, 120).filter(bool))
def test_counts_as_a_walk_does(code: str, day: date, n: int) -> None:
    """The table gives what walking day by day gives, and the event day is not counted (L4)."""
    calendar = CALENDARS[code]
    if not calendar.first_year + 1 <= day.year <= calendar.last_year - 1:
        day = day.replace(year=calendar.first_year + 1, day=1)
    walked, left = day, abs(n)
    while left:
        walked += timedelta(days=1 if n > 0 else -1)
        left -= not calendar.why_closed(walked)
    assert walked == calendar.add_business_days(day, n)


@settings(max_examples=150, deadline=None)
@given(day=DAYS, n=st.integers(-300, 300).filter(bool))
def test_between_undoes_add(day: date, n: int) -> None:
    """The business days between a date and the n-th from it are n, of either sign (L4)."""
    calendar = CALENDARS["NL"]
    near = min(max(day, date(2003, 1, 1)), date(2047, 12, 31))
    assert n == calendar.business_days_between(near, calendar.add_business_days(near, n))


def test_between_leaves_out_the_first_day(nl: Calendar) -> None:
    """Counting goes from the first date, without it, up to the last, with it."""
    assert [
        nl.business_days_between(date(2026, 3, 31), date(2026, 3, 31)),
        nl.business_days_between(date(2026, 3, 30), date(2026, 3, 31)),
        nl.business_days_between(date(2026, 3, 31), date(2026, 3, 30)),
        nl.business_days_between(date(2026, 3, 31), date(2026, 4, 7)),
    ] == [0, 1, -1, 3]


def test_crosses_easter(nl: Calendar) -> None:
    """Three business days after 31 March 2026 is 7 April, over Good Friday and Easter Monday."""
    assert date(2026, 4, 7) == nl.add_business_days(date(2026, 3, 31), 3)


def test_zero_days_need_a_roll(nl: Calendar) -> None:
    """No business days at all is a roll, and the conventions are named."""
    with pytest.raises(CalendarError, match=r"`following`.*`modified-preceding`"):
        nl.add_business_days(date(2026, 4, 6), 0)


def test_zero_days_with_a_roll(nl: Calendar) -> None:
    """With a convention, zero business days gives what the roll gives."""
    assert date(2026, 4, 7) == nl.add_business_days(date(2026, 4, 6), 0, roll="following")


@pytest.mark.parametrize("n", [2.0, True, "2", None])
def test_refuses_what_is_no_count(nl: Calendar, n: object) -> None:
    """Only a whole number counts business days."""
    with pytest.raises(CalendarError, match=r"expected a whole number"):
        nl.add_business_days(date(2026, 4, 6), n)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [datetime(2026, 4, 6), 5, "2026-04-06"])  # noqa: DTZ001
def test_refuses_what_is_no_date(nl: Calendar, day: object) -> None:
    """A moment is no date, and neither is a number or a text (L2)."""
    with pytest.raises(CalendarError, match=r"expected a day without a time"):
        nl.add_business_days(day, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [date(2101, 1, 1), date(2051, 1, 1), date(1999, 12, 31)])
def test_refuses_a_date_without_data(nl: Calendar, day: date) -> None:
    """A date outside the span is no working day but an error that names the span (L7)."""
    for ask in (
        nl.is_business_day,
        lambda day: nl.add_business_days(day, 1),
        lambda day: nl.add_business_days(day, -1),
        lambda day: nl.roll(day, "unadjusted"),
        lambda day: nl.business_days_between(date(2026, 1, 1), day),
        nl.week_start,
        nl.why_closed,
        nl.why_no_contact,
        lambda day: nl.closed_days(date(2026, 1, 1), day),
        lambda day: nl.weekday_of_week(day, 1, 0),
    ):
        with pytest.raises(CalendarError, match=r"from 2000-01-01 to 2050-12-31"):
            ask(day)


@pytest.mark.parametrize(("day", "n"), [(date(2050, 12, 28), 5), (date(2000, 1, 5), -9)])
def test_refuses_to_count_past_the_data(nl: Calendar, day: date, n: int) -> None:
    """A count that leaves the span is an error (L7)."""
    with pytest.raises(CalendarError, match=f"{n} business days from `{day}`"):
        nl.add_business_days(day, n)


def test_grows_to_both_ends() -> None:
    """The table grows to the whole span, whichever end is asked for first (L7)."""
    calendar = Calendar.custom("plain", timezone="UTC", locale="en_IE", years=(2020, 2029))
    assert date(2029, 12, 31) == calendar.add_business_days(date(2025, 6, 2), 1195)
    assert date(2020, 1, 1) == calendar.add_business_days(date(2025, 6, 2), -1413)
