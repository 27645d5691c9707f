"""Writing: the first template of a form, with its slots filled."""

from datetime import time
from re import Match

from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.patterns import SLOT
from ghostrules.timing._engine.words import (
    amount_text,
    anchor_text,
    each_text,
    ordinal_text,
    several_text,
)
from ghostrules.timing._forms import Said, take_apart
from ghostrules.timing._labels import NO_LABELS, Labels
from ghostrules.timing._pack import NAMING, Fixed, Pack
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import counted
from ghostrules.timing._values import Anchor, AtTime, DayWhen, When, known


def write(when: When, language: str = "en", *, labels: Labels = NO_LABELS) -> str:
    """Write a timing in words, in the one way that is canonical for it.

    >>> from ghostrules.timing import from_symbol
    >>> write(from_symbol("start@tue+1w T09:30"))
    'at 09:30 on Tuesday of the calendar week following start'
    >>> write(from_symbol("pause-48h"), "nl")
    "48 uur vóór stap 'pause'"

    What is written reads back to the same value (L24). Counting from the step before names no
    anchor: `24 hours later`. Elapsed time is written in hours where they are whole, in minutes
    otherwise. An anchor with a label is called by it; where the label lacks the form that the
    sentence needs, by its id. Raises `TimingError` for what is no timing, and for an unknown
    language.
    """
    pack = pack_for(language)
    known(when)
    if isinstance(when, AtTime):
        return timed_text(when.at, _plain(when.when, pack, labels), pack)
    return _plain(when, pack, labels)


def timed_text(at: time, rest: str, pack: Pack) -> str:
    clock = f"{at:%H}{pack.clock[0]}{at:%M}"
    return pack.timed[0].format(time=clock, rest=rest)


def _plain(when: DayWhen, pack: Pack, labels: Labels) -> str:
    said = take_apart(when)
    return filled(written_by(said, pack), said, pack, labels)


def written_by(said: Said, pack: Pack) -> str:
    """Give the template by which a timing is written."""
    templates = pack.forms[said.form]
    chosen = (templates.anchored if isinstance(said.anchor, Anchor) else templates.bare)[0]
    return chosen.text if isinstance(chosen, Fixed) else chosen


def filled(template: str, said: Said, pack: Pack, labels: Labels = NO_LABELS) -> str:
    """Fill the slots of a template."""

    def fill(slot: Match[str]) -> str:
        return _slot(slot[1], slot[2] or NAMING, said, pack, labels)

    return SLOT.sub(fill, template)


def _slot(name: str, form: str, said: Said, pack: Pack, labels: Labels) -> str:
    if name in {"anchor", "step"} and isinstance(said.anchor, Anchor):
        return anchor_text(said.anchor, pack, form, labels)
    match name:
        case "weekday":
            return pack.weekdays[said.weekday]
        case "nth":
            return ordinal_text(said.count, pack)
        case "times":
            return str(said.count)
        case _:
            return _amount(name, form, said.amounts, pack)


def _amount(name: str, form: str, amounts: tuple[Amount, ...], pack: Pack) -> str:
    match name:
        case "amounts":
            return several_text(amounts, pack, form)
        case "each":
            return each_text(amounts[0], pack)
        case "low":
            return str(counted(amounts[0])[0])
        case "high" | "second":
            return amount_text(amounts[1], pack, form)
        case _:
            return amount_text(amounts[0], pack, form)
