"""How a value is made: every argument is read, and all faults are raised at once."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from ghostrules.diagnostics import Report
from ghostrules.documents._faults import Faulty
from ghostrules.errors import GhostrulesError, PolicyError

T = TypeVar("T")


def settle(
    instance: object,
    read: Callable[[Mapping[str, object]], dict[str, Any]],
    given: Mapping[str, object],
    error: Callable[[Report], GhostrulesError] = PolicyError,
) -> None:
    """Set every attribute of a new frozen value to what was read, None being what is not said."""
    said = {name: value for name, value in given.items() if value is not None}
    for name, value in unfaulted(lambda: read(said), error).items():
        object.__setattr__(instance, name, value)


def unfaulted(read: Callable[[], T], error: Callable[[Report], GhostrulesError] = PolicyError) -> T:
    """Read, and raise the faults as what the caller knows."""
    try:
        return read()
    except Faulty as faulty:
        raise error(Report(faulty.diagnostics)) from None
