"""A description as text, as Markdown, and as HTML; and as plain values that JSON knows."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ghostrules.descriptions import Description, Sentence
from ghostrules.timing import symbol

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>#"})


def description_text(description: Description) -> str:
    """Write a description as plain text: lists for the rule, lines for the clause.

    >>> from ghostrules import built_in, describe
    >>> print(description_text(describe(built_in("negotiation"))).splitlines()[0])
    No answer to an offer
    """
    headings = description.headings
    return "\n".join(
        (
            description.title,
            *_listed(headings.rules, description.rules),
            *_listed(headings.events, description.events),
            *_underlined(headings.clause),
            *(line for part in description.clause for line in ("", part.title, *map(str, part))),
        )
    )


def _listed(heading: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    yield from (*_underlined(heading), "")
    yield from (f"- {sentence}" for sentence in sentences)


def _underlined(heading: str) -> tuple[str, ...]:
    return "", heading, "-" * len(heading)


def _paragraphs(sentences: Iterable[Sentence]) -> Iterator[str]:
    yield from "\n\n".join(_plain(str(sentence)) for sentence in sentences).split("\n")


def _html_paragraphs(sentences: Iterable[Sentence]) -> Iterator[str]:
    yield from (f"<p>{escape(str(sentence))}</p>" for sentence in sentences)


def description_markdown(description: Description) -> str:
    """Write a description as Markdown, in which nothing of a policy is taken for a mark.

    >>> from ghostrules import built_in, describe
    >>> print(description_markdown(describe(built_in("negotiation"))).splitlines()[2])
    ## What we do
    """
    headings = description.headings
    return "\n".join(
        (
            f"# {_plain(description.title)}",
            *_items(headings.rules, description.rules),
            *_items(headings.events, description.events),
            *("", f"## {headings.clause}"),
            *(
                line
                for part in description.clause
                for line in ("", f"### {part.title}", "", *_paragraphs(part))
            ),
        )
    )


def _items(heading: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    yield from ("", f"## {heading}", "")
    yield from (f"1. {_plain(str(sentence))}" for sentence in sentences)


def _plain(text: str) -> str:
    return text.translate(_SPECIAL)


def description_html(description: Description) -> str:
    """Write a description as an article in HTML, to stand in a page.

    >>> from ghostrules import built_in, describe
    >>> print(description_html(describe(built_in("negotiation"))).splitlines()[0])
    <article lang="en-GB">
    """
    headings = description.headings
    return "\n".join(
        (
            f'<article lang="{description.language}-{description.territory}">',
            f"<h1>{escape(description.title)}</h1>",
            *_html_list(headings.rules, description.rules),
            *_html_list(headings.events, description.events),
            f"<h2>{escape(headings.clause)}</h2>",
            *(
                line
                for part in description.clause
                for line in (f"<h3>{escape(part.title)}</h3>", *_html_paragraphs(part))
            ),
            "</article>",
        )
    )


def _html_list(heading: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    yield from (f"<h2>{escape(heading)}</h2>", "<ol>")
    yield from (f"<li>{escape(str(sentence))}</li>" for sentence in sentences)
    yield "</ol>"


def description_document(description: Description) -> dict[str, Any]:
    """Put a description into the form of `ghostrules describe --json`.

    >>> from ghostrules import built_in, describe
    >>> document = description_document(describe(built_in("negotiation")))
    >>> document["rules"][1]["step"], document["rules"][1]["timing"]
    ('last-follow-up', 'follow-up+1w')

    `timing` is in symbols, `due` the instant that a sentence names, with the offset of the
    client's time zone; each is none where there is none.
    """
    return {
        "policy": description.policy,
        "title": description.title,
        "locale": description.locale,
        "language": description.language,
        "register": description.register.value,
        "rules": [_sentence(sentence) for sentence in description.rules],
        "events": [_sentence(sentence) for sentence in description.events],
        "clause": [
            {"title": part.title, "sentences": [_sentence(sentence) for sentence in part]}
            for part in description.clause
        ],
    }


def _sentence(sentence: Sentence) -> dict[str, str | None]:
    timing, due = sentence.timing, sentence.due
    return {
        "text": sentence.text,
        "step": sentence.step,
        "timing": None if timing is None else symbol(timing),
        "due": None if due is None else due.isoformat(),
    }
