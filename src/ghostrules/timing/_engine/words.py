"""Single slots: from words to values and back."""

import re
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.patterns import compiled, unit_words, wordings
from ghostrules.timing._pack import Pack
from ghostrules.timing._units import Unit, amount_in, counted, counted_together
from ghostrules.timing._values import Anchor, Part

_NUMBER: Final = re.compile(r"[0-9]+")


def amount_from(text: str, pack: Pack) -> Amount:
    return amount_in(*_number_and_unit(text, pack))


def _number_and_unit(text: str, pack: Pack) -> tuple[int, Unit]:
    digits = _NUMBER.match(text)
    number = digits[0] if digits else text.split(" ", 1)[0]
    return number_from(number, pack), unit_from(text[len(number) :].strip(), pack)


def unit_from(word: str, pack: Pack) -> Unit:
    return next(
        unit
        for unit, words in pack.units.items()
        if word in (words.one.lower(), words.other.lower(), *words.also, *words.many)
    )


def number_from(text: str, pack: Pack) -> int:
    if _NUMBER.fullmatch(text):
        return int(text)
    return 1 if text in pack.articles else pack.numbers[text]


def each_from(text: str, pack: Pack) -> Amount:
    """Read the amount of a repetition, which says one by saying no number."""
    if text in unit_words(pack):
        return amount_in(1, unit_from(text, pack))
    return amount_from(text, pack)


def range_from(low: str, high: str, pack: Pack) -> tuple[Amount, Amount]:
    number, unit = _number_and_unit(high, pack)
    return amount_in(number_from(low, pack), unit), amount_in(number, unit)


def several_from(text: str, pack: Pack) -> tuple[Amount, ...]:
    *numbers, last = _joins(pack).split(text)
    number, unit = _number_and_unit(last, pack)
    each = (*(number_from(text, pack) for text in numbers), number)
    return tuple(amount_in(number, unit) for number in each)


def _joins(pack: Pack) -> re.Pattern[str]:
    return re.compile(
        "|".join([" ?/ ?", *map(re.escape, sorted(pack.joins, key=len, reverse=True))])
    )


def ordinal_from(text: str, pack: Pack) -> int:
    digits = _NUMBER.match(text)
    if digits is None:
        return pack.ordinals[text]
    number = int(digits[0])
    _ends_well(text, ordinal_text(number, pack))
    return number


def _ends_well(text: str, written: str) -> None:
    if text != written:
        raise TimingError(
            f"`{text}` is no ordinal number, expected `{written}`",
            text=text,
            help=f"write `{written}`",
        )


def weekday_from(text: str, pack: Pack) -> int:
    return [day.lower() for day in pack.weekdays].index(text)


def anchor_from(text: str, pack: Pack) -> Anchor:
    part, found = next(
        (part, found)
        for part, templates in _namings(pack)
        for template in templates
        for found in (compiled(template, pack.language).fullmatch(text),)
        if found is not None
    )
    name, _, occurrence = found["id"].partition("#")
    return Anchor(name, occurrence=int(occurrence) if occurrence else None, part=part)


def _namings(pack: Pack) -> list[tuple[Part | None, tuple[str, ...]]]:
    return [*pack.parts.items(), (None, pack.step)]


def amount_text(amount: Amount, pack: Pack) -> str:
    number, unit = counted(amount)
    return f"{number} {_unit_text(number, unit, pack)}"


def _unit_text(number: int, unit: Unit, pack: Pack) -> str:
    words = pack.units[unit]
    return words.one if number == 1 else words.other


def each_text(amount: Amount, pack: Pack) -> str:
    number, unit = counted(amount)
    return pack.units[unit].one if number == 1 else amount_text(amount, pack)


def several_text(amounts: tuple[Amount, ...], pack: Pack) -> str:
    numbers, unit = counted_together(amounts)
    comma, last = pack.joins[:2]
    listed = last.join((comma.join(map(str, numbers[:-1])), str(numbers[-1])))
    return f"{listed} {_unit_text(numbers[-1], unit, pack)}"


def ordinal_text(number: int, pack: Pack) -> str:
    endings = pack.ordinal_endings
    return f"{number}{next(after for end, after in endings if str(number).endswith(end))}"


def anchor_text(anchor: Anchor, pack: Pack) -> str:
    templates = pack.step if anchor.part is None else pack.parts[anchor.part]
    occurrence = "" if anchor.occurrence is None else f"#{anchor.occurrence}"
    return wordings(templates[0])[0].format(id=anchor.name + occurrence)
