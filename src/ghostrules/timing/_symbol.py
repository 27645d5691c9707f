"""The symbolic form of a timing: one short line, the same in every language (L24)."""

import re
from collections.abc import Callable
from datetime import time
from functools import cache
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.timing._amounts import Amount
from ghostrules.timing._units import Unit, amount_in, counted, counted_together
from ghostrules.timing._values import (
    PREVIOUS,
    After,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    DayWhen,
    DeadlinePassed,
    Every,
    OnWeekday,
    Part,
    Passed,
    Period,
    Several,
    When,
    Within,
    known,
)

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAME = r"(?P<name>[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)(?:#(?P<occurrence>[1-9]\d{0,3}))?"
_ANCHOR = rf"(?:{_NAME}(?:\.(?P<part>delivery|deadline))?)?"
_NUMBER = r"(?:0|[1-9]\d{0,5})"
_UNIT = r"(?:h|min|d|w|mo|bd)"
_AMOUNT = _NUMBER + _UNIT
_TIME = re.compile(r"(?P<when>.+) T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)")

Found = re.Match[str]


def symbol(when: When) -> str:
    """Write a timing in symbols.

    >>> symbol(AtTime(time(9, 30), OnWeekday(weekday=1, week=1, anchor=Anchor("start"))))
    'start@tue+1w T09:30'

    Counting from the step before has no name in front: `+24h`. Raises `TimingError` for what is no
    timing.
    """
    known(when)
    if isinstance(when, AtTime):
        return f"{symbol(when.when)} T{when.at:%H:%M}"
    if isinstance(when, DeadlinePassed):
        return anchor_symbol(Anchor(when.step, occurrence=when.occurrence, part=Part.DEADLINE))
    return anchor_symbol(when.anchor) + _count(when)


def anchor_symbol(anchor: AnchorPoint) -> str:
    """Write an anchor in symbols.

    >>> anchor_symbol(Anchor("notice", occurrence=2, part=Part.DELIVERY))
    'notice#2.delivery'

    The step before is written as nothing.
    """
    if not isinstance(anchor, Anchor):
        return ""
    occurrence = "" if anchor.occurrence is None else f"#{anchor.occurrence}"
    part = "" if anchor.part is None else f".{anchor.part}"
    return anchor.name + occurrence + part


def amount_symbol(amount: Amount) -> str:
    """Write an amount in symbols.

    >>> from ghostrules.timing import BusinessDays
    >>> amount_symbol(BusinessDays(5))
    '5bd'
    """
    number, unit = counted(amount)
    return f"{number}{unit}"


def _count(when: DayWhen) -> str:
    match when:
        case After(amount):
            return f"+{amount_symbol(amount)}"
        case Before(amount):
            return f"-{amount_symbol(amount)}"
        case OnWeekday(weekday, week):
            return f"@{_WEEKDAYS[weekday]}+{week}w"
        case Passed(Period.WEEK, later):
            return f"@eow+{later}w"
        case Passed(_, later):
            return f"@eom+{later}mo"
        case _:
            return _stretch(when)


def _stretch(when: DayWhen) -> str:
    match when:
        case Within(amount):
            return f"..+{amount_symbol(amount)}"
        case Between(low, high):
            return f"+{amount_symbol(low)}..+{amount_symbol(high)}"
        case Several(amounts):
            return f"+{_numbers(amounts)}"
        case Every(amount, times):
            return f"+{amount_symbol(amount)}*{times}"
        case _:
            return ""


def _numbers(amounts: tuple[Amount, ...]) -> str:
    numbers, unit = counted_together(amounts)
    return "/".join(map(str, numbers)) + unit


def from_symbol(text: str) -> When:
    """Read a timing in symbols, the inverse of `symbol`.

    >>> from_symbol("pause-48h")
    Before(amount=Duration(minutes=2880), anchor=Anchor(name='pause', occurrence=None, part=None))

    Raises `TimingError` where the text is no symbol.
    """
    timed = _TIME.fullmatch(_text(text))
    if timed is None:
        return _plain(text)
    return AtTime(time(int(timed["hour"]), int(timed["minute"])), _plain(timed["when"]))


def anchor_from(text: str) -> Anchor:
    """Read an anchor in symbols.

    >>> anchor_from("notice#2")
    Anchor(name='notice', occurrence=2, part=None)

    Raises `TimingError` where the text is no anchor.
    """
    found = re.fullmatch(_ANCHOR, _text(text), re.ASCII)
    if not text or found is None:
        raise TimingError(
            f"`{text}` cannot be counted from, expected an id such as `reminder` or `notice#2`",
            text=text,
        )
    return _named(found)


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise TimingError(f"`{text}` is no text, expected symbols", text=str(text))
    return text


def _plain(text: str) -> DayWhen:
    for pattern, build in _forms():
        found = pattern.fullmatch(text)
        if found is not None:
            return build(found)
    raise TimingError(
        f"`{text}` is no timing in symbols, expected a form such as `reminder+24h`", text=text
    )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[Found], DayWhen]], ...]:
    return tuple(
        (re.compile(pattern, re.ASCII), build)
        for pattern, build in (
            (rf"{_NAME}\.deadline", _deadline),
            (rf"{_ANCHOR}\+(?P<amount>{_AMOUNT})", _after),
            (rf"{_NAME}(?:\.(?P<part>delivery|deadline))?-(?P<amount>{_AMOUNT})", _before),
            (rf"{_ANCHOR}@(?P<day>{'|'.join(_WEEKDAYS)})\+(?P<count>{_NUMBER})w", _weekday),
            (rf"{_ANCHOR}@eow\+(?P<count>{_NUMBER})w", _week_passed),
            (rf"{_ANCHOR}@eom\+(?P<count>{_NUMBER})mo", _month_passed),
            (rf"{_ANCHOR}\.\.\+(?P<amount>{_AMOUNT})", _within),
            (rf"{_ANCHOR}\+(?P<low>{_AMOUNT})\.\.\+(?P<high>{_AMOUNT})", _between),
            (rf"{_ANCHOR}\+(?P<numbers>{_NUMBER}(?:/{_NUMBER})+)(?P<unit>{_UNIT})", _several),
            (rf"{_ANCHOR}\+(?P<amount>{_AMOUNT})\*(?P<times>{_NUMBER})", _every),
        )
    )


def _anchor(found: Found) -> AnchorPoint:
    return PREVIOUS if found["name"] is None else _named(found)


def _named(found: Found) -> Anchor:
    part = None if found["part"] is None else Part(found["part"])
    return Anchor(found["name"], occurrence=_occurrence(found), part=part)


def _occurrence(found: Found) -> int | None:
    return None if found["occurrence"] is None else int(found["occurrence"])


def _amount(text: str) -> Amount:
    number = text.rstrip("abcdefghijklmnopqrstuvwxyz")
    return amount_in(int(number), Unit(text[len(number) :]))


def _deadline(found: Found) -> DayWhen:
    return DeadlinePassed(found["name"], occurrence=_occurrence(found))


def _after(found: Found) -> DayWhen:
    return After(_amount(found["amount"]), _anchor(found))


def _before(found: Found) -> DayWhen:
    return Before(_amount(found["amount"]), _named(found))


def _weekday(found: Found) -> DayWhen:
    return OnWeekday(_WEEKDAYS.index(found["day"]), int(found["count"]), _anchor(found))


def _week_passed(found: Found) -> DayWhen:
    return Passed(Period.WEEK, int(found["count"]), _anchor(found))


def _month_passed(found: Found) -> DayWhen:
    return Passed(Period.MONTH, int(found["count"]), _anchor(found))


def _within(found: Found) -> DayWhen:
    return Within(_amount(found["amount"]), _anchor(found))


def _between(found: Found) -> DayWhen:
    return Between(_amount(found["low"]), _amount(found["high"]), _anchor(found))


def _several(found: Found) -> DayWhen:
    unit = Unit(found["unit"])
    amounts = tuple(amount_in(int(number), unit) for number in found["numbers"].split("/"))
    return Several(amounts, _anchor(found))


def _every(found: Found) -> DayWhen:
    return Every(_amount(found["amount"]), int(found["times"]), _anchor(found))
