"""How long clients take to answer, measured from journals in their contact hours."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import response_times
from ghostrules.calendars import Calendar
from ghostrules.errors import CalendarError, EventError
from ghostrules.events import (
    Adopted,
    Answered,
    Cancelled,
    Elapsed,
    Event,
    Opening,
    Paid,
    Replied,
    Retracted,
    Signal,
    Started,
)
from ghostrules.response_times import ResponseTimes

NL = Calendar.for_country("NL", hours="09:00-17:00", quiet=("24 dec",))
ALWAYS = Calendar.custom(
    "always", timezone="Europe/Amsterdam", locale="nl_NL", hours="mon-sun 00:00-24:00"
)
HOUR = timedelta(hours=1)
Journal = list[Opening | Event]


def ams(text: str) -> datetime:
    """Read a wall time in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


def wait(since: str, until: str) -> Journal:
    """Give the journal of one wait, from the opening to the reply."""
    return [Started("c", at=ams(since)), Replied(at=ams(until))]


def one(hours: float) -> ResponseTimes:
    """Give what a single measured wait of so many hours must come to."""
    return ResponseTimes(1, 0, hours * HOUR, hours * HOUR)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-06-02T10:00", "2026-06-02T13:30", 3.5),  # within one day
        ("2026-06-05T16:00", "2026-06-08T10:00", 2),  # over a weekend
        ("2026-06-05T18:00", "2026-06-07T12:00", 0),  # within a weekend
        ("2026-04-02T16:00", "2026-04-07T10:00", 2),  # Good Friday to Easter Monday
        ("2026-12-23T16:00", "2026-12-28T09:30", 1.5),  # a quiet day, Christmas and a weekend
        ("2026-03-27T16:00", "2026-03-30T10:00", 2),  # the clocks go forward on the Sunday
        ("2026-10-23T16:00", "2026-10-26T10:00", 2),  # the clocks go back on the Sunday
        ("2026-06-02T07:00", "2026-06-02T21:00", 8),  # from before the opening to after the close
        ("2026-06-02T17:00", "2026-06-03T09:00", 0),  # from the close to the opening
    ],
)
def test_a_wait_is_measured_in_contact_hours(since: str, until: str, hours: float) -> None:
    """Nights, weekends, holidays and quiet days do not count."""
    assert one(hours) == response_times.of([wait(since, until)], NL)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-03-28T12:00", "2026-03-29T12:00", 23),
        ("2026-10-24T12:00", "2026-10-25T12:00", 25),
        ("2026-06-06T12:00", "2026-06-07T12:00", 24),
    ],
)
def test_hours_are_elapsed_across_a_clock_change(since: str, until: str, hours: int) -> None:
    """L2: the night on which the clock changes has an hour less, or one more."""
    assert one(hours) == response_times.of([wait(since, until)], ALWAYS)


def test_the_hours_are_those_of_the_client() -> None:
    """The same instants are another wait for a client who lives elsewhere."""
    since, until = datetime(2026, 6, 2, 8, tzinfo=UTC), datetime(2026, 6, 2, 14, tzinfo=UTC)
    journal: Journal = [Started("c", at=since), Replied(at=until)]
    new_york = Calendar.for_country("US-NY", timezone="America/New_York")

    assert [one(5), one(1)] == [
        response_times.of([journal], Calendar.for_country("NL", hours="09:00-15:00")),
        response_times.of([journal], new_york),
    ]


def test_a_joint_calendar_counts_what_its_parts_share() -> None:
    """Easter Monday is closed for one part, so it is closed for both."""
    both = NL & Calendar.for_country("TR", hours="10:00-18:00")

    assert one(2 + 2) == response_times.of([wait("2026-04-02T15:00", "2026-04-07T11:00")], both)


def test_every_answer_of_ours_begins_a_wait() -> None:
    """A case with three waits, the last without a reply, gives two times and an open wait."""
    journal: Journal = [
        *wait("2026-06-02T10:00", "2026-06-02T11:00"),
        Answered(at=ams("2026-06-02T12:00")),
        Elapsed(at=ams("2026-06-02T14:00")),
        Replied(at=ams("2026-06-02T15:00")),
        Answered(at=ams("2026-06-02T16:00")),
    ]

    assert ResponseTimes(2, 1, 2 * HOUR, 2.8 * HOUR) == response_times.of([journal], NL)


def test_a_message_in_the_middle_of_a_wait_does_not_begin_another() -> None:
    """The client has been asked since the opening, however often we write."""
    since, until = wait("2026-06-02T10:00", "2026-06-02T15:00")
    journal: Journal = [since, Answered(at=ams("2026-06-02T14:00")), until]

    assert one(5) == response_times.of([journal], NL)


def test_two_replies_in_a_row_end_one_wait() -> None:
    """A second reply finds nobody waiting."""
    journal: Journal = [
        *wait("2026-06-02T10:00", "2026-06-02T11:00"),
        Replied(at=ams("2026-06-02T16:00")),
    ]

    assert one(1) == response_times.of([journal], NL)


@pytest.mark.parametrize("until", ["2026-06-02T09:00", "2026-06-02T10:00"])
def test_a_reply_not_later_than_the_question_is_none(until: str) -> None:
    """L14: what came before the question, or with it, answers something else."""
    expected = ResponseTimes(0, 1, None, None)

    assert expected == response_times.of([wait("2026-06-02T10:00", until)], NL)


def test_a_reply_and_our_answer_of_one_instant() -> None:
    """L14: the reply ends the wait before it, and our answer begins the next one."""
    at = ams("2026-06-02T12:00")
    journal: Journal = [Started("c", at=ams("2026-06-02T10:00")), Answered(at=at), Replied(at=at)]

    assert ResponseTimes(1, 1, 2 * HOUR, 2 * HOUR) == response_times.of([journal], NL)


def test_events_may_be_learned_late() -> None:
    """L20: what counts is when something happened, not when it was written down."""
    asked, replied = wait("2026-06-02T10:00", "2026-06-02T11:00")
    more: Journal = [Answered(at=ams("2026-06-02T12:00")), Replied(at=ams("2026-06-02T16:00"))]

    assert response_times.of([[asked, replied, *more]], NL) == response_times.of(
        [[asked, *reversed(more), replied]], NL
    )


def test_an_adopted_case_waits_since_it_was_started() -> None:
    """A case that is taken over has waited since its wait began, not since it was taken over."""
    adopted = Adopted("c", started=ams("2026-06-02T10:00"), at=ams("2026-06-02T15:00"))

    assert one(6) == response_times.of([[adopted, Replied(at=ams("2026-06-02T16:00"))]], NL)


ENDED: Journal = [
    Started("c", at=ams("2026-06-02T10:00")),
    Signal("client-replied", at=ams("2026-06-02T12:00")),
]
PAID: Journal = [Started("c", at=ams("2026-06-02T10:00")), Paid(at=ams("2026-06-02T13:00"))]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((), ResponseTimes(0, 2, None, None)),
        ("client-replied", ResponseTimes(1, 1, 2 * HOUR, 2 * HOUR)),
        (["client-replied", "paid"], ResponseTimes(2, 0, 2.5 * HOUR, 2.9 * HOUR)),
    ],
)
def test_ends_that_are_an_answer_are_named(ends: str | list[str], expected: ResponseTimes) -> None:
    """What ends a case counts as an answer of the client where the caller says so."""
    assert expected == response_times.of([ENDED, PAID], NL, ends=ends)


def test_a_cancelled_case_leaves_its_wait_open() -> None:
    """Nobody answered, so there is no time to measure."""
    journal: Journal = [
        Started("c", at=ams("2026-06-02T10:00")),
        Cancelled(at=ams("2026-06-03T10:00")),
    ]

    assert ResponseTimes(0, 1, None, None) == response_times.of([journal], NL)


def test_what_was_retracted_does_not_count() -> None:
    """A reply that was a mistake ends no wait; telling so twice changes nothing (L16)."""
    opening, mistake = wait("2026-06-02T10:00", "2026-06-02T11:00")
    assert isinstance(mistake, Replied)
    taken_back = Retracted(mistake, at=ams("2026-06-02T12:00"))
    journal: Journal = [
        opening,
        mistake,
        taken_back,
        taken_back,
        Replied(at=ams("2026-06-02T15:00")),
    ]

    assert one(5) == response_times.of([journal], NL)


def test_no_journals_at_all() -> None:
    """Nothing is known of a client without cases."""
    assert ResponseTimes(0, 0, None, None) == response_times.of([], NL)


@pytest.mark.parametrize(
    ("journal", "message"),
    [
        ([], "a journal is empty"),
        ([Replied(at=ams("2026-06-02T10:00"))], "does not begin with `started` or `adopted`"),
        ([*ENDED, *ENDED], "opens the case `c` a second time"),
    ],
)
def test_a_journal_begins_with_its_opening(journal: Journal, message: str) -> None:
    """L20: without an opening nobody knows since when the client was waited for."""
    with pytest.raises(EventError, match=message):
        response_times.of([journal], NL)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("1999-12-30T10:00", "2000-01-04T10:00"),
        ("2050-12-30T10:00", "2051-01-03T10:00"),
    ],
)
def test_a_wait_outside_the_years_covered_is_refused(since: str, until: str) -> None:
    """L7: no data is an error, at either end of the wait."""
    with pytest.raises(CalendarError, match="leaves the years"):
        response_times.of([wait(since, until)], NL)


@pytest.mark.parametrize(
    ("hours", "median", "p90"),
    [
        ([4], 4, 4),
        ([1, 3], 2, 2.8),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9.1),
    ],
)
def test_percentiles_by_hand(hours: list[int], median: float, p90: float) -> None:
    """The 90th of ten waits of 1 to 10 hours lies at position 8.1: 9 hours and a tenth."""
    expected = ResponseTimes(len(hours), 0, median * HOUR, p90 * HOUR)

    assert expected == response_times.of([_lasting(each * HOUR) for each in hours], ALWAYS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.timedeltas(timedelta(microseconds=1), timedelta(days=90)), min_size=1))
def test_percentiles_are_those_of_numpy(lengths: list[timedelta]) -> None:
    """Linear interpolation, as `numpy.percentile` does by default, to the microsecond."""
    found = response_times.of([_lasting(length) for length in lengths], ALWAYS)

    micros = [length // timedelta(microseconds=1) for length in lengths]
    expected = np.percentile(micros, [50, 90])
    assert found.median is not None
    assert found.p90 is not None
    for ours, theirs in zip((found.median, found.p90), expected, strict=True):
        assert 1 >= abs(ours / timedelta(microseconds=1) - theirs)


@settings(max_examples=40, deadline=None)
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001
    st.integers(1, 60 * 24 * 21),
)
def test_open_time_minute_by_minute(since: datetime, minutes: int) -> None:
    """A wait is as long as the open minutes that a slow count finds in it."""
    begin = since.replace(second=0, microsecond=0, tzinfo=UTC)
    until = begin + timedelta(minutes=minutes)
    found = response_times.of([[Started("c", at=begin), Replied(at=until)]], NL)

    step = timedelta(minutes=1)
    zone = ZoneInfo("Europe/Amsterdam")
    local = ((begin + n * step).astimezone(zone) for n in range(minutes))
    assert found.median == step * sum(_is_open(each) for each in local)


def _is_open(local: datetime) -> bool:
    contact = (local.month, local.day) != (12, 24) and NL.is_business_day(local.date())
    return contact and 9 <= local.hour < 17


def _lasting(length: timedelta) -> Journal:
    start = datetime.combine(date(2026, 6, 1), datetime.min.time(), tzinfo=UTC)
    return [Started("c", at=start), Replied(at=start + length)]
