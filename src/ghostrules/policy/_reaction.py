"""A reaction: what an event does to a case."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ghostrules.conditions import Condition
from ghostrules.documents import fault, read_keys, settle
from ghostrules.effects import Effect
from ghostrules.phrases import phrase
from ghostrules.policy._reaction_keys import REACTION_KEYS
from ghostrules.policy._then import Then


def read_reaction(said: Mapping[str, object], path: str) -> dict[str, Any]:
    """Read the attributes of a reaction, which does one thing at least."""
    values = read_keys(REACTION_KEYS, said, path)
    if values["then"] is None and not values["do"]:
        raise fault(
            "GR003",
            phrase("a reaction says neither `then` nor `do`"),
            path,
            expected=phrase('what the event does, as in `then = "our turn"` or `do = "note"`'),
        )
    return values


def covers(earlier: "Reaction", later: "Reaction") -> bool:
    """Tell whether the earlier of two reactions fits whenever the later one does.

    >>> covers(Reaction("done", "hold"), Reaction("done", "hold", step="call"))
    True
    """
    if (earlier.event, earlier.outcome) != (later.event, later.outcome):
        return False
    narrowings = ("step", "result", "only_if")
    return all(getattr(earlier, name) in (None, getattr(later, name)) for name in narrowings)


def _read(said: Mapping[str, object]) -> dict[str, Any]:
    return read_reaction(said, "")


@frozen(init=False)
class Reaction:
    """What an event does to a case, in place of what it does anyway, or besides.

    >>> from ghostrules import do
    >>> reaction = Reaction("done", "go to address-check", step="call", result="wrong number")
    >>> str(reaction.then), reaction.do
    ('go to address-check', ())

    `event` is the name of an event of the library, or a signal of the policy's own. It is only
    meant where `step`, `result`, `outcome` and `only_if` fit, if given: with `outcome` the case
    has ended in that way, without it has not ended. The first reaction that fits counts. `then`
    is text or a value; `do` an effect, its name, or several. Raises `PolicyError` with everything
    that is wrong.
    """

    event: str
    then: Then | None
    do: tuple[Effect, ...]
    step: str | None
    result: str | None
    outcome: str | None
    only_if: Condition | None

    def __init__(
        self,
        event: str,
        then: str | Then | None = None,
        do: str | Effect | Sequence[str | Effect] = (),
        *,
        step: str | None = None,
        result: str | None = None,
        outcome: str | None = None,
        only_if: str | Condition | None = None,
    ) -> None:
        settle(self, _read, locals())

    @property
    def words(self) -> str:
        """The name that stands for a step's id in the names of its templates.

        >>> Reaction("replied", do="email").words
        'on-replied'
        """
        return f"on-{self.event}"
