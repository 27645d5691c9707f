"""Which values there are, and which there are not."""

from datetime import UTC, time
from itertools import count

import pytest

from ghostrules.errors import TimingError
from ghostrules.timing import (
    START,
    After,
    Anchor,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
    DeadlinePassed,
    Duration,
    Every,
    Months,
    OnWeekday,
    Part,
    Passed,
    Period,
    Previous,
    Several,
    Weeks,
    Within,
    amounts,
    anchor_of,
    dated,
    from_symbol,
    inner,
    occurrences,
    symbol,
    wall_time,
    with_anchor,
)

DAY = After(Days(1))


@pytest.mark.parametrize(
    "made",
    [
        lambda: Duration(-1),
        lambda: Duration(599_941),
        lambda: Days(10_000),
        lambda: Weeks(0),
        lambda: Months(0),
        lambda: BusinessDays(0),
        lambda: Days(True),
        lambda: Anchor("Reminder"),
        lambda: Anchor("reminder-24h"),
        lambda: Anchor("x" * 65),
        lambda: Anchor("x", part="opening"),  # type: ignore[arg-type]
        lambda: Anchor("notice", occurrence=0),
        lambda: Anchor("start", occurrence=1),
        lambda: Anchor("start", part=Part.DELIVERY),
        lambda: Before(Days(1), Previous()),  # type: ignore[arg-type]
        lambda: After(Days(1), "call"),  # type: ignore[arg-type]
        lambda: After(1),  # type: ignore[arg-type]
        lambda: OnWeekday(7, 0),
        lambda: OnWeekday(-1, 0),
        lambda: OnWeekday(0, -1),
        lambda: Passed(Period.WEEK, -1),
        lambda: Passed("year", 0),  # type: ignore[arg-type]
        lambda: Between(Days(1), Duration(60)),
        lambda: Several((Days(1),)),
        lambda: Several((Days(1), Weeks(1))),
        lambda: Several(tuple(map(Days, range(13)))),
        lambda: Several([Days(1), Days(2)]),  # type: ignore[arg-type]
        lambda: Several((1, 2)),  # type: ignore[arg-type]
        lambda: Several((Days(2), Days(1))),
        lambda: Several((Days(2), Days(2))),
        lambda: Every(Days(0), 2),
        lambda: Every(Duration(0), 2),
        lambda: Every(Days(1), 1),
        lambda: Every(Days(1), 101),
        lambda: DeadlinePassed("start"),
        lambda: DeadlinePassed("x" * 65),
        lambda: AtTime(time(9, 30, 15), DAY),
        lambda: AtTime("09:30", DAY),  # type: ignore[arg-type]
        lambda: AtTime(time(9), None),  # type: ignore[arg-type]
        lambda: AtTime(time(9, 30, tzinfo=UTC), DAY),
        lambda: AtTime(time(9), After(Duration(60))),
        lambda: AtTime(time(9), Several((Duration(60), Duration(120)))),
    ],
    ids=map(str, count()),
)
def test_impossible_values_are_refused(made: object) -> None:
    """A value that means nothing cannot be made."""
    assert callable(made)
    with pytest.raises(TimingError):
        made()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+24h", False),
        ("x-90min", False),
        ("..+24h", False),
        ("+4h..+7h", False),
        ("+1/2h", False),
        ("+1h*2", False),
        ("letter.deadline", False),
        ("+1d", True),
        ("x-2bd", True),
        ("@tue+1w", True),
        ("@eom+0mo", True),
        ("..+5bd", True),
        ("+5bd..+30d", True),
        ("+30/60d", True),
        ("+1mo*2", True),
        ("+1d T09:30", True),
    ],
)
def test_days_are_dates_and_hours_are_not(text: str, expected: bool) -> None:
    """L2: a timing gives a date unless it counts hours or minutes."""
    assert dated(from_symbol(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("+1d", 1), ("+30/60/90d", 3), ("+1w*5", 5), ("+30/60d T09:30", 2)]
)
def test_occurrences_are_counted(text: str, expected: int) -> None:
    """Several amounts and repetitions fall as often as they say."""
    assert occurrences(from_symbol(text)) == expected


@pytest.mark.parametrize(
    "text", ["+24h", "..+1d", "@tue+1w", "@eow+0w", "+4d..+7d", "+30/60d", "+1w*3", "+1d T09:30"]
)
def test_the_step_before_can_be_named(text: str) -> None:
    """`with_anchor` names what a timing counts from and changes nothing else."""
    assert symbol(with_anchor(from_symbol(text), Anchor("call"))) == f"call{text}"


def test_a_deadline_is_an_anchor_of_its_step() -> None:
    """A granted deadline counts from the deadline of the step that granted it."""
    deadline = DeadlinePassed("letter", occurrence=2)
    assert anchor_of(deadline) == Anchor("letter", occurrence=2, part=Part.DEADLINE)
    assert with_anchor(deadline, Anchor("other")) == DeadlinePassed("other")


def test_a_time_of_day_is_looked_through() -> None:
    """The timing inside and the time of day are both at hand."""
    timed = AtTime(time(9, 30), DAY)
    assert (inner(timed), inner(DAY)) == (DAY, DAY)
    assert (wall_time(timed), wall_time(DAY)) == (time(9, 30), None)


def test_amounts_are_listed_in_order() -> None:
    """The amounts of a timing are those of its text."""
    assert amounts(Within(Days(5), START)) == (Days(5),)
    assert amounts(Between(BusinessDays(5), Days(30))) == (BusinessDays(5), Days(30))
    assert amounts(OnWeekday(0, 0)) == ()


def test_elapsed_time_is_written_in_whole_hours_where_it_can_be() -> None:
    """120 minutes and 2 hours are one value, and several amounts share one unit."""
    several = Several((Duration(60), Duration(90)))
    assert (symbol(After(Duration(120))), symbol(several)) == ("+2h", "+60/90min")
