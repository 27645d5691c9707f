"""Parties in and out of documents: `clients.toml`, a table a client, and `me.toml`, one party."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import (
    Faulty,
    Format,
    as_table,
    diagnostic,
    fault,
    format_of,
    gather,
    read_file,
    read_text_as,
    refuse_deep,
    under,
    unfaulted,
    unknown_keys,
    without,
    write_keys,
)
from ghostrules.errors import PartyError
from ghostrules.parties._contact import DETAILS
from ghostrules.parties._keys import PARTY_KEYS
from ghostrules.parties._party import Party, read_party
from ghostrules.phrases import phrase

T = TypeVar("T")

_ME: Final = "me"


def load_parties(path: str | Path) -> dict[str, Party]:
    """Read the clients of a file, by their ids; its name ends in `.toml` or `.json`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "clients.toml")
    ...     _ = file.write_text('[acme]\\nterritory = "NL"')
    ...     load_parties(file)["acme"].locale
    'nl_NL'

    Raises `PartyError` with every fault of the document, `OSError` where there is no file.
    """
    return _from_file(Path(path), _parties)


def loads_parties(text: str, format: Format = "toml") -> dict[str, Party]:
    """Read clients from a text: a table for each, under its id.

    >>> text = '[acme]\\nterritory = "NL"\\n[acme.contacts.billing]\\nemail = "pay@acme.example"'
    >>> loads_parties(text)["acme"].details
    frozenset({'email'})

    Raises `PartyError` with every fault of the document.
    """
    return unfaulted(lambda: read_text_as(text, format, _parties), PartyError)


def load_party(path: str | Path) -> Party:
    """Read one party from a file, such as oneself.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "me.toml")
    ...     _ = file.write_text('territory = "NL"')
    ...     load_party(file).id
    'me'

    Raises `PartyError` with every fault of the document, `OSError` where there is no file.
    """
    return _from_file(Path(path), _party)


def loads_party(text: str, format: Format = "toml") -> Party:
    """Read one party from a text; without an `id` it is called `me`.

    >>> loads_party('territory = "NL"\\nhours = "10:00-16:00"').hours
    '10:00-16:00'

    Raises `PartyError` with every fault of the document.
    """
    return unfaulted(lambda: read_text_as(text, format, _party), PartyError)


def from_document(document: Mapping[str, object]) -> Party:
    """Make a party of a mapping.

    >>> from_document({"id": "acme", "territory": "NL"}) == Party("acme", "NL")
    True

    Raises `PartyError` with every fault of the document.
    """

    def read() -> Party:
        refuse_deep(document)
        return _party(as_table(document, ""))

    return unfaulted(read, PartyError)


def to_document(party: Party) -> dict[str, Any]:
    """Write a party as a mapping, without its defaults.

    >>> to_document(Party("acme", "NL", vacation="2026-07-20..2026-08-07"))
    {'id': 'acme', 'territory': 'NL', 'vacation': ['2026-07-20..2026-08-07']}
    """
    return write_keys(PARTY_KEYS, party)


def _from_file(file: Path, read: Callable[[Mapping[str, object]], T]) -> T:
    return unfaulted(lambda: read_text_as(read_file(file), format_of(file), read), PartyError)


def _parties(document: Mapping[str, object]) -> dict[str, Party]:
    if isinstance(document.get("territory"), str):
        raise _lone("territory")
    return {party.id: party for party in gather(_client(*item) for item in document.items())}


def _lone(name: str) -> Faulty:
    return fault(
        "GR004",
        phrase("the document holds one party, and clients are a table each"),
        name,
        help=phrase("put the keys under a header such as `[acme]`"),
    )


def _client(id: str, value: object) -> Callable[[], Party]:
    def read() -> Party:
        table = as_table(value, id)
        return _read({"id": id, **without(table, ("id",))}, _strangers(table, id, ("id",)), id)

    return read


def _party(table: Mapping[str, object]) -> Party:
    return _read({"id": _ME, **table}, _strangers(table, "", ()), "")


def _read(table: Mapping[str, object], strange: list[Diagnostic], path: str) -> Party:
    def strangers() -> dict[str, Any]:
        if strange:
            raise Faulty(*strange)
        return {}

    _, said = gather((strangers, lambda: read_party(table, path)))
    return Party(**said)


def _strangers(table: Mapping[str, object], path: str, taken: tuple[str, ...]) -> list[Diagnostic]:
    own = without(PARTY_KEYS, taken)
    details = [name for name in table if name in DETAILS]
    return [
        *(_homeless(name, path) for name in details),
        *unknown_keys(without(table, details), own, path),
    ]


def _homeless(name: str, path: str) -> Diagnostic:
    contact = under(under(path, "contacts"), "main")
    return diagnostic(
        "GR002",
        phrase("`{name}` is a detail of a contact, and stands outside of one", name=name),
        path=under(path, name),
        help=phrase("put it under a header such as `[{contact}]`", contact=contact),
    )
