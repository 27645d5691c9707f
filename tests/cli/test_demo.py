"""`ghostrules demo`: four plans where calendars matter."""

import shlex
from collections.abc import Callable
from typing import Any

from ghostrules.cli._demo import SCENES

Run = Callable[..., Any]


def test_the_demo_shows_every_scene_within_80_columns(run: Run) -> None:
    """Easter, a clock change, Christmas and a bayram fit on a page."""
    told = run("demo")

    assert (0, "") == (told.status, told.err)
    for scene in SCENES:
        assert f"{scene.title} ---" in told.out
    assert [] == [line for line in told.out.splitlines() if len(line) > 80 or line != line.rstrip()]


def test_the_demo_shows_what_it_says(run: Run) -> None:
    """The dates that the words announce are in the tables."""
    told = run("demo")

    for line in (
        "final-notice     do 2 apr 2026 17:00   email",
        "check-in           za 28 mrt 2026 10:00  email",
        "completion-notice  ma 30 mrt 2026 11:00  email",
        "follow-up     Di. 29. Dez. 2026 09:00  email",
        "follow-up       23 Mar 2026 Pzt 09:00  email",
    ):
        assert line in told.out


def test_the_command_of_each_scene_shows_the_same_plan(run: Run) -> None:
    """What the demo prints after `$` can be typed."""
    demo = run("demo").out

    for scene in SCENES:
        command = shlex.split(scene.command.replace("\\\n", " "))
        assert run(*command[1:]).out in demo
