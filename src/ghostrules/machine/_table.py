"""The compiled policy: one flat row for every occurrence of every step."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ghostrules.calendars import Calendar, JointCalendar, Roll
from ghostrules.effects import Effect, Hours
from ghostrules.machine._hours import Slots
from ghostrules.policy import FactType, IfLate, Policy
from ghostrules.timing import Amount, Before, DayWhen, Part

AnyCalendar = Calendar | JointCalendar


class From(StrEnum):
    """The kind of thing that a row counts from."""

    START = "start"
    ROW = "row"
    FACT = "fact"
    TARGET = "target"


@frozen
class Source:
    """What a row counts from: the start, an earlier row, a fact, or a later row (`TARGET`).

    `index` is the number of the row or of the fact, `name` the word for it in reasons.
    """

    kind: From
    name: str
    index: int = 0
    part: Part | None = None


@frozen(eq=False)
class Group:
    """Effects of one step that demand the same hours, and so share one slot.

    `calendar` is the one whose hours they are, `effects` pairs each effect with its position
    in the step.
    """

    slots: Slots
    hours: Hours
    calendar: AnyCalendar | None
    effects: tuple[tuple[int, Effect], ...]
    reaches_client: bool
    counts: bool
    client: Calendar
    _openings: dict[date, int | None] = field(factory=dict, init=False, repr=False)

    def opening(self, day: date) -> int | None:
        """Give the first admissible instant of a date in the client's time zone, if there is one.

        What has been worked out once is remembered: calendars do not change.
        """
        try:
            return self._openings[day]
        except KeyError:
            return self._find(day)

    def _find(self, day: date) -> int | None:
        start, end = self.client.instant(day), self.client.instant(day, 24 * 60)
        opening = self._openings[day] = self.slots.first_between(start, end)
        return opening


@frozen(eq=False)
class Row:
    """One occurrence of one step, with everything resolved that does not depend on a case.

    `at` is a wall time in minutes after midnight, `slot` the place of the row's instant in
    `State.happened` (none if no later row asks for it), `notices` the rows that count back to
    this one, `granting` the earlier rows whose response windows this one has to respect.
    """

    index: int
    step: str
    occurrence: int
    occurrences: int
    when: DayWhen
    source: Source
    dated: bool
    at: int | None
    days: AnyCalendar
    roll: Roll | None
    strict: bool
    latest: bool
    groups: tuple[Group, ...]
    reaches_client: bool
    adverse: bool
    window: Amount | None
    gap: Amount
    patience: Amount
    if_late: IfLate
    outcome: str | None
    slot: int | None
    notices: tuple[int, ...]
    granting: tuple[int, ...]

    @property
    def backward(self) -> bool:
        """Whether the row counts back, and so rolls to the slot before (L6)."""
        return isinstance(self.when, Before)

    @property
    def target(self) -> int | None:
        """The later row from which this one counts back, if it is a notice."""
        return self.source.index if self.source.kind is From.TARGET else None

    @property
    def everything(self) -> int:
        """The bits of all groups of effects."""
        return (1 << len(self.groups)) - 1


@frozen(eq=False)
class Table:
    """A policy and its calendars, ready to run; shared by all cases.

    Dates become moments in the time zone of `client`. `facts` are the declared facts, `anchors`
    the numbers of those that some row counts from, `slots` how many instants a state keeps,
    `punctual` the microseconds by which a look may be late and still count as on time (L10).
    """

    policy: Policy
    fingerprint: str
    digests: tuple[str, ...]
    client: Calendar
    rows: tuple[Row, ...]
    facts: tuple[tuple[str, FactType], ...]
    anchors: frozenset[int]
    slots: int
    punctual: int
    ends: Mapping[str, str]
