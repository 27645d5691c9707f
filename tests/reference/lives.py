"""Random lives of a case: policies with everything, and events in any order, some learned late."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from attrs import evolve, frozen

from ghostrules import do
from ghostrules.effects import Effect
from ghostrules.events import (
    Answered,
    Away,
    Bounced,
    Cancelled,
    Confirmed,
    Delivered,
    Disputed,
    Done,
    Dropped,
    Event,
    FactChanged,
    Failed,
    Held,
    Moved,
    Opened,
    Paid,
    PartPaid,
    PaymentUndone,
    Performed,
    Promised,
    Released,
    Replied,
    Signal,
    Skipped,
    Undone,
)
from ghostrules.money import Money
from ghostrules.policy import Reaction
from ghostrules.timing import Amount, BusinessDays, Days, Duration

from .cases import Drawn, Look, valid
from .drawing import draw_any
from .falls import occurrences

CHANNELS: Final = (None, None, "email", "letter", "call", "sms")
LATEST: Final = "*"

RESULTS: Final = ("reached", "voicemail", None)
FACTS: Final = {"complete": "boolean", "balance": "money"}


@frozen
class Happens:
    """An event: so many minutes from now it is learned, and so many before that it happened."""

    name: str
    later: int
    back: int
    said: tuple[tuple[str, Any], ...] = ()
    ticks: bool = True


def draw_life(seed: int) -> Drawn:
    """Draw one valid case with a whole life."""
    dice = random.Random(f"life {seed}")
    while True:
        drawn = _enriched(dice, draw_any(dice))
        if valid(drawn):
            return drawn


def _enriched(dice: random.Random, drawn: Drawn) -> Drawn:
    ids = [step["id"] for step in drawn.steps]
    steps = tuple(_step(dice, dict(step), ids[:number]) for number, step in enumerate(drawn.steps))
    policy = {**drawn.policy, **_policy(dice, ids)}
    count = dice.choice((0, 1, 2, 3, 5, 8, 12))
    looks = [*drawn.looks, *(_happens(dice, drawn, ids) for _ in range(count))]
    dice.shuffle(looks)
    return evolve(drawn, steps=steps, policy=policy, looks=tuple(looks), more=FACTS)


# --- policies ------------------------------------------------------------------------------------


def _policy(dice: random.Random, ids: list[str]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if dice.random() < 0.6:
        said["on_resume"] = dice.choice(("shift", "keep", "restart"))
    if dice.random() < 0.6:
        said["after_answer"] = dice.choice(("restart", "continue", "wait"))
    if dice.random() < 0.3:
        said["respond_within"] = _some(dice)
    if dice.random() < 0.3:
        said["promise_grace"] = _some(dice)
    if dice.random() < 0.2:
        said["post_arrives"] = _some(dice)
    if dice.random() < 0.1:
        said["evidence"] = {"inbox": Duration(dice.choice((60, 1440)))}
    if dice.random() < 0.3:
        said["on"] = [_reaction(dice, ids) for _ in range(dice.choice((1, 1, 2)))]
    return said


def _some(dice: random.Random) -> Amount:
    return dice.choice((Duration(240), Duration(2880), Days(1), Days(2), BusinessDays(1)))


def _step(dice: random.Random, said: dict[str, Any], before: list[str]) -> dict[str, Any]:
    if dice.random() < 0.15:
        said["only_if"] = _condition(dice, before)
    elif dice.random() < 0.1:
        said["unless"] = _condition(dice, before)
    if dice.random() < 0.1:
        said["confirm"] = True
    if dice.random() < 0.2:
        said["do"] = [_ordered(dice), *said["do"][1:]]
    reaching = [each.name for each in said["do"] if each.kind.reaches_client]
    if dice.random() < 0.3 and reaching:
        said["counts_from"] = dice.choice(("delivery", dice.choice(reaching)))
    if any(each.kind.hours.value == "both" for each in said["do"]):
        if dice.random() < 0.4:
            said["overdue_after"] = _some(dice)
        if dice.random() < 0.3:
            said["if_unreported"] = dice.choice(("wait", "lost"))
    return said


def _ordered(dice: random.Random) -> Effect:
    channels = [do.email(), do.sms(), do.letter(), do.fax()]
    return do.first_of(*dice.sample(channels, k=dice.choice((2, 3))))


def _condition(dice: random.Random, before: list[str]) -> str:
    plain = ["complete", "phone is known", "email is known", "round > 1", "balance > 50 EUR"]
    if not before:
        return dice.choice(plain)
    step = dice.choice(before)
    told = [f"{step}.{name}" for name in ("opened", "bounced", "failed", "happened", "delivered")]
    return dice.choice((*plain, *told, f'{step}.result = "reached"'))


def _reaction(dice: random.Random, ids: list[str]) -> Reaction:
    event = dice.choice(
        ("replied", "replied", "ping", "ping", "done", "promised", "part-paid", "bounced", "away")
    )
    said: dict[str, Any] = {}
    if event == "done" and (chance := dice.random()) < 0.5:
        said["result"] = "reached" if chance < 0.25 else "no answer"
    if dice.random() < 0.2:
        said["outcome"] = dice.choice(("over", "silent", "answered"))
    if dice.random() < 0.2:
        said["only_if"] = _condition(dice, ids)
    then = dice.choice((None, "nothing", "our turn", "hold", "restart", "end", "end gone"))
    if dice.random() < 0.5:
        step = dice.choice(ids)
        then = dice.choice((f"go to {step}", f"skip {step}", "hold for 2 days", "release"))
    if event == "promised" and dice.random() < 0.5:
        then = "hold until promised"
    if "outcome" in said and dice.random() < 0.5:
        then = "resume"
    effects = [do.note(), do.resume_work(), do.email()]
    if then is None or dice.random() < 0.3:
        said["do"] = dice.sample(effects, k=dice.choice((1, 2)))
    return Reaction(event, then, **said)


# --- events --------------------------------------------------------------------------------------


def _happens(dice: random.Random, drawn: Drawn, ids: list[str]) -> Happens:
    step = dice.choice((LATEST, LATEST, dice.choice(ids)))
    single = [s["id"] for s in drawn.steps if occurrences(s["when"]) == 1]
    draw: dict[str, Any] = {
        "replied": dict,
        "answered": dict,
        "held": lambda: {"until": _until(dice), "by": dice.choice(("person", "automatic"))},
        "released": lambda: {"by": dice.choice(("person", "person", "automatic"))},
        "promised": lambda: {"until": _until(dice) or 2},
        "away": lambda: {"until": _until(dice) or 2, "who": dice.choice(("client", "us"))},
        "disputed": dict,
        "done": lambda: {"step": step, "result": dice.choice(RESULTS)},
        "skipped": lambda: {"step": dice.choice(ids)},
        "moved": lambda: {"step": dice.choice(single or ids), "to": _target(dice)},
        "paid": dict,
        "part-paid": lambda: {"amount": dice.choice((30, 60, 100))},
        "payment-undone": dict,
        "fact-changed": lambda: _fact(dice),
        "cancelled": dict,
        "undone": dict,
        "signal": lambda: {"name": dice.choice(("ping", "signed"))},
    }
    for report in ("performed", "delivered", "failed", "bounced", "opened"):
        draw[report] = lambda: {"step": step, "channel": dice.choice(CHANNELS)}
    for paper in ("confirmed", "dropped"):
        draw[paper] = lambda: {"step": step}
    rare = {"cancelled": 1, "paid": 1, "undone": 1, "dropped": 2, "signal": 2}
    names = list(draw)
    name = dice.choices(names, weights=[rare.get(each, 4) for each in names])[0]
    later = dice.choice((0, 5, dice.randrange(600), dice.randrange(4 * 1440)))
    back = dice.choice((0, 0, 0, 0, 30, dice.randrange(3 * 1440)))
    said = tuple(sorted(draw[name]().items()))
    return Happens(name, later, back, said, dice.random() < 0.8)


def _until(dice: random.Random) -> Any:  # noqa: ANN401
    return dice.choice((None, 0, 1, 3, 0.4, 2.5))


def _target(dice: random.Random) -> Any:  # noqa: ANN401
    texts = ("36 hours after start", "2 business days after start", "at 13:00 3 days after start")
    return dice.choice((1, 4, 0.3, 3.6, -2, -0.5, *texts))


def _fact(dice: random.Random) -> dict[str, Any]:
    return dice.choice(
        (
            {"name": "due", "value": dice.randrange(-20, 20)},
            {"name": "phone", "value": True},
            {"name": "email", "value": True},
            {"name": "complete", "value": dice.choice((True, False))},
        )
    )


def made_event(happens: Happens, at: datetime) -> Event:
    """Make the event, counted from when it happened."""
    said = dict(happens.said)
    if "until" in said:
        said["until"] = None if said["until"] is None else _when(said["until"], at)
    if "to" in said and not isinstance(said["to"], str):
        said["to"] = _when(said["to"], at)
    if "amount" in said:
        said["amount"] = Money.parse(f"{said['amount']} EUR")
    if said.get("name") == "due":
        said["value"] = at.date() + timedelta(days=said["value"])
    event: Event = _KINDS[happens.name](**said, at=at)
    return event


def _when(days: float, at: datetime) -> date | datetime:
    if isinstance(days, int):
        return at.date() + timedelta(days=days)
    return (at + timedelta(days=days)).replace(microsecond=0).astimezone(UTC)


_KINDS: Final[dict[str, Any]] = {
    "replied": Replied,
    "answered": Answered,
    "held": Held,
    "released": Released,
    "promised": Promised,
    "away": Away,
    "disputed": Disputed,
    "done": Done,
    "skipped": Skipped,
    "moved": Moved,
    "paid": Paid,
    "part-paid": PartPaid,
    "payment-undone": PaymentUndone,
    "fact-changed": FactChanged,
    "cancelled": Cancelled,
    "undone": Undone,
    "signal": Signal,
    "performed": Performed,
    "delivered": Delivered,
    "failed": Failed,
    "bounced": Bounced,
    "opened": Opened,
    "confirmed": Confirmed,
    "dropped": Dropped,
}

__all__ = ["Happens", "Look", "draw_life", "made_event"]
