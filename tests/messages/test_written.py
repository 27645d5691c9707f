"""The library's own words: the same in every language, and as they were last read by people."""

import re

import pytest

from ghostrules.effects import Effect
from ghostrules.messages import FIELDS, Words, built_in_languages, built_in_words
from ghostrules.messages._judge import judge
from ghostrules.messages._texts import Text
from ghostrules.policy import Policy, built_in, built_in_names
from tests.messages.written import FOLDER, PHRASES, values, written

ENGLISH = built_in_words("en")
LANGUAGES = built_in_languages()
OTHERS = [language for language in LANGUAGES if language != "en"]
TERRITORIES = sorted(ENGLISH.courts)


def shape(language: str) -> dict[str, object]:
    """Give what has to be alike in all languages: ids, fields, registers, and places."""
    return {
        f"{template.id} {variant}": (
            template.fields,
            frozenset(letter.subject.places + letter.body.places),
        )
        for template in built_in_words(language).templates.values()
        for variant, letter in template.texts.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_what_people_have_read(language: str) -> None:
    """Every message is as in the file that native speakers read; `written.py` writes it anew."""
    assert (FOLDER / f"{language}.txt").read_text("utf-8") == written(language)


def test_every_language_has_its_file_and_no_other() -> None:
    """There is a file to read for each language, and none for a language without words."""
    assert sorted(LANGUAGES) == sorted(file.stem for file in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("language", OTHERS)
def test_all_languages_have_the_same_templates_registers_and_fields(language: str) -> None:
    """A template is in every language, with the same registers, fields and places."""
    assert shape("en") == shape(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_the_same_courts_and_has_phrases(language: str) -> None:
    """The court of each territory has a name in every language."""
    words = built_in_words(language)
    assert (TERRITORIES, True) == (sorted(words.courts), words.phrases is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_formal_and_informal_say_the_same_in_other_words(language: str) -> None:
    """Both registers have the same places, and another text."""
    for template in built_in_words(language).templates.values():
        if "formal" in template.texts or "informal" in template.texts:
            formal, informal = template.texts["formal"], template.texts["informal"]
            assert set(formal.body.places) == set(informal.body.places)
            assert formal.body != informal.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_names_exactly_its_fields(language: str) -> None:
    """No field is missing, misspelt or unused in the library's own words."""
    for template in built_in_words(language).templates.values():
        used = {name for letter in template.texts.values() for name in letter.names}
        assert used == set(template.fields)
        assert used <= set(FIELDS)


def bodies(language: str) -> set[Text]:
    """Give every body of a language."""
    templates = built_in_words(language).templates.values()
    return {letter.body for template in templates for letter in template.texts.values()}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_no_copy(language: str) -> None:
    """No text of another language is the English one."""
    assert set() == bodies(language) & bodies("en")


def test_there_are_four_languages() -> None:
    """The languages of the people for whom the policies were made."""
    assert ("de", "en", "nl", "tr") == LANGUAGES


PRACTICE = {
    "late-content/reminder": "awaited due?",
    "late-content/final-notice": "agreed? awaited deadline restart-fee?",
    "marketplace-incomplete/check-in": "awaited due?",
    "marketplace-incomplete/last-message": "deadline",
    "marketplace-complete/completion-notice": "deadline ends?",
    "negotiation/last-follow-up": "start",
    "project/follow-up": "start awaited",
    "project/final-notice": "agreed? deadline restart-fee?",
    "project/stop": "today restart-fee?",
    "payment/invoice-again": "invoice late-fee?",
    "payment/notice": "invoice days-overdue due",
    "payment/final-letter": "invoice project days-overdue balance due deadline how-to-pay phone? "
    "email? court",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", PRACTICE)
def test_a_letter_names_what_the_practice_asks_of_it(language: str, id: str) -> None:
    """A1, A4, B1 to B3, C1 to C2c, C3a to C3c: what, by when, and what it costs."""
    for register in ("formal", "informal"):
        places = built_in_words(language).templates[id].texts[register].body.places
        said = {f"{place.name}?" if place.optional else place.name for place in places}
        assert set(PRACTICE[id].split()) <= said


@pytest.mark.parametrize("name", built_in_names())
def test_every_effect_of_a_built_in_has_its_words(name: str) -> None:
    """Nothing is missing for any effect of a built-in policy, in any register."""
    assert [] == list(judge(Words(), built_in(name)))


def effects(policy: Policy) -> list[Effect]:
    """Give everything that a policy may do."""
    doing = (*(step.do for step in policy.steps), *(reaction.do for reaction in policy.on))
    return [each for do in doing for effect in do for each in effect.alternatives]


def test_no_words_are_left_over() -> None:
    """Every template of the library is named by an effect of a built-in, or reminds ourselves."""
    policies = [built_in(name) for name in built_in_names()]
    named = {effect.template for policy in policies for effect in effects(policy)}
    usual = {f"{policy.id}/{step.id}" for policy in policies for step in policy.steps}
    assert set(ENGLISH.templates) <= named | usual | {"draft", "overdue", "our-turn"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_examples_of_every_field(language: str) -> None:
    """What people read shows every field filled, in their own language."""
    assert set(FIELDS) == set(values(language, "payment/notice"))
    assert language in PHRASES


FAMILIAR = {
    "nl": r"\b(je|jij|jou|jouw)\b",
    "de": r"\b(du|dir|dich|dein\w*)\b",
    "tr": r"\b(sen|sana|seni|senin|senden|sende)\b",
}
POLITE = {
    "nl": r"\b([Uu]|[Uu]w)\b",
    "de": r"\b(Sie|Ihnen|Ihre?\w?)\b",
    "tr": r"\b([Ss]iz|[Ss]ize|[Ss]izi|[Ss]izin|[Ss]izden|[Ss]izde)\b",
}
TO_OTHERS = "marketplace-incomplete/support"


def letters(language: str, variant: str) -> list[tuple[str, str]]:
    """Give the texts of a variant, without what fills them."""
    return [
        (template.id, f"{_plain(letter.subject)}\n{_plain(letter.body)}")
        for template in built_in_words(language).templates.values()
        for name, letter in template.texts.items()
        if name == variant
    ]


def _plain(text: Text) -> str:
    """Write a text with a nought in each place."""
    return "\n".join(
        "".join(piece if isinstance(piece, str) else "\0" for piece in line) for line in text.lines
    )


@pytest.mark.parametrize("language", OTHERS)
def test_each_register_keeps_to_its_own_you(language: str) -> None:
    """U and je, Sie and du, siz and sen are never mixed; a note says je, du, sen."""
    familiar = re.compile(FAMILIAR[language], re.IGNORECASE)
    polite = re.compile(POLITE[language])
    assert [] == [id for id, text in letters(language, "formal") if familiar.search(text)]
    assert [] == [id for id, text in letters(language, "informal") if polite.search(text)]
    assert [] == [
        id for id, text in letters(language, "note") if id != TO_OTHERS and polite.search(text)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", ["formal", "informal", "note"])
def test_nothing_filled_in_takes_an_ending(language: str, variant: str) -> None:
    """No letter, hyphen or apostrophe is glued to a place: not in Turkish, and nowhere else."""
    glued = re.compile(r"\w\0|\0['\u2019\w-]")
    assert [] == [id for id, text in letters(language, variant) if glued.search(text)]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Mahnbescheid"),  # an order of a court
        ("nl", "dwangbevel"),  # an order, too
        ("nl", "dagvaarding"),  # a summons
        ("tr", "noter"),  # a notice by a notary
        ("tr", "icra"),  # enforcement by an office
    ],
)
def test_no_letter_claims_to_be_what_only_a_court_can_send(language: str, word: str) -> None:
    """False friends: what we send is a letter."""
    texts = [text for variant in ("formal", "informal") for _, text in letters(language, variant)]
    assert [] == [text for text in texts if re.search(rf"\b{word}", text, re.IGNORECASE)]
