"""What a policy means is judged here; every judgement has a code and a page."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Protocol

from attrs import evolve

from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.documents import line_of, lines_of
from ghostrules.policy._check_anchors import anchors
from ghostrules.policy._check_calendars import business_days
from ghostrules.policy._check_circles import circles
from ghostrules.policy._check_conditions import conditions
from ghostrules.policy._check_endings import endings
from ghostrules.policy._check_labels import labels
from ghostrules.policy._check_names import names
from ghostrules.policy._check_needs import needs
from ghostrules.policy._check_notices import notices
from ghostrules.policy._check_reactions import reactions
from ghostrules.policy._check_reports import reports
from ghostrules.policy._check_timings import timings
from ghostrules.policy._outline import Outline, outline
from ghostrules.policy._policy import Policy
from ghostrules.policy._traps import strayed_keys

_STEP: Final = re.compile(r"step\[(\d+)\]")
_REACTION: Final = re.compile(r"on\[(\d+)\]")
_CHECKS: Final[tuple[Callable[[Outline], Iterator[Diagnostic]], ...]] = (
    names,
    business_days,
    anchors,
    circles,
    timings,
    endings,
    notices,
    needs,
    conditions,
    reports,
    reactions,
    labels,
)


class JudgesWords(Protocol):
    """Words that can be judged: `messages.Words`."""

    def judge(self, policy: Policy) -> Iterator[Diagnostic]:
        """Report what is wrong with the words for a policy."""
        ...


def check(policy: Policy, text: str | None = None, *, words: JudgesWords | None = None) -> Report:
    """Judge what a policy means, without calendars and without a case.

    >>> from ghostrules.policy import loads
    >>> policy = loads('id = "chase"\\nsteps = ["24 hours after reminder: email"]')
    >>> check(policy).codes
    ('GR105', 'GR101')

    With the TOML `text` from which the policy was read, every diagnostic tells its line, and what
    only the text shows is judged too; with `words` (`messages.Words`), whether they are there for
    every effect, and can be filled. A policy whose report has errors cannot be compiled. Never
    raises.
    """
    laid_out = outline(policy)
    found = [diagnostic for judge in _CHECKS for diagnostic in judge(laid_out)]
    lines = {} if text is None else lines_of(text)
    if text is not None:
        found.extend(strayed_keys(len(policy.steps), text, lines))
    if words is not None:
        found.extend(words.judge(policy))
    found.sort(key=_place)
    return Report(tuple(_lined(policy, found, lines)))


def _lined(
    policy: Policy, found: list[Diagnostic], lines: Mapping[str, int]
) -> Iterator[Diagnostic]:
    for diagnostic in found:
        places = (line_of(lines, path) for path in _written(policy, diagnostic.path))
        yield evolve(diagnostic, line=next((line for line in places if line), None))


def _written(policy: Policy, path: str) -> Iterator[str]:
    """Give the ways in which a document may write a place: as a table, a change, or a line."""
    yield path
    step = _STEP.match(path)
    if step:
        index = int(step[1])
        yield f"change.{policy.steps[index].id}{path[step.end() :]}"
        yield f"steps[{index}]"


def _place(found: Diagnostic) -> tuple[int, int]:
    """Sort by step, then by reaction; what concerns the whole policy comes first."""
    step, reaction = _STEP.match(found.path), _REACTION.match(found.path)
    if reaction:
        return 2, int(reaction[1])
    return (1, int(step[1])) if step else (0, 0)
