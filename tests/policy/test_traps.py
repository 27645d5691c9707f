"""The traps of TOML are recognised, and explained."""

from collections.abc import Callable

import pytest

from ghostrules.diagnostics import Report
from ghostrules.documents import line_of, lines_of
from ghostrules.policy import check, loads

Faults = Callable[[str], Report]
STEP = '\n[[step]]\nid = "{}"\nwhen = "1 day later"\ndo = "email"\n'
TWO = 'id = "chase"\n' + STEP.format("a") + STEP.format("b")


@pytest.mark.parametrize("name", ["ends", "starts", "facts", "language", "requires", "title"])
def test_a_key_of_the_policy_in_a_step_is_explained(faults: Faults, name: str) -> None:
    """What follows `[[step]]` belongs to the step, so such a key never reached the policy."""
    end = "" if name == "ends" else 'ends = "paid"\n'
    fault = faults(end + TWO + f'{name} = "x"\n').diagnostics[0]
    assert (fault.code, fault.path, fault.line) == ("GR011", f"step[1].{name}", 12 + bool(end))
    assert "before the first `[[step]]`" in (fault.help or "")


@pytest.mark.parametrize("name", ["at", "min_gap", "patience", "business_days"])
def test_a_key_for_all_steps_in_the_last_one_is_explained(name: str) -> None:
    """An empty line in front of a shared key says that it was meant for all steps."""
    value = {"at": "09:30", "business_days": "platform"}.get(name, "2 days")
    text = TWO + f'\n{name} = "{value}"\n'
    (fault,) = check(loads(text), text).warnings
    assert (fault.code, fault.path, fault.line) == ("GR013", f"step[1].{name}", 13)


def test_a_shared_key_under_the_others_is_meant_for_its_step() -> None:
    """Without an empty line, or with the key in other steps too, nothing is suspected."""
    both = TWO.replace('"email"\n\n', '"email"\nat = "09:00"\n\n')
    for text in (TWO + 'min_gap = "2 days"\n', both + '\nat = "09:30"\n'):
        assert check(loads(text), text).warnings == ()


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        (
            'id = "chase"\nsteps = ["1 day later: email"]\nends.client.replied = "x"',
            "ends.client",
            3,
        ),
        ('ends = "x"\nid = "c"\nsteps = ["1 day later: email"]\nclient.replied = "x"', "client", 4),
        (
            'id = "c"\nends = "x"\nsteps = ["1 day later: email"]\n[facts]\ninvoice.due = "date"',
            "facts.invoice",
            5,
        ),
        (
            'id = "c"\nends = "x"\n'
            '[[step]]\nid = "a"\nwhen = "1 day later"\ndo = "email"\nif.late = "skip"',
            "step[0].if",
            7,
        ),
    ],
)
def test_a_dotted_key_is_explained(faults: Faults, text: str, path: str, line: int) -> None:
    """A dot opens a table, which is hardly ever meant."""
    fault = faults(text).diagnostics[0]
    assert (fault.code, fault.path, fault.line) == ("GR012", path, line)


def test_a_table_misspelt_is_no_dotted_key(faults: Faults) -> None:
    """A table of one key whose name is nearly right is a key misspelt."""
    text = 'id = "c"\nend = { paid = "settled" }\nsteps = ["1 day later: email"]'
    assert [(found.code, found.help) for found in faults(text)] == [
        ("GR002", "did you mean `ends`?")
    ]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("starts = message-sent", 'starts = "message-sent"'),
        ("at = 09:30", 'at = "09:30"'),
        ("when = 24 hours later # soon", 'when = "24 hours later"'),
    ],
)
def test_an_unquoted_text_is_explained(faults: Faults, line: str, help: str) -> None:
    """A text without quotes is no TOML; the help shows the line with them."""
    fault = faults(f'id = "chase"\n{line}\n').diagnostics[0]
    assert (fault.code, fault.line) == ("GR001", 2)
    assert help in (fault.help or "")


TRICKY = '''\
# id = "no"
id = "chase" # [[step]]
about = """
title = "no"
[[step]]
"""
"starts" = 'x = [1'
facts = { due = "date", balance = "money" }
requires = [
  "phone", # a = 1
  "fax",
]
ends."a b".c = 1

[[step]]
id = "a"
do = [
  "email",
]

  [[ step ]]
  id = "b"
[change."second-reminder"]
when = "x"
'''


def test_lines_are_found_where_keys_really_stand() -> None:
    """Texts, comments, lists and inline tables hold no keys of the document."""
    assert lines_of(TRICKY) == {
        "id": 2,
        "about": 3,
        "starts": 7,
        "facts": 8,
        "requires": 9,
        "ends": 13,
        "ends.a b": 13,
        "ends.a b.c": 13,
        "step[0]": 15,
        "step[0].id": 16,
        "step[0].do": 17,
        "step[1]": 21,
        "step[1].id": 22,
        "change": 23,
        "change.second-reminder": 23,
        "change.second-reminder.when": 24,
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [("facts.due", 8), ("ends", 13), ("step[0].do[0]", 17), ("step[1].when", 21), ("none", None)],
)
def test_a_place_without_a_line_has_that_of_its_neighbour(path: str, line: int | None) -> None:
    """The nearest key around a place, or else in it, tells the line."""
    assert line_of(lines_of(TRICKY), path) == line
