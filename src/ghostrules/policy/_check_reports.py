"""What is reported: deliveries that something counts from, steps that a person has done."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import choices, diagnostic, suggestion
from ghostrules.phrases import phrase
from ghostrules.policy._outline import Outline, Row
from ghostrules.policy._reaction import Reaction
from ghostrules.policy._step_keys import DELIVERY, NO_ANSWER


def reports(outline: Outline) -> Iterator[Diagnostic]:
    """Report what waits for reports that never come, and orders of preference that compete."""
    for row in outline.rows:
        yield from _undelivered(row)
        yield from _uncounted(outline, row)
        yield from _done_by_nobody(row)
        yield from _preferences(row)
    for index, reaction in enumerate(outline.policy.on):
        yield from _no_preference(reaction, f"on[{index}].do")


def _undelivered(row: Row) -> Iterator[Diagnostic]:
    said = row.step.counts_from
    if said is None:
        return
    channels = [effect.name for effect in row.effects if effect.kind.reaches_client]
    if said not in channels and not (said == DELIVERY and channels):
        known = [DELIVERY, *dict.fromkeys(channels)]
        yield diagnostic(
            "GR138",
            phrase(
                "`{step}` delivers nothing that `{said}` could mean", step=row.step.id, said=said
            ),
            path=row.place("counts_from"),
            value=said,
            expected=choices(known) if channels else phrase("a step that sends something"),
            help=suggestion(said, known) if channels else phrase("leave `counts_from` out"),
        )


def _uncounted(outline: Outline, row: Row) -> Iterator[Diagnostic]:
    notice = row.backward and outline.target(row) is not None
    if row.step.counts_from is not None and row.step.answer_within is None and not notice:
        yield diagnostic(
            "GR139",
            phrase(
                "`{step}` is no notice and grants no window, so nothing counts from its delivery",
                step=row.step.id,
            ),
            path=row.place("counts_from"),
            help=phrase(
                "grant a window with `answer_within`, or let a later step count from "
                "`{step}.delivery`",
                step=row.step.id,
            ),
        )


def _done_by_nobody(row: Row) -> Iterator[Diagnostic]:
    if row.live:
        return
    said = {
        "overdue_after": row.step.overdue_after is not None,
        "if_unreported": row.step.if_unreported != NO_ANSWER,
    }
    for key in (key for key, is_said in said.items() if is_said):
        yield diagnostic(
            "GR140",
            phrase("no person does `{step}`, so nobody has to report it", step=row.step.id),
            path=row.place(key),
            help=phrase(
                "leave `{key}` out; what a person does is a `call`, or a `custom` effect with "
                "`live = true`",
                key=key,
            ),
        )


def _preferences(row: Row) -> Iterator[Diagnostic]:
    places = [index for index, effect in enumerate(row.step.do) if effect.fallbacks]
    for index in places[1:]:
        yield diagnostic(
            "GR141",
            phrase("`{step}` has another order of preference already", step=row.step.id),
            path=row.place(f"do[{index}]"),
            help=phrase("put all channels into one `first_of`, or make two steps of it"),
        )


def _no_preference(reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    if any(effect.fallbacks for effect in reaction.do):
        yield diagnostic(
            "GR141",
            phrase(
                "the reaction to `{event}` has an order of preference, as only steps have",
                event=reaction.event,
            ),
            path=path,
            help=phrase(
                'name one channel, or let the reaction go to a step: `then = "go to STEP"`'
            ),
        )
