"""What a condition can have against the declared facts, and the words for it."""

import pytest

from ghostrules.conditions import FactType, Problem, ProblemKind, built_in_types, check, read


def problems(text: str, types: dict[str, FactType]) -> tuple[Problem, ...]:
    """Give what is wrong with a text that can be read."""
    return check(read(text), types)


@pytest.mark.parametrize(
    ("text", "kind", "message", "help"),
    [
        ("complet", "name", "`complet` is not declared", "did you mean `complete`?"),
        (
            "zzz",
            "name",
            "`zzz` is not declared",
            'declare it among the facts of the policy, as in `facts = { zzz = "boolean" }`',
        ),
        (
            "zzz is known",
            "name",
            "`zzz` is not declared",
            'declare it among the facts of the policy, as in `facts = { zzz = "boolean" }`',
        ),
        (
            "sent-due > 3 days",
            "name",
            "`sent-due` is not declared",
            "`-` needs blanks around it; did you mean `sent - due`?",
        ),
        ("call.hapened", "name", "`call.hapened` is not declared", "did you mean `call.happened`?"),
        (
            "call.xyz",
            "name",
            "`call.xyz` is not declared",
            "of a step there are `call.happened`, `call.opened`, `call.delivered`, "
            "`call.bounced`, `call.failed`, `call.result`",
        ),
        ("cal.result = 'x'", "name", "`cal.result` is not declared", "did you mean `call.result`?"),
        (
            "no-such-step.sent",
            "name",
            "`no-such-step.sent` is not declared",
            "no step has the id `no-such-step`",
        ),
        (
            "balance",
            "type",
            "`balance` is money, which cannot stand alone",
            "compare it, as in `balance > 100 EUR`, or ask whether it is known: `balance is known`",
        ),
        (
            "not brief",
            "type",
            "`brief` is text, which cannot stand alone",
            'compare it, as in `brief = "voicemail"`, or ask whether it is known: `brief is known`',
        ),
        (
            "balance > 250",
            "type",
            "`balance` is money and `250` is a number, which cannot be compared",
            "write `250 EUR`",
        ),
        (
            "250 < balance",
            "type",
            "`250` is a number and `balance` is money, which cannot be compared",
            "write `250 EUR`",
        ),
        (
            "balance + 1 USD > 250",
            "type",
            "`balance + 1 USD` is money in USD and `250` is a number, which cannot be compared",
            "write `250 USD`",
        ),
        (
            "due = '2026-03-31'",
            "type",
            '`due` is a date and `"2026-03-31"` is text, which cannot be compared',
            "write it without quotes, `2026-03-31`",
        ),
        (
            "sent - due > 14",
            "type",
            "`sent - due` is days and `14` is a number, which cannot be compared",
            "write `14 days`",
        ),
        (
            "complete = 'yes'",
            "type",
            '`complete` is true or false and `"yes"` is text, which cannot be compared',
            None,
        ),
        (
            "call.result in ('a', 3)",
            "type",
            "`call.result` is text and `3` is a number, which cannot be compared",
            None,
        ),
        (
            "balance in (5 EUR, 6 EUR) and 5 EUR = 6 USD",
            "currency",
            "`5 EUR` is money in EUR and `6 USD` is money in USD, which cannot be compared",
            None,
        ),
        (
            "balance + 5 EUR > 6 USD",
            "currency",
            "`balance + 5 EUR` is money in EUR and `6 USD` is money in USD, "
            "which cannot be compared",
            None,
        ),
        (
            "5 EUR - 6 USD = balance",
            "currency",
            "`5 EUR` is money in EUR and `6 USD` is money in USD; `-` gives nothing with them",
            None,
        ),
        ("brief > 'a'", "order", "`brief` is text, which has no order", None),
        ("complete < true", "order", "`complete` is true or false, which has no order", None),
        (
            "due + due = sent",
            "arithmetic",
            "`due` is a date and `due` is a date; `+` gives nothing with them",
            None,
        ),
        (
            "14 days + due > sent",
            "arithmetic",
            "`14 days` is days and `due` is a date; `+` gives nothing with them",
            "write `due + 14 days`",
        ),
        (
            "brief * 2 = 3",
            "arithmetic",
            "`brief` is text and `2` is a number; `*` gives nothing with them",
            None,
        ),
        ("rate / rate > 2", "division", "`rate / rate` divides by what only the case tells", None),
        ("balance / 0 > 2 EUR", "division", "`balance / 0` divides by zero", None),
        (
            "rate / (1 + 1) > 2",
            "division",
            "`rate / (1 + 1)` divides by what only the case tells",
            None,
        ),
    ],
)
def test_each_problem_has_its_words(
    text: str, kind: str, message: str, help: str | None, types: dict[str, FactType]
) -> None:
    """Each fault names its part in the words of the condition, with a way to mend it."""
    (problem,) = problems(text, types)

    assert (ProblemKind(kind), message, help) == (problem.kind, problem.message, problem.help)
    assert problem.where in str(read(text))


def test_all_problems_are_told_at_once(types: dict[str, FactType]) -> None:
    """L20: every fault is told, from left to right, and none of them twice."""
    found = problems("complet or complet or balance > 3 or rate / 0 = 1", types)

    assert ["name", "type", "division"] == [problem.kind for problem in found]


def test_a_mended_condition_has_no_problem(types: dict[str, FactType]) -> None:
    """What the suggestions lead to is fine, known step or detail, money, date or days."""
    text = (
        "complete and phone is known and round >= 2 and not call.happened and "
        'call.result in ("voicemail", "no answer") and (balance + fee) / 2 - 3 EUR > 100 EUR and '
        "sent - due > 14 days and due + 3 - 2 days < 2026-03-31 and rate * 1.5 != 3"
    )
    assert () == problems(text, types)


def test_a_policy_has_names_without_declaring_them() -> None:
    """Details of the client, the round, and what is known about each step."""
    assert {
        "email": FactType.BOOLEAN,
        "phone": FactType.BOOLEAN,
        "handle": FactType.BOOLEAN,
        "address": FactType.BOOLEAN,
        "fax": FactType.BOOLEAN,
        "round": FactType.NUMBER,
        "call.happened": FactType.BOOLEAN,
        "call.opened": FactType.BOOLEAN,
        "call.delivered": FactType.BOOLEAN,
        "call.bounced": FactType.BOOLEAN,
        "call.failed": FactType.BOOLEAN,
        "call.result": FactType.TEXT,
    } == built_in_types(["call"])
