"""Values of the wrong kind: refused in the words of the library, never by an accident inside."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ghostrules.calendars import Calendar
from ghostrules.errors import CalendarError


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"hours": None}, "`hours` is `None`, expected a text as in `09:00-17:00`"),
        ({"hours": 9}, "`hours` is `9`"),
        ({"closed": 5}, "`5` is no list of closed days, expected one as in `['2026-12-24']`"),
        ({"closed": [5]}, "`5` is no date"),
        ({"closed": [("2026-07-20", "summer", "sun")]}, "no day with its name, expected a pair"),
        ({"open": 5}, "`5` is no list of open days"),
        ({"quiet": 5}, "`5` is no list of quiet days, expected one as in `['24 dec']`"),
        ({"half_days": 5}, "`5` is no list of half days"),
        ({"half_days": [5]}, "half day `5` is no day with the time at which it closes"),
        ({"half_days": [("2026-12-24", 13)]}, "half day `2026-12-24` is `13`, expected a text"),
        ({"half_days": [("2026-12-24", "13:00", 5)]}, "the name of a half day is `5`"),
        ({"weekend": 5}, "`5` is no list of weekdays, expected one as in `[5, 6]`"),
        ({"years": "2026"}, "the years `2026` are no span, expected a first and a last year"),
        ({"years": (2000, 2010, 2020)}, "the years `2000-2010-2020` are no span"),
        ({"years": ("2000", "2010")}, "the years `'2000'-'2010'` are no span"),
        ({"years": None}, "the years `None` are no span"),
        ({"name": 5}, "`name` is `5`, expected a text as in `NL (sender)`"),
        ({"timezone": 5}, "`timezone` is `5`, expected a text as in `Europe/Amsterdam`"),
        ({"locale": 5}, "`locale` is `5`, expected a text as in `nl_NL`"),
        ({"categories": 5}, "`5` is no list of categories, expected one as in `['public']`"),
        ({"categories": [5]}, "a category is `5`"),
        ({"half_day_closes": 5}, "in `half_day_closes` is `5`, expected a text as in `13:00`"),
    ],
)
def test_arguments(given: dict[str, Any], message: str) -> None:
    """Each argument says what was given and what was expected."""
    with pytest.raises(CalendarError) as caught:
        Calendar.for_country("NL", **given)
    assert message in str(caught.value)


@pytest.mark.parametrize("territory", [None, 5, ["NL"]])
def test_territories(territory: Any) -> None:  # noqa: ANN401 - any kind
    """A territory is a text."""
    with pytest.raises(CalendarError) as caught:
        Calendar.for_country(territory)
    assert f"the territory is `{territory}`, expected a text as in `NL`" == str(caught.value)


@pytest.mark.parametrize("missing", ["timezone", "locale"])
def test_custom_calendars_need_zone_and_locale(missing: str) -> None:
    """A custom calendar is refused without the zone or the locale that it cannot look up."""
    given: Any = {"timezone": "UTC", "locale": "en_IE", missing: None}
    with pytest.raises(CalendarError, match=f"`{missing}` is `None`, expected a text"):
        Calendar.custom("acme", **given)


def test_amounts(nl: Calendar) -> None:
    """Lengths of time and numbers of weeks are refused in other kinds."""
    five: Any = 5
    with pytest.raises(CalendarError, match=r"`5` is no length of time, expected one as in"):
        nl.add_open_time(datetime(2026, 3, 31, tzinfo=UTC), five)
    half: Any = 0.5
    with pytest.raises(CalendarError, match=r"`0.5` is no number of weeks, expected a whole"):
        nl.weekday_of_week(date(2026, 3, 31), 1, half)
