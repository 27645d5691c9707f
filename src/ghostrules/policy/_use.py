"""A policy that begins from a built-in one: `use`, `[change.STEP]` and `[drop]`."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from attrs import evolve

from ghostrules import do
from ghostrules.documents import (
    Faulty,
    Keys,
    as_table,
    choices,
    fault,
    gather,
    keyed,
    read_keys,
    read_texts,
    suggestion,
    unknown_keys,
)
from ghostrules.effects import Effect
from ghostrules.phrases import phrase
from ghostrules.policy._policy import Policy
from ghostrules.policy._policy_keys import POLICY_KEYS
from ghostrules.policy._reaction import Reaction, covers
from ghostrules.policy._step import Step
from ghostrules.policy._step_keys import STEP_KEYS
from ghostrules.policy._steps import merged, read_step
from ghostrules.policy._then import ThenWord
from ghostrules.policy._wording import Wording, with_amounts, with_dates, wording_of
from ghostrules.timing import NO_LABELS, Anchor, Labels, When, anchor_of

USE_KEYS: Final = ("use", "change", "drop")

_CHANGES: Final[Keys] = keyed(key for key in STEP_KEYS.values() if key.name != "id")


def changed(base: Policy, document: Mapping[str, object]) -> dict[str, Any]:
    """Read the attributes of a policy that differs from `base` by what the document says."""
    said = [key for key in POLICY_KEYS.values() if key.name in document]
    wording = _wording(base, document)
    values = merged(
        (
            lambda: _kept(base),
            lambda: read_keys(keyed(said), with_amounts(POLICY_KEYS, document, wording), ""),
            lambda: {"steps": _steps(base, document, wording)},
        )
    )
    return {
        **values,
        "labels": _labels(base, values),
        "steps": _with_words(base, values["id"], values["steps"]),
        "on": _reactions(base, document, values),
    }


def _wording(base: Policy, document: Mapping[str, object]) -> Wording | None:
    said = {"language": base.language, "facts": base.facts, **document}
    wording = wording_of(said)
    ids = ["start", *dict(base.facts), *(step.id for step in base.steps)]
    return wording and evolve(wording, labels=wording.labels.over(base.labels, ids))


def _labels(base: Policy, values: Mapping[str, Any]) -> Labels:
    """Keep the labels of what is kept, under those of the document."""
    ids = ["start", *dict(values["facts"]), *(step.id for step in values["steps"])]
    own: Labels = NO_LABELS if values["labels"] is base.labels else values["labels"]
    return with_dates(own, values).over(base.labels, ids)


def _kept(base: Policy) -> dict[str, Any]:
    return {name: getattr(base, name) for name in POLICY_KEYS}


def _steps(
    base: Policy, document: Mapping[str, object], wording: Wording | None
) -> tuple[Step, ...]:
    read = merged(
        (
            lambda: {"change": _changes(base, document.get("change", {}))},
            lambda: {"drop": _dropped(base, document.get("drop", {}))},
            lambda: _no_more_steps(document),
        )
    )
    kept = [step for step in base.steps if step.id not in read["drop"]]
    steps = tuple(gather(_change(step, read["change"], wording) for step in kept))
    gather(_needed(steps, name, f"drop.steps[{i}]") for i, name in enumerate(read["drop"]))
    return steps


def _needed(steps: tuple[Step, ...], dropped: str, path: str) -> Callable[[], None]:
    def refuse() -> None:
        for step in steps:
            if not isinstance(step.when, str) and _counts_from(step.when, dropped):
                raise fault(
                    "GR022",
                    phrase(
                        "`{step}` counts from `{dropped}`, which is dropped",
                        step=step.id,
                        dropped=dropped,
                    ),
                    path,
                    help=phrase(
                        "say in `[change.{step}]` what it counts from instead: `when = ...`",
                        step=step.id,
                    ),
                )

    return refuse


def _counts_from(when: When, name: str) -> bool:
    anchor = anchor_of(when)
    return isinstance(anchor, Anchor) and anchor.name == name


def _changes(base: Policy, value: object) -> Mapping[str, object]:
    changes = as_table(value, "change")
    gather(_known(base, name, f"change.{name}") for name in changes)
    return changes


def _no_more_steps(document: Mapping[str, object]) -> dict[str, Any]:
    for name in ("step", "steps"):
        if name in document:
            raise fault(
                "GR021",
                phrase("a policy that begins from another has no steps of its own"),
                name,
                help=phrase(
                    "change its steps with `[change.STEP]`, or copy it and change the copy"
                ),
            )
    return {}


def _dropped(base: Policy, value: object) -> tuple[str, ...]:
    table = as_table(value, "drop")
    strange = unknown_keys(table, ("steps",), "drop")
    if strange:
        raise Faulty(*strange)
    names: tuple[str, ...] = read_texts(table.get("steps", ()), "drop.steps")
    gather(_known(base, name, f"drop.steps[{i}]") for i, name in enumerate(names))
    if len(set(names)) == len(base.steps):
        raise fault(
            "GR003", phrase("no step is left"), "drop.steps", expected=phrase("at least one step")
        )
    return names


def _known(base: Policy, name: str, path: str) -> Callable[[], None]:
    ids = [step.id for step in base.steps]

    def refuse() -> None:
        if name not in ids:
            raise fault(
                "GR020",
                phrase("`{policy}` has no step `{name}`", policy=base.id, name=name),
                path,
                expected=choices(ids),
                help=suggestion(name, ids),
            )

    return refuse


def _change(
    step: Step, changes: Mapping[str, object], wording: Wording | None
) -> Callable[[], Step]:
    def read() -> Step:
        if step.id not in changes:
            return step
        path = f"change.{step.id}"
        table = as_table(changes[step.id], path)
        if "id" in table:
            raise fault("GR002", phrase("the id of a step cannot be changed"), f"{path}.id")
        said = keyed(key for key in _CHANGES.values() if key.name in table)
        return evolve(step, **read_step(table, said, path, wording))

    return read


def _reactions(
    base: Policy, document: Mapping[str, object], values: Mapping[str, Any]
) -> tuple[Reaction, ...]:
    """Keep the reactions of the built-in behind those of the document, which count first."""
    ids = {step.id for step in values["steps"]}
    own: tuple[Reaction, ...] = values["on"] if "on" in document else ()
    kept = [one for one in base.on if one.step is None or one.step in ids]
    reached = [one for one in kept if not any(covers(mine, one) for mine in own)]
    gather(_reachable(one, ids) for one in reached)
    return (*own, *(_reworded(base, one, values["id"]) for one in reached))


def _reachable(reaction: Reaction, ids: Collection[str]) -> Callable[[], None]:
    def refuse() -> None:
        then = reaction.then
        if then is not None and then.word is ThenWord.GO_TO and then.target not in ids:
            raise fault(
                "GR022",
                phrase(
                    "the reaction to `{event}` goes to `{target}`, which is dropped",
                    event=reaction.event,
                    target=then.target,
                ),
                "drop.steps",
                help=phrase(
                    "answer `{event}` in an `[[on]]` of your own, which counts first",
                    event=reaction.event,
                ),
            )

    return refuse


def _reworded(base: Policy, reaction: Reaction, id: str) -> Reaction:
    if id == base.id:
        return reaction
    return evolve(reaction, do=[_worded(base, reaction.words, each) for each in reaction.do])


def _with_words(base: Policy, id: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Under a new id, steps that were not given other effects keep the words of the built-in."""
    if id == base.id:
        return steps
    effects = {step.id: step.do for step in base.steps}
    return tuple(
        evolve(step, do=[_worded(base, step.id, effect) for effect in step.do])
        if step.do == effects[step.id]
        else step
        for step in steps
    )


def _worded(base: Policy, name: str, effect: Effect) -> Effect:
    alternatives = (_named(each, f"{base.id}/{name}") for each in effect.alternatives)
    return do.first_of(*alternatives)


def _named(effect: Effect, template: str) -> Effect:
    if effect.template is None and effect.kind.reaches_client:
        return evolve(effect, template=template)
    return effect
