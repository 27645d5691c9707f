"""Every code that a document can earn: how grave it is, and what it says in a few words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from ghostrules.diagnostics import Diagnostic, Severity
from ghostrules.phrases import Words


@frozen
class Code:
    """What a code stands for; `severity` is the usual one, some codes know a milder case.

    >>> CODES["GR105"].title
    'no way to end'
    """

    severity: Severity
    title: str


def _error(title: str) -> Code:
    return Code(Severity.ERROR, title)


def _warning(title: str) -> Code:
    return Code(Severity.WARNING, title)


def _note(title: str) -> Code:
    return Code(Severity.NOTE, title)


CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {
        "GR001": _error("not a TOML or JSON document"),
        "GR002": _error("unknown key"),
        "GR003": _error("missing key"),
        "GR004": _error("wrong type"),
        "GR005": _error("unknown word"),
        "GR006": _error("timing not understood"),
        "GR007": _error("timing with several readings"),
        "GR008": _error("document too large"),
        "GR009": _error("document too deep"),
        "GR010": _error("too many steps"),
        "GR011": _error("key of the policy in a step or a reaction"),
        "GR012": _error("dotted key that nests"),
        "GR013": _warning("key for all steps in the last one"),
        "GR014": _error("key of a later version"),
        "GR015": _error("amount of time not understood"),
        "GR016": _error("time of day not understood"),
        "GR017": _error("unknown built-in policy"),
        "GR018": _error("effect that cannot be"),
        "GR019": _error("line that is no step"),
        "GR020": _error("unknown step in a change"),
        "GR021": _error("steps that cannot be combined"),
        "GR022": _error("dropped step that others count from"),
        "GR023": _error("too many occurrences, effects or reactions"),
        "GR024": _error("condition not understood"),
        "GR025": _error("reaction not understood"),
        "GR101": _error("unknown anchor"),
        "GR102": _error("circle of anchors"),
        "GR103": _error("step that can never follow"),
        "GR104": _error("counted back from what does not come later"),
        "GR105": _error("no way to end"),
        "GR106": _warning("adverse step without notice"),
        "GR107": _error("response window longer than its notice"),
        "GR108": _error("notice that may be skipped"),
        "GR109": _error("range turned round"),
        "GR110": _note("month that clips"),
        "GR111": _warning("detail of the client not required"),
        "GR112": _error("two steps with one id"),
        "GR113": _note("unused fact"),
        "GR114": _error("hours counted from a date"),
        "GR115": _error("anchor that is no date"),
        "GR116": _error("unusable name"),
        "GR117": _warning("time of day on a timing in hours"),
        "GR118": _error("counted from a later step"),
        "GR119": _error("deadline of what grants no window"),
        "GR120": _error("occurrence that does not exist"),
        "GR121": _note("adverse last step without an outcome"),
        "GR122": _error("event that starts and ends"),
        "GR123": _error("delivery of what sends nothing"),
        "GR124": _error("window granted to nobody"),
        "GR125": _warning("choice without a window"),
        "GR126": _error("response window of no length"),
        "GR127": _warning("calendar that looks misspelt"),
        "GR128": _warning("two times of day"),
        "GR129": _error("unknown name in a condition"),
        "GR130": _warning("condition about a later step"),
        "GR131": _error("reaction about what the policy does not have"),
        "GR132": _warning("event that looks misspelt"),
        "GR133": _error("reaction that never fits"),
        "GR134": _error("hold without the end that it names"),
        "GR135": _error("resumption before the end"),
        "GR136": _warning("reaction that is never reached"),
        "GR137": _error("balance that is no money"),
        "GR138": _error("counted from what is not delivered"),
        "GR139": _warning("delivery that nothing counts from"),
        "GR140": _warning("report that nobody owes"),
        "GR141": _error("order of preference out of place"),
        "GR142": _error("condition that cannot be judged"),
        "GR143": _error("label of what is not there"),
        "GR144": _error("label without a form"),
        "GR145": _error("label that is not distinct"),
        "GR301": _error("party without a calendar"),
        "GR302": _error("event that is not the person's"),
        "GR303": _error("date or instant not understood"),
        "GR304": _error("unusable detail of a client"),
        "GR401": _error("policy that a scenario cannot use"),
        "GR402": _error("party that cannot take part"),
        "GR403": _error("case that cannot begin"),
        "GR404": _error("event that the case refuses"),
        "GR405": _error("expectation that is not met"),
        "GR501": _error("words that cannot be filled"),
        "GR502": _error("unknown field"),
        "GR503": _error("field that its template does not name"),
        "GR504": _warning("field that no text uses"),
        "GR505": _error("template that nobody has"),
        "GR506": _warning("register without words"),
        "GR507": _warning("template that looks misspelt"),
    }
)


def diagnostic(
    code: str,
    message: Words,
    *,
    path: str = "",
    value: str | None = None,
    expected: str | None = None,
    help: str | None = None,
    severity: Severity | None = None,
) -> Diagnostic:
    """Make a diagnostic with the severity that its code usually has.

    >>> from ghostrules.phrases import phrase
    >>> diagnostic("GR105", phrase("no event ends a case")).severity.value
    'error'
    """
    return Diagnostic(
        code,
        message,
        severity=severity or CODES[code].severity,
        path=path,
        value=value,
        expected=expected,
        help=help,
    )
