"""The calendars of a case, as the options and the documents of the parties describe them."""

from typing import Annotated, Final

from attrs import evolve, frozen
from cyclopts import Parameter

from ghostrules.calendars import Calendar
from ghostrules.cli._others import read_others
from ghostrules.cli._party_files import read_client, read_me
from ghostrules.cli._wrong import Wrong
from ghostrules.errors import CalendarError
from ghostrules.parties import Party
from ghostrules.phrases import phrase
from ghostrules.policy import Policy

_HOURS: Final = "09:00-17:00"
_OWN: Final = ("timezone", "locale", "hours")
_CLIENT_AS_SENDER: Final = phrase("assuming that the client keeps the sender's calendar")
_SENDER_AS_CLIENT: Final = phrase("assuming that the sender keeps the client's calendar")


@frozen(kw_only=True)
class Parties:
    """The options about client, sender and third calendars."""

    client: Annotated[
        str | None,
        Parameter(
            help="Territory of the client: NL, DE-BY, TR, US-CA; with --clients, the id of one."
        ),
    ] = None
    clients: Annotated[
        str | None, Parameter(help="A file with a table for each client, as in clients.toml.")
    ] = None
    timezone: Annotated[
        str | None, Parameter(help="Time zone of the client, as in Europe/Amsterdam.")
    ] = None
    locale: Annotated[
        str | None,
        Parameter(help="Locale of the reader, and of a client that no file describes: nl_NL."),
    ] = None
    hours: Annotated[
        str | None,
        Parameter(
            help="Contact hours of the client, 09:00-17:00 unless said, "
            'as in "mon-thu 09:00-17:00; fri 09:00-15:00".'
        ),
    ] = None
    sender: Annotated[
        str | None, Parameter(help="Territory of the sender; without it, that of the client.")
    ] = None
    me: Annotated[str | None, Parameter(help="A file about the sender, as in me.toml.")] = None
    sender_timezone: Annotated[str | None, Parameter(help="Time zone of the sender.")] = None
    sender_locale: Annotated[str | None, Parameter(help="Locale of the sender.")] = None
    sender_hours: Annotated[str | None, Parameter(help="Working hours of the sender.")] = None
    other: Annotated[
        tuple[str, ...],
        Parameter(
            help="A third calendar that the policy names: platform=NL.",
            negative="",
            show_default=False,
        ),
    ] = ()


@frozen
class Calendars:
    """The calendars that the options describe; `assumed` says what nobody said.

    `party` is the client, where a file tells more about it than its calendar.
    """

    client: Calendar
    sender: Calendar
    others: dict[str, Calendar]
    assumed: str | None
    party: Party | None

    @property
    def details(self) -> frozenset[str] | None:
        """The details of the client that are known; none where nobody wrote down contacts."""
        has_contacts = self.party is not None and self.party.contacts
        return self.party.details if self.party is not None and has_contacts else None

    def never(self, policy: Policy) -> frozenset[str]:
        """Give the kinds of effects that the client does not get."""
        return frozenset() if self.party is None else self.party.refused(policy)


def make_calendars(parties: Parties, policy: Policy) -> Calendars:
    party = _party(parties)
    client = _client(parties) if party is None else party.calendar()
    sender = _sender(parties, client)
    others = read_others(parties.other, policy)
    if client is None:
        return Calendars(_known(sender), _known(sender), others, _CLIENT_AS_SENDER, party)
    if sender is None:
        return Calendars(client, client, others, _SENDER_AS_CLIENT, party)
    return Calendars(client, _told_apart(sender, client), others, None, party)


def _known(calendar: Calendar | None) -> Calendar:
    if calendar is not None:
        return calendar
    raise Wrong("`--client` is missing", "give its territory as in `--client NL`")


def _party(parties: Parties) -> Party | None:
    if parties.clients is None:
        return None
    _refuse_both("--clients", "--", (parties.timezone, None, parties.hours))
    return read_client(parties.clients, parties.client)


def _client(parties: Parties) -> Calendar | None:
    own = (parties.timezone, parties.locale, parties.hours)
    if parties.client is None:
        _refuse_alone("--client", "--", (parties.timezone, None, parties.hours))
        return None
    return _make("", parties.client, *own)


def _sender(parties: Parties, client: Calendar | None) -> Calendar | None:
    own = (parties.sender_timezone, parties.sender_locale, parties.sender_hours)
    if parties.me is not None:
        _refuse_both("--me", "--sender-", own)
        if parties.sender is not None:
            raise Wrong("`--me` and `--sender` are both given", "give one of them")
        return read_me(parties.me)
    if parties.sender is not None:
        return _make("sender-", parties.sender, *own)
    return None if own == (None, None, None) else _at_the_clients(parties, client, own)


def _at_the_clients(
    parties: Parties, client: Calendar | None, own: tuple[str | None, ...]
) -> Calendar:
    """What is said of the sender alone changes what is known of the client's calendar."""
    if client is None or parties.clients is not None:
        raise Wrong("`--sender` is missing", "give its territory as in `--sender NL`")
    timezone, locale, hours = (
        mine or theirs
        for mine, theirs in zip(own, (parties.timezone, parties.locale, parties.hours), strict=True)
    )
    return _make("sender-", client.territory, timezone, locale, hours)


def _told_apart(sender: Calendar, client: Calendar) -> Calendar:
    ambiguous = sender.name == client.name and sender != client
    return evolve(sender, name=f"{sender.name} (sender)") if ambiguous else sender


def _refuse_both(file: str, prefix: str, own: tuple[str | None, ...]) -> None:
    for name, value in zip(_OWN, own, strict=True):
        if value is not None:
            raise Wrong(
                f"`{file}` and `{prefix}{name}` are both given", "the file says it: leave one out"
            )


def _refuse_alone(missing: str, prefix: str, own: tuple[str | None, ...]) -> None:
    for name, value in zip(_OWN, own, strict=True):
        if value is not None:
            raise Wrong(f"`{prefix}{name}` is given without `{missing}`", "give both")


def _make(
    prefix: str, territory: str, timezone: str | None, locale: str | None, hours: str | None
) -> Calendar:
    try:
        return Calendar.for_country(
            territory, timezone=timezone, locale=locale, hours=hours or _HOURS
        )
    except CalendarError as error:
        raise Wrong(_by_option(str(error), prefix)) from error


def _by_option(message: str, prefix: str) -> str:
    for name in ("timezone", "locale"):
        message = message.replace(f"name its `{name}`", f"name it with `--{prefix}{name}`")
    return message
