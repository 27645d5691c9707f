"""The command line: one file a verb, which parses and prints and computes nothing itself.

`main` takes arguments and gives an exit status: 0 fine, 1 the document or the promise is at
fault, 2 wrong use. A verb raises: what `_wrong` names is wrong use, the errors of the library are
the document's. `_report` writes either to stderr, as text or, with `--json`, as JSON. Modules are
imported by the verb that needs them, so that `list` never waits for holidays.
"""

from collections.abc import Sequence

__all__ = ["main"]

_EXTRA = ("cyclopts", "rich")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status.

    >>> main(["check", "late-content"])
    late-content: nothing is wrong
    0

    `argv` are the arguments after the name of the command, by default those of this process.
    """
    import sys

    try:
        from ghostrules.cli._app import run
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        print(
            "ghostrules: the command line needs its extra; "
            "install it with `pip install 'ghostrules[cli]'`",
            file=sys.stderr,
        )
        return 2
    return int(run(sys.argv[1:] if argv is None else argv))
