"""What an event carries is checked where it is made."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ghostrules.errors import EventError
from ghostrules.events import Adopted, Away, Elapsed, Held, Moved, Opened, PartPaid, Started
from ghostrules.money import Money

NOON = datetime(2026, 3, 30, 12, tzinfo=UTC)
NAIVE = NOON.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("kind", "parts", "message"),
    [
        (Started, {"case": "a", "at": NAIVE}, "`at` is `2026-03-30T12:00:00`, which has no time"),
        (Started, {"case": "a", "at": date(2026, 3, 30)}, "expected a datetime with a time zone"),
        (Started, {"case": "", "at": NOON}, "`case` is `''`, expected text"),
        (Started, {"case": "a", "details": ["emial"], "at": NOON}, "`emial` is no detail of a"),
        (Adopted, {"case": "a", "started": NAIVE, "at": NOON}, "`started` is `2026-03-30T12:00"),
        (Elapsed, {"observed": {"inbox": NAIVE}, "at": NOON}, "`inbox` is `2026-03-30T12:00:00`"),
        (Held, {"by": "robot", "at": NOON}, "`robot` is unknown, expected one of `person`"),
        (Held, {"reason": "", "at": NOON}, "`reason` is `''`, expected text"),
        (Away, {"until": "friday", "at": NOON}, "`until` is `'friday'`, expected a date or an"),
        (Moved, {"step": "a", "to": 3, "at": NOON}, "`to` is `3`, expected a date or an instant"),
        (PartPaid, {"amount": Money.parse("0 EUR"), "at": NOON}, "expected money such as"),
        (Opened, {"step": "a", "key": "b", "at": NOON}, "and not both"),
    ],
)
def test_what_cannot_be_is_refused(kind: type, parts: dict[str, Any], message: str) -> None:
    """L1, L20: a naive time or a value of another kind raises where the event is made."""
    with pytest.raises(EventError) as caught:
        kind(**parts)

    assert message in str(caught.value)


def test_tables_and_words_are_kept_in_one_order() -> None:
    """Two openings that say the same in another order are equal."""
    one = Started("a", facts={"b": 1, "a": 2}, details=["phone", "email"], never="call", at=NOON)
    other = Started(
        "a", facts=(("a", 2), ("b", 1)), details={"email", "phone"}, never=["call"], at=NOON
    )

    assert one == other
    assert hash(one) == hash(other)
