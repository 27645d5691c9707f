"""Whatever is planned can be told."""

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.calendars import Calendar
from ghostrules.conditions import FactType
from ghostrules.machine import Machine, compile
from ghostrules.policy import built_in, built_in_names
from ghostrules.render import plan_document, plan_rows

NL = Calendar.for_country("NL", quiet=("24 dec", "27 dec..31 dec"))
TR = Calendar.for_country("TR", hours="mon-thu 09:00-12:30, 13:30-17:00; fri 09:00-15:00")
US = Calendar.for_country("US", timezone="America/New_York")
MACHINES = [
    compile(built_in(name), sender=sender, client=client)
    for name in built_in_names()
    for sender, client in ((NL, NL), (NL, TR), (US, NL))
]
STARTS = st.integers(1_577_836_800, 2_051_222_400).map(lambda at: datetime.fromtimestamp(at, UTC))


@settings(max_examples=60, deadline=None)
@given(machine=st.sampled_from(MACHINES), start=STARTS, days=st.integers(-200, 200))
def test_any_plan_is_told_in_order_and_in_full(
    machine: Machine, start: datetime, days: int
) -> None:
    """L6, L13: steps come in order, each has its reasons, and every reason is a whole sentence."""
    due = date.fromordinal(start.toordinal() + days)
    facts = {name: due for name, kind in machine.policy.facts if kind is FactType.DATE}
    plan = machine.plan(at=start, facts=facts)

    steps = plan_document(plan, machine, start)["steps"]
    rows = plan_rows(plan, machine.client, labels=machine.policy.labels)

    moments = [datetime.fromisoformat(step["due"]) for step in steps]
    assert sorted(moments) == moments
    assert [step["reasons"] for step in steps] == [list(row.why) for row in rows]
    for row in rows:
        assert row.why
        assert all(why.endswith(".") and "{" not in why for why in row.why)
