"""Run a case through the engine and through the reference, and tell the first difference."""

from datetime import datetime, timedelta

from attrs import frozen

from ghostrules.errors import CalendarError
from ghostrules.events import Elapsed, Signal
from ghostrules.machine import Machine, State, Transition, compile
from ghostrules.policy import dumps

from .cases import Drawn
from .interpreter import Case, Fired, Reference
from .places import parties

MOST_LOOKS = 200


@frozen
class Difference:
    """Where the two part: what was compared, and what each says."""

    where: str
    engine: object
    reference: object


def machine_of(drawn: Drawn) -> Machine | None:
    """Compile the case, or give nothing where no open hours bring the parties together (L8)."""
    known = parties()
    try:
        return compile(
            drawn.made(),
            sender=known[drawn.sender].calendar,
            client=known[drawn.client].calendar,
            others={"third": known[drawn.third].calendar},
        )
    except CalendarError:
        return None


def reference_of(drawn: Drawn) -> Reference:
    """Give the same case to the reference."""
    known = parties()
    return Reference(
        drawn.made(), known[drawn.sender], known[drawn.client], {"third": known[drawn.third]}
    )


def difference(drawn: Drawn) -> Difference | None:
    """Run both, and give the first difference, if there is one."""
    machine = machine_of(drawn)
    if machine is None:
        return None
    reference = reference_of(drawn)
    return _plans(drawn, machine, reference) or _runs(drawn, machine, reference)


def _begun(drawn: Drawn, machine: Machine) -> Case:
    return Case(drawn.start, drawn.facts(machine.policy))


def _plans(drawn: Drawn, machine: Machine, reference: Reference) -> Difference | None:
    facts = drawn.facts(machine.policy)
    plan = machine.plan(at=drawn.start, facts=facts)
    engine = [
        Fired(step.step, step.occurrence, effect.kind, effect.at)
        for step in plan
        for effect in step.effects
    ]
    case, fired = reference.plan(_begun(drawn, machine))
    return (
        _unlike("plan", engine, fired)
        or _unlike("plan outcome", plan.outcome, case.outcome)
        or _unlike("plan ended", plan.ended, case.ended)
    )


def _unlike(where: str, engine: object, reference: object) -> Difference | None:
    return None if engine == reference else Difference(where, engine, reference)


def _runs(drawn: Drawn, machine: Machine, reference: Reference) -> Difference | None:
    state = machine.start(at=drawn.start, case="c", facts=drawn.facts(machine.policy))
    case = _begun(drawn, machine)
    found = _unlike("start due", state.due, reference.due(case))
    looks = iter(drawn.looks)
    for number in range(MOST_LOOKS):
        due = reference.due(case)
        if found is not None or due is None:
            return found
        look = next(looks, None)
        how, at = ("advance", due) if look is None else (look.how, _later(due, look.minutes))
        result, case, fired = _step(machine, state, reference, case, how, at)
        found = _compared(f"look {number}: {how} at {at}", result, reference, case, fired)
        found = found or _repeated(machine, result.state, how, at)
        state = result.state
    raise AssertionError("the case does not end")


def _later(due: datetime, minutes: int) -> datetime:
    return due + timedelta(minutes=minutes)


def _step(
    machine: Machine, state: State, reference: Reference, case: Case, how: str, at: datetime
) -> tuple[Transition, Case, list[Fired]]:
    if how == "end":
        signalled = reference.signal(case, "replied", at)
        return machine.transition(state, Signal("replied", at=at)), signalled, []
    if how == "transition":
        return machine.transition(state, Elapsed(at=at)), *reference.look(case, at)
    return machine.advance(state, Elapsed(at=at)), *reference.advance(case, at)


def _compared(
    where: str, result: Transition, reference: Reference, case: Case, fired: list[Fired]
) -> Difference | None:
    engine = [Fired(each.step, each.occurrence, each.kind, each.at) for each in result.effects]
    state = result.state
    return (
        _unlike(f"{where}: effects", engine, fired)
        or _unlike(f"{where}: due", state.due, reference.due(case))
        or _unlike(f"{where}: status", state.status.value, case.status)
        or _unlike(f"{where}: outcome", state.outcome, case.outcome)
        or _unlike(f"{where}: ended", state.ended, case.ended)
    )


def _repeated(machine: Machine, state: State, how: str, at: datetime) -> Difference | None:
    """An event that changes nothing gives the very same state (L16)."""
    if how != "advance":
        return None
    again = machine.transition(state, Elapsed(at=at))
    return None if again.state is state else Difference("the same look twice", again, state)


def attempt(drawn: Drawn) -> Difference | None:
    """Give the first difference; an error of the engine is one too."""
    try:
        return difference(drawn)
    except Exception as error:
        return Difference(f"raised {type(error).__name__}", str(error), None)


def kind_of(found: Difference) -> str:
    """Give what was compared, without the instant."""
    return found.where.split(": ")[-1]


def told(drawn: Drawn, found: Difference) -> str:
    """Tell a difference so that it can be read."""
    return "\n".join(
        (
            dumps(drawn.made()),
            f"sender {drawn.sender}, client {drawn.client}, third {drawn.third}",
            f"start {drawn.start}, due {drawn.due}, looks {drawn.looks}",
            f"difference in {found.where}",
            f"engine    {_lines(found.engine)}",
            f"reference {_lines(found.reference)}",
        )
    )


def _lines(said: object) -> str:
    if isinstance(said, list):
        return "".join(f"\n  {each}" for each in said)
    return str(said)
