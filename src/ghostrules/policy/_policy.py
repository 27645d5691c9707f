"""A policy: whom we wait for, what we do when, and how it ends."""

from collections.abc import Collection, Mapping, Sequence
from datetime import time
from functools import cached_property
from typing import Any, Final

from attrs import frozen

from ghostrules.conditions import FactType
from ghostrules.documents import fault, read_keys, settle
from ghostrules.phrases import phrase
from ghostrules.policy._meaning import fingerprint
from ghostrules.policy._policy_keys import POLICY_KEYS, Ends, Evidence
from ghostrules.policy._reaction import Reaction
from ghostrules.policy._step import Step
from ghostrules.policy._steps import merged, read_steps
from ghostrules.policy._wording import with_amounts, with_dates, wording_of
from ghostrules.policy._words import AfterAnswer, ClientDetail, OnResume
from ghostrules.timing import NO_LABELS, Amount, BusinessDays, Duration, Labels

_BUSINESS_DAY: Final = BusinessDays(1)
_QUARTER: Final = Duration(15)
_POST: Final = BusinessDays(3)


def read_policy(said: Mapping[str, Any], steps: str = "steps") -> dict[str, Any]:
    """Read the attributes of a policy, its steps from the key named by `steps`."""
    return merged(
        (
            lambda: _own(said),
            lambda: {"steps": _steps(said, steps)},
        )
    )


def _own(said: Mapping[str, Any]) -> dict[str, Any]:
    values = read_keys(POLICY_KEYS, with_amounts(POLICY_KEYS, said, wording_of(said)), "")
    return {**values, "labels": with_dates(values["labels"], values)}


def _steps(said: Mapping[str, Any], key: str) -> tuple[Step, ...]:
    if key not in said:
        raise fault(
            "GR003", phrase("there are no steps"), "", expected=phrase("at least one `[[step]]`")
        )
    return read_steps(said[key], key, wording_of(said))


@frozen(init=False, eq=False)
class Policy:
    """What is done, and when, about a client who goes silent.

    >>> from ghostrules import do
    >>> policy = Policy(
    ...     id="chase",
    ...     ends="client-replied",
    ...     steps=[
    ...         Step("reminder", when="24 hours after start", do=do.email()),
    ...         Step("call", when="1 business day later", do=do.call()),
    ...     ],
    ... )
    >>> policy.ends
    (('client-replied', 'client-replied'),)

    Two policies are equal when they mean the same: language, labels, title and the wording of
    timings do not count (L21). `ends`, `facts` and `evidence` are sorted pairs. Amounts are text
    or values. Raises `PolicyError` with everything that cannot be read; what a policy means is
    judged by `check`.
    """

    id: str
    steps: tuple[Step, ...]
    starts: str
    ends: Ends
    language: str
    labels: Labels
    facts: tuple[tuple[str, FactType], ...]
    requires: tuple[ClientDetail, ...]
    at: time | None
    business_days: str
    min_gap: Amount
    patience: Amount
    punctual: Duration
    on_resume: OnResume
    after_answer: AfterAnswer | None
    respond_within: Amount | None
    promise_grace: Amount | None
    post_arrives: Amount
    evidence: Evidence
    on: tuple[Reaction, ...]
    title: str | None
    about: str | None

    def __init__(  # noqa: PLR0913 - one argument a key
        self,
        id: str,
        steps: Sequence[Step | str],
        *,
        starts: str = "started",
        ends: str | Sequence[str] | Mapping[str, str] | Ends = (),
        language: str = "en",
        labels: Labels | Mapping[str, Mapping[str, str | Mapping[str, str]]] = NO_LABELS,
        facts: Mapping[str, str] | tuple[tuple[str, str], ...] = (),
        requires: str | Collection[str] = (),
        at: str | time | None = None,
        business_days: str = "client",
        min_gap: str | Amount = _BUSINESS_DAY,
        patience: str | Amount = _BUSINESS_DAY,
        punctual: str | Duration = _QUARTER,
        on_resume: str = "shift",
        after_answer: str | None = None,
        respond_within: str | Amount | None = None,
        promise_grace: str | Amount | None = None,
        post_arrives: str | Amount = _POST,
        evidence: Mapping[str, str | Duration] | Evidence = (),
        on: Sequence[Reaction] = (),
        title: str | None = None,
        about: str | None = None,
    ) -> None:
        settle(self, read_policy, locals())

    @cached_property
    def fingerprint(self) -> str:
        """The hash of what the policy means (L21), as 32 hexadecimal digits.

        >>> first = Policy("chase", ["24 hours later: email"], ends="paid")
        >>> first.fingerprint == Policy("chase", ["24h later: email"], ends="paid").fingerprint
        True
        """
        return fingerprint(self)

    def __eq__(self, other: object) -> bool:
        """Compare by meaning."""
        if not isinstance(other, Policy):
            return NotImplemented
        return self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """Hash by meaning."""
        return hash(self.fingerprint)
