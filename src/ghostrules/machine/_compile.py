"""From a policy and its calendars to one flat table: everything that no case can change."""

from collections.abc import Iterator
from datetime import time

from attrs import frozen

from ghostrules.calendars import Roll
from ghostrules.effects import Effect, Hours
from ghostrules.machine._parties import Parties
from ghostrules.machine._rules import dates_of, gap_end_of, offsets_of
from ghostrules.machine._sources import Layout
from ghostrules.machine._table import Group, Row, RowEffect, Source, Table
from ghostrules.policy import IfLate, Policy, Prefer, Step
from ghostrules.timing import (
    Before,
    Between,
    DayWhen,
    DeadlinePassed,
    Duration,
    Within,
    dated,
    inner,
    occurrences,
    wall_time,
)

_MINUTE = 60_000_000
_FIRST_ATTEMPT = 1


def make_table(policy: Policy, parties: Parties) -> Table:
    """Compile a policy that has been checked."""
    making = _Making.of(Layout.of(policy), parties)
    return Table(
        policy=policy,
        fingerprint=policy.fingerprint,
        digests=parties.digests,
        client=parties.client,
        rows=tuple(making.row(index) for index in range(len(making.sources))),
        facts=policy.facts,
        anchors=frozenset(one.fact for one in making.sources if one.fact is not None),
        slots=len(making.slots),
        punctual=policy.punctual.minutes * _MINUTE,
        ends=dict(policy.ends),
    )


@frozen(eq=False)
class _Making:
    """A table under way: what every row counts from, and where its instant is kept."""

    layout: Layout
    parties: Parties
    sources: tuple[Source, ...]
    slots: dict[int, int]
    groups: tuple[tuple[Group, ...], ...]

    @classmethod
    def of(cls, layout: Layout, parties: Parties) -> "_Making":
        sources = tuple(layout.source(place) for place in layout.places)
        groups = tuple(tuple(_groups(parties, step.do)) for step in layout.policy.steps)
        return cls(layout, parties, sources, _slots(layout, sources), groups)

    def row(self, index: int) -> Row:
        policy, place = self.layout.policy, self.layout.places[index]
        step, source = policy.steps[place.number], self.sources[index]
        groups, when, many = self.groups[place.number], inner(step.timing), occurrences(step.timing)
        roll = step.roll or (Roll.PRECEDING if isinstance(when, Before) else Roll.FOLLOWING)
        if_late = step.if_late or (IfLate.MERGE if many > 1 else IfLate.SEND)
        is_dated = self._is_dated(when, source)
        days = self.parties.named(step.business_days or policy.business_days)
        gap = step.min_gap or policy.min_gap
        adverse = any(effect.kind.adverse for effect in step.do)
        first = self.layout.first_of(place)
        return Row(
            index=index,
            step=step.id,
            occurrence=place.occurrence,
            occurrences=many,
            rule=step.timing,
            when=when,
            source=source,
            exempt_after=None if is_dated or isinstance(when, Before) else _contact(source),
            kept=None if source.row is None or source.at_deadline else self.slots[source.row],
            dated=is_dated,
            offsets=None if dated(when) else offsets_of(when, place.occurrence),
            dates=dates_of(when, self.parties.client, days, place.occurrence) if is_dated else None,
            at=_minutes(wall_time(step.timing) or step.at or policy.at),
            days=days,
            forward=roll is Roll.FOLLOWING and not isinstance(when, Within | Between),
            windowed=isinstance(when, Within | Between),
            latest=step.prefer is Prefer.LATEST,
            strict=step.strict,
            stays=roll is Roll.UNADJUSTED,
            rolls_back=_rolls_back(roll, when),
            within_month=roll in (Roll.MODIFIED_FOLLOWING, Roll.MODIFIED_PRECEDING),
            groups=groups,
            everything=(1 << len(groups)) - 1,
            effects=tuple(_row_effects(policy, step, place.occurrence)),
            reaches_client=any(group.reaches_client for group in groups),
            window=step.answer_within,
            gap=gap,
            gap_end=None
            if isinstance(gap, Duration)
            else gap_end_of(gap, self.parties.client, days),
            patience=step.patience or policy.patience,
            merges=if_late is IfLate.MERGE,
            skips=if_late is IfLate.SKIP,
            outcome=step.outcome if place.occurrence == many else None,
            slot=self.slots.get(index),
            notices=self._notices(first),
            granting=tuple(_granting(self.layout, first)) if adverse else (),
        )

    def _is_dated(self, when: DayWhen, source: Source) -> bool:
        if not isinstance(when, DeadlinePassed):
            return dated(when)
        assert source.row is not None
        granting = self.layout.places[source.row].number
        return not isinstance(self.layout.policy.steps[granting].answer_within, Duration)

    def _notices(self, target: int) -> tuple[int, ...]:
        return tuple(index for index, source in enumerate(self.sources) if source.target == target)


def _slots(layout: Layout, sources: tuple[Source, ...]) -> dict[int, int]:
    asked = {source.row for source in sources if source.row is not None}
    asked |= {index for index, source in enumerate(sources) if source.target is not None}
    asked |= set(_granting(layout, len(layout.places)))
    return {index: slot for slot, index in enumerate(sorted(asked))}


def _granting(layout: Layout, before: int) -> Iterator[int]:
    for index, place in enumerate(layout.places[:before]):
        if layout.policy.steps[place.number].answer_within is not None:
            yield index


def _groups(parties: Parties, effects: tuple[Effect, ...]) -> Iterator[Group]:
    for number, hours in enumerate(_demands(effects)):
        kinds = [effect.kind for effect in effects if effect.kind.hours is hours]
        yield Group(
            bit=1 << number,
            slots=parties.slots(hours),
            hours=hours,
            calendar=parties.demanded(hours),
            client=parties.client,
            reaches_client=any(kind.reaches_client for kind in kinds),
            counts=any(kind.counts for kind in kinds),
        )


def _demands(effects: tuple[Effect, ...]) -> list[Hours]:
    return list(dict.fromkeys(effect.kind.hours for effect in effects))


def _row_effects(policy: Policy, step: Step, occurrence: int) -> Iterator[RowEffect]:
    demands = _demands(step.do)
    for position, effect in enumerate(step.do):
        template = effect.template
        if template is None and effect.kind.reaches_client:
            template = f"{policy.id}/{step.id}"
        key = f"{step.id}:{occurrence}:{position}:{_FIRST_ATTEMPT}"
        yield RowEffect(key, 1 << demands.index(effect.kind.hours), effect, template)


def _contact(source: Source) -> int | None:
    return None if source.at_deadline else source.row


def _rolls_back(roll: Roll, when: DayWhen) -> bool:
    if roll is Roll.UNADJUSTED:
        return isinstance(when, Before)
    return roll in (Roll.PRECEDING, Roll.MODIFIED_PRECEDING)


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
