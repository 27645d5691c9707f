"""A plan as rows of text."""

from collections import Counter

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.locales import in_language, spoken
from ghostrules.machine import Intent, Plan, PlannedStep
from ghostrules.messages import effect_words, moment_text, say_all
from ghostrules.phrases import phrase
from ghostrules.timing import NO_LABELS, Labels


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


def plan_rows(
    plan: Plan, calendar: Calendar, locale: str | None = None, *, labels: Labels = NO_LABELS
) -> tuple[PlanRow, ...]:
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

    `calendar` is that of the client; dates are in its time zone. All words are those of `locale`;
    without one they are English, and `when` is written as in the calendar's. A step with several
    occurrences numbers them, as in `notice#2`. `labels` are those of the policy, for `why`.
    """
    counts = Counter(planned.step for planned in plan)
    return tuple(
        PlanRow(
            number=str(number),
            step=_step(planned, counts[planned.step]),
            when=moment_text(planned.due, calendar, locale),
            what=_what(planned, calendar, locale),
            why=say_all(planned.reasons, calendar, locale=locale, labels=labels),
        )
        for number, planned in enumerate(plan, start=1)
    )


def _step(planned: PlannedStep, count: int) -> str:
    several = count > 1 or planned.occurrence > 1
    return f"{planned.step}#{planned.occurrence}" if several else planned.step


def _what(planned: PlannedStep, calendar: Calendar, locale: str | None) -> str:
    conditions = (_condition(each, spoken(locale)) for each in planned.conditions)
    return "; ".join((_done(planned, calendar, locale), *conditions))


def _condition(said: str, language: str) -> str:
    word, _, condition = said.partition(" ")
    if word == "if":
        return in_language(phrase("if {condition}", condition=condition), language)
    return in_language(phrase("unless {condition}", condition=condition), language)


def _done(planned: PlannedStep, calendar: Calendar, locale: str | None) -> str:
    if planned.skipped:
        return in_language(phrase("left out"), spoken(locale))
    return ", ".join(_effect(planned, intent, calendar, locale) for intent in planned.effects)


def _effect(planned: PlannedStep, intent: Intent, calendar: Calendar, locale: str | None) -> str:
    name = in_language(effect_words(intent.kind), spoken(locale))
    if intent.at == planned.due:
        return name
    return f"{name} ({moment_text(intent.at, calendar, locale)})"
