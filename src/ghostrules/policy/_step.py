"""One step of a policy."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from attrs import frozen

from ghostrules.calendars import Roll
from ghostrules.conditions import Condition
from ghostrules.documents import read_keys, settle
from ghostrules.effects import Effect
from ghostrules.policy._step_keys import STEP_KEYS
from ghostrules.policy._words import IfLate, Prefer
from ghostrules.timing import Amount, When


def _read(said: Mapping[str, object]) -> dict[str, Any]:
    return read_keys(STEP_KEYS, said, "")


@frozen(init=False)
class Step:
    """What happens when, once the step before has happened.

    >>> from ghostrules import do
    >>> step = Step("call", when="1 business day later", do=do.call(), at="09:30")
    >>> step.do[0].name, step.at
    ('call', datetime.time(9, 30))

    `when` is a timing or its text, which the policy reads in its language; `do` an effect, its
    name, or several. Amounts (`"48 hours"`) and conditions (`"not complete"`) are text or values.
    What is None follows the policy, or the law that the key names. Raises `PolicyError` with
    everything that is wrong.
    """

    id: str
    when: str | When
    do: tuple[Effect, ...]
    only_if: Condition | None
    unless: Condition | None
    confirm: bool
    at: time | None
    roll: Roll | None
    strict: bool
    prefer: Prefer
    answer_within: Amount | None
    counts_from: str | None
    overdue_after: Amount | None
    if_unreported: str
    if_late: IfLate | None
    patience: Amount | None
    min_gap: Amount | None
    business_days: str | None
    outcome: str | None

    def __init__(  # noqa: PLR0913 - one argument a key
        self,
        id: str,
        when: str | When,
        do: str | Effect | Sequence[str | Effect],
        *,
        only_if: str | Condition | None = None,
        unless: str | Condition | None = None,
        confirm: bool = False,
        at: str | time | None = None,
        roll: str | None = None,
        strict: bool = False,
        prefer: str = "earliest",
        answer_within: str | Amount | None = None,
        counts_from: str | None = None,
        overdue_after: str | Amount | None = None,
        if_unreported: str = "no answer",
        if_late: str | None = None,
        patience: str | Amount | None = None,
        min_gap: str | Amount | None = None,
        business_days: str | None = None,
        outcome: str | None = None,
    ) -> None:
        settle(self, _read, locals())

    @property
    def timing(self) -> When:
        """The timing of a step that belongs to a policy, which has read its text.

        >>> from ghostrules.timing import After, Duration
        >>> Step("reminder", After(Duration(1440)), "email").timing
        After(amount=Duration(minutes=1440), anchor=Previous())
        """
        assert not isinstance(self.when, str)
        return self.when
