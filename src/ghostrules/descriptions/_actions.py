"""What we do, as it follows the moment at which we do it: `we send you an e-mail`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.descriptions._toned import Text, Toned
from ghostrules.effects import Effect
from ghostrules.phrases import Phrase, phrase

ACTIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "email": Toned(phrase("we send you an e-mail"), phrase("we e-mail you")),
        "call": Toned(phrase("we telephone you"), phrase("we call you")),
        "direct_message": Toned(
            phrase("we send you a private message"), phrase("we message you privately")
        ),
        "letter": Toned(phrase("we send you a letter by post"), phrase("we post you a letter")),
        "registered_letter": Toned(
            phrase("we send you a registered letter"), phrase("we post you a registered letter")
        ),
        "fax": Toned(phrase("we send you a fax"), phrase("we fax you")),
        "sms": Toned(phrase("we send you a text message"), phrase("we text you")),
        "resend_invoice": Toned(
            phrase("we send you the invoice again"), phrase("we send the invoice to you once more")
        ),
        "pause_work": phrase("we pause the work"),
        "stop_work": phrase("we stop the work"),
        "mark_complete": phrase("we mark the work as complete"),
        "request_release": phrase("we ask the platform to release the payment"),
        "escalate": phrase("we hand the matter to somebody with more say"),
        "resume_work": phrase("we take the work up again"),
        "close": phrase("we close the file"),
        "note": phrase("we write a note to ourselves"),
    }
)

# Where somebody with more say has a name: by the outcome with which the step ends the case.
_ESCALATIONS: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "small-claims": phrase("we bring the matter before the court"),
        "with-support": phrase("we ask the platform's support for help"),
    }
)

# What a person does by the built-in policies, by the name of the effect.
_CUSTOM: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "compare-addresses": Toned(
            phrase("we check that we use your right address"),
            phrase("we check that we have your address right"),
        ),
        "find-number": Toned(
            phrase("we look for your telephone number"), phrase("we look for your phone number")
        ),
        "look-online": Toned(
            phrase("we look online for a sign that you are well"),
            phrase("we look online for a sign that all is well with you"),
        ),
    }
)


def action(effect: Effect, fee: str, outcome: str | None) -> Text:
    """Say what one effect does; `fee` is the amount, or the blank, that a charge names."""
    if effect.name == "charge":
        return phrase("we charge a fee of {fee}", fee=fee)
    if effect.name == "escalate":
        return _ESCALATIONS.get(outcome or "", ACTIONS["escalate"])
    known = ACTIONS.get(effect.name) or _CUSTOM.get(effect.name)
    return known or phrase("we ourselves do “{name}”", name=effect.name)
