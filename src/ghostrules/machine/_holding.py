"""Holds: by persons, by promises, absences and disputes; and their release (L18)."""

from datetime import date, datetime

from ghostrules.calendars import Calendar, to_micros
from ghostrules.errors import EventError
from ghostrules.events import Away, By, Disputed, Held, Promised, Released, Who
from ghostrules.machine._holds import PROMISED, Hold, Pauses, including, is_persons, with_hold
from ghostrules.machine._pausing import held, released, with_pauses
from ghostrules.machine._state import HELD, State
from ghostrules.machine._table import Table
from ghostrules.phrases import phrase
from ghostrules.timing import Amount, Duration, count_forward

_MINUTE = 60_000_000
_DAY = 24 * 60


def hold(table: Table, state: State, event: Held, at: int) -> State:
    """Hold the case until its release, or until the end that the event names."""
    until = None if event.until is None else end_of(table.client, event.until)
    return put(state, Hold(event.by, at, until, "held", event.reason))


def promise(table: Table, state: State, event: Promised, at: int) -> State:
    """Hold the case to the end of the promised day, and a grace."""
    return put(state, Hold(By.AUTOMATIC, at, promised_until(table, event.until), PROMISED))


def promised_until(table: Table, until: date) -> int:
    """Give the end of the promised day with the grace of the policy."""
    client, grace = table.client, table.policy.promise_grace
    day = client.local_day(to_micros(until)) if isinstance(until, datetime) else until
    end = client.instant(day, _DAY)
    return end if grace is None else end_after(table, grace, end, day)


def end_after(table: Table, amount: Amount, at: int, day: date) -> int:
    """Give the end of an amount of time: hours from an instant, or the last of the dates."""
    if isinstance(amount, Duration):
        return at + amount.minutes * _MINUTE
    return table.client.instant(count_forward(amount, day, table.days), _DAY)


def away(table: Table, state: State, event: Away, at: int) -> State:
    """Hold the case while the client is away; while we are, nothing adverse happens."""
    if event.who is Who.CLIENT:
        return put(state, Hold(By.AUTOMATIC, at, end_of(table.client, event.until), "away"))
    until, known = end_of(table.client, event.until), state.pauses.absent_until
    if until <= at or (known is not None and known >= until):
        return state
    return with_pauses(state, state.pauses._replace(absent_until=until), state.status, state.turn)


def dispute(_table: Table, state: State, event: Disputed, at: int) -> State:
    """Hold the case without an end."""
    return put(state, Hold(By.AUTOMATIC, at, None, "disputed", event.reason))


def put(state: State, hold: Hold) -> State:
    """Put a hold on a case; one older than the last release or the present hold does nothing."""
    pauses = state.pauses
    is_old = pauses.released_at is not None and hold.since_at < pauses.released_at
    is_over = hold.until_at is not None and hold.until_at <= hold.since_at
    if is_old or is_over or hold in pauses.released:
        return state
    if _is_replaced(pauses.holds, hold) or _was_over(pauses, hold):
        return _stood(state, hold)
    holds = with_hold(pauses.holds, hold)
    return state if holds == pauses.holds else held(state, holds, hold.since_at)


def _is_replaced(holds: tuple[Hold, ...], hold: Hold) -> bool:
    if hold.by is By.AUTOMATIC:
        return False
    return any(is_persons(one) and one.since_at > hold.since_at for one in holds)


def _was_over(pauses: Pauses, hold: Hold) -> bool:
    """Tell whether a hold told late was over before what stops the clock now."""
    since, until = pauses.since, hold.until_at
    return since is not None and until is not None and until < since


def _stood(state: State, hold: Hold) -> State:
    """A hold told late, which is over or has been replaced since, stopped the clock until then."""
    pauses = state.pauses
    assert pauses.since is not None
    until = pauses.since if hold.until_at is None else min(hold.until_at, pauses.since)
    spans = including(pauses.spans, hold.since_at, until)
    if spans == pauses.spans:
        return state
    return with_pauses(state, pauses._replace(spans=spans), state.status, state.turn)


def release(table: Table, state: State, event: Released, at: int) -> State:
    """End all holds if a person says so, else the automatic ones."""
    pauses = state.pauses
    if state.status is not HELD:
        if pauses.released_at is not None and at <= pauses.released_at:
            return state
        raise EventError(phrase("`released` is told of a case that is not held"))
    return let_go(table, state, event.by, at)


def let_go(table: Table, state: State, by: By, at: int) -> State:
    """End the holds that began before an instant: all of them if a person says so (L18)."""
    pauses = state.pauses
    kept = tuple(
        one
        for one in pauses.holds
        if one.since_at > at or (by is By.AUTOMATIC and _outlasts(one, at))
    )
    if not kept:
        began = tuple(one for one in pauses.holds if one.since_at == at)
        return released(table, state, at, pauses._replace(released=began))
    if kept == pauses.holds:
        return state
    gone = tuple(one for one in pauses.holds if one not in kept)
    pauses = pauses._replace(holds=kept, released=gone)
    return with_pauses(state, pauses, state.status, state.turn)


def _outlasts(hold: Hold, at: int) -> bool:
    """Tell whether a hold of a person goes on after an automatic release."""
    return hold.by is By.PERSON and (hold.until_at is None or hold.until_at > at)


def end_of(calendar: Calendar, until: date) -> int:
    """Give the instant at which something ends; a bare date is included (L18)."""
    if isinstance(until, datetime):
        return to_micros(until)
    return calendar.instant(until, _DAY)
