"""What comes of an event, as the policy says it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ghostrules.descriptions._doing import doing
from ghostrules.descriptions._happenings import (
    happening,
    happening_of_step,
    outcome_name,
    result_known,
)
from ghostrules.descriptions._opening import opened
from ghostrules.descriptions._speaker import Speaker
from ghostrules.descriptions._toned import Text, Toned
from ghostrules.descriptions._values import Sentence
from ghostrules.effects import Effect
from ghostrules.phrases import Phrase, phrase
from ghostrules.policy import AfterAnswer, Policy, Reaction, Then, ThenWord
from ghostrules.timing import Amount

_PLAIN: Final[Mapping[ThenWord, Phrase]] = MappingProxyType(
    {
        ThenWord.OUR_TURN: phrase("it is our turn to answer"),
        ThenWord.HOLD: phrase("everything rests until we release it"),
        ThenWord.HOLD_UNTIL_PROMISED: phrase("everything rests to the end of that day"),
        ThenWord.RELEASE: phrase("what has rested goes on"),
        ThenWord.RESTART: phrase("we begin again from the first step"),
        ThenWord.RESUME: phrase("the matter goes on where it stood"),
    }
)


def reaction_sentence(
    speaker: Speaker, reaction: Reaction, effects: tuple[Effect, ...]
) -> Sentence:
    """Say what an event does to the case, and which of its effects follow."""
    begin = _opening(speaker, reaction)
    done = [*_consequence(speaker, reaction), *doing(speaker, effects)]
    return Sentence(speaker.run([opened(speaker, begin, done)]), step=reaction.step)


def _opening(speaker: Speaker, reaction: Reaction) -> str:
    event = _event(speaker, reaction)
    if reaction.outcome is not None:
        outcome = outcome_name(reaction.outcome)
        begin: Phrase = phrase(
            "if the matter counts as “{outcome}” and {event},", outcome=outcome, event=event
        )
    else:
        begin = phrase("as soon as {event},", event=event)
    if reaction.only_if is None:
        return begin
    condition = speaker.proviso(reaction.only_if)
    return phrase("{opening} and provided that {condition},", opening=begin, condition=condition)


def _event(speaker: Speaker, reaction: Reaction) -> str:
    known = result_known(reaction.result)
    if known is not None:
        return _of_step(speaker, speaker.toned(known), reaction.step)
    if reaction.step is not None:
        step = speaker.named(reaction.step)
        return speaker.toned(happening_of_step(reaction.event, step, reaction.result))
    if reaction.result is not None:
        return phrase("the result of a step is “{result}”", result=reaction.result)
    return speaker.toned(happening(reaction.event))


def _of_step(speaker: Speaker, event: str, step: str | None) -> str:
    if step is None:
        return event
    return f"{speaker.said(event)} ({speaker.said(speaker.named(step))})"


def _consequence(speaker: Speaker, reaction: Reaction) -> Iterator[str]:
    then = reaction.then
    if then is not None and not (then.word is ThenWord.NOTHING and reaction.do):
        yield _then(speaker, then, reaction.event)


def _then(speaker: Speaker, then: Then, event: str) -> str:
    match then:
        case Then(ThenWord.HOLD_FOR, _, amount) if amount is not None:
            return phrase("we wait {amount}", amount=speaker.amount(amount))
        case Then(ThenWord.GO_TO, step) if step is not None:
            return phrase("we go on from here: {step}", step=speaker.named(step))
        case Then(ThenWord.SKIP, step) if step is not None:
            return phrase("we leave this out: {step}", step=speaker.named(step))
        case Then(ThenWord.END, outcome):
            return phrase(
                "the matter counts as “{outcome}”", outcome=outcome_name(outcome or event)
            )
        case _:
            return _plain(then.word)


def _plain(word: ThenWord) -> str:
    return _PLAIN.get(word) or phrase("nothing else follows")


def endings(speaker: Speaker) -> Iterator[Sentence]:
    """Say what ends the case at once."""
    events = speaker.either(happening(event) for event, _ in speaker.policy.ends)
    if events:
        yield speaker.sentence(phrase("All of this stops as soon as {events}.", events=events))


def our_answer(speaker: Speaker) -> Sentence:
    """Say whose turn it is after a reply, and what comes after our answer."""
    within = speaker.policy.respond_within
    after = tuple(_after_answer(speaker.policy))
    return speaker.sentence(
        _OUR_TURN if within is None else _our_turn(speaker.amount(within)), *after
    )


_OUR_TURN = Toned(
    phrase("When you write to us, it is our turn, and no period runs until we have answered."),
    phrase("When you get in touch, it is our turn, and no period runs until we have answered."),
)


def _our_turn(amount: str) -> Toned:
    return Toned(
        phrase(
            "When you write to us, we answer within {amount}, and no period runs until we have.",
            amount=amount,
        ),
        phrase(
            "When you get in touch, we answer within {amount}, and no period runs until we have.",
            amount=amount,
        ),
    )


def _after_answer(policy: Policy) -> Iterator[Text]:
    match policy.after_answer:
        case AfterAnswer.RESTART:
            yield phrase("After our answer the steps begin again.")
        case AfterAnswer.CONTINUE:
            yield phrase("After our answer the steps go on where they stood.")
        case AfterAnswer.WAIT:
            yield phrase("After our answer nothing happens until we release the matter.")
        case None:
            pass


def promises(speaker: Speaker) -> Sentence:
    """Say what a promised day does."""
    grace = speaker.policy.promise_grace
    return speaker.sentence(_PROMISED if grace is None else _promised(grace, speaker))


_PROMISED = Toned(
    phrase("If you tell us by which day we shall hear from you, we wait to the end of that day."),
    phrase("If you tell us by which day we'll hear from you, we wait to the end of that day."),
)


def _promised(grace: Amount, speaker: Speaker) -> Toned:
    amount = speaker.amount(grace)
    return Toned(
        phrase(
            "If you tell us by which day we shall hear from you, we wait to the end of that day "
            "and then {amount} longer.",
            amount=amount,
        ),
        phrase(
            "If you tell us by which day we'll hear from you, we wait to the end of that day "
            "and then {amount} longer.",
            amount=amount,
        ),
    )
