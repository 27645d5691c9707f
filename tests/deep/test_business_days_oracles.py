"""The long comparison of business days, and every territory that the data knows."""

import random
import warnings
from datetime import date

import holidays
import numpy as np
import pytest
import QuantLib as ql  # type: ignore[import-untyped]

from ghostrules.calendars import Calendar

CODES = ("NL", "DE-BY", "TR", "US-CA", "FR", "JP", "BR", "IR", "ZA", "AU-NSW")
TIMES = 5_000


def calendar(code: str) -> Calendar:
    """Make a calendar whose weekend does not change."""
    return Calendar.for_country(code, timezone="UTC", locale="en_US")


def pairs(code: str) -> list[tuple[date, int]]:
    """Draw dates and counts of either sign, far enough from the ends of the span."""
    rng = random.Random(code)
    first, last = date(2003, 1, 1).toordinal(), date(2047, 12, 31).toordinal()
    days = (date.fromordinal(rng.randint(first, last)) for _ in range(TIMES))
    return [(day, rng.choice([-1, 1]) * rng.randint(1, 400)) for day in days]


@pytest.mark.parametrize("code", CODES)
def test_numpy(code: str) -> None:
    """50,000 additions of business days equal numpy.busday_offset (L4)."""
    mine = calendar(code)
    weekmask = [weekday not in mine.weekends[0].weekdays for weekday in range(7)]
    peer = np.busdaycalendar(weekmask=weekmask, holidays=[off.day for off in mine.days_off])
    wrong = [
        (day, n)
        for day, n in pairs(code)
        if mine.add_business_days(day, n)
        != np.busday_offset(day, n, roll="backward" if n > 0 else "forward", busdaycal=peer).item()
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_quantlib(code: str) -> None:
    """50,000 additions of business days equal QuantLib's BespokeCalendar (L4)."""
    mine, peer = calendar(code), ql.BespokeCalendar(f"deep {code}")
    for weekday in mine.weekends[0].weekdays:
        peer.addWeekend((weekday + 1) % 7 + 1)
    for off in mine.days_off:
        peer.addHoliday(ql.Date(off.day.day, off.day.month, off.day.year))
    wrong = []
    for day, n in pairs(code):
        roll = ql.Preceding if n > 0 else ql.Following
        start = peer.adjust(ql.Date(day.day, day.month, day.year), roll)
        if mine.add_business_days(day, n) != peer.advance(start, n, ql.Days, roll).to_date():
            wrong.append((day, n))
    assert wrong == []


@pytest.mark.parametrize("country", sorted(holidays.list_supported_countries(False)))
def test_every_territory(country: str) -> None:
    """Every country says of every day of its span what its data says, and its parts build (L7)."""
    mine = calendar(country)
    span = range(mine.first_year, mine.last_year + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peer = holidays.country_holidays(country, years=span, expand=False, language="en_US")
    first, last = date(span[0], 1, 1).toordinal(), date(span[-1], 12, 31).toordinal()
    days = [date.fromordinal(ordinal) for ordinal in range(first, last + 1)]
    assert [d for d in days if mine.is_business_day(d) != peer.is_working_day(d)] == []
    parts = [f"{country}-{part}" for part in peer.subdivisions]
    years = (max(2020, mine.first_year), mine.last_year)
    made = [
        Calendar.for_country(part, timezone="UTC", locale="en_US", years=years) for part in parts
    ]
    assert parts == [each.name for each in made]
