"""A contact: one person or desk of a party, and how to reach it."""

import re
from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from ghostrules.documents import (
    REQUIRED,
    Faulty,
    Key,
    Keys,
    Reader,
    fault,
    gather,
    keyed,
    read_keys,
    read_text,
    settle,
    unknown_keys,
    without,
    write_keys,
)
from ghostrules.errors import PartyError
from ghostrules.phrases import Phrase, phrase

_TEXT: Final = {"type": "string", "minLength": 1}
_EMAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_DIGITS: Final = 3


def _read_email(value: object, path: str) -> str:
    email = read_text(value, path).strip()
    if _EMAIL.fullmatch(email):
        return email
    raise _unusable(
        phrase("no address of an email"),
        value,
        path,
        phrase("an address such as `mia@acme.example`"),
    )


def _numbered(message: Phrase) -> Reader:
    def read(value: object, path: str) -> str:
        number = read_text(value, path).strip()
        if sum(letter.isdigit() for letter in number) >= _DIGITS:
            return number
        raise _unusable(message, value, path, phrase("a number such as `+31 20 123 4567`"))

    return read


def _unusable(message: Phrase, value: object, path: str, expected: Phrase) -> Faulty:
    return fault("GR304", message, path, value=value, expected=expected)


CONTACT_KEYS: Final[Keys] = keyed(
    (
        Key(
            "role", phrase("what it is for, such as `billing`"), read_text, _TEXT, default=REQUIRED
        ),
        Key("name", "the person to greet", read_text, _TEXT),
        Key("email", "the address of the email", _read_email, _TEXT),
        Key(
            "phone",
            "the number for calls and text messages",
            _numbered(phrase("no phone number")),
            _TEXT,
        ),
        Key("handle", "the name on the platform of direct messages", read_text, _TEXT),
        Key("address", "the postal address", read_text, _TEXT),
        Key("fax", "the number of the fax", _numbered(phrase("no fax number")), _TEXT),
    )
)
DETAILS: Final = tuple(name for name in CONTACT_KEYS if name not in ("role", "name"))


@frozen(init=False)
class Contact:
    """One person or desk of a party, by role, and the channels that reach it.

    >>> Contact("billing", email="billing@acme.example").details
    frozenset({'email'})

    `name` is the person to greet, none for a desk; each detail is text or None. Raises
    `PartyError` for what cannot be such a detail.
    """

    role: str
    name: str | None
    email: str | None
    phone: str | None
    handle: str | None
    address: str | None
    fax: str | None

    def __init__(
        self,
        role: str,
        *,
        name: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        handle: str | None = None,
        address: str | None = None,
        fax: str | None = None,
    ) -> None:
        settle(self, _read, locals(), PartyError)

    @property
    def details(self) -> frozenset[str]:
        """The details that are known.

        >>> sorted(Contact("studio", phone="+31 20 123 4567", handle="@acme").details)
        ['handle', 'phone']
        """
        return frozenset(name for name in DETAILS if getattr(self, name) is not None)


def _read(said: Mapping[str, object]) -> dict[str, Any]:
    return read_keys(CONTACT_KEYS, {name: said[name] for name in CONTACT_KEYS if name in said}, "")


def read_contact(role: str, table: Mapping[str, object], path: str) -> Contact:
    """Read the table of a contact, which stands under its role."""

    def strangers() -> dict[str, Any]:
        strange = unknown_keys(table, ("name", *DETAILS), path)
        if strange:
            raise Faulty(*strange)
        return {}

    def values() -> dict[str, Any]:
        return read_keys(CONTACT_KEYS, {**without(table, ("role",)), "role": role}, path)

    _, read = gather((strangers, values))
    return Contact(**read)


def write_contact(contact: Contact) -> dict[str, Any]:
    """Write the details that are known."""
    return dict(without(write_keys(CONTACT_KEYS, contact), ("role",)))
