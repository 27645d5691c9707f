"""A trap of TOML that only the text shows: a key for all steps that lands in the last one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from ghostrules.diagnostics import Diagnostic
from ghostrules.policy._codes import diagnostic
from ghostrules.policy._lines import lines_of
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._step_keys import STEP_KEYS

SHARED: Final = tuple(name for name in STEP_KEYS if name in POLICY_KEYS and name != "id")


def strayed_keys(document: Mapping[str, object], text: str) -> Iterator[Diagnostic]:
    """Report keys of the last step that an empty line sets apart and no other step has."""
    steps = _tables(document)
    suspects = [name for name in SHARED if _only_in_last(name, steps)]
    if suspects:
        path, lines, rows = f"step[{len(steps) - 1}]", lines_of(text), text.split("\n")
        for name in suspects:
            line = lines.get(f"{path}.{name}")
            if line is not None and _set_apart(rows, lines[path], line):
                yield _strayed(f"{path}.{name}", name)


def _only_in_last(name: str, steps: Sequence[Mapping[str, object]]) -> bool:
    return len(steps) > 1 and name in steps[-1] and sum(name in step for step in steps) == 1


def _tables(document: Mapping[str, object]) -> Sequence[Mapping[str, object]]:
    steps = document.get("step")
    if not isinstance(steps, list):
        return ()
    found = cast("list[object]", steps)
    return [cast("Mapping[str, object]", step) for step in found if isinstance(step, dict)]


def _set_apart(rows: Sequence[str], header: int, line: int) -> bool:
    return any(not row.strip() for row in rows[header:line])


def _strayed(path: str, name: str) -> Diagnostic:
    return diagnostic(
        "GR013",
        f"`{name}` holds for the last step only, though an empty line sets it apart",
        path=path,
        help=f"to hold for all steps, `{name}` stands before the first `[[step]]`; "
        "for the last step alone, leave the empty line out",
    )
