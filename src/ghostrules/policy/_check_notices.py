"""Notices and response windows: what is announced, and how long the client has (L11, L12)."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic, Severity
from ghostrules.documents import choices, diagnostic
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy._amounts import AmountWords, write_amount
from ghostrules.policy._compare import Fit, count, fit
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._words import IfLate
from ghostrules.timing import Amount, Anchor, Before, Duration, hours, write


def notices(outline: Outline) -> Iterator[Diagnostic]:
    """Report harm without notice, notices that may be skipped, and windows that do not fit."""
    for row in outline.rows:
        if row.adverse and not _announced(outline, row):
            yield _unannounced(outline, row)
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


def _unannounced(outline: Outline, row: Row) -> Diagnostic:
    policy, before = outline.policy, Before(hours(48), Anchor(row.step.id))
    return diagnostic(
        "GR106",
        phrase("`{step}` is to the client's harm, and nothing announces it", step=row.step.id),
        path=f"step[{row.index}]",
        help=phrase(
            'put a step before it with `when = "{when}"`, or one that grants '
            'a window with `answer_within = "5 business days"`',
            when=write(before, policy.language, labels=policy.labels),
        ),
    )


def _skippable(row: Row) -> Iterator[Diagnostic]:
    if row.step.if_late is IfLate.SKIP:
        yield diagnostic(
            "GR108",
            phrase("`{step}` is a notice, and a notice is never skipped", step=row.step.id),
            path=row.place("if_late"),
            expected=choices(["send", "merge"]),
            help=phrase("a late notice moves `{anchor}` instead", anchor=row.anchor.name),
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
    return diagnostic(
        "GR107",
        phrase(
            "the window of {window} is longer than the notice of {notice}",
            window=AmountWords(window),
            notice=AmountWords(notice),
        ),
        path=row.place("answer_within"),
        value=write_amount(window),
        expected=_most(window, notice),
        help=_longer(window),
    )


def _most(window: Amount, notice: Amount) -> Phrase:
    if isinstance(window, Duration) or isinstance(notice, Duration):
        return phrase("at most {amount}", amount=AmountWords(notice))
    return phrase("less than {amount}", amount=AmountWords(notice))


def _longer(window: Amount) -> Phrase:
    amount = AmountWords(window)
    if isinstance(window, Duration):
        return phrase("shorten the window, or count back {amount}", amount=amount)
    return phrase("shorten the window, or count back more than {amount}", amount=amount)


def _to_the_last_day(row: Row, window: Amount) -> Diagnostic:
    return diagnostic(
        "GR107",
        phrase(
            "the last day of the window is the day of `{anchor}`, which so waits a day more",
            anchor=row.anchor.name,
        ),
        path=row.place("answer_within"),
        value=write_amount(window),
        help=phrase("shorten the window by a day, or lengthen the notice"),
        severity=Severity.WARNING,
    )


def _incomparable(row: Row, window: Amount, notice: Amount) -> Diagnostic:
    return diagnostic(
        "GR107",
        _depends(window, notice),
        path=row.place("answer_within"),
        value=write_amount(window),
        help=phrase("give window and notice in the same unit"),
        severity=Severity.WARNING,
    )


def _depends(window: Amount, notice: Amount) -> Phrase:
    places = {"window": AmountWords(window), "notice": AmountWords(notice)}
    if isinstance(window, Duration) or isinstance(notice, Duration):
        return phrase(
            "whether a window of {window} fits into a notice of {notice} depends on the moment "
            "at which it is sent",
            **places,
        )
    return phrase(
        "whether a window of {window} fits into a notice of {notice} depends on the calendar",
        **places,
    )


def _to_nobody(row: Row) -> Diagnostic:
    return diagnostic(
        "GR124",
        phrase(
            "`{step}` grants a window, and does nothing that the client would notice",
            step=row.step.id,
        ),
        path=row.place("answer_within"),
        help=phrase("grant it with a message: `email`, `letter`, `call` ..."),
    )


def _empty(row: Row) -> Iterator[Diagnostic]:
    window = row.step.answer_within
    if window is not None and count(window) == 0:
        yield diagnostic(
            "GR126",
            phrase(
                "`{step}` grants a window of {window}, which is none",
                step=row.step.id,
                window=AmountWords(window),
            ),
            path=row.place("answer_within"),
            value=write_amount(window),
            expected=phrase("an amount above zero"),
            help=phrase("leave `answer_within` out, or grant time, such as `5 business days`"),
        )
