"""What went wrong, on stderr: short text, or JSON for programs."""

import sys
from typing import Any

from ghostrules.cli._reader import Reader
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
    WordsError,
)
from ghostrules.locales import report_text
from ghostrules.phrases import Phrase, plural

_NO_FAULTS = Report()
_WITH_REPORT = PolicyError | PartyError | ScenarioError | WordsError


def report_wrong(wrong: Wrong, *, as_json: bool) -> Status:
    reader = Reader()
    if as_json:
        _write_json("usage", wrong.message, wrong.help, _NO_FAULTS, reader)
    else:
        _write_text(wrong.message, wrong.help, _NO_FAULTS, reader)
    return Status.WRONG_USE


def report_at_fault(error: GhostrulesError, reader: Reader, *, as_json: bool) -> Status:
    report = error.report if isinstance(error, _WITH_REPORT) else _NO_FAULTS
    kind = _kind(error)
    message = _faults(kind, report) if len(report) else error.words
    _write(kind, message, report, reader, as_json=as_json)
    return Status.AT_FAULT


def report_unmet(report: Report, expected: int, reader: Reader, *, as_json: bool) -> Status:
    of = plural("{count} expectation", "{count} expectations", expected)
    message = plural(
        "{count} of {expected} is not met",
        "{count} of {expected} are not met",
        len(report),
        expected=of,
    )
    _write("expectation", message, report, reader, as_json=as_json)
    return Status.AT_FAULT


def _write(kind: str, message: str, report: Report, reader: Reader, *, as_json: bool) -> None:
    if as_json:
        _write_json(kind, message, None, report, reader)
    else:
        _write_text(message, None, report, reader)


def diagnostic_document(found: Diagnostic, reader: Reader) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": reader.say(found.message),
        "path": found.path,
        "line": found.line,
        "value": found.value,
        "expected": _said(found.expected, reader),
        "help": _said(found.help, reader),
    }


def _said(text: str | None, reader: Reader) -> str | None:
    return None if text is None else reader.say(text)


def _kind(error: GhostrulesError) -> str:
    match error:
        case CalendarError():
            return "calendar"
        case PartyError():
            return "party"
        case ScenarioError():
            return "scenario"
        case WordsError():
            return "words"
        case EventError():
            return "event"
        case _:
            return "policy"


def _faults(kind: str, report: Report) -> Phrase:
    count = len(report.errors)
    match kind:
        case "party":
            return plural(
                "the document of parties has {count} fault",
                "the document of parties has {count} faults",
                count,
            )
        case "words":
            return plural(
                "the document of words has {count} fault",
                "the document of words has {count} faults",
                count,
            )
        case "scenario":
            return plural(
                "the scenario has {count} fault", "the scenario has {count} faults", count
            )
        case _:
            return plural("the policy has {count} fault", "the policy has {count} faults", count)


def _write_text(message: str, help: str | None, report: Report, reader: Reader) -> None:
    print(shown(f"ghostrules: {reader.say(message)}"), file=sys.stderr)
    if help is not None:
        print(shown(f"  help: {help}"), file=sys.stderr)
    if len(report):
        print(shown(report_text(report, reader.language)), file=sys.stderr)


def _write_json(kind: str, message: str, help: str | None, report: Report, reader: Reader) -> None:
    document = {
        "error": {"kind": kind, "message": reader.say(message), "help": help},
        "diagnostics": [diagnostic_document(found, reader) for found in report],
    }
    write_json(document, sys.stderr)
