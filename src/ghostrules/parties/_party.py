"""A party: a client, or ourselves."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.documents import Faulty, gather, read_keys, settle, under
from ghostrules.effects import Kind
from ghostrules.errors import PartyError
from ghostrules.parties._contact import Contact
from ghostrules.parties._events import PersonEvent, read_events
from ghostrules.parties._keys import PARTY_KEYS
from ghostrules.parties._place import Place, Span, in_zone, place_of
from ghostrules.parties._words import Register
from ghostrules.policy import Policy

_PLACE: Final = ("territory", "timezone", "language")
_WITHOUT_EVENTS: Final = {name: key for name, key in PARTY_KEYS.items() if name != "events"}


@frozen(init=False)
class Party:
    """A client or ourselves: where, when and how they can be reached.

    >>> acme = Party("acme", "NL", contacts=[Contact("billing", email="billing@acme.example")])
    >>> acme.locale, acme.channel("billing", "email")
    ('nl_NL', 'billing@acme.example')

    `territory` is a code such as `NL` or `DE-BY`; `timezone` and `language` have to be said only
    where it has several. `hours` are local wall times, `quiet` days without contact (`"24 dec"`),
    `vacation` dates and spans on which the party is closed (`"2026-07-20..2026-08-07"`), `never`
    kinds of effects (`"call"`). `events` concern the person: `Away`, `Held`, `Released`,
    `FactChanged`, and signals. Raises `PartyError` with everything that is wrong.
    """

    id: str
    name: str | None
    territory: str
    timezone: str | None
    language: str | None
    register: Register
    hours: str
    quiet: tuple[str, ...]
    vacation: tuple[Span, ...]
    never: frozenset[str]
    do_not_contact: bool
    contacts: tuple[Contact, ...]
    events: tuple[PersonEvent, ...]

    def __init__(  # noqa: PLR0913 - one argument a key
        self,
        id: str,
        territory: str,
        *,
        name: str | None = None,
        timezone: str | None = None,
        language: str | None = None,
        register: str = "formal",
        hours: str | None = None,
        quiet: str | date | Iterable[str | date] = (),
        vacation: str | date | Iterable[str | date | Span] = (),
        never: str | Iterable[str] = (),
        do_not_contact: bool = False,
        contacts: Iterable[Contact] | Mapping[str, Mapping[str, str]] = (),
        events: Iterable[PersonEvent | Mapping[str, object]] = (),
    ) -> None:
        settle(self, _read, locals(), PartyError)

    @property
    def title(self) -> str:
        """What people call the party.

        >>> Party("acme", "NL").title, Party("acme", "NL", name="Acme B.V.").title
        ('acme', 'Acme B.V.')
        """
        return self.name or self.id

    @property
    def locale(self) -> str:
        """The language and the territory by whose words dates and amounts are written.

        >>> Party("acme", "DE-BY", language="en").locale
        'en_DE'
        """
        return place_of(self.territory, self.timezone, self.language, "").locale

    @property
    def details(self) -> frozenset[str]:
        """The details that any contact has.

        >>> sorted(Party("acme", "NL", contacts={"studio": {"phone": "+31 20 123 4567"}}).details)
        ['phone']
        """
        return frozenset(detail for contact in self.contacts for detail in contact.details)

    def channel(self, role: str | None, detail: str) -> str | None:
        """Give a detail of the contact in a role, or of the first contact that has it.

        >>> acme = Party("acme", "NL", contacts={"studio": {"phone": "+31 20 123 4567"}})
        >>> acme.channel(None, "phone"), acme.channel("billing", "phone")
        ('+31 20 123 4567', None)

        `role` is what an effect has as `to`, None where it names nobody; `detail` is one of
        `email`, `phone`, `handle`, `address` and `fax`.
        """
        contact = self.contact(role, detail)
        return None if contact is None else str(getattr(contact, detail))

    def contact(self, role: str | None, detail: str | None) -> Contact | None:
        """Give the contact in a role, or the first one, that has a detail.

        >>> mia = {"name": "Mia Jansen", "email": "mia@acme.example"}
        >>> acme = Party("acme", "NL", contacts={"studio": mia})
        >>> acme.contact(None, "email").name, acme.contact(None, "fax")
        ('Mia Jansen', None)

        Without a detail it is the first contact in the role.
        """
        for each in self.contacts:
            if role in (None, each.role) and (detail is None or detail in each.details):
                return each
        return None

    def refuses(self, kind: Kind) -> bool:
        """Tell whether a kind of effect must not be used for this party.

        >>> from ghostrules.effects import KINDS
        >>> acme = Party("acme", "NL", never=["call"])
        >>> acme.refuses(KINDS["call"]), acme.refuses(KINDS["email"])
        (True, False)

        With `do_not_contact` this is every kind that reaches the client.
        """
        return kind.name in self.never or (self.do_not_contact and kind.reaches_client)

    def refused(self, policy: Policy) -> frozenset[str]:
        """Give the kinds of effects of a policy that must not be used for this party.

        >>> from ghostrules.policy import built_in
        >>> sorted(Party("acme", "NL", do_not_contact=True).refused(built_in("late-content")))
        ['call', 'email']

        This is what a case of the party is started with as `never`.
        """
        done = (*(step.do for step in policy.steps), *(reaction.do for reaction in policy.on))
        effects = (each for do in done for effect in do for each in effect.alternatives)
        return frozenset(effect.name for effect in effects if self.refuses(effect.kind))

    def calendar(self, *, first: int = 2000, last: int = 2050) -> Calendar:
        """Make the calendar of the party, from the first year to the last.

        >>> acme = Party("acme", "NL", vacation="2026-07-20..2026-08-07")
        >>> acme.calendar().add_business_days(date(2026, 7, 17), 1)
        datetime.date(2026, 8, 10)

        On vacation the party is closed: these are no business days, and nothing reaches it.
        Raises `CalendarError` for years without data (L7).
        """
        return Calendar.for_country(
            self.territory,
            name=self.title,
            timezone=self.timezone,
            locale=self.locale,
            hours=self.hours,
            quiet=self.quiet,
            closed=[(days, "vacation") for days in _within(self.vacation, first, last)],
            years=(first, last),
        )


def _within(spans: Iterable[Span], first: int, last: int) -> list[str]:
    begin, end = date(first, 1, 1), date(last, 12, 31)
    shut = ((max(span[0], begin), min(span[1], end)) for span in spans)
    return [f"{from_}..{to}" for from_, to in shut if from_ <= to]


def _read(said: Mapping[str, object]) -> dict[str, Any]:
    return read_party({name: said[name] for name in PARTY_KEYS if name in said}, "")


def read_party(table: Mapping[str, object], path: str) -> dict[str, Any]:
    """Read the attributes of a party; what can be judged of the rest is judged despite faults."""

    def keys() -> dict[str, Any]:
        return read_keys(_WITHOUT_EVENTS, table, path)

    def placed() -> dict[str, Any]:
        _place(table, path)
        return {}

    def happened() -> dict[str, Any]:
        zone = in_zone(_timezone(table, path))
        return {"events": read_events(table.get("events", ()), under(path, "events"), zone)}

    return {
        name: value for read in gather((keys, placed, happened)) for name, value in read.items()
    }


def _place(table: Mapping[str, object], path: str) -> Place | None:
    """Only what can be read can be asked about; what cannot has its own fault."""
    try:
        said = [PARTY_KEYS[n].read(table[n], "") if n in table else None for n in _PLACE]
    except Faulty:
        return None
    territory, timezone, language = said
    return (
        None
        if territory is None
        else place_of(territory, timezone, language, under(path, "territory"))
    )


def _timezone(table: Mapping[str, object], path: str) -> str:
    try:
        place = _place(table, path)
    except Faulty:
        place = None
    return "UTC" if place is None else place.timezone
