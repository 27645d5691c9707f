"""A policy becomes a description."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.conditions import FactValue
from ghostrules.descriptions._clause import clause, our_side, visible_steps
from ghostrules.descriptions._dated import dated_rules
from ghostrules.descriptions._definitions import Known, definitions
from ghostrules.descriptions._doing import FEES
from ghostrules.descriptions._reactions import endings, reaction_sentence
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._steps import rule
from ghostrules.descriptions._values import Description, Headings, Sentence
from ghostrules.errors import CalendarError
from ghostrules.locales import locale_tag, spoken, territory_of
from ghostrules.machine import compile
from ghostrules.messages import title_of
from ghostrules.parties import Register
from ghostrules.phrases import phrase
from ghostrules.policy import Policy


def describe(  # noqa: PLR0913 - every one is a word of its own
    policy: Policy,
    *,
    locale: str = "en_GB",
    register: Register | str = Register.FORMAL,
    at: datetime | None = None,
    client: Calendar | None = None,
    sender: Calendar | None = None,
    others: Mapping[str, Calendar] | None = None,
    facts: Mapping[str, FactValue] | None = None,
    details: Collection[str] | None = None,
    never: Collection[str] = (),
) -> Description:
    """Say what a policy means: the rule, and a clause for an offer or a contract.

    >>> from ghostrules.policy import loads
    >>> policy = loads('id = "chase"\\nends = "paid"\\nsteps = ["24 hours after start: email"]')
    >>> description = describe(policy, locale="en_DE")
    >>> print(description.rules[0])
    24 hours after start we send you an e-mail. After that nothing more follows.
    >>> print(description.definitions[1])
    A calendar week runs from Monday to Sunday.

    The language is that of `locale`, English where we have no words for it; business days and
    weeks are those of `client`, without one of the territory of the locale (L5). In `register`
    the client is addressed formally or informally. With `at`, an aware datetime at which a case
    starts, the clause names real dates, which the machine gives (so `facts` must hold the dates
    that the policy counts from, and `details` and `never` mean what they mean to
    `Machine.plan`); without, it names times only. Amounts of money in `facts`, such
    as `restart-fee` and `late-fee`, fill the blanks of the clause. Raises `CalendarError` for a
    locale that is none, and with `at` what `compile` and `Machine.plan` raise.
    """
    tag = locale_tag(locale)
    language = spoken(tag)
    voice = Speaker(
        policy, language, f"{language}_{territory_of(tag)}", Register(register), facts or {}
    )
    known = _known(client, tag)
    dates = (
        None
        if at is None
        else _Dates(at, _calendar(known, tag), sender, others or {}, details, never)
    )
    return Description(
        policy=policy.id,
        title=voice.said(title_of(policy) or policy.id),
        locale=tag,
        language=language,
        register=Register(register),
        rules=tuple(rule(voice, step) for step in policy.steps),
        events=tuple(_events(voice)),
        clause=clause(
            voice,
            tuple(rule(voice, step) for step in visible_steps(voice))
            if dates is None
            else tuple(dates.sentences(voice)),
            definitions(voice, known),
        ),
        headings=Headings(
            rules=voice.said(phrase("What we do")),
            events=voice.said(phrase("When something happens")),
            clause=voice.said(phrase("Text for an offer or a contract")),
        ),
    )


def _events(speaker: Speaker) -> Iterator[Sentence]:
    yield from endings(speaker)
    yield from our_side(speaker)
    for reaction in speaker.policy.on:
        yield reaction_sentence(speaker, reaction, reaction.do)


def _known(client: Calendar | None, tag: str) -> Known:
    """Without a client, business days and weeks are known where the territory is."""
    if client is not None:
        return Known(client, is_given=True)
    try:
        return Known(Calendar.for_country(territory_of(tag), locale=tag))
    except CalendarError:
        return Known(_without_zone(tag), has_zone=False)


def _without_zone(tag: str) -> Calendar | None:
    try:
        return Calendar.for_country(territory_of(tag), locale=tag, timezone="UTC")
    except CalendarError:
        return None


def _calendar(known: Known, tag: str) -> Calendar:
    """Give the calendar for dates, or raise what there is to say about it."""
    if known.calendar is not None and known.has_zone:
        return known.calendar
    return Calendar.for_country(territory_of(tag), locale=tag)


@frozen
class _Dates:
    at: datetime
    client: Calendar
    sender: Calendar | None
    others: Mapping[str, Calendar]
    details: Collection[str] | None
    never: Collection[str]

    def sentences(self, speaker: Speaker) -> Iterator[Sentence]:
        """Say the silent path with the dates that the machine gives."""
        policy = speaker.policy
        machine = compile(
            policy, sender=self.sender or self.client, client=self.client, others=self.others
        )
        declared = dict(policy.facts)
        facts = {
            name: value
            for name, value in speaker.facts.items()
            if name in declared or name not in FEES
        }
        plan = machine.plan(at=self.at, facts=facts, details=self.details, never=self.never)
        return dated_rules(speaker, plan, self.client)
