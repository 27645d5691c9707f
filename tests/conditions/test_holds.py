"""When a condition holds: for what is known, and for what is not."""

from datetime import UTC, date, datetime
from decimal import Decimal, localcontext
from enum import StrEnum

import pytest

from ghostrules.conditions import FactValue, holds, read
from ghostrules.money import Money


class Result(StrEnum):
    """What a person reports."""

    VOICEMAIL = "voicemail"


CASE: dict[str, FactValue] = {
    "complete": True,
    "first-job": False,
    "balance": Money(Decimal("150.00"), "EUR"),
    "rate": Decimal("0.1"),
    "count": 3,
    "due": date(2026, 2, 28),
    "sent": date(2026, 3, 31),
    "call.result": Result.VOICEMAIL,
    "phone": True,
    "fax": False,
    "round": 2,
}


@pytest.mark.parametrize(
    "text",
    [
        "complete and not first-job",
        "first-job or complete",
        "first-job = false and complete is true",
        "balance > 149.99 EUR and balance <= 150 EUR",
        "balance * 2 - 50 EUR = 250 EUR",
        "2 * balance / 4 = 75 EUR",
        "rate * 3 = 0.3 and count / 2 = 1.5 and count + 1 - 4 = 0",
        "sent - due = 31 days and sent - due > 30 days",
        "due + 31 = sent and sent - 31 days = due and due + count = 2026-03-03",
        "due + 1 day + 1 day - (2 days - 1 day) = 2026-03-01",
        'call.result is "voicemail" and call.result in ("no answer", "voicemail")',
        'call.result is not "reached"',
        "count in (1, 2, 3) and count = 3.0",
        "phone and phone is known and fax is unknown and email is unknown",
        "round >= 2 and round is known",
        "true and not false",
    ],
)
def test_what_holds(text: str) -> None:
    """Of this case each of these is true, and its opposite is not."""
    assert holds(read(text), CASE.get)
    assert not holds(~read(text), CASE.get)


@pytest.mark.parametrize(
    "text",
    [
        "gone",
        "gone = 3",
        "gone != 3",
        "gone is false",
        "gone in (3, 4)",
        "gone + 1 > 0",
        "balance - gone > 0 EUR",
        "gone is known",
        "3 = gone",
        "email is known",
    ],
)
def test_what_is_unknown_holds_nowhere(text: str) -> None:
    """What nobody knows makes a comparison false, unlike too, and `not` makes that true."""
    assert not holds(read(text), CASE.get)
    assert holds(read(f"not ({text})"), CASE.get)


@pytest.mark.parametrize(
    "text",
    [
        "balance > 1 USD",
        "balance != 1 USD",
        "balance + 1 USD != 0 EUR",
        "due + 0.5 != due",
        "due + 999999999 != due",
        "due + 100000 days + 3000000 != due",
        "count / 0 != 1",
        "huge * huge > 1",
        "(huge - huge * 2) * huge < 1",
        "nan = nan",
        "at < 2026-03-31",
        "complete = 1",
    ],
)
def test_what_cannot_be_told_holds_nowhere(text: str) -> None:
    """Another currency, half a day, a date that no calendar has, and no number are unknown."""
    case: dict[str, FactValue] = {
        **CASE,
        "huge": Decimal("1E+999999"),
        "nan": Decimal("NaN"),
        "at": datetime(2026, 3, 1, tzinfo=UTC),
    }
    assert not holds(read(text), case.get)


def test_the_context_of_the_caller_does_not_matter() -> None:
    """Numbers are reckoned in the same way whatever precision Python is set to."""
    with localcontext() as context:
        context.prec = 2
        assert holds(read("rate * 1234.5 = 123.45 and 1234.5 = 1234.50"), CASE.get)
