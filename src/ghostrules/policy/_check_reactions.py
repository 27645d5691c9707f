"""Reactions: they answer events that can come, with what the policy and the event have."""

from collections.abc import Iterator
from typing import Final

from attrs import fields

from ghostrules.diagnostics import Diagnostic
from ghostrules.documents import choices, diagnostic, suggestion
from ghostrules.events import NAMES
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy._outline import Outline
from ghostrules.policy._reaction import Reaction, covers
from ghostrules.policy._then import ThenWord

_TYPO: Final = 0.75
# How cases end without the policy's doing.
_ENDS_ANYWAY: Final = ("cancelled", "paid", "silent")


def reactions(outline: Outline) -> Iterator[Diagnostic]:
    """Report reactions that cannot do what they say, and those that are never reached."""
    for index, reaction in enumerate(outline.policy.on):
        path = f"on[{index}]"
        yield from _misspelt(outline, reaction, path)
        yield from _filters(reaction, path)
        yield from _strangers(outline, reaction, path)
        yield from _endless(reaction, path)
        yield from _too_early(reaction, path)
        yield from _unreached(outline, index, reaction)


def _misspelt(outline: Outline, reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    own = (outline.policy.starts, *dict(outline.policy.ends))
    if reaction.event in (*NAMES.values(), *own):
        return
    meant = suggestion(reaction.event, NAMES.values(), alike=_TYPO)
    if meant is not None:
        yield diagnostic(
            "GR132",
            phrase(
                "`{event}` is no event that is known, and taken for a signal of your own",
                event=reaction.event,
            ),
            path=f"{path}.event",
            help=meant,
        )


def _carrying(name: str) -> list[str]:
    """Name the events that carry something."""
    return sorted(
        event
        for kind, event in NAMES.items()
        if name in [each.name for each in fields(kind)] and event != "elapsed"
    )


def _filters(reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    for name in ("step", "result"):
        if getattr(reaction, name) is None:
            continue
        carrying = _carrying(name)
        if reaction.event not in carrying:
            yield diagnostic(
                "GR133",
                phrase(
                    "`{event}` names no {name}, so this never fits", event=reaction.event, name=name
                ),
                path=f"{path}.{name}",
                value=getattr(reaction, name),
                expected=phrase("an event that names one: {events}", events=choices(carrying)),
                help=phrase("leave `{name}` out", name=name),
            )


def _strangers(outline: Outline, reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    then, steps = reaction.then, list(outline.places)
    if reaction.step is not None:
        yield from _stranger(_no_step(reaction.step), reaction.step, steps, f"{path}.step")
    if then is not None and then.word in (ThenWord.GO_TO, ThenWord.SKIP):
        target = str(then.target)
        yield from _stranger(_no_step(target), target, steps, f"{path}.then")
    if reaction.outcome is not None:
        outcomes = sorted({*outline.outcomes, *_ENDS_ANYWAY})
        message = phrase("the policy has no outcome `{outcome}`", outcome=reaction.outcome)
        yield from _stranger(message, reaction.outcome, outcomes, f"{path}.outcome")


def _no_step(step: str) -> Phrase:
    return phrase("the policy has no step `{step}`", step=step)


def _stranger(message: Phrase, name: str, known: list[str], path: str) -> Iterator[Diagnostic]:
    if name not in known:
        yield diagnostic(
            "GR131",
            message,
            path=path,
            value=name,
            expected=choices(known),
            help=suggestion(name, known),
        )


def _endless(reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    then, carrying = reaction.then, _carrying("until")
    if then is None or then.word is not ThenWord.HOLD_UNTIL_PROMISED:
        return
    if reaction.event not in carrying:
        yield diagnostic(
            "GR134",
            phrase("`{event}` names no end of a hold", event=reaction.event),
            path=f"{path}.then",
            value=str(then),
            expected=phrase("an event that names one: {events}", events=choices(carrying)),
            help=phrase("write `hold`, or `hold for` and an amount such as `5 business days`"),
        )


def _too_early(reaction: Reaction, path: str) -> Iterator[Diagnostic]:
    then = reaction.then
    if then is not None and then.word is ThenWord.RESUME and reaction.outcome is None:
        yield diagnostic(
            "GR135",
            phrase("a case that has not ended cannot be resumed"),
            path=f"{path}.then",
            value=str(then),
            help=phrase(
                'say after which end it is meant, as in `outcome = "stopped"`; a case that is '
                "held goes on with `release`"
            ),
        )


def _unreached(outline: Outline, index: int, reaction: Reaction) -> Iterator[Diagnostic]:
    for place, earlier in enumerate(outline.policy.on[:index]):
        if covers(earlier, reaction):
            yield diagnostic(
                "GR136",
                phrase(
                    "`on[{place}]` answers `{event}` first, whenever this one would",
                    place=place,
                    event=reaction.event,
                ),
                path=f"on[{index}]",
                help=phrase("put the narrower one in front, or leave one of the two out"),
            )
            return
