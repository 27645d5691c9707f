"""Options of `explain`: those of a plan, or the journal of a case."""

from typing import Annotated, Final

from attrs import frozen
from cyclopts import Parameter

from ghostrules.cli._case_options import CaseOptions
from ghostrules.cli._parties import Parties
from ghostrules.cli._wrong import Wrong

_NOBODY: Final = Parties()


@frozen(kw_only=True)
class ExplainOptions:
    """A plan, from its start; or a case, by its journal."""

    start: Annotated[
        str | None,
        Parameter(
            help="When it begins, as in 2026-03-27T16:30; without an offset in the client's time."
        ),
    ] = None
    journal: Annotated[
        str | None,
        Parameter(help="A file with the journal of a case, whose story is told instead."),
    ] = None
    parties: Annotated[Parties, Parameter(name="*")] = _NOBODY
    fact: Annotated[
        tuple[str, ...],
        Parameter(
            help="A fact of the case, as in due=2026-02-28.", negative="", show_default=False
        ),
    ] = ()

    def planned(self) -> CaseOptions:
        """Give the options of the plan, which has to have a start."""
        if self.start is None:
            raise Wrong("`--start` is missing", "`ghostrules explain --help` has an example")
        return CaseOptions(start=self.start, parties=self.parties, fact=self.fact)

    def alone(self, step: str | None, occurrence: int | None) -> str:
        """Give the journal, beside which nothing of a plan can be said."""
        said = {
            "a step": step is not None,
            "`--start`": self.start is not None,
            "`--fact`": bool(self.fact),
            "`--occurrence`": occurrence is not None,
        }
        for name, is_said in said.items():
            if is_said:
                raise Wrong(f"`--journal` and {name} are both given", "the journal says it all")
        assert self.journal is not None
        return self.journal
