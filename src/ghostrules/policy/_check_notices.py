"""Notices and response windows: what is announced, and how long the client has (L11, L12)."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic, Severity
from ghostrules.documents import diagnostic
from ghostrules.policy._amounts import write_amount
from ghostrules.policy._compare import Fit, count, fit
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._words import IfLate
from ghostrules.timing import Amount, Before, Duration


def notices(outline: Outline) -> Iterator[Diagnostic]:
    """Report harm without notice, notices that may be skipped, and windows that do not fit."""
    for row in outline.rows:
        if row.adverse and not _announced(outline, row):
            yield _unannounced(row)
        if _is_notice(outline, row):
            yield from _skippable(row)
            yield from _misfit(row)
        if _grants(row) and not any(effect.kind.counts for effect in row.effects):
            yield _to_nobody(row)
        yield from _empty(row)


def _is_notice(outline: Outline, row: Row) -> bool:
    return row.backward and outline.target(row) is not None


def _announced(outline: Outline, row: Row) -> bool:
    return any(
        earlier.reaches_client and (_grants(earlier) or _announces(outline, earlier, row))
        for earlier in outline.rows[: row.index]
    )


def _grants(row: Row) -> bool:
    return row.step.answer_within is not None


def _announces(outline: Outline, row: Row, target: Row) -> bool:
    return row.backward and outline.target(row) is target


def _unannounced(row: Row) -> Diagnostic:
    return diagnostic(
        "GR106",
        f"`{row.step.id}` is to the client's harm, and nothing announces it",
        path=f"step[{row.index}]",
        help=f'put a step before it with `when = "48 hours before {row.step.id}"`, '
        'or one that grants a window with `answer_within = "5 business days"`',
    )


def _skippable(row: Row) -> Iterator[Diagnostic]:
    if row.step.if_late is IfLate.SKIP:
        yield diagnostic(
            "GR108",
            f"`{row.step.id}` is a notice, and a notice is never skipped",
            path=row.place("if_late"),
            expected="`send` or `merge`",
            help=f"a late notice moves `{row.anchor.name}` instead",
        )


def _misfit(row: Row) -> Iterator[Diagnostic]:
    window, when = row.step.answer_within, row.when
    if window is None or not isinstance(when, Before):
        return
    match fit(window, when.amount):
        case Fit.NEVER:
            yield _too_long(row, window, when.amount)
        case Fit.TO_THE_DAY:
            yield _to_the_last_day(row, window)
        case Fit.DEPENDS:
            yield _incomparable(row, window, when.amount)
        case Fit.ALWAYS:
            pass


def _too_long(row: Row, window: Amount, notice: Amount) -> Diagnostic:
    elapsed = isinstance(window, Duration)
    most = "at most" if elapsed or isinstance(notice, Duration) else "less than"
    return diagnostic(
        "GR107",
        f"the window of {write_amount(window)} is longer than the notice of {write_amount(notice)}",
        path=row.place("answer_within"),
        value=write_amount(window),
        expected=f"{most} {write_amount(notice)}",
        help="shorten the window, or count back "
        f"{'' if elapsed else 'more than '}{write_amount(window)}",
    )


def _to_the_last_day(row: Row, window: Amount) -> Diagnostic:
    return diagnostic(
        "GR107",
        f"the last day of the window is the day of `{row.anchor.name}`, which so waits a day more",
        path=row.place("answer_within"),
        value=write_amount(window),
        help="shorten the window by a day, or lengthen the notice",
        severity=Severity.WARNING,
    )


def _incomparable(row: Row, window: Amount, notice: Amount) -> Diagnostic:
    mixed = isinstance(window, Duration) or isinstance(notice, Duration)
    why = "on the moment at which it is sent" if mixed else "on the calendar"
    return diagnostic(
        "GR107",
        f"whether a window of {write_amount(window)} fits into a notice of "
        f"{write_amount(notice)} depends {why}",
        path=row.place("answer_within"),
        value=write_amount(window),
        help="give window and notice in the same unit",
        severity=Severity.WARNING,
    )


def _to_nobody(row: Row) -> Diagnostic:
    return diagnostic(
        "GR124",
        f"`{row.step.id}` grants a window, and does nothing that the client would notice",
        path=row.place("answer_within"),
        help="grant it with a message: `email`, `letter`, `call` ...",
    )


def _empty(row: Row) -> Iterator[Diagnostic]:
    window = row.step.answer_within
    if window is not None and count(window) == 0:
        yield diagnostic(
            "GR126",
            f"`{row.step.id}` grants a window of {write_amount(window)}, which is none",
            path=row.place("answer_within"),
            value=write_amount(window),
            expected="an amount above zero",
            help="leave `answer_within` out, or grant time, such as `5 business days`",
        )
