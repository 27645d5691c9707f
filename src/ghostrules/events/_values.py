"""What can happen to a case: frozen values, each with the instant at which it happened."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, cast

from attrs import field, frozen

from ghostrules.conditions import FactValue
from ghostrules.errors import EventError
from ghostrules.money import Money

Pairs = tuple[tuple[str, Any], ...]


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
        raise EventError(f"`{name}` is `{at!r}`, expected a datetime with a time zone")
    if at.utcoffset() is None:
        raise EventError(
            f"`{name}` is `{at.isoformat()}`, which has no time zone; "
            f"say which instant is meant, as in `{at.isoformat()}+00:00`"
        )
    return at


def _aware(_instance: object, _attribute: object, at: object) -> None:
    aware(at)


def _text(_instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - attrs
    if not isinstance(value, str) or not value:
        raise EventError(f"`{attribute.name}` is `{value!r}`, expected text")


def _text_or_none(instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - attrs
    if value is not None:
        _text(instance, attribute, value)


def _day_or_instant(_instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - attrs
    if isinstance(value, datetime):
        aware(value, attribute.name)
    elif not isinstance(value, date):
        raise EventError(f"`{attribute.name}` is `{value!r}`, expected a date or an instant")


def _day_or_instant_or_none(instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401
    if value is not None:
        _day_or_instant(instance, attribute, value)


def _money(_instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - attrs
    if not isinstance(value, Money) or value.amount <= 0:
        raise EventError(f"`{attribute.name}` is `{value!r}`, expected money such as `250.00 EUR`")


def _money_or_none(instance: object, attribute: Any, value: object) -> None:  # noqa: ANN401 - attrs
    if value is not None:
        _money(instance, attribute, value)


def _member(words: type[StrEnum]) -> Any:  # noqa: ANN401 - an attrs converter
    def convert(value: str) -> StrEnum:
        try:
            return words(value)
        except ValueError as error:
            known = ", ".join(f"`{word}`" for word in words)
            raise EventError(f"`{value}` is unknown, expected one of {known}") from error

    return convert


def _pairs(given: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> Pairs:
    items = given.items() if isinstance(given, Mapping) else given
    return tuple(sorted(cast("Iterable[tuple[str, Any]]", items)))


def _instants(_instance: object, _attribute: object, pairs: Pairs) -> None:
    for name, at in pairs:
        aware(at, name)


def _one_effect(report: Any, _attribute: object, key: str | None) -> None:  # noqa: ANN401 - attrs
    if (report.step is None) == (key is None):
        raise EventError("a report names a `step` or the `key` of an effect, and not both")


@frozen
class Started:
    """The event that opens a case; the first of a journal.

    >>> from datetime import UTC, datetime
    >>> Started("acme-7", at=datetime(2026, 3, 25, 10, tzinfo=UTC)).case
    'acme-7'

    `facts` are those that the policy declares; `details` the details of the client that are
    known (`phone`, `email`, ...), none if nobody looked; `never` the kinds of effects that this
    client does not get. Raises `EventError` for a naive `at` (L1).
    """

    case: str = field(validator=_text)
    facts: tuple[tuple[str, FactValue], ...] = field(default=(), converter=_pairs, kw_only=True)
    details: frozenset[str] | None = field(default=None, kw_only=True)
    never: frozenset[str] = field(default=frozenset(), converter=frozenset, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Adopted:
    """The event that takes over a case in the middle of its ladder; the first of a journal.

    >>> from datetime import UTC, datetime
    >>> reminded = datetime(2026, 3, 25, 10, tzinfo=UTC)
    >>> Adopted("acme-7", done={"reminder": reminded}, started=reminded, at=reminded).done[0][0]
    'reminder'

    `started` is when the wait began, `at` when the case is taken over; `done` tells when each
    step happened that is already done, the others are as in `Started`.
    """

    case: str = field(validator=_text)
    done: tuple[tuple[str, datetime], ...] = field(
        default=(), converter=_pairs, validator=_instants, kw_only=True
    )
    started: datetime = field(kw_only=True, validator=_aware)
    facts: tuple[tuple[str, FactValue], ...] = field(default=(), converter=_pairs, kw_only=True)
    details: frozenset[str] | None = field(default=None, kw_only=True)
    never: frozenset[str] = field(default=frozenset(), converter=frozenset, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Elapsed:
    """Time has passed: look whether something is due.

    >>> from datetime import UTC, datetime
    >>> Elapsed(at=datetime(2026, 3, 31, 7, tzinfo=UTC)).observed
    ()

    `at` is an aware datetime. `observed` says up to which instant each source of answers has
    been read (`{"inbox": ...}`), for policies that ask for evidence (L19). Raises `EventError`
    for a naive `at` (L1).
    """

    at: datetime = field(kw_only=True, validator=_aware)
    observed: tuple[tuple[str, datetime], ...] = field(
        default=(), converter=_pairs, validator=_instants, kw_only=True
    )


@frozen
class Signal:
    """An event that the policy names itself, such as the one that ends the case.

    >>> from datetime import UTC, datetime
    >>> Signal("client-replied", at=datetime(2026, 3, 31, 7, tzinfo=UTC)).name
    'client-replied'

    `at` is the instant at which it happened, which may lie before the moment it is learned.
    `data` gives new values of facts that the policy declares. Raises `EventError` for a naive
    `at` (L1).
    """

    name: str = field(validator=_text)
    data: tuple[tuple[str, FactValue], ...] = field(default=(), converter=_pairs, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Replied:
    """The client replied: it is our turn, unless the policy says that this ends the case (L14).

    >>> from datetime import UTC, datetime
    >>> Replied(at=datetime(2026, 3, 31, 7, tzinfo=UTC)).at.day
    31
    """

    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Answered:
    """We answered the client: it is their turn again, as `after_answer` says (L14)."""

    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Performed:
    """An effect was carried out: named by its `key`, or by its step and, if need be, its channel.

    >>> from datetime import UTC, datetime
    >>> Performed("reminder", at=datetime(2026, 3, 31, 7, tzinfo=UTC)).step
    'reminder'

    `channel` is a kind of effect, such as `email`; without one all effects of the step are meant.
    `delivered`, `failed`, `bounced` and `opened` name effects in the same way.
    """

    step: str | None = None
    key: str | None = field(default=None, validator=_one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Delivered:
    """An effect reached the client; notices and windows may count from it (L11)."""

    step: str | None = None
    key: str | None = field(default=None, validator=_one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Failed:
    """An effect could not be carried out (L26)."""

    step: str | None = None
    key: str | None = field(default=None, validator=_one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Bounced:
    """An effect came back: it did not reach the client (L26)."""

    step: str | None = None
    key: str | None = field(default=None, validator=_one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Opened:
    """The client opened a message; a fact that conditions can ask for, and no answer."""

    step: str | None = None
    key: str | None = field(default=None, validator=_one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Done:
    """A person did a step and reports the result: `reached`, `voicemail`, or your own words.

    >>> from datetime import UTC, datetime
    >>> Done("call", "voicemail", at=datetime(2026, 4, 7, 8, tzinfo=UTC)).result
    'voicemail'
    """

    step: str = field(validator=_text)
    result: str | None = field(default=None, validator=_text_or_none)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Confirmed:
    """A person released the draft of a step."""

    step: str = field(validator=_text)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Dropped:
    """A person dropped the draft of a step: it is left out."""

    step: str = field(validator=_text)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Held:
    """The case is held: nothing happens until it is released, or until the end given (L18).

    >>> from datetime import UTC, date, datetime
    >>> Held(until=date(2026, 4, 10), reason="illness", at=datetime(2026, 4, 1, tzinfo=UTC)).by
    <By.PERSON: 'person'>

    A bare date as `until` includes that day. What is held `automatic` never shortens what a
    person holds.
    """

    until: date | datetime | None = field(default=None, validator=_day_or_instant_or_none)
    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    by: By = field(default=By.PERSON, converter=_member(By), kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Released:
    """A hold ends: all of them if a person says so, else the automatic one (L18)."""

    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    by: By = field(default=By.PERSON, converter=_member(By), kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Promised:
    """The client promised to pay or to deliver: held to the end of that day, and a grace.

    >>> from datetime import UTC, date, datetime
    >>> Promised(date(2026, 4, 10), at=datetime(2026, 4, 1, tzinfo=UTC)).until.day
    10
    """

    until: date | datetime = field(validator=_day_or_instant)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Away:
    """Somebody is away: the client (an automatic hold), or us (nothing adverse until the end).

    >>> from datetime import UTC, date, datetime
    >>> Away(date(2026, 4, 10), at=datetime(2026, 4, 1, tzinfo=UTC)).who
    <Who.CLIENT: 'client'>
    """

    until: date | datetime = field(validator=_day_or_instant)
    who: Who = field(default=Who.CLIENT, converter=_member(Who), kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Disputed:
    """The client disputes what is asked: a hold without an end."""

    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Paid:
    """The client paid: the amount, or without one the whole balance.

    >>> from datetime import UTC, datetime
    >>> Paid(Money.parse("250.00 EUR"), at=datetime(2026, 4, 1, tzinfo=UTC)).amount.currency
    'EUR'
    """

    amount: Money | None = field(default=None, validator=_money_or_none)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class PartPaid:
    """The client paid a part: the balance is lowered by the amount."""

    amount: Money = field(validator=_money)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class PaymentUndone:
    """A payment was undone: the amount, or without one the last; the case goes on (L15)."""

    amount: Money | None = field(default=None, validator=_money_or_none)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class FactChanged:
    """A fact of the case changed; what is not yet done is derived anew.

    >>> from datetime import UTC, date, datetime
    >>> FactChanged("due", date(2026, 5, 1), at=datetime(2026, 4, 1, tzinfo=UTC)).name
    'due'

    `name` is a declared fact, or a detail of the client (`phone`, `email`, ...), whose value
    then tells whether it is known.
    """

    name: str = field(validator=_text)
    value: FactValue
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Skipped:
    """A person leaves a step out, in this case only."""

    step: str = field(validator=_text)
    by: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    why: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Moved:
    """A person moves a step, in this case only: to a date, an instant, or by another timing.

    >>> from datetime import UTC, datetime
    >>> Moved("pause", "5 business days after call", at=datetime(2026, 4, 1, tzinfo=UTC)).to
    '5 business days after call'
    """

    step: str = field(validator=_text)
    to: date | datetime | str = field()
    by: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    why: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)

    @to.validator
    def _known(self, attribute: object, value: object) -> None:
        if not isinstance(value, str):
            _day_or_instant(self, attribute, value)


@frozen
class Cancelled:
    """The case is called off."""

    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Undone:
    """The end of a case is undone: it goes on where it was (L15)."""

    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


@frozen
class Retracted:
    """An earlier event was a mistake: the case is rebuilt from its journal without it.

    >>> from datetime import UTC, datetime
    >>> wrong = Replied(at=datetime(2026, 3, 31, 7, tzinfo=UTC))
    >>> Retracted(wrong, at=datetime(2026, 4, 1, tzinfo=UTC)).event == wrong
    True
    """

    event: "Told"
    reason: str | None = field(default=None, validator=_text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=_aware)


Report = Performed | Delivered | Failed | Bounced | Opened
Told = (
    Signal
    | Replied
    | Answered
    | Performed
    | Delivered
    | Failed
    | Bounced
    | Opened
    | Done
    | Confirmed
    | Dropped
    | Held
    | Released
    | Promised
    | Away
    | Disputed
    | Paid
    | PartPaid
    | PaymentUndone
    | FactChanged
    | Skipped
    | Moved
    | Cancelled
    | Undone
)
Event = Elapsed | Told | Retracted
Opening = Started | Adopted

NAMES: Final[Mapping[type, str]] = {
    Elapsed: "elapsed",
    Replied: "replied",
    Answered: "answered",
    Performed: "performed",
    Delivered: "delivered",
    Failed: "failed",
    Bounced: "bounced",
    Opened: "opened",
    Done: "done",
    Confirmed: "confirmed",
    Dropped: "dropped",
    Held: "held",
    Released: "released",
    Promised: "promised",
    Away: "away",
    Disputed: "disputed",
    Paid: "paid",
    PartPaid: "part-paid",
    PaymentUndone: "payment-undone",
    FactChanged: "fact-changed",
    Skipped: "skipped",
    Moved: "moved",
    Cancelled: "cancelled",
    Undone: "undone",
    Retracted: "retracted",
}


def name_of(event: Event) -> str:
    """Give the name of an event, as policies and documents write it.

    >>> from datetime import UTC, datetime
    >>> name_of(PartPaid(Money.parse("5 EUR"), at=datetime(2026, 4, 1, tzinfo=UTC)))
    'part-paid'
    """
    return event.name if isinstance(event, Signal) else NAMES[type(event)]
