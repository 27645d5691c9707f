"""L5: words follow the language, weeks and business days the territory."""

import pytest

from ghostrules import Calendar, built_in, describe
from ghostrules.descriptions import Description
from ghostrules.errors import CalendarError
from ghostrules.policy import loads


def definitions(description: Description) -> list[str]:
    """Give the texts of the definitions."""
    return [sentence.text for sentence in description.definitions]


def test_english_is_spoken_with_german_weeks_and_holidays() -> None:
    """L5: a German client who reads English keeps German weeks, holidays and time."""
    said = definitions(describe(built_in("negotiation"), locale="en_DE"))

    assert said[:2] == [
        "Business days are Monday to Friday, save the public holidays where you are: Germany.",
        "A calendar week runs from Monday to Sunday.",
    ]
    assert any("Europe/Berlin" in text for text in said)


@pytest.mark.parametrize(
    ("client", "days", "week"),
    [
        (
            Calendar.for_country("US", timezone="America/New_York"),
            "maandag tot en met vrijdag",
            "zondag tot en met zaterdag",
        ),
        (
            Calendar.for_country("NL", weekend="sun"),
            "maandag tot en met zaterdag",
            "maandag tot en met zondag",
        ),
        (
            Calendar.for_country("NL", weekend=(2, 5, 6)),
            "maandag, dinsdag, donderdag en vrijdag",
            "maandag tot en met zondag",
        ),
    ],
)
def test_the_clients_calendar_defines_the_days(client: Calendar, days: str, week: str) -> None:
    """L5: the calendar that counts says what a business day and a week are."""
    first, second, *_ = definitions(
        describe(built_in("negotiation"), locale="nl_NL", client=client)
    )

    assert first.startswith(f"Werkdagen zijn {days}, behalve")
    assert second == f"Een kalenderweek loopt van {week}."


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("09:00-17:00", "in your business hours only (09:00-17:00). What"),
        ("mon-thu 09:00-17:00; fri 09:00-15:00", "in your business hours only. What"),
    ],
)
def test_hours_that_need_no_words_are_named(hours: str, said: str) -> None:
    """L8: the hours of a client who was given are named; those of a mere territory are not."""
    client = Calendar.for_country("NL", hours=hours)
    policy = built_in("negotiation")

    assert any(said in text for text in definitions(describe(policy, client=client)))
    assert not any("09:00" in text for text in definitions(describe(policy)))


def test_a_country_with_many_time_zones_has_days_but_no_zone() -> None:
    """Without a client nothing is made up about the time zone of an American."""
    said = definitions(describe(built_in("negotiation"), locale="en_US"))

    assert "A calendar week runs from Sunday to Saturday." in said
    assert "Dates and times of day are those of the time zone where you are established." in said


def test_a_country_without_holiday_data_is_named_by_its_place() -> None:
    """Where there is no calendar, the definitions refer to the place."""
    said = definitions(describe(built_in("negotiation"), locale="en_AC"))

    assert "Business days are those of the place where you are established." in said
    assert "A calendar week is one of the place where business days are counted." in said


@pytest.mark.parametrize(
    ("whose", "text"),
    [
        ("sender", "Business days are those of the place where we work."),
        (
            "both",
            "Business days are days that are business days both where you are and where we work.",
        ),
        ("platform", "Business days are those of the calendar “platform”."),
    ],
)
def test_business_days_are_those_of_whom_the_policy_names(whose: str, text: str) -> None:
    """L4: by whose calendar business days count is said."""
    policy = loads(
        f'id = "chase"\nends = "paid"\nbusiness_days = "{whose}"\n'
        'steps = ["5 business days after start: email"]'
    )

    assert text == definitions(describe(policy))[0]


def test_another_language_is_english_with_its_own_territory() -> None:
    """Where we have no words for a language, English stands in."""
    description = describe(built_in("negotiation"), locale="fr_FR")

    assert ("en", "FR") == (description.language, description.territory)
    assert definitions(description)[0].endswith("where you are: France.")


def test_a_locale_without_a_territory_is_refused() -> None:
    """Weeks need a territory."""
    with pytest.raises(CalendarError, match="territory"):
        describe(built_in("negotiation"), locale="nl")
