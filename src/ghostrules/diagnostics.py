"""What is reported: a fault has a code, a place, and a way to mend it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from ghostrules.phrases import Phrase, phrase


class Severity(StrEnum):
    """How grave a diagnostic is.

    >>> Severity.ERROR.value
    'error'
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES: Final[Mapping[Severity, Phrase]] = MappingProxyType(
    {
        Severity.ERROR: phrase("error"),
        Severity.WARNING: phrase("warning"),
        Severity.NOTE: phrase("note"),
    }
)


@frozen
class Diagnostic:
    """One fault of a document: what is wrong, where, and how to mend it.

    >>> fault = Diagnostic("GR112", "two steps have the id `call`", path="step[1].id", line=9)
    >>> print(fault)
    GR112 error: two steps have the id `call`
      --> step[1].id, line 9

    `path` names the place in the document, `line` counts from 1 and is there where the text
    tells it, `value` is what was found, `expected` what would have been right.
    """

    code: str
    message: str
    severity: Severity = field(default=Severity.ERROR, kw_only=True)
    path: str = field(default="", kw_only=True)
    line: int | None = field(default=None, kw_only=True)
    value: str | None = field(default=None, kw_only=True)
    expected: str | None = field(default=None, kw_only=True)
    help: str | None = field(default=None, kw_only=True)

    def __str__(self) -> str:
        """Write the diagnostic as a person reads it: the fault, the place, the help."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """The diagnostic line by line, sayable in other languages."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        severity = _SEVERITIES[self.severity]
        yield phrase(
            "{code} {severity}: {text}", code=self.code, severity=severity, text=self.message
        )
        if self.path or self.line is not None:
            yield self._place()
        if self.value is not None:
            yield phrase("  found: {value}", value=self.value)
        if self.expected is not None:
            yield phrase("  expected: {text}", text=self.expected)
        if self.help is not None:
            yield phrase("  help: {text}", text=self.help)

    def _place(self) -> str:
        if self.line is None:
            return f"  --> {self.path}"
        if not self.path:
            return phrase("  --> line {line}", line=self.line)
        return phrase("  --> {path}, line {line}", path=self.path, line=self.line)


@frozen
class Report:
    """All diagnostics of one document, in the order of the document.

    >>> report = Report((Diagnostic("GR113", "fact `due` is never used", severity=Severity.NOTE),))
    >>> report.ok, report.codes
    (True, ('GR113',))
    """

    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing in the report is an error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that forbid the use of the document."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that deserve a second look."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are good to know."""
        return self._of(Severity.NOTE)

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of every diagnostic, in order."""
        return tuple(diagnostic.code for diagnostic in self.diagnostics)

    def _of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is severity)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Go through the diagnostics in order."""
        return iter(self.diagnostics)

    def __len__(self) -> int:
        """Count the diagnostics."""
        return len(self.diagnostics)

    def __str__(self) -> str:
        """Write every diagnostic, one after the other."""
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)
