"""A scenario as a value: a machine, how the case begins, what happens, and what is expected."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from ghostrules.documents import line_of
from ghostrules.events import Event, Opening
from ghostrules.machine import Machine
from ghostrules.scenarios._expected import ExpectedEffect, ExpectedEnd, ExpectedStep


class Ticks(StrEnum):
    """When somebody looks whether something is due.

    `punctual`: at every due instant, with every source of answers freshly read. `listed`: only
    where the file has an `elapsed` event.

    >>> Ticks("listed").value
    'listed'
    """

    PUNCTUAL = "punctual"
    LISTED = "listed"


@frozen
class Telling:
    """An event of a scenario, where it stands, and whether the case is to refuse it."""

    event: Event
    path: str
    refused: bool = False


@frozen
class Scenario:
    """A case from its beginning to its end, and what is expected of it; made by `load`.

    `events` apply in their order. `until` is the last instant at which time passes by itself.
    `assumes_sender` tells that the file names no sender, who then keeps the client's calendar.
    `lines` tells where the keys of the file stand.
    """

    machine: Machine
    opening: Opening
    events: tuple[Telling, ...] = ()
    ticks: Ticks = Ticks.PUNCTUAL
    until: datetime | None = None
    steps: tuple[ExpectedStep, ...] = ()
    effects: tuple[ExpectedEffect, ...] = ()
    end: ExpectedEnd | None = None
    assumes_sender: bool = False
    lines: Mapping[str, int] = field(factory=dict[str, int], eq=False, repr=False)

    @property
    def expects(self) -> int:
        """How many expectations the scenario has."""
        return len(self.steps) + len(self.effects) + (self.end is not None)

    def line_of(self, path: str) -> int | None:
        """Tell on which line a place of the file stands, if it is known."""
        return line_of(self.lines, path)
