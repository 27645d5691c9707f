"""What the tests of policies share: documents, and policies drawn from their whole space."""

from collections.abc import Callable
from datetime import time

import pytest
from hypothesis import strategies as st

from ghostrules import do
from ghostrules.calendars import Roll
from ghostrules.diagnostics import Report
from ghostrules.effects import KINDS, Effect
from ghostrules.errors import PolicyError
from ghostrules.events import NAMES as EVENTS
from ghostrules.policy import (
    AfterAnswer,
    ClientDetail,
    FactType,
    IfLate,
    OnResume,
    Policy,
    Prefer,
    Reaction,
    Step,
    Then,
    ThenWord,
    check,
    loads,
)
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

NAMES = ("call", "reminder", "final-notice", "pause", "due", "x2")
ids = st.sampled_from(NAMES)
texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
durations = st.builds(Duration, st.integers(0, 6000))
date_amounts = st.one_of(
    st.builds(Days, st.integers(0, 99)),
    st.builds(Weeks, st.integers(1, 9)),
    st.builds(Months, st.integers(1, 9)),
    st.builds(BusinessDays, st.integers(1, 30)),
)
amounts = durations | date_amounts
anchors = st.builds(
    Anchor,
    ids,
    occurrence=st.none() | st.integers(1, 3),
    part=st.none() | st.sampled_from(Part),
) | st.just(Anchor("start"))
points = st.just(PREVIOUS) | anchors
several = st.lists(st.integers(1, 90), min_size=2, max_size=4, unique=True).map(
    lambda days: tuple(Days(day) for day in sorted(days))
)
dated = st.one_of(
    st.builds(After, date_amounts, points),
    st.builds(OnWeekday, st.integers(0, 6), st.integers(0, 4), points),
    st.builds(Passed, st.sampled_from(Period), st.integers(0, 3), points),
    st.builds(Within, date_amounts, points),
    st.builds(Several, several, points),
)
timings: st.SearchStrategy[When] = st.one_of(
    dated,
    st.builds(After, durations, points),
    st.builds(Before, amounts, anchors.filter(lambda anchor: anchor.occurrence is None)),
    st.builds(Within, durations, points),
    st.builds(Between, durations, durations, points),
    st.builds(Between, date_amounts, date_amounts, points),
    st.builds(Every, st.builds(Weeks, st.integers(1, 4)), st.integers(2, 5), points),
    st.builds(DeadlinePassed, ids, occurrence=st.none() | st.integers(1, 3)),
    st.builds(AtTime, clocks, dated),
)
roles = st.lists(texts, max_size=2).map(tuple)
plain_effects = st.builds(
    Effect,
    st.sampled_from(list(KINDS.values())),
    template=st.none() | texts,
    to=st.none() | texts,
    cc=roles,
    attach=roles,
)
details = st.dictionaries(
    st.sampled_from(("parcels", "where", "x-y", "not bare")),
    texts | st.integers(-(2**40), 2**40) | st.booleans(),
    max_size=2,
)


custom_effects = st.builds(
    lambda name, template, said, details: do.custom(name, template, **said, **details),
    st.sampled_from(("ship-samples", "ask_again")),
    st.none() | texts,
    st.fixed_dictionaries(
        {"cc": roles, "detail": st.none() | st.sampled_from(ClientDetail)},
        optional={"reaches_client": st.booleans(), "live": st.booleans(), "adverse": st.booleans()},
    ),
    details,
)
one_effect = plain_effects | custom_effects
effects = one_effect | st.lists(one_effect, min_size=2, max_size=3).map(
    lambda preferred: do.first_of(*preferred)
)
with_target = (ThenWord.GO_TO, ThenWord.SKIP)
thens: st.SearchStrategy[Then] = st.one_of(
    st.sampled_from(
        [word for word in ThenWord if word not in (*with_target, ThenWord.HOLD_FOR)]
    ).map(Then),
    st.builds(Then, st.sampled_from((*with_target, ThenWord.END)), ids),
    st.builds(Then, st.just(ThenWord.HOLD_FOR), amount=amounts),
)


def _optional(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


conditions = st.sampled_from(
    ("complete", "not complete", 'call.result = "voicemail"', "balance > 100 EUR and round < 3")
)
steps = st.builds(
    Step,
    ids,
    timings,
    st.lists(effects, min_size=1, max_size=3),
    at=_optional(clocks),
    roll=_optional(st.sampled_from(Roll)),
    strict=st.booleans(),
    prefer=st.sampled_from(Prefer),
    answer_within=_optional(amounts),
    only_if=_optional(conditions),
    unless=_optional(conditions),
    confirm=st.booleans(),
    counts_from=_optional(st.sampled_from(("delivery", "email", "ship-samples"))),
    overdue_after=_optional(amounts),
    if_unreported=st.sampled_from(("no answer", "wait", "voicemail")),
    if_late=_optional(st.sampled_from(IfLate)),
    patience=_optional(amounts),
    min_gap=_optional(amounts),
    business_days=_optional(st.sampled_from(("client", "sender", "both", "platform"))),
    outcome=_optional(ids),
)
reactions = st.builds(
    Reaction,
    st.sampled_from(("own-signal", *EVENTS.values())),
    thens,
    st.lists(effects, max_size=2),
    step=_optional(ids),
    result=_optional(texts),
    outcome=_optional(ids),
    only_if=_optional(conditions),
)
policies: st.SearchStrategy[Policy] = st.builds(
    Policy,
    ids,
    st.lists(steps, min_size=1, max_size=4),
    starts=ids,
    ends=st.dictionaries(ids, ids, max_size=3),
    facts=st.dictionaries(ids, st.sampled_from(FactType), max_size=3),
    requires=st.sets(st.sampled_from(ClientDetail)),
    at=_optional(clocks),
    business_days=st.sampled_from(("client", "both", "platform")),
    min_gap=amounts,
    patience=amounts,
    punctual=durations,
    on_resume=st.sampled_from(OnResume),
    after_answer=_optional(st.sampled_from(AfterAnswer)),
    respond_within=_optional(amounts),
    promise_grace=_optional(amounts),
    post_arrives=amounts,
    evidence=st.dictionaries(ids, durations, max_size=2),
    on=st.lists(reactions, max_size=3),
    title=_optional(texts),
    about=_optional(texts),
)


@pytest.fixture(name="policies", scope="session")
def _policies() -> st.SearchStrategy[Policy]:
    """Give the strategy of policies, of which many make no sense."""
    return policies


@pytest.fixture(name="thens", scope="session")
def _thens() -> st.SearchStrategy[Then]:
    """Give the strategy of what a reaction can do to a case."""
    return thens


@pytest.fixture(scope="session")
def faults() -> Callable[[str], Report]:
    """Give a function that reports why a TOML text cannot be read."""

    def report(text: str) -> Report:
        with pytest.raises(PolicyError) as caught:
            loads(text)
        return caught.value.report

    return report


@pytest.fixture(scope="session")
def judged() -> Callable[..., tuple[str, ...]]:
    """Give a function that checks steps, written as TOML tables without their headers."""

    def codes(*steps: str, head: str = 'ends = "paid"\nrequires = "phone"\n') -> tuple[str, ...]:
        tables = "".join(f"[[step]]\n{step}\n" for step in steps)
        return check(loads(f'id = "chase"\n{head}\n{tables}')).codes

    return codes
