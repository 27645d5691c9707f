"""The machine: a policy compiled into one flat table, and the one function that runs it.

Every occurrence of every step is a row. Rows follow each other in the order of the policy, so a
case is a position in the table and a handful of instants, and what else has happened to it:
pauses (`_holds`), reports (`_reports`) and changes of its own (`_changes`), three values that a
case to which nothing of the kind has happened shares with all others. A due instant is never
stored as the truth: `State.due` is a copy, and each transition derives it anew from the policy,
the calendars and what has really happened (L10).

One row becomes one moment in four moves, each a module:

1. `_origins`, `_falls`: the point that the rule counts from, and the span of dates or instants in
   which it falls. A notice counts back from the planned instant of its target, which `_schedule`
   finds by walking the silent path without the notice (L11). What the clock stood since then
   moves the point (`_standstill`), what a person moved replaces it.
2. `_place`: the span becomes one admissible moment, by rolling first and choosing a time of day
   after (L3, L6, L8, L9). Effects that demand different hours get different moments.
3. `_floors`: order, minimum gap, notice, response windows and what was told about the case hold
   back what comes too early (L11, L12, L13, L18). They are lower bounds, so they can be applied
   in any order.
4. `_because`: the same four moves told as reasons.

`_upcoming` says what comes next in a case: a step, the end of a hold, a reminder to ourselves, a
reaction, or nothing but an event. `_tick` says what a look at the clock then does: act, wait for
the next slot, merge, or leave out (L10, L17, `_leaving`); `_waking` does what is no step. `_told`
says what an event does, by the one table in `_handling`: first what it tells, then what a
reaction of the policy, or the machine, makes of it. `_progress` and `_pausing` build the states.

`_compile` makes the table, and `_rules` makes the rule of each row ready to run; nothing in them
depends on a case. A case whose step a person gave another timing has a table of its own, with
the same rows (`_retiming`). `_replay`, `_migrating` and `_documents` work on whole cases: a
journal told again, a case under a new table, a state as plain values.

What passes from one of these modules to the next never leaves the room, so it is not frozen:
that halves the price of a value, and five steps need fifty of them.
"""

from ghostrules.machine._answer_by import AnswerBy
from ghostrules.machine._holds import Hold
from ghostrules.machine._machine import Machine, compile
from ghostrules.machine._migrating import Difference, Migration, migrate
from ghostrules.machine._plan import Plan, PlannedStep
from ghostrules.machine._reasons import (
    Altered,
    Answer,
    AnswerOverdue,
    Assumed,
    ConditionUnmet,
    Counted,
    DetailMissing,
    DraftConfirmed,
    DraftDropped,
    DraftWaits,
    EndedBy,
    EndUndone,
    EvidenceStale,
    FactSet,
    HeldBy,
    HoldEnded,
    InOrder,
    LookedLate,
    Merged,
    MinimumGap,
    MovedBy,
    NewRound,
    NothingLeft,
    NoticeGiven,
    Opened,
    OurMessage,
    OurTurn,
    Outdated,
    Planned,
    Point,
    PromiseBroken,
    Reacted,
    Reason,
    Rebuilt,
    ReportAwaited,
    Reported,
    ResponseWindow,
    Retried,
    Rolled,
    SkippedBy,
    SkippedLate,
    StoodStill,
    StrictEnd,
    TimeOfDay,
    WeAreAway,
    WentOn,
    WindowMissed,
)
from ghostrules.machine._replay import Entry, History
from ghostrules.machine._state import State, Status, Turn
from ghostrules.machine._tally import Tally, tally
from ghostrules.machine._transition import Intent, Transition

__all__ = [
    "Altered",
    "Answer",
    "AnswerBy",
    "AnswerOverdue",
    "Assumed",
    "ConditionUnmet",
    "Counted",
    "DetailMissing",
    "Difference",
    "DraftConfirmed",
    "DraftDropped",
    "DraftWaits",
    "EndUndone",
    "EndedBy",
    "Entry",
    "EvidenceStale",
    "FactSet",
    "HeldBy",
    "History",
    "Hold",
    "HoldEnded",
    "InOrder",
    "Intent",
    "LookedLate",
    "Machine",
    "Merged",
    "Migration",
    "MinimumGap",
    "MovedBy",
    "NewRound",
    "NothingLeft",
    "NoticeGiven",
    "Opened",
    "OurMessage",
    "OurTurn",
    "Outdated",
    "Plan",
    "Planned",
    "PlannedStep",
    "Point",
    "PromiseBroken",
    "Reacted",
    "Reason",
    "Rebuilt",
    "ReportAwaited",
    "Reported",
    "ResponseWindow",
    "Retried",
    "Rolled",
    "SkippedBy",
    "SkippedLate",
    "State",
    "Status",
    "StoodStill",
    "StrictEnd",
    "Tally",
    "TimeOfDay",
    "Transition",
    "Turn",
    "WeAreAway",
    "WentOn",
    "WindowMissed",
    "compile",
    "migrate",
    "tally",
]
