"""Policies in and out of documents: a text, a file, or a mapping."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import evolve

from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.documents import (
    Faulty,
    Format,
    Keys,
    as_table,
    diagnostic,
    fault,
    format_of,
    known_format,
    read_file,
    read_text,
    read_text_as,
    refuse_deep,
    unknown_keys,
    without,
    write_keys,
    write_toml,
)
from ghostrules.errors import PolicyError
from ghostrules.phrases import phrase
from ghostrules.policy._library import read_built_in
from ghostrules.policy._policy import Policy, read_policy
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._salvage import also_meant
from ghostrules.policy._step import Step
from ghostrules.policy._step_keys import STEP_KEYS
from ghostrules.policy._steps import merged
from ghostrules.policy._taken import without_taken_names
from ghostrules.policy._use import USE_KEYS, changed
from ghostrules.policy._wording import worded_amounts
from ghostrules.timing import write

T = TypeVar("T")

LATER_POLICY_KEYS: Final = frozenset({"promise"})
_STEPS: Final = ("step", "steps")


def load(path: str | Path) -> Policy:
    """Read a policy from a file, whose name ends in `.toml` or `.json`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "chase.toml")
    ...     _ = file.write_text('id = "chase"\\nends = "paid"\\nsteps = ["24h later: email"]')
    ...     load(file).id
    'chase'

    Raises `PolicyError` with every fault of the document, `OSError` where there is no file.
    """
    file = Path(path)
    return _reported(lambda: _from_text(read_file(file), format_of(file)))


def loads(text: str, format: Format = "toml") -> Policy:
    """Read a policy from a text.

    >>> loads('id = "chase"\\nends = "paid"\\nsteps = ["24 hours later: email"]').steps[0].id
    'first'

    Raises `PolicyError` where the document has faults, each with its path and, in TOML, its line;
    the report holds, too, what `check` can judge of the rest. What a policy without such faults
    means is judged by `check`.
    """
    return _reported(lambda: _from_text(text, format))


def from_document(document: Mapping[str, object]) -> Policy:
    """Make a policy of a mapping, such as parsed TOML or JSON.

    >>> from_document({"id": "chase", "ends": "paid", "steps": ["24 hours later: email"]}).id
    'chase'

    Raises `PolicyError` with every fault of the document.
    """
    return _reported(lambda: _from_mapping(document))


def built_in(name: str) -> Policy:
    """Read a built-in policy.

    >>> built_in("late-content").id
    'late-content'

    Raises `PolicyError` for a name that is none, with the names that are.
    """
    return _reported(lambda: _from_text(read_built_in(name, ""), "toml"))


def built_in_text(name: str) -> str:
    """Give the text of a built-in policy, to be copied and changed.

    >>> loads(built_in_text("late-content")) == built_in("late-content")
    True

    Raises `PolicyError` for a name that is none, with the names that are.
    """
    return _reported(lambda: read_built_in(name, ""))


def dumps(policy: Policy, format: Format = "toml", *, language: str | None = None) -> str:
    """Write a policy as a document that reads back as an equal one (L25).

    >>> policy = loads('id = "chase"\\nends = "paid"\\nsteps = ["24h later: email"]')
    >>> print(dumps(policy), end="")
    id = "chase"
    ends = "paid"
    <BLANKLINE>
    [[step]]
    id = "first"
    when = "24 hours later"
    do = "email"

    Timings and amounts are written in `language`, without one in that of the policy.
    """
    document = to_document(policy, language=language)
    if _reported(lambda: known_format(format)) == "toml":
        return write_toml(document)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_document(policy: Policy, *, language: str | None = None) -> dict[str, Any]:
    """Write a policy as a mapping of texts, numbers, lists and tables, without its defaults.

    >>> to_document(from_document({"id": "chase", "steps": ["24h later: email"]}))
    {'id': 'chase', 'step': [{'id': 'first', 'when': '24 hours later', 'do': 'email'}]}
    """
    worded = policy if language is None else evolve(policy, language=language)
    steps = [_step_document(step, worded) for step in worded.steps]
    return _steps_before_reactions({**_written(POLICY_KEYS, worded, worded), "step": steps})


def _steps_before_reactions(document: dict[str, Any]) -> dict[str, Any]:
    last = {"on": document.pop("on")} if "on" in document else {}
    return document | last


def _step_document(step: Step, policy: Policy) -> dict[str, Any]:
    when = write(step.timing, policy.language, labels=policy.labels)
    return {**_written(STEP_KEYS, step, policy), "when": when}


def _written(keys: Keys, value: object, policy: Policy) -> dict[str, Any]:
    return worded_amounts(keys, value, write_keys(keys, value), policy.language)


def _reported(read: Callable[[], T]) -> T:
    try:
        return read()
    except Faulty as faulty:
        raise PolicyError(Report(faulty.diagnostics)) from None


def _from_text(text: str, format: Format) -> Policy:
    lines = text if format == "toml" else None
    return read_text_as(text, format, lambda document: _from_table(document, lines))


def _from_mapping(document: Mapping[str, object]) -> Policy:
    refuse_deep(document)
    return _from_table(as_table(document, ""), None)


def _from_table(table: Mapping[str, object], text: str | None) -> Policy:
    try:
        return Policy(**_read(table))
    except Faulty as faulty:
        found = without_taken_names(table, faulty.diagnostics)
        meant = also_meant(table, faulty.diagnostics, _read, text)
        raise Faulty(*found, *meant) from None


def _read(table: Mapping[str, object]) -> dict[str, Any]:
    return merged((lambda: _no_strangers(table), lambda: _values(table)))


def _values(table: Mapping[str, object]) -> dict[str, Any]:
    if "use" not in table:
        return read_policy(table, _steps_key(table))
    return changed(_base(table), table)


def _base(table: Mapping[str, object]) -> Policy:
    return _from_text(read_built_in(read_text(table["use"], "use"), "use"), "toml")


def _steps_key(table: Mapping[str, object]) -> str:
    if all(name in table for name in _STEPS):
        raise fault(
            "GR021",
            phrase("both `step` and `steps` list the steps"),
            "steps",
            help=phrase("write all steps in one of the two"),
        )
    return "step" if "step" in table else "steps"


def _without_base(name: str) -> Diagnostic:
    return diagnostic(
        "GR021",
        phrase("`{name}` changes a built-in policy, and `use` names none", name=name),
        path=name,
        expected=phrase('a built-in policy, as in `use = "late-content"`'),
    )


def _no_strangers(table: Mapping[str, object]) -> dict[str, Any]:
    own = (*POLICY_KEYS, *_STEPS, *USE_KEYS)
    known = {*own, *LATER_POLICY_KEYS}
    strange = [
        *(_without_base(name) for name in USE_KEYS if name in table and "use" not in table),
        *_later_keys(table),
        *unknown_keys(without(table, known), own, ""),
    ]
    if strange:
        raise Faulty(*strange)
    return {}


def _later_keys(table: Mapping[str, object]) -> list[Diagnostic]:
    """Report the keys that this version does not know yet."""
    return [
        diagnostic(
            "GR014",
            phrase("this version does not know `{name}` yet", name=name),
            path=name,
            help=phrase("leave `{name}` out, or use a later version of ghostrules", name=name),
        )
        for name in table
        if name in LATER_POLICY_KEYS
    ]
