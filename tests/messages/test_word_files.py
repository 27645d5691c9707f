"""Files of words: read with all their faults, bounded, and never evaluated (L22)."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghostrules.documents import Faulty
from ghostrules.errors import WordsError
from ghostrules.messages import Words, built_in_languages, built_in_words, load_words, loads_words
from ghostrules.messages._texts import Text, read_template_text

LETTER = '{ subject = "Hello", body = "Dear {contact}," }'


def template(body: str, subject: str = "x") -> str:
    """Make words with one template."""
    return json.dumps(
        {"language": "en", "a/b": {"note": {"subject": subject, "body": body}}}, ensure_ascii=False
    )


def faults(text: str, format: str = "json") -> list[tuple[str, str]]:
    """Give the codes and the places of what is wrong with words."""
    with pytest.raises(WordsError) as raised:
        loads_words(text, "toml" if format == "toml" else "json")
    return [(found.code, found.path) for found in raised.value.report]


@pytest.mark.parametrize(
    "text",
    [
        "{contact.name}",
        "{contact[0]}",
        "{contact!r}",
        "{contact:>100}",
        "{__class__}",
        "{0}",
        "{}",
        "{ contact }",
        "{Contact}",
        "{contact??}",
        "{%if%}",
        "a { b",
        "a } b",
        "{contact",
        "{a\nb}",
    ],
)
def test_nothing_but_a_field_stands_in_braces(text: str) -> None:
    """L22: no parts, no formats, no code; a lone brace is an error too."""
    assert [("GR501", "a/b.note.body")] == faults(template(text))


def test_doubled_braces_are_braces() -> None:
    """What is no place can be written too."""
    assert "{contact} {x}" == read_template_text("{{contact}} {{{x}}}", "").fill({"x": "x"})


LINES = st.text(st.sampled_from("ab{}?- "), min_size=1, max_size=60).filter(str.strip)


@given(LINES)
def test_any_text_can_be_said(text: str) -> None:
    """With its braces doubled, a text comes out as it went in."""
    escaped = text.replace("{", "{{").replace("}", "}}")
    assert text.strip() == read_template_text(escaped, "").fill({})


@given(LINES, st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str, value: str) -> None:
    """L22: whatever is written is words with places, or a fault; and it is filled in one pass."""
    try:
        read = read_template_text(text, "x")
    except Faulty as faulty:
        codes = {found.code for found in faulty.diagnostics}
    else:
        codes = {"GR501"}
        filled = read.fill(dict.fromkeys(read.names, value))
        assert filled.count(value) >= bool(read.names) or not value.strip()
    assert codes == {"GR501"}


def test_an_optional_place_takes_its_line_with_it() -> None:
    """Lines before and after stay, and several empty lines become one."""
    text = read_template_text("a\n\nb {x?}\nc {y?}\n\nd", "")
    assert "a\n\nb 1\n\nd" == text.fill({"x": "1"})
    assert "a\n\nd" == text.fill({})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('language = "klingon"', [("GR005", "language")]),
        ('["a/b"]\nnote = ' + LETTER, [("GR003", "")]),
        ('language = "en"\n["a/b"]\n', [("GR003", "a/b")]),
        ('language = "en"\n["a/b"]\nformell = ' + LETTER, [("GR002", "a/b.formell")]),
        ('language = "en"\n["a/b".note]\nsubject = "x"', [("GR003", "a/b.note")]),
        (
            'language = "en"\n["a/b".note]\nsubject = "x\\ny"\nbody = "z"',
            [("GR501", "a/b.note.subject")],
        ),
        (
            'language = "en"\n["a/b".note]\nsubject = 1\nbody = ""',
            [("GR004", "a/b.note.subject"), ("GR004", "a/b.note.body")],
        ),
        ('language = "en"\n[fields]\nfee = "euros"', [("GR005", "fields.fee")]),
        ('language = "en"\n[fields]\ndeadline = "text"', [("GR116", "fields.deadline")]),
        ('language = "en"\n[fields]\nfee = "limit"', [("GR005", "fields.fee")]),
        ('language = "en"\n[fields]\n"a fee" = "money"', [("GR116", "fields.a fee")]),
        (
            'language = "en"\n[phrases]\nmoment = "{date}"\nlast-day = "{date}"\n'
            'zone = "{moment} {city}"',
            [("GR501", "phrases.moment")],
        ),
        ("language = ", [("GR001", "")]),
    ],
)
def test_every_fault_has_its_place(document: str, expected: list[tuple[str, str]]) -> None:
    """All faults of a document are told together, each with its path (L20)."""
    assert expected == faults(document, "toml")


def test_faults_tell_their_line() -> None:
    """As in every other document."""
    with pytest.raises(WordsError) as raised:
        loads_words('language = "en"\n\n["a/b".note]\nsubject = "x"\nbody = "{"\n')
    assert [5] == [found.line for found in raised.value.report]


@pytest.mark.parametrize(
    "text",
    [
        template("x" * 10_001),
        template("x", "y" * 201),
        template("{a}" * 101),
        json.dumps(
            {
                "language": "en",
                **{f"a/{i}": {"note": {"subject": "x", "body": "y"}} for i in range(501)},
            }
        ),
    ],
)
def test_words_are_bounded(text: str) -> None:
    """L22: so much and no more."""
    assert {"GR501"} == {code for code, _ in faults(text)}


def test_a_file_is_bounded() -> None:
    """L22: a document of more than a megabyte is not read."""
    assert [("GR008", "")] == faults("#" * (1024 * 1024 + 1), "toml")


def test_the_longest_text_is_filled_at_once() -> None:
    """L22: time grows with the text, whatever stands in it."""
    text = read_template_text("{a?}\n" * 100 + "{{" * 4000, "")
    began = time.perf_counter()
    filled = text.fill({"a": "x" * 5000})
    assert (len(filled), time.perf_counter() - began < 0.5) == (100 * 5001 + 4000, True)


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    """One file a language, in TOML or JSON; other files are not looked at."""
    (tmp_path / "nl.toml").write_text('language = "nl"')
    (tmp_path / "de.json").write_text('{"language": "de"}')
    (tmp_path / "README.md").write_text("no words")
    assert ["de", "nl"] == [lexicon.language for lexicon in load_words(tmp_path)]


def test_of_two_lexicons_the_first_counts() -> None:
    """One's own words can override one's own."""
    documents = [f'language = "fr"\n["a/b".note]\nsubject = "{name}"\nbody = "x"' for name in "xy"]
    words = Words(tuple(map(loads_words, documents)))
    found = words.template("a/b", "fr")
    assert found is not None
    assert Text((("x",),)) == found.texts["note"].subject


def test_a_template_for_all_policies_comes_after_those_of_one() -> None:
    """A lone last part serves every policy that has no words of its own."""
    text = 'language = "en"\n[reminder.note]\nsubject = "x"\nbody = "x"'
    words = Words((loads_words(text),))
    every, one = (
        words.template("chase/reminder", "en"),
        words.template("late-content/reminder", "en"),
    )
    assert every is not None
    assert one is not None
    assert ("reminder", "late-content/reminder") == (every.id, one.id)


def test_there_are_no_words_in_every_language() -> None:
    """What is not there is refused."""
    assert "xx" not in built_in_languages()
    with pytest.raises(WordsError, match="there are no words in `xx`"):
        built_in_words("xx")
