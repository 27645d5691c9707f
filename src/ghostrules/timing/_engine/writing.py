"""Writing: the first template of a form, with its slots filled."""

from ghostrules.timing._amounts import Amount
from ghostrules.timing._engine.words import (
    amount_text,
    anchor_text,
    each_text,
    ordinal_text,
    several_text,
)
from ghostrules.timing._forms import Form, Said, take_apart
from ghostrules.timing._pack import Fixed, Pack
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import counted
from ghostrules.timing._values import Anchor, AtTime, DayWhen, When, known


def write(when: When, language: str = "en") -> str:
    """Write a timing in words, in the one way that is canonical for it.

    >>> from ghostrules.timing import from_symbol
    >>> write(from_symbol("start@tue+1w T09:30"))
    'at 09:30 on Tuesday of the calendar week following start'

    What is written reads back to the same value (L24). Counting from the step before names no
    anchor: `24 hours later`. Elapsed time is written in hours where they are whole, in minutes
    otherwise. Raises `TimingError` for what is no timing, and for an unknown language.
    """
    pack = pack_for(language)
    known(when)
    if isinstance(when, AtTime):
        rest = _plain(when.when, pack)
        return pack.timed[0].format(time=f"{when.at:%H:%M}", rest=rest)
    return _plain(when, pack)


def _plain(when: DayWhen, pack: Pack) -> str:
    said = take_apart(when)
    templates = pack.forms[said.form]
    chosen = (templates.anchored if isinstance(said.anchor, Anchor) else templates.bare)[0]
    text = chosen.text if isinstance(chosen, Fixed) else chosen
    return text.format_map(_filled(said, pack))


def _filled(said: Said, pack: Pack) -> dict[str, str]:
    filled = _amounts(said, pack) | {
        "weekday": pack.weekdays[said.weekday],
        "nth": ordinal_text(said.count, pack),
        "times": str(said.count),
    }
    if isinstance(said.anchor, Anchor):
        filled["anchor"] = filled["step"] = anchor_text(said.anchor, pack)
    return filled


def _amounts(said: Said, pack: Pack) -> dict[str, str]:
    if said.form is Form.SEVERAL:
        return {"amounts": several_text(said.amounts, pack)}
    if len(said.amounts) == 2:
        return _range(said.amounts[0], said.amounts[1], pack)
    return {
        slot: text
        for amount in said.amounts
        for slot, text in (("amount", amount_text(amount, pack)), ("each", each_text(amount, pack)))
    }


def _range(low: Amount, high: Amount, pack: Pack) -> dict[str, str]:
    first, second = amount_text(low, pack), amount_text(high, pack)
    return {"low": str(counted(low)[0]), "high": second, "first": first, "second": second}
