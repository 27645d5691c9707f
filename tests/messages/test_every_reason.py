"""No reason is without words, and no words are without a reason."""

import re
from datetime import UTC, datetime
from typing import get_args

import pytest

from ghostrules.calendars import Calendar
from ghostrules.conditions import DETAILS
from ghostrules.events import NAMES, By
from ghostrules.machine import (
    EndedBy,
    EvidenceStale,
    HeldBy,
    HoldEnded,
    MovedBy,
    Outdated,
    Reacted,
    Reason,
    ReportAwaited,
    Reported,
    SkippedBy,
)
from ghostrules.messages import say_all
from ghostrules.messages._fill import fill
from ghostrules.messages._pack import Sentence
from ghostrules.messages._packs.en import PACK
from ghostrules.messages._voice import voice_for
from tests.messages.test_case_sentences import SAID as OF_CASES
from tests.messages.test_sentences import SAID as OF_DATES

NL = Calendar.for_country("NL")
AT = datetime(2026, 4, 1, 10, tzinfo=UTC)
SAID = [*OF_DATES, *OF_CASES]
RAW = re.compile(r"None|[{}]|\d{5,}|\w\(|T\d\d:|\+\d\d:|  | [,.;)]")


def test_every_kind_of_reason_has_words() -> None:
    """No member of the union of reasons is without a sentence."""
    assert set(get_args(Reason)) == {type(reason) for reason, _ in SAID}


def test_every_sentence_of_the_pack_is_said() -> None:
    """The English pack holds every sentence, and each is the words of some reason."""
    voice = voice_for(NL, None)

    assert set(Sentence) == set(PACK.sentences)
    assert set(Sentence) == {fill(voice, reason)[0] for reason, _ in SAID}


def test_every_event_and_detail_has_words() -> None:
    """What can happen to any case is named, and so is the way for each detail of a client."""
    assert set(NAMES.values()) == set(PACK.events)
    assert set(DETAILS) == set(PACK.ways)


def test_no_sentence_shows_what_is_missing_or_raw() -> None:
    """No sentence shows `None`, a place left open, a name of the code, or a bare instant."""
    assert [] == [sentence for _, sentence in SAID if RAW.search(sentence)]


def about(cause: str, until: datetime | None, word: str | None) -> list[Reason]:
    """Give every reason that names an event or something that may be unknown."""
    return [
        *(HeldBy(by, cause, AT, until, word) for by in By),
        HoldEnded(cause, AT),
        EndedBy("over", cause),
        Reacted(cause, word),
        Outdated(cause, AT, AT),
        Reported(cause, "call", AT, word),
        ReportAwaited("call", AT, until),
        EvidenceStale("inbox", until, AT),
        SkippedBy("call", word, word),
        MovedBy(AT, word, word),
    ]


@pytest.mark.parametrize("cause", [*NAMES.values(), "came-back"])
@pytest.mark.parametrize("until", [None, AT])
@pytest.mark.parametrize("word", [None, "some words"])
def test_whatever_is_unknown_the_sentence_is_whole(
    cause: str, until: datetime | None, word: str | None
) -> None:
    """For every event, known or not until when, by whom and why, the sentence is a sentence."""
    sentences = say_all(about(cause, until, word), NL)

    assert [] == [told for told in sentences if RAW.search(told) or not told.endswith(".")]
