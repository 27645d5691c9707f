"""Every text in the code is in every catalogue, whole and with the same places."""

import ast
import pickle
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from ghostrules.locales import LANGUAGES, in_language, spoken
from ghostrules.phrases import all_of, one_of, phrase, plural, row_of, told_apart
from tests.locales.renewing import (
    FOLDER,
    OTHERS,
    SOURCE,
    Id,
    catalogue,
    extracted,
    renewed,
)

# Texts that are rightly the same as in English.
SAME = {
    "nl": {
        " ({why})",
        "{clause},",
        "{repeated},",
        "{day_of_week}",
        "`{key}`: {about}",
        "open",
        "post",
        "fax",
        "sms",
        "{kind} in {currency}",
    },
    "de": {" ({why})", "{clause},", "{repeated},", "`{key}`: {about}", "{kind} in {currency}"},
    "tr": {" ({why})", "{day_of_week}", "`{key}`: {about}"},
}
SAME_EVERYWHERE = {
    "{code} {severity}: {text}",
    "{english} ({own})",
    "{own} ({english})",
    "`{text}` {why}",
    "“{text}”",
}
PLAIN = re.compile(r"[a-z_]+").fullmatch
# What stands bare in English and, in other languages, between backticks.
BARE = re.compile(r"\{(kind|detail|name|month)\}")


IDS = frozenset(extracted())
CATALOGUES = {language: catalogue(language) for language in OTHERS}


def forms(text: Id | list[str] | None) -> tuple[str, ...]:
    """Give the forms of a text, one where it has no plural."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Give each English text with its translation; of a plural, each form with the longer one."""
    for message in CATALOGUES[language]:
        if message.id:
            yield from ((forms(message.id)[-1], form) for form in forms(message.string))


def places(text: str) -> set[str]:
    """Name the places of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def code(text: str) -> list[str]:
    """List what stands between backticks."""
    return sorted(re.findall(r"`[^`]*`", text))


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_lacks_a_translation_and_none_is_left_over(language: str) -> None:
    """A catalogue holds the ids of the source, and no others."""
    known = {message.id for message in CATALOGUES[language] if message.id}

    assert IDS == {id if isinstance(id, str) else tuple(id) for id in known}
    assert not CATALOGUES[language].obsolete


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_empty_or_unsure(language: str) -> None:
    """Each text has as many forms as the language has plurals, and none of them is a guess."""
    book = CATALOGUES[language]
    messages = [message for message in book if message.id]
    wrong = [
        message.id
        for message in messages
        if len(forms(message.string)) != (1 if isinstance(message.id, str) else book.num_plurals)
    ]

    assert [] == wrong
    assert [] == [message.id for message in messages if message.fuzzy]
    assert [] == [english for english, said in pairs(language) if not said.strip()]


@pytest.mark.parametrize("language", OTHERS)
def test_the_places_are_the_same(language: str) -> None:
    """A translation fills exactly the places of the English text, by plain names (L22)."""
    assert [] == [pair for pair in pairs(language) if places(pair[0]) != places(pair[1])]
    assert [] == [said for _, said in pairs(language) if not all(map(PLAIN, places(said)))]


@pytest.mark.parametrize("language", OTHERS)
def test_code_stays_code(language: str) -> None:
    """What stands between backticks is the same in every language."""
    changed = [pair for pair in pairs(language) if code(pair[0]) != code(pair[1])]

    assert [] == [pair for pair in changed if not BARE.search(pair[0])]


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_filled_in_gets_an_ending(language: str) -> None:
    """No letter and no apostrophe with a suffix follows a place, or code between backticks."""
    suffixed = re.compile(r"\}[^\W\d_]|[`}][^\w\s`]?['\u2019][^\W\d_]")
    texts = [said.replace("{day}T", "{day} T") for _, said in pairs(language)]

    assert [] == [said for said in texts if suffixed.search(said)]


@pytest.mark.parametrize("language", OTHERS)
def test_few_translations_equal_the_english(language: str) -> None:
    """A translation that equals the English text is one of those that rightly do."""
    same = {english for english, said in pairs(language) if english == said}

    assert same <= SAME[language] | SAME_EVERYWHERE


@pytest.mark.parametrize("language", OTHERS)
def test_a_fault_and_its_help_stay_two_parts(language: str) -> None:
    """Errors that become diagnostics are taken apart at a semicolon, in every language alike."""
    rooms = ("calendars", "events", "locales", "machine")
    ids = [id for room in rooms for id in extracted(SOURCE / room)]
    errors = [
        (forms(id)[0], forms(message.string)[0])
        for id in ids
        if (message := CATALOGUES[language].get(id)) is not None
    ]

    assert [] == [pair for pair in errors if pair[0].count("; ") != pair[1].count("; ")]


@pytest.mark.parametrize("language", OTHERS)
def test_the_file_is_as_it_would_be_renewed(language: str) -> None:
    """`python -m tests.locales.renewing` would leave the file as it is."""
    assert (FOLDER / f"{language}.po").read_text("utf-8") == renewed(language)


def test_plurals_follow_the_language() -> None:
    """One is one in Dutch and German; Turkish has a single form."""
    errors = [plural("{count} error", "{count} errors", number) for number in (0, 1, 2)]

    assert ["0 errors", "1 error", "2 errors"] == errors
    assert ["0 fouten", "1 fout", "2 fouten"] == [in_language(each, "nl") for each in errors]
    assert ["0 hata", "1 hata", "2 hata"] == [in_language(each, "tr") for each in errors]
    warnings = [plural("{count} warning", "{count} warnings", number) for number in (1, 2)]
    assert ["1 Warnung", "2 Warnungen"] == [in_language(each, "de") for each in warnings]


def test_lists_are_joined_as_the_language_does() -> None:
    """The last item of a list stands behind the language's own word."""
    items = ["a", "b", "c"]

    assert "a, b und c" == in_language(all_of(items), "de")
    assert "a, b veya c" == in_language(one_of(items), "tr")
    assert "a" == in_language(one_of(["a"]), "nl")
    assert "" == all_of([])


def test_a_phrase_inside_a_phrase_is_said_too() -> None:
    """What fills a place is said in the same language, however deep."""
    meant = phrase("did you mean {meant}?", meant=one_of(["`NL`", "`BE`"]))
    told = phrase("territory `{text}` is unknown; {help}", text="Holland", help=meant)

    assert "gebied `Holland` is onbekend; bedoelt u `NL` of `BE`?" == in_language(told, "nl")
    message, help = told_apart(told)
    assert "das Gebiet `Holland` ist unbekannt" == in_language(message, "de")
    assert "gemeint ist vielleicht `NL` oder `BE`?" == in_language(help or "", "de")


def test_what_is_filled_in_is_not_read_again() -> None:
    """A value that looks like a place stays a value (L22)."""
    told = phrase("did you mean `{meant}`?", meant="{meant.__class__}")

    assert "bedoelt u `{meant.__class__}`?" == in_language(told, "nl")


@pytest.mark.parametrize(
    "text",
    [
        phrase("did you mean `{meant}`?", meant="call"),
        plural("{count} error", "{count} errors", 2),
        row_of([phrase("a quiet day"), all_of(["a", "b"])]),
        told_apart(phrase("a text"))[0],
    ],
)
def test_a_text_survives_copying(text: str) -> None:
    """A text that was pickled says the same in every language."""
    again = pickle.loads(pickle.dumps(text))

    assert [in_language(text, each) for each in LANGUAGES] == [
        in_language(again, each) for each in LANGUAGES
    ]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("nl_BE", "nl"),
        ("de_AT", "de"),
        ("tr", "tr"),
        ("en_DE", "en"),
        ("fr_FR", "en"),
        (None, "en"),
    ],
)
def test_an_unknown_language_is_spoken_to_in_english(locale: str | None, language: str) -> None:
    """The territory does not choose the language, and what we do not speak becomes English."""
    assert language == spoken(locale)


def test_ids_are_literals() -> None:
    """A text is found by whoever reads the source: its id stands there as it is."""
    assert [] == [
        f"{path.name}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("phrase", "plural")
        and not (isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str))
    ]


WORD = re.compile(r"[A-Za-z]{2}")
MADE = {"diagnostic": 1, "fault": 1, "Diagnostic": 1, "Problem": 1, "ConditionError": 0}


def plain_english(tree: ast.AST) -> Iterator[ast.expr]:
    """Find the English in diagnostics that no catalogue could know."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MADE:
            keys = ("message", "expected", "help")
            told = call.args[MADE[call.func.id] :][:1]
            told += [keyword.value for keyword in call.keywords if keyword.arg in keys]
            yield from (text for part in told for text in _texts(part))


def _texts(part: ast.expr) -> Iterator[ast.expr]:
    match part:
        case ast.IfExp(body=body, orelse=other):
            yield from (*_texts(body), *_texts(other))
        case ast.BoolOp(values=values):
            yield from (text for value in values for text in _texts(value))
        case ast.BinOp(left=left, right=right):
            yield from (*_texts(left), *_texts(right))
        case ast.JoinedStr() | ast.Constant(value=str()):
            yield part
        case _:
            pass


@pytest.mark.parametrize(
    "room",
    [
        "calendars",
        "conditions",
        "documents",
        "events",
        "machine",
        "messages",
        "parties",
        "policy",
        "scenarios",
    ],
)
def test_diagnostics_are_made_of_phrases(room: str) -> None:
    """Whatever a diagnostic says can be said in every language, but for bare code."""
    english = [
        f"{path.name}:{text.lineno}"
        for path in (SOURCE / room).rglob("*.py")
        for text in plain_english(ast.parse(path.read_text("utf-8")))
        if WORD.search(re.sub(r"`[^`]*`", "", ast.unparse(text)[1:]))
    ]

    assert [] == english
