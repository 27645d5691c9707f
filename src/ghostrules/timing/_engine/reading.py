"""Reading: every reading of a text, of which there must be exactly one (L23)."""

from datetime import time
from re import Match

from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.calling import calls
from ghostrules.timing._engine.patterns import Sentence, compiled, sentences
from ghostrules.timing._engine.words import (
    amount_from,
    anchor_from,
    each_from,
    number_from,
    ordinal_from,
    range_from,
    several_from,
    weekday_from,
)
from ghostrules.timing._forms import Said, put_together
from ghostrules.timing._labels import NO_LABELS, Labels
from ghostrules.timing._pack import Pack
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import amount_in
from ghostrules.timing._values import PREVIOUS, AtTime, DayWhen, When


def readings(folded: str, language: str, labels: Labels = NO_LABELS) -> tuple[When, ...]:
    """Collect every reading of a folded text; none where it is not a timing.

    What is the label of one anchor is not taken for the id of another.

    Raises `TimingError` where the words are a timing but its numbers are not.
    """
    pack = pack_for(language)
    plain, *labelled = (called.text for called in calls(folded, language, labels))
    return _all_of(labelled, pack) or _all_of([plain], pack)


def _all_of(texts: list[str], pack: Pack) -> tuple[When, ...]:
    found = (when for text in texts for when in (*_timed(text, pack), *_plain(text, pack)))
    return tuple(dict.fromkeys(found))


def _timed(folded: str, pack: Pack) -> list[When]:
    for template in pack.timed:
        found = compiled(template, pack.language).fullmatch(folded)
        if found is not None:
            at = time_from(found["time"])
            return [AtTime(at, when) for when in _plain(found["rest"], pack)]
    return []


def time_from(text: str) -> time:
    return time(int(text[:-3]), int(text[-2:]))


def _plain(folded: str, pack: Pack) -> list[DayWhen]:
    return [
        put_together(_said(sentence, found, pack))
        for sentence in sentences(pack.language)
        if sentence.need in folded
        for found in (sentence.pattern.fullmatch(folded),)
        if found is not None
    ]


def _said(sentence: Sentence, found: Match[str], pack: Pack) -> Said:
    parts = found.groupdict()
    anchor = parts.get("anchor") or parts.get("step")
    return Said(
        sentence.form,
        PREVIOUS if anchor is None else anchor_from(anchor, pack),
        _amounts(sentence, parts, pack),
        weekday_from(parts["weekday"], pack) if "weekday" in parts else 0,
        _count(parts, pack),
    )


def _count(parts: dict[str, str], pack: Pack) -> int:
    if "nth" in parts:
        return ordinal_from(parts["nth"], pack)
    return number_from(parts["times"], pack) if "times" in parts else 0


def _amounts(sentence: Sentence, parts: dict[str, str], pack: Pack) -> tuple[Amount, ...]:
    if sentence.amount is not None:
        return (amount_in(*sentence.amount),)
    if "low" in parts:
        return range_from(parts["low"], parts["high"], pack)
    if "amounts" in parts:
        return several_from(parts["amounts"], pack)
    if "each" in parts:
        return (each_from(parts["each"], pack),)
    named = (parts[name] for name in ("amount", "first", "second") if name in parts)
    return tuple(amount_from(text, pack) for text in named)
