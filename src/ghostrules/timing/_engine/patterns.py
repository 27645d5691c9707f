"""Templates: opened into all their wordings, compiled to patterns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import frozen

from ghostrules.timing._engine.fold import same
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import NAMING, Fixed, Forms, Pack, Template
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import Unit

SLOT: Final = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_TOKEN: Final = re.compile(r"\{[\w.]+\}|[\[\]()|]|[^{}\[\]()|]+")
_ID: Final = r"(?>[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*(?:#[1-9][0-9]{0,3})?)"
_DIGITS: Final = r"[0-9]{1,9}"
_OPEN: Final = {"[": "(?:", "(": "(?:", "|": "|", "]": ")?", ")": ")"}


@frozen
class Sentence:
    """A compiled template: the form that it says, and the amount that it names without a number.

    `need` is the part that no text of the template goes without, and that the fewest others have;
    it is looked for first.
    """

    form: Form
    pattern: re.Pattern[str]
    need: str
    amount: tuple[int, Unit] | None


@cache
def sentences(language: str) -> tuple[Sentence, ...]:
    opened = [(form, *_opened(each)) for form, each in all_templates(pack_for(language))]
    needs = [tuple(_needed(text, language)) for _, text, _ in opened]
    shared = Counter(need for each in needs for need in set(each))
    return tuple(
        Sentence(
            form, compiled(text, language), min(each, key=shared.__getitem__, default=""), amount
        )
        for (form, text, amount), each in zip(opened, needs, strict=True)
    )


def all_templates(pack: Pack) -> Iterator[tuple[Form, Template]]:
    for form, templates in pack.forms.items():
        for template in templates.anchored + templates.bare:
            yield form, template


@cache
def all_wordings(language: str) -> tuple[str, ...]:
    texts = (_opened(template)[0] for _, template in all_templates(pack_for(language)))
    opened = (wording for text in texts for wording in wordings(text))
    return tuple(dict.fromkeys(folded(wording, language) for wording in opened))


def _opened(template: Template) -> tuple[str, tuple[int, Unit] | None]:
    return (template.text, template.amount) if isinstance(template, Fixed) else (template, None)


def _needed(template: str, language: str) -> Iterator[str]:
    depth = 0
    for token in _TOKEN.findall(template):
        if token in _OPEN:
            depth += {"[": 1, "(": 1, "|": 0}.get(token, -1)
        elif depth == 0 and not token.startswith("{"):
            yield same(token, language)


@cache
def compiled(template: str, language: str) -> re.Pattern[str]:
    return re.compile(source(template, language))


def source(template: str, language: str) -> str:
    """Build the pattern of a template, with a group for each slot."""
    return "".join(_piece(token, language) for token in _TOKEN.findall(template))


def _piece(token: str, language: str) -> str:
    if token in _OPEN:
        return _OPEN[token]
    slot = SLOT.fullmatch(token)
    if slot is None:
        return re.escape(same(token, language))
    known = slots(language)
    return f"(?P<{slot[1]}>{known.get(token[1:-1]) or known[slot[1]]})"


def folded(template: str, language: str) -> str:
    """Fold the words of a template, and leave its slots alone."""
    tokens = _TOKEN.findall(template)
    return "".join(each if SLOT.fullmatch(each) else same(each, language) for each in tokens)


@cache
def slots(language: str) -> dict[str, str]:
    """Give the pattern of every slot of a language, without groups that have names.

    A slot that asks for a form has that of the plain one, where it has none of its own: words in a
    form that is wrong in their place are read as well.
    """
    pack = pack_for(language)
    words = all_of(pack.numbers, language)
    units = _any_of(unit_words(language))
    number = _any_of([_DIGITS, *words], escape=False)
    plain = f"(?:{_DIGITS} ?|{_any_of(words)} ){units}"
    amount = f"(?:{_DIGITS} ?|{_any_of([*words, *all_of(pack.articles, language)])} ){units}"
    return {
        "id": _ID,
        "number": number,
        "amount": amount,
        "first": amount,
        "second": amount,
        "low": number,
        "high": plain,
        "amounts": f"(?:{number}(?:{_joined(pack)}{number})+ ?{units}|{_slashed(pack)})",
        "clock": _clock(pack),
        "each": _repeated(pack, plain),
        "times": number,
        "weekday": _any_of(all_of(pack.weekdays, language)),
        "nth": _any_of(all_of(pack.ordinals, language)) + "|" + _ordinal(pack),
        "time": _time(pack),
        "rest": ".+?",
        **_anchors(pack),
    }


def all_of(words: Iterable[str], language: str) -> list[str]:
    return [same(word, language) for word in words]


@cache
def unit_words(language: str) -> dict[str, Unit]:
    """Tell the unit of every word for one, in whatever form."""
    return {
        same(word, language): unit
        for unit, words in pack_for(language).units.items()
        for word in (words.one, words.other, *words.also, *words.many, *_in_forms(words.forms))
    }


def _in_forms(forms: Forms) -> Iterator[str]:
    for one, other in forms.values():
        yield from (one, other)


def _joined(pack: Pack) -> str:
    return _any_of(all_of(pack.joins, pack.language))


def _slashed(pack: Pack) -> str:
    """A list with slashes has a plural unit, and is no fraction such as `1/2`."""
    plurals = [word for words in pack.units.values() for word in (words.other, *words.many)]
    no_fraction = "(?![1-3] ?/ ?[2-4](?! ?/|[0-9]))"
    units = _any_of(all_of(plurals, pack.language))
    return f"{no_fraction}{_DIGITS}(?: ?/ ?{_DIGITS})+ ?{units}"


def _repeated(pack: Pack, amount: str) -> str:
    one = [re.escape(word) for word in every_words(pack.language)]
    many = [inlined(text, {"amount": amount}, pack.language) for text in pack.repeated]
    return _any_of([*one, *many], escape=False)


@cache
def every_words(language: str) -> dict[str, Unit]:
    """Tell which unit is repeated by words without a number."""
    units = pack_for(language).units.items()
    return {same(word, language): unit for unit, words in units for word in words.every}


def _time(pack: Pack) -> str:
    return f"(?:[01]?[0-9]|2[0-3])[{''.join(pack.clock)}][0-5][0-9]"


def _clock(pack: Pack) -> str:
    """Whatever could be meant as a time of day."""
    written = [words for words, clock in pack.instead.items() if re.fullmatch(_time(pack), clock)]
    said = _any_of(all_of(written, pack.language)) + "|" if written else ""
    return f"(?:{said}[0-9]{{1,3}}(?:[:.][0-9]{{1,3}})?)"


def _ordinal(pack: Pack) -> str:
    endings = [ending for _, ending in pack.ordinal_endings]
    return "[1-9][0-9]{0,8}" + _any_of([*endings, *pack.ordinal_also])


def _anchors(pack: Pack) -> dict[str, str]:
    """Give the slots `anchor`, `step`, `anchor.dat` and so on."""
    found: dict[str, str] = {}
    for form in pack.step:
        steps, anchors = _any_anchor(step_names(pack, form)), _any_anchor(anchor_names(pack, form))
        found |= {f"step.{form}": steps, f"anchor.{form}": anchors}
    return found | {name: found[f"{name}.{NAMING}"] for name in ("step", "anchor")}


def _any_anchor(names: Iterable[str]) -> str:
    return _any_of([name.replace("{id}", _ID) for name in names], escape=False)


def step_names(pack: Pack, form: str) -> list[str]:
    """List the patterns of the ways to name a step or a fact, with `{id}` in them."""
    texts = dict.fromkeys((*pack.step[form], *pack.fact[form]))
    return [_with_id(text, pack.language) for text in texts]


def start_names(pack: Pack, form: str) -> list[str]:
    return [_with_id(text, pack.language) for text in pack.start.get(form, ())]


def part_names(pack: Pack, forms: Forms, form: str) -> list[str]:
    """List the patterns of the ways to name a part of a step, with `{id}` in them."""
    return [
        inlined(text, {"step": each}, pack.language)
        for text in forms.get(form, ())
        for slot in SLOT.finditer(text)
        for each in step_names(pack, slot[2] or NAMING)
    ]


def anchor_names(pack: Pack, form: str) -> list[str]:
    """List the patterns of everything that can be counted from."""
    parts = [
        inlined(
            text,
            {"step": _any_of(step_names(pack, slot[2] or NAMING), escape=False)},
            pack.language,
        )
        for forms in pack.parts.values()
        for text in forms.get(form, ())
        for slot in SLOT.finditer(text)
    ]
    return [*step_names(pack, form), *start_names(pack, form), *parts]


def _with_id(template: str, language: str) -> str:
    return inlined(template, {"id": "{id}"}, language)


def inlined(template: str, patterns: dict[str, str], language: str) -> str:
    """Build the pattern of a template whose slots have the patterns given, without groups."""
    return "".join(
        patterns[slot[1]] if (slot := SLOT.fullmatch(token)) else _piece(token, language)
        for token in _TOKEN.findall(template)
    )


def _any_of(choices: Iterable[str], *, escape: bool = True) -> str:
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
