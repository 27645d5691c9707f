"""What an event does to a case, as a reaction says it: `hold until promised`, `go to call`."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from ghostrules.diagnostics import Report
from ghostrules.documents import Faulty, choices, fault, read_id, read_text, suggestion
from ghostrules.errors import PolicyError
from ghostrules.phrases import phrase
from ghostrules.policy._amounts import read_amount, write_amount
from ghostrules.timing import Amount


class ThenWord(StrEnum):
    """What an event can do to a case.

    `nothing`: it is only recorded. `our turn`: as a reply. `hold`: until released, `hold until
    promised`: to the end that the event names, `hold for`: for an amount of time. `release`: all
    holds end. `restart`: a new round begins. `go to`: the ladder goes on with a step. `skip`: a
    step is left out. `end`: the case ends. `resume`: a case that has ended goes on where it was.

    >>> ThenWord("our turn").name
    'OUR_TURN'
    """

    NOTHING = "nothing"
    OUR_TURN = "our turn"
    HOLD = "hold"
    HOLD_UNTIL_PROMISED = "hold until promised"
    HOLD_FOR = "hold for"
    RELEASE = "release"
    RESTART = "restart"
    GO_TO = "go to"
    SKIP = "skip"
    END = "end"
    RESUME = "resume"


# What stands behind a word, as `read_then` names it when it is missing.
_WITH_STEP: Final = (ThenWord.GO_TO, ThenWord.SKIP)
_LONGEST_FIRST: Final = tuple(sorted(ThenWord, key=len, reverse=True))
_BEHIND: Final = {
    ThenWord.HOLD_FOR: " AMOUNT",
    ThenWord.GO_TO: " STEP",
    ThenWord.SKIP: " STEP",
    ThenWord.END: " [OUTCOME]",
}
_FORMS: Final = tuple(f"{word}{_BEHIND.get(word, '')}" for word in ThenWord)


def _word(word: str) -> ThenWord:
    try:
        return ThenWord(word)
    except ValueError:
        raise PolicyError(Report(_unknown(word, "word").diagnostics)) from None


@frozen
class Then:
    """What an event does to a case: a word, and what the word needs.

    >>> str(Then(ThenWord.GO_TO, "call"))
    'go to call'

    `target` is the step of `go to` and `skip`, or the outcome of `end`; without an outcome the
    case ends with the name of the event. `amount` is the time of `hold for`. Raises `PolicyError`
    for another word.
    """

    word: ThenWord = field(converter=_word)
    target: str | None = None
    amount: Amount | None = None

    def __str__(self) -> str:
        """Write it the way it is read."""
        return " ".join(self._words())

    def _words(self) -> Iterator[str]:
        yield self.word
        if self.target is not None:
            yield self.target
        if self.amount is not None:
            yield write_amount(self.amount)


def read_then(value: object, path: str) -> Then:
    """Read what an event does to a case, as text or as the value itself.

    >>> read_then("hold for 2 weeks", "on[0].then").amount
    Weeks(weeks=2)

    Raises its faults, with their places, as readers of documents do.
    """
    text = " ".join(read_text(str(value) if isinstance(value, Then) else value, path).split())
    for word in _LONGEST_FIRST:
        if text == word or text.startswith(f"{word} "):
            return _with_rest(word, text.removeprefix(word).strip(), text, path)
    raise _unknown(text, path)


def _with_rest(word: ThenWord, rest: str, text: str, path: str) -> Then:
    match word:
        case ThenWord.HOLD_FOR if rest:
            return Then(word, amount=read_amount(rest, path))
        case ThenWord.GO_TO | ThenWord.SKIP if rest:
            return Then(word, read_id(rest, path))
        case ThenWord.END:
            return Then(word, read_id(rest, path) if rest else None)
        case _ if rest or word in _BEHIND:
            raise _unknown(text, path)
        case _:
            return Then(word)


def _unknown(text: str, path: str) -> Faulty:
    return fault(
        "GR025",
        phrase("`{text}` says nothing that a reaction can do", text=text[:80]),
        path,
        expected=choices(_FORMS),
        help=suggestion(text, _FORMS),
    )
