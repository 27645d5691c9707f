"""What is particular to one case: its own skips and moves, its facts' dates, its payments."""

from datetime import date
from typing import Final, NamedTuple

from attrs import frozen

from ghostrules.calendars import Instant
from ghostrules.money import Money


@frozen(slots=False)
class Skip:
    """A step that a person leaves out of this case.

    >>> Skip("final-notice", "ada", "an old friend").why
    'an old friend'
    """

    step: str
    by: str | None
    why: str | None


@frozen(slots=False)
class Move:
    """A step that a person moves in this case: to an instant, a date, or another timing.

    >>> Move("pause", date(2026, 4, 20), None, None, 3).row
    3

    `to` is whole microseconds since 1970 in UTC, a date, or a timing as a symbol. `row` is the
    row that moves, none for a timing, which all its occurrences follow.
    """

    step: str
    to: Instant | date | str
    by: str | None
    why: str | None
    row: int | None


@frozen(slots=False)
class Payment:
    """An amount that was paid, or, if negative, a payment undone.

    `applied` is by how much the balance was lowered, or raised.
    """

    at: Instant
    amount: Money
    applied: Money


@frozen(slots=False)
class Response:
    """The effects of a reaction that are still to act: since when, and which are done (as bits)."""

    reaction: int
    turn: int
    since: Instant
    done: int


class Changes(NamedTuple):
    """What makes a case different from others under its policy.

    `facts_at` tells when facts were changed, by name; `details` which details of the client are
    known (none: nobody looked), `never` the kinds of effects that this client does not get.
    `undone_at` is when an end was undone, `finished` tells that no step was left then.
    `reacted` tells, for each reaction that was taken, how often and to which instant; `responses`
    are effects of reactions that are still to act.
    """

    skips: tuple[Skip, ...] = ()
    moves: tuple[Move, ...] = ()
    facts_at: tuple[tuple[str, Instant], ...] = ()
    payments: tuple[Payment, ...] = ()
    details: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    undone_at: Instant | None = None
    finished: bool = False
    reacted: tuple[tuple[int, int, Instant], ...] = ()
    responses: tuple[Response, ...] = ()


NONE: Final = Changes()
