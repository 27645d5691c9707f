"""What a calendar means, without what things are called: the ground of equality and digest."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ghostrules.calendars._day_rules import DayRules
from ghostrules.digests import digest

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
    return digest(text)


def _days(calendar: "Calendar", rules: DayRules) -> list[Any]:
    """Name each day that is not what the same weekday was a week before."""
    first = date(calendar.first_year, 1, 1).toordinal()
    last = date(calendar.last_year, 12, 31).toordinal()
    current: dict[int, tuple[bool, Ranges, Ranges]] = {}
    plain: dict[tuple[int, bool], tuple[bool, Ranges, Ranges]] = {}
    changes: list[Any] = []
    for ordinal in range(first, last + 1):
        weekday = ordinal % 7
        if rules.is_plain(ordinal):
            which = (weekday, rules.is_weekend(ordinal))
            kind = plain.get(which) or plain.setdefault(which, _kind(rules, ordinal))
        else:
            kind = _kind(rules, ordinal)
        if current.get(weekday) != kind:
            current[weekday] = kind
            changes.append([ordinal - first, *kind])
    return changes


def _kind(rules: DayRules, ordinal: int) -> "tuple[bool, Ranges, Ranges]":
    return rules.is_business(ordinal), rules.working(ordinal), rules.contact(ordinal)
