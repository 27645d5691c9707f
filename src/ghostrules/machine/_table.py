"""The compiled policy: one flat row for every occurrence of every step."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property

from attrs import evolve, field, frozen

from ghostrules.calendars import Calendar, JointCalendar
from ghostrules.conditions import Condition, FactType
from ghostrules.effects import Effect, Hours
from ghostrules.events import NAMES
from ghostrules.machine._hours import Slots
from ghostrules.machine._state import FORMAT
from ghostrules.policy import Policy, Reaction
from ghostrules.timing import Amount, DayWhen, When

AnyCalendar = Calendar | JointCalendar

Count = Callable[[date], date]
Dates = Callable[[date], tuple[date, date]]
GapEnd = Callable[[date], tuple[date, int]]

_DAY = timedelta(days=1)


@frozen
class Source:
    """What a row counts from; without row, fact and target it is the start.

    `row` is the number of an earlier row, `fact` that of a fact, `target` that of the later row
    from which a notice counts back. `at_deadline` means the end of the window that the row
    granted instead of the row, `at_delivery` its delivery. `name` is the word for it in reasons.
    """

    name: str
    row: int | None = field(default=None, kw_only=True)
    fact: int | None = field(default=None, kw_only=True)
    target: int | None = field(default=None, kw_only=True)
    at_deadline: bool = field(default=False, kw_only=True)
    at_delivery: bool = field(default=False, kw_only=True)


@frozen(eq=False)
class Group:
    """The slot that effects of one step share because they demand the same hours.

    `bit` is its mark in `State.done`. `calendar` is the one whose hours they are; `client` says
    where the dates are.
    """

    bit: int
    slots: Slots
    hours: Hours
    calendar: AnyCalendar | None
    client: Calendar
    reaches_client: bool
    counts: bool
    _openings: dict[date, int | None] = field(
        factory=dict[date, int | None], init=False, repr=False
    )
    _nexts: dict[date, tuple[date, int]] = field(
        factory=dict[date, tuple[date, int]], init=False, repr=False
    )

    def opening(self, day: date) -> int | None:
        """Give the first admissible instant of a date in the client's time zone, if there is one.

        What has been worked out once is remembered: calendars do not change.
        """
        try:
            return self._openings[day]
        except KeyError:
            return self._find(day)

    def next_opening(self, day: date) -> tuple[date, int]:
        """Give the first date from `day` on that has an admissible slot, and its opening."""
        try:
            return self._nexts[day]
        except KeyError:
            return self._find_next(day)

    def _find_next(self, day: date) -> tuple[date, int]:
        first = day
        while (opening := self.opening(first)) is None:
            first += _DAY
        self._nexts[day] = first, opening
        return first, opening

    def _find(self, day: date) -> int | None:
        start, end = self.client.instant(day), self.client.instant(day, 24 * 60)
        opening = self._openings[day] = self.slots.first_between(start, end)
        return opening


@frozen(eq=False)
class RowEffect:
    """One effect of a row: the bit of the group whose slot it has, and its words.

    `stem` is the part of its key that is the same in every case, round and attempt, `position`
    its place in the step. `once` says that a further attempt does not repeat it, though it has
    its slot with what reaches the client.
    """

    stem: str
    position: int
    bit: int
    effect: Effect
    template: str | None
    once: bool


@frozen(eq=False)
class Row:
    """One occurrence of one step, with everything resolved that does not depend on a case.

    `rule` is the timing as declared, `when` the same without its time of day; `at` is a wall time
    in minutes after midnight. `kept` is the row from whose instant it counts, where that
    is all there is to know of its source. `offsets` are the microseconds
    from there to the first and the last instant of a rule in elapsed time;
    `dates` gives the first and the last date of a dated one. The deadline of a window in days has
    both: instants if the step that grants it was left out. `forward` says that a slot is the
    following one, without choice or conditions. `windowed` says that the rule leaves a choice,
    `latest` which end of it is taken; `stays` that a date is not rolled, `rolls_back` that it is
    rolled to the slot before, `within_month` that it does not leave its month (L6). `merges` and
    `skips` say what becomes of it when it is late (L17). `exempt_after` is the row whose contact
    it may follow without a gap, counted in hours (L13); `gap_end` is where a gap in days ends.
    `notices` are the rows that count back to this one, `granting` the earlier rows whose response
    windows this one has to respect, and `everything` the bits of all its groups.

    `business` says for the first and the last date of the rule whether business days are counted.
    `conditions` have to hold (or not, if false) when it is due, those of its target among them.
    `confirm` makes it a draft. `live` is the bit of the group that a person performs, `overdue`
    when a report is missed, `assumed` the result that is assumed then (none: it waits).
    `delivering` are the effects (positions) from whose delivery its notice or window counts.
    `alternatives` are the other rows of a preference order, `retried` are
    the bits of what a further attempt repeats: what reaches the client, or all. `late_stage` says
    that after it an answer does not start the ladder again.
    """

    index: int
    step: str
    occurrence: int
    occurrences: int
    rule: When
    when: DayWhen
    source: Source
    exempt_after: int | None
    kept: int | None
    dated: bool
    offsets: tuple[int, int] | None
    dates: Dates | None
    at: int | None
    days: AnyCalendar
    forward: bool
    windowed: bool
    latest: bool
    strict: bool
    stays: bool
    rolls_back: bool
    within_month: bool
    groups: tuple[Group, ...]
    everything: int
    effects: tuple[RowEffect, ...]
    reaches_client: bool
    window: Amount | None
    gap: Amount
    gap_end: GapEnd | None
    patience: Amount
    merges: bool
    skips: bool
    outcome: str | None
    notices: tuple[int, ...]
    granting: tuple[int, ...]
    business: tuple[bool, bool]
    adverse: bool
    conditions: tuple[tuple[Condition, bool], ...]
    confirm: bool
    live: int
    overdue: Amount
    assumed: str | None
    delivering: tuple[int, ...] | None
    alternatives: tuple["Row", ...]
    retried: int
    late_stage: bool


@frozen(eq=False)
class Responding:
    """A reaction with the slots of its effects.

    `number` is its place in the policy, `key` the part of its keys that is the same in all cases.
    """

    number: int
    reaction: Reaction
    groups: tuple[Group, ...]
    everything: int
    effects: tuple[RowEffect, ...]


@frozen(eq=False, slots=False)
class Table:
    """A policy and its calendars, ready to run; shared by all cases.

    Dates become moments in the time zone of `client`; `days` has the business days of the policy.
    `facts` are the declared facts, `anchors`
    the numbers of those that some row counts from, `punctual` the microseconds by which a look
    may be late and still count as on time (L10), `evidence` those by which what was read of a
    source may be old (L19). `repeated` marks the rows that count from the start, as bits, which a
    new round repeats (L14). `silent` is the same without what waits for persons: the plan.
    """

    policy: Policy
    fingerprint: str
    digests: tuple[str, ...]
    client: Calendar
    sender: Calendar
    days: AnyCalendar
    rows: tuple[Row, ...]
    facts: tuple[tuple[str, FactType], ...]
    anchors: frozenset[int]
    punctual: int
    ends: Mapping[str, str]
    evidence: tuple[tuple[str, int], ...]
    reactions: tuple[Responding, ...]
    repeated: int
    shifts: bool

    @cached_property
    def plain(self) -> frozenset[type]:
        """The events that do just what they do anyway, to a case that has not ended."""
        return frozenset(event for event, name in NAMES.items() if self.is_plain(name))

    def is_plain(self, name: str) -> bool:
        """Tell whether neither an end nor a reaction gives an event another meaning."""
        return name not in self.ends and name not in self.reacting

    @cached_property
    def reacting(self) -> frozenset[str]:
        """The events that have a reaction in a case that has not ended."""
        reactions = (one.reaction for one in self.reactions)
        return frozenset(one.event for one in reactions if one.outcome is None)

    @cached_property
    def by_step(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of each step, by its id."""
        steps = dict.fromkeys(row.step for row in self.rows)
        return {step: tuple(row for row in self.rows if row.step == step) for step in steps}

    @cached_property
    def identity(self) -> tuple[int, str, tuple[str, ...]]:
        """What every state of this table begins with (L21)."""
        return FORMAT, self.fingerprint, self.digests

    @cached_property
    def silent(self) -> "Table":
        """The table of the plan, in which persons do at once what they are asked (L26)."""
        if not self.evidence and not any(row.live or row.confirm for row in self.rows):
            return self
        rows = tuple(evolve(row, live=0, confirm=False) for row in self.rows)
        return evolve(self, rows=rows, evidence=())
