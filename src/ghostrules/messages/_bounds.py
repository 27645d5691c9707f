"""What holds a step back: order, gaps, notice, answers, a late look, and what was told."""

from ghostrules.machine import (
    Altered,
    DraftConfirmed,
    InOrder,
    LookedLate,
    MinimumGap,
    NoticeGiven,
    ResponseWindow,
    Retried,
    StoodStill,
    WeAreAway,
    WentOn,
)
from ghostrules.messages._voice import Voice
from ghostrules.phrases import Phrase, phrase
from ghostrules.timing import Duration

Promising = InOrder | MinimumGap | NoticeGiven | ResponseWindow | LookedLate
Resuming = StoodStill | WentOn | Altered | DraftConfirmed | Retried | WeAreAway


def promising(voice: Voice, reason: Promising) -> Phrase:
    match reason:
        case InOrder(happened):
            return phrase(
                "Steps keep their order, so it comes no earlier than {happened}.",
                happened=voice.moment(happened),
            )
        case MinimumGap():
            return _gap(voice, reason)
        case NoticeGiven():
            return _notice(voice, reason)
        case ResponseWindow():
            return _response_window(voice, reason)
        case LookedLate(planned, looked):
            return phrase(
                "It was due on {planned}, but nobody looked until {looked}.",
                planned=voice.moment(planned),
                looked=voice.moment(looked),
            )


def _gap(voice: Voice, reason: MinimumGap) -> Phrase:
    return phrase(
        "Contacts keep {gap} apart, counted from {contact}.",
        gap=voice.amount(reason.gap),
        contact=voice.moment(reason.contact),
    )


def _notice(voice: Voice, reason: NoticeGiven) -> Phrase:
    return phrase(
        "The {notice} of notice that {step} gives count from {given}.",
        notice=voice.amount(reason.notice),
        step=voice.step(reason.step),
        given=voice.moment(reason.given),
    )


def _response_window(voice: Voice, reason: ResponseWindow) -> Phrase:
    window = voice.amount(reason.window)
    if isinstance(reason.window, Duration):
        return phrase(
            "The client has {window} to answer {step}, until {until}.",
            window=window,
            step=voice.step(reason.step),
            until=voice.moment(reason.until),
        )
    return phrase(
        "The client has {window} to answer {step}, up to and including {until}.",
        window=window,
        step=voice.step(reason.step),
        until=voice.last_day(reason.until),
    )


def resuming(voice: Voice, reason: Resuming) -> Phrase:
    match reason:
        case StoodStill(start, end):
            return phrase(
                "The time from {start} to {end} does not count, since the case stood still.",
                start=voice.moment(start),
                end=voice.end(end),
            )
        case Retried(failed):
            return phrase(
                "It failed on {failed}, so it is tried again.", failed=voice.moment(failed)
            )
        case WeAreAway(until):
            return phrase(
                "We are away {until}; nothing adverse is done before.", until=voice.until(until)
            )
        case _:
            return _not_before(voice, reason)


def _not_before(voice: Voice, reason: WentOn | Altered | DraftConfirmed) -> Phrase:
    match reason:
        case WentOn(since):
            return phrase(
                "It comes no earlier than {since}, when the case went on.",
                since=voice.moment(since),
            )
        case Altered(since):
            return phrase(
                "It comes no earlier than {since}, when something changed.",
                since=voice.moment(since),
            )
        case DraftConfirmed(at):
            return phrase(
                "It comes no earlier than {at}, when its draft was confirmed.", at=voice.moment(at)
            )
