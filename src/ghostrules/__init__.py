"""Rules for clients who go silent, compiled with real calendars into a pure state machine.

A policy says whom we wait for, what we do when, and how it ends. `compile` turns it, with the
calendars of both parties, into a machine; the machine turns a state and an event into the next
state, the effects to carry out, and the reason for every date. It reads no clock and does no
input or output of its own.
"""

from ghostrules import do, when
from ghostrules.calendars import Calendar, ClosedDay, JointCalendar, Roll
from ghostrules.diagnostics import Diagnostic, Report, Severity
from ghostrules.effects import Effect
from ghostrules.errors import (
    AmbiguousTiming,
    CalendarError,
    EventError,
    GhostrulesError,
    PolicyError,
    StateError,
    TimingError,
)
from ghostrules.events import Elapsed, Event, Signal
from ghostrules.machine import (
    Intent,
    Machine,
    Plan,
    PlannedStep,
    Reason,
    State,
    Status,
    Transition,
    Turn,
    compile,
)
from ghostrules.messages import say, say_all
from ghostrules.money import Money
from ghostrules.policy import (
    Policy,
    Step,
    built_in,
    built_in_names,
    check,
    dumps,
    load,
    loads,
)

__version__ = "0.1.0"

__all__ = [
    "AmbiguousTiming",
    "Calendar",
    "CalendarError",
    "ClosedDay",
    "Diagnostic",
    "Effect",
    "Elapsed",
    "Event",
    "EventError",
    "GhostrulesError",
    "Intent",
    "JointCalendar",
    "Machine",
    "Money",
    "Plan",
    "PlannedStep",
    "Policy",
    "PolicyError",
    "Reason",
    "Report",
    "Roll",
    "Severity",
    "Signal",
    "State",
    "StateError",
    "Status",
    "Step",
    "TimingError",
    "Transition",
    "Turn",
    "built_in",
    "built_in_names",
    "check",
    "compile",
    "do",
    "dumps",
    "load",
    "loads",
    "say",
    "say_all",
    "when",
]
