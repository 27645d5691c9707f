"""Endings: a case can end, and nothing stands behind its end."""

from collections.abc import Iterator

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import diagnostic
from ghostrules.phrases import phrase
from ghostrules.policy._outline import Outline
from ghostrules.policy._reaction import Reaction
from ghostrules.policy._then import ThenWord


def endings(outline: Outline) -> Iterator[Diagnostic]:
    """Report what cannot end, what ends at once, and what comes after the end."""
    yield from _ends(outline)
    yield from _after_the_end(outline)
    yield from _silent_harm(outline)


def _ends(outline: Outline) -> Iterator[Diagnostic]:
    policy = outline.policy
    if not policy.ends and not any(_is_end(reaction) for reaction in policy.on):
        yield diagnostic(
            "GR105",
            phrase("no event ends a case"),
            path="ends",
            expected=phrase('an event, as in `ends = "client-replied"`'),
        )
    if policy.starts in dict(policy.ends):
        yield diagnostic(
            "GR122",
            phrase("`{event}` opens a case and ends it", event=policy.starts),
            path="ends",
            help=phrase("use two events"),
        )


def _is_end(reaction: Reaction) -> bool:
    return reaction.then is not None and reaction.then.word is ThenWord.END


def _after_the_end(outline: Outline) -> Iterator[Diagnostic]:
    ended = None
    for row in outline.rows:
        if ended is not None:
            yield diagnostic(
                "GR103",
                phrase(
                    "`{step}` can never follow: the case ends with `{ended}`",
                    step=row.step.id,
                    ended=ended,
                ),
                path=f"step[{row.index}]",
                help=phrase(
                    "take the `outcome` from `{ended}`, or put `{step}` before it",
                    ended=ended,
                    step=row.step.id,
                ),
            )
        elif row.step.outcome is not None and not row.conditions:
            ended = row.step.id


def _silent_harm(outline: Outline) -> Iterator[Diagnostic]:
    last = outline.rows[-1]
    if last.adverse and last.step.outcome is None:
        yield diagnostic(
            "GR121",
            phrase("`{last}` is the last step, and the case ends as `silent`", last=last.step.id),
            path=f"step[{last.index}]",
            help=phrase('name how it ends, as in `outcome = "stopped"`'),
        )
