"""What happened to a case: what was reported, what was learned, and what it set off."""

from ghostrules.conditions import DETAILS
from ghostrules.machine import Assumed, FactSet, Outdated, Reacted, Rebuilt, Reported
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Phrase, phrase

Reporting = Assumed | Reported | FactSet | Reacted | Outdated | Rebuilt


def reporting(voice: Voice, reason: Reporting) -> Phrase:
    match reason:
        case Assumed(step, result, asked):
            return phrase(
                "Nobody reported on {step}, so it counts as done on {asked}, "
                "with the result “{result}”.",
                step=voice.step(step),
                asked=voice.moment(asked),
                result=result,
            )
        case Reported():
            return _reported(voice, reason)
        case FactSet():
            return _fact(voice, reason)
        case _:
            return _set_off(voice, reason)


def _set_off(voice: Voice, reason: Reacted | Outdated | Rebuilt) -> Phrase:
    match reason:
        case Reacted(event, None):
            return phrase("The policy asks for this after {event}.", event=voice.event(event))
        case Reacted(event, then):
            return phrase(
                "After {event} the policy says “{then}”.", event=voice.event(event), then=then or ""
            )
        case Outdated(event, at, since):
            return phrase(
                "Nothing changes with {event} of {at}, because news of {since} is known already.",
                event=voice.event(event),
                at=voice.moment(at),
                since=voice.moment(since),
            )
        case Rebuilt(mistaken, at):
            return phrase(
                "What was told of {mistaken} was a mistake, and since {at} the case "
                "goes without it.",
                mistaken=voice.moment(mistaken),
                at=voice.moment(at),
            )


def _reported(voice: Voice, reason: Reported) -> Phrase:
    at = voice.moment(reason.at)
    first, step = voice.first_step(reason.step), voice.step(reason.step)
    if reason.result is not None:
        return phrase(
            "{step} was done on {at}, with the result “{result}”.",
            step=first,
            at=at,
            result=reason.result,
        )
    told = _of_report(reason.what, first, at) or _of_written(reason.what, step, at)
    return told or phrase(
        "For {step} this was told of {at}: {event}.",
        step=step,
        at=at,
        event=voice.event(reason.what),
    )


def _of_report(what: str, step: str, at: str) -> Phrase | None:
    match what:
        case "performed":
            return phrase("{step} was carried out on {at}.", step=step, at=at)
        case "failed":
            return phrase("{step} could not be carried out on {at}.", step=step, at=at)
        case "done":
            return phrase("{step} was done on {at}.", step=step, at=at)
        case "delivered":
            return phrase("{step} was delivered on {at}.", step=step, at=at)
        case "bounced":
            return phrase("{step} came back undelivered on {at}.", step=step, at=at)
        case _:
            return None


def _of_written(what: str, step: str, at: str) -> Phrase | None:
    match what:
        case "confirmed":
            return phrase("The draft of {step} was confirmed on {at}.", step=step, at=at)
        case "dropped":
            return phrase("The draft of {step} was dropped on {at}.", step=step, at=at)
        case "opened":
            return phrase("The client opened {step} on {at}.", step=step, at=at)
        case _:
            return None


def _fact(voice: Voice, reason: FactSet) -> Phrase:
    if reason.name not in DETAILS:
        return phrase("{name} is now {value}.", name=reason.name, value=voice.value(reason.value))
    detail = voice.detail(reason.name)
    if reason.value:
        return phrase("The {detail} of the client is known now.", detail=detail)
    return phrase("The {detail} of the client is not known any more.", detail=detail)
