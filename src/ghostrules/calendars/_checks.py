"""What was given is of the kind that was asked for, or it is refused."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ghostrules.errors import CalendarError


def demand_text(value: object, what: str, example: str) -> str:
    """Take a text, or refuse anything else."""
    if not isinstance(value, str):
        raise CalendarError(f"{what} is `{value}`, expected a text as in `{example}`")
    return value


def each_of(given: object, what: str, example: str) -> Iterator[Any]:
    """Go through what was given: a list, or a single date or text."""
    entries = (given,) if isinstance(given, str | date) else given
    if not isinstance(entries, Iterable):
        raise CalendarError(f"`{given}` is no list of {what}, expected one as in `{example}`")
    yield from entries
