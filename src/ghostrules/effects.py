"""What a step does: an effect is an intent, carried out by the caller.

Each kind of effect knows three things: whose hours it demands (L8), whether it reaches the
client (L13 spaces those), and whether it is adverse (L12 makes those wait for every window
that a message granted).
"""

from enum import StrEnum

from attrs import evolve, field, frozen


class Hours(StrEnum):
    """Whose opening hours an effect demands.

    `client`: the client's contact hours. `both`: hours in which both parties are open, for what
    a person performs live. `sender`: the sender's working hours. `none`: any moment will do.

    >>> Hours.BOTH.value
    'both'
    """

    CLIENT = "client"
    BOTH = "both"
    SENDER = "sender"
    NONE = "none"


@frozen
class Kind:
    """What one kind of effect is: its name, the hours it demands, and what it needs.

    >>> KINDS["call"].reaches_client, KINDS["call"].hours.value, KINDS["call"].detail
    (True, 'both', 'phone')

    `detail` is the detail of the client without which it cannot be carried out.
    """

    name: str
    hours: Hours
    reaches_client: bool = False
    adverse: bool = False
    detail: str | None = None

    @property
    def counts(self) -> bool:
        """Whether a step has happened only once this has: it is adverse or reaches the client."""
        return self.adverse or self.reaches_client


def _reaching(name: str, detail: str, hours: Hours = Hours.CLIENT) -> Kind:
    return Kind(name, hours, reaches_client=True, detail=detail)


def _adverse(name: str) -> Kind:
    return Kind(name, Hours.SENDER, adverse=True)


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        _reaching("email", "email"),
        _reaching("call", "phone", Hours.BOTH),
        _reaching("direct_message", "handle"),
        _reaching("letter", "address"),
        _reaching("registered_letter", "address"),
        _reaching("fax", "fax"),
        _reaching("sms", "phone"),
        _reaching("resend_invoice", "email"),
        _adverse("pause_work"),
        _adverse("stop_work"),
        _adverse("mark_complete"),
        _adverse("request_release"),
        _adverse("charge"),
        _adverse("escalate"),
        Kind("resume_work", Hours.SENDER),
        Kind("close", Hours.NONE),
        Kind("note", Hours.NONE),
    )
}


@frozen
class Effect:
    """One thing that a step does.

    >>> Effect(KINDS["email"], template="project/follow-up", cc=("assistant",)).name
    'email'

    `template` names the words, `None` stands for the template named by policy and step. `to`
    and `cc` are roles of contacts, `attach` names documents, `details` is whatever else the
    caller wants back, as sorted pairs. `fallbacks` are done instead, one after the other, where
    the client lacks the detail that this needs, or where this fails.
    """

    kind: Kind
    template: str | None = field(default=None, kw_only=True)
    to: str | None = field(default=None, kw_only=True)
    cc: tuple[str, ...] = field(default=(), kw_only=True)
    attach: tuple[str, ...] = field(default=(), kw_only=True)
    details: tuple[tuple[str, str | int | bool], ...] = field(default=(), kw_only=True)
    fallbacks: tuple["Effect", ...] = field(default=(), kw_only=True)

    @property
    def name(self) -> str:
        """The name of the kind, as in a document."""
        return self.kind.name

    @property
    def alternatives(self) -> tuple["Effect", ...]:
        """This effect alone and its fallbacks, in the order of preference.

        >>> sms = Effect(KINDS["sms"])
        >>> [each.name for each in Effect(KINDS["email"], fallbacks=(sms,)).alternatives]
        ['email', 'sms']
        """
        return (evolve(self, fallbacks=()), *self.fallbacks)
