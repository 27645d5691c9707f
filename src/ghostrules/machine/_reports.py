"""What was reported about the steps of a case: done, delivered, failed, opened (L11, L26)."""

from typing import Final, NamedTuple

from ghostrules.calendars import Instant
from ghostrules.machine._begun import Begun

Place = tuple[int, int]


class Attempt(NamedTuple):
    """The present attempt at a row that failed `failed_at`: its number, and not before when."""

    row: int
    number: int
    failed_at: Instant
    since_at: Instant


class Reports(NamedTuple):
    """What persons and channels have told about the steps of this round.

    `attempts` are the rows that failed (see `Attempt`),
    `failed` are the effects (row and position) that failed in the present one, `performed` and
    `delivered` when a row was carried out and when an effect arrived, where that was reported to
    be later than asked. `opened`, `bounced`, `fallen` (failed) and `arrived` mark rows as bits.
    `results` are what persons reported, `decided` is when they decided about drafts, and how.
    `abandoned` marks rows of which something was asked for before they were left out, or repeated,
    `waiting` are the rows that were begun, and wait for an earlier one to be done again.
    """

    attempts: tuple[Attempt, ...] = ()
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
    waiting: tuple[tuple[int, Begun], ...] = ()


NOTHING: Final = Reports()


def or_nothing(reports: Reports) -> Reports:
    """Share the reports of all cases about which nothing is told."""
    return NOTHING if reports == NOTHING else reports


def attempt_of(reports: Reports, row: int) -> int:
    """Give the number of the attempt at a row, from 1."""
    again = again_of(reports, row)
    return 1 if again is None else again.number


def again_of(reports: Reports, row: int) -> Attempt | None:
    """Give the present attempt at a row that has failed; none at its first."""
    for attempt in reports.attempts:
        if attempt.row == row:
            return attempt
    return None
