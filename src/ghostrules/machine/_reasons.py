"""Why an instant is what it is: one frozen value for each step of the thought."""

from datetime import date, datetime

from attrs import frozen

from ghostrules.calendars import ClosedDay
from ghostrules.effects import Hours
from ghostrules.timing import Amount, Clipped, Crossed, When

Point = date | datetime


@frozen
class Counted:
    """The rule, what it counts from, and the span in which it falls.

    `origin` is a date for a fact that is a date, else an instant in UTC. `earliest` and
    `latest` are equal where the rule names one point; they are dates for calendar counts and
    instants for elapsed time (L2).
    """

    rule: When
    anchor: str
    origin: Point
    earliest: Point
    latest: Point


@frozen
class Planned:
    """The planned instant of the later step from which a notice counts back (L11)."""

    step: str
    due: datetime


@frozen
class Rolled:
    """A date or an instant moved to one that is admissible, and the closed days on the way (L6).

    `hours` says whose hours were demanded; without closed days it was only the time of day.
    """

    origin: Point
    result: Point
    hours: Hours
    because: tuple[ClosedDay, ...]


@frozen
class Opened:
    """A date became the first admissible moment of that day (L3)."""

    day: date
    moment: datetime


@frozen
class TimeOfDay:
    """A date became a moment at the time of day asked for, by the policy or its step (L3)."""

    day: date
    moment: datetime


@frozen
class InOrder:
    """The step before has to have happened first (L13)."""

    happened: datetime


@frozen
class MinimumGap:
    """Contacts are kept apart: this much after the last one (L13)."""

    gap: Amount
    contact: datetime


@frozen
class NoticeGiven:
    """A notice went out late enough to move what it announces (L11)."""

    step: str
    notice: Amount
    given: datetime


@frozen
class ResponseWindow:
    """A message granted time to answer, which must pass first (L12).

    `until` is the instant at which the window ends.
    """

    step: str
    window: Amount
    until: datetime


@frozen
class LookedLate:
    """Nobody looked in time; what was due then waits for the next admissible slot (L10)."""

    planned: datetime
    looked: datetime


@frozen
class WindowMissed:
    """The window held no admissible slot; the next one after it was taken (L8)."""

    end: Point


@frozen
class StrictEnd:
    """The window held no admissible slot; being strict, its end was taken (L8)."""

    end: Point


@frozen
class Merged:
    """Earlier occurrences whose time had passed were not sent again one by one (L17)."""

    occurrences: tuple[int, ...]


@frozen
class SkippedLate:
    """The step came later than its patience allows and was left out (L17)."""

    planned: datetime
    patience: Amount


@frozen
class EndedBy:
    """The case ended: by an event, by a step, or because no step is left.

    `cause` is the name of the event or the id of the step.
    """

    outcome: str
    cause: str


Reason = (
    Counted
    | Planned
    | Crossed
    | Clipped
    | Rolled
    | Opened
    | TimeOfDay
    | InOrder
    | MinimumGap
    | NoticeGiven
    | ResponseWindow
    | LookedLate
    | WindowMissed
    | StrictEnd
    | Merged
    | SkippedLate
    | EndedBy
)
