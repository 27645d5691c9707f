"""`ghostrules plan`: the silent path, as a table or as JSON."""

import sys

from ghostrules.cli._case import plan_case
from ghostrules.cli._case_options import GivenCase
from ghostrules.cli._options import JsonFlag, PolicyName
from ghostrules.cli._paper import paper
from ghostrules.cli._print_plan import print_plan
from ghostrules.cli._written import note, write_json
from ghostrules.render import plan_document


def run(
    policy: PolicyName,
    /,
    *,
    given: GivenCase,
    as_json: JsonFlag = False,
) -> None:
    case = plan_case(policy, given)
    if as_json:
        locale = case.reader.locale
        write_json(plan_document(case.plan, case.machine, case.start, locale=locale), sys.stdout)
    else:
        note(case.assumed, case.reader)
        print_plan(paper(), case)
