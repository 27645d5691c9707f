"""The vocabulary builds every kind of timing."""

from collections.abc import Callable
from datetime import time
from itertools import count

import pytest

from ghostrules import when
from ghostrules.errors import TimingError
from ghostrules.timing import When

BUILT: dict[str, Callable[[], When]] = {
    "reminder+24h": lambda: when.after("reminder", hours=24),
    "+90min": lambda: when.after(minutes=90),
    "+5bd": lambda: when.after(business_days=5),
    "due+30d": lambda: when.after("due", days=30),
    "x+1mo": lambda: when.after("x", months=1),
    "notice#2.delivery+1w": lambda: when.after("notice#2.delivery", weeks=1),
    "pause-48h": lambda: when.before("pause", hours=48),
    "pause-2bd": lambda: when.before(when.Anchor("pause"), business_days=2),
    "start@tue+1w": lambda: when.on(when.TUESDAY, week=+1, of="start"),
    "@sun+0w": lambda: when.on(when.SUNDAY, week=0),
    "..+24h": lambda: when.within(hours=24),
    "start..+24h": lambda: when.within(hours=24, of=when.START),
    "start+4d..+7d": lambda: when.between(days=(4, 7), of="start"),
    "due+5bd..+30d": lambda: when.between(when.BusinessDays(5), when.Days(30), of="due"),
    "due+30/60/90d": lambda: when.several("due", days=(30, 60, 90)),
    "call+1w*3": lambda: when.every(weeks=1, times=3, of="call"),
    "follow-up@eow+0w": lambda: when.passed("week", of="follow-up"),
    "@eom+2mo": lambda: when.passed("month", later=2),
    "final-letter.deadline": lambda: when.deadline_passed("final-letter"),
    "notice#2.deadline": lambda: when.deadline_passed("notice#2"),
    "+1d T09:30": lambda: when.at("09:30", when.after(days=1)),
    "+1d T17:00": lambda: when.at(time(17), when.after(days=1)),
}


@pytest.mark.parametrize("symbol", BUILT)
def test_a_function_builds_what_its_symbol_says(symbol: str) -> None:
    """Every kind of timing has a function of its own."""
    assert BUILT[symbol]() == when.from_symbol(symbol)


@pytest.mark.parametrize(
    ("build", "fault"),
    [
        (lambda: when.after("x"), "nothing given, expected exactly one of `minutes`, `hours`"),
        (lambda: when.after(days=1, hours=1), "`days`, `hours` given, expected exactly one"),
        (lambda: when.after(day=1), "`day` given"),  # type: ignore[call-arg]
        (lambda: when.after(hours=1.5), "`1.5` is no whole number of hours"),  # type: ignore[arg-type]
        (
            lambda: when.after(hours=-1),
            "`-1` is no number of hours, expected a whole number from 0",
        ),
        (lambda: when.after(hours=10_000), "`10000` is no number of hours"),
        (lambda: when.after(business_days=0), "`0` is no number of business days"),
        (lambda: when.several(days=5), "`5` is not several numbers of days"),  # type: ignore[arg-type]
        (lambda: when.several(days=range(13)), "`13` amounts are too many, expected at most 12"),
        (lambda: when.deadline_passed(None), "`None` is no text"),  # type: ignore[arg-type]
        (lambda: when.passed([]), "`[]` cannot pass"),  # type: ignore[arg-type]
        (lambda: when.at("09:30", None), "`None` is no timing"),  # type: ignore[arg-type]
        (lambda: when.after("Reminder", days=1), "`Reminder` cannot be counted from"),
        (lambda: when.after("", days=1), "cannot be counted from"),
        (when.between, "expected exactly one"),
        (lambda: when.between(when.Days(1)), "expected exactly one"),
        (lambda: when.between(when.Days(1), days=(1, 2)), "a range has two ends"),
        (lambda: when.between(days=(1, 2, 3)), "a range has two ends"),  # type: ignore[arg-type]
        (lambda: when.passed("year"), "`year` cannot pass"),  # type: ignore[arg-type]
        (lambda: when.deadline_passed("x.delivery"), "`x.delivery` is no step, expected `x`"),
        (lambda: when.at("25:00", when.after(days=1)), "`25:00` is no time of day"),
        (lambda: when.at("09:30", when.after(hours=1)), "cannot move elapsed time"),
    ],
    ids=map(str, count()),
)
def test_what_means_nothing_is_refused(build: object, fault: str) -> None:
    """The vocabulary refuses what makes no timing, and says what was expected."""
    assert callable(build)
    with pytest.raises(TimingError) as caught:
        build()
    assert fault in str(caught.value)
