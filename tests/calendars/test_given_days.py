"""Days that the user gives: closed, open, quiet."""

from datetime import UTC, date, datetime

import pytest

from ghostrules.calendars import Calendar, Cause
from ghostrules.errors import CalendarError

EVE = date(2026, 12, 24)


def test_closed_range_with_a_name() -> None:
    """A vacation closes its days, and says so."""
    calendar = Calendar.for_country("NL", closed=[("2026-07-20..2026-08-07", "vacation")])
    named = {c.names.own for c in calendar.closed_days(date(2026, 7, 20), date(2026, 8, 7))}
    assert ({"vacation", "zaterdag", "zondag"}, date(2026, 8, 10)) == (
        named,
        calendar.add_business_days(date(2026, 7, 17), 1),
    )


def test_closed_on_a_holiday() -> None:
    """A day can be closed for two reasons, and both are told."""
    calendar = Calendar.for_country("NL", closed=[(date(2026, 4, 6), "away")])
    kinds = {closed.kind for closed in calendar.why_closed(date(2026, 4, 6))}
    assert {Cause.HOLIDAY, Cause.CLOSED} == kinds


def test_open_beats_holiday_and_weekend() -> None:
    """A day given as open is worked, be it weekend or holiday."""
    calendar = Calendar.for_country("NL", open=[date(2026, 4, 6), ("2026-04-11", "inventory")])
    days = (date(2026, 4, 6), date(2026, 4, 11), date(2026, 4, 12))
    assert [calendar.is_business_day(day) for day in days] == [True, True, False]


def test_one_day_needs_no_list() -> None:
    """A single day, quiet day or category need not be wrapped in a list."""
    one = Calendar.for_country(
        "NL",
        closed="2026-07-20",
        quiet="24 dec",
        categories="optional",
    )
    many = Calendar.for_country(
        "NL", closed=["2026-07-20"], quiet=["24 dec"], categories=["optional"]
    )
    assert one == many


def test_open_and_closed() -> None:
    """A day cannot be open and closed."""
    with pytest.raises(CalendarError, match=r"`2026-04-11` is given as closed and as open"):
        Calendar.for_country("NL", open=["2026-04-11"], closed=["2026-04-10..2026-04-12"])


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("2026-02-30", "`2026-02-30` is no date"),
        (("2026-02-03", "a", "b"), "is no day with its name, expected a pair"),
        ("2026-08-07..2026-07-20", "did you mean `2026-07-20..2026-08-07`?"),
        ("2055-01-01", "`2055-01-01` lies outside .* 2000-01-01 to 2050-12-31"),
        (datetime(2026, 4, 6, tzinfo=UTC), "is no date"),
    ],
)
def test_refuses_closed(entry: str, message: str) -> None:
    """A closed day that cannot be read, or that is not covered, is refused (L7)."""
    with pytest.raises(CalendarError, match=message):
        Calendar.for_country("NL", closed=[entry])


def test_quiet_days_count() -> None:
    """A quiet day has no contact hours, and is a business day with work (L8)."""
    calendar = Calendar.for_country("NL", quiet=("24 dec", "27 Dec..2 January"))
    assert (
        calendar.is_business_day(EVE),
        calendar.contact_hours.intervals(EVE.toordinal()),
        bool(calendar.working_hours.intervals(EVE.toordinal())),
    ) == (True, (), True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24 dec", {date(2026, 12, 24), date(2027, 12, 24)}),
        ("30 dec..2 jan", {date(2026, 12, 30), date(2026, 12, 31)}),
        ("2026-12-24", {date(2026, 12, 24)}),
        ("2026-12-30..2027-12-24", {date(2026, 12, 30), date(2026, 12, 31), date(2027, 12, 24)}),
        (date(2027, 12, 24), {date(2027, 12, 24)}),
    ],
)
def test_quiet_forms(text: str, days: set[date]) -> None:
    """Quiet days are of every year or of one, and a range may turn the year."""
    calendar = Calendar.for_country("NL", quiet=(text,))
    asked = [date(2026, 12, 24), date(2026, 12, 30), date(2026, 12, 31), date(2027, 12, 24)]
    quiet = {d for d in asked if any(c.kind is Cause.QUIET for c in calendar.why_no_contact(d))}
    assert days == quiet


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("christmas", "expected one as in `24 dec`"),
        ("31 feb", "a day that feb does not have"),
        ("24 foo", "expected one as in `24 dec`"),
        ("24 dec..", None),
    ],
)
def test_refuses_quiet(entry: str, message: str | None) -> None:
    """A quiet day that cannot be read is refused; an open range is its first day."""
    if message is None:
        assert str(Calendar.for_country("NL", quiet=(entry,)).quiet[0]) == "24 dec"
    else:
        with pytest.raises(CalendarError, match=message):
            Calendar.for_country("NL", quiet=(entry,))


def test_saturday_contact_hours() -> None:
    """Saturday hours make contact possible, not a business day."""
    calendar = Calendar.for_country("NL", hours="09:00-17:00; sat 10:00-14:00")
    saturday = date(2026, 3, 28)
    assert (
        calendar.is_business_day(saturday),
        calendar.why_no_contact(saturday),
        len(calendar.contact_hours.intervals(saturday.toordinal())),
    ) == (False, (), 1)


def test_a_business_day_without_hours() -> None:
    """A weekday without hours stays a business day, and says why nobody can be reached."""
    calendar = Calendar.for_country("NL", hours="mon-thu 09:00-17:00")
    friday = date(2026, 3, 27)
    assert (
        calendar.is_business_day(friday),
        [closed.kind for closed in calendar.why_no_contact(friday)],
    ) == (True, [Cause.NO_HOURS])


def test_custom_has_only_its_own_days() -> None:
    """A custom calendar knows no holidays but those given."""
    days = Calendar.custom(
        "platform", timezone="UTC", locale="en_IE", closed=[("2026-12-25", "Christmas")]
    )
    assert (
        days.is_business_day(date(2026, 12, 25)),
        days.is_business_day(date(2026, 4, 6)),
        days.first_weekday,
    ) == (False, True, 0)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"half_days": [("2026-12-31",)]}, "no day with the time at which it closes"),
        ({"timezone": "Europe/Amsterdan"}, "`Europe/Amsterdan` is unknown.*`Europe/Amsterdam`"),
        ({"locale": "nl"}, "locale `nl` names no territory.*`nl_NL`"),
        ({"locale": "qq_NL"}, "unknown language `qq`"),
        ({"weekend": "mon-sun"}, "leaves no business day"),
        ({"weekend": (7,)}, "from 0 \\(Monday\\) to 6"),
        ({"first_weekday": 7}, "first day of the week"),
        ({"years": (2030, 2020)}, "the years `2030-2020` are no span"),
        ({"half_days": [("2026-12-31", "25:00")]}, "`25:00` in the half day `2026-12-31`"),
    ],
)
def test_refuses_what_makes_no_calendar(given: dict[str, object], message: str) -> None:
    """What makes no calendar is refused with what was expected."""
    with pytest.raises(CalendarError, match=message):
        Calendar.for_country("NL", **given)  # type: ignore[arg-type]
