"""Why an instant is what it is: one frozen value for each step of the thought."""

from datetime import date, datetime

from attrs import frozen

from ghostrules.calendars import ClosedDay
from ghostrules.conditions import FactValue
from ghostrules.effects import Hours
from ghostrules.events import By
from ghostrules.policy import AfterAnswer
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


@frozen
class StoodStill:
    """While the case was held, or it was our turn, the clock stood: what counts moved on (L18)."""

    start: datetime
    end: datetime


@frozen
class WentOn:
    """Nothing is due before the case goes on: the last answer, release or new round."""

    since: datetime


@frozen
class Altered:
    """Nothing is due before the change that altered what is next."""

    since: datetime


@frozen
class DraftConfirmed:
    """A person released the draft then."""

    at: datetime


@frozen
class Retried:
    """It failed on every channel then, and is tried again (L26)."""

    failed: datetime


@frozen
class WeAreAway:
    """While we are away nothing adverse is done and no time to answer is granted (L18)."""

    until: datetime


@frozen
class MovedBy:
    """A person moved the step in this case; `to` is a date, an instant or a timing as a symbol."""

    to: date | datetime | str
    by: str | None
    why: str | None


@frozen
class SkippedBy:
    """A person left the step out in this case; `step` is its own or that of its target (L13)."""

    step: str
    by: str | None
    why: str | None


@frozen
class ConditionUnmet:
    """The step is left out: its condition does not hold, or the one that excludes it does."""

    condition: str
    wanted: bool


@frozen
class DetailMissing:
    """The step is left out: the client cannot be reached in any of its ways."""

    detail: str


@frozen
class DraftDropped:
    """A person dropped the draft."""

    step: str


@frozen
class DraftWaits:
    """The step is a draft and waits for a person to confirm it."""

    step: str
    since: datetime


@frozen
class ReportAwaited:
    """A person was asked to do the step, and has not reported it; `overdue` is when that is late.

    Without `overdue` it is late already.
    """

    step: str
    asked: datetime
    overdue: datetime | None


@frozen
class Assumed:
    """Nobody reported, so the step counts as done when it was asked for, with this result."""

    step: str
    result: str
    asked: datetime


@frozen
class Reported:
    """Something was reported about a step: `what` is the name of the event."""

    what: str
    step: str
    at: datetime
    result: str | None


@frozen
class EvidenceStale:
    """A source of answers was not read far enough to act (L19); `read` is how far it was."""

    source: str
    read: datetime | None
    needed: datetime


@frozen
class OurTurn:
    """The client waits for our answer since then (L14), because of a reply if that is told."""

    since: datetime
    replied: bool = False


@frozen
class AnswerOverdue:
    """We promised to answer within this time, and have not (L14)."""

    since: datetime
    within: Amount


@frozen
class Answer:
    """We answered then; the ladder begins again, goes on, or waits for a release (L14)."""

    at: datetime
    then: AfterAnswer


@frozen
class OurMessage:
    """We wrote to the client in their turn: a contact, and no answer."""

    at: datetime


@frozen
class NewRound:
    """The ladder begins again."""

    number: int
    at: datetime


@frozen
class HeldBy:
    """The case is held: by whom, because of which event, since when, and until when if known."""

    by: By
    cause: str
    since: datetime
    until: datetime | None
    reason: str | None


@frozen
class HoldEnded:
    """A hold ended: by itself, or because somebody released it."""

    cause: str
    at: datetime


@frozen
class PromiseBroken:
    """What was promised until then has not come."""

    until: datetime


@frozen
class Reacted:
    """The policy says what this event does."""

    event: str
    then: str | None


@frozen
class EndUndone:
    """The end of the case was undone; the time between counts as a hold (L15)."""

    ended: datetime
    at: datetime


@frozen
class FactSet:
    """A fact of the case has a new value."""

    name: str
    value: FactValue


@frozen
class Outdated:
    """The event changes nothing: something later has been told already (L20)."""

    event: str
    at: datetime
    since: datetime


@frozen
class NothingLeft:
    """No step is left; only an event can move the case."""


@frozen
class Rebuilt:
    """An event that was told to have happened then was a mistake; the case is derived anew."""

    mistaken: datetime
    at: datetime


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
    | StoodStill
    | WentOn
    | Altered
    | DraftConfirmed
    | Retried
    | WeAreAway
    | MovedBy
    | SkippedBy
    | ConditionUnmet
    | DetailMissing
    | DraftDropped
    | DraftWaits
    | ReportAwaited
    | Assumed
    | Reported
    | EvidenceStale
    | OurTurn
    | AnswerOverdue
    | Answer
    | NewRound
    | OurMessage
    | HeldBy
    | HoldEnded
    | PromiseBroken
    | Reacted
    | EndUndone
    | FactSet
    | Outdated
    | Rebuilt
    | NothingLeft
)
