"""How expectations are read from a scenario."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from attrs import frozen

from ghostrules.documents import (
    REQUIRED,
    Faulty,
    Key,
    Keys,
    Reader,
    as_list,
    as_table,
    choices,
    fault,
    gather,
    keyed,
    read_keys,
    read_text,
    read_truth,
    suggestion,
    unknown_keys,
    word_of,
)
from ghostrules.effects import KINDS
from ghostrules.machine import Status, Turn
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import Policy
from ghostrules.scenarios._expected import NOTHING, ExpectedEffect, ExpectedEnd, ExpectedStep

E = TypeVar("E", ExpectedStep, ExpectedEffect, ExpectedEnd)
_TYPO: Final = 0.75


@frozen
class Expecting:
    """The keys of the three kinds of expectation, for one policy and one time zone."""

    step: Keys
    effect: Keys
    end: Keys


def expecting(policy: Policy | None, instant: Reader) -> Expecting:
    """Make the keys: steps are those of the policy, instants in the client's time zone."""
    step = read_text if policy is None else _one_of([step.id for step in policy.steps], _no_step)
    kinds = _texts_of(_read_kind)
    at = _key("at", "when it happened", instant)
    return Expecting(
        step=keyed(
            (
                _key("step", phrase("the id of the step"), step, REQUIRED),
                _key("occurrence", "which one, of a step with several", _read_count),
                _key("round", "in which round of the ladder", _read_count),
                at,
                _key("effects", "the kinds of its effects, all of them in order", kinds),
                _key("skipped", "whether it is left out", read_truth, default=False),
            )
        ),
        effect=keyed(
            (
                _key("kind", phrase("the kind of effect"), _read_kind, REQUIRED),
                _key("at", "when it happens", instant),
                _key("template", "the name of its words", read_text),
            )
        ),
        end=keyed(
            (
                _key("status", "`open`, `held` or `ended`", word_of(Status)),
                _key("turn", "`client`, `ours` or `none`", _or_none(word_of(Turn))),
                _key("outcome", "how the case ended, or `none`", read_text),
                _key("due", "when it acts next, or `none`", _or_none(instant)),
                _key("ended", "when it ended, or `none`", _or_none(instant)),
                _key("round", "in which round it is", _read_count),
                _key("steps", "the ids of all steps that came, in order", _texts_of(step)),
                _key("effects", "the kinds of all effects that belong to no step", kinds),
            )
        ),
    )


def _key(name: str, about: str, read: Reader, default: object = None) -> Key:
    return Key(name, about, read, {}, default=default)


def read_expected(kind: type[E], keys: Keys, value: object, path: str) -> E:
    """Read one expectation: what it says, key by key."""
    table = as_table(value, path)

    def strangers() -> dict[str, Any]:
        strange = unknown_keys(table, keys, path)
        if strange:
            raise Faulty(*strange)
        return {}

    _, read = gather((strangers, lambda: read_keys(keys, table, path)))
    said = tuple((name, value) for name, value in read.items() if value is not None)
    return kind(said, path)


def _texts_of(read: Reader) -> Reader:
    def one(item: object, place: str) -> Callable[[], Any]:
        return lambda: read(item, place)

    def read_all(value: object, path: str) -> tuple[Any, ...]:
        if isinstance(value, str):
            return (read(value, path),)
        items = as_list(value, path)
        return tuple(gather(one(item, f"{path}[{i}]") for i, item in enumerate(items)))

    return read_all


def _or_none(read: Reader) -> Reader:
    return lambda value, path: NOTHING if value == NOTHING else read(value, path)


def _no_step(name: str) -> Phrase:
    return phrase("`{name}` is no step of the policy", name=name)


def _one_of(names: list[str], missing: Callable[[str], Phrase]) -> Reader:
    def read(value: object, path: str) -> str:
        name = read_text(value, path)
        if name in names:
            return name
        raise fault(
            "GR005",
            missing(name),
            path,
            expected=choices(names),
            help=suggestion(name, names),
        )

    return read


def _read_kind(value: object, path: str) -> str:
    name = read_text(value, path)
    meant = None if name in KINDS else suggestion(name, KINDS, alike=_TYPO)
    if meant is None:
        return name
    raise fault(
        "GR005", phrase("`{name}` is no kind of effect", name=name), path, value=name, help=meant
    )


def _read_count(value: object, path: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise fault(
        "GR004",
        phrase("a number is needed"),
        path,
        value=value,
        expected=phrase("a number from 1 on"),
    )
