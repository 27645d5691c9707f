"""What a calendar means, without what things are called: the ground of equality and digest."""

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ghostrules.calendars._day_rules import DayRules

if TYPE_CHECKING:
    from ghostrules.calendars._calendar import Calendar
    from ghostrules.calendars._hours import Ranges


def digest_of(calendar: "Calendar", rules: DayRules) -> str:
    """Hash everything that changes an answer, over every day of the span (L7)."""
    meaning = {
        "timezone": calendar.timezone,
        "first_weekday": calendar.first_weekday,
        "years": [calendar.first_year, calendar.last_year],
        "days": _days(calendar, rules),
    }
    text = json.dumps(meaning, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _days(calendar: "Calendar", rules: DayRules) -> list[Any]:
    """Write the days in runs: whenever a weekday is not what it was a week before, it is named."""
    first = date(calendar.first_year, 1, 1).toordinal()
    last = date(calendar.last_year, 12, 31).toordinal()
    current: dict[int, tuple[bool, Ranges, Ranges]] = {}
    changes: list[Any] = []
    for ordinal in range(first, last + 1):
        kind = (rules.is_business(ordinal), rules.working(ordinal), rules.contact(ordinal))
        if current.get(ordinal % 7) != kind:
            current[ordinal % 7] = kind
            changes.append([ordinal - first, *kind])
    return changes
