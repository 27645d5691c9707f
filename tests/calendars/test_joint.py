"""Joint calendars: open when all parts are."""

import json
import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import (
    Calendar,
    Cause,
    JointCalendar,
    OutsideHours,
    from_micros,
    to_micros,
)
from ghostrules.errors import CalendarError

NL = Calendar.for_country("NL")
TR = Calendar.for_country("TR")
NY = Calendar.for_country("US", timezone="America/New_York", quiet=("24 dec",))
TOKYO = Calendar.for_country("JP")
AUCKLAND = Calendar.for_country("NZ", locale="en_NZ", hours="08:00-20:00")
LATE = Calendar.for_country("NZ", locale="en_NZ", hours="08:00-22:00")
DELHI = Calendar.custom("d", timezone="Asia/Kolkata", locale="en_IN", hours="10:00-22:00")
ALL = {"NL": NL, "TR": TR, "NY": NY, "TOKYO": TOKYO, "AUCKLAND": AUCKLAND, "LATE": LATE, "D": DELHI}


def test_hours_across_zones() -> None:
    """Amsterdam and New York share 15:00-17:00, and 14:00-17:00 while only one changed clocks."""
    hours = (NL & NY).contact_hours
    slots = [hours.intervals(date(2026, 3, day).toordinal()) for day in (2, 10)]
    walls = [[(from_micros(a).hour, from_micros(b).hour) for a, b in slot] for slot in slots]
    assert walls == [[(14, 16)], [(13, 16)]]


def test_slots_without_length_do_not_count() -> None:
    """Where one closes when the other opens, there is no joint slot (L8)."""
    morning = Calendar.for_country("NL", hours="09:00-12:00")
    afternoon = Calendar.for_country("NL", hours="12:00-17:00")
    joint = morning & afternoon
    assert (
        joint.contact_hours.intervals(date(2026, 3, 2).toordinal()),
        joint.contact_hours.has_slot_within(),
    ) == ((), False)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("NL", "NY", True), ("NL", "TOKYO", False), ("AUCKLAND", "NL", False), ("LATE", "NL", True)],
)
def test_whether_there_is_a_slot(one: str, other: str, expected: bool) -> None:
    """A pair without a slot in every fortnight of the year is told; Auckland's is in July (L8)."""
    pairs = ((ALL[one], ALL[other]), (ALL[other], ALL[one]))
    found = [(a & b).contact_hours.has_slot_within(14) for a, b in pairs]
    assert [expected, expected] == found


def test_a_day_in_one_is_the_day_before_in_the_other() -> None:
    """Honolulu's Friday afternoon is Auckland's Saturday, so only Sunday to Thursday meet."""
    honolulu = Calendar.custom("h", timezone="Pacific/Honolulu", locale="en_US")
    kiritimati = Calendar.custom("k", timezone="Pacific/Kiritimati", locale="en_IE")
    joint = honolulu & kiritimati
    days = [date(2026, 3, day) for day in (5, 6, 7, 8)]
    assert [len(joint.working_hours.intervals(d.toordinal())) for d in days] == [1, 0, 0, 0]


MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2049, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001
PARTS = st.lists(st.sampled_from(["NL", "TR", "NY", "D"]), min_size=2, max_size=3)


@settings(max_examples=100, deadline=None)
@given(MOMENTS, PARTS)
def test_open_when_all_are(at: datetime, names: list[str]) -> None:
    """Inside a joint slot all parts are open, and where all are open inside, so is the joint."""
    parts = [ALL[name] for name in names]
    joint = parts[0] & parts[1]
    for part in parts[2:]:
        joint = joint & part
    micros = to_micros(at)
    around = (micros - 1_000_000, micros, micros + 1_000_000)
    opens = joint.contact_hours.next(micros)
    everyone = all(part.contact_hours.contains(at) for part in parts for at in around)
    assert all(part.contact_hours.contains(opens) for part in parts)
    assert not everyone or opens == micros


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2001, 1, 1), date(2049, 1, 1)), st.integers(-60, 60).filter(bool))
def test_business_day_when_all_are(day: date, n: int) -> None:
    """The joint count steps over what is closed in any part (L4)."""
    joint = NL & TR
    found = joint.add_business_days(day, n)
    assert (True, n) == (
        NL.is_business_day(found) and TR.is_business_day(found),
        joint.business_days_between(day, found),
    )


def test_associative() -> None:
    """It does not matter which two are joined first; the order stays."""
    one, other = (NL & TR) & NY, NL & (TR & NY)
    assert (one, hash(one), one.digest, "NL & TR & US") == (
        other,
        hash(other),
        other.digest,
        other.name,
    )


def test_order_counts() -> None:
    """The first part gives zone, week and local dates, so the order is part of the meaning."""
    joint = NY & NL
    at = to_micros(datetime(2026, 3, 3, 3, tzinfo=UTC))
    expected = (False, "America/New_York", 6, date(2026, 3, 2), NY.instant(date(2026, 3, 2)))
    assert expected == (
        joint == (NL & NY),
        joint.timezone,
        joint.first_weekday,
        joint.local_day(at),
        joint.instant(date(2026, 3, 2)),
    )


def test_causes_keep_whose_they_are() -> None:
    """Each closed day names its calendar (L6)."""
    joint = NL & TR
    found = [(c.calendar, c.names.english) for c in joint.why_closed(date(2026, 5, 5))]
    weekend = [(c.calendar, c.kind) for c in joint.why_closed(date(2026, 3, 28))]
    assert (found, weekend) == ([], [("NL", Cause.WEEKEND), ("TR", Cause.WEEKEND)])
    assert [c.calendar for c in joint.why_closed(date(2026, 3, 20))] == ["TR"]


def test_no_slot_on_a_day_that_both_work() -> None:
    """A day that both work at different hours says that there are no hours."""
    joint = NL & TOKYO
    causes = joint.why_no_contact(date(2026, 3, 3))
    assert [(c.calendar, c.kind) for c in causes] == [("NL & JP", Cause.NO_HOURS)]


def test_quiet_days_of_a_part() -> None:
    """A quiet day of one part closes the joint contact, with its reason."""
    explained = (NL & NY).explained.next_open(datetime(2026, 12, 24, 12, tzinfo=UTC), contact=True)
    first = explained.reasons[0]
    assert (getattr(first, "calendar", ""), getattr(first, "kind", "")) == ("US", Cause.QUIET)


def test_half_days_of_a_part() -> None:
    """A half day of a part is a reason of the joint calendar."""
    explained = (NL & TR).explained.next_open(datetime(2026, 3, 19, 10, 30, tzinfo=UTC))
    assert isinstance(explained.reasons[1], OutsideHours)
    assert (
        explained.reasons[0].calendar,
        getattr(explained.reasons[0], "kind", ""),
    ) == ("TR", Cause.HALF_DAY)


def test_span_is_what_all_cover() -> None:
    """A date that one part does not cover is refused (L7)."""
    short = Calendar.for_country("NL", years=(2020, 2030))
    with pytest.raises(CalendarError, match=r"`NL & TR` covers.*from 2020-01-01 to 2030-12-31"):
        (short & TR).is_business_day(date(2031, 1, 2))


def test_no_common_span() -> None:
    """Parts that share no year make no joint calendar (L7)."""
    past = Calendar.for_country("NL", years=(2000, 2010))
    future = Calendar.for_country("TR", years=(2020, 2030))
    with pytest.raises(CalendarError, match=r"covers no year, its parts cover NL 2000-2010, TR"):
        past & future


def test_joins_only_calendars() -> None:
    """Something else cannot be joined."""
    with pytest.raises(CalendarError, match=r"is no calendar"):
        NL & "TR"  # type: ignore[operator]


def test_pickles() -> None:
    """A joint calendar survives pickling and means the same."""
    joint = NL & NY
    assert joint == pickle.loads(pickle.dumps(joint))


def test_half_days_by_date() -> None:
    """Both kinds of calendar tell a half day, whose it is, and when it closes."""
    day = date(2026, 10, 28)
    alone, joint = TR.half_days(day), (NL & TR).half_days(day)
    assert (alone, [("TR", Cause.HALF_DAY, 13 * 60)], (), ()) == (
        joint,
        [(half.calendar, half.kind, half.closes) for half in joint],
        NL.half_days(day),
        TR.half_days(date(2026, 10, 27)),
    )


def test_half_day_of_everybody_is_said_once() -> None:
    """Two parts of the same name share their half day."""
    joint = TR & Calendar.for_country("TR", hours="08:00-18:00")
    assert TR.half_days(date(2026, 10, 28)) == joint.half_days(date(2026, 10, 28))


def test_the_same_cause_is_said_once() -> None:
    """Parts of the same name close for the same cause once, each of another name for its own."""
    day, longer = date(2026, 4, 6), "08:00-18:00"
    unnamed = NL & Calendar.for_country("NL", hours=longer)
    named = NL & Calendar.for_country("NL", hours=longer, name="NL (sender)")
    assert NL.why_closed(day) == unnamed.why_closed(day)
    assert NL.why_no_contact(day) == unnamed.why_no_contact(day)
    assert NL.closed_days(day, day) == unnamed.closed_days(day, day)
    assert ["NL", "NL (sender)"] == [closed.calendar for closed in named.why_closed(day)]


def test_a_joint_calendar_survives_its_document() -> None:
    """L21: a case can keep the joint calendar that it was computed with."""
    joint = Calendar.for_country("NL") & Calendar.for_country("TR") & Calendar.for_country("DE")

    read = JointCalendar.from_document(json.loads(json.dumps(joint.to_document())))

    assert (joint, joint.digest) == (read, read.digest)


@pytest.mark.parametrize("document", [{}, {"parts": []}, {"parts": "NL"}, {"parts": [], "x": 1}])
def test_what_is_no_document_of_a_joint_calendar_is_refused(document: dict[str, object]) -> None:
    """A document without parts makes no calendar that is always open."""
    with pytest.raises(CalendarError, match="`parts`"):
        JointCalendar.from_document(document)
