"""What `check` says of words for a policy, beyond what the pages of the diagnostics show."""

import pytest

from ghostrules import Severity, check, loads
from ghostrules.diagnostics import Diagnostic
from ghostrules.messages import Words, loads_words

EMAIL = """
id = "chase"
ends = "paid"
facts = {{ fee = "money", vip = "boolean" }}
[[step]]
id = "a"
when = "1 day after start"
{0}
"""
LETTER = '["{id}"]\nfields = [{fields}]\n{variants}'
HEAD = 'language = "{0}"\n'


def letter(id: str, text: str = "x", *, variants: tuple[str, ...] = ("formal", "informal")) -> str:
    """Write a template whose texts all say the same."""
    names = [name for name in ("fee", "vip", "own", "deadline") if f"{{{name}}}" in text]
    texts = "".join(f'{one} = {{ subject = "x", body = "{text}" }}\n' for one in variants)
    listed = ", ".join(f'"{name}"' for name in names)
    return LETTER.format(id=id, fields=listed, variants=texts)


def judged(step: str, *documents: str) -> list[Diagnostic]:
    """Give what words earn for a policy of one step."""
    words = Words(tuple(loads_words(document) for document in documents))
    report = check(loads(EMAIL.format(step)), words=words)
    return [found for found in report if found.code.startswith("GR5")]


def codes(step: str, *documents: str) -> list[str]:
    """Give the codes alone."""
    return [found.code for found in judged(step, *documents)]


ENGLISH, DUTCH = HEAD.format("en"), HEAD.format("nl")


@pytest.mark.parametrize(
    "step",
    [
        'do = "pause_work"',
        'do = "escalate"',
        'do = { email = { template = "project/stop" } }',
        'do = { call = { template = "project/call" } }',
    ],
)
def test_nothing_is_missing_where_no_words_are_needed_or_the_library_has_them(step: str) -> None:
    """Work has no words, and words can be borrowed."""
    assert [] == codes(step)


def test_words_in_another_language_only_are_a_warning() -> None:
    """A client who reads Dutch gets them; anybody else would get nothing."""
    (found,) = judged('do = "email"', DUTCH + letter("chase/a"))
    assert (Severity.WARNING, "GR505") == (found.severity, found.code)
    assert "nobody has the words `chase/a` in `en`" == found.message
    assert found.help is not None
    assert found.help.startswith("they are there in `nl`")


def test_a_call_needs_a_note_and_no_letter() -> None:
    """What a person carries out is not written to the client."""
    assert [] == codes('do = "call"', ENGLISH + letter("chase/a", variants=("note",)))
    (found,) = judged('do = "call"', ENGLISH + letter("chase/a"))
    assert ("GR506", Severity.ERROR) == (found.code, found.severity)


def test_a_letter_without_any_register_is_an_error() -> None:
    """A note is no letter."""
    (found,) = judged('do = "email"', ENGLISH + letter("chase/a", variants=("note",)))
    assert ("GR506", Severity.ERROR) == (found.code, found.severity)


def test_every_fallback_needs_its_words_once() -> None:
    """All ways of one step share their words, and a fault is told once."""
    step = 'do = [{ first_of = ["email", "sms"] }, "letter"]'
    assert ["GR505"] == codes(step)


def test_facts_and_fields_of_ones_own_are_known() -> None:
    """But not what is yes or no: there are no conditions in a text."""
    own = ENGLISH + '[fields]\nown = "text"\n' + letter("chase/a", "{fee} {own}")
    assert [] == codes('do = "email"', own)
    assert ["GR502"] == codes('do = "email"', ENGLISH + letter("chase/a", "{vip}"))


def test_ones_own_reminders_are_judged_too() -> None:
    """They are named by no effect, and sent all the same."""
    reminder = letter("our-turn", "{own}", variants=("note",))
    assert ["GR502"] == codes('do = "pause_work"', ENGLISH + reminder)


def test_words_for_other_policies_are_left_alone() -> None:
    """A file may serve several policies, the library's among them."""
    others = letter("late-content/reminder", "{own}") + letter("quite/another", "{own}")
    assert [] == codes('do = "pause_work"', ENGLISH + others)


def test_a_template_of_a_reaction_is_needed() -> None:
    """By its event."""
    reaction = 'do = "pause_work"\n[[on]]\nevent = "poked"\ndo = "email"'
    (found,) = judged(reaction)
    assert ("on[0].do", "nobody has the words `chase/on-poked`") == (found.path, found.message)


def test_without_words_nothing_is_said_of_words() -> None:
    """Who sends messages in other ways needs none."""
    assert "GR505" not in check(loads(EMAIL.format('do = "email"'))).codes
