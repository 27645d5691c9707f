"""Parties: who the client is and who we are, as values and as documents.

A `Party` says where somebody is, when and how they can be reached, and what happened to them.
Its calendar is made on demand; the two parties of a case give the two calendars of `compile`.
One table of keys reads, writes and describes the documents; whether a territory or a time zone
exists is asked of the calendars. Events that concern a person (away, insolvent) stand with the
person, and `with_person` puts them among the events of each of the person's cases.
"""

from ghostrules.parties._contact import CONTACT_KEYS, Contact
from ghostrules.parties._documents import (
    from_document,
    load_parties,
    load_party,
    loads_parties,
    loads_party,
    to_document,
)
from ghostrules.parties._events import PersonEvent
from ghostrules.parties._keys import PARTY_KEYS
from ghostrules.parties._party import Party
from ghostrules.parties._person import with_person
from ghostrules.parties._words import Register

__all__ = [
    "CONTACT_KEYS",
    "PARTY_KEYS",
    "Contact",
    "Party",
    "PersonEvent",
    "Register",
    "from_document",
    "load_parties",
    "load_party",
    "loads_parties",
    "loads_party",
    "to_document",
    "with_person",
]
