"""What the tests of descriptions share: policies drawn from their whole space."""

from datetime import time
from typing import Any

import pytest
from hypothesis import strategies as st

from ghostrules import Policy, Reaction, Step, Then, ThenWord, do
from ghostrules.calendars import Roll
from ghostrules.effects import KINDS, Effect
from ghostrules.events import NAMES as EVENTS
from ghostrules.timing import (
    PREVIOUS,
    After,
    Anchor,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
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
    When,
    Within,
)

IDS = ("check-in", "reminder", "call", "final-notice", "pause")
LABELS = {
    "en": {"reminder": "the friendly reminder", "start": "the missed day"},
    "nl": {"reminder": "de herinnering", "start": "de gemiste dag"},
    "de": {
        "reminder": {"nom": "die Erinnerung", "dat": "der Erinnerung", "gen": "der Erinnerung"},
        "start": {"nom": "der versäumte Tag", "dat": "dem versäumten Tag"},
    },
    "tr": {
        "reminder": {"nom": "hatırlatma", "abl": "hatırlatmadan", "gen": "hatırlatmanın"},
        "start": {"nom": "kaçırılan gün", "abl": "kaçırılan günden"},
    },
}
durations = st.builds(Duration, st.integers(1, 6000))
date_amounts = st.one_of(
    st.builds(Days, st.integers(0, 99)),
    st.builds(Weeks, st.integers(1, 9)),
    st.builds(Months, st.integers(1, 9)),
    st.builds(BusinessDays, st.integers(1, 30)),
)
amounts = durations | date_amounts
anchors = st.one_of(
    st.builds(Anchor, st.sampled_from(IDS), part=st.none() | st.sampled_from(Part)),
    st.builds(Anchor, st.sampled_from(IDS), occurrence=st.none() | st.integers(1, 3)),
    st.just(Anchor("start")),
    st.just(Anchor("due")),
)
points = st.just(PREVIOUS) | anchors
several = st.sets(st.integers(1, 90), min_size=2, max_size=4).map(
    lambda days: tuple(map(Days, sorted(days)))
)
dated = st.one_of(
    st.builds(After, date_amounts, points),
    st.builds(OnWeekday, st.integers(0, 6), st.integers(0, 4), points),
    st.builds(Passed, st.sampled_from(Period), st.integers(0, 3), points),
    st.builds(Within, date_amounts, points),
    st.builds(Between, date_amounts, date_amounts, points),
    st.builds(Several, several, points),
)
timings: st.SearchStrategy[When] = st.one_of(
    dated,
    st.builds(After, durations, points),
    st.builds(Before, amounts, anchors),
    st.builds(Within, durations, points),
    st.builds(Every, st.builds(Weeks, st.integers(1, 4)), st.integers(2, 5), points),
    st.builds(DeadlinePassed, st.sampled_from(IDS)),
    st.builds(AtTime, st.builds(time, st.integers(0, 23), st.integers(0, 59)), dated),
)
effects = st.one_of(
    st.builds(Effect, st.sampled_from(list(KINDS.values()))),
    st.just(do.custom("ship-samples", live=True)),
    st.just(do.resend_invoice(attach="late-fee")),
    st.just(do.first_of(do.fax(), do.letter())),
)
conditions = st.sampled_from(
    (
        None,
        "complete",
        "reminder.opened",
        "not (call.happened or phone is unknown)",
        'call.result = "voicemail" and handle is known',
        "balance > 100 EUR or (complete and round < 3)",
        "not call.bounced",
    )
)


def _optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def step_of(id: str) -> st.SearchStrategy[Step]:
    """Draw a step."""
    return st.builds(
        Step,
        st.just(id),
        timings,
        st.lists(effects, min_size=1, max_size=3),
        at=_optional(st.just("09:30")),
        roll=_optional(st.sampled_from(Roll)),
        strict=st.booleans(),
        prefer=st.sampled_from(("earliest", "latest")),
        only_if=conditions,
        unless=conditions,
        confirm=st.booleans(),
        answer_within=_optional(amounts),
        counts_from=_optional(st.just("delivery")),
        business_days=_optional(st.sampled_from(("sender", "platform"))),
        outcome=_optional(st.sampled_from(("paused", "odd-end"))),
    )


thens = st.one_of(
    st.sampled_from(
        [
            word
            for word in ThenWord
            if word not in (ThenWord.GO_TO, ThenWord.SKIP, ThenWord.HOLD_FOR)
        ]
    ).map(Then),
    st.builds(Then, st.sampled_from((ThenWord.GO_TO, ThenWord.SKIP)), st.sampled_from(IDS)),
    st.builds(Then, st.just(ThenWord.HOLD_FOR), amount=amounts),
)
reactions = st.builds(
    Reaction,
    st.sampled_from(("own-signal", *EVENTS.values())),
    thens,
    st.lists(effects, max_size=2),
    step=_optional(st.sampled_from(IDS)),
    result=_optional(st.sampled_from(("reached", "voicemail {0}"))),
    outcome=_optional(st.just("paused")),
    only_if=conditions,
)
policies: st.SearchStrategy[Policy] = st.integers(1, len(IDS)).flatmap(
    lambda count: st.builds(
        Policy,
        st.just("any"),
        st.tuples(*map(step_of, IDS[:count])),
        ends=st.lists(st.sampled_from(("paid", "client-replied", "own-end")), max_size=2),
        facts=st.just({"due": "date", "complete": "boolean", "balance": "money"}),
        requires=st.sets(st.sampled_from(("phone", "address"))),
        at=_optional(st.just("16:00")),
        business_days=st.sampled_from(("client", "sender", "both", "platform")),
        after_answer=_optional(st.sampled_from(("restart", "continue", "wait"))),
        respond_within=_optional(amounts),
        promise_grace=_optional(amounts),
        on=st.lists(reactions, max_size=3),
        labels=st.sampled_from(({}, LABELS)),
    )
)


@pytest.fixture(name="policies", scope="session")
def _policies() -> st.SearchStrategy[Policy]:
    """Give the strategy of policies, of which many make no sense."""
    return policies
