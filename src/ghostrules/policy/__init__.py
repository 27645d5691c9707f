"""Policies as values and as documents.

Two tables of keys, one for a policy and one for its steps, say how each key is read, written and
described. `Policy(...)` and `Step(...)` read their arguments with them, a document is read with
them, `dumps` and `json_schema` write with them; so Python, TOML and JSON cannot drift apart (L25).

What a policy means is another question. `check` answers it with a report, and two policies are
equal when their meaning is, whatever the words (L21).
"""

from ghostrules.conditions import FactType
from ghostrules.documents import CODES, Code
from ghostrules.policy._check import check
from ghostrules.policy._documents import (
    built_in,
    built_in_text,
    dumps,
    from_document,
    load,
    loads,
    to_document,
)
from ghostrules.policy._library import built_in_names
from ghostrules.policy._meaning import named_anchor
from ghostrules.policy._policy import Policy
from ghostrules.policy._reaction import Reaction
from ghostrules.policy._schema import json_schema
from ghostrules.policy._step import Step
from ghostrules.policy._then import Then, ThenWord, read_then
from ghostrules.policy._words import AfterAnswer, ClientDetail, IfLate, OnResume, Prefer

__all__ = [
    "CODES",
    "AfterAnswer",
    "ClientDetail",
    "Code",
    "FactType",
    "IfLate",
    "OnResume",
    "Policy",
    "Prefer",
    "Reaction",
    "Step",
    "Then",
    "ThenWord",
    "built_in",
    "built_in_names",
    "built_in_text",
    "check",
    "dumps",
    "from_document",
    "json_schema",
    "load",
    "loads",
    "named_anchor",
    "read_then",
    "to_document",
]
