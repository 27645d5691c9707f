"""`ghostrules explain`: one date of a plan, and every reason for it; or a whole case."""

import sys
from typing import Annotated, Final

from attrs import evolve
from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from ghostrules.cli._case import Case, plan_case
from ghostrules.cli._case_options import CaseOptions
from ghostrules.cli._explain_case import explain_case
from ghostrules.cli._explain_options import ExplainOptions
from ghostrules.cli._options import JsonFlag, PolicyName
from ghostrules.cli._paper import paper, write_hanging
from ghostrules.cli._print_plan import print_heading
from ghostrules.cli._written import note, write_json
from ghostrules.cli._wrong import Wrong, unknown
from ghostrules.machine import Plan
from ghostrules.render import plan_document, plan_rows

GivenToExplain = Annotated[ExplainOptions, Parameter(name="*")]
StepName = Annotated[
    str | None, Parameter(help="The id of a step of the policy; of several, one as in notice#2.")
]
Occurrence = Annotated[
    int | None,
    Parameter(help="Which one, of a step with several; without it, the first."),
]

_NOTHING: Final = ExplainOptions()


def run(
    policy: PolicyName,
    step: StepName = None,
    /,
    *,
    given: GivenToExplain = _NOTHING,
    occurrence: Occurrence = None,
    as_json: JsonFlag = False,
) -> None:
    if given.journal is not None:
        journal = given.alone(step, occurrence)
        return explain_case(policy, journal, given.parties, as_json=as_json)
    if step is None:
        raise Wrong("`STEP` is missing", "`ghostrules explain --help` has an example")
    return _explain_step(policy, *_which(step, occurrence), given.planned(), as_json=as_json)


def _explain_step(
    policy: str, step: str, occurrence: int, given: CaseOptions, *, as_json: bool
) -> None:
    case = plan_case(policy, given)
    one = evolve(case, plan=_only(case, step, occurrence))
    if as_json:
        write_json(_document(one), sys.stdout)
    else:
        note(case.assumed, case.reader)
        _print(paper(), one)


def _which(named: str, occurrence: int | None) -> tuple[str, int]:
    step, hash, number = named.partition("#")
    if not hash:
        return step, 1 if occurrence is None else occurrence
    if not (number.isascii() and number.isdigit()):
        raise Wrong(f"`{named}` names no occurrence", f"write it as in `{step}#2`")
    if occurrence not in (None, int(number)):
        raise Wrong(f"`{named}` and `--occurrence {occurrence}` differ", "give one of them")
    return step, int(number)


def _only(case: Case, step: str, occurrence: int) -> Plan:
    ids = [each.id for each in case.policy.steps]
    if step not in ids:
        raise unknown(step, f"step of `{case.policy.id}`", ids)
    planned = {each.occurrence: each for each in case.plan if each.step == step}
    if occurrence not in planned:
        raise _not_planned(step, occurrence, list(planned))
    return evolve(case.plan, steps=(planned[occurrence],))


def _not_planned(step: str, occurrence: int, planned: list[int]) -> Wrong:
    if not planned:
        return Wrong(f"from this start `{step}` is left out of the plan")
    numbers = ", ".join(f"`{number}`" for number in planned)
    return Wrong(
        f"the plan holds no number `{occurrence}` of `{step}`", f"`--occurrence` can be {numbers}"
    )


def _document(one: Case) -> dict[str, object]:
    document = plan_document(one.plan, one.machine, one.start, locale=one.reader.locale)
    head = {key: document[key] for key in ("policy", "fingerprint", "start")}
    return {**head, **document["steps"][0]}


def _print(console: Console, one: Case) -> None:
    (row,) = plan_rows(one.plan, one.client, one.reader.locale, labels=one.policy.labels)
    print_heading(console, one)
    console.print()
    head = Text.assemble((row.step, "bold"), "  ", (row.when, "cyan"), "  ")
    write_hanging(console, head, Text(row.what))
    console.print()
    for number, sentence in enumerate(row.why, start=1):
        write_hanging(console, Text(f"{number:>3}. "), Text(sentence))
