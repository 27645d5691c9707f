"""From a policy and its calendars to one flat table: everything that no case can change."""

from collections.abc import Iterator
from datetime import time

from ghostrules.calendars import Roll
from ghostrules.effects import Effect, Hours
from ghostrules.machine._parties import Parties
from ghostrules.machine._sources import Layout, Place
from ghostrules.machine._table import From, Group, Row, RowEffect, Source, Table
from ghostrules.policy import IfLate, Policy, Prefer, Step
from ghostrules.timing import (
    Before,
    Between,
    DeadlinePassed,
    Duration,
    Within,
    dated,
    inner,
    occurrences,
    wall_time,
)

_MINUTE = 60_000_000


def make_table(policy: Policy, parties: Parties) -> Table:
    """Compile a policy that has been checked."""
    layout = Layout.of(policy)
    sources = tuple(layout.source(place) for place in layout.places)
    slots = _slots(layout, sources)
    groups = [tuple(_groups(parties, step.do)) for step in policy.steps]
    rows = tuple(
        _row(layout, parties, index, sources, slots, groups[place.number])
        for index, place in enumerate(layout.places)
    )
    return Table(
        policy=policy,
        fingerprint=policy.fingerprint,
        digests=parties.digests,
        client=parties.client,
        rows=rows,
        facts=policy.facts,
        anchors=frozenset(one.index for one in sources if one.kind is From.FACT),
        slots=len(slots),
        punctual=policy.punctual.minutes * _MINUTE,
        ends=dict(policy.ends),
    )


def _slots(layout: Layout, sources: tuple[Source, ...]) -> dict[int, int]:
    asked = {source.index for source in sources if source.kind is From.ROW}
    asked |= {index for index, source in enumerate(sources) if source.kind is From.TARGET}
    asked |= set(_granting(layout, len(layout.places)))
    return {index: slot for slot, index in enumerate(sorted(asked))}


def _granting(layout: Layout, before: int) -> Iterator[int]:
    for index, place in enumerate(layout.places[:before]):
        if layout.policy.steps[place.number].answer_within is not None:
            yield index


def _groups(parties: Parties, effects: tuple[Effect, ...]) -> Iterator[Group]:
    for hours in _demands(effects):
        kinds = [effect.kind for effect in effects if effect.kind.hours is hours]
        yield Group(
            slots=parties.slots(hours),
            hours=hours,
            calendar=parties.demanded(hours),
            client=parties.client,
            reaches_client=any(kind.reaches_client for kind in kinds),
            counts=any(kind.counts for kind in kinds),
        )


def _demands(effects: tuple[Effect, ...]) -> list[Hours]:
    return list(dict.fromkeys(effect.kind.hours for effect in effects))


def _row_effects(policy: Policy, step: Step) -> Iterator[RowEffect]:
    demands = _demands(step.do)
    for position, effect in enumerate(step.do):
        template = effect.template
        if template is None and effect.kind.reaches_client:
            template = f"{policy.id}/{step.id}"
        yield RowEffect(position, demands.index(effect.kind.hours), effect, template)


def _row(
    layout: Layout,
    parties: Parties,
    index: int,
    sources: tuple[Source, ...],
    slots: dict[int, int],
    groups: tuple[Group, ...],
) -> Row:
    policy, place = layout.policy, layout.places[index]
    step = policy.steps[place.number]
    adverse = any(effect.kind.adverse for effect in step.do)
    backward = isinstance(inner(step.timing), Before)
    return Row(
        index=index,
        step=step.id,
        occurrence=place.occurrence,
        occurrences=occurrences(step.timing),
        when=inner(step.timing),
        source=sources[index],
        target=sources[index].index if sources[index].kind is From.TARGET else None,
        dated=_is_dated(layout, step, sources[index]),
        windowed=isinstance(inner(step.timing), Within | Between),
        backward=backward,
        at=_minutes(wall_time(step.timing) or step.at or policy.at),
        days=parties.named(step.business_days or policy.business_days),
        roll=step.roll or (Roll.PRECEDING if backward else Roll.FOLLOWING),
        strict=step.strict,
        latest=step.prefer is Prefer.LATEST,
        groups=groups,
        everything=(1 << len(groups)) - 1,
        effects=tuple(_row_effects(policy, step)),
        reaches_client=any(effect.kind.reaches_client for effect in step.do),
        adverse=adverse,
        window=step.answer_within,
        gap=step.min_gap or policy.min_gap,
        patience=step.patience or policy.patience,
        if_late=step.if_late or (IfLate.MERGE if occurrences(step.timing) > 1 else IfLate.SEND),
        outcome=step.outcome if place.occurrence == occurrences(step.timing) else None,
        slot=slots.get(index),
        notices=_notices(layout, sources, layout.first_of(place)),
        granting=tuple(_granting(layout, layout.first_of(place))) if adverse else (),
    )


def _notices(layout: Layout, sources: tuple[Source, ...], target: int) -> tuple[int, ...]:
    return tuple(
        index
        for index, source in enumerate(sources)
        if source.kind is From.TARGET and source.index == target
    )


def _is_dated(layout: Layout, step: Step, source: Source) -> bool:
    when = inner(step.timing)
    if not isinstance(when, DeadlinePassed):
        return dated(when)
    granting = layout.policy.steps[layout.places[source.index].number]
    return not isinstance(granting.answer_within, Duration)


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
