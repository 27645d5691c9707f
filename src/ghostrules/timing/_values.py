"""When something happens: the values of the timing language, free of dates and of words."""

from datetime import time
from enum import StrEnum
from typing import Final

from attrs import field, frozen

from ghostrules.timing._amounts import Amount


class Part(StrEnum):
    """The part of a step that an anchor means, if not the step itself.

    `delivery`: when its message arrived. `deadline`: when the window that it granted ends.
    """

    DELIVERY = "delivery"
    DEADLINE = "deadline"


@frozen
class Anchor:
    """What a timing counts from: the start, a step, or a fact that is a date.

    >>> Anchor("notice", occurrence=2)
    Anchor(name='notice', occurrence=2, part=None)

    Without `occurrence` a step with several is meant by its last one.
    """

    name: str
    occurrence: int | None = field(default=None, kw_only=True)
    part: Part | None = field(default=None, kw_only=True)


@frozen
class Previous:
    """The step before, or the start for the first step; use the value `PREVIOUS`."""


PREVIOUS: Final = Previous()
START: Final = Anchor("start")

AnchorPoint = Anchor | Previous


@frozen
class After:
    """An amount counted forward from an anchor: `24 hours after reminder`."""

    amount: Amount
    anchor: AnchorPoint = PREVIOUS


@frozen
class Before:
    """An amount counted back from an anchor: `48 hours before pause`."""

    amount: Amount
    anchor: Anchor


@frozen
class OnWeekday:
    """A weekday of the anchor's week or of a later one: `on Tuesday of the calendar week following start`.

    `weekday` counts from Monday as 0, `week` is 0 for the anchor's own week. Weeks begin on the
    first day of the client's territory (L5).
    """

    weekday: int
    week: int
    anchor: AnchorPoint = PREVIOUS


class Period(StrEnum):
    """A stretch of the calendar that can have passed."""

    WEEK = "week"
    MONTH = "month"


@frozen
class Passed:
    """The first day after the anchor's week or month, or after a later one (L3).

    `later` is 0 for the period that holds the anchor: `when the calendar week of follow-up has passed`.
    """

    period: Period
    later: int
    anchor: AnchorPoint = PREVIOUS


@frozen
class Within:
    """Anywhere from the anchor to an amount after it: `within 24 hours after start` (L9)."""

    amount: Amount
    anchor: AnchorPoint = PREVIOUS


@frozen
class Between:
    """Anywhere between two amounts after the anchor: `between 4 and 7 calendar days after start` (L9).

    Both amounts are elapsed time, or both are counts on the calendar; their units may differ.
    """

    low: Amount
    high: Amount
    anchor: AnchorPoint = PREVIOUS


@frozen
class Several:
    """Several amounts of one unit, each after the anchor: `30, 60 and 90 calendar days after due`."""

    amounts: tuple[Amount, ...]
    anchor: AnchorPoint = PREVIOUS


@frozen
class Every:
    """An amount repeated, every occurrence counted from the anchor: `every week after call, at most 3 times`."""

    amount: Amount
    times: int
    anchor: AnchorPoint = PREVIOUS


@frozen
class DeadlinePassed:
    """When the window that a step granted has passed: `when the deadline of final-letter has passed`."""

    step: str
    occurrence: int | None = field(default=None, kw_only=True)


DayWhen = After | Before | OnWeekday | Passed | Within | Between | Several | Every | DeadlinePassed


@frozen
class AtTime:
    """A timing that gives a date, at a time of day: `at 09:30 30 calendar days after due` (L3).

    `at` is the wall time in the client's time zone, with whole minutes.
    """

    at: time
    when: DayWhen


When = DayWhen | AtTime
