"""What a message says besides what the machine knows: fields, register, words, and parties."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Final

from attrs import frozen
from cyclopts import Parameter

from ghostrules.cli._parties import Parties
from ghostrules.cli._party_files import read_client, read_sender
from ghostrules.cli._wrong import Wrong, lowered, unknown
from ghostrules.errors import EventError
from ghostrules.messages import (
    FIELDS,
    Correspondence,
    FieldType,
    FieldValue,
    Source,
    Words,
    load_words,
)
from ghostrules.money import Money
from ghostrules.parties import Register
from ghostrules.policy import Policy

WordsOption = Annotated[
    str | None, Parameter(help="A file with words of your own, or a folder of them.")
]


@frozen(kw_only=True)
class Telling:
    """The options about the words of messages."""

    field: Annotated[
        tuple[str, ...],
        Parameter(
            help='What fills a field, as in project="The website".',
            negative="",
            show_default=False,
        ),
    ] = ()
    register: Annotated[
        str | None, Parameter(help="How the client is spoken to: formal or informal.")
    ] = None
    words: WordsOption = None


NOTHING_TOLD: Final = Telling()
GivenTelling = Annotated[Telling, Parameter(name="*")]
_EXAMPLES: Final = {
    FieldType.DATE: "2026-02-28",
    FieldType.MONEY: "1250.00 EUR",
    FieldType.NUMBER: "3",
    FieldType.TEXT: "some text",
}


def read_telling(telling: Telling, parties: Parties, policy: Policy) -> Correspondence:
    """Read what the options say about the words of messages."""
    words = read_words(telling.words)
    if telling.register not in (None, *Register):
        raise unknown(str(telling.register), "register", [each.value for each in Register])
    return Correspondence(
        client=None if parties.clients is None else read_client(parties.clients, parties.client),
        sender=None if parties.me is None else read_sender(parties.me),
        known=_read_fields(telling.field, _types(words, policy)),
        words=words,
        register=telling.register,
    )


def read_words(named: str | None) -> Words:
    """Read words of one's own from a file or a folder."""
    if named is None:
        return Words()
    try:
        return Words(load_words(Path(named)))
    except OSError as error:
        raise Wrong(f"the words `{named}` cannot be read: {lowered(error.strerror)}") from error


def _types(words: Words, policy: Policy) -> dict[str, FieldType]:
    """A fact of the policy is given as `--fact`, and what the machine knows not at all."""
    facts = dict(policy.facts)
    said = {
        field.name: field.type for field in FIELDS.values() if field.source is not Source.MACHINE
    }
    own = {name: type_ for one in words.own for name, type_ in one.fields.items()}
    return {name: type_ for name, type_ in {**said, **own}.items() if name not in facts}


def _read_fields(given: Iterable[str], types: dict[str, FieldType]) -> dict[str, FieldValue]:
    fields: dict[str, FieldValue] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise Wrong(
                f"`--field` is `{text}`, expected a name and a value as in `invoice=2026-7`"
            )
        if name not in types:
            raise unknown(name, "field that can be filled here", types)
        if name in fields:
            raise Wrong(f"the field `{name}` is given twice", "give it once")
        fields[name] = _read(name, value.strip(), types[name])
    return fields


def _read(name: str, text: str, type_: FieldType) -> FieldValue:
    try:
        return _value(text, type_)
    except (ValueError, InvalidOperation, EventError):
        raise Wrong(
            f"the field `{name}` is `{text}`, which is no {type_}",
            f'write it as in `--field {name}="{_EXAMPLES[type_]}"`',
        ) from None


def _value(text: str, type_: FieldType) -> FieldValue:
    match type_:
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.MONEY:
            return Money.parse(text)
        case FieldType.NUMBER:
            return Decimal(text)
        case _:
            return text
