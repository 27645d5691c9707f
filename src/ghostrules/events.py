"""What can happen to a case: frozen values, each with the instant at which it happened."""

from datetime import datetime

from attrs import field, frozen

from ghostrules.errors import EventError


def _aware(_instance: object, _attribute: object, at: datetime) -> None:
    if not isinstance(at, datetime):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise EventError(f"`at` is `{at!r}`, expected a datetime with a time zone")
    if at.utcoffset() is None:
        raise EventError(
            f"`at` is `{at.isoformat()}`, which has no time zone; "
            f"say which instant is meant, as in `{at.isoformat()}+00:00`"
        )


@frozen
class Elapsed:
    """Time has passed: look whether something is due.

    >>> from datetime import UTC, datetime
    >>> Elapsed(at=datetime(2026, 3, 31, 7, tzinfo=UTC))
    Elapsed(at=datetime.datetime(2026, 3, 31, 7, 0, tzinfo=datetime.timezone.utc))

    `at` is an aware datetime. Raises `EventError` for a naive one (L1).
    """

    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Signal:
    """An event that the policy names itself, such as the one that ends the case.

    >>> from datetime import UTC, datetime
    >>> Signal("client-replied", at=datetime(2026, 3, 31, 7, tzinfo=UTC)).name
    'client-replied'

    `at` is the instant at which it happened, which may lie before the moment it is learned.
    Raises `EventError` for a naive `at` (L1).
    """

    name: str
    at: datetime = field(kw_only=True, validator=_aware)


Event = Elapsed | Signal
