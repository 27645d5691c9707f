"""What a look has done, before it is told outside of the room."""

from attrs import define

from ghostrules.machine._because import explain
from ghostrules.machine._progress import wait
from ghostrules.machine._reasons import Reason
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._transition import Acted, Intents, Transition, Why
from ghostrules.machine._upcoming import Upcoming, schedule


@define(eq=False)
class Ticked:
    """What a look has done: the row that acted or was left out, if any, and what is next, if any.

    `upcoming` is none where only an event can move the case; `why` gives the reasons for what
    was done.
    """

    state: State
    upcoming: Upcoming | None
    row: Row | None
    effects: Intents
    why: Why
    skipped: bool = False

    def transition(self, table: Table) -> Transition:
        """Give what is told outside of the room."""
        return Transition(self.state, self.effects, Looked(table, self))


@define(eq=False)
class Looked:
    """The account of a look."""

    table: Table
    ticked: Ticked

    @property
    def acted(self) -> Acted | None:
        """The step that acted, or was left out, if there is one."""
        row = self.ticked.row
        return None if row is None else Acted(row.step, row.occurrence, self.ticked.skipped)

    def reasons(self) -> tuple[Reason, ...]:
        """Give the reasons for what was done."""
        return self.ticked.why()

    def next_reasons(self, state: State) -> tuple[Reason, ...]:
        """Give why the next due instant is what it is."""
        return explain(self.table, state)


def go_on(
    table: Table,
    state: State,
    row: Row | None,
    effects: Intents,
    why: Why,
    *,
    skipped: bool = False,
) -> Ticked:
    """Give what a look has done, with what comes next."""
    plan = schedule(table, state)
    return Ticked(wait(state, None if plan is None else plan.due), plan, row, effects, why, skipped)


def these(*reasons: Reason) -> tuple[Reason, ...]:
    """Give reasons that are known already."""
    return reasons
