"""An id is suggested only where the document has not given it to something else."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, cast

from attrs import evolve

from ghostrules.diagnostics import Diagnostic

_WRITE: Final = re.compile(r"write `([\w-]+)`")


def without_taken_names(
    document: Mapping[str, object], faults: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Take back suggestions of ids that the document has given to facts or events."""
    taken = {
        str(name) for key in ("facts", "ends", "starts") for name in _named(document.get(key, ()))
    }
    return [_unsuggested(fault, taken) for fault in faults]


def _named(value: object) -> Iterable[object]:
    if isinstance(value, Mapping | list | tuple):
        return cast("Iterable[object]", value)
    return (value,)


def _unsuggested(fault: Diagnostic, taken: set[str]) -> Diagnostic:
    written = _WRITE.fullmatch(fault.help or "") if fault.path.startswith("step") else None
    if fault.code != "GR116" or written is None or written[1] not in taken:
        return fault
    return evolve(fault, help="choose another name")
