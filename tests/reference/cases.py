"""A case to compare on, in a form that can be made smaller."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from ghostrules.errors import PolicyError, TimingError
from ghostrules.money import Money
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
    looks: tuple[Any, ...]
    more: Mapping[str, str] = field(factory=dict[str, str])

    def made(self) -> Policy:
        """Build the policy."""
        steps = [Step(**step) for step in self.steps]
        used = any("due" in repr(step["when"]) for step in self.steps)
        return Policy(
            "drawn",
            steps,
            ends={"signed": "answered"},
            facts={**({"due": "date"} if used else {}), **self.more},
            **self.policy,
        )

    def facts(self, policy: Policy) -> dict[str, Any]:
        """Give the facts that the policy declares."""
        known = {"due": self.due, "complete": False, "balance": Money.parse("100 EUR")}
        return {name: known[name] for name, _ in policy.facts}


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
    notices = {n for n in range(len(policy.steps)) if _target(policy, n) is not None}
    return not any(
        between not in notices and _source(policy, between) in notices - set(range(n))
        for n in notices
        for between in range(n + 1, _last_target(policy, n))
    )


def _target(policy: Policy, number: int) -> int | None:
    timing = inner(policy.steps[number].timing)
    return _number(policy, timing.anchor.name) if isinstance(timing, Before) else None


def _last_target(policy: Policy, number: int) -> int:
    target = _target(policy, number)
    return number if target is None else _last_target(policy, target)


def _number(policy: Policy, name: str) -> int | None:
    return next((n for n, step in enumerate(policy.steps) if step.id == name), None)


def _source(policy: Policy, number: int) -> int | None:
    timing = inner(policy.steps[number].timing)
    if isinstance(timing, DeadlinePassed):
        return _number(policy, timing.step)
    if isinstance(timing.anchor, Anchor):
        return _number(policy, timing.anchor.name)
    return number - 1
