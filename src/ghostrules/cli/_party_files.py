"""The files in which parties stand: `--clients clients.toml` and `--me me.toml`."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ghostrules.calendars import Calendar
from ghostrules.cli._wrong import Wrong, lowered, unknown
from ghostrules.parties import Party, load_parties, load_party

T = TypeVar("T")


def read_client(path: str, id: str | None) -> Party:
    """Read one of the clients of a file."""
    clients = _read(path, load_parties)
    if id is None:
        listed = ", ".join(f"`{known}`" for known in clients)
        raise Wrong("`--client` is missing", f"`{path}` has {listed}" if clients else None)
    if id not in clients:
        raise unknown(id, f"client of `{path}`", clients)
    return clients[id]


def read_me(path: str) -> Calendar:
    """Make the calendar of the party of a file."""
    return read_sender(path).calendar()


def read_sender(path: str) -> Party:
    """Read the party of a file."""
    return _read(path, load_party)


def _read(path: str, load: Callable[[Path], T]) -> T:
    try:
        return load(Path(path))
    except OSError as error:
        raise Wrong(f"the file `{path}` cannot be read: {lowered(error.strerror)}") from error
