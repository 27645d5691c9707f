"""Hours of the week: a value of minutes by weekday, read from and written to text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from ghostrules.calendars._checks import demand_text
from ghostrules.calendars._weekdays import LONG_WORDS, read_weekdays, write_weekdays
from ghostrules.errors import CalendarError
from ghostrules.phrases import Phrase, phrase

Ranges = tuple[tuple[int, int], ...]

_END_OF_DAY: Final = 1440
_NOON: Final = 720
_PART: Final = re.compile(r"(?P<days>(?:[^\d;](?!$))*[^\d;\s])??\s*(?P<ranges>\d.*)", re.DOTALL)
_RANGE: Final = re.compile(r"(\d{1,2}):(\d{2})\s*[-\u2013]\s*(\d{1,2}):(\d{2})")
_LOOSE: Final = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*(?:-|\u2013|to)\s*"
    r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?",
    re.IGNORECASE,
)


@frozen
class Hours:
    """When a party works, in minutes after local midnight, closed at both ends (L8).

    >>> Hours.read("mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00").of(4)
    ((540, 900),)

    `week` holds the ranges from Monday to Sunday; `named` the weekdays that the text names,
    which are open even at the weekend. A range without a weekday holds on every weekday that
    no other part names, and not at the weekend.
    """

    week: tuple[Ranges, Ranges, Ranges, Ranges, Ranges, Ranges, Ranges]
    named: frozenset[int]

    @classmethod
    def read(cls, text: str) -> "Hours":
        """Read hours from text; raises `CalendarError` with the position of the fault."""
        demand_text(text, "`hours`", "09:00-17:00")
        plain: Ranges = ()
        named: dict[int, Ranges] = {}
        for days, ranges, start in _parts(text):
            if days:
                _name(
                    named,
                    read_weekdays(days, phrase("the hours `{text}`", text=text)),
                    ranges,
                    text,
                )
            elif plain:
                what = phrase("a second part without a weekday")
                raise _fault(text, start, what, phrase("name its weekdays"))
            else:
                plain = ranges
        monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
            named.get(day, plain) for day in range(7)
        )
        week = (monday, tuesday, wednesday, thursday, friday, saturday, sunday)
        return cls(week, frozenset(named))

    def of(self, weekday: int) -> Ranges:
        """Give the ranges of an ordinary weekday, counted from Monday as 0."""
        return self.week[weekday]

    def of_weekend(self, weekday: int) -> Ranges:
        """Give the ranges of a weekday that is weekend: those that the text names for it."""
        return self.week[weekday] if weekday in self.named else ()

    def of_worked_weekend(self, weekday: int) -> Ranges:
        """Give the ranges of a weekend day that is worked, at need those of the first weekday."""
        return self.week[weekday] or next(ranges for ranges in self.week if ranges)

    def __str__(self) -> str:
        """Write the hours as text that reads back equal."""
        plain = [self.week[day] for day in range(7) if day not in self.named]
        parts = [_write_ranges(plain[0])] if plain and plain[0] else []
        groups: dict[Ranges, list[int]] = {}
        for day in sorted(self.named):
            groups.setdefault(self.week[day], []).append(day)
        parts += [f"{write_weekdays(days)} {_write_ranges(r)}" for r, days in groups.items()]
        return "; ".join(parts)


def read_clock(text: str, where: str) -> int:
    """Read a time of day such as `13:00` as minutes after midnight, `24:00` included."""
    demand_text(text, f"the time of day in {where}", "13:00")
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip())
    minutes = -1 if match is None else _minutes(match[1], match[2])
    if not 0 <= minutes <= _END_OF_DAY:
        raise CalendarError(f"`{text}` in {where} is no time of day, expected one as in `13:00`")
    return minutes


def write_clock(minutes: int) -> str:
    """Write minutes after midnight as a time of day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Sort ranges and join those that overlap or touch."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def _parts(text: str) -> Iterator[tuple[str, Ranges, int]]:
    start = 0
    for piece in text.split(";"):
        match = _PART.fullmatch(piece.strip())
        if match is None:
            help = phrase("expected hours as in `09:00-17:00`")
            raise _fault(text, start, f"`{piece.strip()}`", help)
        yield (match["days"] or "").strip(), _read_ranges(match["ranges"], text, start), start
        start += len(piece) + 1


def _name(named: dict[int, Ranges], days: tuple[int, ...], ranges: Ranges, text: str) -> None:
    for day in days:
        if day in named:
            help = phrase("give all its ranges in one part, divided by commas")
            raise _fault(text, 0, phrase("`{day}` named twice", day=LONG_WORDS[day]), help)
        named[day] = ranges


def _read_ranges(listed: str, text: str, start: int) -> Ranges:
    return merged(_read_range(piece.strip(), text, start) for piece in listed.split(","))


def _read_range(piece: str, text: str, start: int) -> tuple[int, int]:
    position = max(text.find(piece, start), start)
    match = _RANGE.fullmatch(piece)
    if match is None:
        raise _fault(text, position, f"`{piece}`", _repaired(piece))
    first, last = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if first < 0 or last < 0 or first >= _END_OF_DAY or last > _END_OF_DAY:
        raise _fault(text, position, f"`{piece}`", phrase("a day runs from 00:00 to 24:00"))
    if first == last:
        what = phrase("`{range}` without length", range=piece)
        raise _fault(text, position, what, phrase("give a later end"))
    if first > last:
        what = phrase("`{range}`, which runs over midnight", range=piece)
        raise _fault(text, position, what, _over_midnight(first, last))
    return first, last


def _over_midnight(first: int, last: int) -> Phrase:
    evening = f"{write_clock(first)}-24:00"
    if not last:
        return phrase("write `{example}`", example=evening)
    return phrase(
        "write `{evening}` and, on the next day, `{morning}`",
        evening=evening,
        morning=f"00:00-{write_clock(last)}",
    )


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes) if int(minutes) < 60 else -1


def _repaired(piece: str) -> Phrase:
    match = _LOOSE.fullmatch(piece)
    if match is not None:
        first = _guess(match[1], match[2], match[3])
        last = _guess(match[4], match[5], match[6])
        if last <= first < _NOON and match[6] is None:
            last += _NOON
        if 0 <= first < last <= _END_OF_DAY:
            meant = f"{write_clock(first)}-{write_clock(last)}"
            return phrase("did you mean `{meant}`?", meant=meant)
    return phrase("expected a range as in `09:00-17:00`")


def _guess(hours: str, minutes: str | None, half: str | None) -> int:
    hour = int(hours)
    if half is not None:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    return _minutes(str(hour), minutes or "00")


def _write_ranges(ranges: Ranges) -> str:
    return ", ".join(f"{write_clock(first)}-{write_clock(last)}" for first, last in ranges)


def _fault(text: str, position: int, what: str, help: Phrase) -> CalendarError:
    return CalendarError(
        phrase(
            "the hours `{text}` have {what} at position {position}; {help}",
            text=text,
            what=what,
            position=position,
            help=help,
        )
    )
