"""Random cases: policies, parties, starts, and looks at the clock."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from ghostrules import do
from ghostrules.effects import Effect
from ghostrules.timing import (
    PREVIOUS,
    START,
    After,
    Amount,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
    DayWhen,
    DeadlinePassed,
    Duration,
    Every,
    Months,
    OnWeekday,
    Part,
    Passed,
    Period,
    Several,
    Weeks,
    Within,
)

from .cases import Drawn, Look, valid
from .falls import is_elapsed, is_window
from .places import parties

IDS: Final = ("alpha", "beta", "gamma", "delta", "omega")
KINDS: Final = (
    ("email", 10),
    ("call", 5),
    ("letter", 2),
    ("pause_work", 4),
    ("mark_complete", 2),
    ("charge", 1),
    ("resume_work", 2),
    ("note", 3),
    ("visit", 1),
    ("threat", 1),
)
STARTS: Final = (
    date(2026, 3, 23),
    date(2026, 3, 30),
    date(2026, 4, 20),
    date(2026, 5, 11),
    date(2026, 10, 19),
    date(2026, 10, 26),
    date(2026, 12, 14),
    date(2026, 12, 28),
    date(2027, 1, 25),
    date(2027, 3, 1),
)


def draw(seed: int) -> Drawn:
    """Draw one valid case."""
    dice = random.Random(seed)
    while True:
        drawn = draw_any(dice)
        if valid(drawn):
            return drawn


def draw_any(dice: random.Random) -> Drawn:
    """Draw a case whose policy may mean nothing."""
    count = dice.choice((1, 2, 2, 3, 3, 4, 5))
    names = list(parties())
    client = dice.choice(names)
    start = dice.choice(STARTS) + timedelta(days=dice.randrange(14))
    minutes = dice.choice((dice.randrange(96) * 15, dice.randrange(1440), 600))
    return Drawn(
        tuple(_step(dice, IDS[:count], number) for number in range(count)),
        _policy(dice),
        dice.choice((client, dice.choice(names))),
        client,
        dice.choice(names),
        datetime(start.year, start.month, start.day, tzinfo=UTC) + timedelta(minutes=minutes),
        start + timedelta(days=dice.randrange(-40, 60)),
        tuple(_look(dice) for _ in range(dice.choice((0, 0, 2, 4, 8)))),
    )


def _look(dice: random.Random) -> Look:
    if dice.random() < 0.04:
        return Look("end", dice.choice((-30, 0, 5, 3000)))
    minutes = dice.choice(
        (
            0,
            0,
            dice.randrange(1, 16),
            16,
            dice.randrange(1440),
            dice.randrange(7 * 1440),
            dice.randrange(40 * 1440),
            -dice.randrange(1, 200),
        )
    )
    return Look(dice.choice(("advance", "transition")), minutes)


def _policy(dice: random.Random) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if dice.random() < 0.2:
        said["at"] = _wall(dice)
    if dice.random() < 0.2:
        said["business_days"] = dice.choice(("sender", "both", "third"))
    if dice.random() < 0.3:
        said["min_gap"] = _gap(dice)
    if dice.random() < 0.1:
        said["punctual"] = Duration(dice.choice((0, 5, 60, 300)))
    if dice.random() < 0.1:
        said["patience"] = _gap(dice)
    return said


def _gap(dice: random.Random) -> Amount:
    return dice.choice(
        (Duration(0), Duration(0), Duration(180), Duration(2880), Days(0), Days(2), BusinessDays(2))
    )


def _wall(dice: random.Random) -> time:
    return dice.choice(
        (time(9), time(9, 30), time(13), time(16, 45), time(7), time(20), time(2, 30))
    )


def _step(dice: random.Random, ids: tuple[str, ...], number: int) -> dict[str, Any]:
    when = _when(dice, ids, number)
    said: dict[str, Any] = {"id": ids[number], "when": when, "do": _effects(dice)}
    dated = not is_elapsed(when) and not isinstance(when, AtTime)
    if dated and dice.random() < 0.2:
        said["at"] = _wall(dice)
    if dated and dice.random() < 0.15:
        said["when"] = AtTime(_wall(dice), when)
        said.pop("at", None)
    if is_window(when):
        said["strict"] = dice.random() < 0.25
        said["prefer"] = dice.choice(("earliest", "latest"))
    elif dice.random() < 0.2:
        said["roll"] = dice.choice(
            (
                "unadjusted",
                "following",
                "preceding",
                "modified-following",
                "modified-preceding",
            )
        )
    _options(dice, said)
    if number == len(ids) - 1 and dice.random() < 0.5:
        said["outcome"] = "over"
    return said


def _options(dice: random.Random, said: dict[str, Any]) -> None:
    if dice.random() < 0.25:
        said["answer_within"] = dice.choice(
            (Duration(600), Duration(2880), Days(3), BusinessDays(2), BusinessDays(5), Weeks(1))
        )
    if dice.random() < 0.15:
        said["if_late"] = dice.choice(("send", "merge", "skip", "skip"))
    if dice.random() < 0.15:
        said["patience"] = _gap(dice)
    if dice.random() < 0.2:
        said["min_gap"] = _gap(dice)
    if dice.random() < 0.15:
        said["business_days"] = dice.choice(("client", "sender", "both", "third"))


def _effects(dice: random.Random) -> list[Effect]:
    count = dice.choice((1, 1, 1, 2, 2, 3))
    names, weights = zip(*KINDS, strict=True)
    return [_effect(name) for name in dice.choices(names, weights, k=count)]


def _effect(name: str) -> Effect:
    if name == "visit":
        return do.custom("visit", reaches_client=True, live=True)
    if name == "threat":
        return do.custom("threat", reaches_client=True, adverse=True)
    made: Effect = getattr(do, name)()
    return made


def _when(dice: random.Random, ids: tuple[str, ...], number: int) -> DayWhen:
    if number < len(ids) - 1 and dice.random() < 0.25:
        return Before(_amount(dice), Anchor(dice.choice(ids[number + 1 :])))
    if dice.random() < 0.03:
        return Before(_date_amount(dice), Anchor("due"))
    anchor = _anchor(dice, ids, number)
    match dice.randrange(12):
        case 0 | 1 | 2 | 3:
            return After(_amount(dice), anchor)
        case 4:
            return OnWeekday(dice.randrange(7), dice.choice((0, 1, 1, 2)), anchor)
        case 5:
            return Passed(dice.choice(tuple(Period)), dice.choice((0, 0, 1)), anchor)
        case 6 | 7:
            return Within(_amount(dice), anchor)
        case 8:
            return _between(dice, anchor)
        case 9:
            return _several(dice, anchor)
        case 10:
            amount = dice.choice((Duration(600), Duration(1440), Days(1), Days(7), BusinessDays(2)))
            return Every(amount, dice.choice((2, 3)), anchor)
        case _ if number:
            return DeadlinePassed(dice.choice(ids[:number]))
        case _:
            return After(_amount(dice), anchor)


def _anchor(dice: random.Random, ids: tuple[str, ...], number: int) -> AnchorPoint:
    pick = dice.random()
    if pick < 0.45:
        return PREVIOUS
    if pick < 0.55:
        return START
    if pick < 0.62:
        return Anchor("due")
    if not number:
        return START
    name = dice.choice(ids[:number])
    if pick < 0.68:
        return Anchor(name, part=Part.DEADLINE)
    if pick < 0.72:
        return Anchor(name, occurrence=dice.choice((1, 2)))
    return Anchor(name)


def _date_amount(dice: random.Random) -> Amount:
    return dice.choice(
        (Days(dice.randrange(10)), BusinessDays(dice.randrange(1, 7)), Weeks(1), Months(1))
    )


def _amount(dice: random.Random) -> Amount:
    hours = Duration(dice.choice((0, 60, 90, 615, 1440, 1440, 2880, 4320)))
    return dice.choice((hours, _date_amount(dice)))


def _between(dice: random.Random, anchor: AnchorPoint) -> DayWhen:
    if dice.random() < 0.4:
        low = dice.choice((0, 60, 1440))
        return Between(Duration(low), Duration(low + dice.choice((30, 600, 2880))), anchor)
    low_days = dice.randrange(5)
    return dice.choice(
        (
            Between(Days(low_days), Days(low_days + dice.randrange(1, 4)), anchor),
            Between(BusinessDays(low_days + 1), Days(low_days + 5), anchor),
        )
    )


def _several(dice: random.Random, anchor: AnchorPoint) -> DayWhen:
    return Several(
        dice.choice(
            (
                (Duration(600), Duration(1440), Duration(2880)),
                (Days(1), Days(2)),
                (Days(3), Days(10), Days(30)),
                (BusinessDays(1), BusinessDays(4)),
                (Months(1), Months(2)),
            )
        ),
        anchor,
    )
