"""What every event does: one table, by which the machine acts and from which the docs are made."""

from collections.abc import Callable, Mapping
from functools import cached_property
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

_NOT_ASKED: Final = "the step was not asked for"
_NO_DRAFT: Final = "no draft of the step waits"

Handler = Callable[[Table, State, Any, int], State]


@frozen(eq=False, slots=False)
class Handling:
    """What one event does, in the open, the held and the ended case.

    `note` is what it tells, whatever becomes of the case; `act` what it does unless the policy
    says otherwise, to a case that has not ended; `revive` what it does to one that has.
    `refused` says that it cannot happen to a case that has ended. `alters` says that it may alter
    what is next, which is then not due before it, `informs` that it never does. `raises` says
    when else it is refused.
    """

    does: str
    note: Handler | None = field(default=None, kw_only=True)
    act: Handler | None = field(default=None, kw_only=True)
    revive: Handler | None = field(default=None, kw_only=True)
    refused: bool = field(default=False, kw_only=True)
    alters: bool = field(default=False, kw_only=True)
    informs: bool = field(default=False, kw_only=True)
    raises: str | None = field(default=None, kw_only=True)

    @cached_property
    def at_once(self) -> Handler | None:
        """What it does where there is nothing to note before."""
        return self.act if self.note is None else None


HANDLING: Final[Mapping[type, Handling]] = {
    Signal: Handling(
        "ends the case, or does what a reaction says; its data change facts",
        note=take_data,
        alters=True,
        raises="the policy names no such event",
    ),
    Replied: Handling("the turn is ours: the ladder stops", act=replied),
    Answered: Handling(
        "the turn is the client's again, as `after_answer` says", act=answered, refused=True
    ),
    Performed: Handling(
        "a performance later than asked moves what counts from it later",
        note=perform,
        alters=True,
        raises=_NOT_ASKED,
    ),
    Delivered: Handling(
        "a fact; notices and windows may count from it",
        note=deliver,
        alters=True,
        raises=_NOT_ASKED,
    ),
    Failed: Handling(
        "a step whose channels have all failed is tried again", note=fail, raises=_NOT_ASKED
    ),
    Bounced: Handling(
        "a step whose channels have all failed is tried again", note=fail, raises=_NOT_ASKED
    ),
    Opened: Handling("a fact", note=open_, informs=True, raises=_NOT_ASKED),
    Done: Handling(
        "the step of a person has happened; the result is a fact",
        note=done,
        alters=True,
        raises="nobody was asked to do the step",
    ),
    Confirmed: Handling("the draft goes out", act=confirm, refused=True, raises=_NO_DRAFT),
    Dropped: Handling("the draft is left out", act=drop, refused=True, raises=_NO_DRAFT),
    Held: Handling("nothing happens until the release, or the end given", act=hold, refused=True),
    Released: Handling("the hold ends", act=release, refused=True, raises="the case is not held"),
    Promised: Handling("held to the end of that day, and a grace", act=promise),
    Away: Handling(
        "held until then; if we are away, nothing adverse happens until then",
        act=away,
        alters=True,
    ),
    Disputed: Handling("held without an end", act=dispute),
    Paid: Handling("the balance is lowered; nothing left ends the case", note=pay, alters=True),
    PartPaid: Handling(
        "the balance is lowered; nothing left ends the case",
        note=pay,
        alters=True,
        raises="the policy declares no `balance`",
    ),
    PaymentUndone: Handling(
        "the balance is raised; a case that the payment ended goes on",
        note=undo_payment,
        revive=undo,
        alters=True,
        raises="no payment was told",
    ),
    FactChanged: Handling(
        "what is not yet done is derived anew",
        note=change_fact,
        alters=True,
        raises="the policy declares no such fact",
    ),
    Skipped: Handling(
        "the step is left out of this case",
        act=skip,
        refused=True,
        alters=True,
        raises="the policy has no such step",
    ),
    Moved: Handling(
        "the step moves in this case",
        act=move,
        refused=True,
        alters=True,
        raises="the step has happened, or the timing cannot be read",
    ),
    Cancelled: Handling("the case ends", act=cancel),
    Undone: Handling(
        "the case goes on where it was", act=undo, revive=undo, raises="the case has not ended"
    ),
}
