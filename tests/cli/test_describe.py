"""`ghostrules describe`: what a policy means, in the reader's words."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from ghostrules import built_in
from ghostrules.timing import symbol

Run = Callable[..., Any]

CLIENTS = """
[acme]
territory = "NL"
register = "informal"

[brand]
territory = "DE-BY"
language = "en"
"""


class Marks(HTMLParser):
    """The marks that a text opens and closes."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Open a mark."""
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last mark."""
        assert tag == self.open.pop()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Within 24 hours after the missed delivery date we send you an e-mail"),
        (
            ("--locale", "nl_NL"),
            "Binnen 24 uur na de gemiste aanleverdatum sturen wij u een e-mail",
        ),
        (
            ("--locale", "de_DE", "--register", "informal"),
            "Innerhalb von 24 Stunden nach dem versäumten Abgabetermin schreiben wir dir",
        ),
        (("--locale", "tr_TR"), "Kaçırılan teslim tarihinden itibaren 24 saat içinde size"),
        (("--client", "DE-BY"), "public holidays where you are: Germany (DE-BY)"),
        (("--client", "US", "--timezone", "America/New_York"), "from Sunday to Saturday"),
    ],
)
def test_it_speaks_the_language_in_the_register(
    run: Run, options: tuple[str, ...], sentence: str
) -> None:
    """Language, register and territory are chosen by options."""
    told = run("describe", "late-content", *options)

    assert (0, "") == (told.status, told.err)
    assert sentence in told.out


def test_a_client_from_a_file_is_addressed_as_the_file_says(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L5: the language and the register of the client's document count; an option wins."""
    monkeypatch.chdir(tmp_path)
    Path("clients.toml").write_text(CLIENTS, "utf-8")
    acme = ("--clients", "clients.toml", "--client", "acme")
    brand = ("--clients", "clients.toml", "--client", "brand")

    assert "mailen we je" in run("describe", "negotiation", *acme).out
    assert "sturen wij u" in run("describe", "negotiation", *acme, "--register", "formal").out
    assert "Germany (DE-BY)" in run("describe", "negotiation", *brand).out


def test_dates_name_only_the_channels_that_the_client_has(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With dates, the clause says what this client gets: no call to one who is never called."""
    monkeypatch.chdir(tmp_path)
    Path("clients.toml").write_text(f'{CLIENTS}never = ["call"]\n', "utf-8")
    brand = ("--clients", "clients.toml", "--client", "brand")
    options = ("describe", "project", *brand, "--json", "--at", "2026-06-03T10:00")

    said = [each["text"] for each in run(*options).document["clause"][1]["sentences"]]

    assert any("we look for your telephone number" in text for text in said)
    assert not any("we telephone you" in text for text in said)


def test_dates_are_real_with_a_start(run: Run) -> None:
    """With `--at` the clause names the dates of the plan, at the place of the locale."""
    told = run("describe", "negotiation", "--locale", "en_NL", "--at", "2026-03-16T10:00")

    assert "If we have not heard from you by Friday 20 March 2026, 09:00, we send" in told.out
    assert "sender keeps the client's calendar" in told.err


def test_fees_fill_the_blanks(run: Run) -> None:
    """A fee is a fact that every policy can be given."""
    options = ("--fact", "late-fee=40 EUR", "--fact", "due=2026-02-28")

    assert "Paying late costs €40.00." in run("describe", "payment", *options).out
    assert 2 == run("describe", "payment", "--fact", "odd-fee=40 EUR").status


def test_the_json_holds_what_is_said(run: Run) -> None:
    """Every rule comes with its step and its timing in symbols; dates only with a start."""
    document = run("describe", "late-content", "--json").document
    dated = run("describe", "late-content", "--at", "2026-03-16T10:00", "--json").document

    steps = [(step.id, symbol(step.timing)) for step in built_in("late-content").steps]
    assert steps == [(rule["step"], rule["timing"]) for rule in document["rules"]]
    assert {None} == {rule["due"] for rule in document["rules"]}
    assert "2026-03-16T10:00:00+00:00" == dated["clause"][1]["sentences"][0]["due"]


def test_html_is_well_formed_and_escaped(run: Run, tmp_path: Path) -> None:
    """What a policy says cannot become a mark."""
    policy = tmp_path / "odd.toml"
    policy.write_text(
        'id = "odd"\ntitle = "<b>odd</b> & *even*"\nends = "paid"\n'
        'steps = ["24 hours after start: email"]',
        "utf-8",
    )
    marks = Marks()
    marks.feed(run("describe", str(policy), "--format", "html").out)

    assert [] == marks.open
    assert {"article", "h1", "h2", "h3", "ol", "li", "p"} == marks.seen
    markdown = run("describe", str(policy), "--format", "markdown").out
    assert r"# \<b\>odd\</b\> & \*even\*" == markdown.splitlines()[0]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--locale", "nl"), "names no territory"),
        (("--at", "2026-03-16"), "`--at` is `2026-03-16`, a date without a time of day"),
        (("--register", "rude"), "register"),
        (("--timezone", "Europe/Berlin"), "--client"),
    ],
)
def test_wrong_use_is_told(run: Run, options: tuple[str, ...], said: str) -> None:
    """What cannot be understood is refused, with what is wrong about it."""
    told = run("describe", "negotiation", *options)

    assert (2, "") == (told.status, told.out)
    assert said in told.err


def test_a_missing_due_date_is_asked_for(run: Run) -> None:
    """Dates need the facts that the policy counts from."""
    told = run("describe", "payment", "--at", "2026-03-16T10:00")

    assert 2 == told.status
    assert "--fact due=2026-02-28" in told.err
