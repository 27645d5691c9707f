"""`ghostrules explain`: one date, and every reason for it."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


CASE = ("--client", "NL", "--start", "2026-03-27T16:30")


def test_one_date_is_explained_in_order(run: Run) -> None:
    """The reasons are numbered: the target, the rule, the roll."""
    told = run("explain", "late-content", "final-notice", *CASE)

    assert 0 == told.status
    assert (
        "final-notice  do 2 apr 2026 17:00  email\n"
        "\n"
        "  1. As things stand, the pause is planned for Tue 7 Apr 2026 09:00.\n"
        "  2. “48 hours before the pause”, counted back from Tue 7 Apr 2026 09:00, gives\n"
        "     Sun 5 Apr 2026 09:00.\n"
        "  3. It moves back from Sun 5 Apr 2026 09:00 to Thu 2 Apr 2026 17:00, into the\n"
        "     client's contact hours, because of Good Friday (Goede vrijdag) on Fri 3\n"
        "     Apr, the weekend (Saturday and Sunday) and Easter Sunday (Eerste paasdag)\n"
        "     on Sun 5 Apr in the calendar NL.\n"
    ) == told.out.split("\n\n", 1)[1]


def test_an_occurrence_can_be_chosen(run: Run) -> None:
    """The second notice has its own date."""
    told = run(
        *("explain", "payment", "notice", "--occurrence", "2", "--fact", "due=2026-02-28"),
        *("--client", "DE-BY", "--start", "2026-03-02T10:00", "--json"),
    )

    assert [
        "policy",
        "fingerprint",
        "start",
        "step",
        "occurrence",
        "due",
        "conditions",
        "skipped",
        "effects",
        "reasons",
    ] == [*told.document]
    assert ("notice", 2, "2026-04-29T09:00:00+02:00") == tuple(
        told.document[key] for key in ("step", "occurrence", "due")
    )


def test_json_holds_the_same_step_as_the_plan(run: Run) -> None:
    """`explain --json` is one step of `plan --json`."""
    one = run("explain", "late-content", "pause", *CASE, "--json").document
    step = run("plan", "late-content", *CASE, "--json").document["steps"][-1]

    assert step == {key: one[key] for key in step}


def test_an_unknown_step_gets_a_suggestion(run: Run) -> None:
    """A mistyped step is wrong use, with the step that was probably meant."""
    told = run("explain", "late-content", "puase", *CASE)

    assert (2, "") == (told.status, told.out)
    assert "ghostrules: `puase` is no step of `late-content`\n  help: did you mean `pause`?\n" == (
        told.err
    )


def test_an_unknown_occurrence_says_which_there_are(run: Run) -> None:
    """A number that the plan does not hold is wrong use."""
    told = run("explain", "late-content", "pause", "--occurrence", "2", *CASE)

    assert 2 == told.status
    assert (
        "ghostrules: the plan holds no number `2` of `pause`\n  help: `--occurrence` can be `1`\n"
    ) == told.err


PAYMENT = ("--fact", "due=2026-02-28", "--client", "DE-BY", "--start", "2026-03-02T10:00")


def test_an_occurrence_can_be_named_as_the_plan_does(run: Run) -> None:
    """`notice#2` is `notice --occurrence 2`, and both may be said where they agree."""
    named = run("explain", "payment", "notice#2", *PAYMENT)
    chosen = run("explain", "payment", "notice", "--occurrence", "2", *PAYMENT)
    both = run("explain", "payment", "notice#2", "--occurrence", "2", *PAYMENT)

    assert 0 == named.status
    assert named == chosen == both


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("notice#two",), "`notice#two` names no occurrence\n  help: write it as in `notice#2`"),
        (
            ("notice#2", "--occurrence", "3"),
            "`notice#2` and `--occurrence 3` differ\n  help: give one of them",
        ),
        (("notcie#2",), "`notcie` is no step of `payment`\n  help: did you mean `notice`?"),
    ],
)
def test_an_occurrence_that_cannot_be(run: Run, arguments: tuple[str, ...], fault: str) -> None:
    """What stands after the step has to be one number."""
    told = run("explain", "payment", *arguments, *PAYMENT)

    assert (2, "", f"ghostrules: {fault}\n") == (told.status, told.out, told.err)
