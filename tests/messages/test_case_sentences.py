"""Every reason for what happens in a case has a sentence, and says what it knows."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from ghostrules.calendars import Calendar
from ghostrules.events import By
from ghostrules.machine import (
    Altered,
    Answer,
    AnswerOverdue,
    Assumed,
    ConditionUnmet,
    DetailMissing,
    DraftConfirmed,
    DraftDropped,
    DraftWaits,
    EndedBy,
    EndUndone,
    EvidenceStale,
    FactSet,
    HeldBy,
    HoldEnded,
    Merged,
    MovedBy,
    NewRound,
    NothingLeft,
    OurMessage,
    OurTurn,
    Outdated,
    PromiseBroken,
    Reacted,
    Reason,
    Rebuilt,
    ReportAwaited,
    Reported,
    Retried,
    SkippedBy,
    SkippedLate,
    StoodStill,
    WeAreAway,
    WentOn,
)
from ghostrules.messages import say
from ghostrules.money import Money
from ghostrules.policy import AfterAnswer
from ghostrules.timing import BusinessDays, Duration

NL = Calendar.for_country("NL")


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Give an instant of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


WEDNESDAY = at(4, 1, 10)
AFTER_FRIDAY = at(4, 10, 22)

BOUNDS: list[tuple[Reason, str]] = [
    (
        StoodStill(WEDNESDAY, AFTER_FRIDAY),
        "The time from Wed 1 Apr 2026 12:00 to the end of Fri 10 Apr 2026 does not count, "
        "since the case stood still.",
    ),
    (
        WentOn(WEDNESDAY),
        "It comes no earlier than Wed 1 Apr 2026 12:00, when the case went on.",
    ),
    (
        Altered(WEDNESDAY),
        "It comes no earlier than Wed 1 Apr 2026 12:00, when something changed.",
    ),
    (
        DraftConfirmed(WEDNESDAY),
        "It comes no earlier than Wed 1 Apr 2026 12:00, when its draft was confirmed.",
    ),
    (Retried(WEDNESDAY), "It failed on Wed 1 Apr 2026 12:00, so it is tried again."),
    (
        WeAreAway(AFTER_FRIDAY),
        "We are away until the end of Fri 10 Apr 2026; nothing adverse is done before.",
    ),
    (
        WeAreAway(at(4, 10, 12)),
        "We are away until Fri 10 Apr 2026 14:00; nothing adverse is done before.",
    ),
]

LEFT_OUT: list[tuple[Reason, str]] = [
    (Merged((1,)), "The time of number 1 has passed, so this one stands for it."),
    (Merged((1, 2, 3)), "The times of 1, 2 and 3 have passed, so this one stands for them."),
    (
        SkippedLate(at(4, 2, 15), BusinessDays(1)),
        "It was due on Thu 2 Apr 2026 17:00, more than 1 business day ago, so it is left out.",
    ),
    (
        ConditionUnmet("not complete", wanted=True),
        "It is left out, because “not complete” does not hold.",
    ),
    (
        ConditionUnmet("balance < 100.00 EUR", wanted=False),
        "It is left out, because “balance < 100.00 EUR” holds.",
    ),
    (
        DetailMissing("address"),
        "It is left out, because the client cannot be reached by post in this case.",
    ),
    (
        DetailMissing("fax"),
        "It is left out, because the client cannot be reached by fax in this case.",
    ),
    (
        DetailMissing("pause_work"),
        "It is left out, because this client does not get pause work.",
    ),
    (DraftDropped("letter"), "The draft of letter was dropped, so it is left out."),
    (SkippedBy("call", None, None), "In this case call is left out."),
    (
        SkippedBy("call", "Mia", "an old friend"),
        "In this case call is left out by Mia (“an old friend”).",
    ),
    (MovedBy(date(2026, 4, 20), None, None), "In this case it is moved to Mon 20 Apr 2026."),
    (
        MovedBy(WEDNESDAY, "Mia", None),
        "In this case it is moved by Mia to Wed 1 Apr 2026 12:00.",
    ),
    (
        MovedBy("call+5bd", None, "they moved house"),
        "In this case it is moved to “5 business days after call” (“they moved house”).",
    ),
    (
        MovedBy("5 Werktage nach call", None, None),
        "In this case it is moved to “5 Werktage nach call”.",
    ),
]

AWAITED: list[tuple[Reason, str]] = [
    (
        DraftWaits("letter", WEDNESDAY),
        "The draft of letter waits since Wed 1 Apr 2026 12:00 for a person to confirm it.",
    ),
    (
        ReportAwaited("call", WEDNESDAY, at(4, 1, 22)),
        "call was asked for on Wed 1 Apr 2026 12:00; "
        "a report is awaited until the end of Wed 1 Apr 2026.",
    ),
    (
        ReportAwaited("call", WEDNESDAY, None),
        "call was asked for on Wed 1 Apr 2026 12:00, and nobody has reported it yet.",
    ),
    (
        EvidenceStale("inbox", at(4, 1, 8), WEDNESDAY),
        "The source inbox was read up to Wed 1 Apr 2026 10:00; "
        "it has to be read up to Wed 1 Apr 2026 12:00 first.",
    ),
    (
        EvidenceStale("inbox", None, WEDNESDAY),
        "The source inbox was not read; it has to be read up to Wed 1 Apr 2026 12:00 first.",
    ),
    (
        OurTurn(WEDNESDAY),
        "It is our turn to answer since Wed 1 Apr 2026 12:00.",
    ),
    (
        OurTurn(WEDNESDAY, replied=True),
        "The client replied on Wed 1 Apr 2026 12:00, so it is our turn to answer.",
    ),
    (NothingLeft(), "No step is left; only an event can move the case."),
    (
        AnswerOverdue(WEDNESDAY, Duration(2880)),
        "The client replied on Wed 1 Apr 2026 12:00; we promised an answer within 48 hours.",
    ),
    (
        AnswerOverdue(WEDNESDAY, BusinessDays(1)),
        "The client replied on Wed 1 Apr 2026 12:00; we promised an answer within 1 business day.",
    ),
]

HELD: list[tuple[Reason, str]] = [
    (
        HeldBy(By.PERSON, "held", WEDNESDAY, None, None),
        "A person put the case on hold on Wed 1 Apr 2026 12:00, until it is released.",
    ),
    (
        HeldBy(By.PERSON, "held", WEDNESDAY, AFTER_FRIDAY, "illness"),
        "A person put the case on hold on Wed 1 Apr 2026 12:00, "
        "until the end of Fri 10 Apr 2026 (“illness”).",
    ),
    (
        HeldBy(By.AUTOMATIC, "held", WEDNESDAY, at(4, 10, 12), None),
        "The case was put on hold automatically on Wed 1 Apr 2026 12:00, "
        "until Fri 10 Apr 2026 14:00.",
    ),
    (
        HeldBy(By.AUTOMATIC, "promised", WEDNESDAY, AFTER_FRIDAY, None),
        "After the client's promise on Wed 1 Apr 2026 12:00 the case is on hold "
        "until the end of Fri 10 Apr 2026.",
    ),
    (
        HeldBy(By.AUTOMATIC, "away", WEDNESDAY, AFTER_FRIDAY, None),
        "After the news of an absence on Wed 1 Apr 2026 12:00 the case is on hold "
        "until the end of Fri 10 Apr 2026.",
    ),
    (
        HeldBy(By.AUTOMATIC, "disputed", WEDNESDAY, None, "two hours too many"),
        "After the client's objection on Wed 1 Apr 2026 12:00 the case is on hold "
        "until it is released (“two hours too many”).",
    ),
    (
        HeldBy(By.PERSON, "answered", WEDNESDAY, None, None),
        "After our answer on Wed 1 Apr 2026 12:00 the case is on hold until it is released.",
    ),
    (
        HeldBy(By.AUTOMATIC, "asked-for-time", WEDNESDAY, AFTER_FRIDAY, None),
        "After asked-for-time on Wed 1 Apr 2026 12:00 the case is on hold "
        "until the end of Fri 10 Apr 2026.",
    ),
    (HoldEnded("held", WEDNESDAY), "The hold ended on Wed 1 Apr 2026 12:00."),
    (
        HoldEnded("away", WEDNESDAY),
        "The hold after the news of an absence ended on Wed 1 Apr 2026 12:00.",
    ),
    (
        PromiseBroken(AFTER_FRIDAY),
        "We waited until the end of Fri 10 Apr 2026 for what was promised; it has not come.",
    ),
]

REPORTED: list[tuple[Reason, str]] = [
    (
        Assumed("call", "no answer", WEDNESDAY),
        "Nobody reported on call, so it counts as done on Wed 1 Apr 2026 12:00, "
        "with the result “no answer”.",
    ),
    (
        Reported("performed", "letter", WEDNESDAY, None),
        "letter was carried out on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("delivered", "letter", WEDNESDAY, None),
        "letter was delivered on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("failed", "letter", WEDNESDAY, None),
        "letter could not be carried out on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("bounced", "letter", WEDNESDAY, None),
        "letter came back undelivered on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("opened", "letter", WEDNESDAY, None),
        "The client opened letter on Wed 1 Apr 2026 12:00.",
    ),
    (Reported("done", "call", WEDNESDAY, None), "call was done on Wed 1 Apr 2026 12:00."),
    (
        Reported("done", "call", WEDNESDAY, "voicemail"),
        "call was done on Wed 1 Apr 2026 12:00, with the result “voicemail”.",
    ),
    (
        Reported("confirmed", "letter", WEDNESDAY, None),
        "The draft of letter was confirmed on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("dropped", "letter", WEDNESDAY, None),
        "The draft of letter was dropped on Wed 1 Apr 2026 12:00.",
    ),
    (
        Reported("seen-on-stage", "letter", WEDNESDAY, None),
        "For letter this was told of Wed 1 Apr 2026 12:00: seen-on-stage.",
    ),
    (FactSet("due", date(2026, 5, 1)), "due is now Fri 1 May 2026."),
    (FactSet("balance", Money(Decimal("200.00"), "EUR")), "balance is now € 200,00."),
    (FactSet("share", Decimal("2E+1")), "share is now 20."),
    (FactSet("pages", 3), "pages is now 3."),
    (FactSet("complete", value=True), "complete is now true."),
    (FactSet("complete", value=False), "complete is now false."),
    (FactSet("title", "The Cat"), "title is now “The Cat”."),
    (FactSet("phone", value=True), "The phone of the client is known now."),
    (FactSet("email", value=False), "The email of the client is not known any more."),
    (Reacted("replied", None), "The policy asks for this after the client's reply."),
    (Reacted("came-back", "go to call"), "After came-back the policy says “go to call”."),
    (
        Outdated("replied", WEDNESDAY, at(4, 2, 10)),
        "Nothing changes with the client's reply of Wed 1 Apr 2026 12:00, "
        "because news of Thu 2 Apr 2026 12:00 is known already.",
    ),
    (
        Rebuilt(WEDNESDAY, at(4, 2, 10)),
        "What was told of Wed 1 Apr 2026 12:00 was a mistake, "
        "and since Thu 2 Apr 2026 12:00 the case goes without it.",
    ),
]

TURNS: list[tuple[Reason, str]] = [
    (
        Answer(WEDNESDAY, AfterAnswer.RESTART),
        "We answered on Wed 1 Apr 2026 12:00, so the steps begin again from there.",
    ),
    (
        Answer(WEDNESDAY, AfterAnswer.CONTINUE),
        "We answered on Wed 1 Apr 2026 12:00, so the steps go on where they stood.",
    ),
    (
        Answer(WEDNESDAY, AfterAnswer.WAIT),
        "We answered on Wed 1 Apr 2026 12:00, "
        "and nothing happens until a person releases the case.",
    ),
    (OurMessage(WEDNESDAY), "We wrote to the client on Wed 1 Apr 2026 12:00, in their turn."),
    (
        EndedBy("silent", "pause"),
        "After pause no step is left, and the case ends: silent.",
    ),
    (NewRound(2, WEDNESDAY), "Round 2 begins on Wed 1 Apr 2026 12:00."),
    (
        EndUndone(WEDNESDAY, at(4, 2, 10)),
        "The case ended on Wed 1 Apr 2026 12:00 and goes on since Thu 2 Apr 2026 12:00; "
        "the time between does not count.",
    ),
    (EndedBy("paused", "pause"), "With pause the case ends: paused."),
    (EndedBy("settled", "paid"), "With the payment the case ends: settled."),
    (EndedBy("cancelled", "cancelled"), "With the cancellation the case ends: cancelled."),
    (EndedBy("client-replied", "client-replied"), "With client-replied the case ends."),
]

SAID = [*BOUNDS, *LEFT_OUT, *AWAITED, *HELD, *REPORTED, *TURNS]


@pytest.mark.parametrize(("reason", "sentence"), SAID)
def test_a_reason_of_a_case_is_said_with_everything_it_knows(reason: Reason, sentence: str) -> None:
    """A reason says who, what, since when and until when, and leaves out what nobody said."""
    assert sentence == say(reason, NL)


def test_a_day_ends_in_the_time_zone_of_the_client() -> None:
    """Midnight of the client is the end of a day, midnight elsewhere a time like any other."""
    us = Calendar.for_country("US", timezone="America/New_York", locale="en_US")

    assert "We are away until Fri Apr 10, 2026 6:00 PM; nothing adverse is done before." == say(
        WeAreAway(AFTER_FRIDAY), us
    )


def test_braces_in_the_words_of_a_person_stay() -> None:
    """What a person wrote is text, never a place to fill (L22)."""
    assert "In this case call is left out by {step} (“{why}”)." == say(
        SkippedBy("call", "{step}", "{why}"), NL
    )
