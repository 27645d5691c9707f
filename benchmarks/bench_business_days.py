"""Adding n business days, side by side with the peers.

Run it with `pytest benchmarks/bench_business_days.py`.
Every peer is given the same days off and must give the same answer before it is timed.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import holidays
import numpy as np
import pytest
import QuantLib as ql  # type: ignore[import-untyped]

from ghostrules.calendars import Calendar

START = date(2026, 3, 31)
GERMANY = Calendar.for_country("DE")
Timed = tuple[Callable[..., Any], tuple[Any, int], Callable[[Any], date]]

DAYS_OFF = [off.day for off in GERMANY.days_off]


def ours(n: int) -> Timed:
    return GERMANY.add_business_days, (START, n), lambda found: found


def holidays_library(n: int) -> Timed:
    peer = holidays.country_holidays("DE", years=range(2000, 2051), expand=False)
    return peer.get_nth_working_day, (START, n), lambda found: found


def numpy_scalar(n: int) -> Timed:
    peer, start = np.busdaycalendar(holidays=DAYS_OFF), np.datetime64(START)

    def add(start: Any, n: int) -> Any:
        return np.busday_offset(start, n, roll="backward", busdaycal=peer)

    return add, (start, n), lambda found: found.item()


def quantlib_bespoke(n: int) -> Timed:
    peer = ql.BespokeCalendar("Germany")
    for weekday in (ql.Saturday, ql.Sunday):
        peer.addWeekend(weekday)
    for day in DAYS_OFF:
        peer.addHoliday(ql.Date(day.day, day.month, day.year))

    def add(start: Any, n: int) -> Any:
        return peer.advance(start, n, ql.Days, ql.Following)

    return add, (ql.Date(31, 3, 2026), n), lambda found: found.to_date()


PEERS = {
    "ghostrules": ours,
    "holidays.get_nth_working_day": holidays_library,
    "numpy.busday_offset": numpy_scalar,
    "QuantLib.BespokeCalendar": quantlib_bespoke,
}


@pytest.mark.parametrize("n", [5, 60])
@pytest.mark.parametrize("peer", PEERS)
def test_add_business_days(benchmark: Any, peer: str, n: int) -> None:
    """Add n business days to a date, all tables warm."""
    add, arguments, plain = PEERS[peer](n)
    assert plain(add(*arguments)) == GERMANY.add_business_days(START, n)
    benchmark.group = f"add {n} business days"
    benchmark(add, *arguments)
