"""Open hours: closed slots, searched from any instant (L8)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar, Cause, ClosedDay, OutsideHours, from_micros, to_micros
from ghostrules.errors import CalendarError

NL = Calendar.for_country("NL", quiet=("24 dec",))
HOUR = timedelta(hours=1)


def ams(text: str) -> datetime:
    """Read a wall time in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("at", "following", "preceding"),
    [
        ("2026-04-02T09:00", "2026-04-02T09:00", "2026-04-02T09:00"),
        ("2026-04-02T17:00", "2026-04-02T17:00", "2026-04-02T17:00"),
        ("2026-04-02T17:01", "2026-04-07T09:00", "2026-04-02T17:00"),
        ("2026-04-05T12:00", "2026-04-07T09:00", "2026-04-02T17:00"),
        ("2026-04-07T08:59", "2026-04-07T09:00", "2026-04-02T17:00"),
        ("2026-04-07T12:34", "2026-04-07T12:34", "2026-04-07T12:34"),
    ],
)
def test_next_and_previous(at: str, following: str, preceding: str) -> None:
    """Both ends of the hours are inside; else the next opening, the last closing (L8)."""
    assert (ams(following), ams(preceding)) == (NL.next_open(ams(at)), NL.previous_open(ams(at)))


def test_contact_knows_quiet_days() -> None:
    """On 24 December there is work and no contact (L8)."""
    at = ams("2026-12-24T10:00")
    assert (at, ams("2026-12-28T09:00")) == (NL.next_open(at), NL.next_open(at, contact=True))


@pytest.mark.parametrize(
    ("at", "hours", "expected"),
    [
        ("2026-04-02T16:00", 1, "2026-04-02T17:00"),
        ("2026-04-02T16:00", 2, "2026-04-07T10:00"),
        ("2026-04-04T12:00", 8, "2026-04-07T17:00"),
        ("2026-04-07T10:00", -1, "2026-04-07T09:00"),
        ("2026-04-07T10:00", -2, "2026-04-02T16:00"),
        ("2026-04-04T12:00", 0, "2026-04-07T09:00"),
    ],
)
def test_open_time(at: str, hours: int, expected: str) -> None:
    """Open time is counted over closed days, in both directions."""
    assert ams(expected) == NL.add_open_time(ams(at), hours * HOUR)


MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2049, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001


@settings(max_examples=80, deadline=None)
@given(MOMENTS, st.integers(1, 10_000))
def test_open_time_there_and_back(at: datetime, minutes: int) -> None:
    """Going over open time and back returns to the opening instant from which it went."""
    start = NL.next_open(at)
    there = NL.add_open_time(start, timedelta(minutes=minutes))
    assert NL.add_open_time(there, timedelta(minutes=-minutes)) in (
        start,
        NL.previous_open(start - timedelta(microseconds=1)),
    )


@settings(max_examples=80, deadline=None)
@given(MOMENTS)
def test_nothing_open_is_passed_over(at: datetime) -> None:
    """Between an instant and the next open one nothing is open; the two searches agree (L8)."""
    micros = to_micros(at)
    opens = NL.contact_hours.next(micros)
    inside = NL.contact_hours.contains(micros)
    assert (inside, inside or None) == (
        opens == micros,
        None if NL.contact_hours.first_between(micros, opens) is None and not inside else True,
    )
    assert opens == NL.contact_hours.previous(opens)


def test_a_slot_counts_in_a_window_that_it_overlaps_with_some_length() -> None:
    """L8: a window that only touches a slot holds none; a minute more, and it does."""
    first_between = NL.contact_hours.first_between
    closing, opening = (to_micros(ams(t)) for t in ("2026-04-02T17:00", "2026-04-07T09:00"))
    earlier, later = (to_micros(ams(t)) for t in ("2026-04-02T16:59", "2026-04-07T09:01"))

    assert [None, earlier, opening] == [
        first_between(closing, opening),
        first_between(earlier, opening),
        first_between(closing, later),
    ]


@pytest.mark.parametrize(
    ("ask", "at"),
    [
        (NL.next_open, "2050-12-31T20:00"),
        (NL.previous_open, "2000-01-01T04:00"),
        (NL.next_open, "1999-12-31T12:00"),
        (NL.next_open, "1990-01-01T12:00"),
        (NL.next_open, "2051-01-01T12:00"),
        (NL.previous_open, "2051-01-01T00:00"),
        (NL.previous_open, "2070-01-01T00:00"),
    ],
)
def test_search_stops_at_the_span(ask: Callable[[datetime], datetime], at: str) -> None:
    """A search that would leave the span is an error (L7)."""
    with pytest.raises(CalendarError, match=r"from 2000-01-01 to 2050-12-31"):
        ask(ams(at))


@pytest.mark.parametrize("days", [-30_000, 30_000])
def test_open_time_stops_at_the_span(days: int) -> None:
    """Open time that would leave the span is an error (L7)."""
    with pytest.raises(CalendarError, match=r"leaves the years that calendar `NL` covers"):
        NL.add_open_time(ams("2026-04-02T16:00"), timedelta(days=days))


def test_naive_instants_are_refused() -> None:
    """An instant without a time zone is refused with what to write (L1)."""
    with pytest.raises(CalendarError, match=r"as in `2026-04-02T16:00:00\+00:00`"):
        NL.next_open(datetime(2026, 4, 2, 16))  # noqa: DTZ001


def test_reasons_of_the_next_opening() -> None:
    """The next opening after Thursday evening before Easter names every closed day (L6)."""
    explained = NL.explained.next_open(ams("2026-04-02T18:00"))
    names = [r.names.english for r in explained.reasons if isinstance(r, ClosedDay)]
    easter = ["Good Friday", "Saturday", "Sunday", "Easter Sunday", "Easter Monday"]
    assert (OutsideHours(ams("2026-04-02T18:00"), "NL"), easter) == (explained.reasons[0], names)


def test_reasons_of_an_early_closing(tr: Calendar) -> None:
    """After 13:00 on a half day the half day is named."""
    at = datetime(2026, 3, 19, 10, 30, tzinfo=UTC)
    kinds = [getattr(reason, "kind", None) for reason in tr.explained.next_open(at).reasons]
    assert kinds[0] == Cause.HALF_DAY


def test_reasons_of_open_time_and_counts() -> None:
    """Open time and counts name what they crossed, an opening at once names nothing."""
    at = ams("2026-04-02T16:00")
    crossed = NL.explained.add_open_time(at, 2 * HOUR).reasons
    counted = NL.explained.add_business_days(date(2026, 4, 2), 1).reasons
    between = NL.explained.business_days_between(date(2026, 4, 2), date(2026, 4, 7))
    back = NL.explained.previous_open(ams("2026-04-06T12:00"))
    assert (crossed, 1, crossed, ()) == (
        counted,
        between.value,
        between.reasons,
        NL.explained.next_open(at).reasons,
    )
    assert ams("2026-04-02T17:00") == back.value
    assert len(crossed) == len(back.reasons)


def test_micros_round_trip() -> None:
    """An instant survives its form as a number."""
    at = datetime(2026, 4, 2, 16, 0, 0, 123_456, tzinfo=UTC)
    assert at == from_micros(to_micros(at))


def test_weekly_pattern_looks_at_no_holidays() -> None:
    """Whether there is a slot in a fortnight depends on the weekly hours alone."""
    closed = Calendar.for_country("NL", closed=["2050-01-01..2050-12-31"], years=(2040, 2050))
    assert closed.contact_hours.has_slot_within()
