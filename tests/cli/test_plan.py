"""`ghostrules plan`: the table, and the options that shape it."""

from collections.abc import Callable
from typing import Any

import pytest

from ghostrules.policy import built_in_names

Run = Callable[..., Any]

NL = ("--client", "NL", "--start", "2026-03-27T16:30")


def facts_of(name: str) -> tuple[str, ...]:
    """Give the options with the facts that a built-in policy asks for."""
    return ("--fact", "due=2026-02-28") if name == "payment" else ()


@pytest.mark.parametrize("name", built_in_names())
@pytest.mark.parametrize("client", ["NL", "DE-BY", "TR", "BR-SP"])
def test_every_built_in_fits_80_columns(run: Run, name: str, client: str) -> None:
    """No line of any table is wider than 80 columns, and none ends in spaces."""
    zone = ("--timezone", "America/Sao_Paulo") if client == "BR-SP" else ()
    told = run(
        "plan", name, "--start", "2026-12-18T16:30", "--client", client, *zone, *facts_of(name)
    )

    assert 0 == told.status
    assert [] == [line for line in told.out.splitlines() if len(line) > 80 or line != line.rstrip()]


def test_the_table_shows_number_step_date_and_effects(run: Run) -> None:
    """Each step has a line, with its date in the client's locale, and reasons under it."""
    told = run("plan", "late-content", *NL)

    lines = [line for line in told.out.splitlines() if line[:2].strip().isdigit()]

    assert [
        " 1  reminder         vr 27 mrt 2026 16:30  email",
        " 2  second-reminder  ma 30 mrt 2026 09:00  email",
        " 3  call             di 31 mrt 2026 09:00  call; unless reminder.opened",
        " 4  final-notice     do 2 apr 2026 17:00   email",
        " 5  pause            di 7 apr 2026 09:00   pause work, email",
    ] == lines
    assert "      - On Tue 31 Mar 2026 the first open moment is 09:00.\n" in told.out
    assert told.out.endswith("If nobody answers, it ends on di 7 apr 2026 09:00: paused.\n")


def test_the_table_is_without_colour_where_there_is_no_terminal(run: Run) -> None:
    """What is piped holds no escape codes."""
    assert "\x1b" not in run("plan", "late-content", *NL).out


def test_colours_appear_on_a_terminal_and_respect_no_color(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal gets colours, unless NO_COLOR is set."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = run("plan", "late-content", *NL).out
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("plan", "late-content", *NL).out

    assert "\x1b[36m" in coloured
    assert "\x1b[36m" not in plain


def test_the_sender_defaults_to_the_client(run: Run) -> None:
    """Without a sender, the sender's hours and holidays are those of the client."""
    alone = run("plan", "project", *NL, "--json").document
    same = run("plan", "project", *NL, "--sender", "NL", "--json").document

    assert alone == same


def test_the_sender_has_own_holidays(run: Run) -> None:
    """A Turkish sender keeps the bayram: the message goes out, work pauses after it (L8)."""
    start = ("--client", "NL", "--start", "2026-03-13T10:00", "--json")
    told = run("plan", "late-content", *start, "--sender", "TR")

    assert {
        "pause_work": "2026-03-23T07:00:00+01:00",
        "email": "2026-03-20T09:00:00+01:00",
    } == {effect["kind"]: effect["at"] for effect in told.document["steps"][-1]["effects"]}


def test_hours_of_the_sender_alone_keep_the_rest_of_the_client(run: Run) -> None:
    """`--sender-hours` without `--sender` changes the hours in the client's own territory."""
    told = run("plan", "project", *NL, "--sender-hours", "13:00-17:00", "--json").document

    call = next(step for step in told["steps"] if step["step"] == "call")

    assert "2026-04-07T13:00:00+02:00" == call["due"]


def test_the_hours_of_the_client_shape_the_plan(run: Run) -> None:
    """`--hours` are the contact hours in which every message goes out (L8)."""
    told = run("plan", "negotiation", *NL, "--hours", "mon-fri 10:30-12:00", "--json").document

    assert "2026-03-31T10:30:00+02:00" == told["steps"][0]["due"]


def test_locale_and_timezone_override_those_of_the_territory(run: Run) -> None:
    """A German in New York reads German dates at New York times."""
    zone = ("--timezone", "America/New_York", "--locale", "de_US")
    told = run("plan", "negotiation", "--client", "US", "--start", "2026-03-27T16:30", *zone)

    assert "Di. 31. März 2026 09:00  E-Mail" in told.out


def test_a_third_calendar_is_given_by_name(run: Run, tmp_path: object) -> None:
    """`--other platform=TR` gives the calendar that a step names, and reasons name it."""
    policy = f"{tmp_path}/third.toml"
    text = (
        'id = "third"\nends = "paid"\n[[step]]\nid = "release"\ndo = "note"\n'
        'when = "2 business days after start"\nbusiness_days = "platform"\n'
    )
    with open(policy, "w", encoding="utf-8") as file:
        file.write(text)
    start = ("--client", "NL", "--start", "2026-03-19T10:00", "--json")

    told = run("plan", policy, *start, "--other", "platform=TR")
    missing = run("plan", policy, *start)
    mistyped = run("plan", policy, *start, "--other", "platform=TR", "--other", "platfrom=TR")

    assert "2026-03-24T00:00:00+01:00" == told.document["steps"][0]["due"]
    assert "in the calendar platform" in told.document["steps"][0]["reasons"][1]
    assert 2 == missing.status
    assert "give its territory as in `--other platform=NL`" == missing.fault["error"]["help"]
    assert "did you mean `platform`?" == mistyped.fault["error"]["help"]


def test_parties_of_one_country_are_told_apart(run: Run) -> None:
    """What both calendars share is said once; with other hours the sender has its own name."""
    start = ("--client", "NL", "--start", "2026-03-25T11:00")
    told = run("plan", "project", *start, "--sender-hours", "tue-fri 13:00-17:00", "--json")
    call = next(step for step in told.document["steps"] if step["step"] == "call")

    assert (
        "because of Easter Monday (Tweede paasdag) on Mon 6 Apr "
        "in the calendars NL and NL (sender)."
    ) in call["reasons"][1]
