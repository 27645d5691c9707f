"""The rule says what the policy says: every step, in order, with its very timing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ghostrules import Calendar, Policy, built_in, built_in_names, describe
from ghostrules.descriptions import Description, Sentence
from ghostrules.timing import read

NL = Calendar.for_country("NL")
LOCALES = ("en_GB", "nl_NL", "de_DE", "tr_TR")
REGISTERS = ("formal", "informal")


def sentences(description: Description) -> list[Sentence]:
    """Give every sentence of a description."""
    clause = [sentence for paragraph in description.clause for sentence in paragraph]
    return [*description.rules, *description.events, *clause]


def without_case(text: str) -> str:
    """Put a text in lower case; the Turkish capital of `i` has a dot."""
    return text.replace("İ", "i").lower()


def assert_says(policy: Policy, description: Description) -> None:
    """Take every timing back out of its sentence, and compare it with the policy's."""
    assert [step.id for step in policy.steps] == [rule.step for rule in description.rules]
    for step, rule in zip(policy.steps, description.rules, strict=True):
        assert rule.words is not None
        assert without_case(rule.text).startswith(without_case(rule.words))
        assert step.timing == read(rule.words, description.language, labels=policy.labels)
        assert step.timing == rule.timing


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", built_in_names())
def test_the_rule_of_a_built_in_is_its_policy(name: str, locale: str, register: str) -> None:
    """L24: each sentence's timing reads back to the step's; each step is said once, in order."""
    policy = built_in(name)

    assert_says(policy, describe(policy, locale=locale, register=register, client=NL))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), locale=st.sampled_from(LOCALES), register=st.sampled_from(REGISTERS))
def test_the_rule_of_any_policy_is_the_policy(
    policies: st.SearchStrategy[Policy], data: st.DataObject, locale: str, register: str
) -> None:
    """L24: whatever a policy says can be said, and its timings can be taken back."""
    policy = data.draw(policies)
    description = describe(policy, locale=locale, register=register, client=NL)

    assert_says(policy, description)
    for sentence in sentences(description):
        assert sentence.text.endswith(".")
        assert not sentence.text[:1].islower()
        assert "  " not in sentence.text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", built_in_names())
def test_the_clause_says_the_steps_that_concern_the_client(name: str, locale: str) -> None:
    """Steps come in the clause as in the rule, in order, each once; no other is there."""
    policy = built_in(name)
    description = describe(policy, locale=locale, client=NL)
    said = [sentence for sentence in description.clause[1] if sentence.step is not None]
    concerning = [step.id for step in policy.steps if any(each.kind.counts for each in step.do)]

    assert set(concerning) <= {sentence.step for sentence in said}
    assert [rule for rule in description.rules if rule in said] == said


@pytest.mark.parametrize("locale", LOCALES)
def test_the_registers_differ(locale: str) -> None:
    """Every rule that reaches the client is said otherwise in the other tone."""
    policy = built_in("payment")
    formal, informal = (
        describe(policy, locale=locale, register=each, client=NL) for each in REGISTERS
    )

    differ = [a.text != b.text for a, b in zip(formal.rules, informal.rules, strict=True)]

    assert [any(e.kind.reaches_client for e in step.do) for step in policy.steps] == differ


@pytest.mark.parametrize(
    ("locale", "formal", "informal"),
    [
        ("nl_NL", {"u", "uw"}, {"je", "jou", "jouw"}),
        ("de_DE", {"Sie", "Ihnen", "Ihr", "Ihre", "Ihrem"}, {"du", "dir", "dich", "deine"}),
        ("tr_TR", {"siz", "size", "sizi", "sizin"}, {"sen", "sana", "seni", "senin"}),
    ],
)
def test_a_register_is_kept_to(locale: str, formal: set[str], informal: set[str]) -> None:
    """No text addresses the client now formally, now informally."""
    for name in built_in_names():
        for register, shunned in (("formal", informal), ("informal", formal)):
            description = describe(built_in(name), locale=locale, register=register, client=NL)
            for sentence in sentences(description):
                words = {word.strip(".,:;()“”„") for word in sentence.text.split()}
                opening = sentence.text.split()[0]
                assert set() == (words - {opening}) & shunned, sentence.text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", built_in_names())
def test_no_id_is_said_of_a_built_in(name: str, locale: str) -> None:
    """L24: whatever the sentences of a built-in mention has a label."""
    policy = built_in(name)
    description = describe(policy, locale=locale, client=NL)
    quoted = {f"{a}{step.id}{b}" for step in policy.steps for a, b in ("“”", "„“", "''")}

    assert [] == [
        sentence.text
        for sentence in sentences(description)
        if any(id in sentence.text for id in quoted)
    ]
