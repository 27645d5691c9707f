"""The JSON Schema and the reference page say what the reader does."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.policy import Policy, built_in_names, built_in_text, json_schema, to_document

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    """Give a validator of policy documents."""
    return jsonschema.Draft202012Validator(json_schema())


def test_the_published_schema_is_that_of_the_code() -> None:
    """The file that editors use equals what the tables of keys say."""
    published = json.loads((REFERENCE / "policy.schema.json").read_text("utf-8"))
    assert published == json_schema()


def test_the_schema_is_a_schema() -> None:
    """The schema is valid JSON Schema of 2020-12."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("name", built_in_names())
def test_built_ins_are_valid(schema: jsonschema.Draft202012Validator, name: str) -> None:
    """The schema accepts every built-in policy as it is written."""
    assert list(schema.iter_errors(tomllib.loads(built_in_text(name)))) == []


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_whatever_is_written_is_valid(
    data: st.DataObject,
    policies: st.SearchStrategy[Policy],
    schema: jsonschema.Draft202012Validator,
) -> None:
    """The schema accepts every document that the library writes."""
    assert list(schema.iter_errors(to_document(data.draw(policies)))) == []


STEP = {"id": "a", "when": "1 day later", "do": "email"}


@pytest.mark.parametrize(
    "document",
    [
        {"id": "chase", "steps": ["1 day later: email"]},
        {"id": "chase", "ends": ["paid", "cancelled"], "step": [STEP]},
        {"use": "late-content", "change": {"pause": {"at": "9:30"}}, "drop": {"steps": ["call"]}},
        {"id": "mine", "use": "late-content", "requires": "phone"},
        {"id": "chase", "step": [{**STEP, "do": ["call", {"custom": {"name": "x", "n": 3}}]}]},
        {"id": "chase", "step": [{**STEP, "do": {"first_of": ["email", {"sms": {"to": "x"}}]}}]},
        {"id": "chase", "step": [{**STEP, "do": ["note", {"first_of": ["email", "sms"]}]}]},
        {"id": "chase", "step": [STEP], "on": [{"event": "opened", "then": "hold"}]},
        {"use": "late-content", "on": [{"event": "opened", "step": "call", "do": ["note"]}]},
        {"id": "chase", "step": [STEP], "evidence": {"inbox": "1 hour"}, "on_resume": "keep"},
    ],
)
def test_good_documents_are_valid(
    schema: jsonschema.Draft202012Validator, document: dict[str, Any]
) -> None:
    """The short forms are documents too."""
    assert list(schema.iter_errors(document)) == []


@pytest.mark.parametrize(
    "document",
    [
        {"steps": ["1 day later: email"]},
        {"id": "chase"},
        {"id": "chase", "step": [STEP], "steps": ["1 day later: email"]},
        {"id": "chase", "step": [STEP], "colour": "red"},
        {"id": "chase", "step": [{**STEP, "colour": "red"}]},
        {"id": "chase", "step": [{**STEP, "ends": "paid"}]},
        {"id": "chase", "step": [{**STEP, "do": "emial"}]},
        {"id": "chase", "step": [{**STEP, "do": {"email": {"too": "x"}}}]},
        {"id": "chase", "step": [{**STEP, "do": []}]},
        {"id": "chase", "step": [{**STEP, "id": "reminder-24h"}]},
        {"id": "chase", "step": [{**STEP, "at": "25:00"}]},
        {"id": "chase", "step": [{**STEP, "roll": "forward"}]},
        {"id": "chase", "step": [STEP] * 201},
        {"id": "chase", "step": [{**STEP, "do": {"first_of": []}}]},
        {"id": "chase", "step": [{**STEP, "do": {"first_of": ["email"], "sms": {}}}]},
        {"id": "chase", "step": [{**STEP, "confirm": "yes"}]},
        {"id": "chase", "step": [STEP], "on": [{"event": "opened"}]},
        {"id": "chase", "step": [STEP], "on": [{"then": "hold"}]},
        {"id": "chase", "step": [STEP], "on": [{"event": "opened", "do": "note", "when": "x"}]},
        {"id": "chase", "step": [STEP], "on": {"event": "opened", "then": "hold"}},
        {"id": "chase", "step": [STEP], "after_answer": "sometimes"},
        {"id": "chase", "step": [STEP], "drop": {"steps": ["a"]}},
        {"use": "late-content", "steps": ["1 day later: email"]},
        {"use": "late-content", "change": {"pause": {"id": "x"}}},
        {"use": "late-content", "drop": ["call"]},
    ],
)
def test_bad_documents_are_not_valid(
    schema: jsonschema.Draft202012Validator, document: dict[str, Any]
) -> None:
    """Unknown keys, unknown words and forms that cannot be combined are refused."""
    assert not schema.is_valid(document)


def _tables() -> dict[str, dict[str, Any]]:
    schema = json_schema()
    effect = schema["$defs"]["effect"]["anyOf"][1]["properties"]
    return {
        "policy": schema["properties"],
        "step": schema["$defs"]["step"]["properties"],
        "reaction": schema["$defs"]["reaction"]["properties"],
        "effect": effect["email"]["properties"],
        "custom": effect["custom"]["properties"],
    }


@pytest.mark.parametrize("table", ["policy", "step", "reaction", "effect", "custom"])
def test_the_reference_page_explains_every_key(table: str) -> None:
    """Each key of each table has a row on the page, with the sentence of the schema."""
    page = (REFERENCE / "policy.md").read_text("utf-8")
    rows = [f"| `{name}` | {key['description']} |" for name, key in _tables()[table].items()]
    assert [row for row in rows if row not in page] == []
