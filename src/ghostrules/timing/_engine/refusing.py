"""Refusing: what a text that has no one reading could have meant, and how to say it (L23)."""

import re
from collections.abc import Iterator
from typing import Final

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.timing._amounts import hours
from ghostrules.timing._engine.broken import broken
from ghostrules.timing._engine.example import example
from ghostrules.timing._engine.fold import fold, place_after
from ghostrules.timing._engine.patterns import SLOT, compiled
from ghostrules.timing._engine.progress import progress
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._engine.repair import misread_clock, repaired, restated
from ghostrules.timing._engine.words import number_from
from ghostrules.timing._pack import Pack, Refusal
from ghostrules.timing._packs import LANGUAGES
from ghostrules.timing._symbol import from_symbol, symbol
from ghostrules.timing._values import After, Anchor, When

_MOST_EXPECTED: Final = 6
_SAMPLE: Final = After(hours(24), Anchor("reminder"))


def refused(text: str, reader: Reader) -> TimingError:
    """Make the error for a text without a reading."""
    folded = fold(text, reader.language)
    listed = _symbolic(text, reader) or _listed(text, folded, reader)
    found = _elsewhere(text, reader)
    if listed is None and found:
        return _foreign(text, found, reader)
    fault = (
        listed
        or broken(text, folded, reader.pack)
        or _mended(text, folded, reader)
        or _unread(text, folded, reader)
    )
    return _noted(fault, found)


def _elsewhere(text: str, reader: Reader) -> dict[str, When]:
    """Read a text in every other language."""
    others = [Reader(each, reader.labels) for each in LANGUAGES if each != reader.language]
    return {
        other.pack.name: when
        for other in others
        for when in (other.readable(fold(text, other.language)),)
        if when is not None
    }


def _foreign(text: str, found: dict[str, When], reader: Reader) -> TimingError:
    said = _either([f"`{reader.write(when)}`" for when in dict.fromkeys(found.values())])
    return TimingError(
        f"`{text}` is right in {_either([*found])}, and declared to be in {reader.pack.name}",
        text=text,
        position=0,
        help=f"write {said}, or declare the language",
    )


def _noted(fault: TimingError, found: dict[str, When]) -> TimingError:
    if found:
        note = f"it would be right in {_either([*found])}"
        fault.help = note if fault.help is None else f"{fault.help}; {note}"
    return fault


def _mended(text: str, folded: str, reader: Reader) -> TimingError | None:
    """Refuse what stands for a time of day, and what is listed once its words are replaced."""
    mended = repaired(folded, reader)
    candidates = () if mended else restated(folded, reader.language)
    listed = (_listed(text, fold(each, reader.language), reader) for each in candidates)
    return next(filter(None, listed), None) or _no_clock(text, folded, mended, reader)


def _no_clock(text: str, folded: str, mended: str | None, reader: Reader) -> TimingError | None:
    found = misread_clock(folded, reader.language)
    if found is None:
        return None
    before = folded[: found.start("clock")].rstrip()
    sign = reader.pack.clock[0]
    return TimingError(
        f"`{found['clock']}` is no time of day, "
        f"expected hours and minutes from `00{sign}00` to `23{sign}59`",
        text=text,
        position=place_after(text, before, reader.language),
        understood=before,
        help=f"try `{reader.quoted(mended)}`" if mended else _as_at_nine(found, reader),
    )


def _as_at_nine(found: re.Match[str], reader: Reader) -> str | None:
    clock = f"09{reader.pack.clock[0]}00"
    said = found.string[: found.start("clock")] + clock + found.string[found.end("clock") :]
    if reader.readable(said) is None:
        return None
    return f"say one of these, as in `{reader.quoted(said)}`"


def ambiguous(text: str, meant: tuple[When, ...], reader: Reader, why: str) -> AmbiguousTiming:
    """Make the error for a text with several readings."""
    said = [reader.write(when) for when in meant]
    return AmbiguousTiming(
        f"`{text}` {why}",
        text=text,
        readings=tuple(_reading(*each, reader.pack) for each in zip(meant, said, strict=True)),
        position=0,
        help="say " + _either([f"`{words}`" for words in said]),
    )


def _reading(when: When, words: str, pack: Pack) -> str:
    falls = example(when, pack)
    return f"{symbol(when)}: {words}" + (f" ({falls})" if falls else "")


def _symbolic(text: str, reader: Reader) -> TimingError | None:
    try:
        when = from_symbol(text.strip())
    except TimingError:
        return None
    said = f"say `{reader.write(when)}`"
    return TimingError(f"`{text}` is a symbol, expected words", text=text, help=said)


def _listed(text: str, folded: str, reader: Reader) -> TimingError | None:
    """Look the text up in the table of refusals, with or without a time of day in front."""
    for template in reader.pack.timed:
        timed = compiled(template, reader.language).fullmatch(folded)
        if timed is not None:
            front = reader.pack.timed[0].replace("{time}", timed["time"])
            return _looked_up(text, timed["rest"], front, reader)
    return _looked_up(text, folded, "{rest}", reader)


def _looked_up(text: str, folded: str, front: str, reader: Reader) -> TimingError | None:
    for called in reader.calls(folded):
        for refusal, slots in _matches(called.text, reader.pack):
            wanted = [front.replace("{rest}", _fill(said, slots)) for said in refusal.readings]
            found = (reader.readable(fold(said, reader.language)) for said in wanted)
            meant = tuple(when for when in found if when)
            if len(meant) == len(wanted):
                return _told(text, meant, refusal, slots, reader)
    return None


def _fill(template: str, slots: dict[str, str]) -> str:
    return SLOT.sub(lambda slot: slots[slot[1]], template)


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
    text: str, meant: tuple[When, ...], refusal: Refusal, slots: dict[str, str], reader: Reader
) -> TimingError:
    if len(meant) > 1:
        return ambiguous(text, meant, reader, refusal.why)
    said = f"say `{reader.write(meant[0])}`" if meant else _fill(refusal.help, slots)
    return TimingError(f"`{text}` {refusal.why}", text=text, position=0, help=said)


def _unread(text: str, folded: str, reader: Reader) -> TimingError:
    understood, expected = progress(folded, reader)
    mended = repaired(folded, reader)
    position = place_after(text, understood, reader.language)
    return TimingError(
        _where(text, folded, understood, expected, reader),
        text=text,
        position=position,
        understood=text[:position].strip(),
        help=f"try `{reader.quoted(mended)}`" if mended else None,
    )


def _where(
    text: str, folded: str, understood: str, expected: tuple[str, ...], reader: Reader
) -> str:
    if not understood:
        return f"`{text}` is not a timing, expected one such as `{reader.write(_SAMPLE)}`"
    rest = folded[len(understood) :].strip()
    wanted = _either(list(expected[:_MOST_EXPECTED])) if expected else "nothing more"
    if rest:
        return f"`{text}` is not understood from `{rest}` on, expected {wanted}"
    return f"`{text}` ends too early, expected {wanted}"


def _either(choices: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))
