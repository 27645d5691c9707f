"""Closed days as words: what closes, when, and whose it is."""

from datetime import date

from ghostrules.calendars import Calendar, Cause, ClosedDay, Names
from ghostrules.messages import say
from ghostrules.timing import Crossed

NL = Calendar.for_country("NL")


def said(*closed: ClosedDay) -> str:
    """Say closed days, without the rest of the sentence."""
    sentence = say(Crossed(closed), NL)
    return sentence.removeprefix("The count leaves out ").removesuffix(".")


def test_weekends_are_gathered_by_the_names_of_their_days() -> None:
    """Two weekends are said once, not as four causes."""
    closed = NL.closed_days(date(2026, 6, 6), date(2026, 6, 14))

    assert "the weekend (Saturday and Sunday) in the calendar NL" == said(*closed)


def test_easter_is_said_by_its_holidays_and_one_weekend() -> None:
    """Each holiday has its English name, its own name and its date, in the order of the days."""
    closed = NL.closed_days(date(2026, 4, 3), date(2026, 4, 6))

    assert (
        "Good Friday (Goede vrijdag) on Fri 3 Apr, the weekend (Saturday and Sunday), "
        "Easter Sunday (Eerste paasdag) on Sun 5 Apr and "
        "Easter Monday (Tweede paasdag) on Mon 6 Apr in the calendar NL"
    ) == said(*closed)


def test_a_holiday_of_several_days_is_said_as_a_stretch() -> None:
    """Days of one name that follow each other are said from the first to the last."""
    tr = Calendar.for_country("TR")
    closed = (day for day in tr.closed_days(date(2026, 3, 20), date(2026, 3, 20 + 2)))

    assert (
        "Eid al-Fitr (Ramazan Bayramı) from Fri 20 Mar to Sun 22 Mar and "
        "the weekend (Saturday and Sunday) in the calendar TR"
    ) == said(*closed)


def test_the_same_holiday_of_two_years_is_said_twice() -> None:
    """Days of one name that lie apart are each said."""
    names = Names("Epiphany", "Heilige Drei Könige")
    closed = (
        ClosedDay(date(2026, 1, 6), Cause.HOLIDAY, names, "DE-BY"),
        ClosedDay(date(2027, 1, 6), Cause.HOLIDAY, names, "DE-BY"),
    )

    assert (
        "Epiphany (Heilige Drei Könige) on Tue 6 Jan and "
        "Epiphany (Heilige Drei Könige) on Wed 6 Jan in the calendar DE-BY"
    ) == said(*closed)


def test_a_name_that_is_the_same_in_both_languages_is_said_once() -> None:
    """The own name is left out where it adds nothing."""
    closed = ClosedDay(date(2026, 7, 20), Cause.CLOSED, Names("Holiday", "holiday"), "Acme")

    assert "Holiday on Mon 20 Jul in the calendar Acme" == said(closed)


def test_an_estimated_date_is_marked() -> None:
    """A holiday whose date is foreseen says so (L7)."""
    names = Names("Eid al-Fitr", "Ramazan Bayramı")
    closed = ClosedDay(date(2033, 1, 2), Cause.HOLIDAY, names, "TR", estimated=True)

    assert (
        "Eid al-Fitr (Ramazan Bayramı) on Sun 2 Jan (an estimated date) in the calendar TR"
    ) == said(closed)


def test_causes_of_two_calendars_say_whose_each_is() -> None:
    """For parties of two countries each cause is said under its calendar (L6)."""
    joint = NL & Calendar.for_country("TR")
    closed = joint.closed_days(date(2026, 4, 23), date(2026, 4, 27))

    assert (
        "National Sovereignty and Children's Day (Ulusal Egemenlik ve Çocuk Bayramı) "
        "on Thu 23 Apr in the calendar TR; "
        "the weekend (Saturday and Sunday) in the calendars NL and TR; "
        "King's Day (Koningsdag) on Mon 27 Apr in the calendar NL"
    ) == said(*closed)


def test_parties_of_one_country_share_their_holidays() -> None:
    """A cause of both calendars is said once, and what closes one of them says whose it is."""
    sender = Calendar.for_country("NL", hours="mon-wed 09:00-17:00", name="NL (sender)")
    joint = NL & sender
    days = (date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6))
    closed = (cause for day in days for cause in joint.why_no_contact(day))

    assert (
        "no hours on Thursday in the calendar NL (sender); "
        "Good Friday (Goede vrijdag) on Fri 3 Apr and "
        "Easter Monday (Tweede paasdag) on Mon 6 Apr in the calendars NL and NL (sender)"
    ) == said(*closed)


def test_quiet_days_and_days_without_hours_are_said() -> None:
    """What closes a day for contact only has words too."""
    quiet = Calendar.for_country("NL", quiet=("24 dec",), hours="mon-wed 09:00-17:00", name="Acme")
    closed = (
        *quiet.why_no_contact(date(2026, 12, 24)),
        *quiet.why_no_contact(date(2026, 12, 10)),
        *quiet.why_no_contact(date(2026, 12, 11)),
    )

    assert (
        "no hours on Thursday and Friday and a quiet day on Thu 24 Dec in the calendar Acme"
    ) == said(*closed)


def test_a_half_day_is_said_as_one() -> None:
    """A day that closes early says that it does."""
    names = Names("Ramadan Feast Eve", "Ramazan Bayramı Arifesi")
    closed = ClosedDay(date(2026, 3, 19), Cause.HALF_DAY, names, "TR")

    assert (
        "Ramadan Feast Eve (Ramazan Bayramı Arifesi), a half day, on Thu 19 Mar in the calendar TR"
    ) == said(closed)


def test_the_order_of_the_days_is_that_of_the_calendar() -> None:
    """Causes found backwards, as by a roll to an earlier day, are said in the order of days."""
    closed = NL.closed_days(date(2026, 4, 3), date(2026, 4, 6))

    assert said(*closed) == said(*reversed(closed))
