"""What can happen, as it follows a word such as `as soon as`: `you answer`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.descriptions._toned import Text, Toned
from ghostrules.phrases import Phrase, phrase

HAPPENINGS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "replied": Toned(phrase("you write to us"), phrase("you get in touch")),
        "client-replied": Toned(phrase("you answer"), phrase("you reply")),
        "content-received": Toned(
            phrase("we have received the content from you"), phrase("we have your content")
        ),
        "answered": Toned(phrase("we have answered you"), phrase("we have replied to you")),
        "paid": Toned(phrase("you have paid"), phrase("you have paid us")),
        "part-paid": Toned(phrase("you have paid a part"), phrase("you have paid us a part")),
        "payment-undone": phrase("a payment is taken back"),
        "payment-released": phrase("the payment has been released"),
        "promised": Toned(
            phrase("you name a day by which we shall hear from you"),
            phrase("you name a day by which we'll hear from you"),
        ),
        "away": phrase("we learn of an absence"),
        "disputed": Toned(phrase("you object"), phrase("you disagree")),
        "bereaved": Toned(
            phrase("we learn that you have suffered a loss"),
            phrase("we hear that you have suffered a loss"),
        ),
        "held": phrase("we put the matter on hold"),
        "released": phrase("we release the matter"),
        "performed": phrase("one of our steps has been carried out"),
        "delivered": phrase("one of our messages has been delivered"),
        "failed": phrase("one of our messages cannot be sent"),
        "bounced": phrase("one of our messages comes back"),
        "opened": phrase("one of our messages has been opened"),
        "fact-changed": phrase("something about the case changes"),
        "cancelled": phrase("we call it off"),
        "declined": phrase("we withdraw our offer"),
    }
)

# What a person reports of a step, by the words of the built-in policies.
_RESULTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "reached": Toned(phrase("we have reached you"), phrase("we have got hold of you")),
        "wrong address": Toned(
            phrase("we find that the address we have of you is wrong"),
            phrase("we find that we have the wrong address for you"),
        ),
        "wrong number": Toned(
            phrase("we find that the number we have of you is wrong"),
            phrase("we find that we have the wrong number for you"),
        ),
        "active": Toned(phrase("we see that you are well"), phrase("we see that all is well")),
        "write": Toned(
            phrase("we decide to write to you in private"), phrase("we decide to message you")
        ),
    }
)

_OUTCOMES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "answered": phrase("answered"),
        "declined": phrase("withdrawn"),
        "moved-on": phrase("moved on"),
        "paid": phrase("paid"),
        "paused": phrase("paused"),
        "received": phrase("received"),
        "released": phrase("released"),
        "small-claims": phrase("before the court"),
        "stopped": phrase("stopped"),
        "with-support": phrase("with the platform's support"),
    }
)


def outcome_name(outcome: str) -> str:
    """Name an outcome; a policy's own keeps its name."""
    return _OUTCOMES.get(outcome, outcome)


def happening(event: str) -> Text:
    """Say an event; a policy's own keeps its name."""
    return HAPPENINGS.get(event) or phrase("“{event}” is reported", event=event)


def result_known(result: str | None) -> Text | None:
    """Say what a result means, where it is one of the built-in policies."""
    return None if result is None else _RESULTS.get(result)


def happening_of_step(event: str, step: str, result: str | None) -> Text:
    """Say an event that belongs to a step, or tells the result of one."""
    if event != "done":
        return phrase("“{event}” is reported of this step ({step})", event=event, step=step)
    if result is None:
        return phrase("this step is done ({step})", step=step)
    return phrase("the result of this step is “{result}” ({step})", result=result, step=step)
