"""Templates: opened into all their wordings, compiled to patterns."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Fixed, Pack, Template
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import Unit

_TOKEN = re.compile(r"\{\w+\}|[\[\]()|]|[^{}\[\]()|]+")
_ID: Final = r"[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*(?:#[1-9][0-9]{0,3})?"
_DIGITS: Final = r"[0-9]{1,9}"
_TIME: Final = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_OPEN: Final = {"[": "(?:", "(": "(?:", "|": "|", "]": ")?", ")": ")"}


@frozen
class Sentence:
    """A compiled template: the form that it says, and the amount that it names without a number."""

    form: Form
    pattern: re.Pattern[str]
    amount: tuple[int, Unit] | None


@cache
def sentences(language: str) -> tuple[Sentence, ...]:
    pack = pack_for(language)
    return tuple(
        Sentence(form, compiled(text, language), amount)
        for form, template in all_templates(pack)
        for text, amount in (_opened(template),)
    )


def all_templates(pack: Pack) -> Iterator[tuple[Form, Template]]:
    for form, templates in pack.forms.items():
        for template in templates.anchored + templates.bare:
            yield form, template


@cache
def all_wordings(language: str) -> tuple[str, ...]:
    texts = (_opened(template)[0].lower() for _, template in all_templates(pack_for(language)))
    return tuple(dict.fromkeys(wording for text in texts for wording in wordings(text)))


def _opened(template: Template) -> tuple[str, tuple[int, Unit] | None]:
    return (template.text, template.amount) if isinstance(template, Fixed) else (template, None)


@cache
def compiled(template: str, language: str) -> re.Pattern[str]:
    return re.compile(source(template, language))


def source(template: str, language: str) -> str:
    """Build the pattern of a template, with a group for each slot."""
    return "".join(_piece(token, language) for token in _TOKEN.findall(template))


def _piece(token: str, language: str) -> str:
    if token in _OPEN:
        return _OPEN[token]
    if token.startswith("{"):
        return f"(?P<{token[1:-1]}>{slots(language)[token[1:-1]]})"
    return re.escape(token.lower())


@cache
def slots(language: str) -> dict[str, str]:
    """Give the pattern of every slot of a language, without groups that have names."""
    pack = pack_for(language)
    words = [*pack.numbers]
    units = _any_of(unit_words(pack))
    number = _any_of([_DIGITS, *words], escape=False)
    amount = f"(?:{_DIGITS} ?|{_any_of([*words, *pack.articles])} ){units}"
    return {
        "id": _ID,
        "number": number,
        "amount": amount,
        "first": amount,
        "second": amount,
        "low": number,
        "high": f"(?:{_DIGITS} ?|{_any_of(words)} ){units}",
        "amounts": f"(?:{number}(?:{_any_of(pack.joins)}{number})+ ?{units}|{_slashed(pack)})",
        "clock": _clock(pack),
        "each": f"(?:{_DIGITS} ?|{_any_of(words)} )?{units}",
        "times": number,
        "weekday": _any_of([day.lower() for day in pack.weekdays]),
        "nth": _any_of([*pack.ordinals]) + "|" + _ordinal(pack),
        "time": _TIME,
        "rest": ".+",
        "step": _inlined(pack.step),
        "anchor": _inlined([text for part in pack.parts.values() for text in part] + [*pack.step]),
    }


def unit_words(pack: Pack) -> list[str]:
    return [
        word.lower()
        for words in pack.units.values()
        for word in (words.one, words.other, *words.also, *words.many)
    ]


def _slashed(pack: Pack) -> str:
    """A list with slashes has a plural unit, and is no fraction such as `1/2`."""
    plurals = [word for words in pack.units.values() for word in (words.other, *words.many)]
    no_fraction = "(?![1-3] ?/ ?[2-4](?! ?/|[0-9]))"
    return f"{no_fraction}{_DIGITS}(?: ?/ ?{_DIGITS})+ ?{_any_of(plurals)}"


def _clock(pack: Pack) -> str:
    """Whatever could be meant as a time of day."""
    said = [words for words, written in pack.instead.items() if re.fullmatch(_TIME, written)]
    return f"(?:{_any_of(said)}|[0-9]{{1,3}}(?:[:.][0-9]{{1,3}})?)"


def _ordinal(pack: Pack) -> str:
    return "[1-9][0-9]{0,8}" + _any_of([ending for _, ending in pack.ordinal_endings])


def _inlined(templates: list[str] | tuple[str, ...]) -> str:
    opened = [wording for text in templates for wording in wordings(text)]
    return _any_of([re.escape(text).replace(r"\{id\}", _ID) for text in opened], escape=False)


def _any_of(choices: list[str] | tuple[str, ...], *, escape: bool = True) -> str:
    longest_first = sorted(set(choices), key=lambda choice: (-len(choice), choice))
    return f"(?:{'|'.join(map(re.escape, longest_first) if escape else longest_first)})"


@cache
def wordings(template: str) -> tuple[str, ...]:
    """Write out every choice of a template: `[the ]day` gives `the day` and `day`.

    >>> wordings("[the ](next|last) day")
    ('the next day', 'the last day', 'next day', 'last day')
    """
    choice = re.search(r"\[([^\[\]()]*)\]|\(([^\[\]()]*)\)", template)
    if choice is None:
        return (template,)
    optional, required = choice.groups()
    options = [*(optional or required).split("|"), *([""] if required is None else [])]
    filled = (template[: choice.start()] + each + template[choice.end() :] for each in options)
    return tuple(dict.fromkeys(wording for text in filled for wording in wordings(text)))
