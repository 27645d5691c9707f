"""What a policy says about the life of a case is judged: conditions, reports and reactions."""

from collections.abc import Callable

import pytest

from ghostrules import do
from ghostrules.policy import Policy, Reaction, Step, check, loads

Judged = Callable[..., tuple[str, ...]]
HEAD = 'ends = "client-replied"\nrequires = ["phone", "address", "fax"]\n'


def step(id: str, when: str = "1 day later", do: str = '"email"', more: str = "") -> str:
    """Write a step without its header."""
    return f'id = "{id}"\nwhen = "{when}"\ndo = {do}\n{more}'


def on(said: str) -> str:
    """Write a step, a call and a reaction behind it."""
    return step("reminder") + "\n[[step]]\n" + step("call", do='"call"') + f"\n[[on]]\n{said}"


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("complete", ()),
        ("not complete and phone is known", ()),
        ("round < 3 and balance > 100 EUR", ()),
        ("reminder.opened", ()),
        ("balance", ("GR142",)),
        ("balance > 100", ("GR142",)),
        ("balance / 0 > 100 EUR", ("GR142",)),
        ("complte", ("GR129",)),
        ("remindr.opened", ("GR129",)),
        ("reminder.seen", ("GR129",)),
        ("complte and balance > 1", ("GR129", "GR142")),
        ("letter.happened", ("GR130",)),
        ("call.happened", ()),
    ],
)
@pytest.mark.parametrize("key", ["only_if", "unless"])
def test_conditions_fit_the_facts(
    judged: Judged, key: str, condition: str, codes: tuple[str, ...]
) -> None:
    """What a condition asks about is declared, has its type, and is known when it is due."""
    found = judged(
        step("reminder"),
        step("call", do='"call"', more=f'{key} = "{condition}"\n'),
        step("letter", do='"letter"'),
        head=HEAD + 'facts = { complete = "boolean", balance = "money" }\n',
    )
    assert found == codes


def test_a_condition_of_a_reaction_is_judged_too(judged: Judged) -> None:
    """A reaction may ask about every step, for all of them may have happened."""
    assert (
        judged(on('event = "opened"\nthen = "hold"\nonly_if = "call.happened"\n'), head=HEAD) == ()
    )
    bad = judged(on('event = "opened"\nthen = "hold"\nonly_if = "calls > 1"\n'), head=HEAD)
    assert bad == ("GR129",)


@pytest.mark.parametrize("name", ["phone", "email", "handle", "address", "fax", "round", "start"])
def test_a_fact_has_a_name_of_its_own(judged: Judged, name: str) -> None:
    """Details of the client and the round are known under their names already."""
    assert judged(step("a"), head=HEAD + f'facts = {{ {name} = "boolean" }}\n') == ("GR116",)


@pytest.mark.parametrize("name", ["elapsed", "undone", "retracted", "started", "adopted"])
def test_some_events_belong_to_the_library(judged: Judged, name: str) -> None:
    """No policy ends with them, none answers them, and none starts with the first three."""
    assert judged(step("a"), head=f'starts = "sent"\nends = "{name}"\n') == ("GR116",)
    assert "GR116" in judged(on(f'event = "{name}"\nthen = "hold"\n'), head='starts = "x"\n' + HEAD)


@pytest.mark.parametrize("name", ["replied", "paid", "part-paid", "delivered", "client-replied"])
def test_a_policy_may_end_with_events_of_the_library(judged: Judged, name: str) -> None:
    """`ends` may name what the library knows, and what the policy calls itself."""
    assert judged(step("a"), head=f'ends = "{name}"\nfacts = {{ balance = "money" }}\n') == ()


@pytest.mark.parametrize(
    ("head", "said", "codes"),
    [
        ('facts = { balance = "money" }\n', "part-paid", ()),
        ("", "part-paid", ("GR137",)),
        ("", "paid", ()),
        ('facts = { balance = "number" }\n', "paid", ("GR137",)),
        ('facts = { balance = "number" }\n', "part-paid", ("GR137",)),
    ],
)
def test_a_balance_is_money(judged: Judged, head: str, said: str, codes: tuple[str, ...]) -> None:
    """Parts are paid of a balance that is declared; a balance of another type is none."""
    assert judged(on(f'event = "{said}"\nthen = "hold"\n'), head=HEAD + head) == codes
    ends = f'ends = "{said}"\n'
    assert judged(step("a"), head=ends + head) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ('event = "opened"\nstep = "reminder"\ndo = "note"\n', ()),
        ('event = "opened"\nstep = "remindr"\ndo = "note"\n', ("GR131",)),
        ('event = "opened"\nthen = "go to calls"\n', ("GR131",)),
        ('event = "opened"\nthen = "skip calls"\n', ("GR131",)),
        ('event = "opened"\nthen = "end whatever"\n', ()),
        ('event = "back"\nthen = "resume"\noutcome = "silent"\n', ()),
        ('event = "back"\nthen = "resume"\noutcome = "client-replied"\n', ()),
        ('event = "back"\nthen = "resume"\noutcome = "stopped"\n', ("GR131",)),
        ('event = "back"\nthen = "resume"\n', ("GR135",)),
        ('event = "promissed"\nthen = "hold"\n', ("GR132",)),
        ('event = "client-replied"\nthen = "hold"\n', ()),
        ('event = "replied"\nstep = "reminder"\nthen = "hold"\n', ("GR133",)),
        ('event = "delivered"\nresult = "reached"\nthen = "hold"\n', ("GR133",)),
        ('event = "done"\nstep = "call"\nresult = "reached"\nthen = "hold"\n', ()),
        ('event = "back"\nresult = "reached"\nthen = "hold"\n', ("GR133",)),
        ('event = "promised"\nthen = "hold until promised"\n', ()),
        ('event = "away"\nthen = "hold until promised"\n', ()),
        ('event = "opened"\nthen = "hold until promised"\n', ("GR134",)),
        ('event = "opened"\ndo = { first_of = ["email", "sms"] }\n', ("GR141",)),
    ],
)
def test_reactions_are_judged(judged: Judged, said: str, codes: tuple[str, ...]) -> None:
    """A reaction answers an event that comes, with what the event and the policy have."""
    assert judged(on(said), head=HEAD) == codes


def test_a_reaction_may_wait_for_an_end_that_a_reaction_makes(judged: Judged) -> None:
    """Outcomes of other reactions are outcomes of the policy, and end it well enough."""
    won = 'event = "won"\nthen = "end"\n[[on]]\nevent = "lost"\nthen = "end given-up"\n'
    back = '[[on]]\nevent = "back"\noutcome = "{}"\nthen = "resume"\n'
    requires = 'requires = ["phone"]\n'
    assert judged(on(won + back.format("won") + back.format("given-up")), head=requires) == ()
    assert judged(on('event = "won"\nthen = "hold"\n'), head=requires) == ("GR105",)


WIDE = Reaction("done", "hold")


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (WIDE, WIDE, ("GR136",)),
        (WIDE, Reaction("done", "hold", step="call"), ("GR136",)),
        (WIDE, Reaction("done", "hold", result="x", only_if="round = 1"), ("GR136",)),
        (Reaction("done", "hold", step="call"), WIDE, ()),
        (Reaction("done", "hold", only_if="round = 1"), WIDE, ()),
        (WIDE, Reaction("done", "resume", outcome="silent"), ()),
        (WIDE, Reaction("opened", "hold"), ()),
    ],
)
def test_what_an_earlier_reaction_answers_is_never_reached(
    first: Reaction, second: Reaction, codes: tuple[str, ...]
) -> None:
    """The first reaction that fits counts, so a wider one in front takes everything."""
    policy = Policy(
        "chase",
        [Step("call", "1 day later", "call")],
        ends="x",
        requires="phone",
        on=[first, second],
    )
    assert check(policy).codes == codes


@pytest.mark.parametrize(
    ("do", "said", "codes"),
    [
        ('"email"', 'counts_from = "delivery"', ()),
        ('"email"', 'counts_from = "email"', ()),
        ('["email", "letter"]', 'counts_from = "letter"', ()),
        ('{ first_of = ["email", "letter"] }', 'counts_from = "letter"', ()),
        ('"email"', 'counts_from = "letter"', ("GR138",)),
        ('["email", "note"]', 'counts_from = "note"', ("GR138",)),
        ('"note"', 'counts_from = "delivery"', ("GR138", "GR124")),
    ],
)
def test_a_window_counts_from_what_is_delivered(
    judged: Judged, do: str, said: str, codes: tuple[str, ...]
) -> None:
    """`counts_from` names a delivery that the step brings about (L11)."""
    found = judged(step("ask", do=do, more=f'answer_within = "5 days"\n{said}\n'), head=HEAD)
    assert sorted(found) == sorted(codes)


def test_a_delivery_is_for_something_to_count_from(judged: Judged) -> None:
    """A notice and a window count from their delivery; another step has no use for one."""
    more = 'counts_from = "delivery"\n'
    stop = step("stop", "1 week after start", '"stop_work"', more='outcome = "stopped"\n')
    assert judged(step("notice", "48 hours before stop", more=more), stop, head=HEAD) == ()
    assert judged(step("a", more=more), head=HEAD) == ("GR139",)


@pytest.mark.parametrize(
    ("do", "codes"),
    [
        ('"call"', ()),
        ('["email", "call"]', ()),
        ('{ custom = { name = "visit", live = true } }', ()),
        ('{ first_of = ["email", "call"] }', ()),
        ('"email"', ("GR140",)),
        ('"stop_work"', ("GR106", "GR121", "GR140")),
    ],
)
@pytest.mark.parametrize("said", ['overdue_after = "2 days"', 'if_unreported = "wait"'])
def test_only_a_person_reports(judged: Judged, do: str, said: str, codes: tuple[str, ...]) -> None:
    """What nobody does live, nobody has to report."""
    assert tuple(sorted(judged(step("a", do=do, more=f"{said}\n"), head=HEAD))) == codes


def test_a_step_has_one_order_of_preference(judged: Judged) -> None:
    """Beside other effects one is fine, and a second is told where it stands."""
    one, other = '{ first_of = ["email", "sms"] }', '{ first_of = ["fax", "letter"] }'
    assert judged(step("a", do=f'[{one}, "letter", "note"]'), head=HEAD) == ()
    assert judged(step("a", do=f"[{one}, {other}]"), head=HEAD) == ("GR141",)


def test_a_fallback_may_need_what_is_not_required() -> None:
    """Where one of the preferred channels is sure to be there, no other detail is required."""
    either = do.first_of(do.sms(), do.email())
    neither = do.first_of(do.sms(), do.letter())
    policies = [
        Policy("a", [Step("b", "1 day later", each)], ends="x") for each in (either, neither)
    ]
    assert [[found.help for found in check(policy)] for policy in policies] == [
        [],
        ['add `requires = ["address"]`'],
    ]


def test_a_detail_that_the_condition_asks_for_is_not_required() -> None:
    """A call only with a phone number needs no number to start with (C2b)."""
    call = Step("call", "1 day later", "call", only_if="phone is known")
    assert check(Policy("chase", [call], ends="paid")).codes == ()


def test_a_date_that_a_condition_asks_about_is_used() -> None:
    """A fact serves conditions as well as timings."""
    step = Step("ask", "1 day later", "email", unless="visit > 2026-03-31")
    assert check(Policy("chase", [step], ends="paid", facts={"visit": "date"})).codes == ()


def test_something_may_follow_an_end_that_has_a_condition() -> None:
    """A step that is left out ends nothing."""
    stop = Step("stop", "1 week later", "close", outcome="stopped", only_if="first-job")
    after = Step("ask", "1 day later", "email")
    facts = {"first-job": "boolean"}
    assert check(Policy("chase", [stop, after], ends="paid", facts=facts)).codes == ()


def test_reactions_are_judged_behind_the_steps_with_their_lines() -> None:
    """A report follows the document, and names the line of every reaction."""
    text = (
        'id = "chase"\nends = "paid"\n[[on]]\nevent = "opened"\nthen = "go to nowhere"\n'
        '[[step]]\nid = "a"\nwhen = "1 day after b"\ndo = "email"\n'
    )
    assert [(found.code, found.path, found.line) for found in check(loads(text), text)] == [
        ("GR101", "step[0].when", 8),
        ("GR131", "on[0].then", 5),
    ]
