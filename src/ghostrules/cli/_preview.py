"""`ghostrules preview`: every message that a silent client would get, dated."""

import sys
from typing import Final

from rich.console import Console
from rich.text import Text

from ghostrules.cli._case import Case, plan_case
from ghostrules.cli._case_options import GivenCase
from ghostrules.cli._options import JsonFlag, PolicyName
from ghostrules.cli._paper import paper, write_hanging
from ghostrules.cli._print_plan import print_heading
from ghostrules.cli._telling import NOTHING_TOLD, GivenTelling, read_telling
from ghostrules.cli._written import note, write_json
from ghostrules.messages import Planned, effect_words, moment_text, preview
from ghostrules.phrases import phrase
from ghostrules.render import preview_document

_MARGIN = "    "
_NOTHING: Final = phrase("Nothing is written to the client.")


def run(
    policy: PolicyName,
    /,
    *,
    given: GivenCase,
    telling: GivenTelling = NOTHING_TOLD,
    as_json: JsonFlag = False,
) -> None:
    case = plan_case(policy, given)
    about = read_telling(telling, given.parties, case.policy)
    messages = preview(case.machine, case.plan, about)
    if as_json:
        write_json(preview_document(messages, case.machine, case.start), sys.stdout)
    else:
        note(case.assumed, case.reader)
        _print(paper(), case, messages)


def _print(console: Console, case: Case, messages: tuple[Planned, ...]) -> None:
    print_heading(console, case)
    for one in messages:
        console.print()
        _print_one(console, case, one)
    if not messages:
        console.print(f"\n{case.reader.say(_NOTHING)}")


def _print_one(console: Console, case: Case, one: Planned) -> None:
    reader = case.reader
    ways = ", ".join(reader.say(effect_words(kind)) for kind in one.kinds)
    head = Text.assemble(
        (moment_text(one.at, case.client, reader.locale), "cyan"), "  ", (one.step, "bold")
    )
    write_hanging(console, head + Text("  "), Text(ways))
    write_hanging(console, Text(_MARGIN), Text(one.message.subject, style="bold"))
    console.print()
    for line in one.message.body.split("\n"):
        if line:
            write_hanging(console, Text(_MARGIN), Text(line))
        else:
            console.print()
    for fallback in one.message.fallbacks:
        write_hanging(
            console, Text("  - ", style="dim"), Text(reader.say(fallback.words), style="dim")
        )
