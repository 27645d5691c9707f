"""Refusing: what a text that has no one reading could have meant, and how to say it (L23)."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.timing._engine.fold import fold, place_after
from ghostrules.timing._engine.patterns import compiled, unit_words
from ghostrules.timing._engine.progress import progress
from ghostrules.timing._engine.repair import readable, repaired
from ghostrules.timing._engine.writing import write
from ghostrules.timing._pack import Pack, Refusal
from ghostrules.timing._packs import pack_for
from ghostrules.timing._symbol import from_symbol, symbol
from ghostrules.timing._units import Unit
from ghostrules.timing._values import When

_MOST_EXPECTED: Final = 6


def refused(text: str, language: str) -> TimingError:
    """Make the error for a text without a reading."""
    pack = pack_for(language)
    folded = fold(text)
    return (
        _symbolic(text, language)
        or _broken(text, folded, pack)
        or _listed(text, folded, pack)
        or _unread(text, folded, language)
    )


def ambiguous(text: str, meant: tuple[When, ...], language: str, why: str) -> AmbiguousTiming:
    """Make the error for a text with several readings."""
    said = [write(when, language) for when in meant]
    return AmbiguousTiming(
        f"`{text}` {why}",
        text=text,
        readings=tuple(f"{symbol(when)}: {words}" for when, words in zip(meant, said, strict=True)),
        position=0,
        help="say " + _either([f"`{words}`" for words in said]),
    )


def _symbolic(text: str, language: str) -> TimingError | None:
    try:
        when = from_symbol(text.strip())
    except TimingError:
        return None
    return TimingError(
        f"`{text}` is a symbol, expected words", text=text, help=f"say `{write(when, language)}`"
    )


def _broken(text: str, folded: str, pack: Pack) -> TimingError | None:
    """Refuse numbers that are not whole; hours can be said in minutes instead."""
    units = "|".join(sorted(map(re.escape, unit_words(pack)), key=len, reverse=True))
    found = re.search(rf"\b([0-9]{{1,6}})[.,]([0-9]{{1,6}}) ?((?:{units})\b)", folded)
    if found is None:
        return None
    return TimingError(
        f"`{found[0]}` is no whole number",
        text=text,
        position=place_after(text, folded[: found.start()].rstrip()),
        understood=folded[: found.start()].rstrip(),
        help=_in_minutes(found, folded, pack),
    )


def _in_minutes(found: re.Match[str], folded: str, pack: Pack) -> str:
    hours = pack.units[Unit.HOUR]
    minutes = Fraction(f"{found[1]}.{found[2]}") * 60
    if found[3] not in (hours.one, hours.other, *hours.also) or minutes.denominator != 1:
        return "use a whole number, of a smaller unit where there is one"
    said = f"{minutes} {pack.units[Unit.MINUTE].other}"
    return f"try `{folded[: found.start()]}{said}{folded[found.end() :]}`"


def _listed(text: str, folded: str, pack: Pack) -> TimingError | None:
    """Look the text up in the table of refusals, with or without a time of day in front."""
    for template in pack.timed:
        timed = compiled(template, pack.language).fullmatch(folded)
        if timed is not None:
            front = pack.timed[0].replace("{time}", timed["time"])
            return _looked_up(text, timed["rest"], front, pack)
    return _looked_up(text, folded, "{rest}", pack)


def _looked_up(text: str, folded: str, front: str, pack: Pack) -> TimingError | None:
    for refusal, slots in _matches(folded, pack):
        wanted = [front.format(rest=fold(said.format_map(slots))) for said in refusal.readings]
        meant = tuple(when for said in wanted for when in (readable(said, pack.language),) if when)
        if len(meant) == len(wanted):
            return _told(text, meant, refusal, slots, pack)
    return None


def _matches(folded: str, pack: Pack) -> Iterator[tuple[Refusal, dict[str, str]]]:
    for refusal in pack.refusals:
        for template in refusal.texts:
            found = compiled(template, pack.language).fullmatch(folded)
            if found is not None:
                yield refusal, found.groupdict()


def _told(
    text: str, meant: tuple[When, ...], refusal: Refusal, slots: dict[str, str], pack: Pack
) -> TimingError:
    if len(meant) > 1:
        return ambiguous(text, meant, pack.language, refusal.why)
    said = f"say `{write(meant[0], pack.language)}`" if meant else refusal.help.format_map(slots)
    return TimingError(f"`{text}` {refusal.why}", text=text, position=0, help=said)


def _unread(text: str, folded: str, language: str) -> TimingError:
    understood, expected = progress(folded, language)
    mended = repaired(folded, language)
    position = place_after(text, understood)
    return TimingError(
        _where(text, folded, understood, expected),
        text=text,
        position=position,
        understood=text[:position].strip(),
        help=f"try `{mended}`" if mended else None,
    )


def _where(text: str, folded: str, understood: str, expected: tuple[str, ...]) -> str:
    if not understood:
        return f"`{text}` is not a timing, expected one such as `24 hours after reminder`"
    rest = folded[len(understood) :].strip()
    wanted = _either(list(expected[:_MOST_EXPECTED])) if expected else "nothing more"
    if rest:
        return f"`{text}` is not understood from `{rest}` on, expected {wanted}"
    return f"`{text}` ends too early, expected {wanted}"


def _either(choices: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))
