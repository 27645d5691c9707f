"""A case whose step has another timing: its effective policy, compiled (A5)."""

import json
from typing import Any

from attrs import evolve

from ghostrules.digests import digest
from ghostrules.errors import EventError, GhostrulesError
from ghostrules.events import Moved
from ghostrules.machine._changes import Move
from ghostrules.machine._compile import make_table
from ghostrules.machine._parties import Parties
from ghostrules.machine._state import State
from ghostrules.machine._table import Table
from ghostrules.policy import Policy, check
from ghostrules.timing import from_symbol, read, symbol

Timings = tuple[tuple[str, str], ...]


def timings_of(state: State) -> Timings:
    """Give the steps that have another timing in this case, with its symbol."""
    return tuple(
        sorted((move.step, move.to) for move in state.changes.moves if isinstance(move.to, str))
    )


def retimed_table(table: Table, parties: Parties, timings: Timings) -> Table:
    """Compile the policy of a case whose steps have other timings; its rows stay the same."""
    policy = _retimed(table.policy, timings)
    made = make_table(policy, parties)
    if len(made.rows) != len(table.rows):
        raise EventError("another timing must happen as often as the one that it replaces")
    return evolve(made, fingerprint=table.fingerprint)


def _retimed(policy: Policy, timings: Timings) -> Policy:
    new = dict(timings)
    steps = [
        evolve(step, when=from_symbol(new[step.id])) if step.id in new else step
        for step in policy.steps
    ]
    retimed = evolve(policy, steps=steps)
    report = check(retimed)
    if not report.ok:
        raise EventError(f"the step cannot be moved so: {report.errors[0].message}")
    return retimed


def move_to(table: Table, event: Moved) -> Move:
    """Read the timing to which a person moves a step."""
    if all(step.id != event.step for step in table.policy.steps):
        known = ", ".join(f"`{step.id}`" for step in table.policy.steps)
        raise EventError(f"the policy has no step `{event.step}`; it has {known}")
    assert isinstance(event.to, str)
    try:
        when = read(event.to, table.policy.language, labels=table.policy.labels)
    except GhostrulesError as error:
        raise EventError(f"`{event.step}` cannot be moved: {error}") from error
    return Move(event.step, symbol(when), event.by, event.why, None)


def with_move(state: State, move: Move) -> State:
    """Give the state in which a step has another timing."""
    others = tuple(one for one in state.changes.moves if one.step != move.step)
    changes = state.changes._replace(moves=(*others, move))
    return state._replace(changes=changes)


def fingerprint_of(table: Table, state: State) -> str:
    """Give the hash of what the policy means for this case: its own skips and moves count."""
    changes = state.changes
    if not changes.skips and not changes.moves:
        return table.fingerprint
    particular: list[Any] = [
        sorted(skip.step for skip in changes.skips),
        sorted([move.step, str(move.to), move.row or 0] for move in changes.moves),
    ]
    text = table.fingerprint + json.dumps(particular)
    return digest(text)
