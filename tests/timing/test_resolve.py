"""How timings fall on real calendars (L2-L6)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar
from ghostrules.errors import CalendarError, TimingError
from ghostrules.timing import (
    After,
    Anchor,
    Before,
    BusinessDays,
    Clipped,
    Crossed,
    Days,
    Duration,
    Every,
    Months,
    Weeks,
    Window,
    count_back,
    count_forward,
    fall_dates,
    fall_instants,
    from_symbol,
    read,
    resolve,
)

NL = Calendar.for_country("NL")
US = Calendar.for_country("US", timezone="America/New_York", locale="en_US")
TR = Calendar.for_country("TR")
EG = Calendar.for_country("EG")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOUR = 3_600_000_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

days = st.dates(date(2001, 1, 1), date(2049, 1, 1))


def falls(text: str, day: date, calendar: Calendar = NL, occurrence: int = 1) -> tuple[date, date]:
    """Resolve symbols from a date to a plain pair."""
    window = resolve(from_symbol(text), day, calendar, occurrence=occurrence)
    return window.earliest, window.latest


@pytest.mark.parametrize(
    ("day", "calendar", "expected"),
    [
        *[(date(2026, 11, n), each, 24) for n in range(16, 21) for each in (NL, TR, US, EG)],
        (date(2026, 11, 21), NL, 24),
        (date(2026, 11, 21), US, 24),
        (date(2026, 11, 21), EG, 1),
        (date(2026, 11, 22), NL, 24),
        (date(2026, 11, 22), TR, 24),
        (date(2026, 11, 22), US, 1),
        (date(2026, 11, 22), EG, 1),
    ],
)
def test_the_tuesday_of_the_following_week(day: date, calendar: Calendar, expected: int) -> None:
    """L5: weeks begin on the day of the client's territory."""
    window = resolve(read("the Tuesday of the following week"), day, calendar)
    assert window.earliest.day == window.latest.day == expected


@pytest.mark.parametrize(
    ("start", "calendar", "expected"),
    [
        (datetime(2026, 3, 25, 11, tzinfo=AMSTERDAM), NL, date(2026, 3, 31)),
        (datetime(2026, 3, 29, 11, tzinfo=AMSTERDAM), NL, date(2026, 3, 31)),
        (datetime(2026, 3, 29, 11, tzinfo=ZoneInfo("America/New_York")), US, date(2026, 4, 7)),
        (datetime(2026, 3, 30, 3, 30, tzinfo=UTC), US, date(2026, 4, 7)),
    ],
)
def test_a_moment_has_the_date_of_the_client(
    start: datetime, calendar: Calendar, expected: date
) -> None:
    """L2, L5: the date of an anchor is local to the client, as in the known answers."""
    assert resolve(read("the Tuesday of the following week"), start, calendar).earliest == expected


def test_hours_are_elapsed_across_a_clock_change() -> None:
    """L2: 48 hours are 48 hours where the clock goes forward, and two days are dates."""
    before = datetime(2026, 3, 28, 16, 30, tzinfo=AMSTERDAM)
    hours = resolve(read("48 hours after start"), before, NL)
    assert hours == Window(*(datetime(2026, 3, 30, 15, 30, tzinfo=UTC),) * 2)
    assert isinstance(hours.earliest, datetime)
    assert hours.earliest.astimezone(AMSTERDAM).hour == 17
    assert resolve(read("2 days after start"), before, NL).earliest == date(2026, 3, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x+36h", (36, 36)),
        ("x-48h", (-48, -48)),
        ("x..+24h", (0, 24)),
        ("x+4h..+7h", (4, 7)),
        ("x+7h..+4h", (7, 7)),
        ("x+1h*3", (2, 2)),
        ("x+1/5h", (5, 5)),
        ("x.deadline", (0, 0)),
    ],
)
def test_elapsed_timings_fall_at_instants(text: str, expected: tuple[int, int]) -> None:
    """L9: windows in hours run between instants; occurrences count from the anchor."""
    first, last = fall_instants(from_symbol(text), 100 * HOUR, 2)
    assert (first // HOUR - 100, last // HOUR - 100) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("x+1d", 26, 26),
        ("x-1d", 24, 24),
        ("x+0d", 25, 25),
        ("x..+3d", 25, 28),
        ("x+2d..+5d", 27, 30),
        ("x+5d..+2d", 30, 30),
        ("x+4d..+2bd", 29, 29),
        ("x+2bd..+5d", 27, 30),
        ("x@mon+0w", 23, 23),
        ("x@sun+0w", 29, 29),
        ("x@eow+0w", 30, 30),
        ("x.deadline", 26, 26),
        ("x+1/3d", 26, 26),
        ("x+1d*2", 26, 26),
    ],
)
def test_dated_timings_fall_on_dates(text: str, first: int, last: int) -> None:
    """L9: from Wednesday 25 March 2026, windows in days run between dates, the ends included."""
    assert falls(text, date(2026, 3, 25)) == (date(2026, 3, first), date(2026, 3, last))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x@eow+1w", date(2026, 4, 6)),
        ("x@eom+0mo", date(2026, 4, 1)),
        ("x@eom+1mo", date(2026, 5, 1)),
        ("x@eom+10mo", date(2027, 2, 1)),
        ("x+1w", date(2026, 4, 1)),
    ],
)
def test_weeks_and_months_pass(text: str, expected: date) -> None:
    """L3: what has passed is over on the first day after it."""
    assert falls(text, date(2026, 3, 25)) == (expected, expected)


def test_a_week_that_begins_on_sunday_passes_on_sunday() -> None:
    """L5: the end of a week is that of the client's territory."""
    assert falls("x@eow+0w", date(2026, 3, 25), US)[0] == date(2026, 3, 29)


def test_occurrences_count_from_the_anchor() -> None:
    """Every and several count from the anchor, months from its own day."""
    end = date(2026, 1, 31)
    monthly = [falls("x+1mo*4", end, occurrence=n)[0] for n in (1, 2, 3, 4)]
    assert monthly == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]
    ladder = [falls("x+30/60/90d", date(2026, 2, 28), occurrence=n)[0] for n in (1, 2, 3)]
    assert ladder == [date(2026, 3, 30), date(2026, 4, 29), date(2026, 5, 29)]


@pytest.mark.parametrize(
    ("text", "day", "reasons"),
    [
        ("x+1mo", date(2026, 1, 31), (Clipped(date(2026, 1, 31), 1, date(2026, 2, 28)),)),
        ("x+1mo", date(2028, 1, 31), (Clipped(date(2028, 1, 31), 1, date(2028, 2, 29)),)),
        ("x-1mo", date(2026, 3, 31), (Clipped(date(2026, 3, 31), -1, date(2026, 2, 28)),)),
        ("x+1mo", date(2026, 1, 28), ()),
        ("x+12mo", date(2026, 1, 31), ()),
    ],
)
def test_a_shorter_month_clips_with_a_reason(
    text: str, day: date, reasons: tuple[Clipped, ...]
) -> None:
    """L6: a month count takes the last day of a shorter month, and says so."""
    assert resolve(from_symbol(text), day, NL).reasons == reasons


def test_business_days_cross_closed_days_with_a_reason() -> None:
    """L4: three business days after Tuesday before Easter, and the five closures between."""
    window = resolve(from_symbol("x+3bd"), date(2026, 3, 31), NL)
    assert window.earliest == date(2026, 4, 7)
    assert window.reasons == (Crossed(NL.closed_days(date(2026, 4, 1), date(2026, 4, 7))),)
    back = resolve(from_symbol("x-3bd"), date(2026, 4, 7), NL)
    assert back.earliest == date(2026, 3, 31)
    assert back.reasons == window.reasons


def test_business_days_can_be_those_of_another() -> None:
    """L4: `days` names whose business days count, and weeks stay the client's."""
    before = date(2026, 4, 2)
    assert resolve(from_symbol("x+1bd"), before, NL).earliest == date(2026, 4, 7)
    window = resolve(from_symbol("x+1bd"), before, NL, days=TR)
    assert (window.earliest, window.reasons) == (date(2026, 4, 3), ())


@settings(max_examples=60, deadline=None)
@given(days, st.integers(1, 60))
def test_the_event_day_is_not_counted(day: date, number: int) -> None:
    """L4: n business days after a date are n business days, strictly after it; before mirrors."""
    amount = BusinessDays(number)
    forward, back = count_forward(amount, day, NL), count_back(amount, day, NL)
    assert NL.is_business_day(forward) is NL.is_business_day(back) is True
    assert NL.business_days_between(day, forward) == number
    assert sum(map(NL.is_business_day, _dates(back, day))) == number


def _dates(first: date, end: date) -> list[date]:
    return [date.fromordinal(n) for n in range(first.toordinal(), end.toordinal())]


@settings(max_examples=60, deadline=None)
@given(days, st.integers(0, 6), st.integers(0, 5))
def test_a_weekday_lies_in_its_week(day: date, weekday: int, week: int) -> None:
    """L5: the day found has the weekday, and its week begins that many weeks later."""
    for calendar in (NL, US):
        found = falls(f"x@{WEEKDAYS[weekday]}+{week}w", day, calendar)
        assert found[0].weekday() == weekday
        apart = calendar.week_start(found[0]) - calendar.week_start(day)
        assert apart.days == 7 * week


@settings(max_examples=60, deadline=None)
@given(days, st.integers(1, 40))
def test_counting_back_undoes_counting_forward(day: date, number: int) -> None:
    """L4: days and weeks are counted back as they are counted forward."""
    for amount in (Days(number), Weeks(number)):
        assert count_back(amount, count_forward(amount, day, NL), NL) == day


@pytest.mark.parametrize(
    ("text", "anchor", "fault"),
    [
        ("x+24h", date(2026, 3, 25), "hours cannot be counted from the date `2026-03-25`"),
        ("x+24h", datetime(2026, 3, 25, 9), "has no time zone"),  # noqa: DTZ001
        ("x+1d", datetime(2026, 3, 25, 9), "has no time zone"),  # noqa: DTZ001
    ],
)
def test_anchors_that_hours_cannot_count_from_are_refused(
    text: str, anchor: date, fault: str
) -> None:
    """L1, L2: a naive moment is refused, and so are hours from a date."""
    with pytest.raises(TimingError, match=fault):
        resolve(from_symbol(text), anchor, NL)


@pytest.mark.parametrize("occurrence", [0, 3])
def test_an_occurrence_must_be_there(occurrence: int) -> None:
    """An occurrence outside the timing's own is refused."""
    with pytest.raises(TimingError, match="expected one from 1 to 2"):
        resolve(from_symbol("x+30/60d"), date(2026, 3, 25), NL, occurrence=occurrence)


def test_a_deadline_takes_the_kind_of_its_window() -> None:
    """A granted deadline in hours is its instant, one in days the day after its last day (L12)."""
    ends = datetime(2026, 3, 25, 9, tzinfo=UTC)
    deadline = from_symbol("letter.deadline")
    assert resolve(deadline, ends, NL) == Window(ends, ends)
    assert resolve(deadline, date(2026, 3, 25), NL).earliest == date(2026, 3, 26)


@pytest.mark.parametrize("amount", [Days(9999), Weeks(9999), Months(9999)])
def test_dates_beyond_the_calendar_of_years_are_refused(
    amount: Days | Weeks | Months,
) -> None:
    """L7: a date that does not exist is an error, never a guess."""
    with pytest.raises(CalendarError, match="outside the years 1 to 9999"):
        fall_dates(Every(amount, 100), date(9990, 1, 1), NL, NL, 100)


def test_kinds_are_never_mixed() -> None:
    """L2: elapsed time is not counted from dates, nor dates from instants."""
    with pytest.raises(TimingError, match="expected days"):
        fall_dates(After(Duration(60)), date(2026, 3, 25), NL, NL)
    for dated in (After(Days(1)), Before(Days(1), Anchor("x")), from_symbol("+30/60d")):
        with pytest.raises(TimingError, match="expected elapsed time"):
            fall_instants(dated, 0)
