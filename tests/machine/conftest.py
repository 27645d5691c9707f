"""A client in Amsterdam, and a short way to make and run small policies."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from ghostrules import Calendar, Elapsed, Machine, Policy, State, Step, Transition, compile

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Make = Callable[..., Machine]
At = Callable[[str], datetime]
Look = Callable[[Machine, State, str], Transition]
Story = Callable[[Machine, str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def nl() -> Calendar:
    """The Dutch calendar with hours from nine to five."""
    return Calendar.for_country("NL")


@pytest.fixture(scope="session")
def at() -> At:
    """Read a wall time in Amsterdam."""
    return lambda text: datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.fixture
def machine(nl: Calendar) -> Make:
    """Compile steps for a Dutch client and a Dutch sender."""

    def make(
        *steps: Step,
        client: Calendar = nl,
        sender: Calendar = nl,
        facts: Mapping[str, str] | None = None,
        **policy: object,
    ) -> Machine:
        made = Policy("case", steps, ends={"replied": "answered"}, facts=facts or {}, **policy)  # type: ignore[arg-type]
        return compile(made, client=client, sender=sender)

    return make


@pytest.fixture
def look(at: At) -> Look:
    """Look at a case at a wall time in Amsterdam."""
    return lambda machine, state, text: machine.transition(state, Elapsed(at=at(text)))


@pytest.fixture
def story(at: At) -> Story:
    """Tell the silent path: each step with its wall time in Amsterdam."""

    def tell(
        machine: Machine, start: str, facts: Mapping[str, date] | None = None
    ) -> list[tuple[str, str]]:
        plan = machine.plan(at=at(start), facts=facts)
        return [(planned.step, wall(planned.due)) for planned in plan]

    return tell


def wall(moment: datetime) -> str:
    """Write an instant as a wall time in Amsterdam."""
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture(scope="session")
def walled() -> Callable[[datetime | None], str]:
    """Write an instant as a wall time in Amsterdam."""

    def write(moment: datetime | None) -> str:
        assert moment is not None
        return wall(moment)

    return write


@pytest.fixture(scope="session")
def silent_run() -> Callable[[Machine, State, Sequence[str]], list[str]]:
    """Look at a case at each of several wall times and list what acted."""

    def run(machine: Machine, state: State, looks: Sequence[str]) -> list[str]:
        acted: list[str] = []
        for text in looks:
            moment = datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)
            result = machine.advance(state, Elapsed(at=moment))
            acted += [f"{one.step}#{one.occurrence} {wall(one.at)}" for one in result.effects]
            state = result.state
        return acted

    return run
