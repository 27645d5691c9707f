"""How long a client usually takes to answer, measured from the journals of past cases.

A wait begins with the opening of a case, or with our answer, and ends with the client's next
reply. It is measured in the contact hours of the client's calendar, so that a weekend, a holiday
or a night is nobody's slowness, and a quiet day neither.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import takewhile

from attrs import frozen

from ghostrules.calendars import Calendar, JointCalendar, OpenHours, to_micros
from ghostrules.errors import EventError
from ghostrules.events import (
    Adopted,
    Answered,
    Event,
    Opening,
    Retracted,
    Started,
    name_of,
)

Journal = Iterable[Opening | Event]


@frozen
class ResponseTimes:
    """How long the waits took that a reply has ended.

    >>> ResponseTimes(count=0, open=1, median=None, p90=None).open
    1

    `median` and `p90` (the 90th percentile: nine waits of ten are no longer) are open time, none
    where no wait has ended yet. `count` says how many waits were measured, `open` how many no
    reply has ended; those are not measured, so a client who never answers has no times at all.
    """

    count: int
    open: int
    median: timedelta | None
    p90: timedelta | None


def of(
    journals: Iterable[Journal],
    client: Calendar | JointCalendar,
    *,
    ends: str | Iterable[str] = (),
) -> ResponseTimes:
    """Measure how long a client took to answer, in the contact hours of their calendar.

    >>> from datetime import UTC
    >>> from ghostrules.events import Replied
    >>> nl = Calendar.for_country("NL", hours="09:00-17:00")
    >>> friday, monday, tuesday = (datetime(2026, 3, day, 14, tzinfo=UTC) for day in (27, 30, 31))
    >>> quick = [Started("acme-7", at=friday), Replied(at=monday)]
    >>> silent = [Started("acme-8", at=tuesday)]
    >>> times = of([quick, silent], nl)
    >>> times.count, times.open, times.median == timedelta(hours=9)
    (1, 1, True)

    Each journal is the opening of a case and then its events, in any order; what has been
    retracted does not count. `ends` names further events that are an answer of the client, such
    as `client-replied` where that ends the case. A message of ours in the middle of a wait does
    not begin another one, and a reply not later than the beginning does not end it. Holds are
    not taken off: days on which nobody is there belong in the calendar.

    Between two waits a percentile is interpolated linearly, as `numpy.percentile` does by
    default: of n waits in order, the 90th lies at position 0.9 * (n - 1), counted from 0.

    Raises `EventError` for a journal that does not begin with an opening, and `CalendarError`
    for a wait outside the years that the calendar covers (L7).
    """
    answers = {"replied", *([ends] if isinstance(ends, str) else ends)}
    waits = [wait for journal in journals for wait in _waits(journal, answers)]
    times = sorted(
        _open_time(client.contact_hours, to_micros(since), to_micros(until))
        for since, until in waits
        if until is not None
    )
    return ResponseTimes(
        len(times), len(waits) - len(times), _percentile(times, 50), _percentile(times, 90)
    )


def _waits(journal: Journal, answers: set[str]) -> Iterator[tuple[datetime, datetime | None]]:
    opening, events = _read(journal)
    since: datetime | None = opening.started if isinstance(opening, Adopted) else opening.at
    for event in sorted(events, key=_in_order):
        if since is None:
            since = event.at if isinstance(event, Answered) else None
        elif event.at > since and name_of(event) in answers:
            yield since, event.at
            since = None
    if since is not None:
        yield since, None


def _read(journal: Journal) -> tuple[Opening, list[Event]]:
    """Give the opening and the events that stand: what has been retracted is left out."""
    opening: Opening | None = None
    events: list[Event] = []
    for event in journal:
        if isinstance(event, Started | Adopted):
            if opening is not None:
                raise EventError(f"a journal opens the case `{opening.case}` a second time")
            opening = event
        elif opening is None:
            raise EventError("a journal does not begin with `started` or `adopted`")
        elif isinstance(event, Retracted):
            events = [each for each in events if each != event.event]
        else:
            events.append(event)
    if opening is None:
        raise EventError("a journal is empty, expected `started` or `adopted` first")
    return opening, events


def _in_order(event: Event) -> tuple[datetime, bool]:
    """Put a reply before an answer of the same instant, which it cannot be a reply to (L14)."""
    return event.at, isinstance(event, Answered)


def _open_time(hours: OpenHours, since: int, until: int) -> timedelta:
    last = hours.previous(until)  # refuses an end outside the years covered
    slots = takewhile(lambda slot: slot[0] < last, hours.slots_from(since))
    total = sum(min(closes, last) - max(opens, since) for opens, closes in slots)
    return timedelta(microseconds=total)


def _percentile(times: list[timedelta], percent: int) -> timedelta | None:
    if not times:
        return None
    place, part = divmod(percent * (len(times) - 1), 100)
    low, high = times[place], times[min(place + 1, len(times) - 1)]
    return low + (high - low) * part / 100
