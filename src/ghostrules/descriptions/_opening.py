"""How a sentence opens: with its timing, and with a comma where the language asks for one."""

from ghostrules.descriptions._speaker import Speaker
from ghostrules.phrases import phrase
from ghostrules.timing import Anchor, DeadlinePassed, Every, OnWeekday, Passed, When, inner


def opening(when: When, words: str) -> str:
    """Put the words of a timing in front of what is done then."""
    match inner(when):
        case Passed() | DeadlinePassed():
            return phrase("{clause},", clause=words)
        case Every():
            return phrase("{repeated},", repeated=words)
        case OnWeekday(week=0, anchor=Anchor()):
            return phrase("{day_of_week}", day_of_week=words)
        case _:
            return words


def opened(speaker: Speaker, begin: str, done: list[str], name: str | None = None) -> str:
    """Say at what moment something is done, and what; and what that is called from then on."""
    said = f"{speaker.said(begin)} {speaker.said(speaker.together(done))}"
    return f"{said}." if name is None else f"{said} ({speaker.said(name)})."
