"""One sentence a step, and what belongs to it: conditions, windows, notice, how it ends."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.calendars import Roll
from ghostrules.descriptions._doing import doing
from ghostrules.descriptions._happenings import outcome_name
from ghostrules.descriptions._opening import opened, opening
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._toned import Text, Toned
from ghostrules.descriptions._values import Sentence
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import Policy, Prefer, Step
from ghostrules.timing import Before, Between, Within, dated, inner, wall_time

_ROLLS: Final[Mapping[Roll, Phrase]] = MappingProxyType(
    {
        Roll.UNADJUSTED: phrase("The date itself is not moved."),
        Roll.FOLLOWING: phrase("A date that does not suit moves forward."),
        Roll.PRECEDING: phrase("A date that does not suit moves back."),
        Roll.MODIFIED_FOLLOWING: phrase(
            "A date that does not suit moves forward, but back where that would be another month."
        ),
        Roll.MODIFIED_PRECEDING: phrase(
            "A date that does not suit moves back, but forward where that would be another month."
        ),
    }
)

_SILENT: Final = "silent"


def rule(speaker: Speaker, step: Step) -> Sentence:
    """Say a step: when, what, and on what terms."""
    words = speaker.timing(step.timing)
    begin = opening(step.timing, words)
    name = name_for(speaker, step)
    first = opened(speaker, begin, doing(speaker, step.do, step.outcome), name)
    return Sentence(
        speaker.run((first, *terms(speaker, step))),
        step=step.id,
        timing=step.timing,
        words=words,
    )


def name_for(speaker: Speaker, step: Step) -> str | None:
    """Name a step that other sentences mention."""
    return speaker.named(step.id) if step.id in speaker.mentioned else None


def terms(speaker: Speaker, step: Step) -> Iterator[Text | str]:
    """Say on what terms a step is taken, and what follows from it."""
    yield from _moment(speaker, step)
    yield from _provisos(speaker, step)
    yield from _notice(speaker, step)
    yield from _window(speaker, step)
    yield from _end(speaker, step)


def _moment(speaker: Speaker, step: Step) -> Iterator[str]:
    at = step.at or speaker.policy.at
    if at is not None and dated(step.timing) and wall_time(step.timing) is None:
        yield phrase("The time of day is {time}.", time=speaker.time(at))
    if step.prefer is Prefer.LATEST and isinstance(inner(step.timing), Within | Between):
        yield phrase("We choose the latest moment that this allows.")
    if step.strict and isinstance(inner(step.timing), Within | Between):
        yield phrase("If no moment in that time suits, it comes at its end.")
    if step.roll is not None:
        yield _ROLLS[step.roll]
    if step.business_days is not None:
        yield phrase("Business days here are those of “{calendar}”.", calendar=step.business_days)


def _provisos(speaker: Speaker, step: Step) -> Iterator[str]:
    if step.only_if is not None:
        yield phrase("This is done only if {condition}.", condition=speaker.proviso(step.only_if))
    if step.unless is not None:
        yield phrase("This is left out if {condition}.", condition=speaker.proviso(step.unless))
    if step.confirm:
        yield phrase("One of us looks at it before it goes out.")


def _notice(speaker: Speaker, step: Step) -> Iterator[str]:
    timing = inner(step.timing)
    if not isinstance(timing, Before) or not _is_notice(speaker, step, timing.anchor.name):
        return
    places = {"target": speaker.named(timing.anchor.name), "amount": speaker.amount(timing.amount)}
    if step.counts_from is None:
        yield phrase(
            "{target} comes no sooner than {amount} after this message went out.", **places
        )
    else:
        yield phrase("{target} comes no sooner than {amount} after this message arrived.", **places)


def _is_notice(speaker: Speaker, step: Step, target: str) -> bool:
    targets = (each.id for each in speaker.policy.steps)
    return target in targets and any(each.kind.reaches_client for each in step.do)


def _window(speaker: Speaker, step: Step) -> Iterator[Text]:
    if step.answer_within is None:
        return
    amount = speaker.amount(step.answer_within)
    yield _to_answer(amount) if step.counts_from is None else _to_answer_once_here(amount)


def _to_answer(amount: str) -> Toned:
    return Toned(
        phrase(
            "From then on you have {amount} to answer, and until that time is over "
            "we take no step against you.",
            amount=amount,
        ),
        phrase(
            "From then on you've got {amount} to answer, and until that time is over "
            "we take no step against you.",
            amount=amount,
        ),
    )


def _to_answer_once_here(amount: str) -> Toned:
    return Toned(
        phrase(
            "From its delivery on you have {amount} to answer, and until that time is over "
            "we take no step against you.",
            amount=amount,
        ),
        phrase(
            "From its delivery on you've got {amount} to answer, and until that time is over "
            "we take no step against you.",
            amount=amount,
        ),
    )


def _end(speaker: Speaker, step: Step) -> Iterator[Phrase]:
    if step.outcome is not None:
        outcome = outcome_name(step.outcome)
        yield phrase("With that the matter counts as “{outcome}”.", outcome=outcome)
    if _is_over(speaker.policy, step):
        yield phrase("After that nothing more follows.")


def _is_over(policy: Policy, step: Step) -> bool:
    """Tell whether nothing comes after a step, whatever is told then."""
    ends = step.outcome is not None or step is policy.steps[-1]
    after = {reaction.outcome for reaction in policy.on}
    return ends and (step.outcome or _SILENT) not in after
