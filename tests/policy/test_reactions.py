"""Reactions are read, written, compared and inherited like the rest of a policy."""

from collections.abc import Callable
from typing import Any

import pytest

from ghostrules import do
from ghostrules.diagnostics import Report
from ghostrules.errors import PolicyError
from ghostrules.policy import Policy, Reaction, Step, Then, ThenWord, dumps, from_document, loads
from ghostrules.policy._use import changed

Faults = Callable[[str], Report]
HEAD = 'id = "chase"\nends = "paid"\n[[step]]\nid = "call"\nwhen = "1 day later"\ndo = "call"\n'
CALL = Step("call", "1 day later", "call")
LETTER = Step("letter", "1 week after start", "letter")


def chase(*reactions: Reaction, id: str = "chase") -> Policy:
    """Make a policy of two steps with some reactions."""
    return Policy(id, [CALL, LETTER], ends="paid", on=reactions)


def test_a_reaction_is_the_same_in_python_toml_and_json() -> None:
    """L25: values, tables and texts give one policy."""
    python = Policy(
        "chase",
        [CALL],
        ends="paid",
        on=[
            Reaction("done", Then(ThenWord.HOLD), step="call", result="reached"),
            Reaction("promised", do=[do.note(), do.email("thanks")], only_if="round = 1"),
            Reaction("client-returned", "resume", "resume_work", outcome="stopped"),
        ],
    )
    toml = (
        HEAD
        + '[[on]]\nevent = "done"\nstep = "call"\nresult = "reached"\nthen = "hold"\n'
        + '[[on]]\nevent = "promised"\nonly_if = "round is 1"\n'
        + 'do = ["note", { email = { template = "thanks" } }]\n'
        + '[[on]]\nevent = "client-returned"\noutcome = "stopped"\nthen = "resume"\n'
        + 'do = ["resume_work"]\n'
    )
    assert loads(toml) == python
    assert loads(dumps(python)).on == python.on
    assert loads(dumps(python, "json"), "json").on == python.on


def test_reactions_are_written_behind_the_steps() -> None:
    """In TOML a reaction is a table of its own, and stands last."""
    assert dumps(chase(Reaction("opened", do="note"))).endswith(
        'do = "letter"\n\n[[on]]\nevent = "opened"\ndo = "note"\n'
    )


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ('[[on]]\nevent = "opened"\n', "GR003", "on[0]"),
        ('[[on]]\nthen = "hold"\n', "GR003", "on[0]"),
        ('[[on]]\nevent = "opened"\ndo = []\n', "GR003", "on[0]"),
        ('[[on]]\nevent = "opened"\ndo = "emial"\n', "GR005", "on[0].do"),
        ('[[on]]\nevent = "Opened!"\ndo = "note"\n', "GR116", "on[0].event"),
        ('[[on]]\nevent = "opened"\ndo = "note"\nwhen = "1 day later"\n', "GR002", "on[0].when"),
        ('[[on]]\nevent = "opened"\ndo = "note"\nonly_if = "("\n', "GR024", "on[0].only_if"),
        ('[[on]]\nevent = "opened"\ndo = "note"\nmin_gap = "2 days"\n', "GR011", "on[0].min_gap"),
        ('[on]\nevent = "opened"\ndo = "note"\n', "GR004", "on"),
    ],
)
def test_a_fault_of_a_reaction_is_placed(faults: Faults, said: str, code: str, path: str) -> None:
    """L20: every fault of a reaction names its place."""
    assert [(fault.code, fault.path) for fault in faults(HEAD + said) if fault.code != "GR111"] == [
        (code, path)
    ]


def test_all_faults_of_a_reaction_come_at_once(faults: Faults) -> None:
    """L20: one reading tells everything, in both reactions."""
    text = (
        HEAD
        + '[[on]]\nevent = "opened"\nthen = "dance"\ndo = "emial"\nhwen = "x"\n'
        + '[[on]]\nevnt = "opened"\nthen = "hold"\n'
    )
    assert {(fault.code, fault.path) for fault in faults(text)} >= {
        ("GR025", "on[0].then"),
        ("GR005", "on[0].do"),
        ("GR002", "on[0].hwen"),
        ("GR002", "on[1].evnt"),
        ("GR003", "on[1]"),
    }


def test_too_many_reactions_are_refused() -> None:
    """L22: a policy has at most two hundred reactions."""
    one: dict[str, Any] = {"event": "opened", "do": "note"}
    document = {"id": "chase", "ends": "paid", "steps": ["1 day later: email"]}
    assert len(from_document({**document, "on": [one] * 200}).on) == 200
    with pytest.raises(PolicyError) as caught:
        from_document({**document, "on": [one] * 201})
    assert caught.value.report.codes == ("GR023",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Reaction("won", "end"), Reaction("won", "end won")),
        (Reaction("opened", "hold for 2bd"), Reaction("opened", "hold for 2 business days")),
        (
            Reaction("opened", do=do.email("chase/on-opened")),
            Reaction("opened", do="email"),
        ),
        (
            Reaction("opened", "hold", only_if="not (round=1)"),
            Reaction("opened", "hold", only_if="not (round is 1)"),
        ),
    ],
)
def test_the_same_reaction_in_other_words_is_equal(one: Reaction, other: Reaction) -> None:
    """L21: defaults said aloud and other wordings do not count."""
    assert chase(one) == chase(other)


@pytest.mark.parametrize(
    "other",
    [
        Reaction("opened", "our turn"),
        Reaction("bounced", "hold"),
        Reaction("opened", "hold", "note"),
        Reaction("opened", "hold", step="call"),
        Reaction("opened", "hold", result="x"),
        Reaction("opened", "hold", outcome="paid"),
        Reaction("opened", "hold", only_if="round = 1"),
    ],
)
def test_whatever_a_reaction_says_is_meant(other: Reaction) -> None:
    """L21: each key of a reaction changes the fingerprint, and so does the order."""
    one = Reaction("opened", "hold")
    assert chase(one) != chase(other)
    assert chase(one, other) != chase(other, one)


def test_a_used_policy_keeps_its_reactions_behind_the_new_ones() -> None:
    """A document's own reactions come first, so they count first."""
    base = chase(Reaction("opened", "hold"), Reaction("replied", "our turn"))
    document = {"use": "chase", "on": [{"event": "opened", "step": "call", "do": "note"}]}
    assert [(each.event, each.step) for each in changed(base, document)["on"]] == [
        ("opened", "call"),
        ("opened", None),
        ("replied", None),
    ]
    assert changed(base, {"use": "chase"})["on"] == base.on


def test_a_reaction_that_is_never_reached_any_more_is_left_out() -> None:
    """What a reaction of the document answers whenever it comes, the built-in need not."""
    base = chase(Reaction("opened", "hold", step="call"), Reaction("opened", "hold", outcome="x"))
    document = {"use": "chase", "on": [{"event": "opened", "then": "nothing"}]}
    assert [(str(each.then), each.outcome) for each in changed(base, document)["on"]] == [
        ("nothing", None),
        ("hold", "x"),
    ]


def test_a_reaction_about_a_dropped_step_goes_with_it() -> None:
    """A reaction that can never fit any more is left out."""
    base = chase(Reaction("done", "hold", step="call"), Reaction("opened", "hold"))
    kept = changed(base, {"use": "chase", "drop": {"steps": ["call"]}})["on"]
    assert [each.event for each in kept] == ["opened"]


def test_a_reaction_that_goes_to_a_dropped_step_is_answered_otherwise() -> None:
    """Where a kept reaction goes to a step that is dropped, the document says what happens."""
    base = chase(Reaction("opened", "go to letter"))
    drop = {"use": "chase", "drop": {"steps": ["letter"]}}
    with pytest.raises(Exception, match="goes to `letter`, which is dropped"):
        changed(base, drop)
    own = [{"event": "opened", "then": "nothing"}]
    assert [str(each.then) for each in changed(base, {**drop, "on": own})["on"]] == ["nothing"]


def test_under_a_new_id_reactions_keep_the_words_of_the_built_in() -> None:
    """Templates are named by policy and event, so a new id keeps the old names."""
    base = chase(Reaction("opened", do=[do.email(), do.note()]))
    (kept,) = changed(base, {"use": "chase", "id": "mine"})["on"]
    assert [effect.template for effect in kept.do] == ["chase/on-opened", None]


def test_under_a_new_id_every_alternative_keeps_its_words() -> None:
    """An order of preference keeps the words of each of its effects."""
    step = Step("first", "1 day later", do.first_of(do.email(), do.sms("short"), do.letter()))
    base = Policy("chase", [step], ends="paid")
    (kept,) = changed(base, {"use": "chase", "id": "mine"})["steps"]
    assert [each.template for each in kept.do[0].alternatives] == [
        "chase/first",
        "short",
        "chase/first",
    ]
