"""Labels: each is of something, has the forms that its language needs, and means one thing."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import choices, diagnostic, suggestion
from ghostrules.errors import TimingError
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy._outline import Outline
from ghostrules.timing import (
    Labels,
    When,
    alike,
    anchor_named,
    missing_forms,
    read,
    with_anchor,
    write,
)


def labels(outline: Outline) -> Iterator[Diagnostic]:
    """Report labels of nothing, labels without a form, and labels that cannot be told apart."""
    said = outline.policy.labels
    for language in said.languages:
        for name in said.names(language):
            yield from _label(outline, language, name)


def _label(outline: Outline, language: str, name: str) -> Iterator[Diagnostic]:
    known = ["start", *outline.places, *outline.facts]
    if name not in known:
        yield diagnostic(
            "GR143",
            phrase("there is a label for `{name}`, and nothing is called so", name=name),
            path=_place(language, name),
            expected=choices(known),
            help=suggestion(name, known),
        )
        return
    yield from _forms(outline, language, name)
    faults = (_another(outline, language, name, known), _twice(outline, language, name))
    fault = next(filter(None, faults), None) or _misread(outline, language, name)
    if fault is not None:
        place = _place(language, name)
        help = phrase("give `{name}` a label of its own", name=name)
        yield diagnostic("GR145", fault, path=place, help=help)


def _place(language: str, name: str) -> str:
    return f"labels.{language}.{name}"


def _forms(outline: Outline, language: str, name: str) -> Iterator[Diagnostic]:
    timings = tuple(row.step.timing for row in outline.rows)
    for form in missing_forms(name, language, outline.policy.labels, timings):
        yield diagnostic(
            "GR144",
            phrase(
                "the label of `{name}` has no form `{form}`, which `{language}` needs",
                name=name,
                form=form,
                language=language,
            ),
            path=_place(language, name),
            expected=phrase('`{form} = "..."`, as it stands in the sentence', form=form),
            help=phrase("until then the id stands in the sentence"),
        )


def _texts(outline: Outline, language: str, name: str) -> list[str]:
    return [text for own, _, text in outline.policy.labels.forms(language) if own == name]


def _another(outline: Outline, language: str, name: str, known: list[str]) -> Phrase | None:
    for text in _texts(outline, language, name):
        meant = anchor_named(text, language)
        if meant is not None and meant.name != name and meant.name in known:
            return phrase("`{text}` names `{name}` already", text=text, name=meant.name)
    return None


def _twice(outline: Outline, language: str, name: str) -> Phrase | None:
    """Tell the label before in the document that is the same."""
    own = _texts(outline, language, name)
    for other, _, text in outline.policy.labels.forms(language):
        if other < name and any(alike(text, each, language) for each in own):
            return phrase("`{text}` is the label of `{name}`, too", text=text, name=other)
    return None


def _misread(outline: Outline, language: str, name: str) -> Phrase | None:
    """What the policy says in its own language has to be read as it was meant."""
    named = [row for row in outline.rows if row.anchor.name == name]
    if language == outline.policy.language:
        for row in named:
            when = with_anchor(row.step.timing, row.anchor)
            text = write(when, language, labels=outline.policy.labels)
            if not _reads(text, when, language, outline.policy.labels):
                return phrase("`{text}` is not read as it is meant", text=text)
    return None


def _reads(text: str, when: When, language: str, said: Labels) -> bool:
    try:
        return read(text, language, labels=said) == when
    except TimingError:
        return False
