"""What fills the fields of a message: the machine, the facts, what was told, and the parties."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from attrs import frozen

from ghostrules.calendars import from_micros
from ghostrules.conditions import FactValue
from ghostrules.machine import Intent, Machine, State
from ghostrules.messages._correspondence import Correspondence
from ghostrules.messages._fields import FIELDS, FieldValue, Source
from ghostrules.messages._pen import LastDay


@frozen(eq=False, slots=False)
class Filling:
    """The values of the fields of one message in one language."""

    machine: Machine
    state: State
    intent: Intent
    about: Correspondence
    language: str

    def value(self, name: str) -> FieldValue | LastDay | None:
        """Give what fills a field, none where nothing does.

        What the machine knows nobody can say otherwise; a fact of the policy counts before what
        the caller told.
        """
        field = FIELDS.get(name)
        if field is not None and field.source is Source.MACHINE:
            return _BY_MACHINE[name](self)
        fact = self.facts.get(name)
        if fact is not None and not isinstance(fact, bool):
            return fact
        if name in self.about.known:
            return self.about.known[name]
        return _BY_PARTIES[name](self) if name in _BY_PARTIES else None

    @cached_property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts of the policy that are known."""
        return self.machine.facts(self.state)

    @cached_property
    def today(self) -> date:
        """The client's date when the message goes out."""
        return self.intent.at.astimezone(ZoneInfo(self.machine.client.timezone)).date()

    def deadline(self) -> FieldValue | LastDay | None:
        """Give until when the client can answer: the day that a window in days names (L12)."""
        found = self.machine.answer_by(self.state, self.intent.step, self.intent.occurrence)
        if found is None or found.last_day is None:
            return None if found is None else found.at
        return LastDay(found.last_day)

    def ends(self) -> date | None:
        """Give the client's date on which the case ends if nobody answers."""
        ended = self.machine.plan_from(self.state).ended
        if ended is None:
            return None
        return ended.astimezone(ZoneInfo(self.machine.client.timezone)).date()

    def start(self) -> date:
        """Give the client's date on which the case, or its round, began."""
        zone = ZoneInfo(self.machine.client.timezone)
        return self.state.started.astimezone(zone).date()

    def days_overdue(self) -> int | None:
        """Count the days since the due date, where it is known."""
        due = self.value("due")
        return (self.today - due).days if isinstance(due, date) else None

    def reason(self) -> str | None:
        """Give why the case is held, if somebody said so."""
        return next((hold.reason for hold in self.state.holds if hold.reason), None)

    def client(self) -> str | None:
        """Give what the client is called."""
        return None if self.about.client is None else self.about.client.title

    def contact(self) -> FieldValue | LastDay | None:
        """Greet the person whom the effect is for, or the client where nobody said whom."""
        client, effect = self.about.client, self.intent.effect
        contact = None if client is None else client.contact(effect.to, effect.kind.detail)
        return contact.name if contact is not None and contact.name else self.value("client")

    def sender(self) -> str | None:
        """Give our own name."""
        return None if self.about.sender is None else self.about.sender.title

    def court(self) -> str | None:
        """Name the court of the client's country."""
        territory = self.machine.client.territory.partition("-")[0]
        return self.about.words.court(territory, self.language)

    def channel_of_client(self, detail: str) -> str | None:
        """Give a detail of the contact that the effect names."""
        client = self.about.client
        return None if client is None else client.channel(self.intent.effect.to, detail)

    def channel_of_sender(self, detail: str) -> str | None:
        """Give a detail of our own."""
        sender = self.about.sender
        return None if sender is None else sender.channel(None, detail)


def _since(at: int | None) -> FieldValue | None:
    return None if at is None else from_micros(at)


Filler = Callable[[Filling], FieldValue | LastDay | None]

_BY_MACHINE: Final[Mapping[str, Filler]] = {
    "start": Filling.start,
    "today": lambda one: one.today,
    "ends": Filling.ends,
    "deadline": Filling.deadline,
    "asked": lambda one: _since(one.state.begun.asked_at),
    "replied": lambda one: _since(one.state.pauses.replied_at),
    "days-overdue": Filling.days_overdue,
    "step": lambda one: one.intent.step,
    "reason": Filling.reason,
}
_BY_PARTIES: Final[Mapping[str, Filler]] = {
    "client": Filling.client,
    "contact": Filling.contact,
    "sender": Filling.sender,
    "court": Filling.court,
    "phone": lambda one: one.channel_of_sender("phone"),
    "email": lambda one: one.channel_of_sender("email"),
    "client-phone": lambda one: one.channel_of_client("phone"),
    "client-email": lambda one: one.channel_of_client("email"),
    "client-handle": lambda one: one.channel_of_client("handle"),
}
