"""What the attributes of events are made of, and what is refused."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ghostrules.effects import KINDS
from ghostrules.errors import EventError
from ghostrules.money import Money
from ghostrules.phrases import phrase

if TYPE_CHECKING:
    from attrs import Attribute

Word = TypeVar("Word", bound=StrEnum)
Pairs = tuple[tuple[str, Any], ...]

DETAILS: Final = tuple(sorted({kind.detail for kind in KINDS.values() if kind.detail}))


class By(StrEnum):
    """Who holds or releases a case.

    >>> By("automatic").value
    'automatic'
    """

    PERSON = "person"
    AUTOMATIC = "automatic"


class Who(StrEnum):
    """Who is away.

    >>> Who("us").value
    'us'
    """

    CLIENT = "client"
    US = "us"


def aware(at: object, name: str = "at") -> datetime:
    """Give an aware datetime, or refuse anything else (L1)."""
    if not isinstance(at, datetime):
        raise EventError(
            phrase(
                "`{name}` is `{at}`, expected a datetime with a time zone", name=name, at=repr(at)
            )
        )
    if at.utcoffset() is None:
        raise EventError(
            phrase(
                "`{name}` is `{at}`, which has no time zone; say which instant is meant, "
                "as in `{at}+00:00`",
                name=name,
                at=at.isoformat(),
            )
        )
    return at


def aware_at(_instance: object, attribute: "Attribute[Any]", at: datetime) -> None:
    """Accept an aware datetime."""
    aware(at, attribute.name)


def some_text(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Accept text that is not empty."""
    if not isinstance(value, str) or not value:
        raise EventError(
            phrase(
                "`{name}` is `{value}`, expected text",
                name=attribute.name,
                value=repr(value),
            )
        )


def text_or_none(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Accept text, or nothing."""
    if value is not None:
        some_text(instance, attribute, value)


def day_or_instant(_instance: object, attribute: "Attribute[Any]", value: Any) -> None:  # noqa: ANN401
    """Accept a date, or an aware datetime."""
    if isinstance(value, datetime):
        aware(value, attribute.name)
    elif not isinstance(value, date):
        raise EventError(
            phrase(
                "`{name}` is `{value}`, expected a date or an instant",
                name=attribute.name,
                value=repr(value),
            )
        )


def day_or_instant_or_none(instance: object, attribute: "Attribute[Any]", value: Any) -> None:  # noqa: ANN401
    """Accept a date, an aware datetime, or nothing."""
    if value is not None:
        day_or_instant(instance, attribute, value)


def day_instant_or_text(instance: object, attribute: "Attribute[Any]", value: Any) -> None:  # noqa: ANN401
    """Accept a date, an aware datetime, or text."""
    if isinstance(value, str):
        some_text(instance, attribute, value)
    else:
        day_or_instant(instance, attribute, value)


def some_money(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Accept money of which there is some."""
    if not isinstance(value, Money) or value.amount <= 0:
        raise EventError(
            phrase(
                "`{name}` is `{value}`, expected money such as `250.00 EUR`",
                name=attribute.name,
                value=repr(value),
            )
        )


def money_or_none(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Accept money, or nothing."""
    if value is not None:
        some_money(instance, attribute, value)


def as_by(value: str) -> By:
    """Read who holds or releases."""
    return _member(By, value)


def as_who(value: str) -> Who:
    """Read who is away."""
    return _member(Who, value)


def _member(words: type[Word], value: str) -> Word:
    try:
        return words(value)
    except ValueError as error:
        known = ", ".join(f"`{word}`" for word in words)
        raise EventError(
            phrase("`{value}` is unknown, expected one of {known}", value=value, known=known)
        ) from error


def as_pairs(given: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> Pairs:
    """Take a table as pairs, sorted by their names."""
    return tuple(sorted(dict(given).items(), key=lambda pair: pair[0]))


def as_words(given: Iterable[str]) -> frozenset[str]:
    """Take words in any order; a lone one is a list of one."""
    return frozenset((given,) if isinstance(given, str) else given)


def as_details(given: Iterable[str] | None) -> frozenset[str] | None:
    """Take details of a client that are known, or nothing where nobody looked."""
    if given is None:
        return None
    details = as_words(given)
    for detail in sorted(details.difference(DETAILS)):
        known = ", ".join(f"`{known}`" for known in DETAILS)
        raise EventError(
            phrase(
                "`{detail}` is no detail of a client, expected some of {known}",
                detail=detail,
                known=known,
            )
        )
    return details


def instants(_instance: object, _attribute: "Attribute[Any]", pairs: Pairs) -> None:
    """Accept pairs of a name and an aware datetime."""
    for name, at in pairs:
        aware(at, name)


def one_effect(report: Any, _attribute: "Attribute[Any]", key: str | None) -> None:  # noqa: ANN401
    """Accept a report that names a step, or the key of an effect."""
    if (report.step is None) == (key is None):
        raise EventError(phrase("a report names a `step` or the `key` of an effect, and not both"))
