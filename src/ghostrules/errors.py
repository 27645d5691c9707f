"""What is raised: one base, and a class for whoever can mend it."""

from ghostrules.diagnostics import Report
from ghostrules.phrases import Words, as_words


class GhostrulesError(Exception):
    """The base of everything that ghostrules raises on purpose."""

    @property
    def words(self) -> Words:
        """What it says, sayable in other languages where there are words for it."""
        return as_words(self.args[0] if self.args and isinstance(self.args[0], str) else str(self))


class PolicyError(GhostrulesError, ValueError):
    """A policy document is at fault; `report` holds every fault, not only the first.

    >>> from ghostrules.diagnostics import Diagnostic, Report
    >>> error = PolicyError(Report((Diagnostic("GR003", "`id` is missing"),)))
    >>> error.report.codes
    ('GR003',)
    """

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Write the whole report."""
        return str(self.report)


class PartyError(GhostrulesError, ValueError):
    """A document of parties is at fault; `report` holds every fault, not only the first.

    >>> from ghostrules.diagnostics import Diagnostic, Report
    >>> error = PartyError(Report((Diagnostic("GR003", "`territory` is missing"),)))
    >>> error.report.codes
    ('GR003',)
    """

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Write the whole report."""
        return str(self.report)


class ScenarioError(GhostrulesError, ValueError):
    """A scenario is at fault, or cannot happen; `report` holds every fault, not only the first.

    >>> from ghostrules.diagnostics import Diagnostic, Report
    >>> error = ScenarioError(Report((Diagnostic("GR003", "`start` is missing"),)))
    >>> error.report.codes
    ('GR003',)
    """

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Write the whole report."""
        return str(self.report)


class WordsError(GhostrulesError, ValueError):
    """A document of words is at fault; `report` holds every fault, not only the first.

    >>> from ghostrules.diagnostics import Diagnostic, Report
    >>> error = WordsError(Report((Diagnostic("GR003", "`language` is missing"),)))
    >>> error.report.codes
    ('GR003',)
    """

    report: Report

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Write the whole report."""
        return str(self.report)


class MessageError(GhostrulesError, ValueError):
    """A message cannot be written: nobody has its words, or nothing fills one of its fields."""


class TimingError(GhostrulesError, ValueError):
    """A timing text cannot be read.

    >>> error = TimingError("`soon` is not a timing", text="soon", help="try `1 day later`")
    >>> str(error)
    '`soon` is not a timing; try `1 day later`'

    `position` counts characters from 0, `understood` is the part that could be read.
    """

    def __init__(
        self,
        message: str,
        *,
        text: str,
        position: int | None = None,
        understood: str = "",
        help: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message: Words = as_words(message)
        self.text = text
        self.position = position
        self.understood = understood
        self.help = help

    def __str__(self) -> str:
        """Write the message and, where there is one, the suggestion."""
        return self.message if self.help is None else f"{self.message}; {self.help}"


class AmbiguousTiming(TimingError):
    """A timing text has more than one reading; `readings` lists what it could have meant."""

    def __init__(
        self,
        message: str,
        *,
        text: str,
        readings: tuple[str, ...],
        position: int | None = None,
        help: str | None = None,
    ) -> None:
        super().__init__(message, text=text, position=position, help=help)
        self.readings = readings


class ConditionError(GhostrulesError, ValueError):
    """A condition cannot be read, or cannot be built.

    >>> error = ConditionError("`==` is no sign", text="a == 1", position=2, help="try `=`")
    >>> str(error)
    '`==` is no sign; try `=`'

    `text` is the whole text or the part that was built, `position` counts its characters from 0.
    """

    def __init__(
        self, message: str, *, text: str, position: int | None = None, help: str | None = None
    ) -> None:
        super().__init__(message)
        self.message: Words = as_words(message)
        self.text = text
        self.position = position
        self.help = help

    def __str__(self) -> str:
        """Write the message and, where there is one, the suggestion."""
        return self.message if self.help is None else f"{self.message}; {self.help}"


class CalendarError(GhostrulesError, ValueError):
    """A calendar cannot be made, or is asked for a date that it does not cover."""


class EventError(GhostrulesError, ValueError):
    """An event is unknown, malformed, or impossible in the status of the case; nothing changed."""


class StateError(GhostrulesError, ValueError):
    """A state does not belong to this machine, or was written in an unknown format."""
