"""The operators that every condition has."""

from typing import TYPE_CHECKING, NoReturn, cast

from ghostrules.errors import ConditionError
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from ghostrules.conditions._logic import And, Condition, Not, Or


class Joined:
    """What can be joined with `&` and `|`, and turned round with `~`."""

    __slots__ = ()

    def __and__(self, other: "Condition") -> "And":
        """Both must hold."""
        from ghostrules.conditions._logic import And

        return And((cast("Condition", self), other))

    def __or__(self, other: "Condition") -> "Or":
        """One of the two must hold."""
        from ghostrules.conditions._logic import Or

        return Or((cast("Condition", self), other))

    def __invert__(self) -> "Not":
        """The opposite must hold."""
        from ghostrules.conditions._logic import Not

        return Not(cast("Condition", self))

    def __bool__(self) -> NoReturn:
        """Refuse `and`, `or` and `not`, which would silently drop a part."""
        raise ConditionError(
            phrase("`{value}` is neither true nor false by itself", value=self),
            text=str(self),
            help=phrase("join conditions with `&`, `|` and `~`, and ask `holds` about a case"),
        )
