"""The moments at which an effect may happen, whatever its kind."""

from typing import Final, Protocol

from attrs import frozen


class Slots(Protocol):
    """Admissible moments, as instants in microseconds; `OpenHours` of a calendar are such slots."""

    def next(self, at: int) -> int:
        """Give the earliest admissible instant that is not before `at`."""
        ...

    def previous(self, at: int) -> int:
        """Give the latest admissible instant that is not after `at`."""
        ...

    def contains(self, at: int) -> bool:
        """Tell whether `at` is admissible."""
        ...

    def first_between(self, start: int, end: int) -> int | None:
        """Give the first admissible instant of a stretch of time, its end excluded."""
        ...


@frozen
class Anytime:
    """Slots without limits, for effects that demand no hours (`note`, `close`)."""

    def next(self, at: int) -> int:
        """Give the instant itself."""
        return at

    def previous(self, at: int) -> int:
        """Give the instant itself."""
        return at

    def contains(self, at: int) -> bool:
        """Admit every instant."""
        return True

    def first_between(self, start: int, end: int) -> int | None:
        """Give the start of the stretch."""
        return start


ANYTIME: Final = Anytime()
