"""`ghostrules list`: the built-in policies."""

import sys

from rich.text import Text

from ghostrules.cli._options import JsonFlag
from ghostrules.cli._paper import padded, paper, widest, write_hanging
from ghostrules.cli._reader import LocaleOption, Reader, read_reader
from ghostrules.cli._written import write_json
from ghostrules.messages import title_of
from ghostrules.policy import Policy, built_in, built_in_names


def run(*, locale: LocaleOption = None, as_json: JsonFlag = False) -> None:
    reader = read_reader(locale)
    policies = [built_in(name) for name in built_in_names()]
    if as_json:
        write_json([_document(policy, reader) for policy in policies], sys.stdout)
    else:
        _print(policies, reader)


def _document(policy: Policy, reader: Reader) -> dict[str, object]:
    return {
        "name": policy.id,
        "title": _title(policy, reader),
        "fingerprint": policy.fingerprint,
        "steps": [step.id for step in policy.steps],
        "facts": {name: type_.value for name, type_ in policy.facts},
    }


def _title(policy: Policy, reader: Reader) -> str | None:
    title = title_of(policy)
    return None if title is None else reader.say(title)


def _print(policies: list[Policy], reader: Reader) -> None:
    console = paper()
    width = widest(policy.id for policy in policies)
    for policy in policies:
        head = Text.assemble((padded(policy.id, width), "bold"), "  ")
        write_hanging(console, head, Text(_title(policy, reader) or ""))
        steps = ", ".join(step.id for step in policy.steps)
        write_hanging(console, Text(" " * (width + 2)), Text(steps, style="dim"))
