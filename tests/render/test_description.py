"""Descriptions in each form hold every sentence, in order, and nothing else is made of them."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from ghostrules import Calendar, Policy, Step, built_in, describe, do
from ghostrules.descriptions import Description
from ghostrules.render import (
    description_document,
    description_html,
    description_markdown,
    description_text,
)

NL = Calendar.for_country("NL")


def plain_markdown(description: Description) -> str:
    """Take the marks out of the Markdown again."""
    return re.sub(r"\\(.)", r"\1", description_markdown(description))


def plain_html(description: Description) -> str:
    """Take the marks out of the HTML again."""
    return unescape(re.sub(r"<[^>]*>", "", description_html(description)))


@pytest.mark.parametrize("write", [description_text, plain_markdown, plain_html])
@pytest.mark.parametrize("locale", ["en_GB", "nl_NL", "de_DE", "tr_TR"])
def test_every_sentence_is_written_in_order(
    write: Callable[[Description], str], locale: str
) -> None:
    """Rules, events and clause follow each other, each under its heading."""
    description = describe(built_in("project"), locale=locale, client=NL)
    expected = [
        description.title,
        description.headings.rules,
        *map(str, description.rules),
        description.headings.events,
        *map(str, description.events),
        description.headings.clause,
        *(text for part in description.clause for text in (part.title, *map(str, part))),
    ]

    rest = write(description)
    for text in expected:
        assert text in rest
        rest = rest[rest.index(text) + len(text) :]


def test_marks_of_a_policy_stay_text() -> None:
    """L22: what a policy says is neither Markdown nor HTML."""
    policy = Policy(
        "odd",
        [Step("mail", "24 hours after start", do.custom("ask_again"))],
        ends="paid",
        title="[a](b) *c* <d> `e` # f",
    )
    description = describe(policy, client=NL)

    assert r"\[a\](b) \*c\* \<d\> \`e\` \# f" in description_markdown(description)
    assert "we ourselves do “ask\\_again”" in description_markdown(description)
    assert "<h1>[a](b) *c* &lt;d&gt; `e` # f</h1>" in description_html(description)


def test_the_document_holds_what_programs_need() -> None:
    """The keys are a promise."""
    document = description_document(describe(built_in("negotiation"), locale="nl_BE", client=NL))

    assert [
        "policy",
        "title",
        "locale",
        "language",
        "register",
        "rules",
        "events",
        "clause",
    ] == list(document)
    assert ("nl_BE", "nl", "formal") == (
        document["locale"],
        document["language"],
        document["register"],
    )
    assert {
        "text": "1 week na het opvolgbericht sturen wij u een e-mail. "
        "Daarmee geldt de zaak als “losgelaten”. Daarna volgt er niets meer.",
        "step": "last-follow-up",
        "timing": "follow-up+1w",
        "due": None,
    } == document["rules"][1]
