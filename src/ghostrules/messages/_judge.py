"""The words of a policy, judged before anything is sent: this is what `check` asks for them."""

from collections.abc import Collection, Iterator
from typing import Final

from attrs import frozen

from ghostrules.diagnostics import Diagnostic, Severity
from ghostrules.documents import choices, diagnostic, suggestion
from ghostrules.effects import Effect
from ghostrules.messages._fields import FIELDS, fact_fields
from ghostrules.messages._lexicon import NOTE, Lexicon, Template
from ghostrules.messages._render import is_for_us
from ghostrules.messages._word_files import built_in_languages, built_in_words
from ghostrules.messages._wordbook import Words
from ghostrules.parties import Register
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import Policy

_NOTE: Final = "note"
_TYPO: Final = 0.8
_REMINDERS: Final = ("draft", "overdue")
_OUR_TURN: Final = "our-turn"


@frozen
class _Need:
    """Words that an effect of a policy names, and where it does."""

    template: str
    for_us: bool
    path: str


def judge(words: Words, policy: Policy) -> Iterator[Diagnostic]:
    """Report the words that an effect needs and nobody has, and what is wrong with one's own."""
    needs = tuple(_needs(policy))
    seen: set[tuple[str, bool]] = set()
    for need in needs:
        if (need.template, need.for_us) not in seen:
            seen.add((need.template, need.for_us))
            yield from _missing(words, policy, need)
    named = {need.template for need in needs} | set(_reminders(policy))
    for lexicon in words.own:
        for template in lexicon.templates.values():
            yield from _own(lexicon, template, policy, named)


def _needs(policy: Policy) -> Iterator[_Need]:
    for index, step in enumerate(policy.steps):
        for effect in step.do:
            yield from _of_effect(effect, f"{policy.id}/{step.id}", f"step[{index}].do")
    for index, reaction in enumerate(policy.on):
        for effect in reaction.do:
            yield from _of_effect(effect, f"{policy.id}/{reaction.words}", f"on[{index}].do")


def _of_effect(effect: Effect, words: str, path: str) -> Iterator[_Need]:
    for each in effect.alternatives:
        usual = words if each.kind.reaches_client or each.name == _NOTE else None
        template = each.template or usual
        if template is not None:
            yield _Need(template, is_for_us(each), path)


def _reminders(policy: Policy) -> Iterator[str]:
    yield f"{policy.id}/{_OUR_TURN}"
    for step in policy.steps:
        yield from (f"{policy.id}/{step.id}/{name}" for name in _REMINDERS)


def _missing(words: Words, policy: Policy, need: _Need) -> Iterator[Diagnostic]:
    found = words.template(need.template, policy.language)
    if found is not None:
        yield from _lacking(found, need)
        return
    others = [one for one in words.languages if words.template(need.template, one) is not None]
    yield diagnostic(
        "GR505",
        _nobody(need.template, policy.language if others else None),
        path=need.path,
        severity=Severity.WARNING if others else None,
        expected=phrase(
            "`{template}` in words of your own, in `{language}`",
            template=need.template,
            language=policy.language,
        ),
        help=_meant(words, need.template) if not others else _only(others, policy.language),
    )


def _nobody(template: str, language: str | None) -> Phrase:
    if language is None:
        return phrase("nobody has the words `{template}`", template=template)
    return phrase(
        "nobody has the words `{template}` in `{language}`", template=template, language=language
    )


def _meant(words: Words, template: str) -> str | None:
    library = (built_in_words(language) for language in built_in_languages())
    return suggestion(
        template, {id for one in (*words.own, *library) for id in one.templates}, alike=_TYPO
    )


def _only(others: list[str], language: str) -> str:
    return phrase(
        "they are there in {known}; a client with another language is written to in `{language}`",
        known=", ".join(f"`{one}`" for one in others),
        language=language,
    )


def _lacking(template: Template, need: _Need) -> Iterator[Diagnostic]:
    wanted = (NOTE,) if need.for_us else tuple(register.value for register in Register)
    lacking = [variant for variant in wanted if variant not in template.texts]
    if lacking:
        nothing = lacking == list(wanted)
        yield diagnostic(
            "GR506",
            phrase(
                "the words `{template}` have no text that is {variants}",
                template=template.id,
                variants=choices(lacking),
            ),
            path=need.path,
            severity=Severity.ERROR if nothing else None,
            help=None if nothing else phrase("who is spoken to so gets the other text"),
        )


def _own(
    lexicon: Lexicon, template: Template, policy: Policy, named: Collection[str]
) -> Iterator[Diagnostic]:
    if template.id in named or any(id.rpartition("/")[2] == template.id for id in named):
        yield from _fields(lexicon, template, policy)
        return
    meant = suggestion(template.id, named, alike=_TYPO)
    if meant is not None and not _is_built_in(template.id):
        yield diagnostic(
            "GR507",
            phrase("no effect of the policy names the words `{template}`", template=template.id),
            path=f"{lexicon.language}: {template.id}",
            help=meant,
        )


def _is_built_in(id: str) -> bool:
    return any(id in built_in_words(language).templates for language in built_in_languages())


def _fields(lexicon: Lexicon, template: Template, policy: Policy) -> Iterator[Diagnostic]:
    known = {*FIELDS, *fact_fields(policy), *lexicon.fields}
    place = f"{lexicon.language}: {template.id}"
    for name in template.fields:
        if name not in known:
            yield _unknown(name, known, f"{place}.fields")
    for variant, letter in template.texts.items():
        for name in sorted(letter.names - {*template.fields}):
            path = f"{place}.{variant}"
            unknown = name not in known
            yield _unknown(name, known, path) if unknown else _unnamed(name, template, path)
    used = {name for letter in template.texts.values() for name in letter.names}
    for name in template.fields:
        if name not in used:
            yield _unused(name, f"{place}.fields")


def _unused(name: str, path: str) -> Diagnostic:
    return diagnostic(
        "GR504", phrase("no text uses the field `{name}`", name=name), path=path, value=name
    )


def _unknown(name: str, known: Collection[str], path: str) -> Diagnostic:
    return diagnostic(
        "GR502",
        phrase("no field is called `{name}`", name=name),
        path=path,
        value=f"{{{name}}}",
        help=suggestion(name, known)
        or phrase('a field of your own is declared as in `[fields]` `{name} = "text"`', name=name),
    )


def _unnamed(name: str, template: Template, path: str) -> Diagnostic:
    return diagnostic(
        "GR503",
        phrase("the template does not name the field `{name}`", name=name),
        path=path,
        value=f"{{{name}}}",
        expected=f"`fields = {[*template.fields, name]}`".replace("'", '"'),
    )
