"""A few parties with different zones, hours and days, made once."""

from functools import cache
from typing import Final

from ghostrules.calendars import Calendar

from .parties import Party, Ranges

NINE_TO_FIVE: Final[Ranges] = ((540, 1020),)
PLAIN: Final = "plain"


def week(ranges: Ranges, *days: int) -> tuple[Ranges, ...]:
    """Give the same ranges on some weekdays."""
    return tuple(ranges if day in days else () for day in range(7))


@cache
def parties() -> dict[str, Party]:
    """Make the parties of all cases, the same each time."""
    split = ((540, 750), (810, 1020))
    weekdays = (0, 1, 2, 3, 4)
    return {
        PLAIN: Party(
            Calendar.custom("plain", timezone="UTC", locale="en_IE", weekend=()),
            week(NINE_TO_FIVE, *range(7)),
        ),
        "nl": Party(Calendar.for_country("NL"), week(NINE_TO_FIVE, *weekdays)),
        "nl-quiet": Party(
            Calendar.for_country("NL", quiet=("24 dec", "27 dec..31 dec", "7 apr")),
            week(NINE_TO_FIVE, *weekdays),
            quiet=frozenset({(12, 24), (4, 7), *((12, day) for day in range(27, 32))}),
        ),
        "by": Party(
            Calendar.for_country(
                "DE-BY", hours="mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00"
            ),
            (*(split for _ in range(4)), ((540, 900),), (), ()),
            named=frozenset(weekdays),
        ),
        "tr": Party(
            Calendar.for_country("TR", hours="08:30-18:15"), week(((510, 1095),), *weekdays)
        ),
        "us": Party(
            Calendar.for_country("US", timezone="America/New_York", locale="en_US"),
            week(NINE_TO_FIVE, *weekdays),
        ),
        "la": Party(
            Calendar.for_country(
                "US-CA", timezone="America/Los_Angeles", locale="en_US", hours="07:00-11:00"
            ),
            week(((420, 660),), *weekdays),
        ),
        "cairo": Party(
            Calendar.custom(
                "cairo",
                timezone="Africa/Cairo",
                locale="ar_EG",
                hours="sun-thu 00:00-02:00, 10:00-18:00; sat 10:00-14:00",
                weekend="fri-sat",
                closed=("2026-04-21..2026-04-23",),
                half_days=(("2026-04-27", "12:00"), ("2026-10-29", "13:00")),
            ),
            (
                *(((0, 120), (600, 1080)) for _ in range(4)),
                (),
                ((600, 840),),
                ((0, 120), (600, 1080)),
            ),
            named=frozenset({0, 1, 2, 3, 5, 6}),
        ),
        "odd": Party(
            Calendar.custom(
                "odd",
                timezone="Asia/Kathmandu",
                locale="ne_NP",
                hours="tue 10:00-11:00; thu 14:15-18:45; sat 08:00-12:00",
                weekend="sat",
                closed=("2026-03-24", "2026-12-24..2027-01-03"),
            ),
            ((), ((600, 660),), (), ((855, 1125),), (), ((480, 720),), ()),
            named=frozenset({1, 3, 5}),
        ),
        "always": Party(
            Calendar.custom(
                "always",
                timezone="Europe/Lisbon",
                locale="pt_PT",
                hours="00:00-24:00",
                weekend="sat-sun",
            ),
            week(((0, 1440),), *weekdays),
        ),
        "night": Party(
            Calendar.custom(
                "night",
                timezone="Australia/Lord_Howe",
                locale="en_AU",
                hours="mon-fri 00:00-04:00, 20:00-24:00",
            ),
            week(((0, 240), (1200, 1440)), *weekdays),
            named=frozenset(weekdays),
        ),
    }
