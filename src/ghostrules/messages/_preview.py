"""The whole correspondence that a silent client would get, before anything is sent."""

from collections.abc import Iterator
from datetime import datetime

from attrs import evolve, frozen

from ghostrules.machine import Intent, Machine, Plan, PlannedStep
from ghostrules.messages._correspondence import Correspondence
from ghostrules.messages._render import Message, Writer, is_for_us


@frozen
class Planned:
    """One message of a plan: at which step, when, and in which ways it goes out.

    >>> from datetime import UTC
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL", locale="en_NL")
    >>> machine = compile(built_in("negotiation"), sender=nl, client=nl)
    >>> first, last = preview(machine, machine.plan(at=datetime(2026, 3, 16, 9, tzinfo=UTC)))
    >>> first.step, first.kinds, first.message.subject
    ('follow-up', ('email',), '[project]: do you have any questions?')

    `at` is the instant at which it goes out, in UTC.
    """

    step: str
    occurrence: int
    at: datetime
    kinds: tuple[str, ...]
    message: Message


def preview(
    machine: Machine, plan: Plan, about: Correspondence | None = None
) -> tuple[Planned, ...]:
    """Give every message of a plan, in order; what nobody has said shows as in `[project]`.

    >>> from datetime import UTC
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL", locale="en_NL")
    >>> machine = compile(built_in("marketplace-complete"), sender=nl, client=nl)
    >>> messages = preview(machine, machine.plan(at=datetime(2026, 3, 31, 14, tzinfo=UTC)))
    >>> messages[-1].message.subject
    '[project]: please answer by Saturday, 4 April 2026 at 16:00'

    `plan` is one of `machine`. Effects that carry the same words at the same moment are one
    message. Raises `MessageError` where nobody has the words.
    """
    about = about or Correspondence()
    return tuple(
        message for planned in plan for message in _together(_of_step(machine, planned, about))
    )


def _of_step(machine: Machine, planned: PlannedStep, about: Correspondence) -> Iterator[Planned]:
    for intent in planned.effects:
        if intent.template is not None and not is_for_us(intent.effect):
            writer = Writer.of(machine, planned.state, intent, about, gaps=True)
            yield _planned(intent, planned, writer.message())


def _planned(intent: Intent, planned: PlannedStep, message: Message) -> Planned:
    return Planned(planned.step, planned.occurrence, intent.at, (intent.kind,), message)


def _together(messages: Iterator[Planned]) -> list[Planned]:
    joined: list[Planned] = []
    for one in messages:
        if joined and (joined[-1].at, joined[-1].message) == (one.at, one.message):
            joined[-1] = evolve(joined[-1], kinds=joined[-1].kinds + one.kinds)
        else:
            joined.append(one)
    return joined
