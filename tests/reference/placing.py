"""From a span to one admissible moment, and the lower bounds that may push it."""

from datetime import date, datetime, timedelta

from attrs import evolve, frozen

from .falls import Dates, Instants, Span
from .parties import ONE_DAY, Open


@frozen
class Manner:
    """How a step takes a moment: its hours, its time of day, its roll and its window."""

    hours: Open
    at: int | None
    roll: str
    back: bool
    window: bool
    strict: bool
    latest: bool


@frozen
class Bounds:
    """What must not be undercut: instants, and local dates."""

    instants: tuple[datetime, ...]
    dates: tuple[date, ...]


def free_moment(manner: Manner, span: Span) -> datetime:
    """Give the moment that a step takes if nothing holds it back (L3, L6, L8, L9)."""
    if isinstance(span, Dates):
        return _free_of_dates(manner, span)
    return _free_of_instants(manner, span)


def _free_of_instants(manner: Manner, span: Instants) -> datetime:
    hours = manner.hours
    if not manner.window:
        return roll_instant(manner, span.first)
    if manner.latest and hours.previous(span.last) >= span.first:
        return hours.previous(span.last)
    if not manner.latest and hours.next(span.first) <= span.last:
        return hours.next(span.first)
    return span.last if manner.strict else hours.next(span.last)


def _free_of_dates(manner: Manner, span: Dates) -> datetime:
    if not manner.window:
        return _moment(manner, _roll_date(manner, span.first))
    day, found = span.first, list[date]()
    while day <= span.last:
        if manner.hours.opening(day) is not None:
            found.append(day)
        day += ONE_DAY
    if found:
        return _moment(manner, found[-1] if manner.latest else found[0])
    return end_of(manner, span) if manner.strict else _moment(manner, _open_from(manner, span.last))


def end_of(manner: Manner, span: Span) -> datetime:
    """Give the end of a window itself, admissible or not."""
    return span.last if isinstance(span, Instants) else _wall(manner, span.last)


def _wall(manner: Manner, day: date) -> datetime:
    if manner.at is not None:
        return manner.hours.client.instant(day, manner.at)
    return manner.hours.opening(day) or manner.hours.client.instant(day, 0)


def _moment(manner: Manner, day: date) -> datetime:
    return roll_instant(manner, _wall(manner, day))


def roll_instant(manner: Manner, at: datetime) -> datetime:
    """Roll a moment by the convention of a step."""
    following, preceding = manner.hours.next(at), manner.hours.previous(at)
    month = manner.hours.client.local_day(at).month
    return {
        "following": lambda: following,
        "preceding": lambda: preceding,
        "unadjusted": lambda: preceding if manner.back else following,
        "modified-following": lambda: (
            following if manner.hours.client.local_day(following).month == month else preceding
        ),
        "modified-preceding": lambda: (
            preceding if manner.hours.client.local_day(preceding).month == month else following
        ),
    }[manner.roll]()


def _roll_date(manner: Manner, day: date) -> date:
    if manner.roll == "unadjusted":
        return day
    following, preceding = _open_from(manner, day), _open_from(manner, day, -ONE_DAY)
    return {
        "following": following,
        "preceding": preceding,
        "modified-following": following if following.month == day.month else preceding,
        "modified-preceding": preceding if preceding.month == day.month else following,
    }[manner.roll]


def _open_from(manner: Manner, day: date, step: timedelta = ONE_DAY) -> date:
    while manner.hours.opening(day) is None:
        day += step
    return day


def bounded(manner: Manner, span: Span, bounds: Bounds) -> datetime:
    """Give the moment that a step takes when lower bounds hold it back.

    Where a strict window holds no slot that meets them, it is its end or, if that does not meet
    them either, the first slot that does: counted from the end, or from the slot after it.
    """
    pushed = push(manner, free_moment(evolve(manner, strict=False), span), bounds)
    if not (manner.window and manner.strict and _past(manner, span, pushed)):
        return pushed
    return min(pushed, push(manner, end_of(manner, span), bounds))


def within_end(manner: Manner, span: Span, at: datetime, bounds: Bounds) -> datetime:
    """Give the end of a strict window instead of a moment past it, if the end meets the bounds."""
    end = end_of(manner, span)
    return end if _past(manner, span, at) and meets(manner, end, bounds) else at


def push(manner: Manner, free: datetime, bounds: Bounds) -> datetime:
    """Push a moment to the first that meets every bound."""
    local = manner.hours.client.local_day(free)
    moments = [_moment_from(manner, day) for day in bounds.dates if local < day]
    latest = max([free, *moments])
    return max([latest, *(manner.hours.next(at) for at in bounds.instants if latest < at)])


def _moment_from(manner: Manner, day: date) -> datetime:
    return manner.hours.next(_wall(manner, _open_from(manner, day)))


def meets(manner: Manner, at: datetime, bounds: Bounds) -> bool:
    """Tell whether a moment meets every bound."""
    local = manner.hours.client.local_day(at)
    return all(at >= bound for bound in bounds.instants) and all(
        local >= day for day in bounds.dates
    )


def _past(manner: Manner, span: Span, at: datetime) -> bool:
    if isinstance(span, Instants):
        return at > span.last
    return manner.hours.client.local_day(at) > span.last
