"""Time in which the clock stood (L14, L15, L18): walked stretch by stretch, date by date."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from ghostrules.timing import Amount, BusinessDays, Days, Duration, Months, Weeks

from .falls import IsBusiness, add, add_months
from .parties import ONE_DAY

Stops = tuple[tuple[datetime, datetime], ...]
LocalDay = Callable[[datetime], date]


def joined(stops: Iterable[tuple[datetime, datetime]]) -> Stops:
    """Put stretches that meet together, so that no moment counts twice."""
    found: list[tuple[datetime, datetime]] = []
    for since, until in sorted(stops):
        if until <= since:
            continue
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return tuple(found)


def held_after(stops: Stops, at: datetime) -> timedelta:
    """Tell how long the clock stood after an instant."""
    return sum(
        (until - max(since, at) for since, until in joined(stops) if until > at), timedelta()
    )


def crossed(stops: Stops, local_day: LocalDay) -> set[date]:
    """Give the dates that began while the clock stood, the last with its end."""
    found: set[date] = set()
    for since, until in joined(stops):
        day = local_day(since)
        while day < local_day(until):
            day += ONE_DAY
            found.add(day)
    return found


def stretched(stops: Stops, at: datetime, minutes: int) -> datetime:
    """Let so many minutes pass from an instant, none of them while the clock stood."""
    left = timedelta(minutes=minutes)
    for since, until in joined(stops):
        if until <= at:
            continue
        if at + left < since or (at + left == since):
            return at + left
        left -= max(since, at) - at
        at = until
    return at + left


def window_end(amount: Amount, day: date, is_business: IsBusiness, stood: set[date]) -> date:
    """Give the last day of a window; each date that a stop crossed is replaced (L12, L18).

    A stop across the midnight that would close the window took a part of its last day.
    """
    counts, wanted = units(amount, is_business), _how_many(amount, day)
    last = add(amount, day, is_business)
    while True:
        named = [each for each in dates(day, last) if counts(each)]
        lost = len(stood & set(named)) + (last + ONE_DAY in stood)
        if len(named) >= wanted + lost:
            return last
        last += ONE_DAY
        while not counts(last):
            last += ONE_DAY


def units(amount: Amount, is_business: IsBusiness) -> IsBusiness:
    """Tell which dates an amount counts."""
    return is_business if isinstance(amount, BusinessDays) else lambda day: True


def _how_many(amount: Amount, day: date) -> int:
    match amount:
        case BusinessDays(n) | Days(n):
            return n
        case Weeks(n):
            return 7 * n
        case Months(n):
            return (add_months(day, n) - day).days
        case Duration():
            raise AssertionError("hours give no date")


def notice_end(amount: Amount, given: date, is_business: IsBusiness, stood: set[date]) -> date:
    """Give the first date from which counting back reaches the notice (L11, L18)."""
    bound = given
    while add(amount, bound, is_business, -1) < given:
        bound += ONE_DAY
    counts, first = units(amount, is_business), bound
    while not counts(first):
        first += ONE_DAY
    wanted = [day for day in dates(given, first) if counts(day)]
    if not stood & set(wanted):
        return bound
    left, day = len(wanted), given
    while left:
        day += ONE_DAY
        left -= counts(day) and day not in stood
    return day


def dates(after: date, last: date) -> list[date]:
    """Give every date after one, up to another."""
    return [after + n * ONE_DAY for n in range(1, (last - after).days + 1)]
