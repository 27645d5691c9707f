"""The JSON Schema of a policy document, made of the tables that read it."""

from typing import Any

from ghostrules.documents import REQUIRED, Keys
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._reaction_keys import REACTION_KEYS
from ghostrules.policy._step_keys import STEP_KEYS, TEXT, described, effect_schemas
from ghostrules.policy._steps import MOST_STEPS


def json_schema() -> dict[str, Any]:
    """Describe policy documents in JSON Schema (2020-12), for editors and other programs.

    >>> json_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ghostrules policy",
        "description": "Rules for a client who goes silent.",
        "type": "object",
        "properties": {**_properties(POLICY_KEYS), **_steps(), **_use()},
        "additionalProperties": False,
        "oneOf": [_own("step"), _own("steps"), {"required": ["use"], "not": _with_steps()}],
        "dependentRequired": {"change": ["use"], "drop": ["use"]},
        "$defs": {
            "step": _step(),
            "change": _change(),
            "reaction": _reaction(),
            **effect_schemas(),
        },
    }


def _properties(keys: Keys) -> dict[str, Any]:
    return {key.name: described(key) for key in keys.values()}


def _step() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": _properties(STEP_KEYS),
        "required": [key.name for key in STEP_KEYS.values() if key.default is REQUIRED],
        "additionalProperties": False,
    }


def _reaction() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": _properties(REACTION_KEYS),
        "required": ["event"],
        "anyOf": [{"required": ["then"]}, {"required": ["do"]}],
        "additionalProperties": False,
    }


def _change() -> dict[str, Any]:
    properties = {name: key for name, key in _properties(STEP_KEYS).items() if name != "id"}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _steps() -> dict[str, Any]:
    table = {"$ref": "#/$defs/step"}
    line = {**TEXT, "description": "a line such as `24 hours later: email`"}
    many = {"type": "array", "minItems": 1, "maxItems": MOST_STEPS}
    about = "the steps, in the order in which they happen"
    items = {"anyOf": [line, table]}
    return {name: {"description": about, **many, "items": items} for name in ("step", "steps")}


def _use() -> dict[str, Any]:
    change = {"type": "object", "additionalProperties": {"$ref": "#/$defs/change"}}
    names = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
    drop = {"type": "object", "properties": {"steps": names}, "additionalProperties": False}
    return {
        "use": {"description": "the built-in policy to begin from", **TEXT},
        "change": {"description": "keys of its steps to change, a table for each step", **change},
        "drop": {"description": "the steps to leave out", **drop},
    }


def _own(steps: str) -> dict[str, Any]:
    return {"required": ["id", steps], "not": {"required": ["use"]}}


def _with_steps() -> dict[str, Any]:
    return {"anyOf": [{"required": ["step"]}, {"required": ["steps"]}]}
