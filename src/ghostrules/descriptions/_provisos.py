"""Conditions, as they follow the word `if`: `the reminder has been opened`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.conditions import And, Comparison, Condition, Constant, Fact, Known, Not, Or
from ghostrules.phrases import Phrase, all_of, one_of, phrase

Named = Callable[[str], str]

_WAYS: Final[Mapping[str, tuple[Phrase, Phrase]]] = MappingProxyType(
    {
        "email": (phrase("an e-mail address is known"), phrase("no e-mail address is known")),
        "phone": (phrase("a telephone number is known"), phrase("no telephone number is known")),
        "handle": (phrase("a name for messages is known"), phrase("no name for messages is known")),
        "address": (phrase("a postal address is known"), phrase("no postal address is known")),
        "fax": (phrase("a fax number is known"), phrase("no fax number is known")),
    }
)


def proviso(condition: Condition, named: Named, *, holds: bool = True) -> str:
    """Say that a condition holds, or that it does not; `named` gives the name of a step."""
    match condition:
        case Not(part):
            return proviso(part, named, holds=not holds)
        case And(parts) | Or(parts) if not any(map(_is_joined, parts)):
            listed = all_of if isinstance(condition, And) is holds else one_of
            return listed([proviso(part, named, holds=holds) for part in parts])
        case Known(fact):
            return _known(fact.name, holds=holds)
        case Fact(name):
            return _fact(name, named, holds=holds)
        case Comparison(Fact(name), "=", Constant(str() as value)) if name.endswith(".result"):
            return _result(named(name.removesuffix(".result")), value, holds=holds)
        case _:
            return _as_written(condition, holds=holds)


def _is_joined(condition: Condition) -> bool:
    """Tell whether a condition joins others, so that a list of it and more would be unclear."""
    inner = condition.part if isinstance(condition, Not) else condition
    return isinstance(inner, And | Or)


def _as_written(condition: Condition, *, holds: bool) -> str:
    if holds:
        return phrase("this is so: “{condition}”", condition=str(condition))
    return phrase("this is not so: “{condition}”", condition=str(condition))


def _known(name: str, *, holds: bool) -> str:
    if name in _WAYS:
        return _WAYS[name][not holds]
    if holds:
        return phrase("“{fact}” is known", fact=name)
    return phrase("“{fact}” is not known", fact=name)


def _fact(name: str, named: Named, *, holds: bool) -> str:
    step, _, asked = name.rpartition(".")
    if step:
        return _of_step(asked, named(step), holds=holds)
    if name in _WAYS:
        return _WAYS[name][not holds]
    if holds:
        return phrase("“{fact}” is true", fact=name)
    return phrase("“{fact}” is not true", fact=name)


def _of_step(asked: str, step: str, *, holds: bool) -> str:
    match asked, holds:
        case "opened", True:
            return phrase("{step} has been opened", step=step)
        case "opened", False:
            return phrase("{step} has not been opened", step=step)
        case "happened", True:
            return phrase("{step} has taken place", step=step)
        case "happened", False:
            return phrase("{step} has not taken place", step=step)
        case _, True:
            return phrase("this step was reported as “{event}” ({step})", event=asked, step=step)
        case _:
            return phrase(
                "this step was not reported as “{event}” ({step})", event=asked, step=step
            )


def _result(step: str, result: str, *, holds: bool) -> str:
    if holds:
        return phrase("this step has ended with “{result}” ({step})", result=result, step=step)
    return phrase("this step has not ended with “{result}” ({step})", result=result, step=step)
