"""What belongs to a step is said with it: conditions, windows, notice, how it ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules import Calendar, Policy, Reaction, Step, describe, do
from ghostrules.policy import loads
from ghostrules.timing import Before, inner, write_amount

NL = Calendar.for_country("NL")
LOCALES = ("en_GB", "nl_NL", "de_DE", "tr_TR")


def only(step: Step, facts: tuple[tuple[str, str], ...] = ()) -> str:
    """Say a step of a policy in English."""
    policy = Policy("chase", [step], ends="client-replied", facts=facts)
    return describe(policy, client=NL).rules[0].text


@settings(max_examples=60, deadline=None)
@given(data=st.data(), locale=st.sampled_from(LOCALES))
def test_every_amount_that_binds_is_said(
    policies: st.SearchStrategy[Policy], data: st.DataObject, locale: str
) -> None:
    """L11, L12, L14: windows, notices, our own time to answer, the grace of a promise, holds."""
    policy = data.draw(policies)
    description = describe(policy, locale=locale, client=NL)
    events = " ".join(map(str, description.events))
    own = {reaction.event for reaction in policy.on if reaction.outcome is None}

    for step, rule in zip(policy.steps, description.rules, strict=True):
        timing = inner(step.timing)
        if step.answer_within is not None:
            assert write_amount(step.answer_within, description.language) in rule.text
        if isinstance(timing, Before):
            assert write_amount(timing.amount, description.language) in rule.text
    for reaction in policy.on:
        if reaction.then is not None and reaction.then.amount is not None:
            assert write_amount(reaction.then.amount, description.language) in events
    if policy.respond_within is not None and "replied" not in own:
        assert write_amount(policy.respond_within, description.language) in events
    if policy.promise_grace is not None and "promised" not in own:
        assert write_amount(policy.promise_grace, description.language) in events


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("phone is known", "a telephone number is known"),
        ("not phone", "no telephone number is known"),
        ("complete", "“complete” is true"),
        ("not complete", "“complete” is not true"),
        ("complete is known", "“complete” is known"),
        ("complete is unknown", "“complete” is not known"),
        ("mail.opened", "the step “mail” has been opened"),
        ("not mail.happened", "the step “mail” has not taken place"),
        ("mail.bounced", "this step was reported as “bounced” (the step “mail”)"),
        ("not mail.bounced", "this step was not reported as “bounced” (the step “mail”)"),
        ('mail.result = "left"', "this step has ended with “left” (the step “mail”)"),
        ('not (mail.result = "left")', "this step has not ended with “left” (the step “mail”)"),
        ("complete and phone", "“complete” is true and a telephone number is known"),
        ("not (complete or phone)", "“complete” is not true and no telephone number is known"),
        ("not (complete and phone)", "“complete” is not true or no telephone number is known"),
        ("round < 3", "this is so: “round < 3”"),
        ("not (round < 3)", "this is not so: “round < 3”"),
        (
            "complete or (phone and round < 3)",
            "this is so: “complete or phone and round < 3”",
        ),
    ],
)
def test_conditions_are_said_in_words(condition: str, said: str) -> None:
    """Each kind of condition and its opposite has words; what is nested stands as written."""
    facts = (("complete", "boolean"),)
    mail = Step("mail", "24 hours after start", "email", only_if=condition)
    left_out = Step("mail", "24 hours after start", "email", unless=condition)

    assert f"This is done only if {said}." in only(mail, facts)
    assert f"This is left out if {said}." in only(left_out, facts)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ({"confirm": True}, "One of us looks at it before it goes out."),
        ({"at": "16:30"}, "The time of day is 16:30."),
        ({"prefer": "latest"}, "We choose the latest moment that this allows."),
        ({"strict": True}, "If no moment in that time suits, it comes at its end."),
        ({"roll": "preceding"}, "A date that does not suit moves back."),
        ({"business_days": "sender"}, "Business days here are those of “sender”."),
        (
            {"outcome": "lost"},
            "With that the matter counts as “lost”. After that nothing more follows.",
        ),
        (
            {"answer_within": "2 weeks", "counts_from": "delivery"},
            "From its delivery on you have 2 weeks to answer, "
            "and until that time is over we take no step against you.",
        ),
    ],
)
def test_each_key_of_a_step_is_said(key: dict[str, str], said: str) -> None:
    """What a key changes, a sentence tells."""
    plain = Step("mail", "between 4 and 7 days after start", "email")
    keyed = Step("mail", "between 4 and 7 days after start", "email", **key)  # type: ignore[arg-type]

    assert said not in only(plain)
    assert said in only(keyed)


def test_a_notice_is_one_only_of_a_step() -> None:
    """L11: counting back from a fact announces nothing."""
    policy = loads(
        'id = "chase"\nends = "paid"\nfacts = { due = "date" }\n'
        '[[step]]\nid = "early"\nwhen = "2 days before due"\ndo = "email"\n'
        '[[step]]\nid = "notice"\nwhen = "48 hours before stop"\ndo = "email"\n'
        '[[step]]\nid = "stop"\nwhen = "5 days after early"\ndo = "stop_work"\n'
    )
    early, notice, stop = (str(rule) for rule in describe(policy, client=NL).rules)

    assert early == "2 calendar days before due we send you an e-mail (the step “early”)."
    assert notice.endswith(
        "The step “stop” comes no sooner than 48 hours after this message went out."
    )
    assert stop == (
        "5 calendar days after early we stop the work (the step “stop”). "
        "After that nothing more follows."
    )


def test_an_end_is_not_final_where_the_policy_goes_on() -> None:
    """L15: an ending after which an event still does something is not called the last word."""
    step = Step("stop", "24 hours after start", "stop_work", outcome="stopped")
    over = Policy("chase", [step], ends="paid")
    goes_on = Policy(
        "chase", [step], ends="paid", on=[Reaction("replied", "our turn", outcome="stopped")]
    )
    said = [describe(policy, client=NL).rules[0].text for policy in (over, goes_on)]

    assert said == [
        "24 hours after start we stop the work. With that the matter counts as “stopped”. "
        "After that nothing more follows.",
        "24 hours after start we stop the work. With that the matter counts as “stopped”.",
    ]


def test_what_is_done_instead_is_said() -> None:
    """An order of preference names every alternative, in order."""
    effects = do.first_of(do.fax(), do.sms(), do.custom("pigeon"))

    assert (
        "we send you a fax or, where that is not possible, we send you a text message or, "
        "where that is not possible, we ourselves do “pigeon”."
    ) in only(Step("mail", "24 hours after start", effects))


def test_a_reply_that_ends_the_case_gives_no_turn() -> None:
    """What a reply does is said once: by the policy's own end or reaction, or as the law has it."""
    step = Step("mail", "24 hours after start", "email")
    ending = Policy("chase", [step], ends="replied")
    reacting = Policy("chase", [step], ends="paid", on=[Reaction("replied", "hold for 2 days")])

    for policy in (ending, reacting):
        said = " ".join(map(str, describe(policy, client=NL).events))
        assert 1 == said.count("you write to us")
        assert "our turn" not in said
