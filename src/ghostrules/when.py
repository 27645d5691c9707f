"""The vocabulary of timing: functions that build every `when`, and their text and symbols.

>>> from ghostrules import when
>>> when.write(when.on(when.TUESDAY, week=+1, of="start"))
'on Tuesday of the calendar week following start'

An anchor is an id, with `#n` for one occurrence and `.delivery` or `.deadline` for a part:
`"notice#2"`, `"letter.delivery"`. Without one a timing counts from the step before.
"""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, Final, Literal, TypedDict, Unpack, cast

from ghostrules.errors import TimingError
from ghostrules.timing import (
    PREVIOUS,
    START,
    After,
    Amount,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
    DayWhen,
    DeadlinePassed,
    Duration,
    Every,
    Months,
    OnWeekday,
    Passed,
    Period,
    Several,
    Weeks,
    When,
    Within,
    anchor_from,
    from_symbol,
    hours,
    read,
    symbol,
    write,
)

__all__ = [
    "FRIDAY",
    "MONDAY",
    "PREVIOUS",
    "SATURDAY",
    "START",
    "SUNDAY",
    "THURSDAY",
    "TUESDAY",
    "WEDNESDAY",
    "Anchor",
    "BusinessDays",
    "Days",
    "Duration",
    "Months",
    "Weeks",
    "When",
    "after",
    "at",
    "before",
    "between",
    "deadline_passed",
    "every",
    "from_symbol",
    "on",
    "passed",
    "read",
    "several",
    "symbol",
    "within",
    "write",
]

MONDAY: Final = 0
TUESDAY: Final = 1
WEDNESDAY: Final = 2
THURSDAY: Final = 3
FRIDAY: Final = 4
SATURDAY: Final = 5
SUNDAY: Final = 6

Of = str | AnchorPoint


class Unit(TypedDict, total=False):
    """One number of one unit."""

    minutes: int
    hours: int
    days: int
    business_days: int
    weeks: int
    months: int


class Range(TypedDict, total=False):
    """The two ends of a range, in one unit."""

    minutes: tuple[int, int]
    hours: tuple[int, int]
    days: tuple[int, int]
    business_days: tuple[int, int]
    weeks: tuple[int, int]
    months: tuple[int, int]


class Numbers(TypedDict, total=False):
    """Several numbers of one unit."""

    minutes: Sequence[int]
    hours: Sequence[int]
    days: Sequence[int]
    business_days: Sequence[int]
    weeks: Sequence[int]
    months: Sequence[int]


def after(of: Of = PREVIOUS, **unit: Unpack[Unit]) -> After:
    """Count forward from an anchor.

    >>> symbol(after("due", days=30)), symbol(after(hours=24))
    ('due+30d', '+24h')

    Exactly one unit is given; raises `TimingError` otherwise.
    """
    return After(_amount(unit), _point(of))


def before(of: str | Anchor, **unit: Unpack[Unit]) -> Before:
    """Count back from a later step or a fact.

    >>> symbol(before("pause", hours=48))
    'pause-48h'

    Exactly one unit is given; raises `TimingError` otherwise.
    """
    return Before(_amount(unit), anchor_from(of) if isinstance(of, str) else of)


def within(*, of: Of = PREVIOUS, **unit: Unpack[Unit]) -> Within:
    """Take anywhere from the anchor to an amount after it (L9).

    >>> symbol(within(hours=24, of="start"))
    'start..+24h'

    Exactly one unit is given; raises `TimingError` otherwise.
    """
    return Within(_amount(unit), _point(of))


def between(
    low: Amount | None = None,
    high: Amount | None = None,
    *,
    of: Of = PREVIOUS,
    **unit: Unpack[Range],
) -> Between:
    """Take anywhere between two amounts after the anchor (L9).

    >>> symbol(between(days=(4, 7), of="start"))
    'start+4d..+7d'
    >>> symbol(between(BusinessDays(5), Days(30), of="due"))
    'due+5bd..+30d'

    Either two amounts are given, or a pair of numbers of one unit; raises `TimingError` otherwise.
    """
    if low is not None and high is not None and not unit:
        return Between(low, high, _point(of))
    ends = _amounts(unit)
    if low is not None or high is not None or len(ends) != 2:
        raise TimingError("a range has two ends, expected such as `days=(4, 7)`", text="between")
    return Between(ends[0], ends[1], _point(of))


def several(of: Of = PREVIOUS, **unit: Unpack[Numbers]) -> Several:
    """Count several amounts of one unit from one anchor.

    >>> symbol(several("due", days=(30, 60, 90)))
    'due+30/60/90d'

    Exactly one unit is given, with at most 12 ascending numbers; raises `TimingError` otherwise.
    """
    return Several(_amounts(unit), _point(of))


def every(*, times: int, of: Of = PREVIOUS, **unit: Unpack[Unit]) -> Every:
    """Repeat an amount, counting every occurrence from the anchor.

    >>> symbol(every(weeks=1, times=3, of="call"))
    'call+1w*3'

    Exactly one unit is given; raises `TimingError` otherwise and outside 2 to 100 times.
    """
    return Every(_amount(unit), times, _point(of))


def on(weekday: int, *, week: int, of: Of = PREVIOUS) -> OnWeekday:
    """Take a weekday of the anchor's week (`week=0`) or of a later one (L5).

    >>> symbol(on(TUESDAY, week=+1, of="start"))
    'start@tue+1w'

    Raises `TimingError` outside `MONDAY` to `SUNDAY` and for weeks before the anchor's.
    """
    return OnWeekday(weekday, week, _point(of))


def passed(period: Literal["week", "month"], *, later: int = 0, of: Of = PREVIOUS) -> Passed:
    """Take the first day after the anchor's week or month, or after a later one (L3).

    >>> symbol(passed("week", of="follow-up")), symbol(passed("month", later=1))
    ('follow-up@eow+0w', '@eom+1mo')

    Raises `TimingError` for another period and for periods before the anchor's.
    """
    if period not in tuple(each.value for each in Period):
        raise TimingError(f"`{period}` cannot pass, expected `week` or `month`", text=str(period))
    return Passed(Period(period), later, _point(of))


def deadline_passed(step: str) -> DeadlinePassed:
    """Wait until the window that a step granted has passed (L12).

    >>> symbol(deadline_passed("final-letter"))
    'final-letter.deadline'

    One occurrence is named as in `"notice#2"`. Raises `TimingError` for what is no step.
    """
    anchor = anchor_from(step)
    if anchor.part is not None:
        raise TimingError(f"`{step}` is no step, expected `{anchor.name}`", text=step)
    return DeadlinePassed(anchor.name, occurrence=anchor.occurrence)


def at(clock: str | time, timing: DayWhen) -> AtTime:
    """Set the time of day of a timing that gives a date (L3).

    >>> symbol(at("09:30", after("due", days=30)))
    'due+30d T09:30'

    The time is the client's wall time. Raises `TimingError` for what is no time of day, and
    around elapsed time.
    """
    return AtTime(_clock(clock) if isinstance(clock, str) else clock, timing)


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise TimingError(
            f"`{text}` is no time of day, expected one such as `09:30`", text=text
        ) from None


def _point(of: Of) -> AnchorPoint:
    return anchor_from(of) if isinstance(of, str) else of


def _amount(unit: Unit) -> Amount:
    name, number = _only(unit)
    return _made(name, number)


def _amounts(unit: Range | Numbers) -> tuple[Amount, ...]:
    name, numbers = _only(unit)
    if not isinstance(numbers, Sequence) or isinstance(numbers, str):
        raise TimingError(f"`{numbers}` is not several numbers of {name}", text=str(numbers))
    return tuple(_made(name, number) for number in cast("Sequence[object]", numbers))


def _only(unit: Unit | Range | Numbers) -> tuple[str, Any]:
    given = list(cast("Mapping[str, object]", unit).items())
    if len(given) != 1 or given[0][0] not in Unit.__annotations__:
        names = ", ".join(f"`{name}`" for name, _ in given) or "nothing"
        known = ", ".join(f"`{name}`" for name in Unit.__annotations__)
        raise TimingError(f"{names} given, expected exactly one of {known}", text=names)
    return given[0]


def _made(name: str, number: object) -> Amount:
    if type(number) is not int:
        raise TimingError(f"`{number}` is no whole number of {name}", text=str(number))
    match name:
        case "minutes":
            return Duration(number)
        case "hours":
            return hours(number)
        case "days":
            return Days(number)
        case "weeks":
            return Weeks(number)
        case "months":
            return Months(number)
        case _:
            return BusinessDays(number)
