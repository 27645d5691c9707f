"""Refusing: what a text that has no one reading could have meant, and how to say it (L23)."""

import re
from collections.abc import Iterator
from typing import Final

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.phrases import Words, one_of, phrase, row_of
from ghostrules.timing._amounts import hours
from ghostrules.timing._engine.broken import broken
from ghostrules.timing._engine.example import example
from ghostrules.timing._engine.fold import fold, place_after
from ghostrules.timing._engine.patterns import SLOT, compiled
from ghostrules.timing._engine.progress import progress
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._engine.repair import misread_clock, repaired, restated
from ghostrules.timing._engine.words import number_from
from ghostrules.timing._pack import MANY_READINGS, Pack, Refusal
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


def _elsewhere(text: str, reader: Reader) -> dict[Words, When]:
    """Read a text in every other language."""
    others = [Reader(each, reader.labels) for each in LANGUAGES if each != reader.language]
    return {
        other.pack.name: when
        for other in others
        for when in (other.readable(fold(text, other.language)),)
        if when is not None
    }


def _foreign(text: str, found: dict[Words, When], reader: Reader) -> TimingError:
    said = one_of([f"`{reader.write(when)}`" for when in dict.fromkeys(found.values())])
    return TimingError(
        phrase(
            "`{text}` is right in {languages}, and declared to be in {language}",
            text=text,
            languages=one_of(found),
            language=reader.pack.name,
        ),
        text=text,
        position=0,
        help=phrase("write {said}, or declare the language", said=said),
    )


def _noted(fault: TimingError, found: dict[Words, When]) -> TimingError:
    if found:
        note = phrase("it would be right in {languages}", languages=one_of(found))
        fault.help = row_of([*filter(None, [fault.help]), note])
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
        phrase(
            "`{clock}` is no time of day, expected hours and minutes from `{first}` to `{last}`",
            clock=found["clock"],
            first=f"00{sign}00",
            last=f"23{sign}59",
        ),
        text=text,
        position=place_after(text, before, reader.language),
        understood=before,
        help=_try(mended, reader) or _as_at_nine(found, reader),
    )


def _as_at_nine(found: re.Match[str], reader: Reader) -> Words | None:
    clock = f"09{reader.pack.clock[0]}00"
    said = found.string[: found.start("clock")] + clock + found.string[found.end("clock") :]
    if reader.readable(said) is None:
        return None
    return phrase("say one of these, as in `{example}`", example=reader.quoted(said))


def ambiguous(
    text: str, meant: tuple[When, ...], reader: Reader, why: Words = MANY_READINGS
) -> AmbiguousTiming:
    """Make the error for a text with several readings."""
    said = [reader.write(when) for when in meant]
    return AmbiguousTiming(
        phrase("`{text}` {why}", text=text, why=why),
        text=text,
        readings=tuple(_reading(*each, reader.pack) for each in zip(meant, said, strict=True)),
        position=0,
        help=phrase("say {said}", said=one_of([f"`{words}`" for words in said])),
    )


def _reading(when: When, words: str, pack: Pack) -> str:
    falls = example(when, pack)
    return f"{symbol(when)}: {words}" + (f" ({falls})" if falls else "")


def _symbolic(text: str, reader: Reader) -> TimingError | None:
    try:
        when = from_symbol(text.strip())
    except TimingError:
        return None
    said = phrase("say {said}", said=f"`{reader.write(when)}`")
    return TimingError(
        phrase("`{text}` is a symbol, expected words", text=text), text=text, help=said
    )


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
    message = phrase("`{text}` {why}", text=text, why=refusal.why)
    return TimingError(message, text=text, position=0, help=_help(meant, refusal, slots, reader))


def _help(
    meant: tuple[When, ...], refusal: Refusal, slots: dict[str, str], reader: Reader
) -> Words | None:
    if meant:
        return phrase("say {said}", said=f"`{reader.write(meant[0])}`")
    if refusal.help is None:
        return None
    return refusal.help.filled(
        **{name: _fill(text, slots) for name, text in refusal.help.places.items()}
    )


def _unread(text: str, folded: str, reader: Reader) -> TimingError:
    understood, expected = progress(folded, reader)
    mended = repaired(folded, reader)
    position = place_after(text, understood, reader.language)
    return TimingError(
        _where(text, folded, understood, expected, reader),
        text=text,
        position=position,
        understood=text[:position].strip(),
        help=_try(mended, reader),
    )


def _try(mended: str | None, reader: Reader) -> Words | None:
    return phrase("try `{text}`", text=reader.quoted(mended)) if mended else None


def _where(
    text: str, folded: str, understood: str, expected: tuple[str, ...], reader: Reader
) -> Words:
    if not understood:
        return phrase(
            "`{text}` is not a timing, expected one such as `{example}`",
            text=text,
            example=reader.write(_SAMPLE),
        )
    rest = folded[len(understood) :].strip()
    wanted = one_of(expected[:_MOST_EXPECTED]) if expected else phrase("nothing more")
    if rest:
        return phrase(
            "`{text}` is not understood from `{rest}` on, expected {wanted}",
            text=text,
            rest=rest,
            wanted=wanted,
        )
    return phrase("`{text}` ends too early, expected {wanted}", text=text, wanted=wanted)
