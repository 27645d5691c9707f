"""Several calendars at once: open when all of them are."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, cast

from attrs import Factory, field, frozen

from ghostrules.calendars._calendar import Calendar
from ghostrules.calendars._closed import Cause, ClosedDay, Names
from ghostrules.calendars._day_index import DayIndex
from ghostrules.calendars._open_hours import OpenHours, Slots, overlap
from ghostrules.calendars._operations import Operations
from ghostrules.calendars._weekdays import LONG_WORDS
from ghostrules.digests import digest
from ghostrules.errors import CalendarError
from ghostrules.locales import weekday_name


def _first(name: str) -> Any:  # noqa: ANN401 - a default fits a field of any type
    return Factory(lambda joint: getattr(joint.parts[0], name), takes_self=True)


@frozen(eq=False)
class JointCalendar(Operations):
    """What is open in all of its parts; made by `a & b`.

    >>> joint = Calendar.for_country("NL") & Calendar.for_country("TR")
    >>> joint.is_business_day(date(2026, 3, 20)), joint.is_business_day(date(2026, 4, 6))
    (False, False)

    A date is a business day when it is one in every part. Hours are intersected as instants,
    across time zones, and slots without length are dropped. Local dates, time zone, week and
    locale are those of the first part; the span is what all parts cover.
    """

    parts: tuple[Calendar, ...]
    name: str = field(
        init=False,
        default=Factory(lambda self: " & ".join(part.name for part in self.parts), takes_self=True),
    )
    territory: str = field(init=False, default=_first("territory"))
    timezone: str = field(init=False, default=_first("timezone"))
    locale: str = field(init=False, default=_first("locale"))
    first_weekday: int = field(init=False, default=_first("first_weekday"))
    first_year: int = field(
        init=False,
        default=Factory(lambda self: max(part.first_year for part in self.parts), takes_self=True),
    )
    last_year: int = field(
        init=False,
        default=Factory(lambda self: min(part.last_year for part in self.parts), takes_self=True),
    )
    _index: DayIndex = field(
        init=False,
        repr=False,
        default=Factory(lambda self: self._counted(), takes_self=True),
    )
    working_hours: OpenHours = field(
        init=False,
        repr=False,
        default=Factory(
            lambda self: self._common([part.working_hours for part in self.parts]),
            takes_self=True,
        ),
    )
    contact_hours: OpenHours = field(
        init=False,
        repr=False,
        default=Factory(
            lambda self: self._common([part.contact_hours for part in self.parts]),
            takes_self=True,
        ),
    )

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "JointCalendar":
        """Read a joint calendar from its document form; it is equal to the one that was written.

        >>> joint = Calendar.for_country("NL") & Calendar.for_country("TR")
        >>> JointCalendar.from_document(joint.to_document()) == joint
        True

        Raises `CalendarError` for a key or a value that does not belong there.
        """
        parts = document.get("parts") if set(document) == {"parts"} else None
        if not isinstance(parts, list) or not parts:
            raise CalendarError("a joint calendar is one key, `parts`: a list of calendars")
        documents = cast("list[Mapping[str, Any]]", parts)
        return cls(tuple(Calendar.from_document(part) for part in documents))

    def to_document(self) -> dict[str, Any]:
        """Write every part as plain values that JSON knows.

        >>> joint = Calendar.for_country("NL") & Calendar.for_country("TR")
        >>> [part["name"] for part in joint.to_document()["parts"]]
        ['NL', 'TR']
        """
        return {"parts": [part.to_document() for part in self.parts]}

    @cached_property
    def digest(self) -> str:
        """The hash of what the parts mean, in their order, as 32 hexadecimal digits."""
        return digest(" & ".join(part.digest for part in self.parts))

    def local_day(self, at: int) -> date:
        """Give the local date of an instant where the first part is."""
        return self.parts[0].local_day(at)

    def instant(self, day: date, minutes: int = 0) -> int:
        """Give the instant of a wall time where the first part is (L3)."""
        return self.parts[0].instant(day, minutes)

    def __eq__(self, other: object) -> bool:
        """Tell whether the parts mean the same, in the same order."""
        if not isinstance(other, JointCalendar):
            return NotImplemented
        return self is other or self.parts == other.parts

    def __hash__(self) -> int:
        """Hash the meaning."""
        return hash(self.digest)

    def __reduce__(self) -> tuple[type["JointCalendar"], tuple[tuple[Calendar, ...]]]:
        """Pickle the parts; what has been worked out so far stays behind."""
        return JointCalendar, (self.parts,)

    def _counted(self) -> DayIndex:
        if self.first_year > self.last_year:
            spans = ", ".join(f"{p.name} {p.first_year}-{p.last_year}" for p in self.parts)
            raise CalendarError(f"calendar `{self.name}` covers no year, its parts cover {spans}")
        return DayIndex(self._is_business, self.first_year, self.last_year, self.name)

    def _is_business(self, ordinal: int) -> bool:
        day = date.fromordinal(ordinal)
        return all(part.is_business_day(day) for part in self.parts)

    def _common(self, hours: list[OpenHours]) -> OpenHours:
        span = (self.first_year, self.last_year)
        start = self.parts[0].instant_of_ordinal
        weekly = [each.weekly for each in hours]
        pattern = OpenHours(lambda day: self._shared(weekly, day), start, span, self.name)
        return OpenHours(lambda day: self._shared(hours, day), start, span, self.name, pattern)

    def _shared(self, hours: list[OpenHours], ordinal: int) -> Slots:
        slots = hours[0].intervals(ordinal)
        for part, theirs in zip(self.parts[1:], hours[1:], strict=True):
            slots = tuple(
                common for mine in slots for common in overlap((mine,), _around(part, theirs, mine))
            )
        return slots

    def _halves(self, day: date) -> Iterator[ClosedDay]:
        for part in self.parts:
            yield from part.half_days(day)

    def _closures(self, day: date) -> Iterator[ClosedDay]:
        for part in self.parts:
            yield from part.why_closed(day)

    def _shutters(self, day: date, *, contact: bool) -> Iterator[ClosedDay]:
        causes = [c for part in self.parts for c in part.why_shut(day, contact=contact)]
        yield from causes
        if not causes:
            own = weekday_name(day.weekday(), self.locale)
            names = Names(LONG_WORDS[day.weekday()].title(), own)
            yield ClosedDay(day, Cause.NO_HOURS, names, self.name)


def join(one: Operations, other: Operations) -> JointCalendar:
    """Join calendars, each single or joint already, in their order."""
    return JointCalendar((*_parts(one), *_parts(other)))


def _parts(calendar: Operations) -> tuple[Calendar, ...]:
    if isinstance(calendar, JointCalendar):
        return calendar.parts
    if isinstance(calendar, Calendar):
        return (calendar,)
    raise CalendarError(f"`{calendar}` is no calendar and cannot be joined with one")


def _around(part: Calendar, hours: OpenHours, slot: tuple[int, int]) -> Slots:
    """Give the slots of a part on its own local days that a slot elsewhere touches."""
    first, last = (part.local_day(at).toordinal() for at in slot)
    return tuple(found for day in range(first, last + 1) for found in hours.intervals(day))
