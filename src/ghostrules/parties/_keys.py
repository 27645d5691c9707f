"""The keys of a party: the one table that reads, writes and describes them."""

from collections.abc import Callable
from typing import Any, Final

from ghostrules.documents import (
    REQUIRED,
    Key,
    Keys,
    as_list,
    as_table,
    fault,
    gather,
    is_table,
    keyed,
    read_id,
    read_text,
    read_truth,
    suggestion,
    under,
    word_of,
)
from ghostrules.effects import KINDS
from ghostrules.events import to_document
from ghostrules.parties._contact import Contact, read_contact, write_contact
from ghostrules.parties._place import (
    DEFAULT_HOURS,
    read_hours,
    read_language,
    read_quiet,
    read_territory,
    read_timezone,
    read_vacation,
    write_span,
)
from ghostrules.parties._words import Register
from ghostrules.phrases import phrase

_TEXT: Final = {"type": "string", "minLength": 1}
_TEXTS: Final = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_TABLE: Final = {"type": "object"}
_TRUTH: Final = {"type": "boolean"}
_TYPO: Final = 0.75


def _read_contacts(value: object, path: str) -> tuple[Contact, ...]:
    if is_table(value):
        return tuple(gather(_contact(*item, path) for item in as_table(value, path).items()))
    contacts = [item for item in as_list(value, path) if isinstance(item, Contact)]
    if len(contacts) < len(as_list(value, path)):
        raise fault(
            "GR004",
            phrase("a table is needed"),
            path,
            expected=phrase("a table from role to contact"),
        )
    return _by_role(contacts, path)


def _contact(role: str, value: object, path: str) -> Callable[[], Contact]:
    place = under(path, role)
    return lambda: read_contact(role, as_table(value, place), place)


def _by_role(contacts: list[Contact], path: str) -> tuple[Contact, ...]:
    roles = [contact.role for contact in contacts]
    for role in roles:
        if roles.count(role) > 1:
            raise fault(
                "GR004",
                phrase("two contacts have the role `{role}`", role=role),
                path,
                expected=phrase("one"),
            )
    return tuple(contacts)


def _write_contacts(contacts: tuple[Contact, ...]) -> dict[str, Any]:
    return {contact.role: write_contact(contact) for contact in contacts}


def _read_never(value: object, path: str) -> frozenset[str]:
    def one(item: object, place: str) -> Callable[[], str]:
        return lambda: _read_kind(item, place)

    items = [value] if isinstance(value, str) else as_list(value, path)
    return frozenset(gather(one(item, f"{path}[{i}]") for i, item in enumerate(items)))


def _read_kind(value: object, path: str) -> str:
    name = read_text(value, path)
    meant = None if name in KINDS else suggestion(name, KINDS, alike=_TYPO)
    if meant is None:
        return name
    raise fault(
        "GR005", phrase("`{name}` is no kind of effect", name=name), path, value=name, help=meant
    )


PARTY_KEYS: Final[Keys] = keyed(
    (
        Key("id", phrase("the name of the party, in kebab-case"), read_id, _TEXT, default=REQUIRED),
        Key("name", "what people call it", read_text, _TEXT),
        Key(
            "territory",
            phrase("the country, or a part of one: `NL`, `DE-BY`"),
            read_territory,
            _TEXT,
            default=REQUIRED,
        ),
        Key("timezone", "the time zone; without it, that of the territory", read_timezone, _TEXT),
        Key(
            "language",
            "the language it reads: `nl`, or `en_GB`; without it, that of the territory",
            read_language,
            _TEXT,
        ),
        Key(
            "register",
            "how it is spoken to: `formal` or `informal`",
            word_of(Register),
            {"enum": [str(word) for word in Register]},
            write=str,
            default=Register.FORMAL,
        ),
        Key(
            "hours",
            "the hours in which it can be reached",
            read_hours,
            _TEXT,
            default=DEFAULT_HOURS,
        ),
        Key(
            "quiet",
            "days without contact that stay business days: `24 dec`",
            read_quiet,
            _TEXTS,
            write=list,
            default=(),
        ),
        Key(
            "vacation",
            "spans of dates on which it is closed: `2026-07-20..2026-08-07`",
            read_vacation,
            _TEXTS,
            write=lambda spans: [write_span(span) for span in spans],
            default=(),
        ),
        Key(
            "never",
            "kinds of effects that it never gets: `call`",
            _read_never,
            _TEXTS,
            write=sorted,
            default=frozenset[str](),
        ),
        Key(
            "do_not_contact",
            "whether nothing at all reaches it",
            read_truth,
            _TRUTH,
            default=False,
        ),
        Key(
            "contacts",
            "whom to reach: a table from role to `email`, `phone`, `handle`, `address`, `fax`",
            _read_contacts,
            _TABLE,
            write=_write_contacts,
            default=(),
        ),
        Key(
            "events",
            "what happened to the person: away, held, or an event of your policies",
            as_list,
            {"type": "array", "items": _TABLE},
            write=lambda events: [to_document(event) for event in events],
            default=(),
        ),
    )
)
