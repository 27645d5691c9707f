"""The calendars of a case, as the options describe them."""

from typing import Annotated

from attrs import evolve, frozen
from cyclopts import Parameter

from ghostrules.calendars import Calendar
from ghostrules.cli._wrong import Wrong, unknown
from ghostrules.errors import CalendarError
from ghostrules.policy import Policy

_HOURS = "09:00-17:00"
_OWN_NAMES = ("client", "sender", "both")


@frozen(kw_only=True)
class Parties:
    """The options about client, sender and third calendars."""

    client: Annotated[str, Parameter(help="Territory of the client: NL, DE-BY, TR, US-CA.")]
    timezone: Annotated[
        str | None, Parameter(help="Time zone of the client, as in Europe/Amsterdam.")
    ] = None
    locale: Annotated[str | None, Parameter(help="Locale of the client, as in nl_NL.")] = None
    hours: Annotated[
        str,
        Parameter(
            help='Contact hours of the client, as in "mon-thu 09:00-17:00; fri 09:00-15:00".'
        ),
    ] = _HOURS
    sender: Annotated[
        str | None, Parameter(help="Territory of the sender; without it, that of the client.")
    ] = None
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
    """The calendars that the options describe."""

    client: Calendar
    sender: Calendar
    others: dict[str, Calendar]


def make_calendars(parties: Parties, policy: Policy) -> Calendars:
    client = _make("", parties.client, parties.timezone, parties.locale, parties.hours)
    others = _others(parties.other)
    _demand_named(policy, {*_OWN_NAMES, *others})
    _demand_used(policy, others)
    return Calendars(client, _sender(parties, client), others)


def _sender(parties: Parties, client: Calendar) -> Calendar:
    own = (parties.sender_timezone, parties.sender_locale, parties.sender_hours)
    if parties.sender is None and own == (None, None, None):
        return client
    at_home = parties.sender is None
    sender = _make(
        "sender-",
        parties.sender or parties.client,
        parties.sender_timezone or (parties.timezone if at_home else None),
        parties.sender_locale or (parties.locale if at_home else None),
        parties.sender_hours or (parties.hours if at_home else _HOURS),
    )
    ambiguous = sender.name == client.name and sender != client
    return evolve(sender, name=f"{sender.name} (sender)") if ambiguous else sender


def _make(
    prefix: str, territory: str, timezone: str | None, locale: str | None, hours: str
) -> Calendar:
    try:
        return Calendar.for_country(territory, timezone=timezone, locale=locale, hours=hours)
    except CalendarError as error:
        raise Wrong(_by_option(str(error), prefix)) from error


def _by_option(message: str, prefix: str) -> str:
    for name in ("timezone", "locale"):
        message = message.replace(f"name its `{name}`", f"name it with `--{prefix}{name}`")
    return message


def _others(given: tuple[str, ...]) -> dict[str, Calendar]:
    others: dict[str, Calendar] = {}
    for text in given:
        name, calendar = _other(text)
        if name in others:
            raise Wrong(f"the calendar `{name}` is given twice", "give it once")
        others[name] = calendar
    return others


def _other(text: str) -> tuple[str, Calendar]:
    """Only its business days are ever asked for, so zone and language do not matter."""
    name, _, territory = text.partition("=")
    if not name or not territory:
        raise Wrong(f"`--other` is `{text}`, expected a name and a territory as in `platform=NL`")
    if name in _OWN_NAMES:
        raise Wrong(f"`--other` is `{text}`, but `{name}` is a party of every case")
    try:
        locale = f"en_{territory[:2].upper()}"
        return name, Calendar.for_country(territory, timezone="UTC", locale=locale, name=name)
    except CalendarError as error:
        raise Wrong(str(error)) from error


def _named(policy: Policy) -> dict[str, None]:
    steps = (step.business_days or "client" for step in policy.steps)
    return dict.fromkeys((policy.business_days, *steps))


def _demand_named(policy: Policy, given: set[str]) -> None:
    for name in _named(policy):
        if name not in given:
            raise Wrong(
                f"the policy counts business days of `{name}`, which was not given",
                f"give its territory as in `--other {name}=NL`",
            )


def _demand_used(policy: Policy, others: dict[str, Calendar]) -> None:
    wanted = [name for name in _named(policy) if name not in _OWN_NAMES]
    for name in others:
        if name not in wanted:
            raise unknown(name, f"calendar that `{policy.id}` names", wanted)
