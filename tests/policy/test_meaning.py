"""Policies are equal when they mean the same (L21)."""

import pytest
from attrs import evolve

from ghostrules import do
from ghostrules.conditions import fact
from ghostrules.policy import Policy, Step, loads
from ghostrules.timing import After, Days

FINGERPRINT = "b972ed17bd83313c71044eff255ac21c"
BASE = """
id = "chase"
ends = "paid"
facts = { due = "date", balance = "money" }
requires = ["phone", "email"]
[[step]]
id = "reminder"
when = "24 hours after start"
do = "email"
[[step]]
id = "notices"
when = "30/60/90 days after due"
do = ["email", { custom = { name = "chat", a = 1, b = 2 } }]
[[step]]
id = "call"
when = "1 business day later"
do = "call"
"""


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("24 hours after start", "24h  After START"),
        ("24 hours after start", "start+24h"),
        ("24 hours after start", "24 hours later"),
        ("24 hours after start", "1440 minutes after start"),
        ('id = "chase"', 'id = "chase" # the name\ntitle = "Chase"\nabout = "Whoever is late"'),
        ('id = "chase"', 'id = "chase"\nlanguage = "en"\nstarts = "started"'),
        ('"paid"', '["paid", "paid"]'),
        ('"paid"', '{ paid = "paid" }'),
        ('due = "date", balance = "money"', 'balance = "money", due = "date"'),
        ('"phone", "email"', '"email", "phone"'),
        ("a = 1, b = 2", "b = 2, a = 1"),
        ('do = "email"', 'do = { email = { template = "chase/reminder" } }'),
        ('do = "email"', 'do = ["email"]\nif_late = "send"\nroll = "following"\nstrict = false'),
        ('do = "email"', 'do = "email"\nat = "09:30"'),
        ('do = "call"', 'do = "call"\nmin_gap = "1 business day"\nbusiness_days = "client"'),
        ("1 business day later", "1 business day after notices"),
        ("1 business day later", "1 business day after notices#3"),
        ("30/60/90 days after due", "30, 60 and 90 calendar days after due"),
        ('id = "chase"', 'id = "chase"\nmin_gap = "1bd"\npatience = "1bd"\npunctual = "15 min"'),
        ('id = "chase"', 'id = "chase"\non_resume = "shift"\npost_arrives = "3bd"\non = []'),
        ('do = "call"', 'do = "call"\noverdue_after = "1bd"\nif_unreported = "no answer"'),
        ('do = "call"', 'do = { first_of = ["call"] }\nconfirm = false'),
    ],
)
def test_the_same_meaning_in_other_words_is_equal(said: str, instead: str) -> None:
    """L21: words, order of keys, comments, headings and defaults said aloud do not count."""
    policy, other = loads(BASE), loads(BASE.replace(said, instead, 1))
    assert (other, hash(other), other.fingerprint) == (policy, hash(policy), policy.fingerprint)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("24 hours after start", "1 day after start"),
        ("24 hours after start", "25 hours after start"),
        ('id = "chase"', 'id = "hunt"'),
        ('id = "chase"', 'id = "chase"\nstarts = "message-sent"'),
        ('id = "chase"', 'id = "chase"\nat = "09:30"'),
        ('id = "chase"', 'id = "chase"\nmin_gap = "2 business days"'),
        ('id = "chase"', 'id = "chase"\npunctual = "1 hour"'),
        ('"paid"', '{ paid = "settled" }'),
        ("balance", "amount"),
        ('"phone", ', ""),
        ("a = 1", "a = 3"),
        ('do = "email"', 'do = "sms"'),
        ('do = "email"', 'do = { email = { template = "other" } }'),
        ('do = "email"', 'do = { email = { to = "billing" } }'),
        ('do = "email"', 'do = "email"\nif_late = "skip"'),
        ('do = "call"', 'do = "call"\nbusiness_days = "sender"'),
        ('do = "call"', 'do = "call"\noutcome = "given-up"'),
        ('do = "call"', 'do = "call"\nanswer_within = "48 hours"'),
        ('do = "call"', 'do = "call"\nonly_if = "round = 1"'),
        ('do = "call"', 'do = "call"\nunless = "round = 1"'),
        ('do = "call"', 'do = "call"\nconfirm = true'),
        ('do = "call"', 'do = "call"\ncounts_from = "delivery"'),
        ('do = "call"', 'do = "call"\noverdue_after = "2 days"'),
        ('do = "call"', 'do = "call"\nif_unreported = "wait"'),
        ('do = "email"', 'do = { first_of = ["email", "sms"] }'),
        ('id = "chase"', 'id = "chase"\non_resume = "keep"'),
        ('id = "chase"', 'id = "chase"\nafter_answer = "restart"'),
        ('id = "chase"', 'id = "chase"\nrespond_within = "1 business day"'),
        ('id = "chase"', 'id = "chase"\npromise_grace = "2 days"'),
        ('id = "chase"', 'id = "chase"\npost_arrives = "5 business days"'),
        ('id = "chase"', 'id = "chase"\nevidence = { inbox = "1 hour" }'),
        ("1 business day later", "1 business day after notices#2"),
    ],
)
def test_another_meaning_is_another_policy(said: str, instead: str) -> None:
    """L21: whatever changes what a case goes through changes the fingerprint."""
    policy, other = loads(BASE), loads(BASE.replace(said, instead, 1))
    assert other != policy
    assert other.fingerprint != policy.fingerprint


def test_what_all_steps_say_the_policy_may_say() -> None:
    """A setting of the policy equals the same setting on each of its steps."""
    lines = [Step("a", "1 day later", "email"), Step("b", "1 week later", "email")]
    each = [evolve(step, at="09:30", min_gap="2 days", patience="3 hours") for step in lines]
    policy = Policy("chase", lines, at="09:30", min_gap="2 days", patience="3 hours")
    assert policy == Policy("chase", each)


def test_conditions_mean_the_same_in_other_words() -> None:
    """L25: a condition counts as what it says, as text or as a value."""
    step = Step("a", "1 day later", "email", only_if="complete and not (first is true)")
    wordier = evolve(step, only_if="((complete)) and not first = true")
    built = evolve(step, only_if=fact("complete") & ~fact("first").equals(True))
    assert Policy("chase", [step]) == Policy("chase", [wordier]) == Policy("chase", [built])


def test_the_words_meant_anyway_mean_nothing_when_named() -> None:
    """Every alternative of an order of preference has the words of its step."""
    plain = Step("a", "1 day later", do.first_of(do.email(), do.sms()))
    named = Step("a", "1 day later", do.first_of(do.email("chase/a"), do.sms("chase/a")))
    assert Policy("chase", [plain]) == Policy("chase", [named])


def test_a_time_of_day_may_stand_in_the_timing() -> None:
    """`at` of a step and `at` in front of its timing are the same, and the timing wins."""
    beside = Policy("chase", [Step("a", "1 day later", "email", at="09:30")])
    assert beside == Policy("chase", [Step("a", "at 09:30 1 day later", "email", at="08:00")])


def test_several_occurrences_are_merged_unless_said_otherwise() -> None:
    """L17: `merge` is the default of a step with several occurrences, `send` of all others."""
    timing = "30/60/90 days after start"
    silent = Policy("chase", [Step("a", timing, "email")])
    assert silent == Policy("chase", [Step("a", timing, "email", if_late="merge")])
    assert silent != Policy("chase", [Step("a", timing, "email", if_late="send")])


def test_a_backward_timing_rolls_back_unless_said_otherwise() -> None:
    """L6: `preceding` is the default of a timing that counts back."""
    lines = [Step("notice", "48h before call", "email"), Step("call", "9 days after start", "call")]
    rolled = [evolve(lines[0], roll="preceding"), evolve(lines[1], roll="following")]
    assert Policy("chase", lines) == Policy("chase", rolled)


def test_a_policy_is_no_equal_of_anything_else() -> None:
    """A policy compares with policies only."""
    assert Policy("chase", ["1 day later: email"]) != "chase"


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    """L21: the fingerprint is a SHA-256 of the meaning, so that a stored case finds its policy."""
    policy = Policy("chase", [Step("a", After(Days(1)), do.email())], ends="paid")
    assert policy.fingerprint == FINGERPRINT
