"""What is written reads back, and the three forms of a policy are one (L24, L25)."""

import json
import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import do
from ghostrules.policy import (
    Policy,
    Step,
    built_in,
    built_in_names,
    dumps,
    from_document,
    loads,
    to_document,
)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_toml_reads_back(data: st.DataObject, policies: st.SearchStrategy[Policy]) -> None:
    """L25: a policy written as TOML reads back equal, headings included."""
    policy = data.draw(policies)
    read = loads(dumps(policy))
    assert (read, read.title, read.about) == (policy, policy.title, policy.about)


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_json_reads_back(data: st.DataObject, policies: st.SearchStrategy[Policy]) -> None:
    """L25: a policy written as JSON reads back equal, step by step."""
    policy = data.draw(policies)
    assert loads(dumps(policy, "json"), "json").steps == policy.steps


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_toml_and_json_hold_the_same(
    data: st.DataObject, policies: st.SearchStrategy[Policy]
) -> None:
    """L25: the two texts parse to the same mapping, which is that of `to_document`."""
    policy = data.draw(policies)
    document = to_document(policy)
    assert tomllib.loads(dumps(policy)) == document
    assert json.loads(dumps(policy, "json")) == document


def test_python_toml_and_json_are_equal() -> None:
    """L25: the same policy in Python, in TOML and in JSON is one value with one fingerprint."""
    python = Policy(
        id="follow-up",
        starts="message-sent",
        ends={"client-replied": "answered"},
        facts={"due": "date"},
        steps=[
            Step(
                "letter",
                "30 days after due",
                [do.email("late/letter", to="billing", cc="owner", attach=["invoice"]), do.call()],
                at="09:30",
                answer_within="5 business days",
            ),
        ],
    )
    toml = """
        id = "follow-up"
        starts = "message-sent"
        ends = { client-replied = "answered" }
        facts = { due = "date" }
        [[step]]
        id = "letter"
        when = "30 days after due"
        at = 09:30:00
        answer_within = "5 working days"
        do = [
      { email = { template = "late/letter", to = "billing", cc = "owner", attach = "invoice" } },
          "call",
        ]
    """
    mapping = {
        "id": "follow-up",
        "starts": "message-sent",
        "ends": {"client-replied": "answered"},
        "facts": {"due": "date"},
        "steps": [
            {
                "id": "letter",
                "when": "due+30d",
                "do": [
                    {
                        "email": {
                            "template": "late/letter",
                            "to": "billing",
                            "cc": "owner",
                            "attach": ["invoice"],
                        }
                    },
                    {"call": {}},
                ],
                "at": "9:30",
                "answer_within": "5bd",
            }
        ],
    }
    assert loads(toml) == python
    assert loads(json.dumps(mapping), "json") == python
    assert from_document(mapping) == python
    assert len({python, loads(toml), from_document(mapping)}) == 1


def test_every_built_in_reads_back() -> None:
    """The built-in policies survive writing and reading in both formats."""
    for policy in map(built_in, built_in_names()):
        assert loads(dumps(policy)) == policy
        assert loads(dumps(policy, "json"), "json") == policy


def test_short_lines_are_steps_with_ordinal_ids() -> None:
    """A line is a timing, a colon and effects; its id is its place in the row."""
    policy = loads(
        'id = "chase"\nends = "paid"\n'
        'steps = ["4 to 7 days after start: email", "at 09:30 1 week later: email, call"]'
    )
    assert to_document(policy)["step"] == [
        {"id": "first", "when": "between 4 and 7 calendar days after start", "do": "email"},
        {"id": "second", "when": "at 09:30 1 week later", "do": ["email", "call"]},
    ]


def test_ids_run_on_to_the_two_hundredth() -> None:
    """Two hundred short lines have two hundred different ids, each of them a proper one."""
    policy = Policy("chase", ["1 day later: email"] * 200)
    assert len({step.id for step in policy.steps}) == 200
    assert (policy.steps[-1].id, policy.steps[112].id) == ("two-hundredth", "hundred-thirteenth")
