"""The table of events in the reference is the machine's own."""

from pathlib import Path

from ghostrules.events import FIELDS, NAMES, Elapsed, Signal
from ghostrules.machine._handling import HANDLING, Handling

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "events.md"

ELAPSED = (
    "| `elapsed` | `Elapsed` | `observed` | at most one step that is due happens | nothing | |"
)


def _carried(event: type) -> str:
    return ", ".join(f"`{one.name}`" for one in FIELDS[event]) or "-"


def _after_the_end(handling: Handling) -> str:
    if handling.refused:
        return "raises"
    if handling.revive is not None:
        return handling.does
    return "only the fact" if handling.note is not None else "nothing"


def _row(event: type, handling: Handling) -> str:
    name = "the policy's own" if event is Signal else f"`{NAMES[event]}`"
    columns = (
        name,
        f"`{event.__name__}`",
        _carried(event),
        handling.does,
        _after_the_end(handling),
        handling.raises or "",
    )
    return f"| {' | '.join(columns)} |".replace("|  |", "| |")


def test_the_table_of_events_is_that_of_the_machine() -> None:
    """Every event has its row: name, class, what it carries and does, and when it is refused."""
    rows = [ELAPSED, *(_row(event, handling) for event, handling in HANDLING.items())]
    told = [line for line in PAGE.read_text("utf-8").splitlines() if line in rows]

    assert rows == told


def test_every_event_but_two_is_in_the_table() -> None:
    """Time passing and a retraction are no events that a case is told."""
    assert {*NAMES, Signal} - {*HANDLING} == {
        Elapsed,
        next(e for e in NAMES if NAMES[e] == "retracted"),
    }
