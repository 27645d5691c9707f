"""From a policy and its calendars to one flat table: everything that no case can change."""

from collections.abc import Iterator
from datetime import time

from attrs import frozen

from ghostrules.calendars import Roll
from ghostrules.conditions import Condition
from ghostrules.effects import Effect, Hours
from ghostrules.machine._parties import Parties
from ghostrules.machine._rules import business_of, dates_of, gap_end_of, offsets_of
from ghostrules.machine._sources import Layout, Place, repeated
from ghostrules.machine._state import THE_START
from ghostrules.machine._table import Group, Responding, Row, RowEffect, Source, Table
from ghostrules.policy import IfLate, OnResume, Policy, Prefer, Reaction, Step
from ghostrules.timing import (
    Before,
    Between,
    BusinessDays,
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
_OVERDUE = BusinessDays(1)

WAIT = "wait"
DELIVERY = "delivery"
NOTE = "note"


def make_table(policy: Policy, parties: Parties) -> Table:
    """Compile a policy that has been checked."""
    making = _Making.of(Layout.of(policy), parties)
    return Table(
        policy=policy,
        fingerprint=policy.fingerprint,
        digests=parties.digests,
        client=parties.client,
        sender=parties.sender,
        days=parties.named(policy.business_days),
        rows=tuple(making.row(index) for index in range(len(making.sources))),
        facts=policy.facts,
        anchors=frozenset(one.fact for one in making.sources if one.fact is not None),
        punctual=policy.punctual.minutes * _MINUTE,
        ends=dict(policy.ends),
        evidence=tuple((source, age.minutes * _MINUTE) for source, age in policy.evidence),
        reactions=tuple(
            _responding(policy, parties, number, reaction)
            for number, reaction in enumerate(policy.on)
        ),
        repeated=repeated(making.sources),
        shifts=policy.on_resume is not OnResume.KEEP,
    )


@frozen(eq=False)
class _Making:
    """A table under way: what every row counts from, and the slots of every step."""

    layout: Layout
    parties: Parties
    sources: tuple[Source, ...]
    orders: "tuple[tuple[_Doing, ...], ...]"

    @classmethod
    def of(cls, layout: Layout, parties: Parties) -> "_Making":
        sources = tuple(layout.source(place) for place in layout.places)
        orders = tuple(
            tuple(_Doing.of(parties, do) for do in _alternatives(step.do))
            for step in layout.policy.steps
        )
        return cls(layout, parties, sources, orders)

    def row(self, index: int) -> Row:
        first, *others = self.orders[self.layout.places[index].number]
        return self._row(index, first, tuple(self._row(index, other, ()) for other in others))

    def _row(self, index: int, doing: "_Doing", alternatives: tuple[Row, ...]) -> Row:
        policy, place = self.layout.policy, self.layout.places[index]
        step, source = policy.steps[place.number], self.sources[index]
        groups, when, many = doing.groups, inner(step.timing), occurrences(step.timing)
        roll = step.roll or (Roll.PRECEDING if isinstance(when, Before) else Roll.FOLLOWING)
        if_late = step.if_late or (IfLate.MERGE if many > 1 else IfLate.SEND)
        is_dated = self._is_dated(when, source)
        days = self.parties.named(step.business_days or policy.business_days)
        gap = step.min_gap or policy.min_gap
        adverse = any(effect.kind.adverse for effect in doing.do)
        first = self.layout.first_of(place)
        live = next((group.bit for group in groups if group.hours is Hours.BOTH), 0)
        return Row(
            index=index,
            step=step.id,
            occurrence=place.occurrence,
            occurrences=many,
            rule=step.timing,
            when=when,
            source=source,
            exempt_after=None if is_dated else _contact(when, source),
            kept=None if source.at_deadline or source.at_delivery else source.row,
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
            effects=tuple(_row_effects(policy, step, place.occurrence, doing)),
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
            notices=self._notices(first),
            granting=tuple(_granting(self.layout, first)) if adverse else (),
            business=business_of(when),
            adverse=adverse,
            conditions=tuple(self._conditions(place, source)),
            confirm=step.confirm,
            live=live,
            overdue=step.overdue_after or _OVERDUE,
            assumed=None if step.if_unreported == WAIT or not live else step.if_unreported,
            delivering=_delivering(step.counts_from, doing),
            alternatives=alternatives,
            retried=sum(group.bit for group in groups if group.reaches_client)
            or (1 << len(groups)) - 1,
            late_stage=adverse or step.answer_within is not None or source.target is not None,
        )

    def _conditions(self, place: Place, source: Source) -> Iterator[tuple[Condition, bool]]:
        """Give the conditions of a step; a counted-back one carries its target's too (L13)."""
        yield from _own_conditions(self.layout.policy.steps[place.number])
        if source.target is not None:
            target = self.layout.places[source.target]
            yield from self._conditions(target, self.sources[source.target])

    def _is_dated(self, when: DayWhen, source: Source) -> bool:
        if not isinstance(when, DeadlinePassed):
            return dated(when)
        assert source.row is not None
        granting = self.layout.places[source.row].number
        return not isinstance(self.layout.policy.steps[granting].answer_within, Duration)

    def _notices(self, target: int) -> tuple[int, ...]:
        return tuple(index for index, source in enumerate(self.sources) if source.target == target)


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


@frozen(eq=False)
class _Doing:
    """What a step does, without choices, and the slots that it needs."""

    do: tuple[Effect, ...]
    groups: tuple[Group, ...]

    @classmethod
    def of(cls, parties: Parties, do: tuple[Effect, ...]) -> "_Doing":
        return cls(do, tuple(_groups(parties, do)))


def _alternatives(do: tuple[Effect, ...]) -> Iterator[tuple[Effect, ...]]:
    """Give what a step does with each effect of its preference order, if it has one."""
    yield do
    for position, effect in enumerate(do):
        for other in effect.fallbacks:
            yield (*do[:position], other, *do[position + 1 :])


def _own_conditions(step: Step) -> Iterator[tuple[Condition, bool]]:
    if step.only_if is not None:
        yield step.only_if, True
    if step.unless is not None:
        yield step.unless, False


def _delivering(counts_from: str | None, doing: _Doing) -> tuple[int, ...] | None:
    if counts_from is None:
        return None
    return tuple(
        position
        for position, effect in enumerate(doing.do)
        if effect.kind.reaches_client and counts_from in (DELIVERY, effect.name)
    )


def _responding(policy: Policy, parties: Parties, number: int, reaction: Reaction) -> Responding:
    doing = _Doing.of(parties, reaction.do)
    return Responding(
        number=number,
        reaction=reaction,
        groups=doing.groups,
        everything=(1 << len(doing.groups)) - 1,
        effects=tuple(_effects(doing, f"{policy.id}/{reaction.words}", "")),
    )


def _row_effects(policy: Policy, step: Step, occurrence: int, doing: _Doing) -> Iterator[RowEffect]:
    return _effects(doing, f"{policy.id}/{step.id}", f"{step.id}:{occurrence}:")


def _effects(doing: _Doing, words: str, stem: str) -> Iterator[RowEffect]:
    demands = _demands(doing.do)
    for position, effect in enumerate(doing.do):
        template = effect.template
        if template is None and (effect.kind.reaches_client or effect.name == NOTE):
            template = words
        place = demands.index(effect.kind.hours)
        once = doing.groups[place].reaches_client and not effect.kind.reaches_client
        yield RowEffect(f"{stem}{position}:", position, 1 << place, effect, template, once)


def _contact(when: DayWhen, source: Source) -> int | None:
    """Give the contact after which a rule in hours needs no gap: the one that it counts from.

    A window that opens with our answer is none: nobody writes twice at once.
    """
    if (
        isinstance(when, Before)
        or source.at_deadline
        or source.at_delivery
        or source.fact is not None
    ):
        return None
    if source.row is None:
        return None if isinstance(when, Within | Between) else THE_START
    return source.row


def _rolls_back(roll: Roll, when: DayWhen) -> bool:
    if roll is Roll.UNADJUSTED:
        return isinstance(when, Before)
    return roll in (Roll.PRECEDING, Roll.MODIFIED_PRECEDING)


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute
