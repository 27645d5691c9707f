"""The document form of a calendar: all that it is, as plain values."""

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from ghostrules.calendars._clock import clock_of
from ghostrules.calendars._closed import Cause, Names
from ghostrules.calendars._days import DayOff, HalfDay, OpenDay, Weekend, read_date, read_quiet
from ghostrules.calendars._hours import Hours, read_clock, write_clock
from ghostrules.calendars._weekdays import check_weekday
from ghostrules.errors import CalendarError
from ghostrules.locales import locale_tag

if TYPE_CHECKING:
    from ghostrules.calendars._calendar import Calendar

T = TypeVar("T")

_FORMAT: Final = 1
_KEYS: Final = {
    "format": int,
    "name": str,
    "territory": str,
    "timezone": str,
    "locale": str,
    "first_weekday": int,
    "first_year": int,
    "last_year": int,
    "hours": str,
    "weekends": list,
    "days_off": list,
    "half_days": list,
    "open_days": list,
    "quiet": list,
}
_TYPES: Final = {int: "a whole number", str: "a text", list: "a list", bool: "true or false"}


def write_document(calendar: "Calendar") -> dict[str, Any]:
    """Write a calendar as a document."""
    return {
        "format": _FORMAT,
        "name": calendar.name,
        "territory": calendar.territory,
        "timezone": calendar.timezone,
        "locale": calendar.locale,
        "first_weekday": calendar.first_weekday,
        "first_year": calendar.first_year,
        "last_year": calendar.last_year,
        "hours": str(calendar.hours),
        "weekends": [[w.since.isoformat(), list(w.weekdays)] for w in calendar.weekends],
        "days_off": [
            [d.day.isoformat(), d.kind.value, d.names.english, d.names.own, d.estimated]
            for d in calendar.days_off
        ],
        "half_days": [
            [h.day.isoformat(), write_clock(h.closes), h.names.english, h.names.own, h.estimated]
            for h in calendar.early_closings
        ],
        "open_days": [[o.day.isoformat(), o.name] for o in calendar.open_days],
        "quiet": [str(quiet) for quiet in calendar.quiet],
    }


def read_document(made: "type[Calendar]", document: Mapping[str, Any]) -> "Calendar":
    """Read a calendar from a document, refusing what does not belong there."""
    _check_keys(document)
    clock_of(document["timezone"])
    return made(
        name=document["name"],
        territory=document["territory"],
        timezone=document["timezone"],
        locale=locale_tag(document["locale"]),
        first_weekday=check_weekday(document["first_weekday"], "first day of the week"),
        first_year=document["first_year"],
        last_year=_last_year(document),
        hours=Hours.read(document["hours"]),
        weekends=_weekends(document),
        days_off=_rows(document, "days_off", (str, str, str, str, bool), _day_off),
        early_closings=_rows(document, "half_days", (str, str, str, str, bool), _half_day),
        open_days=_rows(document, "open_days", (str, str), _open_day),
        quiet=read_quiet(_texts(document)),
    )


def _check_keys(document: Mapping[str, Any]) -> None:
    if not isinstance(document, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise CalendarError(f"`{document}` is no calendar document, expected a table of keys")
    for key in document:
        if key not in _KEYS:
            near = get_close_matches(str(key), _KEYS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(_KEYS)}"
            raise CalendarError(f"key `{key}` of the calendar document is unknown; {hint}")
    for key, kind in _KEYS.items():
        if key not in document:
            raise CalendarError(f"key `{key}` of the calendar document is missing")
        _check_type(document[key], kind, f"`{key}`")
    if document["format"] != _FORMAT:
        raise CalendarError(
            f"the calendar document has the format `{document['format']}`, expected {_FORMAT}"
        )


def _check_type(value: object, kind: type, where: str) -> None:
    if type(value) is not kind:
        raise CalendarError(
            f"{where} of the calendar document is `{value}`, expected {_TYPES[kind]}"
        )


def _rows(
    document: Mapping[str, Any], key: str, kinds: tuple[type, ...], read: Callable[..., T]
) -> tuple[T, ...]:
    return tuple(
        _row(row, f"`{key}[{place}]`", kinds, read) for place, row in enumerate(document[key])
    )


def _row(row: object, where: str, kinds: tuple[type, ...], read: Callable[..., T]) -> T:
    _check_type(row, list, where)
    values = cast("list[object]", row)
    if len(values) != len(kinds):
        raise CalendarError(
            f"{where} of the calendar document has {len(values)} values, expected {len(kinds)}"
        )
    for place, (value, kind) in enumerate(zip(values, kinds, strict=True)):
        _check_type(value, kind, f"{where[:-1]}[{place}]`")
    return read(*values)


def _weekends(document: Mapping[str, Any]) -> tuple[Weekend, ...]:
    weekends = _rows(document, "weekends", (str, list), _weekend)
    if not weekends:
        raise CalendarError(
            "`weekends` of the calendar document is empty, "
            "expected at least one date with weekdays as in `['2000-01-01', [5, 6]]`"
        )
    return tuple(sorted(weekends, key=lambda weekend: weekend.since))


def _weekend(since: str, weekdays: list[Any]) -> Weekend:
    return Weekend(
        read_date(since), tuple(check_weekday(day, "weekday of the weekend") for day in weekdays)
    )


def _day_off(day: str, kind: str, english: str, own: str, estimated: bool) -> DayOff:
    if kind not in (Cause.HOLIDAY, Cause.CLOSED):
        raise CalendarError(
            f"day off `{day}` has the kind `{kind}`, expected `holiday` or `closed`"
        )
    return DayOff(read_date(day), Cause(kind), Names(english, own), estimated=estimated)


def _half_day(day: str, closes: str, english: str, own: str, estimated: bool) -> HalfDay:
    minutes = read_clock(closes, f"the half day `{day}`")
    return HalfDay(read_date(day), minutes, Names(english, own), estimated=estimated)


def _open_day(day: str, name: str) -> OpenDay:
    return OpenDay(read_date(day), name)


def _texts(document: Mapping[str, Any]) -> list[date | str]:
    for place, text in enumerate(document["quiet"]):
        _check_type(text, str, f"`quiet[{place}]`")
    return list(document["quiet"])


def _last_year(document: Mapping[str, Any]) -> int:
    first, last = document["first_year"], document["last_year"]
    if not 1900 <= first <= last <= 2200:
        raise CalendarError(
            f"the years `{first}-{last}` of the calendar document are no span, "
            "expected a first and a last year from 1900 to 2200"
        )
    return int(last)
