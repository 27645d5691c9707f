"""No reason is without words, and no words are without a reason."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.extract import extract_from_dir

from ghostrules import messages
from ghostrules.calendars import Calendar
from ghostrules.conditions import DETAILS
from ghostrules.effects import KINDS
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
from ghostrules.messages._voice import voice_for
from ghostrules.messages._words import DETAILS as DETAIL_WORDS
from ghostrules.messages._words import EFFECTS, EVENTS, WAYS
from tests.messages.test_case_sentences import SAID as OF_CASES
from tests.messages.test_sentences import SAID as OF_DATES

NL = Calendar.for_country("NL")
AT = datetime(2026, 4, 1, 10, tzinfo=UTC)
SAID = [*OF_DATES, *OF_CASES]
RAW = re.compile(r"None|[{}]|\d{5,}|\w\(|T\d\d:|\+\d\d:|  | [,.;)]")


def test_every_kind_of_reason_has_words() -> None:
    """No member of the union of reasons is without a sentence."""
    assert set(get_args(Reason)) == {type(reason) for reason, _ in SAID}


def test_every_sentence_is_said_by_some_reason() -> None:
    """Every sentence in the source of the room is the words of some reason."""
    room = Path(messages.__file__).parent
    found = extract_from_dir(room, keywords={"phrase": (1,), "plural": (1, 2)})
    ids = {id if isinstance(id, str) else id[0] for _, _, id, _, _ in found}
    voice = voice_for(NL, None)
    said = {fill(voice, reason).id for reason, _ in SAID}

    assert {id for id in ids if id.endswith(".")} == said


def test_every_event_and_detail_has_words() -> None:
    """What can happen to any case is named, and so are the details of a client and all effects."""
    assert set(NAMES.values()) == set(EVENTS)
    assert set(DETAILS) == set(WAYS) == set(DETAIL_WORDS)
    assert set(KINDS) == set(EFFECTS)


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
