"""The policy of a scenario: a built-in, a file beside the scenario, or a table in it."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from ghostrules.diagnostics import Diagnostic, Report
from ghostrules.documents import Faulty, as_table, fault, is_table, read_text, suggestion, under
from ghostrules.errors import PolicyError
from ghostrules.phrases import phrase, plural
from ghostrules.policy import Policy, built_in, built_in_names, check, from_document
from ghostrules.policy import load as load_policy


def read_policy(value: object, path: str, folder: Path) -> Policy:
    """Read the policy, and refuse one that cannot be compiled."""
    if is_table(value):
        return _inline(value, path)
    named = read_text(value, path)
    is_file = "/" in named or Path(named).suffix in (".toml", ".json")
    policy = _from_file(named, folder, path) if is_file else _built_in(named, path)
    report = check(policy)
    if not report.ok:
        raise _unusable(named, report, path)
    return policy


def _inline(value: object, path: str) -> Policy:
    try:
        policy = from_document(as_table(value, path))
    except PolicyError as error:
        raise Faulty(*_inside(error.report.errors, path)) from None
    errors = check(policy).errors
    if errors:
        raise Faulty(*_inside(errors, path))
    return policy


def _inside(found: Iterable[Diagnostic], path: str) -> list[Diagnostic]:
    return [evolve(one, path=under(path, one.path) if one.path else path) for one in found]


def _built_in(named: str, path: str) -> Policy:
    names = built_in_names()
    if named in names:
        return built_in(named)
    raise fault(
        "GR401",
        phrase("`{named}` is no built-in policy", named=named),
        path,
        expected=phrase(
            "the name of a built-in, a path that ends in `.toml` or `.json`, or a table"
        ),
        help=suggestion(named, names)
        or phrase("the built-in policies are {known}", known=", ".join(names)),
    )


def _from_file(named: str, folder: Path, path: str) -> Policy:
    try:
        return load_policy(folder / named)
    except PolicyError as error:
        raise _unusable(named, error.report, path) from None
    except (OSError, ValueError):  # a path with a zero in it
        raise no_file("GR401", named, path) from None


def _unusable(named: str, report: Report, path: str) -> Faulty:
    first, count = report.errors[0], len(report.errors)
    return fault(
        "GR401",
        plural(
            "the policy `{named}` has {count} fault; the first is {code}, {message}",
            "the policy `{named}` has {count} faults; the first is {code}, {message}",
            count,
            named=named,
            code=first.code,
            message=first.message,
        ),
        path,
        help=phrase("`ghostrules check {named}` tells what to do", named=named),
    )


def no_file(code: str, named: str, path: str) -> Faulty:
    """Say that a file cannot be read which a scenario names."""
    return fault(
        code,
        phrase("the file `{named}` cannot be read", named=named),
        path,
        expected=phrase("the path of a file, from the folder of the scenario"),
    )
