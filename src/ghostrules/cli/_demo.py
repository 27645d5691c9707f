"""`ghostrules demo`: built-in policies from real starts, where calendars matter."""

from typing import Final

from attrs import frozen
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from ghostrules.cli._case import plan_case
from ghostrules.cli._case_options import CaseOptions
from ghostrules.cli._paper import paper, write_hanging
from ghostrules.cli._parties import Parties
from ghostrules.cli._print_plan import print_plan


@frozen
class Scene:
    """A plan that shows something."""

    title: str
    about: str
    policy: str
    given: CaseOptions

    @property
    def command(self) -> str:
        """The command that shows the same plan."""
        start, parties = self.given.start, self.given.parties
        command = f"ghostrules plan {self.policy} --start {start} --client {parties.client}"
        office = Parties(client=parties.client).hours
        return (
            command if parties.hours == office else f'{command} \\\n    --hours "{parties.hours}"'
        )


SCENES: Final = (
    Scene(
        "Across Easter",
        "A Dutch client is late with content. The notice of 48 hours would fall on Easter "
        "Sunday, so it goes out before Good Friday.",
        "late-content",
        CaseOptions(start="2026-03-27T16:30", parties=Parties(client="NL")),
    ),
    Scene(
        "Across a clock change",
        "In the night to Sunday 29 March the clocks go forward. 48 hours stay 48 hours: what "
        "begins on Saturday at 10:00 goes on at 11:00 on Monday.",
        "marketplace-complete",
        CaseOptions(
            start="2026-03-28T10:00", parties=Parties(client="NL", hours="mon-sun 09:00-20:00")
        ),
    ),
    Scene(
        "Across Christmas",
        "A Bavarian client falls silent on the day before Christmas Eve. The Tuesday of the "
        "following week is after Christmas; Epiphany, a holiday in Bavaria, does not count.",
        "project",
        CaseOptions(start="2026-12-23T10:00", parties=Parties(client="DE-BY")),
    ),
    Scene(
        "Across a bayram",
        "A Turkish client has an offer. Four days later is the first day of a bayram, so the "
        "follow-up waits for Monday, still within its seven days.",
        "negotiation",
        CaseOptions(start="2026-03-16T10:00", parties=Parties(client="TR")),
    ),
)


def run() -> None:
    console = paper()
    for scene in SCENES:
        _show(console, scene)
    console.print("Your own turn: `ghostrules list`, `ghostrules new late-content`.")


def _show(console: Console, scene: Scene) -> None:
    console.print(Rule(Text(scene.title, style="bold"), align="left", characters="-"))
    write_hanging(console, Text(), Text(scene.about))
    console.print(f"$ {scene.command}", style="dim", soft_wrap=True)
    console.print()
    print_plan(console, plan_case(scene.policy, scene.given))
    console.print()
