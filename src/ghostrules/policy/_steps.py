"""Steps as a document writes them: tables, short lines, or, in Python, values."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from attrs import evolve

from ghostrules.documents import (
    Faulty,
    Keys,
    as_list,
    as_table,
    fault,
    gather,
    read_keys,
)
from ghostrules.phrases import phrase
from ghostrules.policy._ordinals import ordinal
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._step import Step
from ghostrules.policy._step_keys import STEP_KEYS
from ghostrules.policy._strangers import strange_keys
from ghostrules.policy._timings import read_when
from ghostrules.policy._wording import Wording, with_amounts
from ghostrules.timing import occurrences

MOST_STEPS: Final = 200
MOST_OCCURRENCES: Final = 500


def read_steps(value: object, path: str, wording: Wording | None) -> tuple[Step, ...]:
    """Read steps; without a wording, which is at fault itself, timings stay text."""
    items = _some(value, path)
    steps = gather(_step(item, i, f"{path}[{i}]", wording) for i, item in enumerate(items))
    _refuse_many(steps, path)
    return tuple(steps)


def _refuse_many(steps: Iterable[Step], path: str) -> None:
    times = sum(1 if isinstance(step.when, str) else occurrences(step.when) for step in steps)
    if times > MOST_OCCURRENCES:
        raise fault(
            "GR023",
            phrase("the steps happen {times} times in all", times=times),
            path,
            expected=phrase("at most {most} times", most=MOST_OCCURRENCES),
        )


def _some(value: object, path: str) -> list[object]:
    if isinstance(value, Mapping):
        raise fault(
            "GR004",
            phrase("`{path}` is one table, and steps are a list of tables", path=path),
            path,
            help=phrase("write `[[{path}]]`, with two brackets", path=path),
        )
    items = list(as_list(value, path))
    if not items:
        raise fault(
            "GR003", phrase("a policy has at least one step"), path, expected=phrase("a step")
        )
    if len(items) > MOST_STEPS:
        raise fault(
            "GR010",
            phrase("{count} steps are too many", count=len(items)),
            path,
            expected=phrase("at most {most}", most=MOST_STEPS),
        )
    return items


def _step(value: object, index: int, path: str, wording: Wording | None) -> Callable[[], Step]:
    def read() -> Step:
        match value:
            case Step():
                return evolve(value, **_timing(value.when, wording, path))
            case str():
                return _from_line(value, ordinal(index + 1), path, wording)
            case _:
                return Step(**read_step(as_table(value, path), STEP_KEYS, path, wording))

    return read


def _from_line(line: str, id: str, path: str, wording: Wording | None) -> Step:
    said = line_table(line)
    if not said:
        raise fault(
            "GR019",
            phrase("`{line}` is no step", line=line),
            path,
            expected=phrase('a line such as `"24 hours later: email"`'),
        )
    return Step(**read_step({"id": id, **said}, STEP_KEYS, path, wording))


def line_table(line: str) -> dict[str, object]:
    """Take a short line apart; the table is empty where it is no step.

    >>> line_table("24 hours later: email, call")
    {'when': '24 hours later', 'do': ['email', 'call']}
    """
    when, _, done = line.rpartition(":")
    if not when.strip() or not done.strip():
        return {}
    return {"when": when.strip(), "do": [name.strip() for name in done.split(",")]}


def read_step(
    table: Mapping[str, object], keys: Keys, path: str, wording: Wording | None
) -> dict[str, Any]:
    """Read the keys of a step, its timing in the words of its policy."""
    return merged(
        (
            lambda: _no_strangers(table, path),
            lambda: read_keys(keys, with_amounts(keys, table, wording), path),
            lambda: _timing(table.get("when"), wording, path),
        )
    )


def merged(reads: Iterable[Callable[[], dict[str, Any]]]) -> dict[str, Any]:
    """Gather tables and put them into one, later ones over earlier ones."""
    return {name: value for table in gather(reads) for name, value in table.items()}


def _no_strangers(table: Mapping[str, object], path: str) -> dict[str, Any]:
    strange = strange_keys(table, STEP_KEYS, POLICY_KEYS, path, "step")
    if strange:
        raise Faulty(*strange)
    return {}


def _timing(when: object, wording: Wording | None, path: str) -> dict[str, Any]:
    if wording is None or not isinstance(when, str) or not when.strip():
        return {}
    return {"when": read_when(when, wording, f"{path}.when")}
