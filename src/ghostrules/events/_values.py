"""What can happen to a case: frozen values, each with the instant at which it happened."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import field, frozen

from ghostrules.conditions import FactValue
from ghostrules.errors import EventError
from ghostrules.events._parts import (
    By,
    Who,
    as_by,
    as_details,
    as_pairs,
    as_who,
    as_words,
    aware_at,
    day_instant_or_text,
    day_or_instant,
    day_or_instant_or_none,
    instants,
    money_or_none,
    one_effect,
    some_money,
    some_text,
    text_or_none,
)
from ghostrules.money import Money


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

    case: str = field(validator=some_text)
    facts: tuple[tuple[str, FactValue], ...] = field(default=(), converter=as_pairs, kw_only=True)
    details: frozenset[str] | None = field(default=None, converter=as_details, kw_only=True)
    never: frozenset[str] = field(default=frozenset(), converter=as_words, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


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

    case: str = field(validator=some_text)
    done: tuple[tuple[str, datetime], ...] = field(
        default=(), converter=as_pairs, validator=instants, kw_only=True
    )
    started: datetime = field(kw_only=True, validator=aware_at)
    facts: tuple[tuple[str, FactValue], ...] = field(default=(), converter=as_pairs, kw_only=True)
    details: frozenset[str] | None = field(default=None, converter=as_details, kw_only=True)
    never: frozenset[str] = field(default=frozenset(), converter=as_words, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


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

    at: datetime = field(kw_only=True, validator=aware_at)
    observed: tuple[tuple[str, datetime], ...] = field(
        default=(), converter=as_pairs, validator=instants, kw_only=True
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

    name: str = field(validator=some_text)
    data: tuple[tuple[str, FactValue], ...] = field(default=(), converter=as_pairs, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Replied:
    """The client replied: it is our turn, unless the policy says that this ends the case (L14).

    >>> from datetime import UTC, datetime
    >>> Replied(at=datetime(2026, 3, 31, 7, tzinfo=UTC)).at.day
    31
    """

    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Answered:
    """We answered the client: it is their turn again, as `after_answer` says (L14).

    >>> from datetime import UTC, datetime
    >>> Answered(at=datetime(2026, 4, 1, tzinfo=UTC)).at.day
    1
    """

    at: datetime = field(kw_only=True, validator=aware_at)


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
    key: str | None = field(default=None, validator=one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Delivered:
    """An effect reached the client; notices and windows may count from it (L11).

    >>> from datetime import UTC, datetime
    >>> Delivered("reminder", channel="email", at=datetime(2026, 4, 1, tzinfo=UTC)).channel
    'email'
    """

    step: str | None = None
    key: str | None = field(default=None, validator=one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Failed:
    """An effect could not be carried out (L26).

    >>> from datetime import UTC, datetime
    >>> Failed(key="acme-7:1:reminder:1:0:1", at=datetime(2026, 4, 1, tzinfo=UTC)).step is None
    True
    """

    step: str | None = None
    key: str | None = field(default=None, validator=one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Bounced:
    """An effect came back: it did not reach the client (L26).

    >>> from datetime import UTC, datetime
    >>> Bounced("reminder", at=datetime(2026, 4, 1, tzinfo=UTC)).step
    'reminder'
    """

    step: str | None = None
    key: str | None = field(default=None, validator=one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Opened:
    """The client opened a message; a fact that conditions can ask for, and no answer.

    >>> from datetime import UTC, datetime
    >>> Opened("reminder", at=datetime(2026, 4, 1, tzinfo=UTC)).step
    'reminder'
    """

    step: str | None = None
    key: str | None = field(default=None, validator=one_effect, kw_only=True)
    channel: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Done:
    """A person did a step and reports the result: `reached`, `voicemail`, or your own words.

    >>> from datetime import UTC, datetime
    >>> Done("call", "voicemail", at=datetime(2026, 4, 7, 8, tzinfo=UTC)).result
    'voicemail'
    """

    step: str = field(validator=some_text)
    result: str | None = field(default=None, validator=text_or_none)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Confirmed:
    """A person released the draft of a step.

    >>> from datetime import UTC, datetime
    >>> Confirmed("final-letter", at=datetime(2026, 4, 1, tzinfo=UTC)).step
    'final-letter'
    """

    step: str = field(validator=some_text)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Dropped:
    """A person dropped the draft of a step: it is left out.

    >>> from datetime import UTC, datetime
    >>> Dropped("final-letter", at=datetime(2026, 4, 1, tzinfo=UTC)).step
    'final-letter'
    """

    step: str = field(validator=some_text)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Held:
    """The case is held: nothing happens until it is released, or until the end given (L18).

    >>> from datetime import UTC, date, datetime
    >>> Held(until=date(2026, 4, 10), reason="illness", at=datetime(2026, 4, 1, tzinfo=UTC)).by
    <By.PERSON: 'person'>

    A bare date as `until` includes that day. What is held `automatic` never shortens what a
    person holds.
    """

    until: date | datetime | None = field(default=None, validator=day_or_instant_or_none)
    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    by: By = field(default=By.PERSON, converter=as_by, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Released:
    """A hold ends: all of them if a person says so, else the automatic one (L18).

    >>> from datetime import UTC, datetime
    >>> Released(by="automatic", at=datetime(2026, 4, 1, tzinfo=UTC)).by
    <By.AUTOMATIC: 'automatic'>
    """

    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    by: By = field(default=By.PERSON, converter=as_by, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Promised:
    """The client promised to pay or to deliver: held to the end of that day, and a grace.

    >>> from datetime import UTC, date, datetime
    >>> Promised(date(2026, 4, 10), at=datetime(2026, 4, 1, tzinfo=UTC)).until.day
    10
    """

    until: date | datetime = field(validator=day_or_instant)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Away:
    """Somebody is away: the client (an automatic hold), or us (nothing adverse until the end).

    >>> from datetime import UTC, date, datetime
    >>> Away(date(2026, 4, 10), at=datetime(2026, 4, 1, tzinfo=UTC)).who
    <Who.CLIENT: 'client'>
    """

    until: date | datetime = field(validator=day_or_instant)
    who: Who = field(default=Who.CLIENT, converter=as_who, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Disputed:
    """The client disputes what is asked: a hold without an end.

    >>> from datetime import UTC, datetime
    >>> Disputed(reason="two hours too many", at=datetime(2026, 4, 1, tzinfo=UTC)).reason
    'two hours too many'
    """

    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Paid:
    """The client paid: the amount, or without one the whole balance.

    >>> from datetime import UTC, datetime
    >>> Paid(Money.parse("250.00 EUR"), at=datetime(2026, 4, 1, tzinfo=UTC)).amount.currency
    'EUR'
    """

    amount: Money | None = field(default=None, validator=money_or_none)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class PartPaid:
    """The client paid a part: the balance is lowered by the amount.

    >>> from datetime import UTC, datetime
    >>> PartPaid(Money.parse("50.00 EUR"), at=datetime(2026, 4, 1, tzinfo=UTC)).amount.currency
    'EUR'
    """

    amount: Money = field(validator=some_money)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class PaymentUndone:
    """A payment was undone: the amount, or without one the last; the case goes on (L15).

    >>> from datetime import UTC, datetime
    >>> PaymentUndone(at=datetime(2026, 4, 1, tzinfo=UTC)).amount is None
    True
    """

    amount: Money | None = field(default=None, validator=money_or_none)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class FactChanged:
    """A fact of the case changed; what is not yet done is derived anew.

    >>> from datetime import UTC, date, datetime
    >>> FactChanged("due", date(2026, 5, 1), at=datetime(2026, 4, 1, tzinfo=UTC)).name
    'due'

    `name` is a declared fact, or a detail of the client (`phone`, `email`, ...), whose value
    then tells whether it is known.
    """

    name: str = field(validator=some_text)
    value: FactValue
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Skipped:
    """A person leaves a step out, in this case only.

    >>> from datetime import UTC, datetime
    >>> Skipped("call", by="Mia", at=datetime(2026, 4, 1, tzinfo=UTC)).by
    'Mia'
    """

    step: str = field(validator=some_text)
    by: str | None = field(default=None, validator=text_or_none, kw_only=True)
    why: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Moved:
    """A person moves a step, in this case only: to a date, an instant, or by another timing.

    >>> from datetime import UTC, datetime
    >>> Moved("pause", "5 business days after call", at=datetime(2026, 4, 1, tzinfo=UTC)).to
    '5 business days after call'
    """

    step: str = field(validator=some_text)
    to: date | datetime | str = field(validator=day_instant_or_text)
    by: str | None = field(default=None, validator=text_or_none, kw_only=True)
    why: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Cancelled:
    """The case is called off.

    >>> from datetime import UTC, datetime
    >>> Cancelled(reason="no budget", at=datetime(2026, 4, 1, tzinfo=UTC)).reason
    'no budget'
    """

    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


@frozen
class Undone:
    """The end of a case is undone: it goes on where it was (L15).

    >>> from datetime import UTC, datetime
    >>> Undone(at=datetime(2026, 4, 1, tzinfo=UTC)).reason is None
    True
    """

    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


def _told(_instance: object, _attribute: object, event: Any) -> None:  # noqa: ANN401 - attrs
    if not isinstance(event, Told):
        raise EventError(
            f"`{event!r}` cannot be retracted, expected an event that was told of a case"
        )


@frozen
class Retracted:
    """An earlier event was a mistake: the case is rebuilt from its journal without it.

    >>> from datetime import UTC, datetime
    >>> wrong = Replied(at=datetime(2026, 3, 31, 7, tzinfo=UTC))
    >>> Retracted(wrong, at=datetime(2026, 4, 1, tzinfo=UTC)).event == wrong
    True
    """

    event: "Told" = field(validator=_told)
    reason: str | None = field(default=None, validator=text_or_none, kw_only=True)
    at: datetime = field(kw_only=True, validator=aware_at)


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
