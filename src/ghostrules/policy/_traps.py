"""A trap of TOML that only the text shows: a key for all steps that lands in the last one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import phrase
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._step_keys import STEP_KEYS

SHARED: Final = tuple(name for name in STEP_KEYS if name in POLICY_KEYS and name != "id")


def strayed_keys(steps: int, text: str, lines: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Report keys of the last of some steps that an empty line sets apart and no other has."""
    rows, last = text.split("\n"), f"step[{steps - 1}]"
    for name in SHARED:
        line = lines.get(f"{last}.{name}")
        if line is None or any(f"step[{i}].{name}" in lines for i in range(steps - 1)):
            continue
        if steps > 1 and _set_apart(rows, lines[last], line):
            yield _strayed(f"{last}.{name}", name)


def _set_apart(rows: Sequence[str], header: int, line: int) -> bool:
    return any(not row.strip() for row in rows[header:line])


def _strayed(path: str, name: str) -> Diagnostic:
    return diagnostic(
        "GR013",
        phrase(
            "`{name}` holds for the last step only, though an empty line sets it apart", name=name
        ),
        path=path,
        help=phrase(
            "to hold for all steps, `{name}` stands before the first `[[step]]`; for the "
            "last step alone, leave the empty line out",
            name=name,
        ),
    )
