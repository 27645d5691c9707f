"""Every timing can be written and read back, in each language and in symbols (L24)."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghostrules.errors import TimingError
from ghostrules.timing import (
    LANGUAGES,
    PREVIOUS,
    START,
    After,
    Amount,
    Anchor,
    AnchorPoint,
    AtTime,
    Before,
    Between,
    BusinessDays,
    Days,
    DeadlinePassed,
    Duration,
    Every,
    Months,
    OnWeekday,
    Part,
    Passed,
    Period,
    Several,
    Weeks,
    When,
    Within,
    anchor_from,
    anchor_symbol,
    from_symbol,
    read,
    read_amount,
    symbol,
    write,
    write_amount,
)
from ghostrules.timing._engine.patterns import wordings
from ghostrules.timing._engine.reader import Reader
from ghostrules.timing._engine.writing import filled
from ghostrules.timing._forms import Form, Said, put_together
from ghostrules.timing._labels import NO_LABELS
from ghostrules.timing._pack import Fixed, Template
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import Unit, amount_in

# words of the language itself are ids as good as any other
TRAPS = [
    "the",
    "that",
    "following",
    "later",
    "after",
    "before",
    "delivery",
    "deadline",
    "of",
    "week",
    "calendar",
    "times",
    "at",
    "most",
    "a",
    "an",
    "one",
    "day",
    "days",
    "month",
    "first",
    "h",
    "hours",
    "tue",
    "eow",
    "mon",
    "start-week",
    "in-b2",
    "and-or",
    "end",
    "next",
    "on",
    "passed",
    "has",
    "when",
    "once",
    "reminder",
    "second-reminder",
    "within",
    "between",
    "every",
    "to",
    "from",
    "is",
    "over",
    "same",
    "de",
    "het",
    "stap",
    "datum",
    "start-datum",
    "na",
    "termijn",
    "uur",
    "der",
    "die",
    "dem",
    "des",
    "schritt",
    "frist",
    "nach",
    "tag",
    "ile",
    "dan",
    "in",
    "ay",
    "sonra",
    "hafta",
    "on",
    "bir",
    "saat",
]

KEBAB = r"[a-z][a-z0-9]{0,5}(-[a-z][a-z0-9]{0,5}){0,2}"
ids = st.sampled_from(TRAPS) | st.from_regex(KEBAB, fullmatch=True)
steps = ids.filter(lambda name: name != "start")
numbers = st.integers(0, 40) | st.integers(0, 9999)
from_one = numbers.filter(bool)
occurrences = st.none() | st.integers(1, 9999)

durations = st.builds(lambda hours: Duration(hours * 60), numbers) | st.builds(
    Duration, st.integers(0, 599_940)
)
date_amounts = (
    st.builds(Days, numbers)
    | st.builds(Weeks, from_one)
    | st.builds(Months, from_one)
    | st.builds(BusinessDays, from_one)
)
amounts = durations | date_amounts
anchors = st.just(START) | st.builds(
    Anchor, steps, occurrence=occurrences, part=st.sampled_from([None, *Part])
)
points = st.just(PREVIOUS) | anchors


def several(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """List two to twelve of a kind, in order."""
    return st.lists(kind, min_size=2, max_size=12, unique=True).map(sorted).map(tuple)


ladders = (
    several(durations)
    | several(st.builds(Days, numbers))
    | several(st.builds(Weeks, from_one))
    | several(st.builds(Months, from_one))
    | several(st.builds(BusinessDays, from_one))
)
repeated = amounts.filter(lambda amount: amount not in {Duration(0), Days(0)})
dated = (
    st.builds(After, date_amounts, points)
    | st.builds(Before, date_amounts, anchors)
    | st.builds(OnWeekday, st.integers(0, 6), numbers, points)
    | st.builds(Passed, st.sampled_from(Period), numbers, points)
    | st.builds(Within, date_amounts, points)
    | st.builds(Between, date_amounts, date_amounts, points)
    | st.builds(DeadlinePassed, steps, occurrence=occurrences)
)
whens = (
    dated
    | st.builds(After, amounts, points)
    | st.builds(Before, amounts, anchors)
    | st.builds(Within, amounts, points)
    | st.builds(Between, durations, durations, points)
    | st.builds(Several, ladders, points)
    | st.builds(Every, repeated, st.integers(2, 100), points)
    | st.builds(AtTime, st.times().map(lambda at: at.replace(second=0, microsecond=0)), dated)
)


most = st.integers(9990, 9999)
long_anchors = st.builds(
    Anchor, st.just("x" * 64), occurrence=st.just(9999), part=st.sampled_from([None, *Part])
)
large_days = st.builds(Days, most) | st.builds(BusinessDays, most) | st.builds(Months, most)
large_hours = st.builds(Duration, st.integers(599_900, 599_940))
twelve_days = st.sampled_from([Days, BusinessDays, Weeks, Months]).map(
    lambda unit: tuple(unit(number) for number in range(9988, 10_000))
)
twelve_hours = st.just(tuple(Duration(number) for number in range(599_929, 599_941)))
long_dated = (
    st.builds(OnWeekday, st.integers(0, 6), most, long_anchors)
    | st.builds(Passed, st.sampled_from(Period), most, long_anchors)
    | st.builds(Between, large_days, large_days, long_anchors)
    | st.builds(Several, twelve_days, long_anchors)
    | st.builds(Every, large_days, st.just(100), long_anchors)
)
extremes = (
    st.builds(AtTime, st.just(time(23, 59)), long_dated)
    | st.builds(Several, twelve_hours, long_anchors)
    | st.builds(Between, large_hours, large_hours, long_anchors)
    | st.builds(Every, large_hours, st.just(100), long_anchors)
)


languages = pytest.mark.parametrize("language", LANGUAGES)


def all_readings(text: str, language: str) -> tuple[When, ...]:
    """Give every reading of a text; none where its words are no timing, or its numbers."""
    try:
        return Reader(language, NO_LABELS).readings(text)
    except TimingError:
        return ()


@languages
@settings(max_examples=250, deadline=None)
@given(when=whens)
def test_words_read_back_to_the_one_timing_that_they_were_written_from(
    language: str, when: When
) -> None:
    """L24, L23: what is written has exactly one reading, the value itself."""
    assert all_readings(write(when, language), language) == (when,)


@languages
@settings(max_examples=150, deadline=None)
@given(when=whens)
def test_no_text_of_one_language_means_something_else_in_another(language: str, when: When) -> None:
    """L23: a text of one language is refused in another, or means the same."""
    text = write(when, language)
    found = {each for other in LANGUAGES for each in all_readings(text, other)}
    assert found == {when}


@languages
@settings(max_examples=100, deadline=None)
@given(when=extremes)
def test_the_longest_texts_can_be_read(language: str, when: When) -> None:
    """L24: the longest id, the largest numbers and the most amounts stay within the bound."""
    assert read(write(when, language), language) == when
    assert from_symbol(symbol(when)) == when


def test_the_longest_text_is_known() -> None:
    """L22: the bound of 240 characters has room for the longest canonical text, and for accents."""
    minutes = tuple(Duration(599_940 - less) for less in reversed(range(12)))
    longest = Anchor("x" * 64, occurrence=9999, part=Part.DELIVERY)
    lengths = {each: len(write(Several(minutes, longest), each)) for each in LANGUAGES}
    assert lengths == {"en": 197, "de": 210, "nl": 201, "tr": 202}


@settings(max_examples=500, deadline=None)
@given(whens)
def test_symbols_read_back_to_the_timing_that_they_were_written_from(when: When) -> None:
    """L24: the symbolic form is a total inverse."""
    assert from_symbol(symbol(when)) == when


@languages
@settings(max_examples=100, deadline=None)
@given(one=whens, other=whens)
def test_different_timings_are_written_differently(language: str, one: When, other: When) -> None:
    """L24: writing is injective, in words and in symbols."""
    same = write(one, language) == write(other, language)
    assert (one == other) == same == (symbol(one) == symbol(other))


def turkish_capitals(text: str) -> str:
    """Write a text in capitals as Turkish does."""
    return text.replace("i", "İ").replace("ı", "I").upper()


CASED: dict[str, list[Callable[[str], str]]] = {
    "tr": [turkish_capitals, str.upper, str.title],
    "de": [str.upper, str.lower, str.title],
}
SPELT: list[Callable[[str], str]] = [
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: text.replace("'", "\u2019").replace("„", "»").replace("“", "«"),
    lambda text: text.replace("\u2019", "'").replace("„", '"').replace("“", '"').replace("”", '"'),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", " \t\u202f "),
]


@languages
@settings(max_examples=150, deadline=None)
@given(when=whens, cased=st.integers(0, 2), spelt=st.sampled_from(SPELT))
def test_case_form_spaces_and_quotes_do_not_matter(
    language: str, when: When, cased: int, spelt: Callable[[str], str]
) -> None:
    """L23: case, Unicode form, no-break spaces and kinds of quotes do not change the reading.

    Turkish in capitals that know one I only, as programs write it, is read as well.
    """
    change = CASED.get(language, [str.upper, str.title, str.swapcase])[cased]
    assert read(f" {spelt(change(write(when, language)))}\u00a0", language) == when


@languages
@settings(max_examples=60, deadline=None)
@given(amount=amounts)
def test_amounts_read_back(language: str, amount: Amount) -> None:
    """L24: an amount on its own is written and read back."""
    assert read_amount(write_amount(amount, language), language) == amount


@settings(max_examples=100, deadline=None)
@given(anchors)
def test_anchors_read_back_from_symbols(anchor: Anchor) -> None:
    """L24: an anchor on its own is written and read back."""
    assert anchor_from(anchor_symbol(anchor)) == anchor


ANCHORS: dict[Form | None, list[Anchor]] = {
    Form.DEADLINE: [Anchor("letter"), Anchor("letter", occurrence=2)],
    None: [START, Anchor("second-call", occurrence=2), Anchor("x", part=Part.DELIVERY)],
}
AMOUNTS: dict[Form, tuple[Amount, ...]] = {
    Form.BETWEEN: (Days(4), Days(7)),
    Form.BETWEEN_MIXED: (BusinessDays(5), Days(30)),
    Form.SEVERAL: (Weeks(2), Weeks(3), Weeks(4)),
}


def said_in(form: Form, language: str) -> Iterator[tuple[AnchorPoint, Template]]:
    """Pair the templates of a form with the anchors that they can be said of."""
    templates = pack_for(language).forms[form]
    for anchor in ANCHORS.get(form, ANCHORS[None]):
        yield from ((anchor, template) for template in templates.anchored)
    yield from ((PREVIOUS, template) for template in templates.bare)


@languages
@pytest.mark.parametrize("form", Form)
def test_every_wording_of_every_template_reads_to_the_same_timing(
    form: Form, language: str
) -> None:
    """Whatever a template lets one leave out or choose, the reading stays the same.

    L23: another language refuses the text, or reads the same.
    """
    count = {"weekday, same week": 0, "weekday, following week": 1}.get(form, 3)
    for anchor, template in said_in(form, language):
        fixed = template if isinstance(template, Fixed) else Fixed(template, (2, Unit.HOUR))
        counted = AMOUNTS.get(form, (amount_in(*fixed.amount),))
        said = Said(form, anchor, counted, 1, count)
        for wording in wordings(fixed.text):
            text = filled(wording, said, pack_for(language))
            assert (text, all_readings(text, language)) == (text, (put_together(said),))
            found = {when for each in LANGUAGES for when in all_readings(text, each)}
            assert (text, found) == (text, {put_together(said)})


@languages
def test_every_way_to_put_a_time_in_front_reads_to_the_same_timing(language: str) -> None:
    """A time of day goes first, with or without a comma, its parts split by any sign that may."""
    pack, when = pack_for(language), After(Days(1), Anchor("call"))
    clocks = [f"9{sign}30" for sign in pack.clock]
    for timed in (each for text in pack.timed for each in wordings(text)):
        for clock in clocks:
            text = timed.format(time=clock, rest=write(when, language))
            assert (text, read(text, language)) == (text, AtTime(time(9, 30), when))
