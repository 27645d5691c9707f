"""The parties of a scenario: a territory, a table, or a party of a document."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import evolve, frozen

from ghostrules.calendars import Calendar
from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import (
    Faulty,
    as_table,
    choices,
    fault,
    gather,
    is_table,
    read_text,
    suggestion,
    under,
    without,
)
from ghostrules.errors import CalendarError, PartyError
from ghostrules.parties import Party, from_document, load_parties, load_party, to_document
from ghostrules.phrases import phrase
from ghostrules.policy import Policy
from ghostrules.scenarios._policies import no_file

T = TypeVar("T")

OWN: Final = ("timezone", "locale", "hours")
_NAMES: Final = ("client", "sender", "both")
_SENDER: Final = "sender_"


@frozen
class Parties:
    """Who meets in a scenario: two parties, their calendars, and third calendars by name."""

    client: Party
    sender: Party
    client_calendar: Calendar
    sender_calendar: Calendar
    others: Mapping[str, Calendar]
    looked: bool
    """Whether somebody wrote down how the client can be reached."""


def read_parties(table: Mapping[str, object], folder: Path) -> Parties:
    """Read the client, the sender and the others; raises the faults of all of them."""

    def parties() -> tuple[Party, Party]:
        client = _client(table, folder)
        return client, _sender(table, folder, client)

    def others() -> dict[str, Calendar]:
        return dict(gather(_other(*item) for item in _table(table, "other").items()))

    found: list[Any] = gather((parties, others))
    client, sender = found[0]
    theirs, own = client.calendar(), sender.calendar()
    ambiguous = own.name == theirs.name and own != theirs
    own = evolve(own, name=f"{own.name} (sender)") if ambiguous else own
    return Parties(
        client, sender, theirs, own, found[1], "clients" in table or bool(client.contacts)
    )


def _table(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    return as_table(table[name], name) if name in table else {}


def _client(table: Mapping[str, object], folder: Path) -> Party:
    if "clients" in table:
        return _listed(table, folder)
    if "client" not in table:
        raise fault(
            "GR003",
            phrase("`client` is missing"),
            "",
            expected=phrase("`client`: a territory such as `NL`"),
        )
    return _party(table["client"], "client", _own(table, ""))


def _listed(table: Mapping[str, object], folder: Path) -> Party:
    named = read_text(table["clients"], "clients")
    clients = _from_file(named, "clients", lambda: load_parties(folder / named))
    if "client" not in table:
        raise fault("GR003", phrase("`client` is missing"), "", expected=choices(clients))
    id = read_text(table["client"], "client")
    if id not in clients:
        raise fault(
            "GR402",
            phrase("`{id}` is no client of `{named}`", id=id, named=named),
            "client",
            expected=choices(clients) if clients else None,
            help=suggestion(id, clients),
        )
    return _party(to_document(clients[id]), "client", _own(table, ""))


def _sender(table: Mapping[str, object], folder: Path, client: Party) -> Party:
    own = _own(table, _SENDER)
    if "me" in table:
        named = read_text(table["me"], "me")
        me = _from_file(named, "me", lambda: load_party(folder / named))
        return _party(to_document(me), "me", own)
    if "sender" in table:
        return _party(table["sender"], "sender", own)
    said = without(to_document(client), ("contacts", "events", "never", "do_not_contact"))
    return _party(said, "sender", own)


def _from_file(named: str, path: str, load: Callable[[], T]) -> T:
    try:
        return load()
    except PartyError as error:
        first = error.report.errors[0]
        raise fault(
            "GR402",
            phrase(
                "`{named}` has faults; the first is {code}, {message}",
                named=named,
                code=first.code,
                message=first.message,
            ),
            path,
        ) from None
    except (OSError, ValueError):  # a path with a zero in it
        raise no_file("GR402", named, path) from None


def _own(table: Mapping[str, object], prefix: str) -> dict[str, tuple[str, object]]:
    """Give what stands beside the party, by the key of a party, with its own path."""
    names = ((name, f"{prefix}{name}") for name in OWN)
    return {_key(name): (path, table[path]) for name, path in names if path in table}


def _key(name: str) -> str:
    """A party has a language, and the command line a locale: one is read as the other."""
    return "language" if name == "locale" else name


def _party(value: object, path: str, own: Mapping[str, tuple[str, object]]) -> Party:
    table = as_table(value, path) if is_table(value) else {"territory": read_text(value, path)}
    said = {_key(name): item for name, item in table.items()}
    said |= {name: item for name, (_, item) in own.items()}
    paths = {name: path for name, (path, _) in own.items()}
    lone = None if is_table(value) else path
    try:
        party = from_document({**_nameless(said), **said})
        party.calendar()
    except PartyError as error:
        raise Faulty(*(_placed(one, path, paths, lone) for one in error.report)) from None
    except CalendarError as error:
        raise fault("GR301", error.words, path) from None
    return party


def _nameless(said: Mapping[str, object]) -> dict[str, object]:
    """A party without an id is called by its territory, as on the command line."""
    return {} if "id" in said else {"id": "client", "name": str(said.get("territory"))}


def _placed(found: Diagnostic, path: str, own: Mapping[str, str], lone: str | None) -> Diagnostic:
    first = found.path.partition(".")[0].partition("[")[0]
    message = found.message
    if "`language`" in message:
        message = message.replace("`language`", "`locale`")
    inside = under(path, found.path) if found.path else path
    return evolve(found, path=own.get(first, lone or inside), message=message)


def _other(name: str, value: object) -> Callable[[], tuple[str, Calendar]]:
    """Only its business days are ever asked for, so zone and language do not matter."""
    path = under("other", name)

    def read() -> tuple[str, Calendar]:
        territory = read_text(value, path)
        if name in _NAMES:
            raise fault("GR402", phrase("`{name}` is a party of every case", name=name), path)
        locale = f"en_{territory[:2].upper()}"
        try:
            return name, Calendar.for_country(territory, timezone="UTC", locale=locale, name=name)
        except CalendarError as error:
            raise fault("GR301", error.words, path, value=territory) from None

    return read


def demand_named(policy: Policy, others: Mapping[str, Calendar]) -> None:
    """Refuse a policy that counts business days of somebody who is not there."""
    steps = (step.business_days or "client" for step in policy.steps)
    for name in (policy.business_days, *steps):
        if name not in (*_NAMES, *others):
            raise fault(
                "GR402",
                phrase(
                    "the policy counts business days of `{name}`, which is not there", name=name
                ),
                "other",
                help=phrase('give its territory as in `other = {{ {name} = "NL" }}`', name=name),
            )
