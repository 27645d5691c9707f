"""A trap of TOML that only the text shows: a key for all steps that lands in the last one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from ghostrules.diagnostics import Diagnostic
from ghostrules.policy._codes import diagnostic
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._step_keys import STEP_KEYS

SHARED: Final = tuple(name for name in STEP_KEYS if name in POLICY_KEYS and name != "id")


def strayed_keys(
    document: Mapping[str, object], text: str, lines: Mapping[str, int]
) -> Iterator[Diagnostic]:
    """Report keys of the last step that an empty line sets apart and no other step has."""
    steps = _tables(document)
    if len(steps) < 2:
        return
    path, rows = f"step[{len(steps) - 1}]", text.split("\n")
    for name in SHARED:
        line = lines.get(f"{path}.{name}")
        alone = sum(name in step for step in steps) == 1
        if line is not None and alone and _set_apart(rows, lines[path], line):
            yield _strayed(f"{path}.{name}", name)


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
