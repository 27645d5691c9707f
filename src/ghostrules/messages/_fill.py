"""Which sentence a reason takes, and what fills its places: by kind of reason."""

from ghostrules.machine import Reason
from ghostrules.messages._awaited import Awaiting, awaiting
from ghostrules.messages._bounds import Promising, Resuming, promising, resuming
from ghostrules.messages._left_out import Deciding, LeavingOut, deciding, leaving_out
from ghostrules.messages._told import Reporting, reporting
from ghostrules.messages._turns import Turning, turning
from ghostrules.messages._voice import Voice
from ghostrules.messages._when import Counting, Placing, counting, placing
from ghostrules.phrases import Phrase

OfDate = Counting | Placing | Promising | Resuming
OfCase = LeavingOut | Deciding | Awaiting | Reporting | Turning


def fill(voice: Voice, reason: Reason) -> Phrase:
    return _of_date(voice, reason) if isinstance(reason, OfDate) else _of_case(voice, reason)


def _of_date(voice: Voice, reason: OfDate) -> Phrase:
    if isinstance(reason, Counting):
        return counting(voice, reason)
    if isinstance(reason, Placing):
        return placing(voice, reason)
    if isinstance(reason, Promising):
        return promising(voice, reason)
    return resuming(voice, reason)


def _of_case(voice: Voice, reason: OfCase) -> Phrase:
    if isinstance(reason, LeavingOut):
        return leaving_out(voice, reason)
    if isinstance(reason, Deciding):
        return deciding(voice, reason)
    if isinstance(reason, Awaiting):
        return awaiting(voice, reason)
    if isinstance(reason, Reporting):
        return reporting(voice, reason)
    return turning(voice, reason)
