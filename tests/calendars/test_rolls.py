"""Rolls: the five conventions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar, OtherMonth, Roll
from ghostrules.errors import CalendarError

NL = Calendar.for_country("NL")
DAYS = st.dates(date(2001, 1, 1), date(2049, 12, 31))


@pytest.mark.parametrize(
    ("convention", "expected"),
    [
        ("unadjusted", date(2026, 5, 31)),
        ("following", date(2026, 6, 1)),
        ("preceding", date(2026, 5, 29)),
        ("modified-following", date(2026, 5, 29)),
        ("modified-preceding", date(2026, 5, 29)),
    ],
)
def test_end_of_month(convention: str, expected: date) -> None:
    """Sunday 31 May 2026 rolls as each convention says."""
    assert expected == NL.roll(date(2026, 5, 31), convention)


def test_modified_preceding_stays_in_the_month() -> None:
    """Sunday 1 March 2026 would go back into February, so it goes on to Monday."""
    assert date(2026, 3, 2) == NL.roll(date(2026, 3, 1), Roll.MODIFIED_PRECEDING)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from([roll for roll in Roll if roll is not Roll.UNADJUSTED]))
def test_gives_a_business_day(day: date, roll: Roll) -> None:
    """A roll gives a business day, and leaves a business day where it is (L6)."""
    rolled = NL.roll(day, roll)
    assert (True, NL.is_business_day(day)) == (NL.is_business_day(rolled), rolled == day)


def test_turning_round_is_explained() -> None:
    """A modified roll says that it turned round, and what it saw on the way (L6)."""
    reasons = NL.explained.roll(date(2026, 5, 31), "modified-following").reasons
    assert OtherMonth(date(2026, 6, 1), "NL") == reasons[-1]
    assert [r.names.english for r in reasons[:-1]] == ["Sunday", "Saturday"]  # type: ignore[union-attr]


def test_unknown_convention() -> None:
    """An unknown convention is refused with those that there are."""
    with pytest.raises(CalendarError, match=r"roll `next` is unknown; there are `unadjusted`"):
        NL.roll(date(2026, 5, 31), "next")
