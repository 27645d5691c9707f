"""Why nothing happens: who holds the case until when, whose answer or report it waits for."""

from collections.abc import Iterator

from ghostrules.calendars import from_micros
from ghostrules.machine._holds import Hold
from ghostrules.machine._reasons import (
    DraftWaits,
    HeldBy,
    NothingLeft,
    OurTurn,
    Reason,
    ReportAwaited,
)
from ghostrules.machine._state import OURS, State
from ghostrules.machine._table import Table
from ghostrules.machine._upcoming import Overdue, Upcoming


def waiting(state: State, table: Table, plan: Upcoming | None) -> Iterator[Reason]:
    """Tell what a case waits for."""
    pauses = state.pauses
    if pauses.since is not None:
        yield from (_held(hold) for hold in pauses.holds)
        if state.turn is OURS and pauses.replied_at is not None:
            yield OurTurn(from_micros(pauses.replied_at))
        return
    if state.row < len(table.rows):
        yield from _awaited(state, table.rows[state.row].step, plan)
    elif plan is None:
        yield NothingLeft()


def _held(hold: Hold) -> HeldBy:
    return HeldBy(hold.by, hold.cause, hold.since, hold.until, hold.reason)


def _awaited(state: State, step: str, plan: Upcoming | None) -> Iterator[Reason]:
    begun = state.begun
    if begun.draft_at is not None:
        yield DraftWaits(step, from_micros(begun.draft_at))
    if begun.asked_at is not None:
        overdue = from_micros(plan.due) if isinstance(plan, Overdue) else None
        yield ReportAwaited(step, from_micros(begun.asked_at), overdue)
