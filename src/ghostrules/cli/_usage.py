"""Faults of the arguments themselves, told in the words of this library."""

from difflib import get_close_matches

from cyclopts import CycloptsError
from cyclopts.exceptions import (
    CoercionError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)

from ghostrules.cli._verbs import VERBS
from ghostrules.cli._wrong import Wrong, unknown


def wrong_use(error: CycloptsError) -> Wrong:
    match error:
        case UnknownCommandError():
            return unknown((error.unused_tokens or [""])[0], "verb", [verb.name for verb in VERBS])
        case UnknownOptionError():
            return _unknown_option(error)
        case MissingArgumentError():
            return _missing(error)
        case _:
            return _wrong_value(error)


def _wrong_value(error: CycloptsError) -> Wrong:
    match error:
        case RepeatArgumentError():
            return Wrong(f"`{error.token.keyword}` is given twice", "give it once")
        case CoercionError() if error.token is not None:
            return _unreadable(error.token.keyword, error.token.value, error.target_type)
        case UnusedCliTokensError():
            return _too_much(error)
        case _:
            return Wrong(_plain(error))


def _unknown_option(error: UnknownOptionError) -> Wrong:
    option = (error.token.keyword or error.token.value).partition("=")[0]
    return unknown(option, "option", _options(error))


def _options(error: UnknownOptionError) -> list[str]:
    return sorted({name for argument in error.argument_collection for name in argument.names})


def _missing(error: MissingArgumentError) -> Wrong:
    assert error.argument is not None
    name = error.keyword or error.argument.name
    given = [token for token in error.unused_tokens or [] if token.startswith("--")]
    close = get_close_matches(error.argument.name, given, n=1)
    if close and close[0] != error.argument.name:
        return Wrong(f"`{close[0]}` is no option", f"did you mean `{error.argument.name}`?")
    return Wrong(f"`{name}` is missing", _help_of(error))


def _help_of(error: CycloptsError) -> str:
    return f"`{' '.join(('ghostrules', *(error.command_chain or ())))} --help` has an example"


def _unreadable(keyword: str | None, value: str, wanted: type | None) -> Wrong:
    expected = "a whole number" if wanted is int else "no value"
    return Wrong(f"`{keyword or 'the argument'}` is `{value}`, expected {expected}")


def _too_much(error: UnusedCliTokensError) -> Wrong:
    tokens = " ".join(error.unused_tokens or [])
    return Wrong(f"`{tokens}` is more than expected", _help_of(error))


def _plain(error: CycloptsError) -> str:
    error.verbose = False
    message = str(error).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}"
