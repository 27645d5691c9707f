"""A plan on paper: one line a step, and under it why."""

from datetime import datetime

from rich.console import Console
from rich.text import Text

from ghostrules.calendars import Calendar
from ghostrules.cli._case import Case
from ghostrules.cli._paper import padded, widest, write_hanging
from ghostrules.machine import Plan
from ghostrules.messages import moment_text
from ghostrules.policy import Policy
from ghostrules.render import PlanRow, plan_rows

_WHY = "      - "


def print_plan(console: Console, case: Case) -> None:
    client = case.client
    print_heading(console, case)
    rows = plan_rows(case.plan, client)
    widths = _Widths(rows)
    for row in rows:
        console.print()
        write_hanging(console, widths.head(row), Text(row.what))
        print_why(console, row.why)
    console.print()
    console.print(_end(case.plan, client), soft_wrap=True)


def _end(plan: Plan, client: Calendar) -> str:
    if plan.ended is None:
        return "If nobody answers, it stays open until somebody says what happened."
    return f"If nobody answers, it ends on {moment_text(plan.ended, client)}: {plan.outcome}."


def print_heading(console: Console, case: Case) -> None:
    print_title(console, case.policy, case.client, case.start)


def print_title(console: Console, policy: Policy, client: Calendar, start: datetime) -> None:
    title = policy.id if policy.title is None else f"{policy.id}: {policy.title}"
    console.print(Text(title, style="bold"))
    console.print(f"client {client.name} ({client.timezone}), from {moment_text(start, client)}")


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
