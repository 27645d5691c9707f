"""How a scenario is walked: who looks when, in which order events apply, when a step happens."""

from collections.abc import Callable
from typing import Any

import pytest

from ghostrules.errors import ScenarioError
from ghostrules.scenarios import Story, loads, run, story_document

Walk = Callable[..., Story]

LISTED = 'ticks = "listed"'


def steps(story: Story) -> list[tuple[str, str | None]]:
    """Give when each step happened, in the client's time."""
    document: dict[str, Any] = story_document(story)
    return [(step["step"], step["at"][:16] if step["at"] else None) for step in document["steps"]]


def told(event: str, at: str, more: str = "") -> str:
    """Write an event of June 2026."""
    return f'[[event]]\nevent = "{event}"\nat = 2026-06-{at}:00\n{more}\n'


def test_time_passes_at_every_due_instant(walk: Walk) -> None:
    """Without events the story is the silent path."""
    story = walk()
    assert [("reminder", "2026-06-03T09:00"), ("pause", "2026-06-10T09:00")] == steps(story)
    assert "paused" == story.state.outcome


def test_nobody_looks_after_until(walk: Walk) -> None:
    """What is due at `until` still comes, what is due later does not."""
    assert [("reminder", "2026-06-03T09:00")] == steps(walk(more="until = 2026-06-03T09:00:00"))
    assert [] == steps(walk(more="until = 2026-06-03T08:59:00"))


def test_an_event_at_the_due_instant_comes_first(walk: Walk) -> None:
    """A payment at nine o'clock precedes what is due at nine o'clock."""
    assert [] == steps(walk(told("paid", "03T09:00")))


def test_events_apply_in_the_order_of_the_file(walk: Walk) -> None:
    """A payment that stands after a later event has been learned late; what was sent stays sent."""
    story = walk(told("opened", "04T12:00", 'step = "reminder"') + told("paid", "02T12:00"))
    assert [("reminder", "2026-06-03T09:00")] == steps(story)
    assert "paid" == story.state.outcome


def test_listed_looks_are_the_only_ones(walk: Walk) -> None:
    """With `ticks = "listed"` nothing happens without an `elapsed` event."""
    assert [] == steps(walk(more=LISTED))
    assert [("reminder", "2026-06-03T09:10")] != steps(walk(told("elapsed", "03T09:10"), LISTED))
    assert [("reminder", "2026-06-03T09:00")] == steps(walk(told("elapsed", "03T09:10"), LISTED))


def test_a_look_goes_on_while_something_is_due() -> None:
    """L17: one listed look carries out what has become due by the step before, too."""
    text = """
client = "NL"
start = 2026-06-01T10:00:00
ticks = "listed"
event = [{ event = "elapsed", at = 2026-06-03T09:10:00 }]

[policy]
id = "chase"
ends = "paid"
steps = ["2 business days after start: email", "1 minute later: note"]
"""
    story = run(loads(text))
    assert [("first", "2026-06-03T09:00"), ("second", "2026-06-03T09:01")] == steps(story)


def test_evidence_is_fresh_unless_looks_are_listed(walk: Walk) -> None:
    """L19: punctual looks have read every source just then, listed ones what they say."""
    fresh = walk("\n[policy.evidence]\ninbox = '1 hour'\n")
    stale = walk("\n[policy.evidence]\ninbox = '1 hour'\n" + told("elapsed", "03T09:00"), LISTED)
    assert "paused" == fresh.state.outcome
    assert [] == steps(stale)
    assert ["EvidenceStale"] == [
        type(reason).__name__ for moment in stale.moments for reason in moment.transition.reasons
    ]


def test_an_event_that_cannot_happen_is_told_at_its_place(walk: Walk) -> None:
    """GR404 names the event, its line and what the machine says."""
    with pytest.raises(ScenarioError) as caught:
        walk(told("released", "02T12:00"))
    (found,) = caught.value.report
    assert ("GR404", "event[0]") == (found.code, found.path)
    assert found.line is not None


def test_a_refused_event_changes_nothing(walk: Walk) -> None:
    """L20: with `refused = true` the refusal is expected, and the case goes on."""
    story = walk(told("released", "02T12:00", "refused = true"))
    assert ["event[0]"] == [path for path, _ in story.refused]
    assert "paused" == story.state.outcome


def test_a_retracted_event_leaves_what_was_sent(walk: Walk) -> None:
    """The case goes on as if the payment had not been told; the reminder stays sent."""
    mistake = 'retracts = { event = "paid", at = 2026-06-04T12:00:00 }'
    story = walk(told("paid", "04T12:00") + told("retracted", "05T12:00", mistake))
    assert [("reminder", "2026-06-03T09:00"), ("pause", "2026-06-10T09:00")] == steps(story)


def test_a_step_that_failed_has_not_happened(walk: Walk) -> None:
    """L26: until it is tried again a failed step has no instant."""
    text = told("elapsed", "03T09:00") + told("failed", "03T09:30", 'step = "reminder"')
    assert [("reminder", None)] == steps(walk(text, LISTED))
    again = walk(text + told("elapsed", "03T09:35"), LISTED)
    assert [("reminder", "2026-06-03T09:30")] == steps(again)


def test_a_later_performance_moves_the_step(walk: Walk) -> None:
    """L11: a step happens when it was performed, not when it was asked for."""
    text = told("performed", "04T12:00", 'step = "reminder"')
    assert ("reminder", "2026-06-04T12:00") == steps(walk(text))[0]


CALL = """
client = "NL"
start = 2026-06-01T10:00:00
until = 2026-06-04T12:00:00

[policy]
id = "verify"
ends = "replied"

[[policy.step]]
id = "call"
when = "2 business days after start"
do = "call"
if_unreported = "wait"

[[policy.step]]
id = "mail"
when = "2 business days later"
do = "email"
"""


def test_a_call_that_nobody_reports_has_not_happened() -> None:
    """What a person was asked to do is listed, without an instant."""
    story = run(loads(CALL))
    assert [("call", None)] == steps(story)
    assert ["call", "note"] == [effect.kind for effect in (*story.steps[0].effects, *story.effects)]


def test_a_call_that_begins_a_new_round_has_happened() -> None:
    """A reaction that starts the ladder again does not take back when the call was."""
    reaction = "[[policy.on]]\nevent = 'done'\nstep = 'call'\nthen = 'restart'\n"
    story = run(loads(CALL + reaction + told("done", "03T11:00", 'step = "call"')))
    assert [("call", "2026-06-03T11:00")] == steps(story)
    assert 2 == story.state.round


def test_a_report_within_the_punctual_minutes_moves_nothing(walk: Walk) -> None:
    """L10, L11: what was performed a few minutes later has happened when it was due."""
    text = told("performed", "03T09:05", 'step = "reminder"')
    assert ("reminder", "2026-06-03T09:00") == steps(walk(text))[0]
