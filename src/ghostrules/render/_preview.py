"""Messages as plain values that JSON knows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ghostrules.machine import Machine
from ghostrules.messages import Planned


def preview_document(
    messages: Iterable[Planned], machine: Machine, start: datetime
) -> dict[str, Any]:
    """Put the messages of a plan into the form of `ghostrules preview --json`.

    >>> from datetime import UTC
    >>> from ghostrules import Calendar, built_in, compile
    >>> from ghostrules.messages import preview
    >>> nl = Calendar.for_country("NL", locale="en_NL")
    >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
    >>> start = datetime(2026, 3, 16, 9, tzinfo=UTC)
    >>> document = preview_document(preview(machine, machine.plan(at=start)), machine, start)
    >>> document["messages"][0]["at"], document["messages"][0]["subject"]
    ('2026-03-20T09:00:00+01:00', '[project]: do you have any questions?')

    Instants are written in ISO 8601 with their offset, in the client's time zone.
    """
    zone = ZoneInfo(machine.client.timezone)
    return {
        "policy": machine.policy.id,
        "fingerprint": machine.policy.fingerprint,
        "start": start.astimezone(zone).isoformat(),
        "messages": [_message(one, zone) for one in messages],
    }


def _message(one: Planned, zone: ZoneInfo) -> dict[str, Any]:
    message = one.message
    return {
        "step": one.step,
        "occurrence": one.occurrence,
        "at": one.at.astimezone(zone).isoformat(),
        "kinds": list(one.kinds),
        "template": message.template,
        "locale": message.locale,
        "register": None if message.register is None else message.register.value,
        "subject": message.subject,
        "body": message.body,
        "fallbacks": [str(fallback) for fallback in message.fallbacks],
    }
