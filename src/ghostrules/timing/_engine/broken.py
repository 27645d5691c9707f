"""Refusing numbers that are not whole: decimals, fractions, and lists that look like fractions."""

import re
from fractions import Fraction
from typing import Final

from ghostrules.errors import TimingError
from ghostrules.phrases import Words, phrase
from ghostrules.timing._engine.fold import place_after, same
from ghostrules.timing._engine.patterns import compiled, unit_words
from ghostrules.timing._pack import Pack
from ghostrules.timing._units import Unit

_LARGEST_PART: Final = 12
_THOUSANDS: Final = 3

Found = re.Match[str]


def broken(text: str, folded: str, pack: Pack) -> TimingError | None:
    """Refuse numbers that are not whole; hours can be said in minutes instead."""
    decimal = re.search(rf"\b([0-9]{{1,6}})[.,]([0-9]{{1,6}}) ?({_units(pack)}\b)", folded)
    if decimal is not None:
        help = _whole(decimal, pack)
        return _not_whole(
            text, decimal, phrase("`{text}` is no whole number", text=decimal[0]), help, pack
        )
    return _slashed(text, folded, pack)


def _whole(found: Found, pack: Pack) -> Words:
    """Suggest a decimal in minutes; three digits in a row are thousands, as in `1,000 hours`."""
    if len(found[2]) == _THOUSANDS and not found[1].startswith("0"):
        return _instead(found, f"{found[1]}{found[2]} {found[3]}")
    return _in_minutes(found, Fraction(f"{found[1]}.{found[2]}"), pack)


def _units(pack: Pack) -> str:
    return (
        f"(?:{'|'.join(sorted(map(re.escape, unit_words(pack.language)), key=len, reverse=True))})"
    )


def _slashed(text: str, folded: str, pack: Pack) -> TimingError | None:
    whole = rf"(?:([0-9]{{1,4}})(?: |{re.escape(same(pack.joins[1], pack.language))}))?"
    numbers = "([0-9]{1,6}(?: ?/ ?[0-9]{1,6})+)"
    found = re.search(rf"\b{whole}{numbers} ?({_units(pack)}\b)", folded)
    if found is None or compiled("{amounts}", pack.language).fullmatch(found[0]):
        return None
    number = _fraction(found)
    if number is None:
        return _not_whole(
            text,
            found,
            phrase("`{text}` could be a fraction", text=found[0]),
            _in_plural(found, pack),
            pack,
        )
    why = phrase("`{text}` is a fraction, expected a whole number", text=found[0])
    return _not_whole(text, found, why, _in_minutes(found, number, pack), pack)


def _fraction(found: Found) -> Fraction | None:
    above, below, *more = map(int, re.findall("[0-9]+", found[2]))
    if more or not 0 < below <= _LARGEST_PART:
        return None
    return int(found[1] or 0) + Fraction(above, below)


def _not_whole(text: str, found: Found, why: Words, help: Words, pack: Pack) -> TimingError:
    before = found.string[: found.start()].rstrip()
    return TimingError(
        why,
        text=text,
        position=place_after(text, before, pack.language),
        understood=before,
        help=help,
    )


def _in_minutes(found: Found, number: Fraction, pack: Pack) -> Words:
    minutes = number * 60
    if unit_words(pack.language)[found[3]] is not Unit.HOUR or minutes.denominator != 1:
        return phrase("use a whole number, of a smaller unit where there is one")
    return _instead(found, f"{minutes} {pack.units[Unit.MINUTE].other}")


def _in_plural(found: Found, pack: Pack) -> Words:
    numbers = found.string[found.start() : found.end(2)]
    return _instead(found, f"{numbers} {pack.units[unit_words(pack.language)[found[3]]].other}")


def _instead(found: Found, said: str) -> Words:
    text = found.string[: found.start()] + said + found.string[found.end() :]
    return phrase("try `{text}`", text=text)
