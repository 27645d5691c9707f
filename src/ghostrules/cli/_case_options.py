"""Options of the verbs that plan a case."""

from typing import Annotated, Final

from attrs import frozen
from cyclopts import Parameter

from ghostrules.cli._parties import Parties

_NOBODY: Final = Parties()


@frozen(kw_only=True)
class CaseOptions:
    """When a case begins, between whom, and what is known about it."""

    start: Annotated[
        str,
        Parameter(
            help="When it begins, as in 2026-03-27T16:30; without an offset in the client's time."
        ),
    ]
    parties: Annotated[Parties, Parameter(name="*")] = _NOBODY
    fact: Annotated[
        tuple[str, ...],
        Parameter(
            help="A fact of the case, as in due=2026-02-28.", negative="", show_default=False
        ),
    ] = ()


GivenCase = Annotated[CaseOptions, Parameter(name="*")]
