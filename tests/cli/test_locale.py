"""`--locale` chooses the language of everything that is printed, and nothing else does."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ghostrules.messages._titles import TITLES
from ghostrules.policy import built_in, built_in_names
from tests.cli.conftest import Told
from tests.cli.test_processes import python

Run = Callable[..., Told]
PLAN = ("plan", "late-content", "--start", "2026-03-27T16:30", "--client", "NL")
SCENARIO = """
policy = "negotiation"
client = "NL"
start = 2026-06-01T09:00:00

[[expect]]
step = "follow-up"
at = 2026-06-04T09:00:00
"""
FAULTY = """
id = "chase"
steps = ["24 hours after reminder: email"]
"""
CLIENTS = """
[acme]
territory = "NL"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a scenario, a policy with faults, and a client."""
    (tmp_path / "scenario.toml").write_text(SCENARIO, "utf-8")
    (tmp_path / "faulty.toml").write_text(FAULTY, "utf-8")
    (tmp_path / "clients.toml").write_text(CLIENTS, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (
            "nl_NL",
            ("Inhoud of feedback laat op zich wachten", "klant NL", "telefoontje; tenzij"),
        ),
        ("de_NL", ("Inhalte oder Rückmeldungen bleiben aus", "Kunde NL", "endet der Vorgang am")),
        ("tr_TR", ("İçerik veya geri bildirim gecikti", "müşteri NL", "tarihinde kapanır: paused")),
    ],
)
def test_a_plan_is_said_in_the_language_of_the_locale(
    run: Run, locale: str, words: tuple[str, ...]
) -> None:
    """Heading, effects, reasons and the end of a plan are all in one language."""
    out = " ".join(run(*PLAN, "--locale", locale).out.split())

    assert [] == [each for each in words if each not in out]
    assert [] == [each for each in ("If nobody", "counted", "gives", "email") if each in out]


def test_the_language_is_english_without_a_locale(run: Run) -> None:
    """A Dutch client alone does not make the reader Dutch."""
    out = run(*PLAN).out

    assert "If nobody answers, it ends on" in out
    assert "e-mail" not in out


def test_json_keeps_its_keys_and_says_its_reasons_in_the_language(run: Run) -> None:
    """Programs find the same keys, effects and conditions; only reasons are translated."""
    english = run(*PLAN, "--json").document
    german = run(*PLAN, "--locale", "de_NL", "--json").document

    for one, other in zip(english["steps"], german["steps"], strict=True):
        assert one.pop("reasons") != other.pop("reasons")
    assert english == german


def test_a_client_of_a_file_is_read_about_in_any_language(run: Run, folder: Path) -> None:
    """Beside `--clients`, `--locale` says who reads, and the client keeps its own."""
    files = ("--clients", str(folder / "clients.toml"), "--client", "acme")
    out = run("plan", "negotiation", "--start", "2026-06-01T09:00", *files, "--locale", "tr_TR").out

    assert "müşteri acme" in out
    assert "Teklife yanıt gelmiyor" in out


def test_a_wrong_number_in_a_timing_is_told_in_one_language(run: Run, tmp_path: Path) -> None:
    """What is wrong with a value inside a timing is no English in a Dutch report."""
    file = tmp_path / "chase.toml"
    file.write_text(
        'id = "chase"\nends = "paid"\nsteps = ["0 weeks after start: email"]\n', "utf-8"
    )
    out = run("check", str(file), "--locale", "nl_NL").out

    assert out.startswith(
        "GR006 fout: `0 weeks after start` wordt geweigerd: `0` is geen aantal weken, "
        "verwacht een geheel getal van 1 tot en met 9999\n"
    )


def test_a_story_calls_steps_as_its_policy_does(run: Run, tmp_path: Path) -> None:
    """On paper and as JSON, the reasons of a story have the labels of the built-in policy."""
    file = tmp_path / "silent.toml"
    file.write_text('policy = "negotiation"\nclient = "NL"\nstart = 2026-03-16T10:00:00\n', "utf-8")
    told = run("simulate", str(file), "--locale", "nl_NL", "--json").document
    out = " ".join(run("simulate", str(file), "--locale", "nl_NL").out.split())

    assert told["steps"][-1]["reasons"][0].startswith("“1 week na het opvolgbericht”, geteld vanaf")
    assert "“1 week na het opvolgbericht”, geteld vanaf" in out


def test_an_explanation_is_said_in_the_language(run: Run) -> None:
    """One date of a plan, and a whole case, are explained in the language of the locale."""
    given = ("--start", "2026-03-27T16:30", "--client", "NL", "--locale", "de_DE")
    out = " ".join(run("explain", "late-content", "final-notice", *given).out.split())

    assert "Nach jetzigem Stand ist der Schritt „die Pausierung“ geplant für" in out
    assert "»48 Stunden vor der Pausierung«, zurückgezählt ab" in out


def test_a_story_is_told_in_the_language(run: Run, folder: Path) -> None:
    """What happened, how the case stands and what was not met, all in Dutch."""
    told = run("simulate", str(folder / "scenario.toml"), "--locale", "nl_NL")

    assert 1 == told.status
    assert "e-mail" in told.out
    assert "Het dossier is beëindigd op" in told.out
    assert "aangenomen dat voor de afzender de kalender van de klant geldt" in told.err
    assert "van 1 verwachting komt er 1 niet uit" in told.err
    assert "GR405 fout: `follow-up` is gekomen, maar dit is anders: `at`" in told.err
    assert "gevonden: follow-up at" in told.err


def test_a_story_that_still_waits_says_so(run: Run, folder: Path) -> None:
    """What is waited for, and whose turn it is, is said in the language."""
    story = SCENARIO.split("[[expect]]", maxsplit=1)[0]
    story += '[[event]]\nat = 2026-06-02T10:00:00\nevent = "answered"\n'
    (folder / "scenario.toml").write_text(story, "utf-8")
    told = run("simulate", str(folder / "scenario.toml"), "--locale", "tr_TR")

    assert "Teklife yanıt gelmiyor" in told.out


@pytest.mark.parametrize(
    ("locale", "first", "last"),
    [
        ("nl_NL", "GR105 fout: geen enkele gebeurtenis beëindigt een dossier", "fouten"),
        ("de_DE", "GR105 Fehler: kein Ereignis beendet einen Vorgang", "Fehler"),
        ("tr_TR", "GR105 hata: hiçbir olay dosyayı kapatmıyor", "hata"),
        ("en_GB", "GR105 error: no event ends a case", "errors"),
    ],
)
def test_faults_are_told_in_the_language(
    run: Run, folder: Path, locale: str, first: str, last: str
) -> None:
    """A diagnostic says what is wrong, what was expected and what helps, in one language."""
    file = str(folder / "faulty.toml")
    told = run("check", file, "--locale", locale)
    document = run("check", file, "--locale", locale, "--json").document

    assert 1 == told.status
    assert told.out.startswith(first)
    assert told.out.rstrip().endswith(last)
    assert first.partition(": ")[2] == document["diagnostics"][0]["message"]
    assert "error" == document["diagnostics"][0]["severity"]


def test_a_document_that_cannot_be_read_is_told_in_the_language(run: Run, folder: Path) -> None:
    """Even a fault that stops a plan is told in the language asked for."""
    (folder / "faulty.toml").write_text('id = "chase"\nsteps = "x"\nend = "paid"\n', "utf-8")
    file = str(folder / "faulty.toml")
    told = run("plan", file, *PLAN[2:], "--locale=nl_NL")
    fault = run("plan", file, *PLAN[2:], "--locale", "nl-NL", "--json").fault

    assert told.err.startswith("ghostrules: het beleid bevat ")
    assert "bedoelt u `ends`?" in told.err
    assert fault["error"]["message"].startswith("het beleid bevat ")
    assert "bedoelt u `ends`?" in [found["help"] for found in fault["diagnostics"]]


def test_the_list_of_policies_has_titles_in_the_language(run: Run) -> None:
    """Every built-in policy has a title in every language."""
    out = run("list", "--locale", "de_DE").out
    titles = [each["title"] for each in run("list", "--locale", "tr_TR", "--json").document]

    assert "Eine Rechnung bleibt unbezahlt" in out
    assert "Fatura ödenmiyor" in titles
    assert {name: str(title) for name, title in TITLES.items()} == {
        name: built_in(name).title for name in built_in_names()
    }


def test_an_unknown_locale_is_wrong_use(run: Run) -> None:
    """A locale names a language and a territory."""
    told = run("list", "--locale", "nl")

    assert 2 == told.status
    assert "locale `nl` names no territory" in told.err


def test_a_language_that_we_do_not_speak_becomes_english(run: Run) -> None:
    """A French reader is told in English, and dates stay as that locale writes them."""
    out = run(*PLAN, "--locale", "fr_FR").out

    assert "If nobody answers, it ends on mar. 7 avr. 2026 09:00" in out


def test_the_environment_has_no_say() -> None:
    """Neither sentences nor names of holidays follow `LANG` or `LANGUAGE`."""
    command = ("-m", "ghostrules", *PLAN, "--locale", "nl_NL", "--json")
    plain = python(*command)
    foreign = python(*command, LANG="de_DE.UTF-8", LANGUAGE="de", LC_ALL="de_DE.UTF-8")

    assert plain.stdout == foreign.stdout
    assert "tweede paasdag" in json.dumps(json.loads(plain.stdout), ensure_ascii=False).lower()


def test_words_that_cannot_be_read_are_told_in_the_language(run: Run, folder: Path) -> None:
    """A fault in words of one's own is told like that of a policy."""
    (folder / "words.toml").write_text('language = "xx"\n', "utf-8")
    words = ("--words", str(folder / "words.toml"), "--locale", "nl_NL")
    told = run("check", "late-content", *words)
    fault = run("check", "late-content", *words, "--json").fault

    assert 1 == told.status
    assert told.err.startswith("ghostrules: het document met teksten bevat 1 fout\nGR005 fout: ")
    assert "words" == fault["error"]["kind"]
    assert ["geen bekende taal"] == [found["message"] for found in fault["diagnostics"]]


def test_a_preview_has_its_head_in_the_language(run: Run) -> None:
    """What surrounds the messages is for the reader, like the head of a plan."""
    given = ("--start", "2026-03-16T10:00", "--client", "NL", "--locale", "de_NL")
    out = run("preview", "negotiation", *given).out

    assert "negotiation: Keine Antwort auf ein Angebot" in out
    assert "Kunde NL" in out
    assert "E-Mail" in out
