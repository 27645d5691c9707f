"""When the clock of a case stood still: holds, our turn, and the time between (L14, L18)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final, NamedTuple, cast

from ghostrules.calendars import Instant, from_micros
from ghostrules.events import By

Spans = tuple[Instant, ...]

PERSON: Final = By.PERSON
AUTOMATIC: Final = By.AUTOMATIC

PROMISED: Final = "promised"
ANSWERED: Final = "answered"


class Hold(NamedTuple):
    """One hold of a case: who holds it, since when, until when, and why.

    >>> Hold(By.PERSON, 0, None, "held", "illness").until is None
    True

    `since` and `until` are instants in UTC, `since_at` and `until_at` the same as whole
    microseconds since 1970; a hold without an end is open. `cause` is the name of the event that
    brought it.
    """

    by: By
    since_at: Instant
    until_at: Instant | None
    cause: str
    reason: str | None = None

    @property
    def since(self) -> datetime:
        """Since when the case is held."""
        return from_micros(self.since_at)

    @property
    def until(self) -> datetime | None:
        """When the hold ends, if that is known."""
        return None if self.until_at is None else from_micros(self.until_at)


class Pauses(NamedTuple):
    """When the clock of a case stood, and what made it stand.

    `spans` holds the beginnings and ends of the times that are over, in order; `since` is when
    the time began that is not over, `holds` what holds the case now: what a person holds, then
    what is held automatically. `resumed_at` is the instant since which the case goes on, before
    which nothing is due; `broken_at` the end of a promise that was not kept. `absent_until` is
    the end of our own absence. `turns` counts the replies, `nudged` tells that we were reminded
    of the last one. `released` are holds that a release has ended and that its instant does not
    tell from later ones: told again, they do nothing.
    """

    spans: Spans = ()
    since: Instant | None = None
    holds: tuple[Hold, ...] = ()
    replied_at: Instant | None = None
    answered_at: Instant | None = None
    released_at: Instant | None = None
    resumed_at: Instant | None = None
    broken_at: Instant | None = None
    absent_until: Instant | None = None
    turns: int = 0
    nudged: bool = False
    released: tuple[Hold, ...] = ()


NEVER: Final = Pauses()

new_pauses: Final[Callable[[tuple[Any, ...]], Pauses]] = partial(cast("Any", tuple).__new__, Pauses)


def is_ours(pauses: Pauses) -> bool:
    """Tell whether a reply of the client waits for our answer (L14)."""
    replied, answered = pauses.replied_at, pauses.answered_at
    return replied is not None and (answered is None or answered < replied)


def held_until(holds: tuple[Hold, ...]) -> int | None:
    """Give the end of all holds; none if one of them is open."""
    last = 0
    for hold in holds:
        if hold.until_at is None:
            return None
        last = max(last, hold.until_at)
    return last


def with_hold(holds: tuple[Hold, ...], hold: Hold) -> tuple[Hold, ...]:
    """Add a hold: a person's replaces the earlier one, automatic ones take the later end (L18).

    What waits for a person's release after our answer stands beside them (L14).
    """
    if not holds:
        return (hold,)
    if hold.by is PERSON:
        return (hold, *(one for one in holds if not _is_like(one, hold)))
    last = holds[-1]
    return (*holds, hold) if last.by is PERSON else (*holds[:-1], _longer(last, hold))


def is_persons(hold: Hold) -> bool:
    """Tell whether a person holds the case; what only waits after our answer is the policy's."""
    return hold.by is PERSON and hold.cause != ANSWERED


def _is_like(one: Hold, hold: Hold) -> bool:
    return one.by is hold.by and is_persons(one) is is_persons(hold)


def _longer(old: Hold, new: Hold) -> Hold:
    if old.until_at is None or (new.until_at is not None and new.until_at <= old.until_at):
        return old
    return new._replace(since_at=max(old.since_at, new.since_at))


def including(spans: Spans, start: int, end: int) -> Spans:
    """Add a time in which the clock stood to those that are over; what overlaps is joined."""
    if start >= end:
        return spans
    kept: list[int] = []
    for first, last in pairs(spans):
        if last < start or first > end:
            kept += (first, last)
        else:
            start, end = min(first, start), max(last, end)
    later = next((i for i in range(0, len(kept), 2) if kept[i] > end), len(kept))
    return (*kept[:later], start, end, *kept[later:])


def pairs(spans: Spans) -> Iterator[tuple[int, int]]:
    """Give spans as pairs of beginning and end."""
    return zip(spans[::2], spans[1::2], strict=True)


def after(spans: Spans, since: int) -> list[tuple[int, int]]:
    """Give the parts of spans that lie after an instant."""
    return [(max(start, since), end) for start, end in pairs(spans) if end > since]
