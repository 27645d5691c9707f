"""When a message counts as given: performed, or delivered, as its step asks (L11, L26)."""

from collections.abc import Iterator
from typing import Final

from ghostrules.machine._reports import NOTHING
from ghostrules.machine._state import State
from ghostrules.machine._table import Row, RowEffect, Table
from ghostrules.timing import Duration, count_forward

POST: Final = frozenset({"letter", "registered_letter"})
_MINUTE = 60_000_000


def given(table: Table, state: State, row: Row, at: int) -> int:
    """Give the instant from which the notice or window of a row counts that happened `at`."""
    if row.delivering is not None:
        return delivered(table, state, row, at, row.delivering)
    if state.reports is NOTHING:
        return at
    return max(at, dict(state.reports.performed).get(row.index, at))


def delivered(
    table: Table, state: State, row: Row, at: int, positions: tuple[int, ...] | None = None
) -> int:
    """Give the first delivery of the effects of a row that happened `at` (L11).

    It is assumed at the sending, for post some days later; a report moves it later, never earlier.
    """
    return min(_deliveries(table, state, row, at, positions), default=at)


def _deliveries(
    table: Table, state: State, row: Row, at: int, positions: tuple[int, ...] | None
) -> Iterator[int]:
    told = {place[:2]: place[2] for place in state.reports.delivered}
    for effect in row.effects:
        here = (row.index, effect.position)
        wanted = effect.position in positions if positions else effect.effect.kind.reaches_client
        if wanted and here not in state.reports.failed:
            presumed = _presumed(table, row, effect, at)
            yield max(presumed, told.get(here, presumed))


def _presumed(table: Table, row: Row, effect: RowEffect, at: int) -> int:
    if effect.effect.name not in POST:
        return at
    amount, client = table.policy.post_arrives, table.client
    if isinstance(amount, Duration):
        return at + amount.minutes * _MINUTE
    day = count_forward(amount, client.local_day(at), row.days)
    group = next(group for group in row.groups if group.bit == effect.bit)
    return group.next_opening(day)[1]
