"""Until when the client can answer before something happens to the client's harm (L11, L12)."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import frozen

from ghostrules.calendars import from_micros
from ghostrules.machine._channels import chosen
from ghostrules.machine._origins import Deadline, deadline, took_effect
from ghostrules.machine._plan import Plan
from ghostrules.machine._state import HELD, State
from ghostrules.machine._table import Row, Table
from ghostrules.machine._tick import tick
from ghostrules.machine._upcoming import schedule

Place = tuple[str, int]


@frozen
class AnswerBy:
    """Until when the client can answer.

    >>> from datetime import UTC
    >>> AnswerBy(datetime(2026, 6, 12, 22, tzinfo=UTC), date(2026, 6, 12)).last_day.isoformat()
    '2026-06-12'

    `at` is the instant for which the machine waits, in UTC. For a window in days it is the
    midnight after `last_day`, the day that texts name; otherwise there is no `last_day`.
    """

    at: datetime
    last_day: date | None = None


def answer_by(table: Table, state: State, place: Place | None, ahead: Plan) -> AnswerBy | None:
    """Give the end of the window that a step grants, or else the next harm on the silent path."""
    granting = None if place is None else _granting(table, *place)
    granted = None if granting is None else _granted(table, state, granting)
    if granted is None:
        return next((AnswerBy(at) for at in harms(ahead)), None)
    return AnswerBy(from_micros(granted.at), granted.day if granted.dated else None)


def harms(ahead: Plan) -> Iterator[datetime]:
    """Give the instants of the adverse effects of a plan, in order."""
    intents = (intent for planned in ahead for intent in planned.effects)
    return (intent.at for intent in intents if intent.effect.kind.adverse)


def _granting(table: Table, step: str, occurrence: int) -> Row | None:
    rows = (row for row in table.by_step.get(step, ()) if row.window is not None)
    return next((row for row in rows if row.occurrence == occurrence), None)


def _granted(table: Table, state: State, row: Row) -> Deadline | None:
    """Follow the silent path until the step has happened and nothing stands still."""
    upcoming = schedule(table, state)
    while upcoming is not None and not _runs(state, row):
        done = tick(table, state, upcoming, upcoming.due)
        state, upcoming = done.state, done.upcoming
    return deadline(table, state, chosen(state, row)) if _runs(state, row) else None


def _runs(state: State, row: Row) -> bool:
    return took_effect(state, row) and state.status is not HELD
