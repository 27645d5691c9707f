"""Parties as documents: whole, and with every fault told."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ghostrules.errors import PartyError
from ghostrules.events import Away, Signal
from ghostrules.parties import (
    PARTY_KEYS,
    Party,
    from_document,
    load_parties,
    load_party,
    loads_parties,
    loads_party,
    to_document,
)

CLIENTS = """
[acme]
name = "Acme B.V."
territory = "NL"
language = "en"
register = "informal"
vacation = ["2026-07-20..2026-08-07"]
never = ["call"]

[acme.contacts.billing]
email = "pay@acme.example"

[[acme.events]]
event = "away"
at = 2026-07-18T09:00:00
until = 2026-08-10

[bayern]
territory = "DE-BY"

[[bayern.events]]
event = "insolvent"
at = 2026-05-04T10:00:00Z
"""


def faults(text: str) -> list[tuple[str, str, int | None]]:
    """Give code, path and line of everything that is wrong with a document of clients."""
    with pytest.raises(PartyError) as caught:
        loads_parties(text)
    return [(found.code, found.path, found.line) for found in caught.value.report]


def test_a_party_is_read_back_equal(any_party: st.SearchStrategy[Party]) -> None:
    """Reading inverts writing, through the text of a JSON document."""

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(any_party)
    def inverse(party: Party) -> None:
        assert party == from_document(json.loads(json.dumps(to_document(party))))

    inverse()


def test_every_attribute_has_a_key() -> None:
    """The table of keys names what a party has, and nothing else."""
    assert set(PARTY_KEYS) == set(Party.__annotations__)


def test_clients_are_tables_by_their_ids() -> None:
    """Each table is a client; local times are those of the client's own zone."""
    clients = loads_parties(CLIENTS)
    (away,), (insolvent,) = clients["acme"].events, clients["bayern"].events

    assert ["acme", "bayern"] == list(clients)
    assert "2026-07-18T07:00:00+00:00" == away.at.isoformat()
    assert isinstance(away, Away)
    assert isinstance(insolvent, Signal)
    assert "pay@acme.example" == clients["acme"].channel("billing", "email")


def test_files_are_read_by_their_names(tmp_path: Path) -> None:
    """A name that ends in `.toml` or `.json` tells the format; others are refused."""
    (tmp_path / "clients.toml").write_text(CLIENTS, "utf-8")
    (tmp_path / "me.json").write_text('{"territory": "NL", "name": "Mia"}', "utf-8")
    (tmp_path / "me.txt").write_text("", "utf-8")

    assert loads_parties(CLIENTS) == load_parties(tmp_path / "clients.toml")
    assert Party("me", "NL", name="Mia") == load_party(tmp_path / "me.json")
    with pytest.raises(PartyError, match=r"`me\.txt` is neither TOML nor JSON"):
        load_party(tmp_path / "me.txt")
    with pytest.raises(FileNotFoundError):
        load_party(tmp_path / "nobody.toml")


def test_one_party_may_have_an_id() -> None:
    """Without one it is called `me`."""
    assert ["me", "mia"] == [
        loads_party(text).id for text in ('territory = "NL"', 'id = "mia"\nterritory = "NL"')
    ]


def test_all_faults_of_all_clients_are_told_with_their_lines() -> None:
    """L20: each fault has its code, its path and its line, in the order of the document."""
    text = CLIENTS.replace('"NL"', '"XX"').replace("away", "awya").replace("DE-BY", "US-CA")

    assert [
        ("GR301", "acme.territory", 4),
        ("GR002", "acme.events[0].until", 16),
        ("GR301", "bayern.territory", 19),
    ] == [one for one in faults(text) if one[1] != "acme.events[0].event"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[acme]\n", ("GR003", "acme", 1)),
        ('[acme]\nteritory = "NL"\nterritory = "NL"', ("GR002", "acme.teritory", 2)),
        ('[acme]\nterritory = "NL"\nid = "b"', ("GR002", "acme.id", 3)),
        ('[acme]\nterritory = "NL"\nemail = "a@b.example"', ("GR002", "acme.email", 3)),
        ('["Acme BV"]\nterritory = "NL"', ("GR116", "Acme BV.id", 1)),
        ('acme = "NL"', ("GR004", "acme", 1)),
        ('territory = "NL"\n[contacts.a]\nemail = "a@b.example"', ("GR004", "territory", 1)),
        ('[acme]\nterritory = "NL"\ncontacts = 3', ("GR004", "acme.contacts", 3)),
        ("[acme\n", ("GR001", "", 1)),
    ],
)
def test_a_fault_has_its_place(text: str, found: tuple[str, str, int]) -> None:
    """One mistake is one fault, at the key and on the line where it stands."""
    assert [found] == faults(text)


def test_a_misspelt_event_of_a_person_is_refused() -> None:
    """`awya` is not taken for a signal."""
    text = CLIENTS.replace('event = "insolvent"', 'event = "hold"')
    with pytest.raises(PartyError, match="did you mean `held`"):
        loads_parties(text)


atoms = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=6),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["NL", "US", "nl", "UTC", "call", "a@b.c", "away", "2026-07-10"]),
)
values = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["email", "event", "at", "until"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*PARTY_KEYS, "email"]) | st.text(max_size=4), values))
def test_a_document_is_a_party_or_refused(document: Any) -> None:  # noqa: ANN401 - anything
    """L20: nothing but a `PartyError` is raised, and what is read can be written."""
    with suppress(PartyError):
        written = to_document(from_document({"territory": "NL", **document}))
        assert written == to_document(from_document(written))


def test_what_is_no_table_is_refused() -> None:
    """A party is a table of keys."""
    with pytest.raises(PartyError, match="a table is needed"):
        from_document([])  # type: ignore[arg-type]
