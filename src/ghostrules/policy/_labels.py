"""Labels as a document writes them: for each language, from a name to its text or its forms."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from ghostrules.documents import (
    MOST_LETTERS,
    Faulty,
    as_table,
    choices,
    fault,
    gather,
    is_table,
    read_id,
    read_text,
    suggestion,
    under,
    unknown_keys,
)
from ghostrules.phrases import phrase
from ghostrules.timing import LANGUAGES, Labels, label_forms

LABELS: Final[Mapping[str, object]] = {
    "type": "object",
    "propertyNames": {"enum": list(LANGUAGES)},
    "additionalProperties": {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
            ]
        },
    },
}

Table = Mapping[str, Any]


def read_labels(value: object, path: str) -> Labels:
    """Read labels, as a table or as the value itself."""
    if isinstance(value, Labels):
        return value
    tables = as_table(value, path).items()
    return Labels.of(dict(gather(_language(*item, path) for item in tables)))


def _language(language: str, value: object, path: str) -> Callable[[], tuple[str, Table]]:
    place = under(path, language)

    def read() -> tuple[str, Table]:
        if language not in LANGUAGES:
            raise fault(
                "GR005",
                phrase("`{language}` is no language that labels can be in", language=language),
                place,
                expected=choices(LANGUAGES),
                help=suggestion(language, LANGUAGES),
            )
        names = as_table(value, place).items()
        return language, dict(gather(_name(*item, language, place) for item in names))

    return read


def _name(name: str, value: object, language: str, path: str) -> Callable[[], tuple[str, Any]]:
    place = under(path, name)

    def read() -> tuple[str, Any]:
        label = _forms(value, language, place) if is_table(value) else _text(value, place)
        return read_id(name, place), label

    return read


def _forms(value: object, language: str, path: str) -> Mapping[str, str]:
    table = as_table(value, path)
    strange = unknown_keys(table, label_forms(language), path)
    if strange:
        raise Faulty(*strange)
    return dict(gather(_form(*item, path) for item in table.items()))


def _form(form: str, value: object, path: str) -> Callable[[], tuple[str, str]]:
    return lambda: (form, _text(value, under(path, form)))


def _text(value: object, path: str) -> str:
    text = str(read_text(value, path)).strip()
    if len(text) > MOST_LETTERS:
        raise fault(
            "GR116",
            phrase("`{id}...` has {count} letters", id=text[:20], count=len(text)),
            path,
            expected=phrase("a label of at most {most} letters", most=MOST_LETTERS),
        )
    return text


def write_labels(labels: Labels) -> dict[str, Any]:
    """Write labels as a table, each of one form as a text."""
    return {language: _written(labels, language) for language in labels.languages}


def _written(labels: Labels, language: str) -> dict[str, Any]:
    forms = label_forms(language)
    found = {
        name: {form: text for form in forms if (text := labels.form(language, name, form))}
        for name in labels.names(language)
    }
    return {name: said[forms[0]] if [*said] == [forms[0]] else said for name, said in found.items()}
