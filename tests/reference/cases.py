"""A case to compare on, in a form that can be made smaller."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from ghostrules.errors import PolicyError, TimingError
from ghostrules.policy import Policy, Step, check
from ghostrules.timing import Anchor, Before, DeadlinePassed

from .falls import inner


@frozen
class Look:
    """What is done next: `advance`, `transition` or `end`, so many minutes after the due."""

    how: str
    minutes: int


@frozen
class Drawn:
    """A whole random case, in a form that can be made smaller."""

    steps: tuple[Mapping[str, Any], ...]
    policy: Mapping[str, Any]
    sender: str
    client: str
    third: str
    start: datetime
    due: date
    looks: tuple[Look, ...]

    def made(self) -> Policy:
        """Build the policy."""
        steps = [Step(**step) for step in self.steps]
        used = any("due" in repr(step["when"]) for step in self.steps)
        return Policy(
            "drawn",
            steps,
            ends={"replied": "answered", "paid": "paid"},
            facts={"due": "date"} if used else {},
            **self.policy,
        )

    def facts(self, policy: Policy) -> dict[str, date]:
        """Give the facts that the policy declares."""
        return {"due": self.due} if policy.facts else {}


def valid(drawn: Drawn) -> bool:
    """Tell whether a case has a policy that means something."""
    if not drawn.steps:
        return False
    try:
        policy = drawn.made()
        return not check(policy).errors and projectable(policy)
    except (PolicyError, TimingError):
        return False


def projectable(policy: Policy) -> bool:
    """Tell whether no step between a notice and its target counts from a notice not yet given."""
    ids = [step.id for step in policy.steps]
    notices = {n for n, step in enumerate(policy.steps) if isinstance(inner(step.timing), Before)}
    for n in notices:
        timing = inner(policy.steps[n].timing)
        assert isinstance(timing, Before)
        target = timing.anchor.name
        if target not in ids:
            continue
        for between in range(n + 1, ids.index(target)):
            if between not in notices and any(
                _source(policy, between) == each for each in notices if each >= n
            ):
                return False
    return True


def _source(policy: Policy, number: int) -> int | None:
    timing = inner(policy.steps[number].timing)
    if isinstance(timing, DeadlinePassed):
        name = timing.step
    elif isinstance(timing.anchor, Anchor):
        name = timing.anchor.name
    else:
        return number - 1
    return next((n for n, step in enumerate(policy.steps) if step.id == name), None)
