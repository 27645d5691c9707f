"""What is refused, with the readings it could have had or a suggestion (L23)."""

import pytest

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.timing import from_symbol, read, read_amount, symbol, write, write_amount
from ghostrules.timing._amounts import Days


def refused(text: str) -> TimingError:
    """Give the error that a text earns."""
    with pytest.raises(TimingError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "next Tuesday",
        "this Friday",
        "coming Monday",
        "biweekly",
        "fortnight",
        "EOD",
        "COB",
        "end of day",
        "by Friday",
        "end of the week",
        "in a couple of days",
        "mid-week",
        "in 2 days",
    ],
)
def test_a_phrase_that_people_read_in_two_ways_is_ambiguous(text: str) -> None:
    """L23: the phrases on which tools and people disagree are refused with two readings."""
    error = refused(text)
    assert isinstance(error, AmbiguousTiming)
    assert len(error.readings) == 2


def test_readings_are_symbols_and_canonical_words() -> None:
    """An ambiguous text shows each reading in symbols and in words."""
    error = refused("next tuesday")
    assert isinstance(error, AmbiguousTiming)
    assert error.readings == (
        "@tue+0w: on Tuesday of the same calendar week "
        "(counted from Wednesday 4 March 2026: Tuesday 3 March 2026)",
        "@tue+1w: on Tuesday of the following calendar week "
        "(counted from Wednesday 4 March 2026: Tuesday 10 March 2026)",
    )


def test_a_time_of_day_in_front_stays_in_the_readings() -> None:
    """A refused text with a time of day keeps it in what it could mean."""
    error = refused("at 09:30 next Tuesday")
    assert isinstance(error, AmbiguousTiming)
    assert [from_symbol(each.split(": ", 1)[0]) for each in error.readings] == [
        from_symbol("@tue+0w T09:30"),
        from_symbol("@tue+1w T09:30"),
    ]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("48 hours befor pause", "48 hours before pause"),
        ("5 buisness days after completion", "5 business days after completion"),
        ("48 hours befor the pase", "48 hours before the pase"),
        ("every week aftr call, at mst 3 times", "every week after call, at most 3 times"),
        ("witin 24 hours after start", "within 24 hours after start"),
        ("on Tuesday of the calender week of start", "on tuesday of the calendar week of start"),
    ],
)
def test_a_misspelt_word_is_mended_and_nothing_else(text: str, suggestion: str) -> None:
    """L23: the suggestion keeps numbers, units, weekday, direction and ids as they were."""
    assert refused(text).help == f"try `{suggestion}`"


@pytest.mark.parametrize(
    "text", ["fuor days later", "on Tusday of the following week", "24 hours later after", "soon"]
)
def test_numbers_and_weekdays_are_never_guessed(text: str) -> None:
    """L23: where only a slot could be mended there is no suggestion."""
    assert refused(text).help is None


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("1.5 hours", "try `90 minutes`"),
        ("1,000 hours before pause", "try `1000 hours before pause`"),
        ("2.500 hours after x", "try `2500 hours after x`"),
        ("1,5 hours after x", "try `90 minutes after x`"),
        ("within 0.25 h", "try `within 15 minutes`"),
        ("1.5 days later", "use a whole number, of a smaller unit where there is one"),
        ("0.001 hours later", "use a whole number, of a smaller unit where there is one"),
    ],
)
def test_numbers_must_be_whole(text: str, suggestion: str) -> None:
    """Broken hours are offered in minutes, broken days not at all (L2)."""
    assert refused(text).help == suggestion


@pytest.mark.parametrize(
    ("text", "message", "suggestion"),
    [
        ("1/2 hour later", "`1/2 hour` is a fraction", "try `30 minutes later`"),
        ("1/2 hours later", "`1/2 hours` is a fraction", "try `30 minutes later`"),
        ("within 1 3/4 h of call", "`1 3/4 h` is a fraction", "try `within 105 minutes of call`"),
        (
            "1/2 day after start",
            "`1/2 day` is a fraction",
            "use a whole number, of a smaller unit where there is one",
        ),
        (
            "30/60/90 day after due",
            "`30/60/90 day` could be a fraction",
            "try `30/60/90 calendar days after due`",
        ),
        ("24/48h later", "`24/48h` could be a fraction", "try `24/48 hours later`"),
    ],
)
def test_a_list_with_slashes_is_no_fraction(text: str, message: str, suggestion: str) -> None:
    """L23: slashes need a plural unit, and a fraction is offered in minutes."""
    error = refused(text)
    assert error.message.startswith(message)
    assert error.help == suggestion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30/60/90 days after due", "due+30/60/90d"),
        ("24 / 48 hours later", "+24/48h"),
        ("2/4/6 workdays", "+2/4/6bd"),
        ("10/20 mins", "+10/20min"),
    ],
)
def test_a_list_with_slashes_has_a_plural_unit(text: str, expected: str) -> None:
    """L23: with a plural unit a list with slashes has one reading."""
    assert read(text) == from_symbol(expected)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1nd", "1st"), ("2rd", "2nd"), ("3th", "3rd"), ("11st", "11th"), ("22th", "22nd")],
)
def test_an_ordinal_number_ends_as_it_must(said: str, meant: str) -> None:
    """L23: a number with the ending of another is refused with its own."""
    error = refused(f"on Tuesday of the {said} week after start")
    assert f"`{said}` is no ordinal number" in error.message
    assert error.help == f"write `{meant}`"


@pytest.mark.parametrize(
    ("text", "clock", "suggestion"),
    [
        ("at 9 30 days after due", "9", "try `at 09:00 30 days after due`"),
        ("at 9, the next day", "9", "try `at 09:00, the next day`"),
        ("at 9.30 the next day", "9.30", "try `at 09:30 the next day`"),
        ("at noon 30 days after due", "noon", "try `at 12:00 30 days after due`"),
        ("at midnight the next day", "midnight", "try `at 00:00 the next day`"),
        ("at 12 am the next day", "12 am", "try `at 00:00 the next day`"),
        ("at 5pm the next day", "5pm", "try `at 17:00 the next day`"),
        ("at noon thirteen days later", "noon", "try `at 12:00 13 days later`"),
        (
            "at 25:00 30 days after due",
            "25:00",
            "say one of these, as in `at 09:00 30 days after due`",
        ),
        ("at 12:60 the next day", "12:60", "say one of these, as in `at 09:00 the next day`"),
        ("at 9 24 hours later", "9", None),
    ],
)
def test_a_time_of_day_has_hours_and_minutes(text: str, clock: str, suggestion: str | None) -> None:
    """L23: another way to say the time is offered in hours and minutes, the rest as it was."""
    error = refused(text)
    assert error.message == (
        f"`{clock}` is no time of day, expected hours and minutes from `00:00` to `23:59`"
    )
    assert (error.position, error.understood, error.help) == (3, "at", suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Tue of the following week", "Tuesday of the following week"),
        ("on thurs of the week of mon", "on Thursday of the week of mon"),
        ("thirteen hours later", "13 hours later"),
        ("thirteen hours after mon", "13 hours after mon"),
        ("twenty-one days after start", "21 days after start"),
        ("between thirteen and fourteen days later", "between 13 and 14 days later"),
        ("half an hour later", "30 minutes later"),
        ("half an hour before noon", "30 minutes before noon"),
        ("an hour and a half after call", "90 minutes after call"),
    ],
)
def test_other_ways_to_say_a_number_or_a_weekday_are_mended(text: str, suggestion: str) -> None:
    """L23: the suggestion says the same in words that are read, and leaves ids alone."""
    assert refused(text).help == f"try `{suggestion}`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 fortnights after start", ("start+4w", "start+28d")),
        ("two fortnights before pause", ("pause-4w", "pause-28d")),
        ("next tue", ("@tue+0w", "@tue+1w")),
        ("at noon next Tuesday", ("@tue+0w T12:00", "@tue+1w T12:00")),
    ],
)
def test_readings_keep_the_numbers_of_the_text(text: str, expected: tuple[str, ...]) -> None:
    """L23: the readings say the numbers and weekdays of the text, counted and written out."""
    error = refused(text)
    assert isinstance(error, AmbiguousTiming)
    assert tuple(each.split(": ")[0] for each in error.readings) == expected


@pytest.mark.parametrize("text", ["last Tuesday", "on the last Friday", "at 09:30 last Monday"])
def test_the_past_has_no_readings(text: str) -> None:
    """L23: what lies in the past is not offered as something to come."""
    error = refused(text)
    assert not isinstance(error, AmbiguousTiming)
    assert error.message == f"`{text}` lies in the past"


@pytest.mark.parametrize("value", [None, 3, b"1 day later", [], ()])
@pytest.mark.parametrize(
    "use", [read, write, read_amount, symbol, from_symbol, lambda each: read("1 day later", each)]
)
def test_what_is_no_text_and_no_timing_is_refused(use: object, value: object) -> None:
    """L20: a wrong type raises the error of timings."""
    assert callable(use)
    with pytest.raises(TimingError):
        use(value)


def test_a_fault_has_a_place_and_what_was_understood() -> None:
    """The position counts characters of the text as it was given."""
    error = refused("  48   Hours befor pause")
    assert (error.position, error.understood) == (13, "48   Hours")
    assert error.text == "  48   Hours befor pause"


def test_a_fault_says_what_was_expected() -> None:
    """The message names what could have followed."""
    assert str(refused("within 24 hours until call")) == (
        "`within 24 hours until call` is not understood from `until call` on, "
        "expected `after` or `of`"
    )
    assert str(refused("24 hours after")) == "`24 hours after` ends too early, expected a step"
    assert refused("3 moons later").message.endswith("expected a unit or `to`")


def test_a_text_that_goes_on_is_refused() -> None:
    """L23: a text is read whole."""
    error = refused("24 hours after reminder maybe")
    assert error.understood == "24 hours after reminder"
    assert error.message.endswith("`maybe` on, expected nothing more")


def test_a_symbol_is_no_text() -> None:
    """Symbols are kept apart from words, and the words are offered."""
    assert refused("reminder+24h").help == "say `24 hours after reminder`"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("0 weeks later", "from 1 to 9999"),
        ("10000 days later", "from 0 to 9999"),
        ("10000 hours later", "`10000` is no number of hours, expected a whole number from 0"),
        (f"1 day after {'x' * 65}", "has 65 letters, expected an id of at most 64"),
        ("60/30 days", "each larger than the one before"),
        ("every week, at most 1 times", "from 2 to 100"),
        ("at 09:30 24 hours later", "expected days"),
        ("between 5 hours and 3 days", "hours on both sides"),
        ("2 days after the delivery of start", "neither occurrences nor parts"),
    ],
)
def test_words_that_make_no_value_are_refused(text: str, fault: str) -> None:
    """A text in the right words with impossible numbers says what was expected."""
    error = refused(text)
    assert fault in error.message
    assert error.text == text


def test_the_language_is_declared() -> None:
    """L23: an unknown language is refused with the known ones."""
    for use in (
        lambda: read("1 day later", "xx"),
        lambda: write(read("1 day later"), "xx"),
        lambda: read_amount("1 day", "xx"),
        lambda: write_amount(Days(1), "xx"),
    ):
        with pytest.raises(TimingError, match=r"`xx` is no language of timings, .* `en`"):
            use()


@pytest.mark.parametrize("use", [read, read_amount])
def test_texts_are_short(use: object) -> None:
    """L22: a text of more than 240 characters is refused unread."""
    assert callable(use)
    with pytest.raises(TimingError, match="has 241 characters, expected at most 240"):
        use("x" * 241)


@pytest.mark.parametrize("text", ["", "five", "5 business days later", "days", "-3 days"])
def test_amounts_alone_are_read_whole(text: str) -> None:
    """What is more or less than an amount is refused."""
    with pytest.raises(TimingError, match="is not an amount"):
        read_amount(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "pause-48",
        "-48h",
        "Pause-48h",
        "pause -48h",
        "pause+048h",
        "start#1+2d",
        "start.deadline",
        "x@eow+1mo",
        "x+1d*1",
        "x+2/1d",
        "x+24h T09:30",
        "x+1d T24:00",
        "x.delivery",
        "notice#0+1d",
        "48 hours before pause",
        "x+1d\n",
    ],
)
def test_only_symbols_are_symbols(text: str) -> None:
    """L24: the symbolic form is strict."""
    with pytest.raises(TimingError):
        from_symbol(text)
