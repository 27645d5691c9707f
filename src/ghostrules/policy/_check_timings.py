"""Timings that say something impossible, surprising or useless."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import phrase
from ghostrules.policy._amounts import AmountWords, write_amount
from ghostrules.policy._compare import longer
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._words import Prefer
from ghostrules.timing import Between, Months, Within, amounts, symbol, wall_time


def timings(outline: Outline) -> Iterator[Diagnostic]:
    """Report ranges turned round, months that clip, and keys without effect."""
    for row in outline.rows:
        yield from _turned_round(row)
        yield from _clipping(row)
        yield from _idle_time(outline, row)
        yield from _idle_choice(row)
        yield from _two_times(row)


def _turned_round(row: Row) -> Iterator[Diagnostic]:
    when = row.when
    if isinstance(when, Between) and longer(when.low, when.high):
        low, high = AmountWords(when.low), AmountWords(when.high)
        yield diagnostic(
            "GR109",
            phrase("the range ends after {high}, before it begins after {low}", high=high, low=low),
            path=row.place("when"),
            value=symbol(when),
            expected=phrase("first {high}, then {low}", high=high, low=low),
        )


def _clipping(row: Row) -> Iterator[Diagnostic]:
    if any(isinstance(amount, Months) for amount in amounts(row.when)):
        yield _clips(row.place("when"), symbol(row.when))
    window = row.step.answer_within
    if isinstance(window, Months):
        yield _clips(row.place("answer_within"), write_amount(window))


def _clips(path: str, value: str) -> Diagnostic:
    return diagnostic(
        "GR110",
        phrase("a month count that meets a shorter month takes its last day"),
        path=path,
        value=value,
        help=phrase(
            "counted from 31 January, a month later is 28 or 29 February; count days or "
            "weeks where that matters"
        ),
    )


def _idle_time(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    if row.step.at is not None and not outline.is_dated(row):
        yield diagnostic(
            "GR117",
            phrase("`at` moves dates only, and this timing counts hours"),
            path=row.place("at"),
            value=f"{row.step.at:%H:%M}",
            help=phrase("leave `at` out, or count days: 24 hours are not one day"),
        )


def _idle_choice(row: Row) -> Iterator[Diagnostic]:
    if isinstance(row.when, Within | Between):
        return
    idle = {"strict": row.step.strict, "prefer": row.step.prefer is Prefer.LATEST}
    for key, chosen in idle.items():
        if chosen:
            yield diagnostic(
                "GR125",
                phrase("`{key}` chooses within a window, and this timing has none", key=key),
                path=row.place(key),
                help=phrase(
                    "leave `{key}` out, or give a window: `within ...`, `between ...`", key=key
                ),
            )


def _two_times(row: Row) -> Iterator[Diagnostic]:
    named = wall_time(row.step.timing)
    if row.step.at is not None and named is not None:
        yield diagnostic(
            "GR128",
            phrase("the timing names {named} itself, so `at` is not used", named=f"{named:%H:%M}"),
            path=row.place("at"),
            value=f"{row.step.at:%H:%M}",
            help=phrase(
                "leave `at` out, or take `at {named}` out of the timing", named=f"{named:%H:%M}"
            ),
        )
