"""Reading and writing one timing text, language by language.

Run it with `pytest benchmarks/bench_timing_texts.py`; the end of its output gives the times, and
none may take more than 300 microseconds.
Every text is written and read back to the same value before it is timed.
"""

from collections.abc import Callable
from typing import Any

import pytest

from ghostrules.timing import LANGUAGES, Labels, from_symbol, read, write

MOST = 300e-6
TIMINGS = [
    "reminder+24h",
    "pause-48h",
    "completion+5bd",
    "start@tue+1w",
    "follow-up@eow+0w",
    "start..+24h",
    "start+4d..+7d",
    "due+5bd..+30d",
    "due+30/60/90d",
    "call+1w*3",
    "final-letter.deadline",
    "letter.delivery+14d",
    "@tue+1w",
    "due+30d T09:30",
]
LABELS = Labels.of(
    {
        "en": {"pause": "the break"},
        "nl": {"pause": "de pauze"},
        "de": {"pause": {"nom": "die Pausierung", "dat": "der Pausierung"}},
        "tr": {"pause": {"nom": "duraklatma", "abl": "duraklatmadan"}},
    }
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("symbols", TIMINGS)
def test_write_and_read(race: Callable[..., None], benchmark: Any, language: str, symbols: str):
    """Write one timing and read it back."""
    when = from_symbol(symbols)
    assert read(write(when, language), language) == when
    race(lambda: read(write(when, language), language), group=symbols, name=language)
    _in_time(benchmark)


@pytest.mark.parametrize("language", LANGUAGES)
def test_write_and_read_with_a_label(race: Callable[..., None], benchmark: Any, language: str):
    """Write one timing by the label of its anchor, and read it back."""
    when = from_symbol("pause-48h")
    assert read(write(when, language, labels=LABELS), language, labels=LABELS) == when

    def lap() -> object:
        return read(write(when, language, labels=LABELS), language, labels=LABELS)

    race(lap, group="pause-48h, with a label", name=language)
    _in_time(benchmark)


def _in_time(benchmark: Any) -> None:
    assert benchmark.stats is None or benchmark.stats.stats.min <= MOST
