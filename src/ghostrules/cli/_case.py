"""What the verbs that compute share: from options to a plan."""

from datetime import datetime

from attrs import frozen

from ghostrules.calendars import Calendar
from ghostrules.cli._case_options import CaseOptions
from ghostrules.cli._facts import missing_fact, read_facts
from ghostrules.cli._parties import make_calendars
from ghostrules.cli._policy import read_policy
from ghostrules.cli._reader import Reader, read_reader
from ghostrules.cli._start import read_start
from ghostrules.errors import EventError
from ghostrules.machine import Machine, Plan, compile
from ghostrules.policy import Policy


@frozen
class Case:
    """A machine, the instant from which it is planned, the plan, what was assumed; who reads it."""

    machine: Machine
    start: datetime
    plan: Plan
    assumed: str | None
    reader: Reader

    @property
    def policy(self) -> Policy:
        """The policy that was planned."""
        return self.machine.policy

    @property
    def client(self) -> Calendar:
        """The calendar of the client."""
        return self.machine.client


def plan_case(named: str, given: CaseOptions) -> Case:
    policy = read_policy(named)
    values = read_facts(policy, given.fact)
    calendars = make_calendars(given.parties, policy)
    at = read_start(given.start, calendars.client)
    machine = compile(
        policy, sender=calendars.sender, client=calendars.client, others=calendars.others
    )
    try:
        never = calendars.never(policy)
        plan = machine.plan(at=at, facts=values, details=calendars.details, never=never)
    except EventError as error:
        raise missing_fact(policy, values, str(error)) from error
    return Case(machine, at, plan, calendars.assumed, read_reader(given.parties.locale))
