"""What is wrong with a single value is said in every language."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from ghostrules.errors import TimingError
from ghostrules.locales import LANGUAGES, in_language
from ghostrules.timing import (
    After,
    Anchor,
    AtTime,
    Before,
    Between,
    BusinessDays,
    DeadlinePassed,
    Every,
    OnWeekday,
    Several,
    Weeks,
    read,
)
from ghostrules.timing._amounts import Days, Duration, Months, hours
from ghostrules.timing._values import Passed

WRONG: Any = "soon"
FAULTS: list[tuple[Callable[[], object], str]] = [
    (
        lambda: Duration(-1),
        "`-1` is geen aantal minuten, verwacht een geheel getal van 0 tot en met 599940",
    ),
    (
        lambda: hours(10_000),
        "`10000` is geen aantal uren, verwacht een geheel getal van 0 tot en met 9999",
    ),
    (
        lambda: Days(-1),
        "`-1` is geen aantal kalenderdagen, verwacht een geheel getal van 0 tot en met 9999",
    ),
    (
        lambda: Weeks(0),
        "`0` is geen aantal weken, verwacht een geheel getal van 1 tot en met 9999",
    ),
    (
        lambda: Months(0),
        "`0` is geen aantal maanden, verwacht een geheel getal van 1 tot en met 9999",
    ),
    (
        lambda: BusinessDays(0),
        "`0` is geen aantal werkdagen, verwacht een geheel getal van 1 tot en met 9999",
    ),
    (
        lambda: OnWeekday(7, 0),
        "`7` past niet bij `weekday`, verwacht een geheel getal van 0 tot en met 6",
    ),
    (
        lambda: Anchor("2nd"),
        "vanaf `2nd` kan niet worden geteld, verwacht een id zoals `second-reminder`, "
        "waarvan geen deel met een cijfer begint",
    ),
    (
        lambda: Anchor("a" * 65),
        "`aaaaaaaaaaaaaaaaaaaa...` heeft 65 letters, verwacht een id van hoogstens 64 letters",
    ),
    (lambda: Passed(WRONG, 0), "`soon` past niet bij `period`, verwacht `week` of `month`"),
    (
        lambda: After(WRONG),
        "`soon` is geen tijdsduur, verwacht bijvoorbeeld uren of dagen",
    ),
    (
        lambda: Every(Days(0), 2),
        "`0` kan niet worden herhaald, verwacht een tijdsduur boven nul",
    ),
    (
        lambda: Several((Days(2), Days(1))),
        "`2, 1` zijn niet meerdere tijdsduren, verwacht twee of meer van één eenheid, "
        "elke groter dan de vorige",
    ),
    (lambda: Several(WRONG), "`soon` is geen reeks tijdsduren, verwacht een tuple"),
    (
        lambda: Several(tuple(map(Days, range(1, 14)))),
        "`13` tijdsduren zijn te veel, verwacht hoogstens 12",
    ),
    (
        lambda: Between(Duration(60), Days(2)),
        "een bereik kan geen verstreken tijd met dagen verbinden, "
        "verwacht uren aan beide kanten of aan geen van beide",
    ),
    (
        lambda: AtTime(WRONG, After(Days(1))),
        "`soon` is geen tijdstip, verwacht hele minuten zonder tijdzone",
    ),
    (
        lambda: AtTime(time(9), After(Duration(60))),
        "een tijdstip kan verstreken tijd niet verschuiven, verwacht dagen",
    ),
    (lambda: Anchor("start", occurrence=2), "`start` kent geen herhalingen en geen delen"),
    (lambda: DeadlinePassed("start"), "`start` geeft geen reactietermijn"),
    (
        lambda: Before(Days(1), WRONG),
        "om terug te tellen is een genoemde stap of een genoemd gegeven nodig",
    ),
]


def wrong(make: Callable[[], object]) -> TimingError:
    """Give the error that a value earns."""
    with pytest.raises(TimingError) as caught:
        make()
    return caught.value


@pytest.mark.parametrize(("make", "dutch"), FAULTS)
def test_what_is_wrong_with_a_value_can_be_said_in_dutch(
    make: Callable[[], object], dutch: str
) -> None:
    """The error of a value is a text that the catalogues know, whole."""
    assert dutch == in_language(wrong(make).message, "nl")


@pytest.mark.parametrize(("make", "dutch"), FAULTS)
def test_what_is_wrong_with_a_value_is_said_in_every_language(
    make: Callable[[], object], dutch: str
) -> None:
    """Every language has words of its own for a fault."""
    message = wrong(make).message
    said = {in_language(message, each) for each in LANGUAGES}

    assert {str(message), dutch} < said
    assert len(LANGUAGES) == len(said)


def test_a_timing_is_refused_for_its_number_in_one_language() -> None:
    """The value's fault stands inside the refusal of the text, in the same language."""
    message = wrong(lambda: read("0 weeks after start")).message

    assert (
        "`0 weeks after start` wird abgelehnt: `0` ist keine Anzahl von Wochen, "
        "erwartet wird eine ganze Zahl von 1 bis 9999"
    ) == in_language(message, "de")
