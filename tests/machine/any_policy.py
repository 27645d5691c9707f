"""Any policy, with all its keys, from a number; and the parties that it is compiled with."""

from functools import cache
from random import Random
from typing import Any

from attrs import frozen

from ghostrules import Calendar, Machine, Policy, Reaction, Step, check, compile, do

HOURS = (1, 24, 30, 48, 72)
WINDOWS = ("24 hours", "48 hours", "2 calendar days", "2 business days", "5 business days")
EFFECTS: tuple[Any, ...] = (
    "email",
    "email",
    ["email", "sms"],
    "call",
    ["email", "call"],
    "letter",
    "note",
    "pause_work",
    ["stop_work", "email"],
    do.first_of(do.email(), do.sms(), do.letter()),
)
CONDITIONS = ("complete", "not complete", "round = 1", "phone is known", "jobs > 1")
REACTIONS = (
    Reaction("replied", "our turn", do=["note", "email"]),
    Reaction("promised", "hold until promised"),
    Reaction("done", "hold for 2 calendar days", result="reached"),
    Reaction("part-paid", "hold for 24 hours"),
    Reaction("poked", "restart"),
    Reaction("poked", "go to b"),
    Reaction("poked", "skip b"),
    Reaction("opened", do="note"),
    Reaction("replied", "resume", outcome="settled"),
    Reaction("replied", do=["charge", "email"], outcome="silent"),
    Reaction("fact-changed", "nothing", only_if="complete"),
)


@frozen
class Drawn:
    """A policy that was drawn, with what the laws are checked against."""

    policy: Policy
    anchors: dict[str, str]
    notices: dict[str, tuple[str, int]]


@cache
def parties() -> dict[str, Calendar]:
    """Give four parties in four time zones, one with a lunch break and a quiet day."""
    return {
        "NL": Calendar.for_country("NL"),
        "TR": Calendar.for_country("TR"),
        "US": Calendar.for_country(
            "US", timezone="America/New_York", locale="en_US", hours="08:00-19:00"
        ),
        "BY": Calendar.for_country(
            "DE-BY", hours="mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00", quiet=["24 dec"]
        ),
    }


@cache
def machine_of(number: int, client: str, sender: str) -> Machine:
    """Compile the policy of a number."""
    return compile(drawn(number).policy, client=parties()[client], sender=parties()[sender])


@cache
def drawn(number: int) -> Drawn:
    """Draw a policy that `check` accepts."""
    random = Random(number)
    while True:
        one = _draw(random)
        if check(one.policy).ok:
            return one


def _draw(random: Random) -> Drawn:
    steps: list[Step] = []
    anchors: dict[str, str] = {}
    notices: dict[str, tuple[str, int]] = {}
    ids = "abcde"[: random.randint(2, 5)]
    for place, id in enumerate(ids):
        before = random.choice(["start", *ids[:place]][-2:])
        if place + 1 < len(ids) and random.random() < 0.2:
            hours = random.choice((24, 48))
            notices[id] = ids[place + 1], hours
            steps.append(Step(id, f"{hours} hours before {ids[place + 1]}", "email"))
        else:
            when, anchor = _when(random, before)
            anchors[id] = anchor
            steps.append(Step(id, when, random.choice(EFFECTS), **_keys(random)))
    return Drawn(Policy("any", steps, **_header(random)), anchors, notices)


def _when(random: Random, before: str) -> tuple[str, str]:
    """Give a timing, and the contact after which it needs no gap."""
    days = random.randint(1, 8)
    hours = f"{random.choice(HOURS)} hours after {before}"
    others = (
        f"{days} calendar days after {before}",
        f"{days} business days after {before}",
        f"on Tuesday of the calendar week following {before}",
        f"{days * 3} calendar days after due",
        f"between {days} and {days + 3} calendar days after {before}",
    )
    return (hours, before) if random.random() < 0.4 else (random.choice(others), "")


def _keys(random: Random) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    if random.random() < 0.3:
        keys["answer_within"] = random.choice(WINDOWS)
    if random.random() < 0.2:
        keys[random.choice(("only_if", "unless"))] = random.choice(CONDITIONS)
    if random.random() < 0.15:
        keys["confirm"] = True
    if random.random() < 0.2:
        keys["if_late"] = random.choice(("send", "skip"))
    return keys


def _header(random: Random) -> dict[str, Any]:
    return {
        "ends": "settled",
        "facts": {"due": "date", "complete": "boolean", "jobs": "number", "balance": "money"},
        "on_resume": random.choice(("shift", "shift", "keep", "restart")),
        "after_answer": random.choice((None, "restart", "continue", "wait")),
        "respond_within": random.choice((None, "4 hours", "2 business days")),
        "promise_grace": random.choice((None, "24 hours", "1 business day")),
        "on": random.sample(REACTIONS, random.randint(0, 3)) if random.random() < 0.5 else [],
    }
