"""A plan on paper: one line a step, and under it why."""

from datetime import datetime

from rich.console import Console
from rich.text import Text

from ghostrules.cli._case import Case
from ghostrules.cli._paper import padded, widest, write_hanging
from ghostrules.cli._reader import Reader
from ghostrules.machine import Machine
from ghostrules.messages import moment_text, title_of
from ghostrules.phrases import Phrase, phrase
from ghostrules.render import PlanRow, plan_rows

_WHY = "      - "


def print_plan(console: Console, case: Case) -> None:
    print_heading(console, case)
    rows = plan_rows(case.plan, case.client, case.reader.locale, labels=case.policy.labels)
    widths = _Widths(rows)
    for row in rows:
        console.print()
        write_hanging(console, widths.head(row), Text(row.what))
        print_why(console, row.why)
    console.print()
    console.print(case.reader.say(_end(case)), soft_wrap=True)


def _end(case: Case) -> Phrase:
    plan = case.plan
    if plan.ended is None:
        return phrase("If nobody answers, it stays open until somebody says what happened.")
    return phrase(
        "If nobody answers, it ends on {at}: {outcome}.",
        at=moment_text(plan.ended, case.client, case.reader.locale),
        outcome=plan.outcome,
    )


def print_heading(console: Console, case: Case) -> None:
    print_title(console, case.machine, case.start, case.reader)


def print_title(console: Console, machine: Machine, start: datetime, reader: Reader) -> None:
    policy, client, title = machine.policy, machine.client, title_of(machine.policy)
    head = policy.id if title is None else f"{policy.id}: {reader.say(title)}"
    console.print(Text(head, style="bold"))
    parties = phrase(
        "client {client} ({zone}), from {start}",
        client=client.name,
        zone=client.timezone,
        start=moment_text(start, client, reader.locale),
    )
    console.print(reader.say(parties))


def print_why(console: Console, why: tuple[str, ...]) -> None:
    for sentence in why:
        write_hanging(console, Text(_WHY, style="dim"), Text(sentence, style="dim"))


class _Widths:
    def __init__(self, rows: tuple[PlanRow, ...]) -> None:
        self.number = widest(row.number for row in rows) + 1
        self.step = widest(row.step for row in rows)
        self.when = widest(row.when for row in rows)

    def head(self, row: PlanRow) -> Text:
        return Text.assemble(
            f"{row.number:>{self.number}}  ",
            (padded(row.step, self.step), "bold"),
            "  ",
            (padded(row.when, self.when), "cyan"),
            "  ",
        )
