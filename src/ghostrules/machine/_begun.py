"""What was done of a step that has not happened yet."""

from typing import Final, NamedTuple

from ghostrules.calendars import Instant


class Begun(NamedTuple):
    """How far a step is that has not happened.

    `done` marks the groups of its effects that have acted, as bits; `since_at` is the last look
    that came too late for the others, `counted_at` and `reached_at` the last adverse or
    client-reaching and the last client-reaching effect. `asked_at` is when a person was asked to
    do it, `done_at` when it was done if other effects are outstanding, `overdue` tells that we
    were reminded of it. `draft_at` is when it became a draft, `confirmed_at` when a person
    released it.
    """

    done: int = 0
    since_at: Instant | None = None
    counted_at: Instant | None = None
    reached_at: Instant | None = None
    asked_at: Instant | None = None
    done_at: Instant | None = None
    overdue: bool = False
    draft_at: Instant | None = None
    confirmed_at: Instant | None = None


UNTOUCHED: Final = Begun()
