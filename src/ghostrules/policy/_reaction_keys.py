"""The keys of a reaction: the one table that reads, writes and describes them."""

from typing import Final

from ghostrules.documents import REQUIRED, Key, Keys, Schema, keyed, read_id, read_text
from ghostrules.effects import Effect
from ghostrules.phrases import phrase
from ghostrules.policy._conditions import read_condition, write_condition
from ghostrules.policy._effects import read_effects, write_effects
from ghostrules.policy._step_keys import EFFECTS, ID, TEXT
from ghostrules.policy._then import read_then

_THEN: Final[Schema] = {**TEXT, "examples": ["our turn", "hold until promised", "go to call"]}


def _read_effects(value: object, path: str) -> tuple[Effect, ...]:
    """Without `do` a reaction does nothing more."""
    return () if value in ((), []) else read_effects(value, path)


REACTION_KEYS: Final[Keys] = keyed(
    (
        Key(
            "event",
            phrase("the event that it answers: one of the library's, or a signal of your own"),
            read_id,
            ID,
            default=REQUIRED,
        ),
        Key("step", "only events about this step", read_id, ID),
        Key("result", "only what a person reported with this result", read_text, TEXT),
        Key(
            "outcome",
            "only after a case has ended in this way; without it, only before the end",
            read_id,
            ID,
        ),
        Key("only_if", "only if this condition holds", read_condition, TEXT, write=write_condition),
        Key(
            "then",
            "what the event does to the case, such as `our turn` or `go to STEP`; without it, "
            "what it does anyway",
            read_then,
            _THEN,
            write=str,
        ),
        Key(
            "do",
            "what is done besides: an effect, or a list of them",
            _read_effects,
            EFFECTS,
            write=write_effects,
            default=(),
        ),
    )
)
