"""Days of countries: read once from the data, checked and frozen."""

import os
import subprocess
import sys
from datetime import date

import holidays
import pytest

from ghostrules.calendars import Calendar, Cause, ClosedDay, Names
from ghostrules.errors import CalendarError


def hours_on(calendar: Calendar, day: date) -> list[tuple[int, int]]:
    """Give the working hours of a day in minutes after its local midnight."""
    start = calendar.instant(day)
    slots = calendar.working_hours.intervals(day.toordinal())
    return [((a - start) // 60_000_000, (b - start) // 60_000_000) for a, b in slots]


def test_defaults_of_a_country(nl: Calendar) -> None:
    """A country with one zone and one language needs nothing else."""
    assert (
        nl.name,
        nl.timezone,
        nl.locale,
        nl.first_weekday,
        nl.first_year,
        nl.last_year,
    ) == ("NL", "Europe/Amsterdam", "nl_NL", 0, 2000, 2050)


def test_principal_zone_among_several() -> None:
    """Germany has two zones and one principal one."""
    assert Calendar.for_country("DE-BY").timezone == "Europe/Berlin"


def test_no_principal_zone() -> None:
    """A country with many zones wants one named, and lists them."""
    with pytest.raises(CalendarError, match=r"`US` has .* time zones.*`America/New_York`"):
        Calendar.for_country("US-CA")


def test_no_principal_language() -> None:
    """A country with several languages wants a locale named, and lists them."""
    with pytest.raises(CalendarError, match=r"several official.*`nl_BE`, `fr_BE`, `de_BE`"):
        Calendar.for_country("BE")


@pytest.mark.parametrize("territory", ["BO", "KM", "NO", "PG", "VU"])
def test_languages_that_are_offered_work(territory: str) -> None:
    """Every locale among which there is to choose is accepted."""
    with pytest.raises(CalendarError) as caught:
        Calendar.for_country(territory, timezone="UTC")
    offered = str(caught.value).rpartition("one of ")[2].replace("`", "").split(", ")
    made = [Calendar.for_country(territory, timezone="UTC", locale=tag).locale for tag in offered]
    assert (offered, True) == (made, len(made) > 1)


def test_the_only_language_with_words_is_taken() -> None:
    """Of Samoan and English only the second has words, so there is nothing to choose."""
    assert "en_AS" == Calendar.for_country("AS").locale


def test_territory_without_a_zone() -> None:
    """A territory that the tz database does not list wants its zone named."""
    with pytest.raises(CalendarError, match=r"`XK` has no time zone of its own"):
        Calendar.for_country("XK", locale="sq_XK")


@pytest.mark.parametrize(
    ("territory", "hint"),
    [
        ("Netherlands", "did you mean `NL`"),
        ("UK", "did you mean `GB`"),
        ("DE-BAY", "did you mean .*`DE-BY`"),
        ("NL-NH", "`NL` has no parts|`NL` has the parts|did you mean"),
        ("TR-34", "`TR` has no parts .* use `TR`"),
        ("XX", "expected a code as in `NL`, `DE-BY` or `US-CA`"),
        ("DE_BY", "did you mean `DE-BY`"),
        (" NL\n", "did you mean `NL`"),
        ("NL-", "did you mean `NL`"),
        ("DE- BY", "expected a code"),
        ("\u0131T", "expected a code"),
        ("", "expected a code"),
    ],
)
def test_unknown_territory(territory: str, hint: str) -> None:
    """An unknown territory is refused with what was perhaps meant."""
    with pytest.raises(CalendarError, match=f"territory `{territory}` is unknown; .*{hint}"):
        Calendar.for_country(territory)


def test_territory_in_any_case_and_by_alias() -> None:
    """Codes are read in any case, and parts by the names that the data knows."""
    assert [Calendar.for_country(t).name for t in ("de-by", "DE-Bayern")] == ["DE-BY", "DE-BY"]


def test_names_in_both_languages(nl: Calendar) -> None:
    """A holiday is named in English and in the calendar's own language."""
    closed = ClosedDay(
        date(2026, 4, 6), Cause.HOLIDAY, Names("Easter Monday", "Tweede paasdag"), "NL"
    )
    assert (closed,) == nl.why_closed(date(2026, 4, 6))


@pytest.mark.parametrize("language", ["uk_UA.UTF-8", "nl_NL.UTF-8", "C"])
def test_environment_does_not_choose_the_language(language: str) -> None:
    """Names are the same whatever language the process runs in."""
    code = (
        "from datetime import date\n"
        "from ghostrules.calendars import Calendar\n"
        "nl = Calendar.for_country('NL', locale='tr_NL')\n"
        "de = Calendar.for_country('DE', locale='en_DE')\n"
        "names = [c.why_closed(date(2026, 4, 6))[0].names for c in (nl, de)]\n"
        "print([(n.english, n.own) for n in names])\n"
    )
    environment = {**os.environ, "LANG": language, "LC_ALL": language, "LANGUAGE": language[:2]}
    found = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    expected = [("Easter Monday", "Tweede paasdag"), ("Easter Monday", "Easter Monday")]
    assert f"{expected}\n" == found.stdout


def test_half_days_of_turkey(tr: Calendar) -> None:
    """Arife and 28 October are business days that close at 13:00."""
    days = [date(2026, 3, 19), date(2026, 5, 26), date(2026, 10, 28)]
    assert [(tr.is_business_day(d), hours_on(tr, d)) for d in days] == [(True, [(540, 780)])] * 3


def test_a_holiday_beats_a_half_day(tr: Calendar) -> None:
    """23 April 2029 is half day and holiday at once, so it is closed."""
    assert (
        tr.is_business_day(date(2029, 4, 23)),
        hours_on(tr, date(2029, 4, 23)),
    ) == (False, [])


def test_half_day_without_an_hour() -> None:
    """A half day of which the data states no hour is taken only with an hour given."""
    plain = Calendar.for_country("GR")
    given = Calendar.for_country("GR", half_day_closes="12:00")
    day = date(2026, 12, 24)
    assert (hours_on(plain, day), hours_on(given, day)) == ([(540, 1020)], [(540, 720)])


def test_half_day_without_an_hour_but_asked_for() -> None:
    """Asking for half days that state no hour is refused with the way to state it."""
    with pytest.raises(CalendarError, match=r"half day `.*` of `GR` has no stated hour"):
        Calendar.for_country("GR", categories=("public", "half_day"))


def test_own_half_days(nl: Calendar) -> None:
    """A half day can be given, with its name."""
    calendar = Calendar.for_country("NL", half_days=[("2026-12-31", "15:00", "Oudjaar")])
    day = date(2026, 12, 31)
    assert (hours_on(calendar, day), hours_on(nl, day)) == ([(540, 900)], [(540, 1020)])


def test_categories() -> None:
    """15 August is off in Bavaria for the Catholic communities only."""
    day = date(2025, 8, 15)
    catholic = Calendar.for_country("DE-BY", categories=("public", "catholic"))
    assert (
        Calendar.for_country("DE-BY").is_business_day(day),
        catholic.is_business_day(day),
    ) == (True, False)


def test_unknown_category() -> None:
    """An unknown category is refused with those that there are."""
    with pytest.raises(CalendarError, match=r"category `bank` is unknown for `NL`.*public"):
        Calendar.for_country("NL", categories=("bank",))


@pytest.mark.parametrize("day", [date(2026, 7, 3), date(2027, 6, 18), date(2027, 12, 31)])
def test_observed_holidays(us: Calendar, day: date) -> None:
    """A holiday on a Saturday is kept on the Friday before, over the turn of the year too."""
    assert [closed.kind for closed in us.why_closed(day)] == [Cause.HOLIDAY]


def test_estimates_are_marked(tr: Calendar) -> None:
    """Bayrams are fixed up to 2032 and estimates from 2033, without the word in the name (L7)."""
    found = {
        (c.day.year, c.names.english, c.names.own, c.estimated)
        for year in (2032, 2033)
        for c in tr.closed_days(date(year, 1, 1), date(year, 12, 31))
        if c.kind is Cause.HOLIDAY and c.names.english == "Eid al-Fitr"
    }
    expected = {
        (2032, "Eid al-Fitr", "Ramazan Bayramı", False),
        (2033, "Eid al-Fitr", "Ramazan Bayramı", True),
    }
    assert expected == found


def test_years_with_incomplete_data() -> None:
    """India's data is complete from 2001 to 2035, so that is the span (L7)."""
    india = Calendar.for_country("IN", locale="en_IN")
    assert (india.first_year, india.last_year) == (2001, 2035)


def test_years_without_any_data() -> None:
    """A span without data is refused (L7)."""
    with pytest.raises(CalendarError, match=r"no data for `LK` in the years 2030-2040"):
        Calendar.for_country("LK", locale="si_LK", years=(2030, 2040))


def test_weekend_that_changes() -> None:
    """The Emirates moved their weekend from Friday and Saturday to Saturday and Sunday in 2022."""
    emirates = Calendar.for_country("AE")
    days = [date(2021, 11, day) for day in (5, 6, 7)] + [date(2022, 11, day) for day in (4, 5, 6)]
    assert [emirates.is_business_day(d) for d in days] == [False, False, True, True, False, False]


def test_given_weekend() -> None:
    """A weekend given as text or as weekdays replaces that of the country."""
    by_text = Calendar.for_country("NL", weekend="fri-sat")
    by_number = Calendar.for_country("NL", weekend=(4, 5))
    assert (by_text, True, False) == (
        by_number,
        by_text.is_business_day(date(2026, 3, 29)),
        by_text.is_business_day(date(2026, 3, 27)),
    )


def test_worked_weekend_days() -> None:
    """China works on some weekend days, with the hours of a weekday."""
    china = Calendar.for_country("CN", hours="mon-fri 09:00-18:00")
    day = date(2024, 2, 4)
    assert (
        day.weekday(),
        china.is_business_day(day),
        hours_on(china, day),
    ) == (6, True, [(540, 1080)])


def test_a_given_weekend_keeps_worked_days_harmless() -> None:
    """A day that the data works stays a business day when the weekend is another."""
    china = Calendar.for_country("CN", weekend="fri")
    assert china.is_business_day(date(2024, 2, 4))


SAMPLE = ("AR", "AU-NSW", "CH-ZH", "ET", "FR", "HK", "IL", "KR", "MX", "NP", "SA", "TW", "UA", "ZA")


@pytest.mark.parametrize("territory", SAMPLE)
def test_a_sample_of_territories(territory: str) -> None:
    """A calendar says of every day of a year what its data says."""
    country, _, part = territory.partition("-")
    peer = holidays.country_holidays(country, subdiv=part or None, years=2025, language="en_US")
    calendar = Calendar.for_country(territory, timezone="UTC", locale="en_US")
    days = [date.fromordinal(o) for o in range(date(2025, 1, 1).toordinal(), 739617)]
    assert [peer.is_working_day(d) for d in days] == [calendar.is_business_day(d) for d in days]
