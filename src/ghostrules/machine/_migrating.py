"""A case moves to a new policy, or to new calendars, by the ids of its steps (L21)."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, frozen

from ghostrules.errors import StateError
from ghostrules.machine._begun import UNTOUCHED, Begun
from ghostrules.machine._changes import NONE, Changes
from ghostrules.machine._facts import Facts
from ghostrules.machine._progress import first_open, in_turn, progress
from ghostrules.machine._reports import NOTHING, Reports, attempt_of
from ghostrules.machine._state import LONE, State
from ghostrules.machine._table import Row, Table

if TYPE_CHECKING:
    from ghostrules.machine._machine import Machine
    from ghostrules.machine._plan import Plan


@frozen
class Difference:
    """What moving a case changes about one step, or about how the case ends.

    `step` is none for the end of the case. `before` and `after` are the instants in UTC at which
    it is due on the silent path, none where it is not on it.
    """

    step: str | None
    occurrence: int
    before: datetime | None
    after: datetime | None


@frozen
class Migration:
    """A case under its new machine, and what that changes.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, built_in, compile
    >>> policy = built_in("negotiation")
    >>> nl, tr = Calendar.for_country("NL"), Calendar.for_country("TR")
    >>> old = compile(policy, sender=nl, client=nl)
    >>> new = compile(policy, sender=nl, client=tr)
    >>> state = old.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
    >>> migration = migrate(state, old, new)
    >>> [(one.step, one.before.hour, one.after.hour) for one in migration.differences][0]
    ('follow-up', 8, 6)

    Nothing has happened by making one: it is the dry run, and its `state` the result.
    """

    state: State
    differences: tuple[Difference, ...]


def migrate(state: State, old: "Machine", new: "Machine") -> Migration:
    """Move a case from one machine to another, by step id.

    >>> from datetime import UTC, datetime
    >>> from ghostrules import Calendar, Policy, compile
    >>> nl = Calendar.for_country("NL")
    >>> chase = Policy("chase", ["24 hours later: email", "48 hours later: email"], ends="paid")
    >>> later = Policy("chase", ["24 hours later: email", "96 hours later: email"], ends="paid")
    >>> old, new = (compile(one, sender=nl, client=nl) for one in (chase, later))
    >>> state = old.start(at=datetime(2026, 3, 16, 9, tzinfo=UTC), case="acme-7")
    >>> moved = migrate(state, old, new)
    >>> [(one.step, one.before.day, one.after.day) for one in moved.differences]
    [('second', 19, 23), (None, 19, 23)]

    What has happened stays happened, by the ids of steps; a step that the new policy has before
    those is left out. Raises `StateError` where that cannot be: the case stands in the middle of
    a step that the new policy does not have, waits for a reaction that it does not have, or
    lacks a fact that it counts from; and for the state of another machine.
    """
    moved = new.take_over(state, old)
    return Migration(moved, tuple(_differences(old.plan_from(state), new.plan_from(moved))))


def moved_state(state: State, old: Table, new: Table) -> State:
    """Give the state of a case under another table, before it is known when it acts next."""
    return _Moving(old, new, state).state()


@define(eq=False)
class _Moving:
    """A case on its way from one table to another."""

    old: Table
    new: Table
    before: State

    def state(self) -> State:
        """Give the state under the new table."""
        state, passed = self.before, self._passed()
        happened = tuple(self._happened(one, passed) for one in self.new.rows)
        left_out = sum(
            1 << one.index
            for one in self.new.rows
            if happened[one.index] is not None and self._then(one) is None
        )
        is_begun = _is_touched(state.begun)
        moved = state._replace(
            policy=self.new.fingerprint,
            calendars=self.new.digests,
            facts=self._facts(),
            row=self._middle(state.row) if is_begun else first_open(happened),
            dropped=self._bits(state.dropped) | left_out,
            happened=happened,
            contact_row=state.contact_row if state.contact_row < 0 else self._contact(),
            reports=self._reports(state.reports),
            changes=self._changes(state.changes),
        )
        return in_turn(moved)

    def _old_of(self, row: Row) -> Row | None:
        for one in self.old.rows:
            if (one.step, one.occurrence) == (row.step, row.occurrence):
                return one
        return None

    def _new_of(self, index: int) -> Row | None:
        """Give the row of the new table that an old one becomes."""
        row = self.old.rows[index]
        for one in self.new.rows:
            if (one.step, one.occurrence) == (row.step, row.occurrence):
                return one
        return None

    def _passed(self) -> int:
        """Give how many of the new rows lie behind: up to the last that has happened, or begun."""
        reports = self.before.reports
        here = self._new_of(self.before.row) if self.before.row < len(self.old.rows) else None
        begun = 0 if here is None or not self._is_under_way(here) else here.index
        waiting = (self._middle(row) for row, _ in reports.waiting)
        past = (one.index + 1 for one in self.new.rows if self._then(one) is not None)
        return max(begun, *waiting, *past, 0)

    def _middle(self, index: int) -> int:
        """Give the row under way under the new table, or refuse a table without it."""
        row = self._new_of(index)
        if row is None:
            step = self.old.rows[index].step
            raise StateError(f"the case stands in the middle of `{step}`, which is gone")
        return row.index

    def _then(self, row: Row) -> int | None:
        """Give when a row happened under the old table, if it has."""
        one = self._old_of(row)
        return None if one is None else self.before.happened[one.index]

    def _is_under_way(self, row: Row) -> bool:
        """Tell whether something of a row was done, and it has not happened."""
        one = self._old_of(row)
        if one is None or self.before.happened[one.index] is not None:
            return False
        is_tried_again = attempt_of(self.before.reports, one.index) > 1
        return is_tried_again or _is_touched(progress(self.before, one.index))

    def _happened(self, row: Row, passed: int) -> int | None:
        """Give when a row happened; one before those that have is left out."""
        then = self._then(row)
        is_left_out = then is None and row.index < passed and not self._is_under_way(row)
        return self.before.last_at if is_left_out else then

    def _bits(self, bits: int) -> int:
        moved = [self._new_of(index) for index in range(len(self.old.rows)) if bits >> index & 1]
        return sum(1 << one.index for one in moved if one is not None)

    def _contact(self) -> int:
        row = self._new_of(self.before.contact_row)
        return LONE if row is None else row.index

    def _facts(self) -> Facts:
        names = [name for name, _ in self.old.facts]
        known = dict(zip(names, self.before.facts, strict=True))
        old_types = dict(self.old.facts)
        facts = tuple(
            known.get(name) if old_types.get(name) is kind else None
            for name, kind in self.new.facts
        )
        for number in sorted(self.new.anchors):
            if facts[number] is None:
                name = self.new.facts[number][0]
                raise StateError(f"the new policy counts from the fact `{name}`, which is missing")
        return facts

    def _reports(self, reports: Reports) -> Reports:
        if reports is NOTHING:
            return reports
        return reports._replace(
            attempts=tuple(
                one._replace(row=row.index)
                for one in reports.attempts
                if (row := self._new_of(one.row)) is not None
            ),
            failed=self._places(reports.failed),
            performed=self._places(reports.performed),
            delivered=self._places(reports.delivered),
            opened=self._bits(reports.opened),
            bounced=self._bits(reports.bounced),
            fallen=self._bits(reports.fallen),
            arrived=self._bits(reports.arrived),
            results=self._places(reports.results),
            decided=self._places(reports.decided),
            abandoned=self._bits(reports.abandoned),
            waiting=tuple((self._middle(row), begun) for row, begun in reports.waiting),
        )

    def _places(self, places: tuple[Any, ...]) -> tuple[Any, ...]:
        """Give places that begin with a row under the new table; those of rows gone are lost."""
        moved = ((self._new_of(place[0]), place) for place in places)
        return tuple((row.index, *place[1:]) for row, place in moved if row is not None)

    def _changes(self, changes: Changes) -> Changes:
        if changes is NONE:
            return changes
        numbers = self._reactions()
        for response in changes.responses:
            if response.reaction not in numbers:
                event = self.old.reactions[response.reaction].reaction.event
                raise StateError(f"the case waits for the reaction to `{event}`, which is gone")
        return changes._replace(
            skips=tuple(one for one in changes.skips if self._has(one.step)),
            moves=tuple(
                evolve(one, row=None if one.row is None else self._moved_row(one.row))
                for one in changes.moves
                if self._has(one.step)
            ),
            reacted=tuple(
                (numbers[number], count, at)
                for number, count, at in changes.reacted
                if number in numbers
            ),
            responses=tuple(
                evolve(one, reaction=numbers[one.reaction]) for one in changes.responses
            ),
        )

    def _has(self, step: str) -> bool:
        return any(row.step == step for row in self.new.rows)

    def _moved_row(self, index: int) -> int | None:
        row = self._new_of(index)
        return None if row is None else row.index

    def _reactions(self) -> Mapping[int, int]:
        """Give the number in the new policy of each reaction of the old one that it still has."""
        return {
            old.number: new.number
            for old in self.old.reactions
            for new in self.new.reactions
            if old.reaction == new.reaction
        }


def _differences(before: "Plan", after: "Plan") -> Iterator[Difference]:
    """Compare two silent paths step by step, and how they end."""
    old = {(one.step, one.occurrence): one.due for one in before}
    new = {(one.step, one.occurrence): one.due for one in after}
    for step, occurrence in dict.fromkeys([*old, *new]):
        key = (step, occurrence)
        if old.get(key) != new.get(key):
            yield Difference(step, occurrence, old.get(key), new.get(key))
    if (before.outcome, before.ended) != (after.outcome, after.ended):
        yield Difference(None, 1, before.ended, after.ended)


def _is_touched(begun: Begun) -> bool:
    """Tell whether anything was done of a row, besides looks that came too late."""
    return begun._replace(since_at=None) != UNTOUCHED
