"""The JSON form of a plan."""

import json
from datetime import UTC, datetime
from typing import Any

from attrs import evolve

from ghostrules.calendars import Calendar
from ghostrules.machine import compile
from ghostrules.policy import built_in, loads
from ghostrules.render import plan_document

NL = Calendar.for_country("NL")
START = datetime(2026, 3, 27, 15, 30, tzinfo=UTC)


def test_the_document_has_exactly_the_documented_keys() -> None:
    """Programs find what the reference promises, and nothing else."""
    machine = compile(built_in("late-content"), sender=NL, client=NL)
    document = plan_document(machine.plan(at=START), machine, START)

    assert ["policy", "fingerprint", "start", "steps", "outcome", "ended"] == list(document)
    for step in document["steps"]:
        keys = ["step", "occurrence", "due", "conditions", "skipped", "effects", "reasons"]
        assert keys == list(step)
        for effect in step["effects"]:
            assert ["key", "kind", "at"] == list(effect)


def test_instants_are_local_to_the_client_with_their_offset() -> None:
    """Start, due dates and the end are ISO 8601 in the client's time zone, in winter and summer."""
    machine = compile(built_in("late-content"), sender=NL, client=NL)
    document = plan_document(machine.plan(at=START), machine, START)

    assert "2026-03-27T16:30:00+01:00" == document["start"]
    assert [
        "2026-03-27T16:30:00+01:00",
        "2026-03-30T09:00:00+02:00",
        "2026-03-31T09:00:00+02:00",
        "2026-04-02T17:00:00+02:00",
        "2026-04-07T09:00:00+02:00",
    ] == [step["due"] for step in document["steps"]]
    assert ("paused", "2026-04-07T09:00:00+02:00") == (document["outcome"], document["ended"])


def test_the_document_is_what_json_can_hold() -> None:
    """Writing it as JSON and reading it back loses nothing."""
    machine = compile(built_in("project"), sender=NL, client=NL)
    document = plan_document(machine.plan(at=START), machine, START)

    assert document == json.loads(json.dumps(document))


def test_the_document_tells_the_fingerprint_of_the_policy() -> None:
    """Two plans can be seen to come from policies of the same meaning (L21)."""
    machine = compile(built_in("project"), sender=NL, client=NL)
    document = plan_document(machine.plan(at=START), machine, START)

    assert built_in("project").fingerprint == document["fingerprint"]


def test_the_document_tells_conditions_and_what_is_left_out() -> None:
    """A condition is told whether it holds or not; a step left out says so and does nothing."""
    policy = loads(
        'id = "thank"\nends = "paid"\nfacts = { complete = "boolean" }\n'
        '[[step]]\nid = "thanks"\nwhen = "1 day after start"\ndo = "email"\n'
        'only_if = "complete"\n'
        '[[step]]\nid = "reminder"\nwhen = "1 week later"\ndo = "email"\n'
    )
    machine = compile(policy, sender=NL, client=NL)
    without, with_it = (
        plan_document(machine.plan(at=START, facts={"complete": complete}), machine, START)["steps"]
        for complete in (False, True)
    )

    assert [
        (["if complete"], True, []),
        ([], False, ["email"]),
    ] == [told(step) for step in without]
    assert [
        (["if complete"], False, ["email"]),
        ([], False, ["email"]),
    ] == [told(step) for step in with_it]


def test_a_plan_without_an_end_says_so() -> None:
    """Where the case waits for an event, neither outcome nor end is made up."""
    machine = compile(built_in("project"), sender=NL, client=NL)
    plan = evolve(machine.plan(at=START), outcome=None, ended=None)
    document = plan_document(plan, machine, START)

    assert (None, None) == (document["outcome"], document["ended"])


def told(step: dict[str, Any]) -> tuple[list[str], bool, list[str]]:
    """Give the conditions of a step, whether it is left out, and the kinds of its effects."""
    return step["conditions"], step["skipped"], [effect["kind"] for effect in step["effects"]]
