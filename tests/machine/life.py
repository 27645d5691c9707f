"""A case that a test lives: events go in, and what was done comes out in Amsterdam's wall time."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from ghostrules import (
    Calendar,
    Elapsed,
    Event,
    Intent,
    Machine,
    Policy,
    Reaction,
    Started,
    State,
    Step,
    Transition,
    compile,
)
from ghostrules.conditions import FactValue

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@cache
def dutch() -> Calendar:
    """Give the Dutch calendar with hours from nine to five."""
    return Calendar.for_country("NL")


def at(text: str) -> datetime:
    """Read a wall time in Amsterdam, in June 2026 if only the day is told: `03T10:00`."""
    full = text if len(text) > 8 else f"2026-06-{text}"
    return datetime.fromisoformat(full).replace(tzinfo=AMSTERDAM)


def day(number: int) -> date:
    """Give a day of June 2026, which begins on a Monday and has no holidays."""
    return date(2026, 6, number)


def wall(moment: datetime | None) -> str | None:
    """Write an instant as `at` reads it."""
    if moment is None:
        return None
    text = moment.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")
    return text.removeprefix("2026-06-")


def made(
    *steps: Step,
    on: Sequence[Reaction] = (),
    ends: Any = "settled",  # noqa: ANN401 - what a policy takes
    facts: Mapping[str, str] | None = None,
    client: Calendar | None = None,
    sender: Calendar | None = None,
    **policy: Any,  # noqa: ANN401 - keys of a policy
) -> Machine:
    """Compile a policy, for a Dutch client and a Dutch sender if nothing else is said."""
    made = Policy("case", steps, ends=ends, on=on, facts=facts or {}, **policy)
    client = client or dutch()
    return compile(made, client=client, sender=sender or client)


class Life:
    """One case from its start on, with all that was done in it."""

    def __init__(
        self,
        machine: Machine,
        start: str = "01T10:00",
        *,
        facts: Mapping[str, FactValue] | None = None,
        details: Collection[str] | None = None,
        never: Collection[str] = (),
    ) -> None:
        self.machine = machine
        opening = Started("c", facts=facts or {}, details=details, never=never, at=at(start))
        self.state: State = machine.open(opening)
        self.effects: list[Intent] = []
        self.journal: list[Any] = [opening]
        self.last = Transition(self.state)

    def tell(self, *events: Event) -> "Life":
        """Tell some events, each followed by what is due then."""
        for event in events:
            self.last = self.machine.advance(self.state, event)
            self.state = self.last.state
            self.effects += self.last.effects
            self.journal.append(event)
        return self

    def look(self, text: str, **observed: datetime) -> "Life":
        """Look at the case at a wall time."""
        return self.tell(Elapsed(at=at(text), observed=observed))

    def until(self, text: str) -> "Life":
        """Look at every due instant up to a wall time."""
        end = at(text)
        while self.state.due is not None and self.state.due <= end:
            before = self.state
            self.tell(Elapsed(at=self.state.due))
            assert self.state is not before
        return self

    @property
    def due(self) -> str | None:
        """The next due instant, as a wall time."""
        return wall(self.state.due)

    @property
    def sent(self) -> list[str]:
        """What was done, as `step wall-time`, without reminders to ourselves."""
        return [f"{one.step} {wall(one.at)}" for one in self.effects if not is_reminder(one)]

    @property
    def kinds(self) -> list[str]:
        """The kinds of what was done, without reminders to ourselves."""
        return [one.kind for one in self.effects if not is_reminder(one)]

    @property
    def keys(self) -> list[str]:
        """The keys of what was done, without reminders to ourselves."""
        return [one.key for one in self.effects if not is_reminder(one)]

    @property
    def reminders(self) -> list[str]:
        """The reminders to ourselves, as `template wall-time`."""
        return [f"{one.template} {wall(one.at)}" for one in self.effects if is_reminder(one)]

    @property
    def reasons(self) -> list[str]:
        """The names of the reasons that the last event gave."""
        return [type(reason).__name__ for reason in self.last.reasons]


def is_reminder(intent: Intent) -> bool:
    """Tell a reminder to ourselves from what a policy says."""
    return intent.key.split(":")[-2] in ("nudge", "overdue", "draft")
