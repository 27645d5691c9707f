"""The clause: what can be pasted into an offer or a contract."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.descriptions._doing import LATE_FEE, late_fee, restart_fee
from ghostrules.descriptions._reactions import endings, our_answer, promises, reaction_sentence
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._toned import Toned
from ghostrules.descriptions._values import Paragraph, Sentence
from ghostrules.effects import Effect
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import ClientDetail, Step, named_anchor
from ghostrules.timing import anchor_of

_DETAILS: Final[Mapping[ClientDetail, Phrase]] = MappingProxyType(
    {
        ClientDetail.EMAIL: phrase("an e-mail address"),
        ClientDetail.PHONE: phrase("a telephone number"),
        ClientDetail.HANDLE: phrase("a name for private messages"),
        ClientDetail.ADDRESS: phrase("a postal address"),
        ClientDetail.FAX: phrase("a fax number"),
    }
)

_EXPECTED: Final = Toned(
    phrase(
        "You answer our messages, and send and pay what is due, on the days that we have agreed; "
        "if you cannot, you tell us in time."
    ),
    phrase(
        "You answer our messages, and send and pay what is due, on the days that we have agreed; "
        "if you can't, you let us know in time."
    ),
)


def clause(
    speaker: Speaker, steps: Iterable[Sentence], definitions: Iterable[Sentence]
) -> tuple[Paragraph, ...]:
    """Put together what both sides are held to, what happens when, and what words mean."""
    titled = (
        (phrase("What we expect of each other"), _expectations(speaker)),
        (phrase("What happens without an answer"), tuple(steps)),
        (phrase("What it costs"), (speaker.sentence(*_costs(speaker)),)),
        (phrase("How it ends, and how it goes on"), tuple(_going_on(speaker))),
        (phrase("What the words mean"), tuple(definitions)),
    )
    return tuple(Paragraph(speaker.said(title), sentences) for title, sentences in titled)


def _visible(speaker: Speaker) -> frozenset[str]:
    """Tell which steps concern the client, or lead to one that does."""
    seen: set[str] = set()
    for number in reversed(range(len(speaker.policy.steps))):
        step = speaker.policy.steps[number]
        if step.id in seen or any(effect.kind.counts for effect in step.do):
            seen |= {step.id, _counted_from(speaker, number)}
    return frozenset(seen)


def _counted_from(speaker: Speaker, number: int) -> str:
    anchor = anchor_of(speaker.policy.steps[number].timing)
    return named_anchor(speaker.policy, number, anchor).name


def _expectations(speaker: Speaker) -> tuple[Sentence, ...]:
    policy = speaker.policy
    needed = speaker.together(_DETAILS[detail] for detail in policy.requires)
    asked = (_give_us(needed),) if policy.requires else ()
    return (
        speaker.sentence(_PARTIES, _EXPECTED, *asked),
        *our_side(speaker),
    )


_PARTIES: Final = Toned(
    phrase("In what follows, “we” are the contractor and “you” are the client."),
    phrase("From here on, “we” are the contractor and “you” are the client."),
)


def _give_us(needed: str) -> Toned:
    return Toned(
        phrase("So that we can reach you, you give us the following: {details}.", details=needed),
        phrase("To let us reach you, you give us the following: {details}.", details=needed),
    )


def our_side(speaker: Speaker) -> Iterator[Sentence]:
    """Say what a reply and a promise do, where the policy itself says nothing else."""
    own = {each.event for each in speaker.policy.on if each.outcome is None}
    own |= {event for event, _ in speaker.policy.ends}
    if "replied" not in own:
        yield our_answer(speaker)
    if "promised" not in own:
        yield promises(speaker)


def _costs(speaker: Speaker) -> Iterator[Phrase]:
    effects = [each for effect in _all_effects(speaker) for each in effect.alternatives]
    charges = any(effect.name == "charge" for effect in effects)
    is_late = any(LATE_FEE in effect.attach for effect in effects)
    if charges:
        yield phrase("Taking the work up again costs {fee}.", fee=restart_fee(speaker))
    if is_late:
        yield phrase("Paying late costs {fee}.", fee=late_fee(speaker))
    yield (
        phrase("Nothing else is charged.")
        if charges or is_late
        else phrase("For these steps nothing is charged.")
    )


def _all_effects(speaker: Speaker) -> Iterator[Effect]:
    for step in speaker.policy.steps:
        yield from step.do
    for reaction in speaker.policy.on:
        yield from reaction.do


def _going_on(speaker: Speaker) -> Iterator[Sentence]:
    """Leave out what we only note for ourselves, and what comes of steps that are left out."""
    yield from endings(speaker)
    seen = _visible(speaker)
    for reaction in speaker.policy.on:
        if reaction.step not in (None, *seen):
            continue
        done = tuple(effect for effect in reaction.do if effect.name != "note")
        if done or reaction.then is not None:
            yield reaction_sentence(speaker, reaction, done)


def visible_steps(speaker: Speaker) -> tuple[Step, ...]:
    """Give the steps that the clause says, in order."""
    seen = _visible(speaker)
    return tuple(step for step in speaker.policy.steps if step.id in seen)
