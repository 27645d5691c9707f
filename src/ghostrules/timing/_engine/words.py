"""Single slots: from words to values and back."""

import re
from functools import cache
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.phrases import phrase
from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.fold import same
from ghostrules.timing._engine.patterns import (
    SLOT,
    all_of,
    every_words,
    inlined,
    part_names,
    slots,
    start_names,
    step_names,
    unit_words,
)
from ghostrules.timing._labels import Labels
from ghostrules.timing._pack import NAMING, Pack
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import Unit, amount_in, counted, counted_together
from ghostrules.timing._values import START, Anchor, Part

_NUMBER: Final = re.compile(r"[0-9]+")


def amount_from(text: str, pack: Pack) -> Amount:
    return amount_in(*_number_and_unit(text, pack))


def _number_and_unit(text: str, pack: Pack) -> tuple[int, Unit]:
    number = _number(pack.language).match(text)
    assert number is not None
    unit = unit_words(pack.language)[text[number.end() :].strip()]
    return number_from(number[0], pack), unit


def number_from(text: str, pack: Pack) -> int:
    return int(text) if _NUMBER.fullmatch(text) else _numbers(pack.language)[text]


@cache
def _number(language: str) -> re.Pattern[str]:
    words = sorted(_numbers(language), key=len, reverse=True)
    return re.compile(rf"[0-9]+|(?:{'|'.join(map(re.escape, words))})(?= )")


@cache
def _numbers(language: str) -> dict[str, int]:
    pack = pack_for(language)
    named = {same(word, language): number for word, number in pack.numbers.items()}
    return dict.fromkeys(all_of(pack.articles, language), 1) | named


def each_from(text: str, pack: Pack) -> Amount:
    """Read the amount of a repetition, which says one by saying no number."""
    one = every_words(pack.language).get(text)
    if one is not None:
        return amount_in(1, one)
    found = next(filter(None, (each.fullmatch(text) for each in _repetitions(pack.language))))
    return amount_from(found["amount"], pack)


@cache
def _repetitions(language: str) -> tuple[re.Pattern[str], ...]:
    amount = {"amount": f"(?P<amount>{slots(language)['high']})"}
    return tuple(re.compile(inlined(t, amount, language)) for t in pack_for(language).repeated)


def range_from(low: str, high: str, pack: Pack) -> tuple[Amount, Amount]:
    number, unit = _number_and_unit(high, pack)
    return amount_in(number_from(low, pack), unit), amount_in(number, unit)


def several_from(text: str, pack: Pack) -> tuple[Amount, ...]:
    *numbers, last = _joins(pack.language).split(text)
    number, unit = _number_and_unit(last, pack)
    each = (*(number_from(text, pack) for text in numbers), number)
    return tuple(amount_in(number, unit) for number in each)


@cache
def _joins(language: str) -> re.Pattern[str]:
    joins = sorted(all_of(pack_for(language).joins, language), key=len, reverse=True)
    return re.compile("|".join([" ?/ ?", *map(re.escape, joins)]))


def ordinal_from(text: str, pack: Pack) -> int:
    digits = _NUMBER.match(text)
    if digits is None:
        return _ordinals(pack.language)[text]
    number = int(digits[0])
    if text[len(digits[0]) :] not in pack.ordinal_also:
        _ends_well(text, ordinal_text(number, pack))
    return number


@cache
def _ordinals(language: str) -> dict[str, int]:
    return {same(word, language): n for word, n in pack_for(language).ordinals.items()}


def _ends_well(text: str, written: str) -> None:
    if text != written:
        raise TimingError(
            phrase(
                "`{text}` is no ordinal number, expected `{written}`", text=text, written=written
            ),
            text=text,
            help=phrase("write `{example}`", example=written),
        )


def weekday_from(text: str, pack: Pack) -> int:
    return _weekdays(pack.language)[text]


@cache
def _weekdays(language: str) -> dict[str, int]:
    return {name: day for day, name in enumerate(all_of(pack_for(language).weekdays, language))}


def anchor_from(text: str, pack: Pack) -> Anchor:
    found = named_anchor(text, pack)
    assert found is not None
    return found


def named_anchor(text: str, pack: Pack) -> Anchor | None:
    pattern, parts = _namings(pack.language)
    found = pattern.fullmatch(text)
    if found is None or found.lastindex is None:
        return None
    name, _, occurrence = (found[found.lastindex] or START.name).partition("#")
    number = int(occurrence) if occurrence else None
    return Anchor(name, occurrence=number, part=parts[found.lastindex - 1])


@cache
def _namings(language: str) -> tuple[re.Pattern[str], tuple[Part | None, ...]]:
    """Give the pattern of all names, a group for each, and the part that each group means.

    Whichever form it is in, a name means the same; the group of the start is empty.
    """
    pack = pack_for(language)
    named = f"({slots(language)['id']})"
    start = [f"{name}()" for form in pack.start for name in start_names(pack, form)]
    plain = [name for form in pack.step for name in step_names(pack, form)]
    parts = [
        (part, name)
        for part, forms in pack.parts.items()
        for form in forms
        for name in part_names(pack, forms, form)
    ]
    names = dict.fromkeys([*((None, name) for name in (*start, *plain)), *parts])
    pattern = "|".join(name.replace("{id}", named) for _, name in names)
    return re.compile(pattern), tuple(part for part, _ in names)


def amount_text(amount: Amount, pack: Pack, form: str = NAMING) -> str:
    number, unit = counted(amount)
    return f"{number} {_unit_text(number, unit, pack, form)}"


def _unit_text(number: int, unit: Unit, pack: Pack, form: str) -> str:
    words = pack.units[unit]
    one, other = words.forms.get(form, (words.one, words.other))
    return one if number == 1 else other


def each_text(amount: Amount, pack: Pack) -> str:
    number, unit = counted(amount)
    if number == 1:
        return pack.units[unit].every[0]
    text = pack.repeated[0]
    return SLOT.sub(lambda slot: amount_text(amount, pack, slot[2] or NAMING), text)


def several_text(amounts: tuple[Amount, ...], pack: Pack, form: str) -> str:
    numbers, unit = counted_together(amounts)
    comma, last = pack.joins[:2]
    listed = last.join((comma.join(map(str, numbers[:-1])), str(numbers[-1])))
    return f"{listed} {_unit_text(numbers[-1], unit, pack, form)}"


def ordinal_text(number: int, pack: Pack) -> str:
    endings = pack.ordinal_endings
    return f"{number}{next(after for end, after in endings if str(number).endswith(end))}"


def anchor_text(anchor: Anchor, pack: Pack, form: str, labels: Labels) -> str:
    """Name an anchor by its label, else by its id behind a noun that takes the form."""
    if anchor.part is None:
        return _name(anchor, pack, form, labels)
    text = pack.parts[anchor.part][form][0]
    return SLOT.sub(lambda slot: _name(anchor, pack, slot[2] or NAMING, labels), text)


def _name(anchor: Anchor, pack: Pack, form: str, labels: Labels) -> str:
    label = labels.form(pack.language, anchor.name, form)
    if label is not None and anchor.occurrence is None:
        return label
    return carried(anchor, pack, form, fact=anchor.name in labels.facts)


def carried(anchor: Anchor, pack: Pack, form: str, *, fact: bool = False) -> str:
    """Name an anchor without a label."""
    if anchor.name == START.name:
        return pack.start[form][0]
    occurrence = "" if anchor.occurrence is None else f"#{anchor.occurrence}"
    text = (pack.fact if fact else pack.step)[form][0]
    return text.replace("{id}", anchor.name + occurrence)
