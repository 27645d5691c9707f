"""Refusing: what a text that has no one reading could have meant, and how to say it (L23)."""

import re
from collections.abc import Iterator
from typing import Final

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.timing._engine.broken import broken
from ghostrules.timing._engine.fold import fold, place_after
from ghostrules.timing._engine.patterns import compiled
from ghostrules.timing._engine.progress import progress
from ghostrules.timing._engine.repair import misread_clock, readable, repaired, restated
from ghostrules.timing._engine.words import number_from
from ghostrules.timing._engine.writing import write
from ghostrules.timing._pack import Pack, Refusal
from ghostrules.timing._packs import pack_for
from ghostrules.timing._symbol import from_symbol, symbol
from ghostrules.timing._values import When

_MOST_EXPECTED: Final = 6


def refused(text: str, language: str) -> TimingError:
    """Make the error for a text without a reading."""
    pack = pack_for(language)
    folded = fold(text)
    return (
        _symbolic(text, language)
        or broken(text, folded, pack)
        or _listed(text, folded, pack)
        or _mended(text, folded, pack)
        or _unread(text, folded, language)
    )


def _mended(text: str, folded: str, pack: Pack) -> TimingError | None:
    """Refuse what stands for a time of day, and what is listed once its words are replaced."""
    mended = repaired(folded, pack.language)
    candidates = () if mended else restated(folded, pack.language)
    listed = (_listed(text, fold(each), pack) for each in candidates)
    return next(filter(None, listed), None) or _no_clock(text, folded, mended, pack.language)


def _no_clock(text: str, folded: str, mended: str | None, language: str) -> TimingError | None:
    found = misread_clock(folded, language)
    if found is None:
        return None
    return TimingError(
        f"`{found['clock']}` is no time of day, expected hours and minutes from `00:00` to `23:59`",
        text=text,
        position=place_after(text, folded[: found.start("clock")].rstrip()),
        understood=folded[: found.start("clock")].rstrip(),
        help=f"try `{mended}`" if mended else _as_at_nine(found, language),
    )


def _as_at_nine(found: re.Match[str], language: str) -> str | None:
    said = found.string[: found.start("clock")] + "09:00" + found.string[found.end("clock") :]
    return f"say one of these, as in `{said}`" if readable(said, language) else None


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
                yield refusal, found.groupdict() | _multiplied(refusal, found, pack)


def _multiplied(refusal: Refusal, found: re.Match[str], pack: Pack) -> dict[str, str]:
    return {
        slot: str(times * number_from(found["number"], pack)) for slot, times in refusal.multiples
    }


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
