"""Journals in files: the events of a case, as a store or a person has written them down."""

from pathlib import Path

from ghostrules.documents import format_of, read_file, read_text_as, unfaulted
from ghostrules.errors import EventError
from ghostrules.events import Journal, read_journal
from ghostrules.machine import Machine
from ghostrules.scenarios._happening import own_events, zone_of


def load_journal(path: str | Path, machine: Machine) -> Journal:
    """Read the journal of a case of a machine from a file, in TOML or JSON.

    >>> import json
    >>> from tempfile import TemporaryDirectory
    >>> from ghostrules import Calendar, built_in, compile
    >>> nl = Calendar.for_country("NL")
    >>> machine = compile(built_in("project"), sender=nl, client=nl)
    >>> began = {"event": "started", "case": "acme-7", "at": "2026-03-25T11:00:00"}
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "acme-7.json")
    ...     _ = file.write_text(json.dumps({"format": 1, "events": [began]}))
    ...     load_journal(file, machine)[0].at.isoformat()
    '2026-03-25T10:00:00+00:00'

    Instants without an offset are the client's local time. Raises `EventError` with every fault,
    `OSError` where there is no file.
    """
    file, policy = Path(path), machine.policy
    return unfaulted(
        lambda: read_text_as(
            read_file(file),
            format_of(file),
            lambda document: read_journal(
                document,
                zone=zone_of(machine.client),
                facts=dict(policy.facts),
                signals=own_events(policy),
            ),
        ),
        lambda report: EventError(str(report)),
    )
