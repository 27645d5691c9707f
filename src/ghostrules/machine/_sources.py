"""What every row counts from, by number instead of by name."""

from attrs import frozen

from ghostrules.machine._table import Source
from ghostrules.policy import Policy, named_anchor
from ghostrules.timing import START, Anchor, Before, Part, anchor_of, inner, occurrences


@frozen(eq=False)
class Place:
    """One occurrence of one step, before it is compiled: `number` counts steps from 0."""

    number: int
    occurrence: int


@frozen(eq=False)
class Layout:
    """Where the rows of every step stand, and which fact has which number."""

    policy: Policy
    places: tuple[Place, ...]
    first: dict[str, int]
    last: dict[str, int]
    facts: dict[str, int]

    @classmethod
    def of(cls, policy: Policy) -> "Layout":
        """Lay out one row for every occurrence of every step."""
        counts = [occurrences(step.timing) for step in policy.steps]
        starts = [sum(counts[:number]) for number in range(len(counts))]
        ids = [step.id for step in policy.steps]
        return cls(
            policy,
            tuple(
                Place(number, occurrence)
                for number, count in enumerate(counts)
                for occurrence in range(1, count + 1)
            ),
            dict(zip(ids, starts, strict=True)),
            {id: start + count - 1 for id, start, count in zip(ids, starts, counts, strict=True)},
            {name: number for number, (name, _) in enumerate(policy.facts)},
        )

    def source(self, place: Place) -> Source:
        """Give what a row counts from; a notice counts from the first row of its target (L11)."""
        when = inner(self.policy.steps[place.number].timing)
        anchor = named_anchor(self.policy, place.number, anchor_of(when))
        if anchor == START:
            return Source("start")
        if anchor.name in self.facts:
            return Source(anchor.name, fact=self.facts[anchor.name])
        if isinstance(when, Before) and self.first[anchor.name] > self.first_of(place):
            return Source(anchor.name, target=self.first[anchor.name])
        return Source(
            _name(anchor),
            row=self._row(anchor),
            at_deadline=anchor.part is Part.DEADLINE,
            at_delivery=anchor.part is Part.DELIVERY,
        )

    def first_of(self, place: Place) -> int:
        """Give the first row of the step to which a place belongs."""
        return self.first[self.policy.steps[place.number].id]

    def _row(self, anchor: Anchor) -> int:
        if anchor.occurrence is None:
            return self.last[anchor.name]
        return self.first[anchor.name] + anchor.occurrence - 1


def _name(anchor: Anchor) -> str:
    named = anchor.name if anchor.occurrence is None else f"{anchor.name}#{anchor.occurrence}"
    return named if anchor.part is None else f"{named}.{anchor.part}"


def repeated(sources: tuple[Source, ...]) -> int:
    """Mark the rows that count from the start, directly or through others, as bits (L14)."""
    return sum(1 << index for index in range(len(sources)) if _from_start(sources, index))


def _from_start(sources: tuple[Source, ...], index: int) -> bool:
    source = sources[index]
    if source.fact is not None:
        return False
    earlier = source.target if source.row is None else source.row
    return earlier is None or _from_start(sources, earlier)
