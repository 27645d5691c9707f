"""What was reported about the steps of a case: done, delivered, failed, opened (L11, L26)."""

from typing import Final, NamedTuple

from ghostrules.calendars import Instant

Place = tuple[int, int]


class Reports(NamedTuple):
    """What persons and channels have told about the steps of this round.

    `asked_at` is when a person was asked to do the step that waits for a report, `done_at`
    when it was done if its other effects are outstanding, `overdue` tells
    that we were reminded of it. `draft_at` is when the step became a draft, `confirmed_at` when
    a person released it. `reopened` marks the rows that have to be done again, as bits,
    `retry_at` is the failure after which. `attempts` counts those of a row from its second on,
    `failed` are the effects (row and position) that failed in the present one, `performed` and
    `delivered` when a row was carried out and when an effect arrived, where that was reported to
    be later than asked. `opened`, `bounced`, `fallen` (failed) and `arrived` mark rows as bits.
    `results` are what persons reported, `decided` is when they decided about drafts, and how.
    `abandoned` marks rows of which something was asked for before they were left out, or repeated,
    `redoing` is the row that is being done again, if some of its effects are outstanding.
    """

    asked_at: Instant | None = None
    done_at: Instant | None = None
    overdue: bool = False
    draft_at: Instant | None = None
    confirmed_at: Instant | None = None
    reopened: int = 0
    retry_at: Instant | None = None
    attempts: tuple[Place, ...] = ()
    failed: tuple[Place, ...] = ()
    performed: tuple[tuple[int, Instant], ...] = ()
    delivered: tuple[tuple[int, int, Instant], ...] = ()
    opened: int = 0
    bounced: int = 0
    fallen: int = 0
    arrived: int = 0
    results: tuple[tuple[int, str], ...] = ()
    decided: tuple[tuple[int, Instant, str], ...] = ()
    abandoned: int = 0
    redoing: int | None = None


NOTHING: Final = Reports()


def attempt_of(reports: Reports, row: int) -> int:
    """Give the number of the attempt at a row, from 1."""
    return dict(reports.attempts).get(row, 1)
