"""Hours as text: what is read, what is refused, and how it is written back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Hours
from ghostrules.errors import CalendarError


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("09:00-17:00", "09:00-17:00"),
        ("9:00 \u2013 17:00", "09:00-17:00"),
        ("mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00",) * 2,
        ("00:00-24:00", "00:00-24:00"),
        ("Monday, Wednesday 10:00-12:00", "mon, wed 10:00-12:00"),
        ("09:00-12:00, 12:00-14:00, 13:00-17:00", "09:00-17:00"),
        ("09:00-17:00; sat 10:00-14:00", "09:00-17:00; sat 10:00-14:00"),
        ("sat-mon 10:00-14:00", "mon, sat-sun 10:00-14:00"),
    ],
)
def test_reads_and_writes(text: str, written: str) -> None:
    """Hours are read whole and written in one form; ranges that touch are joined."""
    assert written == str(Hours.read(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("22:00-02:00", "over midnight at position 0; write `22:00-24:00` and, on the next day"),
        ("09:00-17", "`09:00-17` at position 0; did you mean `09:00-17:00`?"),
        ("mon 9am-5pm", "`9am-5pm` at position 4; did you mean `09:00-17:00`?"),
        ("09.30-17.00", "did you mean `09:30-17:00`?"),
        ("9-5", "`9-5` at position 0; did you mean `09:00-17:00`?"),
        ("mon-fri 8:30 to 5", "did you mean `08:30-17:00`?"),
        ("10pm-6am", "`10pm-6am` at position 0; expected a range as in `09:00-17:00`"),
        ("9-25", "`9-25` at position 0; expected a range as in `09:00-17:00`"),
        ("09:00-25:00", "a day runs from 00:00 to 24:00"),
        ("09:75-10:00", "a day runs from 00:00 to 24:00"),
        ("09:00-09:00", "without length"),
        ("mondy 09:00-17:00", "`mondy` in the hours .* is no weekday; did you mean `monday`?"),
        ("mon 09:00-12:00; mon 13:00-17:00", "`monday` named twice"),
        ("09:00-12:00; 13:00-17:00", "a second part without a weekday at position 12"),
        ("", "expected hours as in `09:00-17:00`"),
        ("mon-fri", "expected hours as in `09:00-17:00`"),
        ("09:00-17:00;", "expected hours as in `09:00-17:00`"),
        ("mon 1+1 09:00-17:00", "expected a range|is no weekday"),
    ],
)
def test_refuses(text: str, message: str) -> None:
    """A fault is named with its place and a suggestion that keeps the user's numbers."""
    with pytest.raises(CalendarError, match=message.replace("?", "\\?")):
        Hours.read(text)


RANGE = st.tuples(st.integers(0, 1438), st.integers(1, 1440)).filter(lambda r: r[0] < r[1])


def clock(minutes: int) -> str:
    """Write minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(0, 6), st.lists(RANGE, min_size=1, max_size=3), min_size=1))
def test_round_trip(week: dict[int, list[tuple[int, int]]]) -> None:
    """What is written reads back equal."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    text = "; ".join(
        f"{names[day]} " + ", ".join(f"{clock(a)}-{clock(b)}" for a, b in ranges)
        for day, ranges in week.items()
    )
    hours = Hours.read(text)
    assert hours == Hours.read(str(hours))


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from(["", "am", "pm"]))
def test_suggestions_are_accepted(first: int, last: int, half: str) -> None:
    """Whatever is suggested for a loose range can be read."""
    with pytest.raises(CalendarError) as caught:
        Hours.read(f"{first}{half}-{last}{half}")
    suggested = str(caught.value).rpartition("; ")[2].split("`")[1]
    assert suggested == str(Hours.read(suggested))
