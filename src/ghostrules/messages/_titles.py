"""The titles of the built-in policies, sayable in other languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import Policy

TITLES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "late-content": phrase("Content or feedback is late"),
        "marketplace-complete": phrase("Finished work is not accepted"),
        "marketplace-incomplete": phrase("Silence in the middle of a marketplace project"),
        "negotiation": phrase("No answer to an offer"),
        "payment": phrase("An invoice is not paid"),
        "project": phrase("No answer in a running project"),
    }
)


def title_of(policy: Policy) -> str | None:
    """Give the title of a policy; a built-in that nobody renamed has one in every language.

    >>> from ghostrules.policy import built_in
    >>> str(title_of(built_in("negotiation")))
    'No answer to an offer'
    """
    known = TITLES.get(policy.id)
    return known if known is not None and known == policy.title else policy.title
