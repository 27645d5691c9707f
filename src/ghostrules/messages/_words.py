"""Words that fill sentences: for hours, for events, for the ways to the client."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.effects import Hours
from ghostrules.phrases import Phrase, phrase

HOURS: Final[Mapping[Hours, Phrase]] = MappingProxyType(
    {
        Hours.CLIENT: phrase("the client's contact hours"),
        Hours.BOTH: phrase("hours in which both sides can be reached"),
        Hours.SENDER: phrase("the sender's working hours"),
        Hours.NONE: phrase("any hour"),
    }
)

EVENTS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "replied": phrase("the client's reply"),
        "answered": phrase("our answer"),
        "performed": phrase("the report of a step carried out"),
        "delivered": phrase("the delivery of a message"),
        "failed": phrase("the failure of a step"),
        "bounced": phrase("the return of a message"),
        "opened": phrase("the opening of a message"),
        "done": phrase("the report of a step that is done"),
        "confirmed": phrase("the confirmation of a draft"),
        "dropped": phrase("the drop of a draft"),
        "held": phrase("the hold"),
        "released": phrase("the release"),
        "promised": phrase("the client's promise"),
        "away": phrase("the news of an absence"),
        "disputed": phrase("the client's objection"),
        "paid": phrase("the payment"),
        "part-paid": phrase("the part payment"),
        "payment-undone": phrase("the return of a payment"),
        "fact-changed": phrase("the change of a fact"),
        "skipped": phrase("the decision to leave out a step"),
        "moved": phrase("the decision to move a step"),
        "cancelled": phrase("the cancellation"),
        "undone": phrase("the decision to go on"),
        "retracted": phrase("the correction of a mistake"),
        "elapsed": phrase("the look at the clock"),
    }
)

WAYS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "email": phrase("email"),
        "phone": phrase("phone"),
        "handle": phrase("direct message"),
        "address": phrase("post"),
        "fax": phrase("fax"),
    }
)

DETAILS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "email": phrase("email"),
        "phone": phrase("phone"),
        "handle": phrase("handle"),
        "address": phrase("address"),
        "fax": phrase("fax"),
    }
)

EFFECTS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "email": phrase("email"),
        "call": phrase("call"),
        "direct_message": phrase("direct message"),
        "letter": phrase("letter"),
        "registered_letter": phrase("registered letter"),
        "fax": phrase("fax"),
        "sms": phrase("sms"),
        "resend_invoice": phrase("resend invoice"),
        "pause_work": phrase("pause work"),
        "stop_work": phrase("stop work"),
        "resume_work": phrase("resume work"),
        "mark_complete": phrase("mark complete"),
        "request_release": phrase("request release"),
        "charge": phrase("charge"),
        "escalate": phrase("escalate"),
        "note": phrase("note"),
        "close": phrase("close"),
    }
)


def effect_words(kind: str) -> str:
    """Name a kind of effect; one of a policy's own keeps its name.

    >>> effect_words("pause_work"), effect_words("send_fruit")
    ('pause work', 'send fruit')
    """
    return EFFECTS.get(kind, kind.replace("_", " "))
