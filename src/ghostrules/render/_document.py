"""A plan as plain values that JSON knows; the form is a promise to the programs that read it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from ghostrules.machine import Intent, Machine, Plan, PlannedStep, Reason
from ghostrules.messages import say_all


def plan_document(
    plan: Plan, machine: Machine, start: datetime, *, locale: str | None = None
) -> dict[str, Any]:
    """Put a plan into the form of `ghostrules plan --json`.

    >>> from datetime import UTC
    >>> from ghostrules.calendars import Calendar
    >>> from ghostrules.machine import compile
    >>> from ghostrules.policy import loads
    >>> nl = Calendar.for_country("NL")
    >>> policy = loads('id = "chase"\\nends = "paid"\\nsteps = ["24 hours after start: email"]')
    >>> machine = compile(policy, sender=nl, client=nl)
    >>> start = datetime(2026, 3, 31, 9, tzinfo=UTC)
    >>> document = plan_document(machine.plan(at=start), machine, start)
    >>> document["start"], document["steps"][0]["due"], document["outcome"]
    ('2026-03-31T11:00:00+02:00', '2026-04-01T11:00:00+02:00', 'silent')

    `start` is the instant from which the plan was made, an aware datetime. Instants are written
    in ISO 8601 with their offset, in the client's time zone; reasons are sentences in the language
    of `locale`, without one in English. `outcome` and `ended` are none where the case waits for
    an event.
    """
    page = _Page(machine, locale)
    return {
        "policy": machine.policy.id,
        "fingerprint": machine.policy.fingerprint,
        "start": page.iso(start),
        "steps": [page.step(planned) for planned in plan],
        "outcome": plan.outcome,
        "ended": None if plan.ended is None else page.iso(plan.ended),
    }


@frozen
class _Page:
    machine: Machine
    locale: str | None

    def iso(self, at: datetime) -> str:
        return at.astimezone(ZoneInfo(self.machine.client.timezone)).isoformat()

    def step(self, planned: PlannedStep) -> dict[str, Any]:
        return {
            "step": planned.step,
            "occurrence": planned.occurrence,
            "due": self.iso(planned.due),
            "conditions": list(planned.conditions),
            "skipped": planned.skipped,
            "effects": [self.effect(intent) for intent in planned.effects],
            "reasons": self.said(planned.reasons),
        }

    def said(self, reasons: Iterable[Reason]) -> list[str]:
        client, labels = self.machine.client, self.machine.policy.labels
        return list(say_all(reasons, client, locale=self.locale, labels=labels))

    def effect(self, intent: Intent) -> dict[str, str]:
        return {"key": intent.key, "kind": intent.kind, "at": self.iso(intent.at)}
