"""A story as plain values that JSON knows; the form is a promise to the programs that read it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from ghostrules.machine import Intent, Machine, Reason
from ghostrules.messages import say_all
from ghostrules.scenarios._story import Story, ToldStep


def story_document(story: Story, *, locale: str | None = None) -> dict[str, Any]:
    """Put a story into the form of `ghostrules simulate --json`.

    >>> from ghostrules.scenarios import loads, run
    >>> text = 'policy = "negotiation"\\nclient = "NL"\\nstart = 2026-03-16T10:00:00'
    >>> document = story_document(run(loads(text)))
    >>> document["steps"][0]["at"], document["status"], document["outcome"]
    ('2026-03-20T09:00:00+01:00', 'ended', 'moved-on')

    `reasons` at the end say why `due` is what it is, or what the case waits for.
    Instants are written in ISO 8601 with their offset, in the client's time zone; reasons are
    sentences in the language of `locale`, without one in English.
    """
    page, state = _Page(story.machine, locale), story.state
    return {
        "steps": [page.step(step) for step in story.steps],
        "status": state.status.value,
        "turn": None if state.turn is None else state.turn.value,
        "due": page.iso(state.due),
        "outcome": state.outcome,
        "ended": page.iso(state.ended),
        "effects": [
            {**page.effect(intent), "template": intent.template} for intent in story.effects
        ],
        "reasons": page.said(story.machine.explain(state)),
    }


@frozen
class _Page:
    machine: Machine
    locale: str | None

    def iso(self, at: datetime | None) -> str | None:
        zone = ZoneInfo(self.machine.client.timezone)
        return None if at is None else at.astimezone(zone).isoformat()

    def step(self, step: ToldStep) -> dict[str, Any]:
        return {
            "step": step.step,
            "occurrence": step.occurrence,
            "round": step.round,
            "at": self.iso(step.at),
            "effects": [self.effect(intent) for intent in step.effects],
            "skipped": step.skipped,
            "reasons": self.said(step.reasons),
        }

    def said(self, reasons: Iterable[Reason]) -> list[str]:
        client, labels = self.machine.client, self.machine.policy.labels
        return list(say_all(reasons, client, locale=self.locale, labels=labels))

    def effect(self, intent: Intent) -> dict[str, Any]:
        return {"key": intent.key, "kind": intent.kind, "at": self.iso(intent.at)}
