"""`when` as a document writes it: words in the policy's language, or symbols."""

from ghostrules.documents import Faulty, fault
from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.phrases import phrase
from ghostrules.policy._wording import Wording
from ghostrules.timing import When, from_symbol, read


def read_when(text: str, wording: Wording, path: str) -> When:
    """Read a timing in the words of a policy, or in symbols, which are no words of any language."""
    try:
        return read(text, wording.language, labels=wording.labels)
    except TimingError as error:
        try:
            return from_symbol(text)
        except TimingError:
            raise _as_fault(error, text, path) from error


def _as_fault(error: TimingError, text: str, path: str) -> Faulty:
    if isinstance(error, AmbiguousTiming):
        return fault(
            "GR007", error.message, path, value=text, expected=_readings(error), help=error.help
        )
    return fault(
        "GR006", error.message, path, value=text, expected=_understood(error), help=error.help
    )


def _readings(error: AmbiguousTiming) -> str | None:
    if not error.readings:
        return None
    return phrase("one of: {readings}", readings="; ".join(error.readings))


def _understood(error: TimingError) -> str | None:
    if not error.understood:
        return None
    return phrase("a timing that goes on after `{understood}`", understood=error.understood)
