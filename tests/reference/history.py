"""What has happened in a case, as plain values; nothing here decides anything."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from ghostrules.effects import Effect, Hours
from ghostrules.policy import Step
from ghostrules.timing import When


@frozen
class Row:
    """One occurrence of a step."""

    step: Step
    number: int
    occurrence: int
    total: int

    @property
    def every(self) -> list[Effect]:
        """All effects, the alternatives of a preference order too."""
        return [each for effect in self.step.do for each in (effect, *effect.fallbacks)]

    @property
    def adverse(self) -> bool:
        """Whether one of the effects is adverse."""
        return any(effect.kind.adverse for effect in self.every)

    @property
    def reaches(self) -> bool:
        """Whether one of the effects reaches the client."""
        return any(effect.kind.reaches_client for effect in self.every)


@frozen
class Sent:
    """One effect that was asked for, and what was reported of it.

    `after` is the failure after which it was asked for again. `done` is when the person did it
    who does it live, or when that was assumed.
    """

    position: int
    effect: Effect
    attempt: int
    at: datetime
    after: datetime | None = None
    done: datetime | None = None
    performed: datetime | None = None
    delivered: datetime | None = None
    failed: bool = False

    @property
    def live(self) -> bool:
        """Whether a person does it."""
        return self.effect.kind.hours is Hours.BOTH

    @property
    def open(self) -> bool:
        """Whether a person still has to report it."""
        return self.live and self.done is None

    @property
    def exact(self) -> datetime:
        """When it was really carried out."""
        return max(at for at in (self.at, self.done, self.performed) if at is not None)


@frozen
class Past:
    """What became of a row: `done`, `merged` or `skipped`, and when.

    `at` is when it happened, `over` when the last of its effects was, `contact` when the last
    that reaches the client was, `exact` when it was really carried out.
    """

    how: str
    at: datetime
    over: datetime
    contact: datetime | None = None
    exact: datetime | None = None


@frozen
class Retry:
    """An effect that is to be asked for again, not before `since`, because it `failed`."""

    effect: Effect
    attempt: int
    since: datetime
    failed: datetime


@frozen
class Draft:
    """A step that waits for a person, or was confirmed by one."""

    at: datetime
    confirmed: datetime | None = None


@frozen
class Hold:
    """A stretch of time in which the case stands, so far without an end if `until` is None."""

    by: str
    since: datetime
    until: datetime | None


@frozen
class Pending:
    """An effect of a reaction that is still to come."""

    effect: Effect
    since: datetime


@frozen
class Fired:
    """One effect that was carried out."""

    step: str
    occurrence: int
    kind: str
    at: datetime


def none() -> Any:  # noqa: ANN401
    """Give an attribute that begins as an empty mapping."""
    return field(factory=dict[Any, Any])


@frozen
class Case:
    """A case with all that has happened.

    `stops` are the stretches in which the clock stood, `holds` those that have no end yet;
    `seen` is the last look at the clock, `missed` a look that came when nothing was open.
    """

    start: datetime
    facts: Mapping[str, Any]
    details: Mapping[str, bool] = none()
    past: Mapping[int, Past] = none()
    sent: Mapping[int, tuple[Sent, ...]] = none()
    retries: Mapping[int, Mapping[int, Retry]] = none()
    drafts: Mapping[int, Draft] = none()
    overdue: frozenset[int] = frozenset()
    properties: Mapping[tuple[str, str], Any] = none()
    missed: datetime | None = None
    seen: datetime | None = None
    round: int = 1
    turn: str = "client"
    replied: datetime | None = None
    nudged: bool = False
    answered: datetime | None = None
    turned: datetime | None = None
    released: datetime | None = None
    undone: datetime | None = None
    altered: datetime | None = None
    contact_before: datetime | None = None
    holds: tuple[Hold, ...] = ()
    stops: tuple[tuple[datetime, datetime], ...] = ()
    absent: datetime | None = None
    changed: Mapping[str, datetime] = none()
    skips: Mapping[str, datetime] = none()
    moves: Mapping[str, date | datetime] = none()
    retimed: Mapping[str, When] = none()
    fixed: Mapping[str, int] = none()
    payments: tuple[Any, ...] = ()
    receipts: frozenset[Any] = frozenset()
    pending: tuple[Pending, ...] = ()
    reacted: Mapping[str, datetime] = none()
    heard: tuple[Any, ...] = ()
    asked: frozenset[str] = frozenset()
    outcome: str | None = None
    ended: datetime | None = None
    ended_by: str | None = None
    stays: bool = False

    @property
    def settled(self) -> datetime | None:
        """Tell when the turn was given back last, by our answer or by a reaction."""
        known = [each for each in (self.answered, self.turned) if each is not None]
        return max(known, default=None)

    @property
    def status(self) -> str:
        """Tell the status, as the machine names it."""
        if self.ended is not None:
            return "ended"
        return "held" if self.holds else "open"
