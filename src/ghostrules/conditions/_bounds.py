"""What keeps conditions small, so that each can be written, read and looked at in no time."""

from typing import Final

from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase

MOST_CHARACTERS: Final = 500
MOST_DEEP: Final = 20
MOST_LETTERS: Final = 130


def deepest(*parts: object) -> int:
    """Give how deep a value is nested that consists of these parts."""
    return 1 + max(getattr(part, "depth", 0) for part in parts)


def bounded(part: object) -> None:
    """Raise `ConditionError` where a value is nested too deep, or too long when written out."""
    depth = deepest(part) - 1
    if depth > MOST_DEEP:
        raise too_deep()
    text = str(part)
    if len(text) > MOST_CHARACTERS:
        raise ConditionError(
            phrase(
                "the condition `{text}...` has {count} characters when written out, expected at "
                "most {most}",
                text=text[:40],
                count=len(text),
                most=MOST_CHARACTERS,
            ),
            text=text,
        )


def too_deep(text: str = "", position: int | None = None) -> ConditionError:
    """Make the error for what is nested too deep."""
    return ConditionError(
        phrase(
            "the condition is nested more than {most} deep, expected at most {most}", most=MOST_DEEP
        ),
        text=text,
        position=position,
        help=phrase("put a part into a fact of its own"),
    )
