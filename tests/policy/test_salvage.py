"""All faults at once: a document that cannot be read is judged as far as it can be (L20)."""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import (
    Step,
    built_in,
    built_in_names,
    built_in_text,
    check,
    from_document,
    loads,
)

Faults = Callable[[str], Report]
STEP = '[[step]]\nid = "{}"\nwhen = "{}"\ndo = "{}"\n'


def told(report: Report) -> list[tuple[str, str, int | None]]:
    """Give code, path and line of every diagnostic."""
    return [(found.code, found.path, found.line) for found in report]


def test_faults_of_reading_and_of_meaning_come_together(faults: Faults) -> None:
    """L20: one report holds a strange key, a bad one, and what the rest means, by line."""
    text = (
        'id = "chase"\ncolour = "red"\n'
        + STEP.format("a", "24 hours after b", "email")
        + 'at = "9"\n'
        + STEP.format("b", "1 month after nobody", "call")
    )
    assert told(faults(text)) == [
        ("GR105", "ends", None),
        ("GR002", "colour", 2),
        ("GR118", "step[0].when", 5),
        ("GR016", "step[0].at", 7),
        ("GR101", "step[1].when", 10),
        ("GR110", "step[1].when", 10),
        ("GR111", "step[1].do", 11),
    ]


def test_short_steps_are_judged_beside_one_that_is_none(faults: Faults) -> None:
    """A line that is no step keeps its place and its name."""
    text = (
        'id = "c"\nends = "x"\nsteps = ["soon", "1 day after first: email", "1 day after d: fax"]'
    )
    assert [(found.code, found.path) for found in faults(text)] == [
        ("GR019", "steps[0]"),
        ("GR111", "step[2].do"),
    ]
    mended = text.replace('"soon"', '"whenever: email"')
    assert [(found.code, found.path) for found in faults(mended)] == [
        ("GR006", "steps[0].when"),
        ("GR101", "step[2].when"),
        ("GR111", "step[2].do"),
    ]


def test_an_anchor_on_a_step_without_a_readable_id_is_not_unknown(faults: Faults) -> None:
    """What a bad id would have been called cannot be known."""
    text = (
        'id = "c"\nends = "x"\n'
        + STEP.format("Second One", "1 day later", "email")
        + STEP.format("b", "1 day after second-one", "email")
    )
    assert faults(text).codes == ("GR116",)


def test_of_a_step_without_its_keys_nothing_is_said(faults: Faults) -> None:
    """An empty step may be the notice, and may have the name, that others are without."""
    stop = STEP.format("stop", "5 business days after ask", "stop_work") + 'outcome = "x"\n'
    assert set(faults('id = "c"\nends = "x"\n[[step]]\n' + stop).codes) == {"GR003"}


def test_keys_that_look_like_places_are_only_strange(faults: Faults) -> None:
    """A quoted key can be spelt like a place in the document."""
    head = 'id = "c"\nends = "x"\n"change.a.b" = 1\n"step[7].at" = 2\n'
    assert set(faults(head + STEP.format("a", "1 day later", "email")).codes) == {"GR002"}


def test_a_changed_built_in_is_judged_where_a_key_is_strange(faults: Faults) -> None:
    """A document that begins from a built-in is judged too, unless what it changes is at fault."""
    change = 'use = "late-content"\n[change.call]\nwhen = "1 day after nobody"\n'
    assert told(faults(change + 'colour = "red"\n')) == [
        ("GR101", "step[2].when", 3),
        ("GR002", "change.call.colour", 4),
    ]
    assert faults(change + "[change.pause]\nwhen = 3\n").codes == ("GR004",)
    assert faults(change + '[change.pause]\nwhenn = "1 day later"\n').codes == ("GR002",)


@pytest.mark.parametrize(
    "more", ['[change]\n"a.b" = 1\n', "[change.call]\na.b = 1\n[drop]\nx = 1\n"]
)
def test_what_cannot_be_judged_is_only_refused(faults: Faults, more: str) -> None:
    """Where the steps themselves are in doubt, nothing is said about their meaning."""
    assert [
        code for code in faults('use = "late-content"\nends = []\n' + more).codes if code > "GR1"
    ] == []


def test_a_mapping_with_steps_of_python_is_judged() -> None:
    """A document made in Python may hold steps that are values, and lists that are tuples."""
    with pytest.raises(PolicyError) as caught:
        from_document(
            {
                "id": "c",
                "ends": "x",
                "colour": "red",
                "steps": (Step("a", "1 day after b", "email"), "1 day later: email"),
            }
        )
    assert caught.value.report.codes == ("GR002", "GR101")


def slips(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give copies of a table, each with one key misspelt or of a wrong type."""
    for key in table.keys() - {"step"}:
        rest = {name: value for name, value in table.items() if name != key}
        yield {**rest, key: 3.5}
        yield {**rest, key + "s": table[key]}


def spoilt(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give copies of a document, each with one slip."""
    yield from slips(document)
    steps = document["step"]
    for i, step in enumerate(steps):
        for slip in slips(step):
            yield {**document, "step": [*steps[:i], slip, *steps[i + 1 :]]}


@pytest.mark.parametrize("name", built_in_names())
def test_nothing_false_is_said_of_a_sound_policy(name: str) -> None:
    """One slip in a sound policy earns faults of reading, and none about its meaning."""
    sound = check(built_in(name)).codes
    for document in spoilt(tomllib.loads(built_in_text(name))):
        with pytest.raises(PolicyError) as caught:
            from_document(document)
        meant = [code for code in caught.value.report.codes if code > "GR1" and code != "GR116"]
        assert [code for code in meant if code not in sound] == []


@pytest.mark.parametrize(
    ("id", "head", "help"),
    [
        ("Start", "", "choose another name"),
        ("Elapsed", "", "choose another name"),
        ("Due", 'facts = { due = "date" }\n', "choose another name"),
        ("Paid", 'ends = "paid"\n', "choose another name"),
        ("Call", 'ends = "paid"\n', "write `call`"),
    ],
)
def test_no_id_is_suggested_that_would_be_refused(
    faults: Faults, id: str, head: str, help: str
) -> None:
    """L24: no step is called `start`, or like a fact or an event."""
    text = f'id = "c"\n{head}' + STEP.format(id, "1 day after start", "email")
    assert [found.help for found in faults(text) if found.code == "GR116"] == [help]


def test_a_second_step_is_not_told_the_name_of_a_fact() -> None:
    """The name suggested for a step of the same id is free in the whole policy."""
    policy = loads(
        'id = "c"\nends = "x"\nfacts = { second-call = "text" }\n'
        + STEP.format("call", "1 day later", "note") * 2
    )
    (found,) = check(policy).errors
    assert "`third-call`" in (found.help or "")


LIFE = (
    'id = "c"\nends = "x"\nfacts = { complete = "boolean", balance = "money", visit = "date" }\n'
    'requires = ["phone"]\n'
    '[[step]]\nid = "ask"\nwhen = "1 day later"\ndo = "call"\nonly_if = "complete"\n'
    'unless = "visit is known"\ncounts_from = "delivery"\nanswer_within = "2 days"\n'
    'overdue_after = "2 days"\noutcome = "asked"\n'
    '[[on]]\nevent = "part-paid"\nthen = "hold"\nonly_if = "ask.happened"\n'
    '[[on]]\nevent = "back"\noutcome = "asked"\nthen = "go to ask"\n'
)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('id = "ask"', 'id = "Ask!"'),
        ('do = "call"', 'do = "cal"'),
        ('outcome = "asked"\n[[on]]', "outcome = 3\n[[on]]"),
        ('answer_within = "2 days"', 'answer_within = "soon"'),
        ('unless = "visit is known"', 'unless = "visit is"'),
        ('complete = "boolean", ', 'complete = "bool", '),
        ('ends = "x"', "ends = 3"),
        ('then = "hold"', 'then = "halt"'),
        ("facts", "fact"),
    ],
)
def test_what_is_at_fault_has_no_false_consequences(
    faults: Faults, said: str, instead: str
) -> None:
    """L20: one fault in conditions, reports or reactions is told as one fault."""
    assert len(check(loads(LIFE))) == 0
    assert len(faults(LIFE.replace(said, instead, 1))) == 1
