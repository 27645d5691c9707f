"""Reports of faults in the reader's language."""

from ghostrules.diagnostics import Report
from ghostrules.locales._catalogues import in_language


def report_text(report: Report, language: str) -> str:
    """Write every diagnostic, one after the other, in a language.

    >>> from ghostrules.diagnostics import Diagnostic
    >>> from ghostrules.phrases import phrase
    >>> fault = Diagnostic("GR105", phrase("no event ends a case"), path="ends", line=2)
    >>> print(report_text(Report((fault,)), "nl"))
    GR105 fout: geen enkele gebeurtenis beëindigt een dossier
      --> ends, regel 2
    """
    return "\n".join(in_language(line, language) for each in report for line in each.lines)
