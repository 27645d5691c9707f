"""A policy says what its steps, facts and start are called, in each language (L21, L24, L25)."""

from typing import Any

import pytest

from ghostrules import Policy, Step
from ghostrules.errors import PolicyError
from ghostrules.policy import (
    built_in,
    built_in_names,
    check,
    dumps,
    from_document,
    loads,
    to_document,
)
from ghostrules.timing import (
    LANGUAGES,
    BusinessDays,
    Labels,
    anchor_of,
    from_symbol,
    label_forms,
    read,
    write,
)

STEPS: list[dict[str, Any]] = [
    {"id": "notice", "when": "pause-48h", "do": "email"},
    {"id": "pause", "when": "due+5bd", "do": "pause_work", "outcome": "paused"},
]
LABELS: dict[str, dict[str, Any]] = {
    "nl": {"pause": "de pauze", "due": "de vervaldatum"},
    "de": {"pause": {"nom": "die Pausierung", "dat": "der Pausierung"}},
    "tr": {"pause": {"nom": "duraklatma", "abl": "duraklatmadan"}},
}


def document(**more: object) -> dict[str, Any]:
    """Give a document of two steps that counts from a fact."""
    plain = {"id": "chase", "ends": "paid", "facts": {"due": "date"}, "step": STEPS}
    return {**plain, **more}


def test_labels_are_read_and_written() -> None:
    """L25: labels survive a document, in TOML, in JSON and in Python."""
    policy = from_document(document(labels=LABELS))
    assert policy.labels == Labels.of(LABELS, facts=["due"])
    assert to_document(policy)["labels"] == {each: LABELS[each] for each in sorted(LABELS)}
    assert loads(dumps(policy)).labels == policy.labels
    assert loads(dumps(policy, "json"), "json").labels == policy.labels
    steps = [Step(**step) for step in STEPS]
    python = Policy("chase", steps, ends="paid", facts={"due": "date"}, labels=LABELS)
    assert (python, python.labels) == (policy, policy.labels)


def test_labels_do_not_count() -> None:
    """L21: policies that differ in labels only are equal and have one fingerprint."""
    plain, labelled = from_document(document()), from_document(document(labels=LABELS))
    assert plain == labelled
    assert plain.fingerprint == labelled.fingerprint


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_policy_is_written_in_any_language(language: str) -> None:
    """L25: what is written in another language is an equal policy, and stays so when written on."""
    policy = from_document(document(labels=LABELS, min_gap="2 business days"))
    other = loads(dumps(policy, language=language))
    assert (other, other.fingerprint) == (policy, policy.fingerprint)
    assert other.language == language
    assert dumps(other, language="en") == dumps(policy)


def test_a_policy_reads_its_timings_with_its_labels() -> None:
    """A timing may call a step by its label, in the policy's language."""
    steps = [{**STEPS[0], "when": "48 uur vóór de pauze"}, {**STEPS[1], "when": "due+5bd"}]
    policy = from_document(document(language="nl", labels=LABELS, step=steps))
    assert policy.steps[0].when == from_symbol("pause-48h")


def test_dates_and_steps_stand_behind_different_nouns() -> None:
    """A fact that is a date is not called a step."""
    written = to_document(from_document(document()), language="de")
    assert [step["when"] for step in written["step"]] == [
        "48 Stunden vor dem Schritt „pause“",
        "5 Arbeitstage nach dem Datum „due“",
    ]


def test_amounts_are_in_the_language_of_the_policy() -> None:
    """Amounts are read in the policy's language, in English and in symbols, and written in it."""
    text = 'id = "a"\nends = "b"\nlanguage = "tr"\nmin_gap = "2 iş günü"\npatience = "3bd"\n'
    text += (
        'punctual = "30 minutes"\nevidence = { inbox = "2 saat" }\nsteps = ["2 saat sonra: email"]'
    )
    policy = loads(text)
    assert (policy.min_gap, policy.patience) == (BusinessDays(2), BusinessDays(3))
    written = to_document(policy)
    assert [written[key] for key in ("min_gap", "patience", "punctual", "evidence")] == [
        "2 iş günü",
        "3 iş günü",
        "30 dakika",
        {"inbox": "2 saat"},
    ]


@pytest.mark.parametrize(
    ("labels", "code", "path"),
    [
        ({"xx": {"pause": "x"}}, "GR005", "labels.xx"),
        ({"nl": {"pause": 3}}, "GR004", "labels.nl.pause"),
        ({"nl": {"pause": " "}}, "GR004", "labels.nl.pause"),
        ({"nl": {"Pause": "x"}}, "GR116", "labels.nl.Pause"),
        ({"nl": {"pause": "x" * 65}}, "GR116", "labels.nl.pause"),
        ({"nl": {"pause": {"dat": "x"}}}, "GR002", "labels.nl.pause.dat"),
        ({"de": {"pause": {"nominative": "x"}}}, "GR002", "labels.de.pause.nominative"),
        ({"nl": "de pauze"}, "GR004", "labels.nl"),
        ("de pauze", "GR004", "labels"),
    ],
)
def test_what_is_no_label_is_refused(labels: object, code: str, path: str) -> None:
    """L20: each fault has its code and its place, and the rest of the policy is judged."""
    with pytest.raises(PolicyError) as caught:
        from_document(document(labels=labels))
    assert [(found.code, found.path) for found in caught.value.report.errors] == [(code, path)]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({"nl": {"pauze": "de pauze"}}, [("GR143", "labels.nl.pauze")]),
        ({"de": {"pause": "die Pausierung"}}, [("GR144", "labels.de.pause")]),
        ({"tr": {"pause": {"abl": "duraklatmadan"}}}, [("GR144", "labels.tr.pause")]),
        (
            {"nl": {"pause": "het bericht", "notice": "Het  Bericht"}},
            [("GR145", "labels.nl.pause")],
        ),
        ({"en": {"pause": "the notice"}}, [("GR145", "labels.en.pause")]),
        ({"nl": {"pause": "stap 'notice'"}}, [("GR145", "labels.nl.pause")]),
        ({"nl": {"pause": "de start"}}, [("GR145", "labels.nl.pause")]),
        ({"en": {"pause": "the day after call"}}, []),
        ({"en": {"due": "5 days after x"}}, []),
        (
            {"en": {"pause": "the deadline of talk", "notice": "talk"}},
            [("GR145", "labels.en.pause")],
        ),
        (LABELS, []),
    ],
)
def test_labels_are_judged(labels: dict[str, Any], found: list[tuple[str, str]]) -> None:
    """L24: a label is of something, has its forms, and can be told from every other."""
    report = check(from_document(document(labels=labels)))
    assert [(each.code, each.path) for each in report.errors] == found


def test_a_missing_form_is_named() -> None:
    """L24: the diagnostic names the form and the language."""
    (found,) = check(from_document(document(labels={"de": {"pause": "die Pausierung"}}))).errors
    assert found.message == "the label of `pause` has no form `dat`, which `de` needs"


def test_a_changed_built_in_keeps_the_labels_of_what_it_keeps() -> None:
    """What is dropped takes its labels along, and labels of one's own go before."""
    text = 'use = "late-content"\n[labels.nl]\npause = "de stop"\n'
    text += (
        '[drop]\nsteps = ["second-reminder"]\n[change.call]\nwhen = "1 day after the reminder"\n'
    )
    policy = loads(text)
    assert policy.labels.form("nl", "pause", "nom") == "de stop"
    assert policy.labels.form("de", "pause", "dat") == "der Pausierung"
    assert "second-reminder" not in policy.labels.names("nl")
    assert not check(policy).errors


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", built_in_names())
def test_built_ins_have_labels_for_what_they_count_from(name: str, language: str) -> None:
    """Every anchor of a built-in has a label in every language, with the forms that it needs."""
    policy = built_in(name)
    anchors = {getattr(anchor_of(step.timing), "name", "start") for step in policy.steps}
    assert anchors <= set(policy.labels.names(language))
    assert label_forms(language)[0] == "nom"
    assert not [found for found in check(policy) if found.path.startswith("labels")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", built_in_names())
def test_built_ins_are_written_without_ids_in_any_language(name: str, language: str) -> None:
    """L24, L25: a built-in written in a language is the same policy, and says no id."""
    policy = built_in(name)
    assert loads(dumps(policy, language=language)) == policy
    for step in policy.steps:
        text = write(step.timing, language, labels=policy.labels)
        assert read(text, language, labels=policy.labels) == step.timing
        assert not {"'", "„", "“"} & set(text)
