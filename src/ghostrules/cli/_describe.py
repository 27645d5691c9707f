"""`ghostrules describe`: what a policy means, in words; and a clause for a contract."""

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Final, Literal

from attrs import evolve, frozen
from cyclopts import Parameter

from ghostrules.calendars import Calendar
from ghostrules.cli._facts import missing_fact, read_facts
from ghostrules.cli._options import JsonFlag, PolicyName
from ghostrules.cli._parties import Calendars, Parties, make_calendars
from ghostrules.cli._policy import read_policy
from ghostrules.cli._reader import read_reader
from ghostrules.cli._start import read_start
from ghostrules.cli._written import note, shown, write_json
from ghostrules.descriptions import FEES, Description, describe
from ghostrules.errors import EventError
from ghostrules.locales import territory_of
from ghostrules.parties import Register
from ghostrules.policy import Policy
from ghostrules.render import (
    description_document,
    description_html,
    description_markdown,
    description_text,
)

Format = Literal["text", "markdown", "html"]

_NOBODY: Final = Parties()
_LOCALE: Final = "en_GB"
_WRITERS: Final[Mapping[Format, Callable[[Description], str]]] = MappingProxyType(
    {"text": description_text, "markdown": description_markdown, "html": description_html}
)


@frozen(kw_only=True)
class DescribeOptions:
    """To whom it is said, in which tone, and with which dates and amounts."""

    parties: Annotated[Parties, Parameter(name="*")] = _NOBODY
    register: Annotated[
        Literal["formal", "informal"] | None,
        Parameter(help="How the client is addressed; formally unless a file says otherwise."),
    ] = None
    at: Annotated[
        str | None,
        Parameter(help="When a case begins, as in 2026-03-27T16:30, to name real dates."),
    ] = None
    fact: Annotated[
        tuple[str, ...],
        Parameter(
            help="A fact of the case, as in due=2026-02-28; or a fee, as in restart-fee='250 EUR'.",
            negative="",
            show_default=False,
        ),
    ] = ()


GivenToDescribe = Annotated[DescribeOptions, Parameter(name="*")]
FormatOption = Annotated[Format, Parameter(name="--format", help="How it is written.")]

_NOTHING: Final = DescribeOptions()


def run(
    policy: PolicyName,
    /,
    *,
    given: GivenToDescribe = _NOTHING,
    format: FormatOption = "text",
    as_json: JsonFlag = False,
) -> None:
    described = _described(read_policy(policy), given)
    if as_json:
        write_json(description_document(described), sys.stdout)
    else:
        print(shown(_WRITERS[format](described)))


def _described(policy: Policy, given: DescribeOptions) -> Description:
    facts = read_facts(policy, given.fact, FEES)
    reader = read_reader(given.parties.locale)
    calendars = _calendars(policy, given, reader.locale)
    try:
        return describe(
            policy,
            locale=reader.locale or _locale(calendars),
            register=given.register or _register(calendars),
            at=_at(given.at, None if calendars is None else calendars.client),
            client=None if calendars is None else calendars.client,
            sender=None if calendars is None else calendars.sender,
            others=None if calendars is None else calendars.others,
            facts=facts,
            details=None if calendars is None else calendars.details,
            never=() if calendars is None else calendars.never(policy),
        )
    except EventError as error:
        raise missing_fact(policy, facts, str(error)) from error


def _calendars(policy: Policy, given: DescribeOptions, locale: str | None) -> Calendars | None:
    """Dates need calendars; where nobody is named, the client is where the locale is."""
    parties = given.parties
    if parties == evolve(_NOBODY, locale=parties.locale):
        if given.at is None:
            return None
        parties = evolve(parties, client=territory_of(locale or _LOCALE), locale=locale or _LOCALE)
    calendars = make_calendars(parties, policy)
    if given.at is not None:
        note(calendars.assumed, read_reader(locale))
    return calendars


def _locale(calendars: Calendars | None) -> str:
    if calendars is None:
        return _LOCALE
    if calendars.party is not None:
        return calendars.party.locale
    return f"en_{territory_of(calendars.client.locale)}"


def _register(calendars: Calendars | None) -> Register:
    party = None if calendars is None else calendars.party
    return Register.FORMAL if party is None else party.register


def _at(text: str | None, client: Calendar | None) -> datetime | None:
    return None if text is None or client is None else read_start(text, client, "--at")
