"""What is wrong about the use of the command line, and what an exit status means."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum


class Status(IntEnum):
    """What the command line answers to whoever called it."""

    FINE = 0
    AT_FAULT = 1
    WRONG_USE = 2


class Wrong(Exception):
    """The command line was used wrongly; `help` says how to do it right."""

    def __init__(self, message: str, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


def unknown(name: str, what: str, known: Iterable[str]) -> Wrong:
    """Refuse a name, with the one that was probably meant or all that there are."""
    names = list(known)
    close = get_close_matches(name.casefold(), names, n=1)
    if close:
        return Wrong(f"`{name}` is no {what}", f"did you mean `{close[0]}`?")
    listed = ", ".join(f"`{each}`" for each in names)
    return Wrong(f"`{name}` is no {what}", f"there are {listed}" if names else "there is none")


def lowered(text: str | None) -> str:
    """Put a reason of the system into our own style."""
    return f"{text[:1].lower()}{text[1:]}" if text else "the system does not say why"
