"""`ghostrules preview`: the correspondence of a silent client."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
NEGOTIATION = ("preview", "negotiation", "--start", "2026-03-16T10:00", "--client", "NL")
ENGLISH = ("--locale", "en_NL")
OWN = """
language = "en"
[fields]
discount = "number"
["negotiation/follow-up"]
fields = ["contact", "discount"]
formal = { subject = "Mine", body = "{contact}, {discount} % less" }
informal = { subject = "Mine", body = "{contact}: {discount} % less" }
"""


def test_every_letter_is_dated_and_written(run: Run) -> None:
    """The moment, the step, the way, the subject, and the body."""
    told = run(*NEGOTIATION, *ENGLISH, "--field", "project=The website", "--field", "contact=Mia")
    lines = told.out.splitlines()
    assert (0, "") == (told.status, told.err.replace(ASSUMED, ""))
    assert "Fri 20 Mar 2026 09:00  follow-up  email" in lines
    assert "    The website: do you have any questions?" in lines
    assert "    Dear Mia," in lines


ASSUMED = "ghostrules: assuming that the sender keeps the client's calendar\n"


def test_the_register_can_be_chosen(run: Run) -> None:
    """An informal client reads informal words."""
    assert "    Hi [contact]," in run(*NEGOTIATION, *ENGLISH, "--register", "informal").out


def test_the_json_has_every_message(run: Run) -> None:
    """The stable form for programs."""
    document = run(*NEGOTIATION, *ENGLISH, "--json").document
    assert ["follow-up", "last-follow-up"] == [one["step"] for one in document["messages"]]
    first = document["messages"][0]
    assert [
        "step",
        "occurrence",
        "at",
        "kinds",
        "template",
        "locale",
        "register",
        "subject",
        "body",
        "fallbacks",
    ] == list(first)
    assert ("2026-03-20T09:00:00+01:00", ["email"], "en_NL", "formal", []) == tuple(
        first[key] for key in ("at", "kinds", "locale", "register", "fallbacks")
    )


def test_a_language_without_words_falls_back_with_a_reason(run: Run) -> None:
    """The policy's own language, and why."""
    told = run(*NEGOTIATION[:-1], "FR", "--json")
    first = told.document["messages"][0]
    assert "en_FR" == first["locale"]
    assert ["nobody has these words in the language `fr_FR`, so `en` is used"] == first["fallbacks"]


def test_words_of_ones_own_are_used(run: Run, tmp_path: Path) -> None:
    """A file with fields of its own."""
    file = tmp_path / "en.toml"
    file.write_text(OWN)
    told = run(*NEGOTIATION, *ENGLISH, "--words", str(file), "--field", "discount=12.5")
    assert "    [contact], 12,5 % less" in told.out.splitlines()


def test_parties_of_files_say_who_writes_to_whom(run: Run, tmp_path: Path) -> None:
    """Names, register and language come from their documents."""
    clients, me = tmp_path / "clients.toml", tmp_path / "me.toml"
    clients.write_text(
        '[acme]\nname = "Acme"\nterritory = "NL"\nlanguage = "en"\nregister = "informal"\n'
    )
    me.write_text('name = "Ada"\nterritory = "NL"\n')
    told = run(*NEGOTIATION[:4], "--client", "acme", "--clients", str(clients), "--me", str(me))
    assert {"    Hi Acme,", "    Ada"} <= set(told.out.splitlines())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--field", "projekt=x"], "did you mean `project`?"),
        (["--field", "project"], "expected a name and a value"),
        (["--field", "late-fee=3"], "the field `late-fee` is `3`, which is no money"),
        (["--field", "due=tomorrow"], "the field `due` is `tomorrow`, which is no date"),
        (["--field", "deadline=x"], "`deadline` is no field that can be filled here"),
        (["--field", "contact=x", "--field", "contact=y"], "the field `contact` is given twice"),
        (["--register", "rude"], "`rude` is no register"),
        (["--words", "nowhere.toml"], "the words `nowhere.toml` cannot be read"),
    ],
)
def test_wrong_use_is_told(run: Run, options: list[str], said: str) -> None:
    """Status 2, with what to do about it."""
    told = run(*NEGOTIATION, *options)
    assert 2 == told.status
    assert said in told.err


def test_words_at_fault_are_told(run: Run, tmp_path: Path) -> None:
    """Status 1, with the place and the line."""
    file = tmp_path / "en.toml"
    file.write_text(OWN.replace("{contact},", "{contact,"))
    told = run(*NEGOTIATION, "--words", str(file))
    assert 1 == told.status
    assert "GR501 error" in told.err
    assert "line 7" in told.err


def test_a_policy_that_writes_nothing_says_so(run: Run, tmp_path: Path) -> None:
    """Not an empty page."""
    file = tmp_path / "calls.toml"
    file.write_text('id = "calls"\nends = "paid"\nsteps = ["1 day after start: call"]\n')
    told = run("preview", str(file), *NEGOTIATION[2:])
    assert told.out.endswith("\nNothing is written to the client.\n")


def test_check_judges_words(run: Run, tmp_path: Path) -> None:
    """With `--words` every effect needs its words."""
    policy, words = tmp_path / "chase.toml", tmp_path / "en.toml"
    policy.write_text('id = "chase"\nends = "paid"\nsteps = ["1 day after start: email"]\n')
    words.write_text(OWN)
    assert 0 == run("check", str(policy)).status
    told = run("check", str(policy), "--words", str(words))
    assert (1, True) == (told.status, "nobody has the words `chase/first`" in told.out)
