"""The silent path with its real dates: what comes if nobody answers by when."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Final
from zoneinfo import ZoneInfo

from ghostrules.calendars import Calendar
from ghostrules.descriptions._doing import doing
from ghostrules.descriptions._opening import opened
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._steps import name_for, terms
from ghostrules.descriptions._toned import Toned
from ghostrules.descriptions._values import Sentence
from ghostrules.effects import Effect
from ghostrules.machine import Intent, Plan, PlannedStep
from ghostrules.phrases import phrase
from ghostrules.policy import Step

_PAYMENTS: Final = {"paid", "payment-released"}


def dated_rules(speaker: Speaker, plan: Plan, client: Calendar) -> Iterator[Sentence]:
    """Say every planned step with its date; on what terms is said with its last date."""
    steps = {step.id: step for step in speaker.policy.steps}
    planned = [each for each in plan if not each.skipped]
    for number, each in enumerate(planned):
        is_last = each.step not in {later.step for later in planned[number + 1 :]}
        yield from _planned(speaker, each, steps[each.step], client, is_last=is_last)


def _planned(
    speaker: Speaker, planned: PlannedStep, step: Step, client: Calendar, *, is_last: bool
) -> Iterator[Sentence]:
    moments = [(at, list(group)) for at, group in groupby(planned.effects, attrgetter("at"))]
    for at, intents in moments:
        ends = is_last and at == moments[-1][0]
        more = terms(speaker, step) if ends else ()
        begin = speaker.toned(_unless_heard(speaker, at, client))
        name = name_for(speaker, step) if at == moments[0][0] else None
        first = opened(speaker, begin, doing(speaker, _effects(intents), step.outcome), name)
        yield Sentence(
            speaker.run((first, *more)),
            step=step.id,
            timing=step.timing,
            due=at.astimezone(ZoneInfo(client.timezone)),
        )


def _effects(intents: Iterable[Intent]) -> list[Effect]:
    return [intent.effect for intent in intents]


def _unless_heard(speaker: Speaker, at: datetime, client: Calendar) -> Toned:
    moment = speaker.moment(at, client)
    if {event for event, _ in speaker.policy.ends} <= _PAYMENTS:
        return Toned(
            phrase("if we have not received your payment by {moment},", moment=moment),
            phrase("if your payment hasn't reached us by {moment},", moment=moment),
        )
    return Toned(
        phrase("if we have not heard from you by {moment},", moment=moment),
        phrase("if we haven't heard from you by {moment},", moment=moment),
    )
