"""Where a case stands: a handful of frozen scalars.

States, and what they remember, are named tuples: a tuple is filled in a fifth of the time that a
frozen class takes, and every transition makes one. Where every microsecond counts they are made
of all their items in order, by `new_state` and `new_pauses`.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, Final, NamedTuple, cast

from ghostrules.calendars import Instant, from_micros
from ghostrules.conditions import FactValue
from ghostrules.machine._begun import Begun
from ghostrules.machine._changes import NONE, Changes
from ghostrules.machine._holds import NEVER, Hold, Pauses
from ghostrules.machine._reports import NOTHING, Reports

FORMAT = 1

LONE = -1
THE_START = -2


class Status(StrEnum):
    """Whether a case goes on.

    >>> Status.OPEN.value
    'open'
    """

    OPEN = "open"
    HELD = "held"
    ENDED = "ended"


class Turn(StrEnum):
    """Whose move it is.

    >>> Turn.CLIENT.value
    'client'
    """

    CLIENT = "client"
    OURS = "ours"


# a member of an enum is dear to look up
OPEN: Final = Status.OPEN
HELD: Final = Status.HELD
ENDED: Final = Status.ENDED
CLIENTS: Final = Turn.CLIENT
OURS: Final = Turn.OURS


class State(NamedTuple):
    """A case under one policy, as it stands after the last event.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> state = machine.start(at=datetime(2026, 3, 25, 10, tzinfo=UTC), case="acme-7")
    >>> state.case, state.due.isoformat()
    ('acme-7', '2026-03-31T07:00:00+00:00')

    Made by `Machine.start` and `Machine.transition`. Instants (`..._at`) are whole
    microseconds since 1970 in UTC; `due`, `started` and `ended` give them as datetimes.
    `row` is the row of the machine's table that acts next, `begun` what was done of it, `dropped`
    marks the rows whose effects were dropped, as bits. `happened` holds the instant at which each
    row happened, `last_at` when the row before did, `looked_at` the last look that did something,
    `contact_at` and `contact_row` the last contact. `pauses`, `reports` and `changes` remember
    what has happened to the case besides its steps; a case to which nothing else has happened
    shares them with all others. `changed_at` is the last change that altered what is next, before
    which nothing is due.
    """

    version: int
    policy: str
    calendars: tuple[str, ...]
    case: str
    round: int
    started_at: Instant
    facts: tuple[FactValue | None, ...]
    status: Status
    turn: Turn | None
    outcome: str | None
    ended_at: Instant | None
    row: int
    begun: Begun
    dropped: int
    happened: tuple[Instant | None, ...]
    last_at: Instant
    looked_at: Instant
    contact_at: Instant | None
    contact_row: int
    pauses: Pauses = NEVER
    reports: Reports = NOTHING
    changes: Changes = NONE
    changed_at: Instant | None = None
    due_at: Instant | None = None

    @property
    def due(self) -> datetime | None:
        """The instant at which the machine acts next, in UTC; none once the case has ended."""
        return None if self.due_at is None else from_micros(self.due_at)

    @property
    def started(self) -> datetime:
        """The instant at which the case began, in UTC."""
        return from_micros(self.started_at)

    @property
    def ended(self) -> datetime | None:
        """The instant at which the case ended, in UTC."""
        return None if self.ended_at is None else from_micros(self.ended_at)

    @property
    def holds(self) -> tuple[Hold, ...]:
        """What holds the case now: what a person holds, then what is held automatically."""
        return self.pauses.holds

    def to_document(self) -> dict[str, Any]:
        """Write the state as plain values that JSON knows; `Machine.restore` reads it back.

        >>> from datetime import UTC, datetime
        >>> from ghostrules import Calendar, built_in, compile
        >>> nl = Calendar.for_country("NL")
        >>> machine = compile(built_in("project"), sender=nl, client=nl)
        >>> state = machine.start(at=datetime(2026, 3, 25, 10, tzinfo=UTC), case="acme-7")
        >>> state.to_document()["started_at"]
        1774432800

        Instants are written as seconds since 1970 in UTC.
        """
        from ghostrules.machine._documents import to_document

        return to_document(self)


new_state: Final[Callable[[tuple[Any, ...]], State]] = partial(cast("Any", tuple).__new__, State)
