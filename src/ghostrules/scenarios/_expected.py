"""What a scenario can expect: steps, effects that belong to no step, and how the case stands."""

from enum import StrEnum
from typing import Any, Final

from attrs import frozen

NOTHING: Final = "none"

Said = tuple[tuple[str, Any], ...]


@frozen
class Expected:
    """One expectation: what is said of something, key by key, and where in the file."""

    said: Said
    path: str


@frozen
class ExpectedStep(Expected):
    """A step that is to come: its `step`, and what else is said of it.

    >>> ExpectedStep((("step", "call"), ("skipped", False)), "expect[0]").path
    'expect[0]'
    """


@frozen
class ExpectedEffect(Expected):
    """An effect that belongs to no step, such as a reminder to ourselves: its `kind`, and more."""


@frozen
class ExpectedEnd(Expected):
    """How the case is to stand at the end: its `status`, `turn`, `outcome`, and more."""


def plain(value: object) -> object:
    """Put a value beside which something is expected: nothing is called `none`."""
    return str(value) if isinstance(value, StrEnum) else NOTHING if value is None else value
