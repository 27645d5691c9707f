"""The closed list of what a template can name, with the type of each and where it comes from."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import frozen

from ghostrules.conditions import FactType
from ghostrules.money import Money
from ghostrules.policy import Policy

FieldValue = str | int | Decimal | Money | date | datetime


class FieldType(StrEnum):
    """What fills a field.

    >>> FieldType("money").value
    'money'

    `limit` is the last moment at which something is still in time: an instant, or a whole day.
    """

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    INSTANT = "instant"
    LIMIT = "limit"


class Source(StrEnum):
    """Who says what fills a field.

    >>> Source.MACHINE.value
    'machine'

    `machine`: the state of the case, and nobody can say otherwise. `parties`: their documents.
    `case`: whoever writes, or a fact of the policy that has the same name.
    """

    MACHINE = "machine"
    PARTIES = "parties"
    CASE = "case"


@frozen
class Field:
    """What a template can name.

    >>> FIELDS["balance"].type.value, FIELDS["deadline"].source.value
    ('money', 'machine')
    """

    name: str
    type: FieldType
    source: Source
    about: str


def _of(type_: FieldType, source: Source, **about: str) -> list[Field]:
    return [Field(name.replace("_", "-"), type_, source, said) for name, said in about.items()]


_CLIENT_DETAILS: Final = {
    "client_phone": "the client's phone number",
    "client_email": "the client's e-mail address",
    "client_handle": "the client's name where direct messages are sent",
}

FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        field.name: field
        for field in (
            *_of(
                FieldType.TEXT,
                Source.PARTIES,
                client="what the client is called",
                contact="the person whom the channel reaches, as greeted; without one the client",
                sender="our own name, as signed",
                phone="our phone number",
                email="our e-mail address",
                court="where a claim is brought; without one it is named by the client's country",
                **_CLIENT_DETAILS,
            ),
            *_of(
                FieldType.TEXT,
                Source.CASE,
                project="the name of the project",
                awaited="what the client owes: a short phrase",
                agreed="what offer or contract say about it: a sentence",
                timeline="the new dates",
                invoice="the number of the invoice",
                how_to_pay="account and reference",
            ),
            *_of(
                FieldType.MONEY,
                Source.CASE,
                balance="what is still open",
                late_fee="what paying late costs",
                restart_fee="what taking the work up again costs",
            ),
            *_of(FieldType.DATE, Source.CASE, due="when it was due"),
            *_of(
                FieldType.DATE,
                Source.MACHINE,
                start="when the case began: the message without an answer, or our own answer",
                today="the date of this message",
                ends="when the case ends if nobody answers",
            ),
            *_of(
                FieldType.LIMIT,
                Source.MACHINE,
                deadline="until when the client can answer or pay, which the machine waits for",
            ),
            *_of(
                FieldType.INSTANT,
                Source.MACHINE,
                asked="when we were asked to do the step",
                replied="when the client wrote",
            ),
            *_of(
                FieldType.NUMBER,
                Source.MACHINE,
                days_overdue="how many days ago it was due",
            ),
            *_of(
                FieldType.TEXT,
                Source.MACHINE,
                step="the step, by its id",
                reason="why the case is on hold",
            ),
        )
    }
)

_OF_FACTS: Final = {
    FactType.TEXT: FieldType.TEXT,
    FactType.NUMBER: FieldType.NUMBER,
    FactType.MONEY: FieldType.MONEY,
    FactType.DATE: FieldType.DATE,
}


def fact_fields(policy: Policy) -> dict[str, FieldType]:
    """Give the facts of a policy that a template can name; yes and no are none of them."""
    return {name: _OF_FACTS[type_] for name, type_ in policy.facts if type_ in _OF_FACTS}


def is_of(value: object, type_: FieldType) -> bool:
    """Tell whether a value has the type of a field; exactly, so that no object is reached into."""
    match type_:
        case FieldType.TEXT:
            return type(value) is str
        case FieldType.NUMBER:
            return type(value) in (int, Decimal)
        case FieldType.MONEY:
            return type(value) is Money
        case FieldType.DATE:
            return type(value) is date
        case FieldType.INSTANT:
            return isinstance(value, datetime) and value.tzinfo is not None
        case FieldType.LIMIT:
            return isinstance(value, date)
