"""What went wrong, on stderr: short text, or JSON for programs."""

import sys
from typing import Any

from ghostrules.cli._written import shown, write_json
from ghostrules.cli._wrong import Status, Wrong
from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.errors import (
    CalendarError,
    EventError,
    GhostrulesError,
    PartyError,
    PolicyError,
    ScenarioError,
)

_NO_FAULTS = Report()


def report_wrong(wrong: Wrong, *, as_json: bool) -> Status:
    if as_json:
        _write_json("usage", wrong.message, wrong.help, _NO_FAULTS)
    else:
        _write_text(wrong.message, wrong.help, _NO_FAULTS)
    return Status.WRONG_USE


def report_at_fault(error: GhostrulesError, *, as_json: bool) -> Status:
    report = (
        error.report if isinstance(error, PolicyError | PartyError | ScenarioError) else _NO_FAULTS
    )
    kind = _kind(error)
    message = _faults(kind, report) if len(report) else str(error)
    if as_json:
        _write_json(kind, message, None, report)
    else:
        _write_text(message, None, report)
    return Status.AT_FAULT


def report_unmet(report: Report, expected: int, *, as_json: bool) -> Status:
    count, verb = len(report), "is" if len(report) == 1 else "are"
    of = f"{expected} expectation{'' if expected == 1 else 's'}"
    message = f"{count} of {of} {verb} not met"
    if as_json:
        _write_json("expectation", message, None, report)
    else:
        _write_text(message, None, report)
    return Status.AT_FAULT


def diagnostic_document(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "path": found.path,
        "line": found.line,
        "value": found.value,
        "expected": found.expected,
        "help": found.help,
    }


def _kind(error: GhostrulesError) -> str:
    match error:
        case CalendarError():
            return "calendar"
        case PartyError():
            return "party"
        case ScenarioError():
            return "scenario"
        case EventError():
            return "event"
        case _:
            return "policy"


def _faults(kind: str, report: Report) -> str:
    count = len(report.errors)
    document = "document of parties" if kind == "party" else kind
    return f"the {document} has {count} fault{'' if count == 1 else 's'}"


def _write_text(message: str, help: str | None, report: Report) -> None:
    print(shown(f"ghostrules: {message}"), file=sys.stderr)
    if help is not None:
        print(shown(f"  help: {help}"), file=sys.stderr)
    for found in report:
        print(shown(str(found)), file=sys.stderr)


def _write_json(kind: str, message: str, help: str | None, report: Report) -> None:
    document = {
        "error": {"kind": kind, "message": message, "help": help},
        "diagnostics": [diagnostic_document(found) for found in report],
    }
    write_json(document, sys.stderr)
