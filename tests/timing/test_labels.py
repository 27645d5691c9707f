"""Anchors are called by labels, in the form that the sentence needs (L24)."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.errors import TimingError
from ghostrules.timing import (
    LANGUAGES,
    NO_LABELS,
    PREVIOUS,
    START,
    After,
    Anchor,
    AnchorPoint,
    Before,
    Days,
    DeadlinePassed,
    Duration,
    Every,
    Labels,
    OnWeekday,
    Part,
    Passed,
    Period,
    Weeks,
    When,
    Within,
    from_symbol,
    label_forms,
    missing_forms,
    read,
    write,
)

LABELS = Labels.of(
    {
        "en": {
            "pause": "the pause",
            "letter": "the final letter",
            "start": "the offer",
            "due": "the due date",
        },
        "nl": {
            "pause": "de pauze",
            "letter": "de laatste aanmaning",
            "start": "de offerte",
            "due": "de vervaldatum",
        },
        "de": {
            "pause": {"nom": "die Pausierung", "dat": "der Pausierung", "gen": "der Pausierung"},
            "letter": {
                "nom": "das letzte Schreiben",
                "dat": "dem letzten Schreiben",
                "gen": "des letzten Schreibens",
            },
            "start": {"nom": "das Angebot", "dat": "dem Angebot"},
            "due": {
                "nom": "das Fälligkeitsdatum",
                "dat": "dem Fälligkeitsdatum",
                "gen": "des Fälligkeitsdatums",
            },
        },
        "tr": {
            "pause": {"nom": "duraklatma", "abl": "duraklatmadan", "gen": "duraklatmanın"},
            "letter": {"nom": "son ihtar", "abl": "son ihtardan", "gen": "son ihtarın"},
            "start": {"nom": "teklif", "abl": "tekliften"},
            "due": {"nom": "vade tarihi", "abl": "vade tarihinden", "gen": "vade tarihinin"},
        },
    },
    facts=["due"],
)
names = st.sampled_from(["pause", "letter", "due", "call", "pauze", "second-call"])
anchors: st.SearchStrategy[Anchor] = st.just(START) | st.builds(
    Anchor,
    names,
    occurrence=st.none() | st.integers(1, 3),
    part=st.sampled_from([None, None, *Part]),
)
points: st.SearchStrategy[AnchorPoint] = st.just(PREVIOUS) | anchors
hours = st.builds(lambda number: Duration(60 * number), st.integers(1, 99))
days = st.builds(Days, st.integers(0, 99))
whens: st.SearchStrategy[When] = st.one_of(
    st.builds(After, hours | days, points),
    st.builds(Before, hours | days, anchors),
    st.builds(OnWeekday, st.integers(0, 6), st.integers(0, 3), points),
    st.builds(Passed, st.sampled_from(Period), st.integers(0, 3), points),
    st.builds(Within, hours | days, points),
    st.builds(Every, st.builds(Weeks, st.integers(1, 4)), st.integers(2, 5), points),
    st.builds(DeadlinePassed, names, occurrence=st.none() | st.integers(1, 3)),
)
languages = pytest.mark.parametrize("language", LANGUAGES)


@languages
@settings(max_examples=250, deadline=None)
@given(when=whens)
def test_what_is_written_with_labels_reads_back(language: str, when: When) -> None:
    """L24: the labels of a policy change how a timing is written, and not what it means."""
    assert read(write(when, language, labels=LABELS), language, labels=LABELS) == when


@languages
@settings(max_examples=100, deadline=None)
@given(when=whens)
def test_ids_are_read_where_there_are_labels(language: str, when: When) -> None:
    """A step with a label can still be called by its id."""
    assert read(write(when, language), language, labels=LABELS) == when


@languages
@settings(max_examples=60, deadline=None)
@given(when=whens, form=st.sampled_from(["NFC", "NFD"]))
def test_spelling_of_a_label_does_not_matter(language: str, when: When, form: str) -> None:
    """L23: a label is read in capitals and in any Unicode form, like every other word."""
    text = unicodedata.normalize(form, write(when, language, labels=LABELS).upper())  # type: ignore[arg-type]
    assert read(text, language, labels=LABELS) == when


@pytest.mark.parametrize(
    ("symbols", "language", "text"),
    [
        ("pause-48h", "en", "48 hours before the pause"),
        ("pause-48h", "nl", "48 uur vóór de pauze"),
        ("pause-48h", "de", "48 Stunden vor der Pausierung"),
        ("pause-48h", "tr", "duraklatmadan 48 saat önce"),
        ("letter.deadline", "de", "wenn die Frist des letzten Schreibens abgelaufen ist"),
        ("letter.deadline", "tr", "son ihtarın süresi dolduğunda"),
        ("letter.delivery+14d", "de", "14 Kalendertage nach der Zustellung des letzten Schreibens"),
        (
            "letter@eow+0w",
            "de",
            "wenn die Kalenderwoche, in die das letzte Schreiben fällt, vorüber ist",
        ),
        ("start..+24h", "de", "innerhalb von 24 Stunden nach dem Angebot"),
        ("letter#2+7d", "nl", "7 kalenderdagen na stap 'letter#2'"),
        ("call+7d", "nl", "7 kalenderdagen na stap 'call'"),
    ],
)
def test_a_label_stands_in_the_form_of_the_sentence(symbols: str, language: str, text: str) -> None:
    """A label has the form that its place asks for; one occurrence is called by the id."""
    assert write(from_symbol(symbols), language, labels=LABELS) == text


@pytest.mark.parametrize(
    ("language", "step", "fact"),
    [
        ("en", "30 calendar days after due", "30 calendar days after due"),
        ("nl", "30 kalenderdagen na stap 'due'", "30 kalenderdagen na de datum 'due'"),
        (
            "de",
            "30 Kalendertage nach dem Schritt „due“",
            "30 Kalendertage nach dem Datum „due“",
        ),
        ("tr", "“due” adımından 30 takvim günü sonra", "“due” tarihinden 30 takvim günü sonra"),
    ],
)
def test_an_id_stands_behind_a_noun_that_takes_the_ending(
    language: str, step: str, fact: str
) -> None:
    """Without a label the id is quoted behind a noun of its kind, and both nouns are read."""
    when = from_symbol("due+30d")
    assert write(when, language) == step
    assert write(when, language, labels=Labels(facts=("due",))) == fact
    assert read(step, language) == read(fact, language) == when


def test_no_ending_is_guessed() -> None:
    """Where a label lacks the form of the sentence, the id stands there."""
    labels = Labels.of({"de": {"pause": "die Pausierung"}})
    assert write(from_symbol("pause-48h"), "de", labels=labels) == (
        "48 Stunden vor dem Schritt „pause“"
    )
    assert write(from_symbol("pause@eow+0w"), "de", labels=labels) == (
        "wenn die Kalenderwoche, in die die Pausierung fällt, vorüber ist"
    )


@pytest.mark.parametrize(
    ("symbols", "language", "missing"),
    [
        ("pause-48h", "nl", []),
        ("pause-48h", "de", ["dat"]),
        ("pause.deadline", "de", ["dat", "gen"]),
        ("pause.delivery+1d", "tr", ["abl", "gen"]),
        ("pause.delivery+1d", "en", []),
        ("call.delivery+1d", "tr", ["abl"]),
        ("+1d", "tr", ["abl"]),
    ],
)
def test_the_forms_that_are_missing_are_known(
    symbols: str, language: str, missing: list[str]
) -> None:
    """A label needs the forms of its language, and those that the timings ask of it."""
    labels = Labels.of({language: {"pause": "x"}})
    assert missing_forms("pause", language, labels, (from_symbol(symbols),)) == missing
    assert set(missing) <= set(label_forms(language))


def test_a_label_goes_before_an_id_that_reads_alike() -> None:
    """`de pauze` could be a step called `pauze`; where it is a label, the label is meant."""
    assert read("48 uur vóór de pauze", "nl") == from_symbol("pauze-48h")
    assert read("48 uur vóór de pauze", "nl", labels=LABELS) == from_symbol("pause-48h")


def test_two_labels_that_are_the_same_are_ambiguous() -> None:
    """L23: a label that two steps have is refused with both readings."""
    labels = Labels.of({"nl": {"call": "het bericht", "letter": "het bericht"}})
    with pytest.raises(TimingError, match="more than one reading") as caught:
        read("1 week na het bericht", "nl", labels=labels)
    assert [each.split(": ")[0] for each in getattr(caught.value, "readings", ())] == [
        "call+1w",
        "letter+1w",
    ]


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "48 uur vor de pauze",
            "expected `na`, `later`, `erna`, `daarna`, `nadien` or `vóór`",
            "try `48 uur voor de pauze`",
        ),
        ("tot de laatste aanmaning", "does not say whether its last day is included", "say from"),
        ("48 hours before the pause", "is right in English", "write `48 uur vóór de pauze`"),
        ("1 week na de laatste aanmaning misschien", "`misschien` on, expected nothing more", None),
    ],
)
def test_errors_speak_of_labels(text: str, message: str, help: str | None) -> None:
    """L23: suggestions, refusals and places know the labels of the policy."""
    with pytest.raises(TimingError) as caught:
        read(text, "nl", labels=LABELS)
    assert message in caught.value.message
    assert (caught.value.help or "").startswith(help or "")


@pytest.mark.parametrize("label", ["", "  ", 3, {"nom": 3}, {"nom": ""}, "x" * 65, None, ["x"]])
def test_a_label_is_a_short_text(label: object) -> None:
    """L20, L22: what is no text of at most 64 letters is no label."""
    with pytest.raises(TimingError, match="is no label of `pause`"):
        Labels.of({"nl": {"pause": label}})  # type: ignore[dict-item]


def test_the_name_of_a_label_is_an_id() -> None:
    """L20: nothing can be called what is no id."""
    with pytest.raises(TimingError):
        Labels.of({"nl": {"24h": "x"}})


def test_no_labels_are_no_labels() -> None:
    """Without labels every language calls anchors by their ids."""
    assert (NO_LABELS.languages, NO_LABELS.names("nl")) == ((), ())
