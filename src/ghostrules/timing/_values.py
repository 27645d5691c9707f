"""When something happens: the values of the timing language, free of dates and of words."""

from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from attrs.validators import optional

from ghostrules.errors import TimingError
from ghostrules.phrases import phrase
from ghostrules.timing import _checks
from ghostrules.timing._amounts import MOST, Amount, Duration

if TYPE_CHECKING:
    from attrs import Attribute


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

    Without `occurrence` a step with several is meant by its last one. Names are kebab-case with at
    most 64 letters; raises `TimingError` for others, and for an occurrence or a part of `start`.
    """

    name: str = field(validator=_checks.kebab)
    occurrence: int | None = field(
        default=None, kw_only=True, validator=optional(_checks.whole(1, MOST))
    )
    part: Part | None = field(default=None, kw_only=True, validator=optional(_checks.one_of(*Part)))

    def __attrs_post_init__(self) -> None:
        if self.name == "start" and (self.occurrence, self.part) != (None, None):
            raise TimingError(phrase("`start` has neither occurrences nor parts"), text="start")


@frozen
class Previous:
    """The step before, or the start for the first step; use the value `PREVIOUS`.

    >>> After(Duration(60)).anchor == PREVIOUS
    True
    """


PREVIOUS: Final = Previous()
START: Final = Anchor("start")

AnchorPoint = Anchor | Previous


def _counted_from(_instance: object, _attribute: "Attribute[Any]", anchor: object) -> None:
    if not isinstance(anchor, AnchorPoint):
        raise TimingError(f"`{anchor}` cannot be counted from as it is", text=str(anchor))


def _named(_instance: object, _attribute: "Attribute[Any]", anchor: object) -> None:
    if not isinstance(anchor, Anchor):
        raise TimingError(phrase("counting back needs a named step or fact"), text="")


@frozen
class After:
    """An amount counted forward from an anchor.

    >>> After(Duration(minutes=24 * 60), Anchor("reminder")).anchor.name
    'reminder'

    In English: `24 hours after reminder`.
    """

    amount: Amount = field(validator=_checks.amount)
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


@frozen
class Before:
    """An amount counted back from an anchor, never from the step before.

    >>> Before(Duration(minutes=48 * 60), Anchor("pause")).anchor.name
    'pause'

    In English: `48 hours before pause`.
    """

    amount: Amount = field(validator=_checks.amount)
    anchor: Anchor = field(validator=_named)


@frozen
class OnWeekday:
    """A weekday of the anchor's week or of a later one.

    >>> OnWeekday(weekday=1, week=1, anchor=START).week
    1

    In English: `on Tuesday of the calendar week following start`. `weekday` counts from Monday as
    0, `week` is 0 for the anchor's own week. Weeks begin on the first day of the client's
    territory (L5). Raises `TimingError` outside 0 to 6 and 0 to 9,999.
    """

    weekday: int = field(validator=_checks.whole(0, 6))
    week: int = field(validator=_checks.whole(0, MOST))
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


class Period(StrEnum):
    """A stretch of the calendar that can have passed."""

    WEEK = "week"
    MONTH = "month"


@frozen
class Passed:
    """The first day after the anchor's week or month, or after a later one (L3).

    >>> Passed(Period.WEEK, 0, Anchor("follow-up")).later
    0

    In English: `when the calendar week of follow-up has passed`. `later` is 0 for the period that
    holds the anchor. Raises `TimingError` outside 0 to 9,999.
    """

    period: Period = field(validator=_checks.one_of(*Period))
    later: int = field(validator=_checks.whole(0, MOST))
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


@frozen
class Within:
    """Anywhere from the anchor to an amount after it (L9).

    >>> Within(Duration(minutes=24 * 60), START).amount
    Duration(minutes=1440)

    In English: `within 24 hours after start`.
    """

    amount: Amount = field(validator=_checks.amount)
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


@frozen
class Between:
    """Anywhere between two amounts after the anchor (L9).

    >>> from ghostrules.timing import Days
    >>> Between(Days(4), Days(7), START).high
    Days(days=7)

    In English: `between 4 and 7 calendar days after start`. The units may differ, but both are
    elapsed time, or both counts on the calendar; raises `TimingError` otherwise. A range whose
    end falls before its beginning is its beginning.
    """

    low: Amount = field(validator=_checks.amount)
    high: Amount = field(validator=_checks.amount)
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)

    def __attrs_post_init__(self) -> None:
        _checks.alike(self.low, self.high)


@frozen
class Several:
    """Several amounts of one unit, each after the anchor.

    >>> from ghostrules.timing import Days
    >>> len(Several((Days(30), Days(60), Days(90)), Anchor("due")).amounts)
    3

    In English: `30, 60 and 90 calendar days after due`. Raises `TimingError` for fewer than two
    or more than 12, for different units, or where one is not larger than the one before.
    """

    amounts: tuple[Amount, ...] = field(validator=_checks.ascending)
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


@frozen
class Every:
    """An amount repeated, every occurrence counted from the anchor.

    >>> from ghostrules.timing import Weeks
    >>> Every(Weeks(1), 3, Anchor("call")).times
    3

    In English: `every week after call, at most 3 times`. Raises `TimingError` for an amount of
    zero and for fewer than 2 or more than 100 times.
    """

    amount: Amount = field(validator=_checks.amount_above_zero)
    times: int = field(validator=_checks.whole(2, _checks.MOST_TIMES))
    anchor: AnchorPoint = field(default=PREVIOUS, validator=_counted_from)


@frozen
class DeadlinePassed:
    """When the window that a step granted has passed (L12).

    >>> DeadlinePassed("final-letter").step
    'final-letter'

    In English: `when the deadline of final-letter has passed`.
    """

    step: str = field(validator=_checks.kebab)
    occurrence: int | None = field(
        default=None, kw_only=True, validator=optional(_checks.whole(1, MOST))
    )

    def __attrs_post_init__(self) -> None:
        if self.step == "start":
            raise TimingError(phrase("`start` grants no window"), text="start")


DayWhen = After | Before | OnWeekday | Passed | Within | Between | Several | Every | DeadlinePassed


def elapsed(when: DayWhen) -> bool:
    """Tell whether a timing counts elapsed time (L2).

    >>> elapsed(Within(Duration(60)))
    True
    """
    match when:
        case After(Duration()) | Before(Duration()) | Within(Duration()) | Every(Duration()):
            return True
        case Between(low=Duration()) | Several(amounts=(Duration(), *_)):
            return True
        case _:
            return False


def _day_when(_instance: object, _attribute: "Attribute[Any]", when: object) -> None:
    if not isinstance(when, DayWhen):
        raise TimingError(f"`{when}` is no timing to set the time of day of", text=str(when))


@frozen
class AtTime:
    """A timing that gives a date, at a time of day (L3).

    >>> AtTime(time(9, 30), OnWeekday(weekday=1, week=1)).at
    datetime.time(9, 30)

    In English: `at 09:30 on Tuesday of the following calendar week`. `at` is the wall time in the
    client's time zone, with whole minutes. Raises `TimingError` around elapsed time.
    """

    at: time = field(validator=_checks.whole_minutes)
    when: DayWhen = field(validator=_day_when)

    def __attrs_post_init__(self) -> None:
        if elapsed(self.when):
            raise TimingError(
                phrase("a time of day cannot move elapsed time, expected days"),
                text=f"{self.at:%H:%M}",
            )


When = DayWhen | AtTime


def known(when: object) -> None:
    if not isinstance(when, When):
        raise TimingError(
            f"`{when}` is no timing, expected one such as `after(hours=24)` builds", text=str(when)
        )
