"""What every event does: one table, by which the machine acts and from which the docs are made."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import field, frozen

from ghostrules.events import (
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
    FactChanged,
    Failed,
    Held,
    Moved,
    Opened,
    Paid,
    PartPaid,
    PaymentUndone,
    Performed,
    Promised,
    Released,
    Replied,
    Signal,
    Skipped,
    Undone,
)
from ghostrules.machine._casework import cancel, move, skip, undo
from ghostrules.machine._holding import away, dispute, hold, promise, release
from ghostrules.machine._knowing import change_fact, pay, take_data, undo_payment
from ghostrules.machine._people import confirm, done, drop
from ghostrules.machine._reporting import deliver, fail, open_, perform
from ghostrules.machine._state import State
from ghostrules.machine._table import Table
from ghostrules.machine._turns import answered, replied

Handler = Callable[[Table, State, Any, int], State]


@frozen(eq=False)
class Handling:
    """What one event does, in the open, the held and the ended case.

    `note` is what it tells, whatever becomes of the case; `act` what it does unless the policy
    says otherwise, to a case that has not ended; `revive` what it does to one that has.
    `refused` says that it cannot happen to a case that has ended. `alters` says that it may alter
    what is next, which is then not due before it; `at_once` that there is nothing
    to note before it acts.
    """

    does: str
    note: Handler | None = field(default=None, kw_only=True)
    act: Handler | None = field(default=None, kw_only=True)
    revive: Handler | None = field(default=None, kw_only=True)
    refused: bool = field(default=False, kw_only=True)
    alters: bool = field(default=False, kw_only=True)
    at_once: bool = field(init=False)

    @at_once.default
    def _acts_at_once(self) -> bool:
        return self.act is not None and self.note is None


HANDLING: Final[Mapping[type, Handling]] = {
    Signal: Handling("ends the case, or does what a reaction says", note=take_data, alters=True),
    Replied: Handling("gives the turn to us", act=replied),
    Answered: Handling("gives the turn back, as `after_answer` says", act=answered, refused=True),
    Performed: Handling("moves what counts from it later", note=perform, alters=True),
    Delivered: Handling(
        "is a fact; notices and windows may count from it", note=deliver, alters=True
    ),
    Failed: Handling("reopens the step if all its channels have failed", note=fail),
    Bounced: Handling("reopens the step if all its channels have failed", note=fail),
    Opened: Handling("is a fact", note=open_),
    Done: Handling("the step has happened; the result is a fact", note=done, alters=True),
    Confirmed: Handling("the draft goes out", act=confirm, refused=True),
    Dropped: Handling("the draft is left out", act=drop, refused=True),
    Held: Handling("holds the case", act=hold, refused=True),
    Released: Handling("ends the hold", act=release, refused=True),
    Promised: Handling("holds the case to the end of that day, and a grace", act=promise),
    Away: Handling(
        "holds the case; if we are away, nothing adverse happens", act=away, alters=True
    ),
    Disputed: Handling("holds the case without an end", act=dispute),
    Paid: Handling("lowers the balance; nothing left ends the case", note=pay, alters=True),
    PartPaid: Handling("lowers the balance; nothing left ends the case", note=pay, alters=True),
    PaymentUndone: Handling(
        "raises the balance; a case that the payment ended goes on",
        note=undo_payment,
        revive=undo,
        alters=True,
    ),
    FactChanged: Handling("is derived from anew", note=change_fact, alters=True),
    Skipped: Handling("leaves the step out of this case", act=skip, refused=True, alters=True),
    Moved: Handling("moves the step in this case", act=move, refused=True, alters=True),
    Cancelled: Handling("ends the case", act=cancel),
    Undone: Handling("the case goes on where it was", act=undo, revive=undo),
}
