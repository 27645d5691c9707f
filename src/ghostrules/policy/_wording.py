"""The words of one policy: its language, and what it calls its steps and facts."""

from collections.abc import Mapping
from typing import Any, Final, cast

from attrs import evolve, frozen

from ghostrules.conditions import FactType
from ghostrules.documents import Faulty, Keys, are_pairs, is_table
from ghostrules.errors import TimingError
from ghostrules.policy._amounts import is_language
from ghostrules.policy._labels import read_labels
from ghostrules.policy._step_keys import AMOUNT
from ghostrules.timing import (
    NO_LABELS,
    Amount,
    Labels,
    read_amount,
    write_amount,
)

DEFAULT_LANGUAGE: Final = "en"
EVIDENCE: Final = "evidence"


@frozen
class Wording:
    """The language of a policy's timings and amounts, and its labels."""

    language: str
    labels: Labels


def wording_of(said: Mapping[str, object]) -> Wording | None:
    """Tell the words of a document or of arguments; None where the language is at fault itself."""
    language = said.get("language", DEFAULT_LANGUAGE)
    if not is_language(language):
        return None
    return Wording(str(language), with_dates(_labels(said.get("labels", NO_LABELS)), said))


def _labels(value: object) -> Labels:
    """Labels that are at fault are reported elsewhere, and read as none here."""
    try:
        return read_labels(value, "labels")
    except (Faulty, TimingError):
        return NO_LABELS


def with_dates(labels: Labels, said: Mapping[str, object]) -> Labels:
    """Tell labels which names are facts that are dates."""
    facts = said.get("facts", ())
    table: Any = dict(cast("Any", facts)) if is_table(facts) or are_pairs(facts) else {}
    return evolve(
        labels, facts=tuple(sorted(n for n, kind in table.items() if kind == FactType.DATE))
    )


def with_amounts(
    keys: Keys, table: Mapping[str, object], wording: Wording | None
) -> Mapping[str, object]:
    """Read the amounts that a table holds in the words of its policy; others stay as they are."""
    if wording is None or wording.language == DEFAULT_LANGUAGE:
        return table
    read = {name: _read(table[name], wording.language) for name in _amounts(keys) if name in table}
    return {**table, **read}


def _amounts(keys: Keys) -> list[str]:
    return [key.name for key in keys.values() if key.schema is AMOUNT or key.name == EVIDENCE]


def _read(value: object, language: str) -> object:
    if is_table(value):
        each = cast("Mapping[str, object]", value).items()
        return {name: _read(item, language) for name, item in each}
    try:
        return read_amount(value, language) if isinstance(value, str) else value
    except TimingError:
        return value


def worded_amounts(
    keys: Keys, value: object, written: Mapping[str, object], language: str
) -> dict[str, Any]:
    """Write the amounts of a written value again, in the language given."""
    names = [name for name in _amounts(keys) if name in written]
    return {**written, **{name: _write(getattr(value, name), language) for name in names}}


def _write(value: Any, language: str) -> object:  # noqa: ANN401 - an amount, or pairs of them
    if isinstance(value, Amount):
        return write_amount(value, language)
    return {name: write_amount(amount, language) for name, amount in value}
