"""The known answers of the practices, through `plan --json`."""

from collections.abc import Callable
from typing import Any

import pytest

from ghostrules.policy import built_in

Run = Callable[..., Any]

US = ("US", "--timezone", "America/New_York", "--locale", "en_US")
DUE = ("--fact", "due=2026-02-28")

KNOWN = [
    (
        ("project", "2026-03-25T11:00", "NL"),
        {"follow-up": "2026-03-31T09:00:00+02:00", "call": "2026-04-07T09:00:00+02:00"},
    ),
    (("project", "2026-03-29T11:00", *US), {"follow-up": "2026-04-07T09:00:00-04:00"}),
    (("project", "2026-03-29T11:00", "NL"), {"follow-up": "2026-03-31T09:00:00+02:00"}),
    (
        ("late-content", "2026-03-27T16:30", "NL"),
        {
            "reminder": "2026-03-27T16:30:00+01:00",
            "second-reminder": "2026-03-30T09:00:00+02:00",
            "call": "2026-03-31T09:00:00+02:00",
            "final-notice": "2026-04-02T17:00:00+02:00",
            "pause": "2026-04-07T09:00:00+02:00",
        },
    ),
    (
        ("negotiation", "2026-03-16T10:00", "TR"),
        {"follow-up": "2026-03-23T09:00:00+03:00"},
    ),
    (
        ("payment", "2026-03-02T10:00", "DE-BY", *DUE),
        {
            "notice": "2026-03-30T09:00:00+02:00",
            "notice#2": "2026-04-29T09:00:00+02:00",
            "final-letter": "2026-05-29T09:00:00+02:00",
        },
    ),
    (
        ("marketplace-complete", "2026-03-31T16:00", "NL"),
        {
            "completion-notice": "2026-04-02T16:00:00+02:00",
            "mark-complete": "2026-04-07T09:00:00+02:00",
            "release": "2026-04-15T00:00:00+02:00",
        },
    ),
]


def planned(run: Run, policy: str, start: str, *client: str) -> dict[str, str]:
    """Plan on the command line, and give the first due of every step."""
    told = run("plan", policy, "--start", start, "--json", "--client", *client)
    assert (0, "") == (told.status, told.err)
    return {
        step["step"] if step["occurrence"] == 1 else f"{step['step']}#{step['occurrence']}": step[
            "due"
        ]
        for step in told.document["steps"]
    }


@pytest.mark.parametrize(("arguments", "dates"), KNOWN)
def test_a_practice_gives_its_known_dates(
    run: Run, arguments: tuple[str, str, str], dates: dict[str, str]
) -> None:
    """Every date of the table comes out exactly, in the client's time zone."""
    found = planned(run, *arguments)

    assert dates == {step: found[step] for step in dates}


def test_the_reasons_name_the_holidays_on_the_way(run: Run) -> None:
    """The pause waits for Good Friday, the weekend and Easter Monday, and says so."""
    told = run("plan", "late-content", "--start", "2026-03-27T16:30", "--client", "NL", "--json")

    notice, pause = told.document["steps"][3:]

    assert [
        "As things stand, the pause is planned for Tue 7 Apr 2026 09:00.",
        "“48 hours before the pause”, counted back from Tue 7 Apr 2026 09:00, "
        "gives Sun 5 Apr 2026 09:00.",
        "It moves back from Sun 5 Apr 2026 09:00 to Thu 2 Apr 2026 17:00, into the client's "
        "contact hours, because of Good Friday (Goede vrijdag) on Fri 3 Apr, the weekend "
        "(Saturday and Sunday) and Easter Sunday (Eerste paasdag) on Sun 5 Apr "
        "in the calendar NL.",
    ] == notice["reasons"]
    assert (
        "The count leaves out Good Friday (Goede vrijdag) on Fri 3 Apr, the weekend "
        "(Saturday and Sunday), Easter Sunday (Eerste paasdag) on Sun 5 Apr and Easter Monday "
        "(Tweede paasdag) on Mon 6 Apr in the calendar NL."
    ) in pause["reasons"]


def test_the_document_names_the_policy_and_its_fingerprint(run: Run) -> None:
    """The head of the document says what was planned, and from when."""
    told = run("plan", "project", "--start", "2026-03-25T11:00", "--client", "NL", "--json")

    assert {
        "policy": "project",
        "fingerprint": built_in("project").fingerprint,
        "start": "2026-03-25T11:00:00+01:00",
        "outcome": "stopped",
    } == {key: told.document[key] for key in ("policy", "fingerprint", "start", "outcome")}


def test_an_effect_has_its_key_kind_and_moment(run: Run) -> None:
    """Effects carry the key by which a repeat is known (L16)."""
    told = run("plan", "project", "--start", "2026-03-25T11:00", "--client", "NL", "--json")

    assert [
        {"key": "plan:1:follow-up:1:0:1", "kind": "email", "at": "2026-03-31T09:00:00+02:00"}
    ] == told.document["steps"][0]["effects"]
