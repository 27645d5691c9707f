"""The keys of a policy: the one table that reads, writes and describes them."""

from typing import Any, Final, cast

from ghostrules.conditions import FactType
from ghostrules.documents import (
    REQUIRED,
    Key,
    Keys,
    Schema,
    are_pairs,
    choices,
    fault,
    is_table,
    keyed,
    pairs_of,
    read_clock,
    read_id,
    read_text,
    texts_of,
    word_of,
    words_of,
)
from ghostrules.phrases import phrase
from ghostrules.policy._amounts import is_language, read_amount, read_duration, write_amount
from ghostrules.policy._labels import LABELS, read_labels, write_labels
from ghostrules.policy._reaction import Reaction
from ghostrules.policy._reactions import MOST_REACTIONS, read_reactions, write_reactions
from ghostrules.policy._step_keys import AMOUNT, CLOCK, ID, TEXT, one_of, write_clock
from ghostrules.policy._wording import DEFAULT_LANGUAGE, EVIDENCE
from ghostrules.policy._words import AfterAnswer, ClientDetail, OnResume
from ghostrules.timing import LANGUAGES, NO_LABELS, BusinessDays, Duration

Ends = tuple[tuple[str, str], ...]
Evidence = tuple[tuple[str, Duration], ...]

_PUNCTUAL: Final = Duration(15)
_NAMES: Final[Schema] = {"pattern": ID["pattern"]}
_ENDS: Final[Schema] = {
    "anyOf": [
        ID,
        {"type": "array", "items": ID},
        {"type": "object", "propertyNames": _NAMES, "additionalProperties": ID},
    ]
}
_FACTS: Final[Schema] = {
    "type": "object",
    "propertyNames": _NAMES,
    "additionalProperties": one_of(FactType),
}
_REQUIRES: Final[Schema] = {
    "anyOf": [one_of(ClientDetail), {"type": "array", "items": one_of(ClientDetail)}]
}
_EVIDENCE: Final[Schema] = {
    "type": "object",
    "propertyNames": _NAMES,
    "additionalProperties": AMOUNT,
}
_ON: Final[Schema] = {
    "type": "array",
    "maxItems": MOST_REACTIONS,
    "items": {"$ref": "#/$defs/reaction"},
}
_read_pairs = pairs_of(read_id)
_read_ids = texts_of(read_id)


def _read_ends(value: object, path: str) -> Ends:
    if is_table(value) or are_pairs(value):
        return cast("Ends", _read_pairs(value, path))
    return _named_alike(_read_ids(value, path))


def _named_alike(events: tuple[str, ...]) -> Ends:
    return tuple(sorted({(event, event) for event in events}))


def _write_ends(ends: Ends) -> object:
    if any(event != outcome for event, outcome in ends):
        return dict(ends)
    events = [event for event, _ in ends]
    return events[0] if len(events) == 1 else events


def _write_facts(facts: tuple[tuple[str, FactType], ...]) -> object:
    return {name: str(kind) for name, kind in facts}


def _write_words(words: tuple[ClientDetail, ...]) -> object:
    return [str(word) for word in words]


def _write_evidence(evidence: Evidence) -> object:
    return {source: write_amount(age) for source, age in evidence}


def _amount_key(name: str, about: str, default: Any = None) -> Key:  # noqa: ANN401 - any amount
    return Key(name, about, read_amount, AMOUNT, write=write_amount, default=default)


def _read_language(value: object, path: str) -> str:
    language = read_text(value, path)
    if is_language(language):
        return language
    raise fault(
        "GR005",
        phrase("timings cannot be read in this language"),
        path,
        value=language,
        expected=choices(LANGUAGES),
    )


def _read_on(value: object, path: str) -> tuple[Reaction, ...]:
    return read_reactions(value, path, POLICY_KEYS)


POLICY_KEYS: Final[Keys] = keyed(
    (
        Key("id", phrase("the name of the policy, in kebab-case"), read_id, ID, default=REQUIRED),
        Key("title", "a heading for people", read_text, TEXT),
        Key("about", "a sentence or two for people", read_text, TEXT),
        Key(
            "language",
            "the language of the timings and amounts",
            _read_language,
            TEXT,
            default=DEFAULT_LANGUAGE,
        ),
        Key(
            "labels",
            "what `start`, steps and facts are called: a table for each language",
            read_labels,
            LABELS,
            write=write_labels,
            default=NO_LABELS,
        ),
        Key("starts", "the event that opens a case", read_id, ID, default="started"),
        Key(
            "ends",
            "the events that end a case: one, a list, or a table from event to outcome",
            _read_ends,
            _ENDS,
            write=_write_ends,
            default=(),
        ),
        Key(
            "facts",
            "the facts of a case: a table from name to `date`, `money`, `number`, `text` "
            "or `boolean`",
            pairs_of(word_of(FactType)),
            _FACTS,
            write=_write_facts,
            default=(),
        ),
        Key(
            "requires",
            "the details of the client without which no case starts",
            words_of(ClientDetail),
            _REQUIRES,
            write=_write_words,
            default=(),
        ),
        Key(
            "at",
            "the client's local time at which dates become moments; without it, the opening",
            read_clock,
            CLOCK,
            write=write_clock,
        ),
        Key(
            "business_days",
            "whose business days count: `client`, `sender`, `both`, or a third calendar",
            read_id,
            ID,
            default="client",
        ),
        _amount_key("min_gap", "the least time between two contacts", BusinessDays(1)),
        _amount_key("patience", "how late a step may be", BusinessDays(1)),
        Key(
            "punctual",
            "how late a tick may be and still count as on time",
            read_duration,
            AMOUNT,
            write=write_amount,
            default=_PUNCTUAL,
        ),
        Key(
            "on_resume",
            "what becomes of the ladder when a hold ends",
            word_of(OnResume),
            one_of(OnResume),
            write=str,
            default=OnResume.SHIFT,
        ),
        Key(
            "after_answer",
            "how our answer gives the turn back; without it, `restart`, and `continue` once a "
            "late stage is reached",
            word_of(AfterAnswer),
            one_of(AfterAnswer),
            write=str,
        ),
        _amount_key(
            "respond_within",
            "how soon we answer a client, in the sender's time; later we are reminded, once",
        ),
        _amount_key("promise_grace", "how long after a promised day the ladder still waits"),
        _amount_key(
            "post_arrives", "how long a letter takes where nobody reports it", BusinessDays(3)
        ),
        Key(
            EVIDENCE,
            "how recently each source of answers must have been read: a table from source to "
            "hours or minutes",
            pairs_of(read_duration),
            _EVIDENCE,
            write=_write_evidence,
            default=(),
        ),
        Key(
            "on",
            "what events do: reactions, of which the first that fits counts",
            _read_on,
            _ON,
            write=write_reactions,
            default=(),
        ),
    )
)
