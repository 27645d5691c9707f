"""How a case begins: opened, or taken over in the middle of its ladder."""

from collections.abc import Collection, Iterator, Mapping

from ghostrules.calendars import to_micros
from ghostrules.conditions import FactValue, names
from ghostrules.effects import Effect
from ghostrules.errors import EventError
from ghostrules.events import Adopted, Started
from ghostrules.machine._begun import UNTOUCHED
from ghostrules.machine._changes import NONE, Changes
from ghostrules.machine._channels import is_possible
from ghostrules.machine._facts import DETAILS, read_facts
from ghostrules.machine._state import CLIENTS, FORMAT, LONE, OPEN, State
from ghostrules.machine._table import Row, Table
from ghostrules.phrases import phrase
from ghostrules.policy import ClientDetail, Policy, Step


def opened(table: Table, event: Started) -> State:
    """Give the state of a case that begins, before it is known when it acts next."""
    changes = known_of(table, event.details, event.never)
    return fresh(table, to_micros(event.at), event.case, dict(event.facts), changes)


def fresh(
    table: Table, at: int, case: str, facts: Mapping[str, FactValue], changes: Changes = NONE
) -> State:
    """Give the state of a case to which nothing has happened."""
    if not isinstance(case, str) or not case:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise EventError(phrase("`{case}` is no name of a case, expected text", case=case))
    return State(
        version=FORMAT,
        policy=table.fingerprint,
        calendars=table.digests,
        case=case,
        round=1,
        started_at=at,
        facts=read_facts(table, facts),
        status=OPEN,
        turn=CLIENTS,
        outcome=None,
        ended_at=None,
        due_at=None,
        row=0,
        begun=UNTOUCHED,
        dropped=0,
        happened=(None,) * len(table.rows),
        last_at=at,
        looked_at=at,
        contact_at=None,
        contact_row=LONE,
        changes=changes,
    )


def adopted(table: Table, event: Adopted) -> State:
    """Give the state of a case that is taken over: nothing is due before it is."""
    if event.started > event.at:
        raise EventError(
            phrase(
                "the wait began at `{at}`, expected no later than the take-over",
                at=event.started.isoformat(),
            )
        )
    at, done = to_micros(event.at), _done(table, event)
    changes = known_of(table, event.details, event.never)
    state = fresh(table, to_micros(event.started), event.case, dict(event.facts), changes)
    if done:
        state = _past(table, state, done)
    return state._replace(changed_at=at)


def _done(table: Table, event: Adopted) -> dict[int, int]:
    """Give the rows that are done already, and when; the last row cannot be one of them."""
    done: dict[int, int] = {}
    for name, at in event.done:
        if at > event.at:
            raise EventError(
                phrase(
                    "`{name}` happened at `{at}`, expected no later than the take-over",
                    name=name,
                    at=at.isoformat(),
                )
            )
        done |= {row.index: to_micros(at) for row in _rows_named(table, name)}
    if len(table.rows) - 1 in done:
        raise EventError(
            phrase(
                "`{step}` is the last step; nothing is left to take over", step=table.rows[-1].step
            )
        )
    return done


def _rows_named(table: Table, name: str) -> list[Row]:
    step, _, occurrence = name.partition("#")
    rows = [row for row in table.rows if row.step == step]
    if occurrence:
        times, rows = len(rows), [row for row in rows if str(row.occurrence) == occurrence]
        if times and not rows:
            raise EventError(
                phrase(
                    "`{step}` happens {times} times, expected one such as `{step}#1`",
                    step=step,
                    times=times,
                )
            )
    if not rows:
        known = ", ".join(f"`{one.id}`" for one in table.policy.steps)
        raise EventError(
            phrase("the policy has no step `{name}`; it has {known}", name=name, known=known)
        )
    return rows


def _past(table: Table, state: State, done: Mapping[int, int]) -> State:
    """Give the state after the rows that are done; rows before the last of them are left out."""
    last, latest = max(done), max(done.values())
    contacts = [(at, row) for row, at in done.items() if table.rows[row].reaches_client]
    contact_at, contact_row = max(contacts, default=(None, LONE))
    return state._replace(
        row=last + 1,
        dropped=sum(1 << row for row in range(last) if row not in done),
        happened=tuple(
            done.get(row, latest) if row <= last else None for row in range(len(table.rows))
        ),
        last_at=latest,
        contact_at=contact_at,
        contact_row=contact_row,
    )


def known_of(table: Table, details: Collection[str] | None, never: Collection[str]) -> Changes:
    """Give what is known of the client, or refuse a case without what the policy needs (D5)."""
    if details is None:
        return Changes(never=frozenset(never)) if never else NONE
    known = frozenset(details)
    strange = sorted(known - DETAILS)
    if strange:
        expected = ", ".join(f"`{one}`" for one in sorted(DETAILS))
        raise EventError(
            phrase(
                "`{detail}` is no detail of a client, expected {expected}",
                detail=strange[0],
                expected=expected,
            )
        )
    changes = Changes(details=known, never=frozenset(never))
    _demand(table.policy, changes)
    return changes


def _demand(policy: Policy, changes: Changes) -> None:
    assert changes.details is not None
    missing = [detail for detail in required(policy) if detail not in changes.details]
    if missing:
        names = " and ".join(f"`{detail}`" for detail in missing)
        raise EventError(
            phrase(
                "the policy `{policy}` needs the client's {details}, which is not known; say in "
                "the policy what happens without it, with `only_if` or `first_of`",
                policy=policy.id,
                details=names,
            )
        )
    for step in policy.steps:
        if not any(_can(changes, effect) for effect in step.do if effect.fallbacks) and any(
            effect.fallbacks for effect in step.do
        ):
            raise EventError(
                phrase("the client cannot be reached in any of the ways of `{step}`", step=step.id)
            )


def _can(changes: Changes, effect: Effect) -> bool:
    return any(is_possible(changes, one) for one in (effect, *effect.fallbacks))


def required(policy: Policy) -> tuple[ClientDetail, ...]:
    """Give the details of the client without which no case starts (D5)."""
    needed = {str(detail) for detail in policy.requires}
    for step in policy.steps:
        needed |= set(_needs(step))
    return tuple(detail for detail in ClientDetail if detail in needed)


def _needs(step: Step) -> Iterator[str]:
    """Give the details that a step needs, unless its condition or a fall-back deals with that."""
    asked = frozenset[str]()
    for condition in (step.only_if, step.unless):
        asked |= frozenset() if condition is None else names(condition)
    for effect in step.do:
        detail = effect.kind.detail
        if detail is not None and not effect.fallbacks and detail not in asked:
            yield detail
