"""Calendars: whose business days count is said by name, and a name can be misspelt."""

from collections.abc import Iterator
from typing import Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic, suggestion
from ghostrules.phrases import phrase
from ghostrules.policy._outline import Outline

_OWN: Final = ("client", "sender", "both")
_TYPO: Final = 0.75


def business_days(outline: Outline) -> Iterator[Diagnostic]:
    """Report names of third calendars that look like `client`, `sender` or `both` misspelt."""
    yield from _misspelt(outline.policy.business_days, "business_days")
    for row in outline.rows:
        if row.step.business_days is not None:
            yield from _misspelt(row.step.business_days, row.place("business_days"))


def _misspelt(name: str, path: str) -> Iterator[Diagnostic]:
    meant = None if name in _OWN else suggestion(name, _OWN, alike=_TYPO)
    if meant is not None:
        yield diagnostic(
            "GR127",
            phrase(
                "`{name}` names a third calendar, which must be given to compile the policy",
                name=name,
            ),
            path=path,
            expected=phrase("`client`, `sender`, `both`, or a third calendar"),
            help=meant,
        )
