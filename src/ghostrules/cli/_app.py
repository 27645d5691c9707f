"""From arguments to an exit status."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import cast

from cyclopts import App, CycloptsError

from ghostrules import __version__
from ghostrules.cli._reader import reader_among
from ghostrules.cli._report import report_at_fault, report_wrong
from ghostrules.cli._usage import wrong_use
from ghostrules.cli._verbs import VERBS
from ghostrules.cli._wrong import Status, Wrong, lowered
from ghostrules.errors import GhostrulesError

_ABOUT = "Rules for clients who go silent: what to do, when, and why then."
_MORE = "`ghostrules VERB --help` tells more and has examples. Start with `ghostrules demo`."


def make_app() -> App:
    app: App = App(
        name="ghostrules",
        help=_ABOUT,
        help_epilogue=_MORE,
        help_format="plaintext",
        version=__version__,
    )
    for verb in VERBS:
        app.command(verb.source, name=verb.name, help=verb.help, help_epilogue=verb.epilogue)
    return app


def run(arguments: Sequence[str]) -> int:
    as_json = "--json" in arguments
    _write_what_can_be_written()
    try:
        return _run(list(arguments))
    except CycloptsError as error:
        return report_wrong(wrong_use(error), as_json=as_json)
    except Wrong as wrong:
        return report_wrong(wrong, as_json=as_json)
    except GhostrulesError as error:
        return report_at_fault(error, reader_among(arguments), as_json=as_json)
    except BrokenPipeError:
        _let_go_of_output()
        return Status.FINE
    except OSError as error:
        _let_go_of_output()
        fault = Wrong(f"the output cannot be written: {lowered(error.strerror)}")
        return report_wrong(fault, as_json=as_json)


def _run(arguments: list[str]) -> int:
    command, bound, _ = make_app().parse_args(arguments, exit_on_error=False, print_error=False)
    status = cast("int | None", command(*bound.args, **bound.kwargs))
    sys.stdout.flush()
    return Status.FINE if status is None else status


def _write_what_can_be_written() -> None:
    """A name that the terminal's encoding lacks becomes `?`, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """What is left cannot go anywhere; Python would complain about it once more at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
