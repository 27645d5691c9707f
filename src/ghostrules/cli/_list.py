"""`ghostrules list`: the built-in policies."""

import sys

from rich.text import Text

from ghostrules.cli._options import JsonFlag
from ghostrules.cli._paper import padded, paper, widest, write_hanging
from ghostrules.cli._written import write_json
from ghostrules.policy import Policy, built_in, built_in_names


def run(*, as_json: JsonFlag = False) -> None:
    policies = [built_in(name) for name in built_in_names()]
    if as_json:
        write_json([_document(policy) for policy in policies], sys.stdout)
    else:
        _print(policies)


def _document(policy: Policy) -> dict[str, object]:
    return {
        "name": policy.id,
        "title": policy.title,
        "fingerprint": policy.fingerprint,
        "steps": [step.id for step in policy.steps],
        "facts": {name: type_.value for name, type_ in policy.facts},
    }


def _print(policies: list[Policy]) -> None:
    console = paper()
    width = widest(policy.id for policy in policies)
    for policy in policies:
        head = Text.assemble((padded(policy.id, width), "bold"), "  ")
        write_hanging(console, head, Text(policy.title or ""))
        steps = ", ".join(step.id for step in policy.steps)
        write_hanging(console, Text(" " * (width + 2)), Text(steps, style="dim"))
