"""A plan as rows of text."""

from collections import Counter
from typing import Final

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.machine import Intent, Plan, PlannedStep
from ghostrules.messages import moment_text, say_all

_LEFT_OUT: Final = "left out"


@frozen
class PlanRow:
    """One planned step in words; `why` holds one sentence for each reason, in order.

    `what` tells the effects, or that the step is left out, and behind it on what that depends, as
    in `email; if complete`.
    """

    number: str
    step: str
    when: str
    what: str
    why: tuple[str, ...]


def plan_rows(plan: Plan, calendar: Calendar, locale: str | None = None) -> tuple[PlanRow, ...]:
    """Put a plan into words, a row for each step.

    >>> from datetime import UTC, datetime
    >>> from ghostrules.machine import compile
    >>> from ghostrules.policy import loads
    >>> nl = Calendar.for_country("NL")
    >>> policy = loads('id = "chase"\\nends = "paid"\\nsteps = ["24 hours after start: email"]')
    >>> plan = compile(policy, sender=nl, client=nl).plan(at=datetime(2026, 3, 31, 9, tzinfo=UTC))
    >>> row, = plan_rows(plan, nl, "en_GB")
    >>> row.number, row.step, row.when, row.what
    ('1', 'first', 'Wed 1 Apr 2026 11:00', 'email')

    `calendar` is that of the client; dates are in its time zone and in the words of `locale`,
    without one of the calendar. A step with several occurrences numbers them, as in `notice#2`.
    """
    counts = Counter(planned.step for planned in plan)
    return tuple(
        PlanRow(
            number=str(number),
            step=_step(planned, counts[planned.step]),
            when=moment_text(planned.due, calendar, locale),
            what=_what(planned, calendar, locale),
            why=say_all(planned.reasons, calendar, locale=locale),
        )
        for number, planned in enumerate(plan, start=1)
    )


def _step(planned: PlannedStep, count: int) -> str:
    several = count > 1 or planned.occurrence > 1
    return f"{planned.step}#{planned.occurrence}" if several else planned.step


def _what(planned: PlannedStep, calendar: Calendar, locale: str | None) -> str:
    return "; ".join((_done(planned, calendar, locale), *planned.conditions))


def _done(planned: PlannedStep, calendar: Calendar, locale: str | None) -> str:
    if planned.skipped:
        return _LEFT_OUT
    return ", ".join(_effect(planned, intent, calendar, locale) for intent in planned.effects)


def _effect(planned: PlannedStep, intent: Intent, calendar: Calendar, locale: str | None) -> str:
    name = intent.kind.replace("_", " ")
    if intent.at == planned.due:
        return name
    return f"{name} ({moment_text(intent.at, calendar, locale)})"
