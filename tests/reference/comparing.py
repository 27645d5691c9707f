"""Run a case through the engine and through the reference, and tell the first difference."""

from typing import Any, cast

from attrs import frozen

from ghostrules.errors import CalendarError, EventError
from ghostrules.events import Elapsed
from ghostrules.machine import Machine, State, Transition, compile
from ghostrules.policy import dumps

from .cases import Drawn
from .history import Case, Fired
from .interpreter import Reference
from .places import parties
from .running import Action, After, begun, lived, reference_of

OWN_NOTES = ("draft", "overdue", "our-turn")


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


def difference(drawn: Drawn) -> Difference | None:
    """Run both, and give the first difference, if there is one."""
    machine = machine_of(drawn)
    if machine is None:
        return None
    reference = reference_of(drawn)
    return _plans(drawn, machine, reference) or _runs(drawn, machine, reference)


def _plans(drawn: Drawn, machine: Machine, reference: Reference) -> Difference | None:
    policy = machine.policy
    if any(
        step.confirm or step.only_if is not None or step.unless is not None for step in policy.steps
    ):
        return None
    plan = machine.plan(at=drawn.start, facts=drawn.facts(policy))
    engine = [
        Fired(step.step, step.occurrence, effect.kind, effect.at)
        for step in plan
        for effect in step.effects
    ]
    case, fired = reference.plan(begun(drawn, reference))
    return (
        _unlike("plan", engine, fired)
        or _unlike("plan outcome", plan.outcome, case.outcome)
        or _unlike("plan ended", plan.ended, case.ended)
    )


def _unlike(where: str, engine: object, reference: object) -> Difference | None:
    return None if engine == reference else Difference(where, engine, reference)


def _runs(drawn: Drawn, machine: Machine, reference: Reference) -> Difference | None:
    state = machine.start(at=drawn.start, case="c", facts=drawn.facts(machine.policy))
    found = _unlike("start due", state.due, reference.due(begun(drawn, reference)))
    history: list[Action] = []
    for after in lived(drawn, reference):
        if found is not None:
            return Difference(found.where, _with(history, found.engine), found.reference)
        history.append(after.action)
        result = _transition(machine, state, after.action)
        found = _compared(f"{len(history)} {after.action}", result, state, reference, after)
        if result is not None:
            found = found or _repeated(machine, result.state, after.action)
            state = result.state
    return found


def _with(history: list[Action], engine: object) -> object:
    if isinstance(engine, list):
        return cast("list[object]", engine)
    return f"{engine} after {len(history)} actions"


def _transition(machine: Machine, state: State, action: Action) -> Transition | None:
    """Let the engine do an action, or give nothing if it refuses."""
    try:
        if action.how == "advance":
            return machine.advance(state, action.event)
        return machine.transition(state, action.event)
    except EventError:
        return None


def _compared(
    where: str, result: Transition | None, before: State, reference: Reference, after: After
) -> Difference | None:
    if result is None or after.refused:
        said = "refused" if result is None else result
        return _unlike(f"{where}: refused", result is None, after.refused) and Difference(
            f"{where}: refused", said, "refused" if after.refused else after.case.status
        )
    engine = sorted((fired_of(each) for each in result.effects), key=_order)
    return (
        _unlike(f"{where}: effects", engine, sorted(after.fired, key=_order))
        or _unlike(f"{where}: due", result.state.due, reference.due(after.case))
        or _states(where, result.state, after.case)
    )


def _states(where: str, state: State, case: Case) -> Difference | None:
    turn = None if case.status == "ended" else case.turn
    found = (
        _unlike(f"{where}: status", state.status.value, case.status)
        or _unlike(f"{where}: outcome", state.outcome, case.outcome)
        or _unlike(f"{where}: ended", state.ended, case.ended)
    )
    if found is not None or not hasattr(state, "round"):
        return found
    return _unlike(f"{where}: turn", state.turn and state.turn.value, turn) or _unlike(
        f"{where}: round", state.round, case.round
    )


def fired_of(intent: Any) -> Fired:  # noqa: ANN401
    """Give an effect of the engine as the reference tells it."""
    last = (getattr(intent, "template", None) or "").rpartition("/")[2]
    kind = getattr(intent.kind, "value", intent.kind)
    if kind == "note" and last == "our-turn":
        return Fired(last, 0, kind, intent.at)
    if kind == "note" and last in OWN_NOTES:
        return Fired(f"{intent.step}/{last}", 0, kind, intent.at)
    if ":on-" in intent.key:
        return Fired("reaction", 0, kind, intent.at)
    return Fired(intent.step, intent.occurrence, kind, intent.at)


def _order(fired: Fired) -> tuple[Any, ...]:
    return (fired.at, fired.step, fired.occurrence, fired.kind)


def _repeated(machine: Machine, state: State, action: Action) -> Difference | None:
    """An event that changes nothing gives the very same state (L16)."""
    if action.how != "advance" or not isinstance(action.event, Elapsed):
        return None
    again = machine.transition(state, action.event)
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
            f"start {drawn.start}, due {drawn.due}",
            *(f"look {each}" for each in drawn.looks),
            f"difference in {found.where}",
            f"engine    {_lines(found.engine)}",
            f"reference {_lines(found.reference)}",
        )
    )


def _lines(said: object) -> str:
    if isinstance(said, list):
        return "".join(f"\n  {each}" for each in cast("list[object]", said))
    return str(said)
