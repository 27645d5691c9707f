"""Calendars: the business days and the open hours of each party, frozen and checked.

A `Calendar` is made once, from the data of a country or from given days, for a fixed span of
years; whatever it does not cover it refuses (L7). Its days are then looked up in `DayRules`,
counted in rank and select lists (`DayIndex`, constant time in n), and turned into closed slots
of instants (`OpenHours`), each worked out once. A `JointCalendar` is open when all of its parts
are, compared as instants. Only `_source` knows the library that the holidays come from.
"""

from ghostrules.calendars._calendar import Calendar
from ghostrules.calendars._closed import (
    Cause,
    ClosedDay,
    Names,
    OtherMonth,
    OutsideHours,
    Reason,
    WeekBegins,
)
from ghostrules.calendars._explained import Explained, ExplainedOperations
from ghostrules.calendars._holiday_names import holiday_name
from ghostrules.calendars._hours import Hours
from ghostrules.calendars._instants import Instant, from_micros, to_micros
from ghostrules.calendars._joint import JointCalendar
from ghostrules.calendars._open_hours import OpenHours
from ghostrules.calendars._rolls import Roll

__all__ = [
    "Calendar",
    "Cause",
    "ClosedDay",
    "Explained",
    "ExplainedOperations",
    "Hours",
    "Instant",
    "JointCalendar",
    "Names",
    "OpenHours",
    "OtherMonth",
    "OutsideHours",
    "Reason",
    "Roll",
    "WeekBegins",
    "from_micros",
    "holiday_name",
    "to_micros",
]
