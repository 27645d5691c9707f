"""What each language refuses and mends, and that its words are those of CLDR (L23)."""

import re
from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from babel.units import format_unit

from ghostrules.errors import AmbiguousTiming, TimingError
from ghostrules.timing import LANGUAGES, from_symbol, read, symbol, write
from ghostrules.timing._engine.example import example
from ghostrules.timing._engine.patterns import SLOT, wordings
from ghostrules.timing._forms import Form
from ghostrules.timing._pack import Refusal
from ghostrules.timing._packs import pack_for
from ghostrules.timing._units import Unit

ENGLISH = {
    "amount": "5 business days",
    "anchor": "call",
    "days": "42",
    "each": "every 2 weeks",
    "number": "three",
    "rest": "30 days after due",
    "time": "09:30",
    "weekday": "Tuesday",
    "weeks": "6",
}
SLOTS = {
    "en": ENGLISH,
    "nl": ENGLISH
    | {
        "amount": "5 werkdagen",
        "anchor": "stap 'call'",
        "each": "elke 2 weken",
        "rest": "30 dagen na stap 'due'",
        "time": "09.30",
        "weekday": "dinsdag",
    },
    "de": ENGLISH
    | {
        "amount": "5 Arbeitstage",
        "anchor": "dem Schritt „call“",
        "each": "alle 2 Wochen",
        "number": "drei",
        "rest": "30 Tage nach dem Schritt „due“",
        "weekday": "Dienstag",
    },
    "tr": ENGLISH
    | {
        "amount": "5 iş günü",
        "anchor": "“call” adımından",
        "each": "2 haftada bir",
        "rest": "“due” adımından 30 gün sonra",
        "time": "09.30",
        "weekday": "Salı",
    },
}
NAMED = {"nom": {"tr": "“call” adımı"}}
LISTED = [(each, refusal) for each in LANGUAGES for refusal in pack_for(each).refusals]


def refused(text: str, language: str) -> TimingError:
    """Give the error that a text earns."""
    with pytest.raises(TimingError) as caught:
        read(text, language)
    return caught.value


def filled(template: str, language: str, form: str = "") -> str:
    """Fill the slots of a refusal."""

    def fill(slot: re.Match[str]) -> str:
        return NAMED.get(slot[2] or form, {}).get(language) or SLOTS[language][slot[1]]

    return SLOT.sub(fill, template)


@pytest.mark.parametrize(
    ("language", "refusal"),
    LISTED,
    ids=[f"{language}-{refusal.texts[0]}" for language, refusal in LISTED],
)
def test_every_listed_text_is_refused_with_its_readings(language: str, refusal: Refusal) -> None:
    """L23: each wording of a table of refusals yields the readings that stand beside it."""
    form = "nom" if any("{anchor.nom}" in text for text in refusal.texts) else ""
    meant = [read(filled(reading, language, form), language) for reading in refusal.readings]
    for wording in (wording for text in refusal.texts for wording in wordings(text)):
        error = refused(filled(wording, language), language)
        if len(meant) > 1:
            assert isinstance(error, AmbiguousTiming)
            shown = [re.fullmatch(r"(.+?): (.+) \((.+)\)", each) for each in error.readings]
            assert [each and from_symbol(each[1]) for each in shown] == meant
            assert [each and read(each[2], language) for each in shown] == meant
            assert [each and each[3] for each in shown] == [
                example(when, pack_for(language)) for when in meant
            ]
        else:
            assert not isinstance(error, AmbiguousTiming)
            assert all(f"`{write(when, language)}`" in str(error.help) for when in meant)


AMBIGUOUS = {
    "en": [
        "next Tuesday",
        "this Friday",
        "coming Monday",
        "biweekly",
        "fortnight",
        "EOD",
        "by Friday",
        "end of the week",
        "mid-week",
    ],
    "nl": [
        "volgende dinsdag",
        "komende dinsdag",
        "aanstaande vrijdag",
        "deze dinsdag",
        "tot vrijdag",
        "uiterlijk vrijdag",
        "om de week",
        "eind van de week",
        "over 2 dagen",
        "VOLGENDE DINSDAG",
    ],
    "de": [
        "nächsten Dienstag",
        "am kommenden Dienstag",
        "kommende Woche",
        "nächste Woche",
        "bis Freitag",
        "5 Werktage später",
        "innerhalb von 5 Werktagen nach dem Schritt „call“",
        "am nächsten Werktag",
        "in 2 Tagen",
        "am Wochenende",
    ],
    "tr": [
        "hafta sonu",
        "hafta sonunda",
        "gelecek Salı",
        "önümüzdeki Salı günü",
        "sonraki salı",
        "bu Cuma",
        "Cuma gününe kadar",
        "cumaya kadar",
        "5 gün içinde",
        "GELECEK SALI",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(each, text) for each, texts in AMBIGUOUS.items() for text in texts]
)
def test_a_phrase_that_people_read_in_two_ways_is_ambiguous(language: str, text: str) -> None:
    """L23: the phrases on which tools and people disagree are refused with two readings."""
    error = refused(text, language)
    assert isinstance(error, AmbiguousTiming)
    assert len(error.readings) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "tot stap 'call'"),
        ("nl", "tot 5 werkdagen na stap 'call'"),
        ("de", "bis zum Schritt „call“"),
        ("de", "bis 5 Tage nach dem Schritt „call“"),
        ("tr", "5 güne kadar"),
        ("tr", "yarına kadar"),
    ],
)
def test_until_does_not_say_whether_its_last_day_counts(language: str, text: str) -> None:
    """L23: what only names an end is refused, and how to say it is shown in its language."""
    error = refused(text, language)
    assert error.message == f"`{text}` does not say whether its last day is included"
    shown = re.findall("`([^`]+)`", str(error.help))
    assert [bool(read(each, language)) for each in shown] == [True, True]


def test_a_reading_has_symbols_words_and_an_example() -> None:
    """L23: readings are told in the words of the language, with dates in its words."""
    error = refused("gelecek salı", "tr")
    assert isinstance(error, AmbiguousTiming)
    assert error.readings[1] == (
        "@tue+1w: sonraki takvim haftasının Salı günü "
        "(sayımın başlangıcı 4 Mart 2026 Çarşamba, sonucu 10 Mart 2026 Salı)"
    )


@pytest.mark.parametrize(
    ("symbols", "falls"),
    [
        ("+24h", "Wednesday 4 March 2026 at 10:00: Thursday 5 March 2026 at 10:00"),
        ("+5bd", "Wednesday 4 March 2026: Wednesday 11 March 2026"),
        ("@eow+0w", "Wednesday 4 March 2026: Monday 9 March 2026"),
        ("..+2d", "Wednesday 4 March 2026: Wednesday 4 March 2026 - Friday 6 March 2026"),
        ("@tue+1w T09:30", "Wednesday 4 March 2026: Tuesday 10 March 2026 at 09:30"),
        ("+1d*2", "Wednesday 4 March 2026: Thursday 5 March 2026, Friday 6 March 2026"),
    ],
)
def test_an_example_says_when_it_would_fall(symbols: str, falls: str) -> None:
    """The example counts from a Wednesday at ten, in weeks without holidays."""
    assert example(from_symbol(symbols), pack_for("en")) == f"counted from {falls}"


def test_what_no_calendar_covers_has_no_example() -> None:
    """An example is left out where its date would lie beyond every calendar (L7)."""
    assert example(from_symbol("+9999bd"), pack_for("en")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", LANGUAGES)
def test_what_is_right_in_another_language_says_so(language: str, other: str) -> None:
    """L23: the error names the language, and says the same in the one that is declared."""
    when = from_symbol("pause-48h")
    text = write(when, other)
    if language == other:
        assert read(text, language) == when
        return
    error = refused(text, language)
    assert error.message == (
        f"`{text}` is right in {pack_for(other).name}, "
        f"and declared to be in {pack_for(language).name}"
    )
    assert error.help == f"write `{write(when, language)}`, or declare the language"


def test_what_is_refused_here_and_right_elsewhere_says_both() -> None:
    """L23: a listed text keeps its readings, and the error names the other language."""
    error = refused("48 saat", "tr")
    assert isinstance(error, AmbiguousTiming)
    assert "right in" not in str(error)
    error = refused("every week, at most 3 times", "tr")
    assert "right in English" in error.message


@pytest.mark.parametrize(
    ("language", "text", "suggestion"),
    [
        ("nl", "48 uur vor stap 'pause'", "48 uur voor stap 'pause'"),
        ("nl", "binnen 5 werkdage na stap 'x'", "binnen 5 werkdagen na stap 'x'"),
        ("nl", "5 werkdagen na stap 'x' om 9.30 uur", None),
        ("nl", "wannneer de kalenderweek voorbij is", "wanneer de kalenderweek voorbij is"),
        ("nl", "dertien dagen later", "13 dagen later"),
        ("nl", "anderhalf uur later", "90 minuten later"),
        ("nl", "1,5 uur later", "90 minuten later"),
        ("de", "48 Stunden vor die pause", "48 stunden vor der pause"),
        ("de", "5 Arbeitstage nahc dem Schritt „x“", "5 arbeitstage nach dem schritt „x“"),
        ("de", "24 Stunden spaeter", "24 stunden später"),
        ("de", "dreizehn Tage später", "13 tage später"),
        ("de", "1,5 Stunden später", "90 Minuten später"),
        ("de", "um 9 Uhr 30 Tage später", "um 09:00 uhr 30 tage später"),
        ("tr", "“pause” adımından 48 saat once", "“pause” adımından 48 saat önce"),
        ("tr", "on beş gün sonra", "15 gün sonra"),
        ("tr", "yarım saat sonra", "30 dakika sonra"),
        ("tr", "başlangıctan 24 saat sonra", "başlangıçtan 24 saat sonra"),
        ("tr", "dorrt gün sonra", None),
        ("de", "24 Stunden nach dem Schrit „x“", "24 stunden nach dem schritt „x“"),
        ("nl", "op dinsdg van de volgende kalenderweek", None),
    ],
)
def test_only_words_that_fill_no_slot_are_mended(
    language: str, text: str, suggestion: str | None
) -> None:
    """L23: a suggestion keeps numbers, weekdays, directions and ids; where it cannot, none is made.

    A unit is only spelt right, and a number only written in digits.
    """
    help = refused(text, language).help
    assert (help or "").startswith("try") is (suggestion is not None)
    assert suggestion is None or help == f"try `{suggestion}`"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "24 uur na de herinnering", "herinnering+24h"),
        ("nl", "24u na \u2018reminder\u2019", "reminder+24h"),
        ("nl", "48 uur voor stap pause", "pause-48h"),
        ("nl", "op de dinsdag van de week erna", "@tue+1w"),
        ("nl", "op dinsdag van de 2de week na de start", "start@tue+2w"),
        ("nl", "de eerstvolgende werkdag", "+1bd"),
        ("nl", "een week na stap 'x'", "x+1w"),
        ("nl", "om 17:00 uur de volgende dag", "+1d T17:00"),
        ("de", "24 Std. nach der mahnung", "mahnung+24h"),
        ("de", "binnen zwei Wochen nach dem Start", "start..+2w"),
        ("de", "am Dienstag der Folgewoche", "@tue+1w"),
        ("de", "am Ende der Woche, in die der Schritt »x« fällt", "x@eow+0w"),
        ("de", "am Dienstag der zweiten Woche nach dem Start", "start@tue+2w"),
        ("de", "am Folgetag", "+1d"),
        ("de", "jede Woche, höchstens dreimal", "+1w*3"),
        ("de", "4 bis 7 Tage nach dem Start", "start+4d..+7d"),
        ("tr", "pause'dan 48 saat önce", "pause-48h"),
        ("tr", "“pause”dan 48 saat evvel", "pause-48h"),
        ("tr", "bir sonraki iş günü", "+1bd"),
        ("tr", "ertesi gün", "+1d"),
        ("tr", "başlangıçtan sonraki haftanın Pazartesi günü", "start@mon+1w"),
        ("tr", "sonraki haftanın pazarı", None),
        ("tr", "on iki gün sonra", "+12d"),
        ("tr", "saat 17.00'de ertesi gün", "+1d T17:00"),
        ("tr", "SONRAKI HAFTANIN SALI GÜNÜ", "@tue+1w"),
        ("tr", "her hafta en çok üç kere", "+1w*3"),
    ],
)
def test_other_ways_to_say_it_are_read(language: str, text: str, expected: str | None) -> None:
    """L24: what people write reads to the value that its symbols say."""
    if expected is None:
        refused(text, language)
    else:
        assert symbol(read(text, language)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekdays_and_months_are_those_of_cldr(language: str) -> None:
    """The names of weekdays and months equal babel's."""
    locale, pack = Locale.parse(language), pack_for(language)
    names = [locale.days["format"]["wide"][day] for day in range(7)]
    months = [locale.months["format"]["wide"][month] for month in range(1, 13)]
    assert (list(pack.weekdays), list(pack.months)) == (names, months)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_dates_are_written_as_cldr_writes_them(language: str) -> None:
    """A date of an example equals babel's full one."""
    day = date(2026, 3, 4)
    assert format_date(day, "full", locale=language) in example(
        from_symbol("+0d"), pack_for(language)
    )


UNITS = {
    Unit.HOUR: "hour",
    Unit.MINUTE: "minute",
    Unit.DAY: "day",
    Unit.WEEK: "week",
    Unit.MONTH: "month",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("number", [1, 2])
def test_units_are_those_of_cldr(language: str, unit: Unit, number: int) -> None:
    """The words of units equal babel's where it has them; days are called calendar days here."""
    known = format_unit(number, f"duration-{UNITS[unit]}", locale=language)
    words = pack_for(language).units[unit]
    own = words.one if number == 1 else words.other
    if "duration" not in known:
        said = known.split(" ", 1)[1]
        assert said in (own, *words.also, *words.many)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything(language: str) -> None:
    """Every form has its templates: with an anchor, and, where it can count so, without."""
    forms = pack_for(language).forms
    assert set(forms) == set(Form)
    without = {form for form in Form if not forms[form].bare}
    assert without == {Form.BEFORE, Form.DEADLINE}
