"""Every reason for a date has a sentence, and says what it knows."""

from datetime import UTC, date, datetime

import pytest

from ghostrules.calendars import Calendar, Cause, ClosedDay, Names
from ghostrules.effects import Hours
from ghostrules.machine import (
    Counted,
    InOrder,
    LookedLate,
    MinimumGap,
    NoticeGiven,
    Opened,
    Planned,
    Reason,
    ResponseWindow,
    Rolled,
    StrictEnd,
    TimeOfDay,
    WindowMissed,
)
from ghostrules.messages import say, say_all
from ghostrules.timing import (
    After,
    BusinessDays,
    Clipped,
    Crossed,
    Duration,
    from_symbol,
)

NL = Calendar.for_country("NL")


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Give an instant of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


GOOD_FRIDAY = ClosedDay(
    date(2026, 4, 3), Cause.HOLIDAY, Names("Good Friday", "Goede vrijdag"), "NL"
)
TUESDAY = date(2026, 4, 7)

SAID: list[tuple[Reason, str]] = [
    (
        Counted(
            After(Duration(1440)),
            "reminder",
            at(3, 27, 15, 30),
            at(3, 28, 15, 30),
            at(3, 28, 15, 30),
        ),
        "“24 hours after reminder”, counted from Fri 27 Mar 2026 16:30, "
        "gives Sat 28 Mar 2026 16:30.",
    ),
    (
        Counted(
            from_symbol("due+30/60d"),
            "due",
            date(2026, 2, 28),
            date(2026, 3, 30),
            date(2026, 3, 30),
        ),
        "“30 and 60 calendar days after due”, counted from Sat 28 Feb 2026, gives Mon 30 Mar 2026.",
    ),
    (
        Counted(from_symbol("pause-48h"), "pause", at(4, 7, 7), at(4, 5, 7), at(4, 5, 7)),
        "“48 hours before pause”, counted back from Tue 7 Apr 2026 09:00, "
        "gives Sun 5 Apr 2026 09:00.",
    ),
    (
        Counted(
            from_symbol("start+4d..+7d"),
            "start",
            at(3, 16, 7),
            date(2026, 3, 20),
            date(2026, 3, 23),
        ),
        "“between 4 and 7 calendar days after start”, counted from Mon 16 Mar 2026 08:00, "
        "gives the time from Fri 20 Mar 2026 to Mon 23 Mar 2026.",
    ),
    (
        Counted(
            from_symbol("letter.deadline"), "letter.deadline", at(4, 5, 7), at(4, 5, 7), at(4, 5, 7)
        ),
        "“when the deadline of letter has passed” gives Sun 5 Apr 2026 09:00.",
    ),
    (Planned("pause", at(4, 7, 7)), "As things stand, pause is planned for Tue 7 Apr 2026 09:00."),
    (
        Crossed((GOOD_FRIDAY,)),
        "The count leaves out Good Friday (Goede vrijdag) on Fri 3 Apr in the calendar NL.",
    ),
    (
        Clipped(date(2026, 1, 31), 1, date(2026, 2, 28)),
        "1 month after Sat 31 Jan 2026 meets a shorter month, "
        "so its last day counts: Sat 28 Feb 2026.",
    ),
    (
        Clipped(date(2026, 3, 31), -1, date(2026, 2, 28)),
        "1 month before Tue 31 Mar 2026 meets a shorter month, "
        "so its last day counts: Sat 28 Feb 2026.",
    ),
    (
        Rolled(at(3, 31, 6), at(3, 31, 7), Hours.CLIENT, ()),
        "It moves on from Tue 31 Mar 2026 08:00 to Tue 31 Mar 2026 09:00, "
        "into the client's contact hours.",
    ),
    (
        Rolled(at(3, 31, 16), at(3, 31, 15), Hours.BOTH, ()),
        "It moves back from Tue 31 Mar 2026 18:00 to Tue 31 Mar 2026 17:00, "
        "into hours in which both sides can be reached.",
    ),
    (
        Rolled(date(2026, 4, 3), date(2026, 4, 4), Hours.SENDER, (GOOD_FRIDAY,)),
        "It moves on from Fri 3 Apr 2026 to Sat 4 Apr 2026, into the sender's working hours, "
        "because of Good Friday (Goede vrijdag) on Fri 3 Apr in the calendar NL.",
    ),
    (
        Rolled(date(2026, 4, 3), date(2026, 4, 2), Hours.CLIENT, (GOOD_FRIDAY,)),
        "It moves back from Fri 3 Apr 2026 to Thu 2 Apr 2026, into the client's contact hours, "
        "because of Good Friday (Goede vrijdag) on Fri 3 Apr in the calendar NL.",
    ),
    (Opened(TUESDAY, at(4, 7, 7)), "On Tue 7 Apr 2026 the first open moment is 09:00."),
    (
        TimeOfDay(TUESDAY, at(4, 7, 8, 30)),
        "On Tue 7 Apr 2026 it comes at the time of day asked for, 10:30.",
    ),
    (
        InOrder(at(4, 2, 15)),
        "Steps keep their order, so it comes no earlier than Thu 2 Apr 2026 17:00.",
    ),
    (
        MinimumGap(BusinessDays(1), at(4, 2, 15)),
        "Contacts keep 1 business day apart, counted from Thu 2 Apr 2026 17:00.",
    ),
    (
        NoticeGiven("final-notice", Duration(2880), at(4, 2, 15)),
        "The 48 hours of notice that final-notice gives count from Thu 2 Apr 2026 17:00.",
    ),
    (
        ResponseWindow("letter", Duration(2880), at(4, 2, 15)),
        "The client has 48 hours to answer letter, until Thu 2 Apr 2026 17:00.",
    ),
    (
        ResponseWindow("letter", BusinessDays(5), at(4, 14, 22)),
        "The client has 5 business days to answer letter, up to and including Tue 14 Apr 2026.",
    ),
    (
        LookedLate(at(4, 2, 15), at(4, 7, 12)),
        "It was due on Thu 2 Apr 2026 17:00, but nobody looked until Tue 7 Apr 2026 14:00.",
    ),
    (
        WindowMissed(at(4, 5, 7)),
        "The time up to Sun 5 Apr 2026 09:00 holds no open moment, "
        "so the next one after it is taken.",
    ),
    (
        StrictEnd(date(2026, 4, 5)),
        "The time up to Sun 5 Apr 2026 holds no open moment, and its end is strict, "
        "so that is taken.",
    ),
]


@pytest.mark.parametrize(("reason", "sentence"), SAID)
def test_a_reason_is_said_with_everything_it_knows(reason: Reason, sentence: str) -> None:
    """A reason says its rule, its dates in the client's time zone with weekday, and whose it is."""
    assert sentence == say(reason, NL)


def test_reasons_are_said_in_their_order() -> None:
    """Several reasons give as many sentences, in the same order."""
    reasons = [reason for reason, _ in SAID]

    assert tuple(sentence for _, sentence in SAID) == say_all(reasons, NL)


def test_a_language_without_words_is_said_in_english_throughout() -> None:
    """The weekdays inside an English sentence are English, whatever the client's language."""
    tr = Calendar.for_country("TR")

    assert "On Tue 7 Apr 2026 the first open moment is 09:00." == say(
        Opened(TUESDAY, at(4, 7, 6)), tr
    )


def test_the_territory_decides_the_order_of_a_date() -> None:
    """A client in the United States reads the month first, and the hours with am and pm."""
    us = Calendar.for_country("US", timezone="America/New_York", locale="en_US")

    assert "On Tue Apr 7, 2026 the first open moment is 9:00 AM." == say(
        Opened(TUESDAY, at(4, 7, 13)), us
    )


def test_a_locale_can_be_asked_for() -> None:
    """A locale given wins over that of the calendar."""
    assert "On Tue Apr 7, 2026 the first open moment is 9:00 AM." == say(
        Opened(TUESDAY, at(4, 7, 7)), NL, locale="en_US"
    )
