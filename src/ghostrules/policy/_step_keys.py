"""The keys of a step: the one table that reads, writes and describes them."""

from enum import StrEnum
from typing import Any, Final

from ghostrules.calendars import Roll
from ghostrules.documents import (
    REQUIRED,
    Key,
    Keys,
    Schema,
    fault,
    keyed,
    read_clock,
    read_id,
    read_text,
    read_truth,
    word_of,
)
from ghostrules.effects import KINDS
from ghostrules.phrases import phrase
from ghostrules.policy._amounts import read_amount, write_amount
from ghostrules.policy._conditions import read_condition, write_condition
from ghostrules.policy._effects import (
    CUSTOM_KEYS,
    EFFECT_KEYS,
    MOST_EFFECTS,
    read_effects,
    write_effects,
)
from ghostrules.policy._words import IfLate, Prefer
from ghostrules.timing import MOST_LETTERS, When

TEXT: Final[Schema] = {"type": "string", "minLength": 1}
ID: Final[Schema] = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$",
    "maxLength": MOST_LETTERS,
}
AMOUNT: Final[Schema] = {"type": "string", "minLength": 1, "examples": ["48 hours"]}
CLOCK: Final[Schema] = {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}
TRUTH: Final[Schema] = {"type": "boolean"}

NO_ANSWER: Final = "no answer"
DELIVERY: Final = "delivery"


def one_of(words: type[StrEnum]) -> Schema:
    """Describe one of some words."""
    return {"enum": [word.value for word in words]}


def write_clock(at: Any) -> object:  # noqa: ANN401 - None where no time is named
    """Write a time of day."""
    return f"{at:%H:%M}"


def _read_when(value: object, path: str) -> str | When:
    if isinstance(value, When):
        return value
    if isinstance(value, str):
        return read_text(value, path)
    expected = phrase("a text such as `24 hours after reminder`")
    raise fault("GR004", phrase("`when` is a text"), path, value=value, expected=expected)


def _effect_table(keys: Keys) -> Schema:
    return {
        "type": "object",
        "properties": {key.name: described(key) for key in keys.values()},
        "required": [key.name for key in keys.values() if key.default is REQUIRED],
    }


def described(key: Key) -> Schema:
    """Describe a key with the sentence that says what it means."""
    return {"description": key.about, **key.schema}


# What a step does, as `effect_schemas` describes it once for all places.
EFFECTS: Final[Schema] = {"$ref": "#/$defs/effects"}
_EFFECT: Final[Schema] = {"$ref": "#/$defs/effect"}


def effect_schemas() -> dict[str, Schema]:
    """Describe one effect, and all the ways in which a document writes what a step does."""
    several = {"type": "array", "minItems": 1, "maxItems": MOST_EFFECTS}
    preference = {
        "description": "the first of these that can be done",
        "type": "object",
        "properties": {"first_of": {**several, "items": _EFFECT}},
        "required": ["first_of"],
        "additionalProperties": False,
    }
    one = [_EFFECT, preference]
    return {
        "effect": {"anyOf": [{"enum": list(KINDS)}, _effect_schema()]},
        "effects": {"anyOf": [*one, {**several, "items": {"anyOf": one}}]},
    }


def _effect_schema() -> Schema:
    long = {name: {**_effect_table(EFFECT_KEYS), "additionalProperties": False} for name in KINDS}
    details = {"type": ["string", "integer", "boolean"]}
    long["custom"] = {**_effect_table(CUSTOM_KEYS), "additionalProperties": details}
    return {
        "type": "object",
        "properties": long,
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


STEP_KEYS: Final[Keys] = keyed(
    (
        Key("id", phrase("the name of the step, in kebab-case"), read_id, ID, default=REQUIRED),
        Key(
            "when",
            phrase("when it happens, in words of the policy's language or in symbols"),
            _read_when,
            TEXT,
            default=REQUIRED,
        ),
        Key(
            "do",
            phrase("what it does: an effect, or a list of them"),
            read_effects,
            EFFECTS,
            write=write_effects,
            default=REQUIRED,
        ),
        Key(
            "only_if",
            "it is left out unless this condition holds when it is due",
            read_condition,
            TEXT,
            write=write_condition,
        ),
        Key(
            "unless",
            "it is left out if this condition holds when it is due",
            read_condition,
            TEXT,
            write=write_condition,
        ),
        Key(
            "confirm",
            "it is a draft, and happens once a person confirms it",
            read_truth,
            TRUTH,
            default=False,
        ),
        Key(
            "at",
            "the client's local time at which a date becomes a moment",
            read_clock,
            CLOCK,
            write=write_clock,
        ),
        Key(
            "roll",
            "where a date goes on which it cannot happen; without it, forward timings go on "
            "and backward ones go back",
            word_of(Roll),
            one_of(Roll),
            write=str,
        ),
        Key(
            "strict",
            "take the end of the window itself if no admissible moment lies in it",
            read_truth,
            TRUTH,
            default=False,
        ),
        Key(
            "prefer",
            "which moment of a window to take",
            word_of(Prefer),
            one_of(Prefer),
            write=str,
            default=Prefer.EARLIEST,
        ),
        Key(
            "answer_within",
            "the response window that its message grants",
            read_amount,
            AMOUNT,
            write=write_amount,
        ),
        Key(
            "counts_from",
            "what its notice and its window count from: `delivery`, or one of its effects, whose "
            "delivery is meant; without it, from when it happened",
            read_text,
            TEXT,
        ),
        Key(
            "overdue_after",
            "how long a person has to report it before we are reminded; without it, one business "
            "day of the sender",
            read_amount,
            AMOUNT,
            write=write_amount,
        ),
        Key(
            "if_unreported",
            "the result that is assumed when nobody reports it, or `wait`",
            read_text,
            TEXT,
            default=NO_ANSWER,
        ),
        Key(
            "if_late",
            "what becomes of it when it is later than its patience; without it, `send`, "
            "and `merge` for several occurrences",
            word_of(IfLate),
            one_of(IfLate),
            write=str,
        ),
        Key(
            "patience",
            "how late it may be; without it, that of the policy",
            read_amount,
            AMOUNT,
            write=write_amount,
        ),
        Key(
            "min_gap",
            "the least time since the last contact; without it, that of the policy",
            read_amount,
            AMOUNT,
            write=write_amount,
        ),
        Key(
            "business_days",
            "whose business days count: `client`, `sender`, `both`, or a third calendar; "
            "without it, those of the policy",
            read_id,
            ID,
        ),
        Key("outcome", "how the case ends with this step", read_id, ID),
    )
)
