"""`ghostrules check`: what is wrong with a policy, where, and how to mend it."""

import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from ghostrules.cli._options import JsonFlag, PolicyName
from ghostrules.cli._paper import paper
from ghostrules.cli._policy import read_policy, toml_text
from ghostrules.cli._reader import LocaleOption, Reader, read_reader
from ghostrules.cli._report import diagnostic_document
from ghostrules.cli._telling import WordsOption, read_words
from ghostrules.cli._written import write_json
from ghostrules.cli._wrong import Status
from ghostrules.diagnostics import Report, Severity
from ghostrules.errors import PolicyError
from ghostrules.phrases import Phrase, phrase, plural
from ghostrules.policy import Policy, check

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def run(
    policy: PolicyName,
    /,
    *,
    words: WordsOption = None,
    locale: LocaleOption = None,
    as_json: JsonFlag = False,
) -> Status:
    reader = read_reader(locale)
    read, report = _judge(policy, words)
    if as_json:
        write_json(_document(read, report, reader), sys.stdout)
    else:
        _print(paper(), policy, report, reader)
    return Status.FINE if report.ok else Status.AT_FAULT


def _judge(named: str, words: str | None) -> tuple[Policy | None, Report]:
    try:
        policy = read_policy(named)
    except PolicyError as error:
        return None, error.report
    judging = None if words is None else read_words(words)
    return policy, check(policy, toml_text(named), words=judging)


def _document(policy: Policy | None, report: Report, reader: Reader) -> dict[str, Any]:
    return {
        "policy": None if policy is None else policy.id,
        "fingerprint": None if policy is None else policy.fingerprint,
        "ok": report.ok,
        "diagnostics": [diagnostic_document(found, reader) for found in report],
    }


def _print(console: Console, named: str, report: Report, reader: Reader) -> None:
    for found in report:
        head, *rest = map(reader.say, found.lines)
        console.print(Text(head, style=_STYLES[found.severity]), soft_wrap=True)
        for line in rest:
            console.print(line, soft_wrap=True)
    summary = ", ".join(map(reader.say, _summary(report)))
    console.print(f"{named}: {summary}", soft_wrap=True)


def _summary(report: Report) -> list[Phrase]:
    counts = (
        plural("{count} error", "{count} errors", len(report.errors)),
        plural("{count} warning", "{count} warnings", len(report.warnings)),
        plural("{count} note", "{count} notes", len(report.notes)),
    )
    return [each for each in counts if each.number] or [phrase("nothing is wrong")]
